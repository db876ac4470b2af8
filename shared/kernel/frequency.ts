import { type Decimal, decimal, digitsAt } from "./decimal.ts";
import { quotient } from "./quotient.ts";

/** Distinct marks in ascending order, each with how many pupils have it. Every figure of a score column is read from this. */
export type Frequency = readonly (readonly [mark: number, pupils: number])[];

/** Number of marks. */
export function size(frequency: Frequency): number {
  let n = 0;
  for (const [, pupils] of frequency) n += pupils;
  return n;
}

/** How many marks are at or above a line (以上 includes the line). */
export function atLeast(frequency: Frequency, line: number): number {
  let n = 0;
  for (const [mark, pupils] of frequency) if (mark >= line) n += pupils;
  return n;
}

/** How many marks are below a line (低于 excludes the line). */
export function below(frequency: Frequency, line: number): number {
  return size(frequency) - atLeast(frequency, line);
}

/** Exact sums of the marks as decimals: sum x 10^places and sum of squares x 10^(2 places). */
export interface Sums {
  readonly n: number;
  readonly places: number;
  readonly sum: bigint;
  readonly squares: bigint;
}

export function sums(frequency: Frequency): Sums {
  const marks = frequency.map(([mark]): Decimal => decimal(mark));
  const places = marks.reduce((most, mark) => Math.max(most, mark.places), 0);
  let sum = 0n;
  let squares = 0n;
  frequency.forEach(([, pupils], at) => {
    const digits = digitsAt(marks[at] as Decimal, places);
    const times = digits * BigInt(pupils);
    sum += times;
    squares += times * digits;
  });
  return { n: size(frequency), places, sum, squares };
}

/** Mean mark, rounded once from the exact sum; `undefined` when nobody sat. */
export function mean(frequency: Frequency): number | undefined {
  const { n, places, sum } = sums(frequency);
  return n === 0 ? undefined : quotient(sum, BigInt(n) * 10n ** BigInt(places));
}

/**
 * Standard deviation of the whole group: sqrt((n Σx² - (Σx)²) / n²), exact under the root.
 * Population form (no n-1), as bulletins use it for all pupils who sat. `undefined` when nobody sat.
 */
export function deviation(frequency: Frequency): number | undefined {
  const { n, places, sum, squares } = sums(frequency);
  if (n === 0) return undefined;
  const count = BigInt(n);
  return Math.sqrt(quotient(count * squares - sum * sum, count * count * 10n ** BigInt(2 * places)));
}

/** Median: the middle mark, or halfway between the two middle ones (Hyndman and Fan type 7, Excel's MEDIAN). */
export function median(frequency: Frequency): number | undefined {
  const n = size(frequency);
  if (n === 0) return undefined;
  const low = nth(frequency, Math.floor((n - 1) / 2));
  const high = nth(frequency, Math.floor(n / 2));
  if (low === high) return low;
  const [a, b] = [decimal(low), decimal(high)];
  const places = Math.max(a.places, b.places);
  return quotient(digitsAt(a, places) + digitsAt(b, places), 2n * 10n ** BigInt(places));
}

/** The mark at a zero-based place in ascending order; the place lies within the marks. */
function nth(frequency: Frequency, place: number): number {
  let seen = 0;
  for (const [mark, pupils] of frequency) {
    seen += pupils;
    if (seen > place) return mark;
  }
  throw new RangeError(`place ${place} is outside ${seen} marks`);
}

/** Highest and lowest mark, or `undefined` when nobody sat. */
export function extremes(frequency: Frequency): { lowest: number; highest: number } | undefined {
  const first = frequency[0];
  const last = frequency[frequency.length - 1];
  return first && last ? { lowest: first[0], highest: last[0] } : undefined;
}
