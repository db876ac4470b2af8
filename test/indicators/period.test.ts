import { describe, expect, test } from "vitest";
import { contains, parsePeriod, periodAfter } from "../../shared/period.ts";

test.each([
  ["2025", "2025-01-01", "2025-12-31"],
  ["2024-2025", "2024-09-01", "2025-08-31"],
  ["2024-2025-1", "2024-09-01", "2025-01-31"],
  ["2024-2025-2", "2025-02-01", "2025-08-31"],
  ["2025-03", "2025-03-01", "2025-03-31"],
  ["2025-02", "2025-02-01", "2025-02-28"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2000-02", "2000-02-01", "2000-02-29"],
  ["2025-W12", "2025-03-17", "2025-03-23"],
  ["2025-W01", "2024-12-30", "2025-01-05"],
  ["2020-W53", "2020-12-28", "2021-01-03"],
  ["2022..2025", "2022-01-01", "2025-12-31"],
  ["2025..2025", "2025-01-01", "2025-12-31"],
])("%s runs from %s to %s", (text, from, to) => {
  expect(parsePeriod(text)).toEqual({ text, from, to });
});

test.each([
  ...["", "25", "2025年", "2025-", "2025-00", "2025-13", "2025-1", "2025-3", "2024-2026", "2025-2024", "2024-2025-3", "2024-2025-0"],
  ...["2025-W00", "2025-W53", "2025-W54", "2025-W1", "2025-w12", "2025..2022", "2025...2026", "2025-03-01", " 2025", "2025 ", "２０２５"],
])("%j is no period", (text) => {
  expect(() => parsePeriod(text)).toThrow(/is not a period: write 2025, 2024-2025/);
});

test.each([
  ["2024-2025-2", "2025-07-01", "2026"],
  ["2025-03", "2025-07-01", "2026"],
  ["2025", "2025-07-01", "2026"],
  ["2022..2025", "2025-07-01", "2026"],
  ["2024-2025", "2025-07-01", "2025-2026"],
  ["2024-2025-1", "2025-02-20", "2025-2026"],
  // An old collection: a year that is over is no time for a target; its last day is not over.
  ["2024-2025-2", "2028-12-31", "2028"],
  ["2024-2025-2", "2029-01-01", "2029"],
  ["2024-2025", "2028-08-31", "2027-2028"],
  ["2024-2025", "2028-09-01", "2028-2029"],
])("targets made from a collection of %s on %s are for %s", (collection, today, next) => {
  expect(periodAfter(collection, today)).toBe(next);
});

const WITHIN = ["2025", "2024-2025", "2024-2025-2", "2025-03", "2025-W12", "2022..2025"];

describe("one period holds another when it holds all its days", () => {
  test.each([
    ["2025", [true, false, true, true, true, false]],
    ["2024-2025", [false, true, true, true, true, false]],
    ["2024-2025-2", [false, false, true, true, true, false]],
    ["2025-03", [false, false, false, true, true, false]],
    ["2025-W12", [false, false, false, false, true, false]],
    ["2022..2025", [true, true, true, true, true, true]],
    ["2024-2025-1", [false, false, false, false, false, false]],
    ["2024", [false, false, false, false, false, false]],
  ])("%s", (outer, expected) => {
    expect(WITHIN.map((inner) => contains(parsePeriod(outer), parsePeriod(inner)))).toEqual(expected);
  });

  test("a school year is in no calendar year, though a year holds its second term", () => {
    expect(contains(parsePeriod("2025"), parsePeriod("2024-2025"))).toBe(false);
    expect(contains(parsePeriod("2025"), parsePeriod("2024-2025-2"))).toBe(true);
  });

  test("the first week of 2025 begins in 2024, so 2025 does not hold it", () => {
    expect(contains(parsePeriod("2025"), parsePeriod("2025-W01"))).toBe(false);
  });

  test("every month of a term and no other is in it", () => {
    const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
    const term = parsePeriod("2024-2025-2");
    expect(months.filter((month) => contains(term, parsePeriod(month)))).toEqual(months.slice(1, 8));
  });
});
