import { ceilTimes, decimal } from "../kernel/decimal.ts";
import { nobodySat, type Rate } from "../marks/rates.ts";
import { invalid } from "../refusal.ts";

/**
 * How many more pupils must reach the line for the rate to be at least the target: max(0, ceil(target x n) - k), exactly
 * (0.28 of 25 is 7, although binary arithmetic makes it 8). 0 when the target is met.
 * Unit: pupils. Refuses a target outside 0..1 and a group of nobody.
 */
export function needed({ numerator, denominator }: Rate, target: number): number {
  // Read to 12 significant digits, as it is judged: 55% + 5% is 60 %, although binary arithmetic makes it a little more.
  const asked = Number(target.toPrecision(12));
  if (!(asked >= 0 && asked <= 1))
    throw invalid(`目标 ${target} 不在 0 到 1 之间：请写 0.95 或 95%。`, `the target ${target} is outside 0..1: write 0.95 or 95%`);
  if (denominator === 0) throw nobodySat();
  return Math.max(0, ceilTimes(decimal(asked), denominator) - numerator);
}
