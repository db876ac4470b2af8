import { quotient } from "./quotient.ts";
import { exactSum } from "./sum.ts";

/** Number, sum and sum of squares of a school's marks, as whole numbers of 1/unit. */
export interface Marks {
  readonly n: bigint;
  readonly sum: bigint;
  readonly squares: bigint;
}

/** One school: how many pupils, how far its mean lies from the pooled mean, and the squares inside it. */
export interface Group {
  readonly n: number;
  readonly offset: number;
  readonly squares: number;
}

/** The schools that have marks, each against the pooled mean: whole numbers up to one division, so no order and no grid shows. */
export function groupsOf(schools: readonly Marks[], unit: bigint): Group[] {
  const n = schools.reduce((total, school) => total + school.n, 0n);
  const sum = schools.reduce((total, school) => total + school.sum, 0n);
  return schools
    .filter((school) => school.n > 0n)
    .map((school) => ({
      n: Number(school.n),
      offset: quotient(school.sum * n - sum * school.n, school.n * n * unit),
      squares: quotient(school.n * school.squares - school.sum * school.sum, school.n * unit * unit),
    }));
}

/**
 * Share of the variance that lies between schools, ICC(1) of a one-way analysis of variance with unequal sizes:
 * (MSB - MSW) / (MSB + (m - 1) MSW), m = (N - Σn²/N) / (k - 1).
 * A negative estimate is returned as it is. Unit: none.
 * `undefined` with one school, without replication (every school has one pupil) or without variance.
 * Source: Shrout and Fleiss (1979) form 1,1; m after Snedecor and Cochran; the PISA habit (guide C.6 reading a).
 */
export function icc(groups: readonly Group[]): number | undefined {
  const schools = groups.length;
  const pupils = exactSum(groups.map((group) => group.n));
  if (schools < 2 || pupils === schools) return undefined;
  const msb = exactSum(groups.map((group) => group.n * group.offset ** 2)) / (schools - 1);
  const msw = exactSum(groups.map((group) => group.squares)) / (pupils - schools);
  const size = (pupils - exactSum(groups.map((group) => group.n ** 2)) / pupils) / (schools - 1);
  const total = msb + (size - 1) * msw;
  return total === 0 ? undefined : (msb - msw) / total;
}

/** SD of school means around the pooled mean, each school weighted by its pupils. `undefined` without pupils. */
export function sdOfMeans(groups: readonly Group[]): number | undefined {
  const pupils = exactSum(groups.map((group) => group.n));
  if (pupils === 0) return undefined;
  return Math.sqrt(exactSum(groups.map((group) => group.n * group.offset ** 2)) / pupils);
}
