/** A collection while it is being written down, and what still keeps it from being one. */
import type { Collection, Paper, Stage } from "../../shared/contract.ts";
import { whyNotAsked } from "../../shared/entered.ts";
import { checkCollection } from "../../shared/exam.ts";
import type { County } from "../../shared/handin/county.ts";
import { placeWords } from "../../shared/handin/place-words.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { parsePeriod } from "../../shared/period.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { plainText } from "../../shared/scores.ts";

/** As typed: numbers are texts until they are checked. */
export interface PaperDraft {
  readonly grade: number;
  readonly subject: string;
  readonly full: string;
  readonly pass: string;
  readonly excellent: string;
  readonly low: string;
  /** What the form does not show, of a paper that came from elsewhere. */
  readonly kept: Pick<Paper, "stage" | "grid" | "before"> | null;
}

export interface Draft {
  readonly collection: string;
  readonly name: string;
  readonly form: Collection["form"];
  readonly period: string;
  readonly closes: string;
  readonly papers: readonly PaperDraft[];
  readonly indicators: readonly string[];
  /** The collection that is being changed. */
  readonly before: Collection | null;
}

export const STAGE_OF_GRADE = (grade: number): Stage => (grade <= 6 ? "primary" : grade <= 9 ? "junior" : "senior");

export function draftOf(before: Collection): Draft {
  const text = (mark: number | null) => (mark === null ? "" : String(mark));
  const papers = (before.exam?.papers ?? []).map(({ stage, grade, subject, full, grid, lines, before: earlier }): PaperDraft => {
    return { ...{ grade, subject, full: String(full), kept: { stage, grid, before: earlier } }, ...mapped(lines, text) };
  });
  const { collection, name, form, period, closes, indicators } = before;
  return { collection, name, form, period, closes: closes?.slice(0, 10) ?? "", papers, indicators: indicators ?? [], before };
}

function mapped(lines: Paper["lines"], text: (mark: number | null) => string) {
  return { pass: text(lines.pass), excellent: text(lines.excellent), low: text(lines.low) };
}

/** A new collection of the period that is running: its id is the next free number of the year. */
export function newDraft(county: County, form: Collection["form"], today: string): Draft {
  const [year = "", month = ""] = today.split("-");
  const [y, m] = [Number(year), Number(month)];
  const first = m >= 8 ? y : y - 1;
  const period = form === "exam" ? `${first}-${first + 1}-${m >= 8 || m === 1 ? 1 : 2}` : year;
  const used = new Set(county.collections.map(({ collection }) => collection));
  let number = 1;
  while (used.has(`${year}-${number}`)) number++;
  return { collection: `${year}-${number}`, name: "", form, period, closes: "", papers: [], indicators: [], before: null };
}

export interface DraftFault {
  /** name, period, papers, indicators; the row of a paper with it. */
  readonly field: "name" | "period" | "papers" | "indicators";
  readonly row?: number;
  readonly words: Words;
}

/** Would templates that were made for it before no longer fit? Lines may move: those are read by what holds now. */
export function asksOtherwise({ before, papers, indicators }: Draft): boolean {
  if (!before) return false;
  const key = ({ grade, subject, full }: { grade: number; subject: string; full: string | number }) =>
    `${grade} ${subject} ${Number(full)}`;
  const [then, now] = [(before.exam?.papers ?? []).map(key), papers.map(key)];
  return then.sort().join() !== now.sort().join() || [...(before.indicators ?? [])].sort().join() !== [...indicators].sort().join();
}

/** The collection a draft comes to, or what is to be put right first. `release`: the definitions of a new collection. */
export function collectionFrom(draft: Draft, county: County, release: string): { collection: Collection | null; faults: DraftFault[] } {
  const faults: DraftFault[] = [];
  const say = (field: DraftFault["field"], zh: string, en: string, row?: number) =>
    faults.push({ field, words: { zh, en }, ...(row !== undefined && { row }) });
  const name = draft.name.trim();
  if (name === "") say("name", "请写名称，例如：九年级期末考试", "write a name, for example: grade 9 final");
  if (name.length > 100) say("name", "名称最多 100 个字", "a name has 100 characters at most");
  try {
    parsePeriod(draft.period);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push({ field: "period", words: error.words });
  }
  const papers = draft.form === "exam" ? draft.papers.map((paper, row) => paperFrom(paper, row, say)) : [];
  if (draft.form === "exam" && papers.length === 0) say("papers", "请至少加一个学科", "add a subject at least");
  if (draft.form === "indicators" && draft.indicators.length === 0) say("indicators", "请至少选一项指标", "choose an indicator at least");
  for (const id of draft.form === "indicators" ? draft.indicators : []) {
    const why = whyNotAsked(shipped.find(id, release), id);
    if (why) faults.push({ field: "indicators", words: why });
  }
  const { before } = draft;
  const collection: Collection = {
    collection: draft.collection,
    name,
    form: draft.form,
    period: draft.period,
    exam: draft.form === "exam" ? { name, papers } : null,
    indicators: draft.form === "indicators" ? [...draft.indicators] : null,
    opens: before?.opens ?? null,
    closes: draft.closes || null,
    required: before?.required ?? null,
    baseline: before?.baseline ?? null,
    definitions: before?.definitions ?? release,
    choices: before ? before.choices : draft.form === "indicators" ? county.choices : null,
  };
  if (faults.length === 0) {
    for (const { at, words } of checkCollection(collection)) {
      const row = /papers\[(\d+)\]/.exec(at)?.[1];
      const paper = papers[Number(row)];
      const place = paper && placeWords(paper);
      // Which of the papers it is: with several, a line alone says nothing.
      const named = place ? { zh: `${place.zh}：${words.zh}`, en: `${place.en}: ${words.en}` } : words;
      faults.push({ field: "papers", words: named, ...(row !== undefined && { row: Number(row) }) });
    }
  }
  return { collection: faults.length === 0 ? collection : null, faults };
}

function paperFrom(draft: PaperDraft, row: number, say: (field: "papers", zh: string, en: string, row: number) => void): Paper {
  const mark = (text: string, zh: string, en: string): number | null => {
    if (text.trim() === "") return null;
    const value = Number(plainText(text));
    if (Number.isFinite(value) && value >= 0 && value <= 100_000) return value;
    say("papers", `${draft.subject}的${zh}“${text}”不是分数`, `the ${en} "${text}" of ${draft.subject} is no mark`, row);
    return null;
  };
  const full = mark(draft.full, "满分", "full mark");
  if (full === null || full <= 0) say("papers", `请写${draft.subject}的满分`, `write the full mark of ${draft.subject}`, row);
  const lines = {
    pass: mark(draft.pass, "及格线", "pass line"),
    excellent: mark(draft.excellent, "优秀线", "excellent line"),
    low: mark(draft.low, "低分线", "low line"),
  };
  if (!/^[\p{L}\p{N}._-]{1,32}$/u.test(draft.subject))
    say(
      "papers",
      `“${draft.subject}”不能作学科名：只用文字和数字`,
      `"${draft.subject}" is no name of a subject: letters and digits only`,
      row,
    );
  const { stage, grid, before } = draft.kept ?? { stage: STAGE_OF_GRADE(draft.grade), grid: 2, before: null };
  return { stage, grade: draft.grade, subject: draft.subject, full: full ?? 0, grid, lines, before };
}
