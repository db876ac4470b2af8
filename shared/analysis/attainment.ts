/**
 * 均分达到度: a group's mean over the mean of all. 超均率: (a group's mean - the mean of all) / the mean of all.
 * The mean of all is pooled over pupils, not a mean of means. Exact from whole sums, rounded once.
 * Shape: marks by group. Unit: fractions; the mean in marks. A group of nobody has none; refuses nobody at all, and a mean of 0.
 * Source: guide C.6, C.8 (practice of counties; no official text).
 */
import { onCommonUnit } from "../kernel/decimal.ts";
import { quotient } from "../kernel/quotient.ts";
import { nobodySat } from "../marks/rates.ts";
import { nobody } from "../refusal.ts";

export interface Attainment {
  readonly sat: number;
  readonly mean: number;
  readonly attained: number;
  readonly over: number;
}

/** One answer for each group, and one for all of them. */
export function attainment(groups: readonly (readonly number[])[]): { groups: (Attainment | undefined)[]; all: Attainment } {
  const marks = groups.flat();
  if (marks.length === 0) throw nobodySat();
  const { unit, whole } = onCommonUnit(marks);
  const sumOf = (some: readonly number[]) => some.reduce((sum, mark) => sum + whole(mark), 0n);
  const [n, sum] = [BigInt(marks.length), sumOf(marks)];
  if (sum === 0n) throw nobody("总平均分为 0，无法求达到度。", "the mean of all is 0, so nothing can be set against it");
  const read = (some: readonly number[]): Attainment | undefined => {
    if (some.length === 0) return undefined;
    const [own, ownSum] = [BigInt(some.length), sumOf(some)];
    const [top, bottom] = [ownSum * n, own * sum];
    return {
      sat: some.length,
      mean: quotient(ownSum, own * unit),
      attained: quotient(top, bottom),
      over: quotient(top - bottom, bottom),
    };
  };
  return { groups: groups.map(read), all: read(marks) as Attainment };
}
