/**
 * Figures as people read them. A rounded figure must never look like a pass: where rounding would carry it over its limit,
 * one more digit is shown, and another, until figure and limit stand to each other on the screen as they do in fact.
 */
import type { Definition, Unit } from "./indicators/definition.ts";
import type { Words } from "./refusal.ts";
import type { Operator } from "./target.ts";

/** Digits behind the point that are shown at first, by unit. */
const DIGITS: Readonly<Record<Unit, number>> = { rate: 1, points: 1, mark: 2, none: 3, flag: 0, level: 0, rank: 0 };
const MOST_DIGITS = 9;

/** Rounds half away from zero, as Excel's ROUND does; a binary tail below the 12th digit is none (1.005 to 2 digits is 1.01). */
export function roundHalfUp(value: number, digits: number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(12));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** digits || 0;
}

function fixed(value: number, digits: number): string {
  return roundHalfUp(value, digits).toFixed(digits);
}

/** Rates and points are shown as per cent. */
export function timesOf(unit: Unit): 1 | 100 {
  return unit === "rate" || unit === "points" ? 100 : 1;
}

/** A value's digits against the limits it is judged by, without its unit. */
export function shownDigits(value: number, unit: Unit, limits: readonly number[] = []): string {
  const times = timesOf(unit);
  return fixed(value * times, digitsThatTell(value, limits, times, DIGITS[unit]));
}

/** The distance from a limit, never shown as 0 while it is not. */
function gapDigits(gap: number, unit: Unit): string {
  const times = timesOf(unit);
  const away = Math.abs(gap);
  let shown = DIGITS[unit];
  while (shown < MOST_DIGITS && roundHalfUp(away * times, shown) === 0 && away > 1e-12) shown++;
  return fixed(away * times, shown);
}

/** A limit as it was set, with no digits it does not have. */
export function limitDigits(limit: number, unit: Unit): string {
  return String(Number((limit * timesOf(unit)).toPrecision(12)));
}

/** As many digits as it takes for the rounded value to stand on the same side of every limit as the value itself. */
function digitsThatTell(value: number, limits: readonly number[], times: number, least: number): number {
  const tells = (digits: number) =>
    limits.every((limit) => Math.sign(compare(roundHalfUp(value * times, digits), limit * times)) === Math.sign(compare(value, limit)));
  let digits = least;
  while (digits < MOST_DIGITS && !tells(digits)) digits++;
  return digits;
}

/**
 * The bound that is shown where a value is no less than `value`, or no more: cut off away from it, with as many digits as stand to the limits
 * as it does. Shown against itself as a limit too, it keeps all of them.
 */
export function boundShown(value: number, side: "least" | "most", unit: Unit, limits: readonly number[] = []): number {
  const times = timesOf(unit);
  const away = side === "least" ? Math.floor : Math.ceil;
  const cut = (digits: number) => away(Number((value * times * 10 ** digits).toPrecision(12))) / 10 ** digits / times;
  const tells = (digits: number) => limits.every((limit) => Math.sign(compare(cut(digits), limit)) === Math.sign(compare(value, limit)));
  let digits = DIGITS[unit];
  while (digits < MOST_DIGITS && !tells(digits)) digits++;
  return cut(digits);
}

/** To 12 significant digits, as verdicts compare reals. */
function compare(a: number, b: number): number {
  return Number(a.toPrecision(12)) - Number(b.toPrecision(12));
}

const SIGNS: Readonly<Record<Operator, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", between: "" };

export type Shown = Pick<Definition, "unit" | "measure" | "kind">;

/** Digits with their unit: 93.4 %, 5 个百分点, 4 次, Ⅲ级 良好, 是. */
function withUnit(digits: string, { unit, measure, kind }: Shown): Words {
  if (unit === "rate") return { zh: `${digits} %`, en: `${digits} %` };
  if (unit === "points") return { zh: `${digits} 个百分点`, en: `${digits} ${thingsOf(digits, "points")}` };
  if (unit === "flag") return digits === "1" ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (unit === "level" && kind.kind === "outside" && typeof kind.scale !== "string")
    return kind.scale[Number(digits) - 1] ?? { zh: digits, en: digits };
  if (unit === "rank") return { zh: `第 ${digits} 名`, en: `rank ${digits}` };
  return measure ? { zh: `${digits} ${measure.zh}`, en: `${digits} ${thingsOf(digits, measure.en)}` } : { zh: digits, en: digits };
}

/** What English calls so many of them: 3 lessons a week, 1 lesson a week. */
export function thingsOf(digits: string, many: string): string {
  return digits === "1" ? many.replace(/^(\S+?)s(?= |$)/, "$1") : many;
}

function withoutZeros(digits: string): string {
  return digits.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/**
 * Values that stand in one sentence or row, with the digits that the one among them takes that takes most. `apart`: those that differ are
 * shown to differ.
 */
export function shownAlike(values: readonly number[], of: Shown, limits: readonly number[] = [], apart = false): Words[] {
  const times = timesOf(of.unit);
  const digits = values.map((value) => {
    const others = apart ? values.filter((one) => compare(one, value) !== 0) : [];
    return digitsThatTell(value, [...limits, ...others], times, DIGITS[of.unit]);
  });
  const most = Math.max(...digits);
  const strip = ofThings(of, values) ? withoutZeros : (text: string) => text;
  return values.map((value) => withUnit(strip(fixed(value * times, most)), of));
}

/** Hours, yuan and square metres need no zeros behind the point; a coefficient keeps its three places. */
function ofThings({ unit, measure }: Shown, values: readonly number[]): boolean {
  return unit === "none" && (measure !== undefined || values.every(Number.isInteger));
}

/** A value with its unit. Whole numbers of things have no digits behind the point. */
export function shownValue(value: number, of: Shown, limits: readonly number[] = []): Words {
  return shownAlike([value], of, limits)[0] as Words;
}

/** A limit with its sign and unit: ≥ 95 %, 3—5 个. */
export function shownLimit(operator: Operator, value: number, upTo: number | null | undefined, of: Shown): Words {
  const { zh, en } = withUnit(limitDigits(value, of.unit), of);
  if (operator === "between") {
    const top = withUnit(limitDigits(upTo ?? value, of.unit), of);
    return { zh: `${limitDigits(value, of.unit)}—${top.zh}`, en: `${limitDigits(value, of.unit)} to ${top.en}` };
  }
  return { zh: `${SIGNS[operator]} ${zh}`, en: `${SIGNS[operator]} ${en}` };
}

/** How far a value is from its limit, with its unit: of rates, points; of things without zeros behind the point. */
export function shownGap(gap: number, of: Shown): Words {
  const digits = gapDigits(gap, of.unit);
  const things = of.unit === "none" && of.measure !== undefined;
  return withUnit(things ? withoutZeros(digits) : digits, of.unit === "rate" ? { ...of, unit: "points" } : of);
}
