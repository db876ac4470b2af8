/** What a paper's counts rest on: whoever changes it makes the counts that stand unreadable. */
import { canonical } from "../canonical.ts";
import type { Paper } from "../contract.ts";

/** Alike for two papers where what was counted in one counts in the other: stage, grade, subject, full mark, grid, and the earlier exam's. */
export function frameOf({ stage, grade, subject, full, grid, before }: Paper): string {
  return canonical([stage, grade, subject, full, grid, before && { full: before.full, grid: before.grid }]);
}
