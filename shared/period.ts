/**
 * Periods: 2025 年度, 2024-2025 学年, 2024-2025-1 学期, 2025-03 月, 2025-W12 周, 2022..2025 年度 span. Parsed in one place, compared by dates.
 * A 学年 runs from 1 September to 31 August; its first 学期 ends on 31 January. A 年度 is the calendar year, so a 学年 is in none.
 */
import { invalid } from "./refusal.ts";

export interface Period {
  readonly text: string;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
}

const pad = (value: number) => String(value).padStart(2, "0");

/** Reads a period or refuses it with the forms that are understood. */
export function parsePeriod(text: string): Period {
  const days = span(text);
  if (days === undefined) {
    throw invalid(
      `“${text}”不是周期：请写 2025、2024-2025、2024-2025-1、2025-03、2025-W12 或 2022..2025。`,
      `"${text}" is not a period: write 2025, 2024-2025, 2024-2025-1, 2025-03, 2025-W12 or 2022..2025`,
    );
  }
  return { text, from: days[0], to: days[1] };
}

function span(text: string): readonly [string, string] | undefined {
  const numbers = (pattern: RegExp) => pattern.exec(text)?.slice(1).map(Number);
  let found = numbers(/^(\d{4})$/);
  if (found) return [`${found[0]}-01-01`, `${found[0]}-12-31`];
  found = numbers(/^(\d{4})\.\.(\d{4})$/);
  if (found) return (found[0] as number) <= (found[1] as number) ? [`${found[0]}-01-01`, `${found[1]}-12-31`] : undefined;
  found = numbers(/^(\d{4})-(\d{4})(?:-([12]))?$/);
  if (found) return schoolYear(found[0] as number, found[1] as number, found[2]);
  found = numbers(/^(\d{4})-W(\d{2})$/);
  if (found) return week(found[0] as number, found[1] as number);
  found = numbers(/^(\d{4})-(\d{2})$/);
  if (found) return month(found[0] as number, found[1] as number);
  return undefined;
}

function schoolYear(first: number, second: number, term: number | undefined): readonly [string, string] | undefined {
  if (second !== first + 1) return undefined;
  if (term === 1) return [`${first}-09-01`, `${second}-01-31`];
  return [term === 2 ? `${second}-02-01` : `${first}-09-01`, `${second}-08-31`];
}

function month(year: number, number: number): readonly [string, string] | undefined {
  if (number < 1 || number > 12) return undefined;
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return [`${year}-${pad(number)}-01`, `${year}-${pad(number)}-${days}`];
}

/** ISO 8601 weeks: week 1 holds 4 January, weeks begin on Monday. */
function week(year: number, number: number): readonly [string, string] | undefined {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (number - 1) * 7;
  const day = (offset: number) => new Date(Date.UTC(year, 0, monday + offset));
  const inYear = day(3).getUTCFullYear() === year;
  return number >= 1 && inYear ? [day(0).toISOString().slice(0, 10), day(6).toISOString().slice(0, 10)] : undefined;
}

/**
 * The period targets are made for after a collection: the calendar year that follows the one it lies in; the school year that follows,
 * where it lies in two calendar years; and never one that is over on the day `today`.
 */
export function periodAfter(period: string, today: string): string {
  const { from, to } = parsePeriod(period);
  const inSchoolYear = from.slice(0, 4) !== to.slice(0, 4) && contains(schoolYearFrom(from), parsePeriod(period));
  for (let year = Number(to.slice(0, 4)) + (inSchoolYear ? 0 : 1); ; year++) {
    const next = inSchoolYear ? `${year}-${year + 1}` : String(year);
    if (parsePeriod(next).to >= today) return next;
  }
}

/** The school year that begins in the calendar year of a day. */
function schoolYearFrom(day: string): Period {
  const year = Number(day.slice(0, 4));
  return parsePeriod(`${year}-${year + 1}`);
}

/** By when their periods end, the latest last; those that end together stay as they were. */
export function inTime<One extends { readonly period: string }>(all: readonly One[]): One[] {
  return [...all].sort((a, b) =>
    parsePeriod(a.period).to < parsePeriod(b.period).to ? -1 : parsePeriod(a.period).to > parsePeriod(b.period).to ? 1 : 0,
  );
}

/** Does the outer period hold every day of the inner one? */
export function contains(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The school year of a period where a year of entry tells the grade, 2022级: in a school of one stage. */
export function yearOfEntries(stages: readonly unknown[], period: string): number | undefined {
  return stages.length === 1 ? schoolYearOf(period) : undefined;
}

/** The calendar year in which the school year of a period began; `undefined` where it lies in two school years. */
export function schoolYearOf(period: string): number | undefined {
  const { from, to } = parsePeriod(period);
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)) - (day.slice(5, 7) < "09" ? 1 : 0));
  return first === last ? first : undefined;
}
