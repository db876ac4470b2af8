/**
 * 标准分: T = mean + sd · Z, Z = (x - μ) / σ, with μ and σ of everybody who sat (population form, divisor n).
 * For: marks of different papers on one scale, where a point means the same.
 * Shape: a mark or `undefined` (did not sit) for each pupil, and so the answer. Unit: points of the scale asked for (50 and 10, 500 and 100).
 * A linear standard score: it keeps the shape of the distribution. The normalised T, through percentile ranks, is another one.
 * Refuses nobody, and marks that are all the same (σ = 0). Source: guide C.8; McCall (1922) for 50 and 10.
 */
import { onCommonUnit } from "../kernel/decimal.ts";
import { quotient } from "../kernel/quotient.ts";
import { nobodySat } from "../marks/rates.ts";
import { nobody } from "../refusal.ts";

export function standardScores(marks: readonly (number | undefined)[], mean: number, sd: number): (number | undefined)[] {
  const z = zScores(marks.filter((mark) => mark !== undefined));
  return marks.map((mark) => (mark === undefined ? undefined : mean + sd * z(mark)));
}

/** Z of a mark. In whole numbers Z² = (n x - Σx)² / (n Σx² - (Σx)²), whatever the unit: one division and one root. */
function zScores(marks: readonly number[]): (mark: number) => number {
  if (marks.length === 0) throw nobodySat();
  const n = BigInt(marks.length);
  const { whole } = onCommonUnit(marks);
  let [sum, squares] = [0n, 0n];
  for (const mark of marks) {
    const x = whole(mark);
    sum += x;
    squares += x * x;
  }
  const spread = n * squares - sum * sum;
  if (spread === 0n)
    throw nobody("所有分数相同，标准差为 0，没有标准分。", "all marks are the same: the deviation is 0, so there is no standard score");
  const known = new Map<number, number>();
  return (mark) => {
    const found = known.get(mark);
    if (found !== undefined) return found;
    const off = n * whole(mark) - sum;
    const z = Math.sqrt(quotient(off * off, spread)) * (off < 0n ? -1 : 1);
    known.set(mark, z);
    return z;
  };
}
