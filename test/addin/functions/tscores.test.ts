import fc from "fast-check";
import { mean, standardDeviation, zScore } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { TSCORES } from "../../../addin/functions.ts";
import { col, OMITTED, refused } from "./ask.ts";

describe("T = 50 + 10 (x - μ) / σ", () => {
  // 2 4 4 4 5 5 7 9: μ = 40/8 = 5, σ² = (9+1+1+1+0+0+4+16)/8 = 4, σ = 2. So x = 9 has Z = 2 and T = 70.
  const marks = [2, 4, 4, 4, 5, 5, 7, 9];
  const hand = [35, 45, 45, 45, 50, 50, 60, 70];

  test("by hand", () => {
    expect(TSCORES(col(...marks))).toEqual(col(...hand));
  });

  test("on the scale of 500 and 100 they are ten times as much", () => {
    expect(TSCORES(col(...marks), 500, 100)).toEqual(col(...hand.map((score) => 10 * score)));
  });

  test("a row of marks has its scores in a row", () => {
    expect(TSCORES([marks])).toEqual([hand]);
  });

  test("with mean 0 and sd 1 they are Z, as simple-statistics has them", () => {
    const odd = [61.5, 88, 73.25, 99, 40, 0];
    const z = TSCORES(col(...odd), 0, 1).flat() as number[];
    z.forEach((score, at) => {
      expect(score).toBeCloseTo(zScore(odd[at] as number, mean(odd), standardDeviation(odd)), 13);
    });
  });

  test("states and blanks have none, in the same place, and count for nothing in μ and σ", () => {
    const mixed = col(2, "缺考", 4, 4, null, 4, 5, "５", "免考", 7, "", 9, "转出");
    expect(TSCORES(mixed)).toEqual(col(35, "", 45, 45, "", 45, 50, 50, "", 60, "", 70, ""));
  });

  test("a mark in tenths is the decimal that was typed: 0.1, 0.2, 0.3 lie evenly", () => {
    const [low, middle, high] = TSCORES(col(0.1, 0.2, 0.3)).flat() as [number, number, number];
    expect([middle, high - 50]).toEqual([50, 50 - low]);
  });

  test.each(OMITTED.map((left) => [left]))("left out as %j the scale is 50 and 10", (left) => {
    expect(TSCORES(col(...marks), left, left)).toEqual(col(...hand));
  });
});

describe("laws", () => {
  const marks = fc
    .array(fc.integer({ min: 0, max: 1500 }), { minLength: 2, maxLength: 60 })
    .filter((list) => new Set(list).size > 1)
    .map((list) => list.map((tenths) => tenths / 10));

  test("they have mean 50 and standard deviation 10", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const scores = TSCORES(col(...list)).flat() as number[];
        expect(mean(scores)).toBeCloseTo(50, 9);
        expect(standardDeviation(scores)).toBeCloseTo(10, 9);
      }),
    );
  });

  test("they keep the order of the marks, and equal marks have equal scores", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const scores = TSCORES(col(...list)).flat() as number[];
        const sign = (a: number, b: number) => Math.sign(a - b);
        for (let at = 1; at < list.length; at++) {
          expect(sign(scores[at] as number, scores[at - 1] as number)).toBe(sign(list[at] as number, list[at - 1] as number));
        }
      }),
    );
  });

  test("another paper with every mark doubled gives the same bits", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const doubled = list.map((mark) => (mark * 10 * 2) / 10);
        expect(TSCORES(col(...doubled))).toEqual(TSCORES(col(...list)));
      }),
    );
  });
});

describe("refuses", () => {
  test.each<[string, unknown[][], RegExp]>([
    ["marks that are all the same", col(80, 80, "缺考"), /标准差为 0.* scores: all marks are the same: the deviation is 0/],
    ["a single mark", col(80), /标准差为 0/],
    ["nobody who sat", col("缺考", null), /nobody sat/],
  ])("to divide with %s", (_, scores, says) => {
    expect(refused(() => TSCORES(scores))).toEqual({ code: "#DIV/0!", message: expect.stringMatching(says) });
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      "two columns",
      () =>
        TSCORES([
          [1, 2],
          [3, 4],
        ]),
      /^scores：请选一列.* scores: select one column/,
    ],
    ["a negative mark", () => TSCORES(col(50, -1)), /scores: -1 at row 2 is below 0/],
    ["a header", () => TSCORES(col("语文", 50)), /scores: “语文” at row 1 is not a mark: it looks like a header/],
    ["no range", () => TSCORES(null as never), /scores: select a range/],
    ["a deviation of 0", () => TSCORES(col(1, 2), 50, 0), /sd: the standard deviation 0 must be above 0/],
    ["a negative deviation", () => TSCORES(col(1, 2), 50, -10), /sd: the standard deviation -10 must be above 0/],
  ])("%s", (_, ask, says) => {
    expect(refused(ask)).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });
});
