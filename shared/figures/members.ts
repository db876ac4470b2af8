/**
 * Figures that are not sums: read over the members' tallies, never stored. Whole numbers up to the last division.
 */
import type { Paper } from "../contract.ts";
import { groupsOf, icc } from "../kernel/between.ts";
import type { Sums } from "../kernel/frequency.ts";
import { quotient } from "../kernel/quotient.ts";
import { type Pooled, type ValueAdded, valueAdded } from "../kernel/valueadded.ts";
import { longOf } from "../slice.ts";
import type { Tally } from "../tally.ts";

/** 校际差异率, reading ICC(1), from the schools' sums of one paper on its grid; `undefined` where it cannot be estimated. */
export function betweenMembers(members: readonly Sums[], grid: Paper["grid"]): number | undefined {
  const schools = members.map(({ n, sum, squares }) => ({ n: BigInt(n), sum, squares }));
  return icc(groupsOf(schools, BigInt(grid)));
}

/** What a school's value-added is measured against: the region's regression. `undefined` without pairs or with a flat `before`. */
export interface Regression {
  readonly region: Tally;
  readonly grid: { readonly before: bigint; readonly after: bigint };
  readonly pooled: Pooled;
}

export function regressionOf(region: Tally, grid: { before: number | bigint; after: number | bigint }): Regression | undefined {
  const n = longOf(region, "matched");
  const [x, y, xx, yy, xy] = ["before", "after", "before2", "after2", "product"].map((name) => longOf(region, name)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const [gx, gy] = [BigInt(grid.before), BigInt(grid.after)];
  const [sxx, syy, sxy] = [n * xx - x * x, n * yy - y * y, n * xy - x * y];
  if (n === 0n || sxx === 0n) return undefined;
  const pooled: Pooled = {
    n: Number(n),
    beforeSquares: quotient(sxx, n * gx * gx),
    products: quotient(sxy, n * gx * gy),
    residualSquares: quotient(sxx * syy - sxy * sxy, n * sxx * gy * gy),
  };
  return { region, grid: { before: gx, after: gy }, pooled };
}

/** Value added of one school; `undefined` without matched pupils. */
export function valueAddedOfMember(own: Tally, { region, grid, pooled }: Regression): ValueAdded | undefined {
  const [n, all] = [longOf(own, "matched"), longOf(region, "matched")];
  if (n === 0n) return undefined;
  const offset = (name: string, unit: bigint) => quotient(longOf(own, name) * all - longOf(region, name) * n, n * all * unit);
  return valueAdded({ n: Number(n), before: offset("before", grid.before), after: offset("after", grid.after) }, pooled);
}
