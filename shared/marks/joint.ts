/** Pupils over all their subjects at once: who passes in every one, and what each reaches in every one. */
import { checkFull, checkLine, defaultLine } from "../exam.ts";
import { invalid, type Words } from "../refusal.ts";
import { outOfRange, type Score } from "../scores.ts";
import type { Rate } from "./rates.ts";

/** One subject's mark or state of one pupil, with the line to reach. */
export interface Sitting {
  readonly score: Exclude<Score, undefined>;
  readonly line: number;
}

type Judged = Pick<Sitting, "score">;

/** What is given of a number for each subject: one for all of them, one for each (a blank is its default), or nothing. */
export type Each = number | readonly (number | null | undefined)[] | undefined;

/** The line and the full mark of one subject. */
export interface Subject {
  readonly line: number;
  readonly full: number;
}

/** Runs what may refuse a line or a full mark, so that the refusal names it; `at` is the subject where each has its own. */
type Named = <Value>(of: "line" | "full", at: number | null, read: () => Value) => Value;

/** The lines and full marks of so many subjects: 100 and 60 % of the full mark where none is given. */
export function subjectsOf(width: number, lines: Each, fulls: Each, named: Named = (_, __, read) => read()): Subject[] {
  const place = (given: Each, at: number) => (typeof given === "object" ? at : null);
  const [line, full] = [named("line", null, () => spread(lines, width)), named("full", null, () => spread(fulls, width))];
  return Array.from({ length: width }, (_, at) => {
    const top = named("full", place(fulls, at), () => checkFull(full(at) ?? 100));
    const own = line(at);
    return {
      full: top,
      line: own === undefined ? defaultLine("pass", top) : named("line", place(lines, at), () => checkLine("pass", own, top)),
    };
  });
}

function spread(given: Each, width: number): (at: number) => number | undefined {
  if (typeof given !== "object") return () => given;
  if (given.length === width) return (at) => given[at] ?? undefined;
  throw invalid(
    `请给一个数，或每列一个（${width} 个），现在是 ${given.length} 个。`,
    `give one number or one per column (${width}), not ${given.length}`,
  );
}

/** Rows of marks with the line of each column; a mark above its full mark is refused with its place. */
export function sittings(rows: readonly (readonly Sitting["score"][])[], subjects: readonly Subject[], advice?: Words): Sitting[][] {
  return rows.map((row, at) =>
    row.map((score, column) => {
      const { line, full } = subjects[column] as Subject;
      if (typeof score === "number" && (score < 0 || score > full)) throw outOfRange(score, full, at, column, advice);
      return { score, line };
    }),
  );
}

/**
 * 全科: the subjects a pupil is judged in, or `undefined` when the row is no pupil.
 * 免考: the subject is left out for that pupil. 转出 anywhere, a row wholly blank, or every subject exempt: no pupil.
 */
function judgedIn<One extends Judged>(row: readonly One[]): One[] | undefined {
  if (row.some(({ score }) => score === "left") || row.every(({ score }) => score === null)) return undefined;
  const judged = row.filter(({ score }) => score !== "exempt");
  return judged.length === 0 ? undefined : judged;
}

/** 全科合格率 as counts: pupils who pass in every subject, of all pupils. 缺考, 缓考, 违纪 or a blank in some subject: did not pass. */
export function countAllPass(rows: Iterable<readonly Sitting[]>): Rate {
  let numerator = 0;
  let denominator = 0;
  for (const row of rows) {
    const judged = judgedIn(row);
    if (judged === undefined) continue;
    denominator++;
    if (judged.every(({ score, line }) => typeof score === "number" && score >= line)) numerator++;
  }
  return { numerator, denominator };
}

/** One subject's mark of one pupil as a whole number on the paper's grid, or the state; and the full mark on that grid. */
export interface Marked {
  readonly score: Sitting["score"];
  readonly full: number;
}

/**
 * How many pupils reach which whole per cent of the full mark in every subject: ascending [per cent, pupils], each the floor of the
 * lowest of 100 x mark / full. Who is away in some subject reaches none and is left out.
 *
 * Exact at every line of a whole per cent, on any grid and full mark: for a whole p, floor(r) >= p just when r >= p; and the floor of the
 * lowest is the lowest of the floors. So the pupils with p per cent and more are those whose every mark is >= p % of its full mark.
 */
export function countLowest(rows: Iterable<readonly Marked[]>): [percent: number, pupils: number][] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const percents = judgedIn(row)?.map(({ score, full }) => (typeof score === "number" ? floorPercent(score, full) : undefined));
    if (percents === undefined || percents.includes(undefined)) continue;
    const lowest = Math.min(...(percents as number[]));
    counts.set(lowest, (counts.get(lowest) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b);
}

/** In whole numbers: no quotient is rounded. */
function floorPercent(mark: number, full: number): number {
  const hundredfold = 100 * mark;
  return (hundredfold - (hundredfold % full)) / full;
}
