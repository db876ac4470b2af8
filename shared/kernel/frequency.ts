import { type Decimal, decimal, digitsAt, onGrid } from "./decimal.ts";
import { quotient } from "./quotient.ts";

/** Distinct marks in ascending order, each with how many pupils have it. Every figure of a score column is read from this. */
export type Frequency = readonly (readonly [mark: number, pupils: number])[];

/** Number of marks: the pupils who sat. 0 for nobody. */
export function size(frequency: Frequency): number {
  let n = 0;
  for (const [, pupils] of frequency) n += pupils;
  return n;
}

/** How many marks are at or above a line (以上 includes the line). */
export function atLeast(frequency: Frequency, line: number): number {
  let n = 0;
  for (let at = frequency.length - 1; at >= 0; at--) {
    const [mark, pupils] = frequency[at] as Frequency[number];
    if (mark < line) break;
    n += pupils;
  }
  return n;
}

/** How many marks are below a line (低于 excludes the line). */
export function below(frequency: Frequency, line: number): number {
  return size(frequency) - atLeast(frequency, line);
}

/** The same, asked of many lines: the counts from the top are added up once, then each line is found by halving. */
export function cumulative(frequency: Frequency): (line: number) => number {
  let from: Float64Array | undefined;
  let marks: Float64Array | undefined;
  return (line) => {
    from ??= fromTheTop(frequency);
    marks ??= Float64Array.from(frequency, ([mark]) => mark);
    let [low, high] = [0, frequency.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle] as number) < line) low = middle + 1;
      else high = middle;
    }
    return from[low] as number;
  };
}

function fromTheTop(frequency: Frequency): Float64Array {
  const counts = new Float64Array(frequency.length + 1);
  for (let at = frequency.length - 1; at >= 0; at--) {
    counts[at] = (counts[at + 1] as number) + (frequency[at] as Frequency[number])[1];
  }
  return counts;
}

/** Exact sums of the marks, in whole parts of a mark: sum x parts and sum of squares x parts². */
export interface Sums {
  readonly n: number;
  readonly parts: bigint;
  readonly sum: bigint;
  readonly squares: bigint;
}

/** Sums on a grid, or on the coarsest one that holds every mark. */
export function sums(frequency: Frequency, grid = commonGrid(frequency)): Sums {
  const n = size(frequency);
  if (grid === undefined) return { n, ...decimalSums(frequency) };
  const highest = frequency[frequency.length - 1]?.[0] ?? 0;
  // Below 2^53 plain numbers are whole numbers too, and much faster.
  const safe = n * (highest * grid) ** 2 <= Number.MAX_SAFE_INTEGER;
  return { n, parts: BigInt(grid), ...(safe ? safeSums : longSums)(frequency, grid) };
}

/** The grids marks are usually on, coarsest first: half marks, tenths, hundredths, thousandths. */
const GRIDS = [2, 10, 100, 1000];

function commonGrid(frequency: Frequency): number | undefined {
  return GRIDS.find((grid) => frequency.every(([mark]) => mark >= 0 && onGrid(mark, grid) !== undefined));
}

function safeSums(frequency: Frequency, grid: number): Pick<Sums, "sum" | "squares"> {
  let [sum, squares] = [0, 0];
  for (const [mark, pupils] of frequency) {
    const whole = Math.round(mark * grid);
    sum += whole * pupils;
    squares += whole * whole * pupils;
  }
  return { sum: BigInt(sum), squares: BigInt(squares) };
}

function longSums(frequency: Frequency, grid: number): Pick<Sums, "sum" | "squares"> {
  let [sum, squares] = [0n, 0n];
  for (const [mark, pupils] of frequency) {
    const whole = BigInt(Math.round(mark * grid));
    sum += whole * BigInt(pupils);
    squares += whole * whole * BigInt(pupils);
  }
  return { sum, squares };
}

/** Any decimals, of any size. */
function decimalSums(frequency: Frequency): Omit<Sums, "n"> {
  const marks = frequency.map(([mark]): Decimal => decimal(mark));
  const places = marks.reduce((most, mark) => Math.max(most, mark.places), 0);
  let [sum, squares] = [0n, 0n];
  frequency.forEach(([, pupils], at) => {
    const digits = digitsAt(marks[at] as Decimal, places);
    const times = digits * BigInt(pupils);
    sum += times;
    squares += times * digits;
  });
  return { parts: 10n ** BigInt(places), sum, squares };
}

/** Mean mark, rounded once from the exact sum; `undefined` when nobody sat. */
export function mean({ n, parts, sum }: Sums): number | undefined {
  return n === 0 ? undefined : quotient(sum, BigInt(n) * parts);
}

/**
 * Standard deviation of the whole group: sqrt((n Σx² - (Σx)²) / n²), exact under the root.
 * Population form (no n-1), as bulletins use it for all pupils who sat. `undefined` when nobody sat.
 */
export function deviation({ n, parts, sum, squares }: Sums): number | undefined {
  if (n === 0) return undefined;
  const count = BigInt(n);
  return Math.sqrt(quotient(count * squares - sum * sum, count * count * parts * parts));
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

/** Lowest and highest mark, in marks; `undefined` when nobody sat. A minimum is read from counts per value, so it adds and subtracts. */
export function extremes(frequency: Frequency): { lowest: number; highest: number } | undefined {
  const first = frequency[0];
  const last = frequency[frequency.length - 1];
  return first && last ? { lowest: first[0], highest: last[0] } : undefined;
}
