/** Which pupils are nearest to a line, from the distribution: those who cross it with the fewest marks come first. */
import { ceilTimes, decimal, onGrid } from "../kernel/decimal.ts";
import type { Frequency } from "../kernel/frequency.ts";

/** So many pupils with a mark, and how many parts of a mark (1/grid) each is from crossing. */
export interface Rung {
  readonly mark: number;
  readonly gap: number;
  readonly pupils: number;
}

/** The least mark on the grid that reaches a line, in parts of a mark. */
export function reaches(line: number, grid: number): number {
  return onGrid(line, grid) ?? ceilTimes(decimal(line), grid);
}

/** Those below the line, nearest first. */
export function rungsBelow(frequency: Frequency, line: number, grid: number): Rung[] {
  const goal = reaches(line, grid);
  const below = frequency.filter(([mark]) => Math.round(mark * grid) < goal);
  return below.map(([mark, pupils]) => ({ mark, gap: goal - Math.round(mark * grid), pupils })).reverse();
}

/** Those at or above the line, nearest to falling below it first. */
export function rungsAbove(frequency: Frequency, line: number, grid: number): Rung[] {
  const last = reaches(line, grid) - 1;
  const above = frequency.filter(([mark]) => Math.round(mark * grid) > last);
  return above.map(([mark, pupils]) => ({ mark, gap: Math.round(mark * grid) - last, pupils }));
}

/** The first so many of them, with all the parts of a mark they lack. */
export function firstOf<Own extends Pick<Rung, "gap" | "pupils">>(
  rungs: readonly Own[],
  pupils: number,
): { readonly taken: readonly Own[]; readonly gap: number } {
  const taken: Own[] = [];
  let [left, gap] = [pupils, 0];
  for (const rung of rungs) {
    if (left === 0) break;
    const own = Math.min(left, rung.pupils);
    taken.push({ ...rung, pupils: own });
    gap += own * rung.gap;
    left -= own;
  }
  return { taken, gap };
}
