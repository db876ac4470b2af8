/** What every kind says once: its inputs, how they tally, how the tally reads, its formula in words and in native Excel. */

import { decimal, digitsAt } from "../../kernel/decimal.ts";
import type { Sitting } from "../../marks/joint.ts";
import type { Words } from "../../refusal.ts";
import type { ScoreColumn } from "../../scores.ts";
import { add, type Tally, zero } from "../../tally.ts";
import type { Fact } from "../../target.ts";
import type { Choose } from "../options.ts";

/**
 * What an input takes. `whole`: people, times. `rank`: from 1 on. `amount`: any number from 0 on. `real`: any number. `amounts`: a column of them. `scores`: a
 * column of marks and states. `marks`: a row per pupil, a column per subject. `each`: one amount for all its columns, or one for each. `labels`: a column of names. `flag`: 是 or 否.
 * `level`: one of the kind's levels. `text`: words.
 */
export type Shape =
  | "whole"
  | "rank"
  | "amount"
  | "real"
  | "amounts"
  | "scores"
  | "marks"
  | "each"
  | "labels"
  | "flag"
  | "level"
  | "text"
  | "stage";

export interface Input {
  readonly id: string;
  readonly names: Words;
  readonly shape: Shape;
  readonly optional?: true;
}

/** Some builds of Excel hand blanks over as 0 (office-js #1951): the person may give the number who sat. */
export const SAT: Input = {
  id: "sat",
  names: { zh: "实考人数（防止空格被当作 0）", en: "number who sat, where blanks arrive as 0" },
  shape: "whole",
  optional: true,
};

/** What an input holds once it is read; an optional one that was left out is `undefined`. */
export type Given =
  | number
  | string
  | boolean
  | ScoreColumn
  | readonly (number | null)[]
  | readonly (string | null)[]
  | Sitting[][]
  | undefined;

/** The whole numbers a unit reports for one indicator: names and what may not be. Amounts are hundredths. */
export interface Reported {
  readonly names: readonly string[] | RegExp;
  /** What names of a pattern look like, for people; and whether a unit may have none of them. */
  readonly looks?: Words;
  readonly mayBeNone?: true;
  /** What is wrong with numbers that have these names; `null` where nothing is. */
  wrong(own: Readonly<Record<string, number>>): Words | null;
}

export interface Rule<K> {
  /** In the order in which INDICATOR takes them. */
  inputs(kind: K): readonly Input[];
  /** Amounts become whole numbers of 1/unit. One tally, or one for each member where the reading needs the members. */
  tally(kind: K, given: readonly Given[], unit: bigint, choose: Choose): readonly Tally[];
  /** How a unit reports it by itself; `null` where it is read from marks or resources, or not computed at all. */
  reports(kind: K): Reported | null;
  /** `undefined` when there is nobody, or nothing, to divide by. */
  read(kind: K, members: readonly Tally[], unit: bigint, choose: Choose): Fact | undefined;
  /** The formula in words. */
  words(kind: K, choose: Choose): Words;
  /** The formula with the real numbers in it. */
  filled(kind: K, members: readonly Tally[], unit: bigint, choose: Choose): Words;
  /** The same in native Excel, over the addresses of the inputs; `null` where there is no formula. */
  native(kind: K, at: readonly string[], choose: Choose): string | null;
  /** Of a kind judged on the worst: how many units meet a limit. */
  meeting?(
    kind: K,
    members: readonly Tally[],
    meets: (fact: Fact) => boolean,
  ): { readonly numerator: number; readonly denominator: number };
}

/** A decimal as a whole number of 1/unit; the caller chose the unit so that it is one. */
export function wholeOf(value: number, unit: bigint): bigint {
  const own = decimal(value);
  const places = Math.max(own.places, 0);
  const scaled = digitsAt(own, places) * unit;
  const power = 10n ** BigInt(places);
  if (scaled % power !== 0n) throw new RangeError(`${value} is no whole number of 1/${unit}`);
  return scaled / power;
}

/** A whole number of 1/unit as people write it. */
export function written(whole: bigint | number, unit: bigint): string {
  const top = BigInt(whole);
  const [size, sign] = top < 0n ? [-top, "-"] : [top, ""];
  const rest = size % unit;
  if (rest === 0n) return `${sign}${size / unit}`;
  const places = String(unit).length - 1;
  return `${sign}${size / unit}.${String(rest).padStart(places, "0").replace(/0+$/, "")}`;
}

export function totalOf(members: readonly Tally[]): Tally {
  return members.reduce(add, zero);
}

/** Words that put a formula's parts into a template. */
export function both(make: (language: "zh" | "en") => string): Words {
  return { zh: make("zh"), en: make("en") };
}
