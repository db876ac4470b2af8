/**
 * How the items of a test hang together, over whole numbers of one unit, columns in one order of pupils.
 * Variances and covariances carry the same divisor, which cancels: n or n - 1 gives the same figures.
 */
import { quotient } from "../kernel/quotient.ts";

export type Column = readonly bigint[];

/** n² times the covariance of two columns (of a column with itself: its variance). */
export function spread(x: Column, y: Column): bigint {
  let [sumX, sumY, products] = [0n, 0n, 0n];
  x.forEach((value, at) => {
    const other = y[at] as bigint;
    sumX += value;
    sumY += other;
    products += value * other;
  });
  return BigInt(x.length) * products - sumX * sumY;
}

/** Population standard deviation of a column of 1/unit. */
export function deviationOf(x: Column, unit: bigint): number {
  const n = BigInt(x.length);
  return Math.sqrt(quotient(spread(x, x), n * n * unit * unit));
}

/**
 * 信度 α = k / (k - 1) · (1 - Σ item variances / variance of the totals), from the spreads. Exact, rounded once.
 * Source: Cronbach (1951), "Coefficient alpha and the internal structure of tests". `undefined` for one item or totals that do not vary.
 */
export function alpha(items: readonly bigint[], totals: bigint): number | undefined {
  if (items.length < 2 || totals === 0n) return undefined;
  const parts = items.reduce((sum, item) => sum + item, 0n);
  return quotient(BigInt(items.length) * (totals - parts), BigInt(items.length - 1) * totals);
}

/** Product-moment correlation of two columns; `undefined` where either does not vary. */
export function correlation(x: Column, y: Column): number | undefined {
  const [own, other, common] = [spread(x, x), spread(y, y), spread(x, y)];
  if (own === 0n || other === 0n) return undefined;
  return Math.sqrt(quotient(common * common, own * other)) * (common < 0n ? -1 : 1);
}
