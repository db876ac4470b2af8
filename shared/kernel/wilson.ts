/**
 * The interval of a rate after Wilson (1927), without continuity correction: where the rate behind k of n may lie if these n are taken as a
 * sample. Shape: whole numbers 0 <= k <= n, n > 0. Unit: a fraction.
 */

/** Φ⁻¹(0.975), for 95 %. */
export const Z = 1.959963984540054;

export function wilson(k: number, n: number): { readonly low: number; readonly high: number } {
  const square = Z * Z;
  const centre = (k + square / 2) / (n + square);
  const half = (Z / (n + square)) * Math.sqrt((k * (n - k)) / n + square / 4);
  // At the ends the formula gives 0 and 1 but for the last bit.
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half };
}
