import fc from "fast-check";
import { expect, test } from "vitest";
import { ceilTimes, decimal, digitsAt, times, toNumber } from "../../shared/kernel/decimal.ts";
import { Fraction } from "../tools/fractions.ts";

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

test.each([
  [0.1, 1n, 1],
  [60, 60n, 0],
  [59.5, 595n, 1],
  [-0.25, -25n, 2],
  [1e21, 10n ** 21n, 0],
  [1.5e-7, 15n, 8],
  [0, 0n, 0],
])("%d is %d x 10^-%d", (value, digits, places) => {
  expect(decimal(value)).toEqual({ digits, places });
});

test("a decimal gives the same number back", () => {
  fc.assert(
    fc.property(anyNumber, (value) => toNumber(decimal(value)) === (value === 0 ? 0 : value)),
    { numRuns: 2000 },
  );
});

test("what is not finite is no decimal", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => decimal(value)).toThrow(RangeError);
});

test("more places are more zeros", () => {
  expect(digitsAt(decimal(0.5), 3)).toBe(500n);
});

test("85 % of 5.3 is 4.505 exactly, and 85 % of 4.5 is 3.825, where binary products are a little off", () => {
  expect(toNumber(times(decimal(0.85), decimal(5.3)))).toBe(4.505);
  expect(toNumber(times(decimal(0.85), decimal(4.5)))).toBe(3.825);
  expect(0.85 * 4.5).not.toBe(3.825);
});

test.each([
  [0.28, 25, 7],
  [0.55, 100, 55],
  [0.29, 100, 29],
  [0.95, 20, 19],
  [0.9, 45, 41],
  [1, 7, 7],
  [0, 7, 0],
  [0.000001, 999_999, 1],
])("the smallest whole number not below %d x %d is %d", (share, count, expected) => {
  expect(ceilTimes(decimal(share), count)).toBe(expected);
});

test("rounding up holds against exact fractions of the text", () => {
  const share = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 1_000_000 }));
  fc.assert(
    fc.property(share, ([tenThousandths, count]) => {
      const exact = new Fraction(tenThousandths, 10_000).times(new Fraction(count));
      const up = new Fraction(ceilTimes(decimal(tenThousandths / 10_000), count));
      return up.compare(exact) >= 0 && up.minus(new Fraction(1)).compare(exact) < 0;
    }),
    { numRuns: 5000 },
  );
});
