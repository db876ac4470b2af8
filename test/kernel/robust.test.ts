/** Robust ranges, against the worked example of the paper they are taken from. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { middle, robustRange } from "../../shared/kernel/robust.ts";

test("of 1, 3, 3, 6, 8, 10, 10, 1000 the median is 7 and the scaled MAD 5.1891 (Leys et al. 2013, section 3)", () => {
  const range = robustRange([1, 3, 3, 6, 8, 10, 10, 1000], 3);
  expect(range?.middle).toBe(7);
  expect(range?.low).toBeCloseTo(7 - 3 * 5.1891, 4);
  expect(range?.high).toBeCloseTo(7 + 3 * 5.1891, 4);
});

test("the middle has as many values below as above", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
      const centre = middle(values) as number;
      expect(values.filter((value) => value < centre).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > centre).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

test("of nothing, or where more than half are the same, there is no range", () => {
  expect([robustRange([], 3), robustRange([5, 5, 5, 5, 90], 3), middle([])]).toEqual([undefined, undefined, undefined]);
});
