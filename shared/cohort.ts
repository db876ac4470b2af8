/** Marks grouped by school, on any real scale: what the between-school and value-added figures of a sheet are read from. */
import type { Group } from "./kernel/between.ts";
import { fromMean, moments } from "./kernel/moments.ts";
import { exactSum } from "./kernel/sum.ts";
import { type Pooled, type ValueAdded, valueAdded } from "./kernel/valueadded.ts";
import { nobody } from "./refusal.ts";

/** Squares and offsets of each school's marks around the pooled mean, for the between-school figures. */
export function groupsOf(schools: Iterable<readonly number[]>): { groups: Group[]; mean: number } {
  const lists = [...schools].filter((marks) => marks.length > 0);
  const all = moments(lists.flat());
  if (!all) return { groups: [], mean: 0 };
  const offset = fromMean(lists.flat());
  const groups = lists.map((marks) => {
    const own = moments(marks) as NonNullable<ReturnType<typeof moments>>;
    return { n: own.n, offset: exactSum(marks.map(offset)) / own.n, squares: own.squares };
  });
  return { groups, mean: all.mean };
}

/** One pupil's marks in two exams. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

export interface SchoolValueAdded {
  readonly before: number;
  readonly after: number;
  readonly added: ValueAdded;
}

/** Value added of each list of matched pupils, in the order given; `undefined` for a school without any. */
export function valueAddedOf(schools: readonly (readonly Pair[])[]): (SchoolValueAdded | undefined)[] {
  const all = schools.flat();
  if (all.length === 0) throw nobody("没有前后两次都有成绩的学生。", "no pupil has a mark in both exams");
  const before = fromMean(all.map((pair) => pair.before));
  const after = fromMean(all.map((pair) => pair.after));
  const pooled = regress(all, before, after);
  return schools.map((pairs) => {
    if (pairs.length === 0) return undefined;
    const mean = (of: (pair: Pair) => number) => exactSum(pairs.map(of)) / pairs.length;
    const school = { n: pairs.length, before: mean((pair) => before(pair.before)), after: mean((pair) => after(pair.after)) };
    const added = valueAdded(school, pooled) as ValueAdded;
    return { before: mean((pair) => pair.before), after: mean((pair) => pair.after), added };
  });
}

function regress(all: readonly Pair[], before: (mark: number) => number, after: (mark: number) => number): Pooled {
  if (all.every((pair) => pair.before === (all[0] as Pair).before)) {
    throw nobody("所有学生的前测成绩相同，无法回归。", "every pupil has the same mark before, so there is no regression");
  }
  const beforeSquares = exactSum(all.map((pair) => before(pair.before) ** 2));
  const products = exactSum(all.map((pair) => before(pair.before) * after(pair.after)));
  const slope = products / beforeSquares;
  const residualSquares = exactSum(all.map((pair) => (after(pair.after) - slope * before(pair.before)) ** 2));
  return { n: all.length, beforeSquares, products, residualSquares };
}
