/** The words of a template that its reader must know too: names of sheets, grades, states. */
import type { Paper, School } from "../contract.ts";
import { STAGES } from "../indicators/definition.ts";
import { STATE_WORDS, STATES } from "../marks/states.ts";
import { subjectName } from "../subjects.ts";

/**
 * The layout's own version: raised when places move. Older ones stay readable. 1: 2026-11-26. 2: 说明 beside what is to be looked at on 校验;
 * the inputs stand where they stood.
 */
export const TEMPLATE_FORMAT = 2;

export const SHEETS = {
  guide: "填表说明",
  teaching: "任课表",
  conditions: "办学条件",
  entered: "指标填报",
  columns: "逐项填报",
  checks: "校验",
  summary: "汇总",
  bulletin: "一分三率",
  choices: "选项",
  meta: "模板信息",
} as const;

/** What is written in a score cell in place of a mark, in the order of the drop-down list. */
export const WRITTEN_STATES: readonly string[] = STATES.filter((state) => state !== "sat").map((state) => STATE_WORDS[state].zh);

const GRADES = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "七年级", "八年级", "九年级", "高一", "高二", "高三"];

/** The name of a grade of a school; where two stages have the same grade, with its stage. */
export function gradeName({ stage, grade }: Pick<Paper, "stage" | "grade">, papers: readonly Paper[]): string {
  const shared = papers.some((paper) => paper.grade === grade && paper.stage !== stage);
  const name = GRADES[grade - 1] ?? `${grade}年级`;
  return shared ? `${STAGES[stage].zh}${name}` : name;
}

/** A subject as the header of its column. */
export function subjectHeader(paper: Pick<Paper, "subject">): string {
  return subjectName(paper.subject);
}

export function schoolLine(school: Pick<School, "school" | "name">, region: { readonly name: string; readonly region: string }): string {
  return `学校：${school.name}（${school.school}）　　区划：${region.name}（${region.region}）`;
}

export interface Owner {
  readonly school: string;
  readonly schoolCode: string;
  readonly region: string;
  readonly regionCode: string;
}

/** Whose a sheet is, by that line; full-width colons, brackets and spaces may have become narrow ones on the way. */
export function ownerIn(line: string): Owner | undefined {
  const found = /^学校[：:](.{0,100}?)[（(]([0-9A-Za-z-]{1,32})[）)]\s*区划[：:](.{0,100}?)[（(](\d{6})[）)]/.exec(line);
  if (!found) return undefined;
  const [, school = "", schoolCode = "", region = "", regionCode = ""] = found;
  return { school, schoolCode, region, regionCode };
}

/** A text as part of a defined name: letters, digits and underlines. */
export function asName(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}_]/gu, "_");
}
