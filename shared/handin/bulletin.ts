/**
 * 一分三率 and 分数段 of a paper, as bureaus circulate them: schools in the order of their codes, never ranked, the county last.
 * Where the reader is a viewer, schools of fewer than ten pupils are withheld, and one beside them that a subtraction would not hide.
 */

import { missingOf } from "../collecting/missing.ts";
import type { Paper, SubmissionBody } from "../contract.ts";
import { linesOf } from "../exam.ts";
import { percentsIn } from "../indicators/rules.ts";
import { bands, bandWords } from "../marks/bands.ts";
import { expected } from "../marks/states.ts";
import { SUMMARY_HEADER, summaryRow } from "../marks/summary.ts";
import { invalid, type Words } from "../refusal.ts";
import type { RollupInput } from "../rollup.ts";
import type { ScoreColumn } from "../scores.ts";
import { frequencyOf, placeKey, statesIn, talliesOf } from "../slice.ts";
import { subjectName } from "../subjects.ts";
import { SMALL_GROUP } from "../submission.ts";
import { inClassOrder } from "../tabulate/classes.ts";
import type { Tallies } from "../tally.ts";
import { placeWords } from "./place-words.ts";
import { type Cell, type Column, joined, type Table } from "./table.ts";
import { unlistedAmong } from "./unlisted.ts";
import { withheldIn } from "./withheld.ts";

export const text = (zh: string, en: string): Column => ({ name: { zh, en }, format: "text" });
export const SCHOOL = [text("学校代码", "Code"), text("学校", "School")];
const ALL: Words = { zh: "全县合计", en: "All schools" };
const WHOLE: Words = { zh: "全校", en: "Whole school" };
const WITHHELD: Words = {
  zh: `不足 ${SMALL_GROUP} 人或为保护小群体，不显示`,
  en: `fewer than ${SMALL_GROUP} pupils, or beside such a group: withheld`,
};

const ENGLISH = [
  "Expected",
  "Sat",
  "Absent",
  "Deferred",
  "Exempt",
  "Misconduct",
  "Left",
  "Mean",
  "SD",
  "Highest",
  "Lowest",
  "Median",
  "Pass rate",
  "Excellent rate",
  "Low rate",
];
const SUMMARY: readonly Column[] = ENGLISH.map((en, at) => ({
  name: { zh: SUMMARY_HEADER[at] as string, en },
  format: at < 7 ? "count" : at < 12 ? "mark" : "rate",
}));

/** A row for each school that submitted the paper, the county last. */
export function schoolSummary(input: RollupInput, paper: Paper): Table {
  const rows = shownRows(input, paper).map(({ school, column }) => [
    ...school,
    ...(column ? summaryCells(input, paper, column) : without(SUMMARY)),
  ]);
  return { title: titled(paper, "一分三率", "summary by school"), note: noteOf(input, paper), columns: [...SCHOOL, ...SUMMARY], rows };
}

/** Whether any class was sent by itself in a paper. */
export function hasClasses(bodies: ReadonlyMap<string, SubmissionBody>, { stage, grade, subject }: Paper): boolean {
  const isOf = (slice: SubmissionBody["slices"][number]) =>
    slice.class !== null && slice.scores && slice.stage === stage && slice.grade === grade && slice.subject === subject;
  return [...bodies.values()].some(({ slices }) => slices.some(isOf));
}

/** A row for each class that was sent, then one for its school, the county last. A class of fewer than ten is not sent on its own. */
export function classSummary(input: RollupInput, bodies: ReadonlyMap<string, SubmissionBody>, paper: Paper): Table {
  const rows = shownRows(input, paper).flatMap(({ code, school, column }) => {
    if (!column) return [[...school, null, ...without(SUMMARY)]];
    const own = [...school, code === null ? null : WHOLE, ...summaryCells(input, paper, column)];
    const body = code === null ? undefined : bodies.get(code);
    const classes = body ? classesIn(body, paper) : [];
    return [...classes.map(([name, marks]) => [...school, name, ...summaryCells(input, paper, marks)]), own];
  });
  const columns = [...SCHOOL, text("班级", "Class"), ...SUMMARY];
  const unlisted = input.audience === "bureau" ? unlistedAmong(bodies.values(), paper) : null;
  return { title: titled(paper, "分班一分三率", "summary by class"), note: joined(noteOf(input, paper), unlisted), columns, rows };
}

/** Of a table over several papers: the full mark and the lines of each row's own. */
export const LINES: readonly Column[] = [
  { name: { zh: "满分", en: "Full mark" }, format: "number" },
  { name: { zh: "及格线", en: "Pass line" }, format: "number" },
  { name: { zh: "优秀线", en: "Excellent line" }, format: "number" },
  { name: { zh: "低分线", en: "Low line" }, format: "number" },
];

export function lineCells({ rules }: RollupInput, paper: Paper): Cell[] {
  const { pass, excellent, low } = linesOf(paper, percentsIn(rules));
  return [paper.full, pass, excellent, low];
}

/** The note of such a table: what its columns do not say. */
export const LINES_NOTE: Words = {
  zh: "满分和三条线各科不同，写在每行里：及格线、优秀线含，低分线不含。比率以实考人数为分母。不排名，不得公布。",
  en: "Full marks and lines are each row's own: pass and excellent reached, low below. Rates are of those who sat. No ranking, not for publication.",
};

/** Whose rows a table has: schools and the county, or the classes of one school and the whole of it. */
export type Rows = "schools" | "classes";

export const HEADS: Readonly<Record<Rows, readonly Column[]>> = { schools: SCHOOL, classes: [text("班级", "Class")] };

/** How many of each school are in each band of the marks, the county last. The width is the bureau's: ten marks is only usual. */
export function bandTable(input: RollupInput, paper: Paper, width = 10, of: Rows = "schools"): Table {
  const edges = bands([], width, paper.full);
  const columns = edges.map((band): Column => ({ name: bandWords(band, paper.grid), format: "count" }));
  const sat: Column = { name: { zh: "实考", en: "Sat" }, format: "count" };
  const rows = shownRows(input, paper, of).map(({ school, column }) => [
    ...school,
    ...(column
      ? [column.states.sat, ...bands(column.frequency, width, paper.full).map(({ pupils }) => pupils)]
      : without([sat, ...columns])),
  ]);
  const { zh, en } = noteOf(input, paper, of);
  const note = {
    zh: `每段 ${width} 分，两端都含，最高段含满分。${zh}`,
    en: `Bands of ${width} marks, both ends included; the top band includes the full mark. ${en}`,
  };
  return { title: titled(paper, "分数段", "bands"), note, columns: [...HEADS[of], sat, ...columns], rows };
}

/** The papers of the collection, each found by those who want a table of it. Refuses a collection without an exam. */
export function papersIn({ collection }: Pick<RollupInput, "collection">): readonly Paper[] {
  if (!collection.exam) throw invalid("这个采集没有考试。", "this collection has no exam");
  return collection.exam.papers;
}

/** The paper at its place in the exam; refuses a place that there is not. */
export function paperAt(of: Pick<RollupInput, "collection">, at: number): Paper {
  const paper = papersIn(of)[at];
  if (!paper) throw invalid("没有这张试卷。", "there is no such paper");
  return paper;
}

interface Row {
  /** `null`: the county. */
  readonly code: string | null;
  readonly school: readonly Cell[];
  /** `null`: withheld. */
  readonly column: ScoreColumn | null;
}

/** The schools that sent a paper, and the county, as the reader may see them. */
export function shownRows({ members, sums, audience }: RollupInput, paper: Paper, of: Rows = "schools"): Row[] {
  const sent = members.flatMap(({ school, name, tallies }) => {
    const column = columnIn(tallies, paper);
    return column ? [{ code: school, school: of === "classes" ? [name] : [school, name], column }] : [];
  });
  const hidden = audience === "viewer" ? withheldIn(sent.map(({ column }) => expected(column.states))) : new Set<number>();
  const county = columnIn(sums, paper);
  return [
    ...sent.map((row, at) => (hidden.has(at) ? { ...row, column: null } : row)),
    ...(county ? [{ code: null, school: of === "classes" ? [WHOLE] : [null, ALL], column: county }] : []),
  ];
}

function columnIn(tallies: Tallies, { stage, grade, subject, grid }: Paper): ScoreColumn | undefined {
  const own = tallies.get(placeKey({ part: "scores", stage, grade, subject }));
  if (!own) return undefined;
  const frequency = frequencyOf(own, grid);
  return { frequency, states: statesIn(own, frequency), blanks: 0 };
}

function classesIn(body: SubmissionBody, paper: Paper): [name: string, column: ScoreColumn][] {
  const slices = body.slices.filter(
    ({ stage, grade, subject }) => stage === paper.stage && grade === paper.grade && subject === paper.subject,
  );
  return talliesByClass({ ...body, slices }).flatMap(([name, tallies]) => {
    const column = columnIn(tallies, paper);
    return column ? [[name, column] as [string, ScoreColumn]] : [];
  });
}

/** The classes that were sent, 2班 before 10班 and 一班 before 二班. */
export function talliesByClass(body: SubmissionBody): [name: string, tallies: Tallies][] {
  const names = [...new Set(body.slices.flatMap((slice) => slice.class ?? []))];
  return names.sort(inClassOrder).map((name) => {
    const slices = body.slices.filter((slice) => slice.class === name).map((slice) => ({ ...slice, class: null }));
    return [name, talliesOf({ ...body, slices })];
  });
}

function summaryCells({ rules }: RollupInput, paper: Paper, column: ScoreColumn): Cell[] {
  return summaryRow(column, paper.full, linesOf(paper, percentsIn(rules)))
    .slice(0, SUMMARY.length)
    .map((value) => (value === "" ? null : value));
}

export function without(columns: readonly Column[]): Cell[] {
  return columns.map((_, at) => (at === 0 ? WITHHELD : null));
}

export function titled(paper: Paper, zh: string, en: string): Words {
  const about = placeWords({ ...paper, subject: subjectName(paper.subject) });
  return { zh: `${about.zh} ${zh}`, en: `${about.en} ${en}` };
}

const ORDER: Readonly<Record<Rows, Words>> = {
  schools: { zh: "按学校代码排列，不排名，不得公布。", en: "In the order of the codes: no ranking, not for publication." },
  classes: { zh: "按班级排列，不排名，不得公布。", en: "In the order of the classes: no ranking, not for publication." },
};

export function noteOf({ rules, coverage, asked }: RollupInput, paper: Paper, of: Rows = "schools"): Words {
  const { pass, excellent, low } = linesOf(paper, percentsIn(rules));
  const missing = missingOf(paper.stage, coverage, asked);
  return {
    zh: `满分 ${paper.full}；及格线 ${pass}、优秀线 ${excellent}（含），低分线 ${low}（不含）。比率以实考人数为分母。${missing ? `${missing.zh}。` : ""}${ORDER[of].zh}`,
    en: `Full mark ${paper.full}; pass ${pass} and excellent ${excellent} (reached), low below ${low}. Rates are of those who sat. ${missing ? `${missing.en}. ` : ""}${ORDER[of].en}`,
  };
}
