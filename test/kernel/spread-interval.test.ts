/** Quantiles of the chi-square distribution as tables print them, e.g. NIST/SEMATECH e-Handbook 1.3.6.7.4. */
import { expect, test } from "vitest";
import { spreadInterval } from "../../shared/kernel/spread-interval.ts";

test.each([
  [10, 19.023, 2.7],
  [15, 26.119, 5.629],
  [30, 45.722, 16.047],
  [100, 128.422, 73.361],
])("of %i values its ends are those of the table to one in a hundred", (n, above, below) => {
  const { low, high } = spreadInterval(7, n);
  expect(Math.abs(low / Math.sqrt((n * 49) / above) - 1)).toBeLessThan(0.01);
  expect(Math.abs(high / Math.sqrt((n * 49) / below) - 1)).toBeLessThan(0.01);
});

test("of two values, alike or not, nothing is too large, nor of one or none; of more that are all alike there is none", () => {
  for (const [deviation, n] of [
    [0, 2],
    [0, 1],
    [10, 0],
  ] as const)
    expect(spreadInterval(deviation, n)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
  expect(spreadInterval(3, 2).high).toBe(Number.POSITIVE_INFINITY);
  expect(spreadInterval(0, 15)).toEqual({ low: 0, high: 0 });
});
