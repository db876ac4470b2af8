import { describe, expect, test } from "vitest";
import { formatGap, formatGrade, formatLimit, formatValue } from "../../addin/pane/format.ts";
import { boundShown, roundHalfUp, type Shown, shownAlike } from "../../shared/display.ts";
import { lackWords } from "../../shared/whatif/reach.ts";

const WHO = { zh: "骨干教师", en: "backbone" };
const TEACHERS = { zh: "人", en: "teachers" };
const RATE: Shown = { unit: "rate", kind: { kind: "joint", subjects: null } };
const PLAIN: Shown = { unit: "none", kind: { kind: "joint", subjects: null } };
const POINTS: Shown = { unit: "points", kind: { kind: "joint", subjects: null } };
const PER_PUPIL: Shown = { ...PLAIN, measure: { zh: "人/百生", en: "per 100 pupils" } };

describe("a rounded figure never looks like a pass", () => {
  test.each([
    [0.8996, ">= 90 %", 0.9, "89.96 %"],
    [0.89996, ">= 90 %", 0.9, "89.996 %"],
    [0.895, ">= 90 %", 0.9, "89.5 %"],
    [0.9, ">= 90 %", 0.9, "90.0 %"],
    [269 / 299, ">= 90 %", 0.9, "89.97 %"],
    [0.99999, "= 100 %", 1, "99.999 %"],
    [1, "= 100 %", 1, "100.0 %"],
  ])("%d against %s", (value, _, limit, shown) => {
    expect(formatValue(value, RATE, "zh-CN", [limit])).toBe(shown);
  });

  test("nor a figure that must stay below its limit", () => {
    expect(formatValue(0.14996, PLAIN, "zh-CN", [0.15])).toBe("0.14996");
    expect(formatValue(0.15004, PLAIN, "zh-CN", [0.15])).toBe("0.15004");
    expect(formatValue(0.15, PLAIN, "zh-CN", [0.15])).toBe("0.150");
  });

  test("a binary tail is no difference: 0.45 - 0.40 is 5 points", () => {
    expect(formatValue(0.45 - 0.4, POINTS, "zh-CN", [0.05])).toBe("5.0 个百分点");
  });

  test("every one of several limits is told from the figure", () => {
    expect(formatValue(0.8996, RATE, "en", [0.95, 0.9])).toBe("89.96 %");
  });
});

test("rounds half away from zero, as Excel does", () => {
  expect([roundHalfUp(1.005, 2), roundHalfUp(-2.5, 0), roundHalfUp(0.5, 0), roundHalfUp(58.35, 1), roundHalfUp(-0.001, 1)]).toEqual([
    1.01, -3, 1, 58.4, 0,
  ]);
});

test("a limit has no digits it was not given", () => {
  expect([
    formatLimit(">=", 0.95, null, RATE, "zh-CN"),
    formatLimit("<", 0.15, null, PLAIN, "en"),
    formatLimit(">=", 0.55, null, RATE, "en"),
    formatLimit("<=", 0.29, null, RATE, "en"),
    formatLimit("between", 3, 5, PER_PUPIL, "zh-CN"),
  ]).toEqual(["≥ 95 %", "< 0.15", "≥ 55 %", "≤ 29 %", "3—5 人/百生"]);
});

test("a gap is never shown as nothing while there is one", () => {
  expect([
    formatGap(-0.0004, RATE, "zh-CN"),
    formatGap(0.031, RATE, "en"),
    formatGap(-0.00001, PLAIN, "en"),
    formatGap(0.5, PER_PUPIL, "zh-CN"),
  ]).toEqual(["0.04 个百分点", "3.1 points", "0.00001", "0.5 人/百生"]);
});

test("grades are called as schools call them", () => {
  expect([
    formatGrade("junior", 9, "zh-CN"),
    formatGrade("senior", 10, "zh-CN"),
    formatGrade("primary", 6, "en"),
    formatGrade("junior", null, "zh-CN"),
  ]).toEqual(["九年级", "高一", "Grade 6", "初中各年级"]);
});

describe("a bound from below is cut off and never rounded up", () => {
  test.each([
    [2444 / 2690, [], "90.8 %"],
    [2444 / 2690, [0.9], "90.8 %"],
    // Cut to one digit it would stand below a limit that it reaches.
    [0.90855, [0.9085], "90.855 %"],
    [0.9, [0.9], "90.0 %"],
    [0.999, [], "99.9 %"],
    [0.29, [], "29.0 %"],
  ] as [number, number[], string][])("%d with the limits %j", (value, limits, shown) => {
    const least = boundShown(value, "least", "rate", limits);
    expect(least).toBeLessThanOrEqual(value + 1e-12);
    expect(formatValue(least, RATE, "zh-CN", [...limits, least])).toBe(shown);
  });
});

test("a bound from above is cut up: 12.34 % is no more than 12.4 %", () => {
  const most = boundShown(0.1234, "most", "rate");
  expect(formatValue(most, RATE, "zh-CN", [most])).toBe("12.4 %");
});

test("one of a thing is no plural in English; what has none stays as it is", () => {
  const of = (en: string): Shown => ({ ...PLAIN, measure: { zh: "", en } });
  const shown = (value: number, en: string) => formatLimit(">=", value, null, of(en), "en");
  expect([shown(1, "lessons a week"), shown(3, "lessons a week"), shown(1, "m² per pupil"), shown(1, "yuan"), shown(1, "courses")]).toEqual(
    [...["≥ 1 lesson a week", "≥ 3 lessons a week", "≥ 1 m² per pupil", "≥ 1 yuan", "≥ 1 course"]],
  );
  expect([lackWords({ names: WHO, unit: TEACHERS }, 1).en, lackWords({ names: WHO, unit: TEACHERS }, 2).en]).toEqual([
    ...["backbone: 1 teacher short", "backbone: 2 teachers short"],
  ]);
});

test("values of one row have as many digits each: as the one takes that takes most to be told from a limit, or from the others", () => {
  const texts = (...given: Parameters<typeof shownAlike>) => shownAlike(...given).map(({ zh }) => zh);
  expect(texts([0.9505, 0.9499], RATE, [0.95])).toEqual(["95.05 %", "94.99 %"]);
  expect(texts([0.001, 0.00096], RATE, [], true)).toEqual(["0.100 %", "0.096 %"]);
  expect(texts([0.5, 0.25], RATE)).toEqual(["50.0 %", "25.0 %"]);
  expect(texts([3, 2.5], { ...PLAIN, measure: { zh: "元", en: "yuan" } })).toEqual(["3 元", "2.5 元"]);
});
