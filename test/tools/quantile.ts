/** Student's t by a library (stdlib, Apache-2.0) that goes another way than the product: the inverse of the incomplete beta function. */
import quantile from "@stdlib/stats-base-dists-t-quantile";

/** t(0.975, df). */
export function t975(df: number): number {
  return quantile(0.975, df);
}
