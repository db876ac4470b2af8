/** Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, table I, method 3 (score). */
import { expect, test } from "vitest";
import { wilson } from "../../shared/kernel/wilson.ts";

test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("of %i of %i it is what Newcombe prints", (k, n, low, high) => {
  const found = wilson(k, n);
  expect([Number(found.low.toFixed(4)), Number(found.high.toFixed(4))]).toEqual([low, high]);
});

test("mirrored counts have mirrored ends, and all of all ends at 1", () => {
  const [few, many] = [wilson(3, 40), wilson(37, 40)];
  expect(few.low + many.high).toBeCloseTo(1, 14);
  expect(wilson(20, 20).high).toBe(1);
});
