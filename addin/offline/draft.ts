/** A collection while it is being written down, and what still keeps it from being one. */
import { collectionFaults } from "../../shared/collecting/collection-faults.ts";
import type { Collection, Paper, Stage } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import { placeWords } from "../../shared/handin/place-words.ts";
import { dayOf } from "../../shared/moment.ts";
import type { Words } from "../../shared/refusal.ts";
import { plainText } from "../../shared/scores.ts";

/** As typed: numbers are texts until they are checked. */
export interface PaperDraft {
  readonly grade: number;
  readonly subject: string;
  readonly full: string;
  readonly pass: string;
  readonly excellent: string;
  readonly low: string;
  /** The earlier exam of the same pupils that value-added is measured against; both empty where there is none. */
  readonly beforeName: string;
  readonly beforeFull: string;
  /** The paper that is being changed: with what the form does not show of it. */
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
  /** Codes of the schools asked; `null` asks every school that has a stage of it. */
  readonly required: readonly string[] | null;
  /** The collection that changes are measured against; "" for none. */
  readonly baseline: string;
  /** The collection that is being changed. */
  readonly before: Collection | null;
}

export const STAGE_OF_GRADE = (grade: number): Stage => (grade <= 6 ? "primary" : grade <= 9 ? "junior" : "senior");

export function draftOf(before: Collection): Draft {
  const text = (mark: number | null) => (mark === null ? "" : String(mark));
  const papers = (before.exam?.papers ?? []).map(({ stage, grade, subject, full, grid, lines, before: earlier }): PaperDraft => {
    const before = { beforeName: earlier?.name ?? "", beforeFull: text(earlier?.full ?? null) };
    return { ...{ grade, subject, full: String(full), kept: { stage, grid, before: earlier } }, ...before, ...mapped(lines, text) };
  });
  const { collection, name, form, period, closes, indicators, required } = before;
  const rest = { closes: closes?.slice(0, 10) ?? "", papers, indicators: indicators ?? [], required, baseline: before.baseline ?? "" };
  return { collection, name, form, period, ...rest, before };
}

function mapped(lines: Paper["lines"], text: (mark: number | null) => string) {
  return { pass: text(lines.pass), excellent: text(lines.excellent), low: text(lines.low) };
}

/**
 * A new collection of the period that is running. Its id says when it was begun, so that it is nobody else's: not that of a collection that
 * was removed, whose templates are still about, nor of one set up on another computer.
 */
export function newDraft(form: Collection["form"], now: string): Draft {
  const [year = "", month = ""] = dayOf(now).split("-");
  const [y, m] = [Number(year), Number(month)];
  const first = m >= 8 ? y : y - 1;
  const period = form === "exam" ? `${first}-${first + 1}-${m >= 8 || m === 1 ? 1 : 2}` : year;
  const empty = { name: "", closes: "", papers: [], indicators: [], required: null, baseline: "", before: null };
  const begun = now.replaceAll(/\D/g, "").slice(0, 17);
  return { ...empty, collection: `${dayOf(now)}-${begun.slice(8)}`, form, period };
}

export interface DraftFault {
  readonly field: "name" | "period" | "closes" | "papers" | "indicators" | "required" | "baseline";
  /** Which paper. */
  readonly row?: number;
  readonly words: Words;
}

/** Would templates that were made for it before no longer fit? Lines may move: those are read by what holds now. */
export function asksOtherwise({ before, papers, indicators }: Draft): boolean {
  if (!before) return false;
  const key = ({ grade, subject, full, beforeName, beforeFull }: PaperDraft) =>
    `${grade} ${subject} ${Number(full)} ${beforeName.trim()} ${Number(beforeFull)}`;
  const [then, now] = [draftOf(before).papers.map(key), papers.map(key)];
  return then.sort().join() !== now.sort().join() || [...(before.indicators ?? [])].sort().join() !== [...indicators].sort().join();
}

/**
 * The collection a draft comes to, or what is to be put right first. `release`: the definitions of a new collection; `frozen`: something of
 * it is held.
 */
export function collectionFrom(
  draft: Draft,
  county: County,
  release: string,
  frozen = false,
): { collection: Collection | null; faults: DraftFault[] } {
  const faults: DraftFault[] = [];
  const say = (field: DraftFault["field"], zh: string, en: string, row?: number) =>
    faults.push({ field, words: { zh, en }, ...(row !== undefined && { row }) });
  const name = draft.name.trim();
  if (name === "") say("name", "请写名称，例如：九年级期末考试", "write a name, for example: grade 9 final");
  if (name.length > 100) say("name", "名称最多 100 个字", "a name has 100 characters at most");
  const papers = draft.form === "exam" ? draft.papers.map((paper, row) => paperFrom(paper, row, say)) : [];
  if (draft.form === "exam" && papers.length === 0) say("papers", "请至少加一个学科", "add a subject at least");
  if (draft.form === "indicators" && draft.indicators.length === 0) say("indicators", "请至少选一项指标", "choose an indicator at least");
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
    required: draft.required === null ? null : [...draft.required],
    baseline: draft.baseline || null,
    definitions: before?.definitions ?? release,
    // What a school counts by hand rests on what was asked then; while nothing is held it is asked by the choices of today.
    choices: draft.form !== "indicators" ? null : before && frozen ? before.choices : county.choices,
  };
  const schools = new Set(county.schools.map(({ school }) => school));
  const collections = new Set(county.collections.map((one) => one.collection));
  // What could not be read is told once.
  const told = new Set(faults.map(placeOf));
  for (const { at, words } of collectionFaults(draft.collection, collection, { schools, collections })) {
    const fault = faultAt(at, words, papers);
    if (!told.has(placeOf(fault)) && !told.has(placeOf({ field: fault.field }))) faults.push(fault);
  }
  return { collection: faults.length === 0 ? collection : null, faults };
}

function placeOf({ field, row }: Pick<DraftFault, "field" | "row">): string {
  return `${field} ${row ?? ""}`;
}

const FIELDS = ["period", "closes", "indicators", "required", "baseline"] as const;

/** A fault under the field of the form. Which of the papers it is: with several, a line alone says nothing. */
function faultAt(at: string, words: Words, papers: readonly Paper[]): DraftFault {
  const field = FIELDS.find((one) => at.startsWith(one)) ?? "papers";
  const row = /papers\[(\d+)\]/.exec(at)?.[1];
  const paper = papers[Number(row)];
  const place = paper && placeWords(paper);
  const named = place ? { zh: `${place.zh}：${words.zh}`, en: `${place.en}: ${words.en}` } : words;
  return { field, words: named, ...(row !== undefined && { row: Number(row) }) };
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
  const { stage, grid } = draft.kept ?? { stage: STAGE_OF_GRADE(draft.grade), grid: 2 };
  const before = earlierIn(draft, mark, (zh, en) => say("papers", zh, en, row));
  return { stage, grade: draft.grade, subject: draft.subject, full: full ?? 0, grid, lines, before };
}

/** The earlier exam: a name and its full mark, or neither. */
function earlierIn(
  { subject, beforeName, beforeFull, kept }: PaperDraft,
  mark: (text: string, zh: string, en: string) => number | null,
  say: (zh: string, en: string) => void,
): Paper["before"] {
  const name = beforeName.trim();
  if (name === "" && beforeFull.trim() === "") return null;
  const full = mark(beforeFull, "前测满分", "full mark of the earlier exam");
  if (name === "") say(`请写${subject}前测的名称，例如 入学考试`, `name the earlier exam of ${subject}, for example: entry exam`);
  if (name.length > 100) say(`${subject}前测的名称最多 100 个字`, `the name of the earlier exam of ${subject} has 100 characters at most`);
  if (full === null || full <= 0) say(`请写${subject}前测的满分`, `write the full mark of the earlier exam of ${subject}`);
  return { name, full: full ?? 0, grid: kept?.before?.grid ?? 2 };
}
