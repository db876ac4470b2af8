/**
 * What the functions spill or read over several columns: arguments already read, tables with one header row out.
 */

import type { Lines } from "../shared/exam.ts";
import { icc, sdOfMeans } from "../shared/kernel/between.ts";
import { disparity, type Share } from "../shared/kernel/dispersion.ts";
import { type Band, bands } from "../shared/marks/bands.ts";
import { type Pair, spreadOf, valueAddedOf } from "../shared/marks/cohort.ts";
import { countAllPass, type Each, sittings, subjectsOf } from "../shared/marks/joint.ts";
import type { Rate } from "../shared/marks/rates.ts";
import { SUMMARY_HEADER, summaryRow } from "../shared/marks/summary.ts";
import { isTotal } from "../shared/marks/totals.ts";
import { invalid, nobody, type Words } from "../shared/refusal.ts";
import { notAScore, outOfRange, placeOf, readScore, type ScoreColumn, ScoreCounter } from "../shared/scores.ts";
import { adviceOnFull, amountAt, argument, groupAt, list, optionalNumber, range, sameLength, scoreAt, someCells } from "./cells.ts";
import { byGroup, missingGroup, refuse, totalRow } from "./rows.ts";

export type Table = (string | number)[][];

const TOTAL = "合计";

/** 一分三率 of one column. */
export function summaryTable(column: ScoreColumn, full: number, lines: Lines): Table {
  return [[...SUMMARY_HEADER], summaryRow(column, full, lines)];
}

/** 一分三率, one row per group in order of first appearance, then 合计. */
export function summaryByTable(groups: unknown, scores: unknown, full: number, lines: Lines, advice: Words | undefined): Table {
  const total = new ScoreCounter(full, advice);
  const counters = new Map<string, { name: string | number; counter: ScoreCounter }>();
  for (const { key, name, cell, row } of byGroup("groups", groups, "scores", scores)) {
    argument("scores", () => total.put(cell, row));
    const own = counters.get(key) ?? { name, counter: new ScoreCounter(full, advice) };
    own.counter.put(cell, row);
    counters.set(key, own);
  }
  const rows = [...counters.values()].map(({ name, counter }) => [name, ...summaryRow(counter.result(), full, lines)]);
  return [["分组", ...SUMMARY_HEADER], ...rows, [TOTAL, ...summaryRow(total.result(), full, lines)]];
}

/** 分数段人数: highest band first. */
export function bandsTable(column: ScoreColumn, width: number, full: number): Table {
  const label = ({ low, high, top }: Band) => `[${low},${high}${top ? "]" : ")"}`;
  const rows = bands(column.frequency, width, full).map((band) => [label(band), band.pupils, band.share ?? "", band.cumulative ?? ""]);
  return [["分数段", "人数", "占实考比", "累计占比"], ...rows];
}

/** 全科合格率 as counts: rows are pupils, columns subjects. */
export function allPassRate(scores: unknown, lines: unknown, fulls: unknown): Rate {
  const rows = argument("scores", () => someCells(scores));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const called = { line: "lines", full: "full" };
  const subjects = subjectsOf(width, each("lines", lines), each("full", fulls), (of, at, read) =>
    argument(at === null ? called[of] : `${called[of]}[${at + 1}]`, read),
  );
  return argument("scores", () => {
    const marks = rows.map((row, at) =>
      row.map((cell, column) => {
        const score = readScore(cell);
        if (score === undefined) throw notAScore(cell, at, column);
        return score;
      }),
    );
    return countAllPass(sittings(marks, subjects, adviceOnFull(fulls, "third")));
  });
}

/** One number for all columns, or one per column. */
function each(name: string, value: unknown): Each {
  const given = range(value)
    .flat()
    .map((cell, at, all) => optionalNumber(all.length === 1 ? name : `${name}[${at + 1}]`, cell));
  return given.length === 1 ? given[0] : given;
}

/** 差异系数. */
export function disparityOf(amounts: unknown, pupils: unknown, weighted: boolean): number {
  const found = disparity(shares(amounts, pupils), weighted);
  if (found === undefined) throw nobody("没有可计算的学校，或总量为 0。", "there is no school to compute from, or the amounts add up to 0");
  return found;
}

function shares(amounts: unknown, pupils: unknown): Share[] {
  const had = argument("amounts", () => list(amounts));
  const heads = argument("pupils", () => list(pupils));
  sameLength("amounts", had, "pupils", heads);
  const rows = had.map((cell, row) => {
    const amount = argument("amounts", () => amountAt(cell, row));
    const count = argument("pupils", () => amountAt(heads[row], row));
    if (amount === undefined && count === undefined) return undefined;
    const at = placeOf(row);
    if (amount === undefined) throw argument("amounts", () => refuse(invalid(`${at.zh}是空的。`, `${at.en} is blank`)));
    if (count === undefined || count === 0) {
      const what = count === 0 ? { zh: "学生数为 0", en: "has 0 pupils" } : { zh: "没有学生数", en: "has no number of pupils" };
      throw argument("pupils", () =>
        refuse(invalid(`${at.zh}${what.zh}，无法求生均值。`, `${at.en} ${what.en}, so there is no amount per pupil`)),
      );
    }
    return { amount, pupils: count };
  });
  return rows.filter((row) => row !== undefined);
}

/** 校际差异率 by one of its three readings (guide C.6). */
export function betweenSchools(
  schools: unknown,
  scores: unknown,
  method: "icc" | "sd" | "cv",
  full: number,
  advice: Words | undefined,
): number {
  const { groups, mean } = spreadOf(marksBySchool(schools, scores, method === "sd" ? full : undefined, advice));
  if (groups.length === 0) throw nobody("没有人参加考试，无法计算。", "nobody sat, so there is nothing to divide by");
  if (method === "icc") {
    const found = icc(groups);
    if (found === undefined)
      throw nobody("只有一所学校，或每校只有一人，或分数没有差异。", "one school, one pupil per school, or no variance in the marks");
    return found;
  }
  const sd = sdOfMeans(groups) as number;
  if (method === "sd") return sd / full;
  if (mean === 0) throw nobody("平均分为 0，无法求变异系数。", "the mean is 0, so there is no coefficient of variation");
  return sd / mean;
}

function marksBySchool(schools: unknown, scores: unknown, full: number | undefined, advice: Words | undefined): Iterable<number[]> {
  const marks = new Map<string, number[]>();
  for (const { key, cell, row } of byGroup("schools", schools, "scores", scores)) {
    const score = argument("scores", () => scoreAt(cell, row));
    if (typeof score !== "number") continue;
    if (full !== undefined && (score < 0 || score > full))
      throw argument("scores", () => refuse(outOfRange(score, full, row, undefined, advice)));
    const own = marks.get(key);
    if (own) own.push(score);
    else marks.set(key, [score]);
  }
  return marks.values();
}

const VALUE_ADDED_HEADER = ["学校", "匹配人数", "未匹配人数", "前测均分", "后测均分", "增值", "区间下限", "区间上限"];

/** 增值 per school, on matched pupils only. */
export function valueAddedTable(schools: unknown, before: unknown, after: unknown): Table {
  const names = argument("schools", () => list(schools));
  const first = argument("before", () => list(before));
  const second = argument("after", () => list(after));
  sameLength("schools", names, "before", first);
  sameLength("schools", names, "after", second);
  const found = new Map<string, { name: string | number; pairs: Pair[]; unmatched: number }>();
  names.forEach((cell, row) => {
    const marks = [argument("before", () => scoreAt(first[row], row)), argument("after", () => scoreAt(second[row], row))] as const;
    // A row wholly blank is no pupil, nor is one who left (转出).
    if ((marks[0] === null && marks[1] === null) || marks.includes("left")) return;
    const group = argument("schools", () => groupAt(cell, row) ?? missingGroup(row));
    if (isTotal(group.key)) argument("schools", () => totalRow(row));
    const own = found.get(group.key) ?? { name: group.name, pairs: [], unmatched: 0 };
    if (typeof marks[0] === "number" && typeof marks[1] === "number") own.pairs.push({ before: marks[0], after: marks[1] });
    else own.unmatched++;
    found.set(group.key, own);
  });
  const groups = [...found.values()];
  const results = valueAddedOf(groups.map(({ pairs }) => pairs));
  const rows = groups.map(({ name, pairs, unmatched }, at) => {
    const result = results[at];
    const { value, interval } = result?.added ?? {};
    return [
      name,
      pairs.length,
      unmatched,
      result?.before ?? "",
      result?.after ?? "",
      value ?? "",
      interval?.low ?? "",
      interval?.high ?? "",
    ];
  });
  return [VALUE_ADDED_HEADER, ...rows];
}
