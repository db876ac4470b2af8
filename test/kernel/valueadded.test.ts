/** NIST Statistical Reference Datasets, linear regression: Norris, certified (itl.nist.gov/div898/strd/lls/data/Norris.shtml). */
import fc from "fast-check";
import { linearRegression } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { valueAdded } from "../../shared/kernel/valueadded.ts";
import { type Pair, valueAddedOf } from "../../shared/marks/cohort.ts";
import { Fraction } from "../tools/fractions.ts";
import { naiveValueAdded } from "../tools/naive.ts";
import { t975 } from "../tools/quantile.ts";

const NORRIS = `0.1 0.2  338.8 337.4  118.1 118.2  888.0 884.6  9.2 10.1  228.1 226.5  668.5 666.3  998.5 996.3  449.1 448.6
  778.9 777.0  559.2 558.2  0.3 0.4  0.1 0.6  778.1 775.5  668.8 666.9  339.3 338.0  448.9 447.5  10.8 11.6  557.7 556.0  228.3 228.1
  998.0 995.8  888.8 887.6  119.6 120.2  0.3 0.3  0.6 0.3  557.6 556.8  339.3 339.1  888.0 887.2  998.5 999.0  778.9 779.0
  10.2 11.1  117.6 118.3  228.9 229.2  668.4 669.1  449.2 448.9  0.2 0.5`;
const CERTIFIED = { intercept: -0.262323073774029, slope: 1.00211681802045, residualSd: 0.884796396144373 };

const values = NORRIS.trim().split(/\s+/).map(Number);
/** Three schools of a dozen: y is after, x is before. */
const pairs: Pair[] = Array.from({ length: 36 }, (_, at) => ({ after: values[2 * at] as number, before: values[2 * at + 1] as number }));
const schools = [pairs.slice(0, 12), pairs.slice(12, 24), pairs.slice(24)];

describe("on NIST's Norris data", () => {
  test.each([0, 1, 2])("school %d lies above the certified line by its mean residual", (at) => {
    const own = schools[at] as Pair[];
    const residuals = own.map(({ before, after }) => after - CERTIFIED.intercept - CERTIFIED.slope * before);
    const mean = residuals.reduce((sum, residual) => sum + residual, 0) / own.length;
    expect(valueAddedOf(schools)[at]?.added.value).toBeCloseTo(mean, 11);
  });

  test("the interval is t(0.975, 34) times the certified residual deviation over the root of 12", () => {
    const { value, interval } = valueAddedOf(schools)[0]?.added ?? { value: Number.NaN, interval: undefined };
    const half = (t975(34) * CERTIFIED.residualSd) / Math.sqrt(12);
    expect((interval?.high as number) - value).toBeCloseTo(half, 12);
    expect(value - (interval?.low as number)).toBeCloseTo(half, 12);
  });

  test("the data are those that simple-statistics regresses to the certified line", () => {
    const line = linearRegression(pairs.map(({ before, after }) => [before, after]));
    expect(line.m).toBeCloseTo(CERTIFIED.slope, 10);
    expect(line.b).toBeCloseTo(CERTIFIED.intercept, 8);
  });
});

test("value added agrees with exact fractions to 1e-12 of the deviation after, wherever the scale lies", () => {
  const tenths = fc.integer({ min: 0, max: 1000 });
  const school = fc.array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 8 });
  const offsets = fc.constantFrom(0, -500, 10_000, 10_000_000, 1e13);
  fc.assert(
    fc.property(fc.array(school, { minLength: 1, maxLength: 8 }), offsets, (lists, offset) => {
      const moved = lists.map((list) => list.map(([before, after]) => [before + offset, after - offset] as const));
      fc.pre(new Set(moved.flat().map(([before]) => before)).size > 1);
      const oracle = naiveValueAdded(moved.map((list) => list.map(([x, y]) => [new Fraction(x, 10), new Fraction(y, 10)])));
      const found = valueAddedOf(moved.map((list) => list.map(([x, y]) => ({ before: x / 10, after: y / 10 }))));
      oracle.results.forEach((result, at) => {
        const error = Math.abs((found[at]?.added.value as number) - result.added.toNumber());
        expect(error).toBeLessThanOrEqual(1e-12 * oracle.sdAfter);
      });
    }),
    { numRuns: 500 },
  );
});

test("schools weighted by their pupils add up to no value at all: residuals sum to 0", () => {
  const sum = valueAddedOf(schools).reduce((total, school) => total + 12 * (school?.added.value ?? Number.NaN), 0);
  expect(Math.abs(sum)).toBeLessThan(1e-10);
});

describe("where there is no interval or no value", () => {
  const pooled = { n: 10, beforeSquares: 4, products: 2, residualSquares: 8 };

  test("a school of one pupil has a value without an interval", () => {
    expect(valueAdded({ n: 1, before: 2, after: 3 }, pooled)).toEqual({ value: 2, interval: undefined });
  });

  test("two matched pupils in all leave no degree of freedom", () => {
    expect(valueAdded({ n: 2, before: 0, after: 0 }, { ...pooled, n: 2 })?.interval).toBeUndefined();
  });

  test("a school without matched pupils has nothing", () => {
    expect(valueAdded({ n: 0, before: 0, after: 0 }, pooled)).toBeUndefined();
    expect(
      valueAddedOf([
        [
          { before: 1, after: 1 },
          { before: 2, after: 2 },
        ],
        [],
      ])[1],
    ).toBeUndefined();
  });

  test("a flat earlier exam is refused, and so is a county without pairs", () => {
    expect(() =>
      valueAddedOf([
        [
          { before: 1, after: 1 },
          { before: 1, after: 2 },
        ],
      ]),
    ).toThrow(/no regression/);
    expect(() => valueAddedOf([[], []])).toThrow(/both exams/);
  });
});
