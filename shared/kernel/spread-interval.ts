/**
 * The 95 % interval of a standard deviation of n normal values: sums of squares over σ² have a chi-square distribution with n − 1 degrees of
 * freedom. Its quantiles are Wilson & Hilferty's (1931, PNAS 17(12) 684), off by less than 1 % from ten values on. Two values say next to
 * nothing, alike or not: no high end. Shape: the deviation over n, n > 0. Unit: that of the values.
 */
import { Z } from "./wilson.ts";

export function spreadInterval(deviation: number, n: number): { readonly low: number; readonly high: number } {
  const squares = n * deviation * deviation;
  const [least, most] = [chiSquare(n - 1, -Z), chiSquare(n - 1, Z)];
  const low = most > 0 ? Math.sqrt(squares / most) : 0;
  return { low, high: least > 0 ? Math.sqrt(squares / least) : Number.POSITIVE_INFINITY };
}

/** The quantile of so many degrees of freedom where a normal value has z; 0 where the approximation falls below it. */
function chiSquare(freedom: number, z: number): number {
  if (freedom < 1) return 0;
  const part = 2 / (9 * freedom);
  return freedom * Math.max(0, 1 - part + z * Math.sqrt(part)) ** 3;
}
