/** NIST Statistical Reference Datasets, univariate: NumAcc1 to NumAcc4, certified to 15 digits (itl.nist.gov/div898/strd). */
import fc from "fast-check";
import { sampleStandardDeviation, standardDeviation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { moments, populationSd, sampleSd } from "../../shared/kernel/moments.ts";
import { digits, Fraction, mean, squares } from "../tools/fractions.ts";

/** A middle value and then 500 times the two around it. */
const around = (middle: number, below: number, above: number) => [
  middle,
  ...Array.from({ length: 1000 }, (_, at) => (at % 2 ? above : below)),
];

const numAcc = [
  { name: "NumAcc1", values: [10000001, 10000003, 10000002], mean: 10000002, sd: 1, atLeast: 16 },
  { name: "NumAcc2", values: around(1.2, 1.1, 1.3), mean: 1.2, sd: 0.1, atLeast: 14 },
  { name: "NumAcc3", values: around(1000000.2, 1000000.1, 1000000.3), mean: 1000000.2, sd: 0.1, atLeast: 9 },
  { name: "NumAcc4", values: around(10000000.2, 10000000.1, 10000000.3), mean: 10000000.2, sd: 0.1, atLeast: 8 },
];

describe.each(numAcc)("$name", ({ values, mean: certifiedMean, sd, atLeast }) => {
  const exact = values.map((value) => Fraction.ofDouble(value));

  test("has the certified mean", () => {
    expect(digits(moments(values)?.mean ?? 0, certifiedMean)).toBeGreaterThanOrEqual(15);
  });

  test("has the certified sample deviation, as far as doubles can hold the values", () => {
    expect(digits(sampleSd(values) ?? 0, sd)).toBeGreaterThanOrEqual(atLeast);
  });

  test("has the exact sample deviation of the doubles to 13 digits and more", () => {
    const variance = squares(exact).over(new Fraction(values.length - 1));
    expect(digits(sampleSd(values) ?? 0, variance.root())).toBeGreaterThanOrEqual(13);
  });
});

test("a deviation agrees with the exact one of the doubles whatever the offset", () => {
  const column = fc.tuple(
    fc.constantFrom(0, 60, 1e4, 1e7, -1e9),
    fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 50 }),
  );
  fc.assert(
    fc.property(column, ([offset, marks]) => {
      const values = marks.map((mark) => offset + mark / 1000);
      const exact = values.map((value) => Fraction.ofDouble(value));
      const variance = squares(exact).over(new Fraction(values.length));
      if (variance.top === 0n) return populationSd(values) === 0;
      return (
        digits(populationSd(values) ?? 0, variance.root()) >= 12 && Math.abs((moments(values)?.mean ?? 0) - mean(exact).toNumber()) < 1e-6
      );
    }),
    { numRuns: 1000 },
  );
});

test("a mean that no double holds costs the deviation nothing", () => {
  // The mean of these two lies halfway between neighbouring doubles, so every distance from it is off by a half.
  const far = 2 ** 52;
  expect([sampleSd([far, far + 1]), populationSd([far, far + 1])]).toEqual([Math.sqrt(0.5), 0.5]);
});

test("ordinary columns agree with simple-statistics", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 80 }), (marks) => {
      expect(populationSd(marks)).toBeCloseTo(standardDeviation(marks), 12);
      expect(sampleSd(marks)).toBeCloseTo(sampleStandardDeviation(marks), 12);
    }),
  );
});

test("nobody has no moments, and one number has a population deviation of 0 but no sample deviation", () => {
  expect(moments([])).toBeUndefined();
  expect(populationSd([])).toBeUndefined();
  expect(populationSd([7.3])).toBe(0);
  expect(sampleSd([7.3])).toBeUndefined();
});
