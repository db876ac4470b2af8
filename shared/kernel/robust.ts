/** Where the middle of some values lies and how far they spread, hardly moved by a few that are wrong. */

/** The middle value, or halfway between the two middle ones; `undefined` of nothing. */
export function middle(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : low + (high - low) / 2;
}

/** Makes the median absolute deviation of normal values their standard deviation: 1 / Φ⁻¹(3/4). */
const NORMAL = 1.4826;

/** Median ± k times the scaled median absolute deviation; `undefined` where more than half are the same, so nothing spreads. */
export function robustRange(
  values: readonly number[],
  k: number,
): { readonly middle: number; readonly low: number; readonly high: number } | undefined {
  const centre = middle(values);
  if (centre === undefined) return undefined;
  const spread = NORMAL * (middle(values.map((value) => Math.abs(value - centre))) ?? 0);
  return spread === 0 ? undefined : { middle: centre, low: centre - k * spread, high: centre + k * spread };
}
