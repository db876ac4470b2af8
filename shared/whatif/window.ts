/** How many of n meet a limit: the whole numbers k whose k/n does, as a run from least to most. Exact, no division. */
import { decimal } from "../kernel/decimal.ts";
import { type Ratio, ratio } from "../kernel/ratio.ts";
import type { Rate } from "../marks/rates.ts";
import type { Operator } from "../target.ts";

export interface Limit {
  readonly operator: Operator;
  readonly value: number;
  /** The other end, of between. */
  readonly upTo?: number | null;
}

/** The limit as exact fractions. */
export interface ExactLimit {
  readonly operator: Operator;
  readonly value: Ratio;
  readonly upTo: Ratio;
}

/** A limit on the rate itself. */
export function limitOn({ operator, value, upTo }: Limit): ExactLimit {
  return { operator, value: fractionOf(value), upTo: fractionOf(upTo ?? value) };
}

/**
 * A limit on the change since a baseline, as a limit on the rate now: k/n - b >= v asks k/n >= v + b; grown by v asks k/n >= (1 + v) b.
 * A growth over nothing has no limit: `undefined`.
 */
export function limitOnChange(limit: Limit, since: Rate, mode: "points" | "growth"): ExactLimit | undefined {
  if (since.denominator === 0 || (mode === "growth" && since.numerator === 0)) return undefined;
  const base = ratio(since.numerator, since.denominator);
  const moved = (value: number) => (mode === "points" ? plus(fractionOf(value), base) : times(plus(fractionOf(value), ratio(1, 1)), base));
  return { operator: limit.operator, value: moved(limit.value), upTo: moved(limit.upTo ?? limit.value) };
}

/** Runs from `least` to `most`; empty where least is above most. Of 0 to n. */
export interface Window {
  readonly least: number;
  readonly most: number;
}

/** `undefined` of nobody. */
export function windowOf(n: number, { operator, value, upTo }: ExactLimit): Window | undefined {
  if (n === 0) return undefined;
  const [floor, ceil] = [floorTimes(value, n), ceilTimes(value, n)];
  const own = {
    ">=": [ceil, n],
    ">": [floor + 1, n],
    "<=": [0, floor],
    "<": [0, ceil - 1],
    "=": [ceil, floor],
    between: [ceil, floorTimes(upTo, n)],
  }[operator] as [number, number];
  return { least: Math.max(0, own[0]), most: Math.min(n, own[1]) };
}

function fractionOf(value: number): Ratio {
  const { digits, places } = decimal(value);
  return ratio(digits, 10n ** BigInt(places));
}

function plus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Rounded down also below 0: a limit may fall below 0 where a baseline is low. */
function floorTimes({ numerator, denominator }: Ratio, n: number): number {
  const top = numerator * BigInt(n);
  const whole = top / denominator;
  return Number(whole * denominator > top ? whole - 1n : whole);
}

function ceilTimes({ numerator, denominator }: Ratio, n: number): number {
  return -floorTimes({ numerator: -numerator, denominator }, n);
}
