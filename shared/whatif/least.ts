/** The least number of pupils whose marks must cross a line for a rate to meet its limit, or the proof that it cannot be. */

import { shownDigits, shownLimit } from "../display.ts";
import { COUNTED } from "../figures/counted.ts";
import { quotient } from "../kernel/quotient.ts";
import type { Rate } from "../marks/rates.ts";
import type { Words } from "../refusal.ts";
import { type ExactLimit, type Limit, limitOn, limitOnChange, type Window, windowOf } from "./window.ts";

/** A rate, with how many pupils more could come into its numerator by their marks, and how many could leave it. */
export interface Standing extends Rate {
  readonly rise: number;
  readonly fall: number;
  /** Over several papers, in each of which a pupil is counted. */
  readonly sittings?: boolean;
}

/** What the rate is held against where the limit is on its change. */
export interface Since {
  readonly rate: Rate;
  readonly mode: "points" | "growth";
}

export type Least =
  | {
      readonly possible: true;
      /** 0 when the limit is met. */
      readonly pupils: number;
      /** Into the numerator above 0, out of it below. */
      readonly change: number;
      readonly after: Rate;
    }
  | { readonly possible: false; readonly why: Words };

/** The nearest numerator inside the limit; pupils who did not sit stay where they are. */
export function leastChange(standing: Standing, limit: Limit, since: Since | null = null): Least {
  const exact = since ? limitOnChange(limit, since.rate, since.mode) : limitOn(limit);
  const window = exact && windowOf(standing.denominator, exact);
  if (!exact || !window) return impossible(since && standing.denominator > 0 ? NO_BASELINE : NOBODY);
  if (window.least > window.most) return impossible(between(standing, exact, limit, since));
  const { numerator, denominator } = standing;
  const wanted = Math.min(Math.max(numerator, window.least), window.most);
  const change = wanted - numerator;
  if (change > standing.rise) return impossible(tooFew(standing, window, limit, since));
  if (-change > standing.fall) return impossible(tooMany(standing, window, limit, since));
  return { possible: true, pupils: Math.abs(change), change, after: { numerator: wanted, denominator } };
}

const NOBODY: Words = { zh: "没有人参加考试，谈不上还差几人", en: "nobody sat, so nobody can be short" };
const NO_BASELINE: Words = {
  zh: "基线没有人数或为 0，无法计算变化",
  en: "the baseline counts nobody or is 0, so there is no change to reach",
};

function impossible(why: Words): Least {
  return { possible: false, why };
}

const RATE = { unit: "rate", kind: { kind: "joint", subjects: null } } as const;
/** 45 ÷ 50 = 90.0 %, with the digits it takes to tell it from the limit. */
export const rateShown = ({ numerator, denominator }: Rate, limit: Limit) =>
  `${numerator} ÷ ${denominator} = ${shownDigits(quotient(numerator, denominator), "rate", [limit.value, limit.upTo ?? limit.value])} %`;

/** The limit in words, on the rate or on its change. */
export function limitAsked(limit: Limit, since: Since | null): Words {
  const { zh, en } = shownLimit(limit.operator, limit.value, limit.upTo, RATE);
  if (!since) return { zh, en };
  const base = rateShown(since.rate, { ...limit, value: 0 });
  return since.mode === "points"
    ? { zh: `较基线（${base}）${zh}`, en: `${en} above the baseline (${base})` }
    : { zh: `较基线（${base}）增长 ${zh}`, en: `grown ${en} over the baseline (${base})` };
}

const countedOf = (sittings = false): Words => COUNTED[sittings ? "sittings" : "pupils"];

/** No whole number of pupils lies inside the limit. */
function between({ denominator, sittings }: Standing, { value, upTo }: ExactLimit, limit: Limit, since: Since | null): Words {
  const at = (one: ExactLimit["value"]) => Number(quotient(one.numerator * BigInt(denominator), one.denominator).toPrecision(12));
  const [low, high] = [at(value), at(upTo)];
  const of = countedOf(sittings);
  const ends = low === high ? `${low}` : `${low}—${high}`;
  const { zh, en } = limitAsked(limit, since);
  return {
    zh: `不可能：${denominator} ${of.zh}要 ${zh}，合 ${ends} ${of.zh}，其中没有 0 到 ${denominator} 的整数`,
    en: `impossible: ${en} of ${denominator} is ${ends} ${of.en}, and no whole number from 0 to ${denominator} is that`,
  };
}

function tooFew(standing: Standing, { least }: Window, limit: Limit, since: Since | null): Words {
  const { numerator, denominator, rise, sittings } = standing;
  const of = countedOf(sittings);
  const best = rateShown({ numerator: numerator + rise, denominator }, limit);
  const { zh, en } = limitAsked(limit, since);
  return {
    zh: `不可能：能进入的只有 ${rise} ${of.zh}，全部进入也只有 ${best}；${zh} 至少要 ${least} ${of.zh}`,
    en: `impossible: only ${rise} ${of.en} can come in, and with all of them it is ${best}; ${en} takes at least ${least}`,
  };
}

function tooMany(standing: Standing, { most }: Window, limit: Limit, since: Since | null): Words {
  const { numerator, denominator, fall, sittings } = standing;
  const of = countedOf(sittings);
  const best = rateShown({ numerator: numerator - fall, denominator }, limit);
  const { zh, en } = limitAsked(limit, since);
  return {
    zh: `不可能：能退出的只有 ${fall} ${of.zh}，全部退出也还有 ${best}；${zh} 至多 ${most} ${of.zh}`,
    en: `impossible: only ${fall} ${of.en} can go out, and without all of them it is ${best}; ${en} allows at most ${most}`,
  };
}
