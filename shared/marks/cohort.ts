/**
 * Marks grouped by school, on any real scale: what the between-school and value-added figures of a sheet are read from.
 * The marks become whole numbers of a common unit and then go the way of a submission, so a cell and the rollup agree to the bit.
 */

import { regressionOf, valueAddedOfMember } from "../figures/members.ts";
import { type Group, groupsOf, type Marks } from "../kernel/between.ts";
import { onCommonUnit } from "../kernel/decimal.ts";
import { quotient } from "../kernel/quotient.ts";
import type { ValueAdded } from "../kernel/valueadded.ts";
import { nobody } from "../refusal.ts";
import { longOf } from "../slice.ts";
import { add, type Tally, tally, zero } from "../tally.ts";

/** Each school's marks against the pooled mean, for the between-school figures. */
export function spreadOf(schools: Iterable<readonly number[]>): { groups: Group[]; mean: number } {
  const lists = [...schools];
  const { unit, whole } = onCommonUnit(lists.flat());
  const sums = lists.map((marks) => marksOf(marks.map(whole)));
  const all = marksOf(lists.flat().map(whole));
  return { groups: groupsOf(sums, unit), mean: all.n === 0n ? 0 : quotient(all.sum, all.n * unit) };
}

function marksOf(marks: readonly bigint[]): Marks {
  let [sum, squares] = [0n, 0n];
  for (const mark of marks) {
    sum += mark;
    squares += mark * mark;
  }
  return { n: BigInt(marks.length), sum, squares };
}

/** One pupil's marks in two exams. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

interface SchoolValueAdded {
  readonly before: number;
  readonly after: number;
  readonly added: ValueAdded;
}

/** Value added of each list of matched pupils, in the order given; `undefined` for a school without any. */
export function valueAddedOf(schools: readonly (readonly Pair[])[]): (SchoolValueAdded | undefined)[] {
  const x = onCommonUnit(schools.flatMap((pairs) => pairs.map(({ before }) => before)));
  const y = onCommonUnit(schools.flatMap((pairs) => pairs.map(({ after }) => after)));
  const tallies = schools.map((pairs) => pairsTally(pairs.map(({ before, after }) => [x.whole(before), y.whole(after)] as const)));
  const all = tallies.reduce(add, zero);
  if (longOf(all, "matched") === 0n) throw nobody("没有前后两次都有成绩的学生。", "no pupil has a mark in both exams");
  const regression = regressionOf(all, { before: x.unit, after: y.unit });
  if (regression === undefined) {
    throw nobody("所有学生的前测成绩相同，无法回归。", "every pupil has the same mark before, so there is no regression");
  }
  return tallies.map((own) => {
    const added = valueAddedOfMember(own, regression);
    const mean = (name: "before" | "after", unit: bigint) => quotient(longOf(own, name), longOf(own, "matched") * unit);
    return added && { before: mean("before", x.unit), after: mean("after", y.unit), added };
  });
}

/** The sums a school would send of its pairs. */
function pairsTally(pairs: readonly (readonly [before: bigint, after: bigint])[]): Tally {
  let [before, after, before2, after2, product] = [0n, 0n, 0n, 0n, 0n];
  for (const [a, b] of pairs) {
    before += a;
    after += b;
    before2 += a * a;
    after2 += b * b;
    product += a * b;
  }
  return tally([["matched", pairs.length], ...Object.entries({ before, after, before2, after2, product })]);
}
