/** Guide E.4: judge on whole numbers, round only for display. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "../../shared/kernel/decimal.ts";
import { compareRatio, compareReal, ratio } from "../../shared/kernel/ratio.ts";
import { Fraction } from "../tools/fractions.ts";

test.each([
  [179, 200, 0.9, -1], // 89.5 % is shown as 90 %
  [180, 200, 0.9, 0],
  [181, 200, 0.9, 1],
  [7, 25, 0.28, 0],
  [29, 100, 0.29, 0],
  [1, 3, 0.3333333333333333, 1],
  [19, 20, 0.95, 0],
  [0, 5, 0, 0],
])("%d of %d against %d is %d", (k, n, limit, expected) => {
  expect(compareRatio(ratio(k, n), decimal(limit))).toBe(expected);
});

test("counts compare with a limit as exact fractions do", () => {
  const anyRatio = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }));
  fc.assert(
    fc.property(
      anyRatio,
      ([k, n, limit]) => compareRatio(ratio(k, n), decimal(limit / 100_000)) === new Fraction(k, n).compare(new Fraction(limit, 100_000)),
    ),
    { numRuns: 5000 },
  );
});

test("a rise of exactly 5 points from each whole percentage reads as 5 points; naively, 50 of 96 baselines would fail", () => {
  const baselines = Array.from({ length: 96 }, (_, percent) => [percent / 100, (percent + 5) / 100] as const);
  expect(baselines.filter(([then, now]) => now - then < 0.05)).toHaveLength(50);
  expect(baselines.filter(([then, now]) => compareReal(now - then, 0.05) !== 0)).toEqual([]);
});

test("reals that differ in the twelfth digit differ, those that differ in the thirteenth do not", () => {
  expect(compareReal(0.15000000001, 0.15)).toBe(1);
  expect(compareReal(0.149999999999, 0.15)).toBe(-1);
  expect(compareReal(0.1500000000001, 0.15)).toBe(0);
  expect(compareReal(-1, 0)).toBe(-1);
  expect(compareReal(0, -0)).toBe(0);
});
