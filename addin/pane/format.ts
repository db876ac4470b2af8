/**
 * Figures as people read them. A rounded figure must never look like a pass: where rounding would carry it over its limit,
 * one more digit is shown, and another, until figure and limit stand to each other on the screen as they do in fact.
 */
import type { IndicatorView, Operator, Stage } from "../../shared/contract.ts";
import type { Language } from "../language.ts";

export type Unit = IndicatorView["unit"];

/** Digits behind the point that are shown at first, by unit. */
const DIGITS: Readonly<Record<string, number>> = { rate: 1, points: 1, mark: 2, none: 3 };
const MOST_DIGITS = 9;

/** Rounds half away from zero, as Excel's ROUND does; a binary tail below the 12th digit is none (1.005 to 2 digits is 1.01). */
export function roundHalfUp(value: number, digits: number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(12));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** digits || 0;
}

function fixed(value: number, digits: number): string {
  return roundHalfUp(value, digits).toFixed(digits);
}

function parts(unit: Unit): { times: number; digits: number } {
  return { times: unit === "rate" || unit === "points" ? 100 : 1, digits: DIGITS[unit] ?? 3 };
}

function withUnit(text: string, unit: Unit, language: Language): string {
  if (unit === "rate") return `${text} %`;
  if (unit === "points") return language === "en" ? `${text} points` : `${text} 个百分点`;
  return text;
}

/** A value against the limits it is judged by. */
export function formatValue(value: number, unit: Unit, language: Language, limits: readonly number[] = []): string {
  const { times, digits } = parts(unit);
  return withUnit(fixed(value * times, digitsThatTell(value, limits, times, digits)), unit, language);
}

/** As many digits as it takes for the rounded value to stand on the same side of every limit as the value itself. */
function digitsThatTell(value: number, limits: readonly number[], times: number, least: number): number {
  const tells = (digits: number) =>
    limits.every((limit) => Math.sign(compare(roundHalfUp(value * times, digits), limit * times)) === Math.sign(compare(value, limit)));
  let digits = least;
  while (digits < MOST_DIGITS && !tells(digits)) digits++;
  return digits;
}

/** To 12 significant digits, as verdicts compare reals. */
function compare(a: number, b: number): number {
  return Number(a.toPrecision(12)) - Number(b.toPrecision(12));
}

const SIGNS: Readonly<Record<Operator, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" };

/** A limit as it was set, with no digits it does not have: ≥ 95 %. */
export function formatLimit(operator: Operator, limit: number, unit: Unit, language: Language): string {
  const text = String(Number((limit * parts(unit).times).toPrecision(12)));
  return `${SIGNS[operator]} ${withUnit(text, unit, language)}`;
}

/** How far a value is from its limit, never shown as 0 while it is not. */
export function formatGap(gap: number, unit: Unit, language: Language): string {
  const { times, digits } = parts(unit);
  const away = Math.abs(gap);
  let shown = digits;
  while (shown < MOST_DIGITS && roundHalfUp(away * times, shown) === 0 && away > 1e-12) shown++;
  return withUnit(fixed(away * times, shown), unit === "rate" ? "points" : unit, language);
}

const GRADES = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
const STAGES: Readonly<Record<Stage, readonly [zh: string, en: string]>> = {
  primary: ["小学", "primary"],
  junior: ["初中", "junior"],
  senior: ["高中", "senior"],
};

export function formatStage(stage: Stage, language: Language): string {
  return STAGES[stage][language === "en" ? 1 : 0];
}

/** A grade as a school calls it: 九年级, 高一; Grade 9. */
export function formatGrade(stage: Stage, grade: number | null, language: Language): string {
  if (grade === null) return language === "en" ? `All ${formatStage(stage, language)}` : `${formatStage(stage, language)}各年级`;
  if (language === "en") return `Grade ${grade}`;
  return grade >= 10 ? `高${GRADES[grade - 10] ?? grade}` : `${GRADES[grade - 1] ?? grade}年级`;
}

/** A moment as it reads on a wall clock here. */
export function formatMoment(moment: string, language: Language): string {
  return new Date(moment).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}
