/**
 * Sum of real numbers as if added exactly and rounded once.
 * For: means and sums of squares that must not depend on the order of the pupils.
 * Shewchuk (1997), "Adaptive Precision Floating-Point Arithmetic", grow-expansion; the same idea as CPython's math.fsum.
 * Unit: that of the terms. Nothing to add gives 0. Terms are finite; an overflow of the running sum is not handled.
 */
export function exactSum(terms: Iterable<number>): number {
  const parts: number[] = [];
  for (const term of terms) {
    let high = term;
    let kept = 0;
    for (const part of parts) {
      const [big, small] = Math.abs(high) < Math.abs(part) ? [part, high] : [high, part];
      const total = big + small;
      const lost = small - (total - big);
      if (lost !== 0) parts[kept++] = lost;
      high = total;
    }
    parts.length = kept;
    parts.push(high);
  }
  return roundOnce(parts);
}

/** The parts do not overlap and grow in size; add from the largest and settle a tie by the sign of what is left. */
function roundOnce(parts: number[]): number {
  let at = parts.length - 1;
  if (at < 0) return 0;
  let high = parts[at] as number;
  let lost = 0;
  while (at > 0 && lost === 0) {
    const before = high;
    const part = parts[--at] as number;
    high = before + part;
    lost = part - (high - before);
  }
  const rest = at > 0 ? (parts[at - 1] as number) : 0;
  if (lost !== 0 && rest !== 0 && lost < 0 === rest < 0) {
    const twice = lost * 2;
    const nudged = high + twice;
    if (twice === nudged - high) high = nudged;
  }
  return high;
}
