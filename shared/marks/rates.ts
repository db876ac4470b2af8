import { atLeast, below, size, sums } from "../kernel/frequency.ts";
import { quotient } from "../kernel/quotient.ts";
import { invalid, nobody } from "../refusal.ts";
import type { ScoreColumn } from "../scores.ts";

/** k of n, both whole. A rate is carried as counts until it is shown, so rates can only be pooled, never averaged. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/** 及格率, 优秀率: how many of those who sat are at or above the line. `sat`, where given, is the denominator. */
export function rateAtLeast(column: ScoreColumn, line: number, sat?: number): Rate {
  const numerator = atLeast(column.frequency, line);
  return { numerator, denominator: checkSat(column, sat, numerator) };
}

/** 低分率: how many of those who sat are strictly below the line. Zeros that are blanks in disguise leave the numerator too. */
export function rateBelow(column: ScoreColumn, line: number, sat?: number): Rate {
  const denominator = checkSat(column, sat, 0);
  const disguised = sat === undefined ? 0 : disguisedBlanks(column, sat);
  return { numerator: below(column.frequency, line) - (line > 0 ? disguised : 0), denominator };
}

/** 平均分 of those who sat, rounded once from the exact sum. */
export function meanMark(column: ScoreColumn, sat?: number): number {
  const denominator = checkSat(column, sat, 0);
  if (sat !== undefined) disguisedBlanks(column, sat);
  if (denominator === 0) throw nobodySat();
  const { sum, parts } = sums(column.frequency);
  return quotient(sum, BigInt(denominator) * parts);
}

/** The rate as a fraction, rounded once; refuses to divide by nobody. */
export function fraction({ numerator, denominator }: Rate): number {
  if (denominator === 0) throw nobodySat();
  return quotient(numerator, denominator);
}

export function nobodySat() {
  return nobody("没有人参加考试，无法计算。", "nobody sat, so there is nothing to divide by");
}

/**
 * The number who sat. Some builds of Excel hand blanks over as 0 (office-js #1951), so the person may give the count:
 * a whole number between those who pass and the number of marks.
 */
function checkSat(column: ScoreColumn, sat: number | undefined, least: number): number {
  const marks = size(column.frequency);
  if (sat === undefined) return marks;
  if (!Number.isInteger(sat) || sat < least || sat > marks) {
    if (least === 0)
      throw invalid(`实考人数 ${sat} 应是 0 到 ${marks} 之间的整数。`, `sat ${sat} must be a whole number from 0 to ${marks} (the marks)`);
    throw invalid(
      `实考人数 ${sat} 应是 ${least} 到 ${marks} 之间的整数（${least} 人达线，共 ${marks} 个分数）。`,
      `sat ${sat} must be a whole number from ${least} (who reach the line) to ${marks} (the marks)`,
    );
  }
  return sat;
}

/** Marks beyond `sat` must be zeros: only a blank in disguise is a mark of nobody. */
function disguisedBlanks(column: ScoreColumn, sat: number): number {
  const disguised = size(column.frequency) - sat;
  const first = column.frequency[0];
  const zeros = first !== undefined && first[0] === 0 ? first[1] : 0;
  if (disguised > zeros) {
    throw invalid(
      `实考人数 ${sat} 比分数少 ${disguised} 个，但只有 ${zeros} 个 0 分可能是空格。`,
      `sat ${sat} leaves out ${disguised} marks, but only ${zeros} are 0 and could be blanks`,
    );
  }
  return disguised;
}

/** Adds rates by their counts: the only way to join them. `undefined` where they are of nobody. */
export function poolOf(rates: readonly Rate[]): Rate | undefined {
  const numerator = rates.reduce((sum, rate) => sum + rate.numerator, 0);
  const denominator = rates.reduce((sum, rate) => sum + rate.denominator, 0);
  return denominator === 0 ? undefined : { numerator, denominator };
}
