import { exactSum } from "./sum.ts";

/** Number, mean and sum of squared distances from the mean, of real numbers on any scale. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly squares: number;
}

/**
 * Two passes, each summed exactly, with the correction for the rounding of the mean
 * (Chan, Golub and LeVeque 1983, "Algorithms for Computing the Sample Variance", eq. 1.7).
 * `undefined` when there are no numbers. Reference values: NIST StRD NumAcc4.
 */
export function moments(values: readonly number[]): Moments | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const mean = exactSum(values) / n;
  const drift = exactSum(values.map((value) => value - mean));
  const squares = exactSum(values.map((value) => (value - mean) ** 2)) - drift ** 2 / n;
  return { n, mean, squares: Math.max(0, squares) };
}

/** Standard deviation of a whole group (divisor n). `undefined` when there are no numbers. */
export function populationSd(values: readonly number[]): number | undefined {
  const found = moments(values);
  return found && Math.sqrt(found.squares / found.n);
}

/** Standard deviation estimated from a sample (divisor n - 1). `undefined` for fewer than two numbers. */
export function sampleSd(values: readonly number[]): number | undefined {
  const found = moments(values);
  return found && found.n > 1 ? Math.sqrt(found.squares / (found.n - 1)) : undefined;
}
