// The quantile comes from stdlib (Apache-2.0, maintained): an inverse incomplete beta is not ours to write.
import quantile from "@stdlib/stats-base-dists-t-quantile";

/** Half-width factor of a 95 % interval: t(0.975, df). `undefined` below one degree of freedom. */
export function t975(df: number): number | undefined {
  return df >= 1 ? quantile(0.975, df) : undefined;
}
