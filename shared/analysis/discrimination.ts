/**
 * 区分度 by extreme groups: D = (mean of the high group - mean of the low group) / full mark.
 * The groups are the 27 % with the highest and the lowest totals (Kelley 1939, "The selection of upper and lower groups for the validation
 * of test items"): 0.27 n pupils, rounded half up, at least one. Pupils tied at the cut share the places that are left in equal parts,
 * so the order of the rows does not show. Marks are whole numbers of one unit, in the order of the pupils.
 */
import { quotient } from "../kernel/quotient.ts";

/** How many pupils stand in each of the two groups. */
export function groupSize(pupils: number): number {
  return Math.max(1, Math.floor((27 * pupils + 50) / 100));
}

/** Pupils by their places in the column: those beyond the cut, and those tied at it, who share the places left. */
interface Group {
  readonly inside: readonly number[];
  readonly tied: readonly number[];
}

export interface Extremes {
  readonly size: number;
  readonly high: Group;
  readonly low: Group;
}

/** The two groups; `undefined` for a single pupil, who would be in both. */
export function extremes(totals: readonly bigint[]): Extremes | undefined {
  if (totals.length < 2) return undefined;
  const size = groupSize(totals.length);
  const ascending = [...totals].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [lowCut, highCut] = [ascending[size - 1] as bigint, ascending[totals.length - size] as bigint];
  const where = (holds: (total: bigint) => boolean) => totals.flatMap((total, pupil) => (holds(total) ? [pupil] : []));
  return {
    size,
    high: { inside: where((total) => total > highCut), tied: where((total) => total === highCut) },
    low: { inside: where((total) => total < lowCut), tied: where((total) => total === lowCut) },
  };
}

export function discrimination(marks: readonly bigint[], { size, high, low }: Extremes, full: bigint): number {
  const sumOf = (pupils: readonly number[]) => pupils.reduce((sum, pupil) => sum + (marks[pupil] as bigint), 0n);
  /** The group's sum, times the number who are tied: whole again. */
  const times = ({ inside, tied }: Group) => sumOf(inside) * BigInt(tied.length) + sumOf(tied) * BigInt(size - inside.length);
  const [highTied, lowTied] = [BigInt(high.tied.length), BigInt(low.tied.length)];
  return quotient(times(high) * lowTied - times(low) * highTied, highTied * lowTied * BigInt(size) * full);
}
