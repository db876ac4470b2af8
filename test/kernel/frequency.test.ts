import fc from "fast-check";
import { median as simpleMedian } from "simple-statistics";
import { describe, expect, test } from "vitest";
import {
  atLeast,
  below,
  cumulative,
  deviation,
  extremes,
  type Frequency,
  mean,
  median,
  size,
  sums,
} from "../../shared/kernel/frequency.ts";
import { markText } from "../tools/columns.ts";
import { digits, Fraction, isNearest } from "../tools/fractions.ts";
import { naiveMean, naiveMedian, naiveRate, naiveVariance } from "../tools/naive.ts";

/** Marks as texts of one to three decimals, with the frequency table a counter would make of them. */
const marks = fc.integer({ min: 0, max: 3 }).chain((places) => fc.array(markText(150, places), { minLength: 1, maxLength: 60 }));

function tabled(texts: readonly string[]): Frequency {
  const counts = new Map<number, number>();
  for (const text of texts) counts.set(Number(text), (counts.get(Number(text)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

const exact = (texts: readonly string[]) => texts.map((text) => Fraction.ofText(text));

describe("any column of marks", () => {
  const always = (name: string, holds: (texts: string[], frequency: Frequency) => void) =>
    test(name, () =>
      fc.assert(
        fc.property(marks, (texts) => holds(texts, tabled(texts))),
        { numRuns: 500 },
      ),
    );

  always("has the mean of its decimals, rounded once", (texts, frequency) => {
    expect(isNearest(mean(sums(frequency)) as number, naiveMean(exact(texts)) as Fraction)).toBe(true);
  });

  always("has the median of its sorted marks, rounded once", (texts, frequency) => {
    expect(isNearest(median(frequency) as number, naiveMedian(exact(texts)) as Fraction)).toBe(true);
    expect(median(frequency)).toBeCloseTo(simpleMedian(texts.map(Number)), 10);
  });

  always("has its population deviation to 15 digits", (texts, frequency) => {
    const variance = naiveVariance(exact(texts)) as Fraction;
    if (variance.top === 0n) expect(deviation(sums(frequency))).toBe(0);
    else expect(digits(deviation(sums(frequency)) as number, variance.root())).toBeGreaterThanOrEqual(15);
  });

  always("is split in two by any of its own marks: reached and below", (texts, frequency) => {
    const line = texts[0] as string;
    const reached = naiveRate(exact(texts), Fraction.ofText(line)) as Fraction;
    expect(new Fraction(atLeast(frequency, Number(line)), texts.length).compare(reached)).toBe(0);
    expect(atLeast(frequency, Number(line)) + below(frequency, Number(line))).toBe(texts.length);
    expect(cumulative(frequency)(Number(line))).toBe(atLeast(frequency, Number(line)));
  });

  always("counts everybody and knows its ends", (texts, frequency) => {
    const sorted = texts.map(Number).sort((a, b) => a - b);
    expect(size(frequency)).toBe(texts.length);
    expect(extremes(frequency)).toEqual({ lowest: sorted[0], highest: sorted[sorted.length - 1] });
  });
});

test("the line itself is reached: 60 is 以上, 59.999999999 is not", () => {
  const frequency: Frequency = [
    [59.999999999, 3],
    [60, 2],
    [60.000000001, 1],
  ];
  expect(atLeast(frequency, 60)).toBe(3);
  expect(below(frequency, 60)).toBe(3);
});

test.each([
  [[1], 1],
  [[1, 2], 1.5],
  [[1, 2, 4], 2],
  [[59.9, 60], 59.95],
  [[0.1, 0.2], 0.15],
  [[2, 2, 2, 9], 2],
  [[1, 3, 5, 100], 4],
])("the median of %j is %d", (column, expected) => {
  expect(median(tabled(column.map(String)))).toBe(expected);
});

test("tenths add up exactly: ten times 0.1 is 1, its squares 0.1", () => {
  expect(sums([[0.1, 10]])).toEqual({ n: 10, parts: 10n, sum: 10n, squares: 10n });
  expect(mean(sums([[0.1, 10]]))).toBe(0.1);
  expect(deviation(sums([[59.9, 1000]]))).toBe(0);
});

test("the textbook eight, 2 4 4 4 5 5 7 9, deviate by 2 from their mean 5", () => {
  const frequency = tabled(["2", "4", "4", "4", "5", "5", "7", "9"]);
  expect([mean(sums(frequency)), deviation(sums(frequency))]).toEqual([5, 2]);
});

test("marks of very different size keep every digit", () => {
  const frequency: Frequency = [
    [1e-9, 1],
    [1e15, 1],
  ];
  expect(isNearest(mean(sums(frequency)) as number, new Fraction(10n ** 24n + 1n, 2n * 10n ** 9n))).toBe(true);
});

test("a million pupils cost no accuracy", () => {
  const frequency: Frequency = [
    [99.9, 500_000],
    [100, 500_000],
  ];
  expect(mean(sums(frequency))).toBe(99.95);
  expect(deviation(sums(frequency))).toBe(0.05);
});

test("nobody has no mean, deviation, median or ends", () => {
  expect([mean(sums([])), deviation(sums([])), median([]), extremes([]), size([])]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    0,
  ]);
});
