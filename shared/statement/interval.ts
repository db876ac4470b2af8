/** How few and how many may be counted while limits are just met: whole numbers, by the comparison that judges (meets). */
import { decimal } from "../kernel/decimal.ts";
import { meets, type Operator } from "../target.ts";

export interface Bound {
  readonly operator: Operator;
  readonly value: number;
  readonly upTo: number | null;
}

/** From `least` to `most`, both inside; `least` above `most` where the limits contradict each other. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** How a count k becomes a value: k x factor / (base x grid). */
export interface Measure {
  readonly factor: 1 | 100;
  /** Parts of one that are counted: 2 for half marks, 100 for amounts, 1 for heads. */
  readonly grid: number;
  /** The largest value there can be, 1 of a rate, the full mark of a mean; null where there is none. */
  readonly top: number | null;
}

export const HEADS: Measure = { factor: 1, grid: 1, top: 1 };

/** The counts over `base` (pupils, cases) with which every limit is met. Of nobody there are 0, whatever the limits. */
export function within(base: number, bounds: readonly Bound[], measure: Measure = HEADS): Interval {
  if (base === 0) return { least: 0, most: 0 };
  const all: Interval = { least: 0, most: measure.top === null ? Number.POSITIVE_INFINITY : base * measure.grid * measure.top };
  return bounds.map((bound) => ofBound(base, bound, measure)).reduce(both, all);
}

/** What lies in both. */
export function both(a: Interval, b: Interval): Interval {
  return { least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) };
}

/**
 * How many pass in all of m subjects, from how many pass in each, of n pupils: at worst nobody fails twice, at best the same fail (Fréchet).
 * Least: the sum of those who pass less (m - 1) x n. Both ends are reached by some pupils.
 */
export function joint(n: number, subjects: readonly Interval[]): Interval {
  const fail = subjects.reduce((sum, { least }) => sum + (n - least), 0);
  return { least: Math.max(0, n - fail), most: Math.min(n, ...subjects.map(({ most }) => most)) };
}

/** How many pass in a subject, those excused (免考) included; contradictory limits stay contradictory. */
export function subjectInterval(subject: {
  readonly base: number | null;
  readonly excused?: number;
  readonly bounds: readonly Bound[];
}): Interval {
  const { least, most } = within(subject.base ?? 0, subject.bounds);
  const excused = subject.excused ?? 0;
  return { least: least + excused, most: most + excused };
}

function ofBound(base: number, { operator, value, upTo }: Bound, measure: Measure): Interval {
  const below = operator === "<=" || operator === "<";
  const above = operator === ">=" || operator === ">";
  const least = below ? 0 : firstThat(base, value, operator === ">" ? ">" : ">=", measure);
  const most = above ? Number.POSITIVE_INFINITY : lastThat(base, upTo ?? value, operator === "<" ? "<" : "<=", measure);
  return { least, most };
}

/** The smallest count from which the value is on the right side. */
function firstThat(base: number, value: number, operator: ">=" | ">", measure: Measure): number {
  let count = Math.max(0, floorOf(base, value, measure));
  while (!meets(factOf(count, base, measure), operator, value)) count++;
  return count;
}

/** The largest count up to which it is; -1 where not even 0 is. */
function lastThat(base: number, value: number, operator: "<=" | "<", measure: Measure): number {
  let count = floorOf(base, value, measure) + 1;
  while (count >= 0 && !meets(factOf(count, base, measure), operator, value)) count--;
  return Math.max(-1, count);
}

function factOf(count: number, base: number, { factor, grid }: Measure) {
  return { numerator: BigInt(count) * BigInt(factor), denominator: BigInt(base) * BigInt(grid) };
}

/** value x base x grid / factor, rounded down (towards zero below it: the searches start at 0). */
function floorOf(base: number, value: number, { factor, grid }: Measure): number {
  const { digits, places } = decimal(value);
  return Number((digits * BigInt(base) * BigInt(grid)) / (10n ** BigInt(places) * BigInt(factor)));
}
