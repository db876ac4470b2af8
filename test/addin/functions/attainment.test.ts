import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTAINMENT, MEANSCORE } from "../../../addin/functions.ts";
import { Fraction, isNearest, mean } from "../../tools/fractions.ts";
import { body, col, refused } from "./ask.ts";

describe("a group's mean against the mean of all", () => {
  // 甲 60 80: mean 70. 乙 90 90 80: 260/3. All: 400/5 = 80.
  test("by hand: 70/80 = 0.875, and 12.5 % below", () => {
    expect(ATTAINMENT(col("甲", "甲", "乙", "乙", "乙", "乙"), col(60, 80, 90, 90, 80, "缺考"))).toEqual([
      ["分组", "实考", "平均分", "均分达到度", "超均率"],
      ["甲", 2, 70, 0.875, -0.125],
      ["乙", 3, 260 / 3, 260 / 240, 20 / 240],
      ["合计", 5, 80, 1, 0],
    ]);
  });

  test("the mean of all is pooled over pupils, not a mean of means", () => {
    // Mean of means (100 + 50) / 2 = 75; pooled (100 + 150) / 4 = 62.5.
    expect(body(ATTAINMENT(col("甲", "乙", "乙", "乙"), col(100, 50, 50, 50)))[0]).toEqual(["甲", 1, 100, 1.6, 0.6]);
  });

  test("0 is a mark, a blank is not; a group nobody sat in stays empty", () => {
    expect(body(ATTAINMENT(col("甲", "甲", "乙", null), col(0, 100, "缺考", null)))).toEqual([
      ["甲", 2, 50, 1, 0],
      ["乙", 0, "", "", ""],
      ["合计", 2, 50, 1, 0],
    ]);
  });
});

describe("laws", () => {
  const pupils = fc.array(fc.tuple(fc.constantFrom("甲", "乙", "丙"), fc.integer({ min: 0, max: 1500 })), { minLength: 1, maxLength: 60 });
  const someMark = pupils.filter((list) => list.some(([, tenths]) => tenths > 0));

  test("each figure is the exact fraction, rounded once", () => {
    fc.assert(
      fc.property(someMark, (list) => {
        const table = ATTAINMENT(col(...list.map(([school]) => school)), col(...list.map(([, tenths]) => tenths / 10)));
        const marks = list.map(([, tenths]) => new Fraction(tenths, 10));
        for (const [school, , average, attained, over] of body(table).slice(0, -1) as [string, number, number, number, number][]) {
          const own = mean(marks.filter((_, at) => list[at]?.[0] === school));
          const ratio = own.over(mean(marks));
          expect(isNearest(average, own) && isNearest(attained, ratio)).toBe(true);
          expect(isNearest(over, ratio.minus(new Fraction(1)))).toBe(true);
        }
      }),
    );
  });

  test("weighted by those who sat, the groups attain 1 together", () => {
    fc.assert(
      fc.property(someMark, (list) => {
        const rows = body(ATTAINMENT(col(...list.map(([school]) => school)), col(...list.map(([, tenths]) => tenths / 10)))) as number[][];
        const all = rows.slice(0, -1).reduce((sum, [, sat = 0, , attained = 0]) => sum + sat * attained, 0);
        expect(all / list.length).toBeCloseTo(1, 12);
      }),
    );
  });

  test("the mean of 合计 is MEANSCORE of the column, to the bit", () => {
    fc.assert(
      fc.property(someMark, (list) => {
        const marks = col(...list.map(([, tenths]) => tenths / 10));
        expect(body(ATTAINMENT(col(...list.map(([school]) => school)), marks)).at(-1)?.[2]).toBe(MEANSCORE(marks));
      }),
    );
  });
});

describe("refuses", () => {
  test.each<[string, unknown[][], RegExp]>([
    ["nobody who sat", col("缺考", null), /nobody sat/],
    ["a mean of 0", col(0, 0), /总平均分为 0.* the mean of all is 0/],
  ])("to divide with %s", (_, scores, says) => {
    expect(refused(() => ATTAINMENT(col("甲", "甲"), scores))).toEqual({ code: "#DIV/0!", message: expect.stringMatching(says) });
  });

  test.each<[string, () => unknown, RegExp]>([
    ["a line of totals", () => ATTAINMENT(col("甲", "合计"), col(1, 2)), /groups: row 2 is a total, not a pupil/],
    ["a mark without a group", () => ATTAINMENT(col("甲", null), col(1, 2)), /groups: row 2 has a score but no school or class/],
    ["a negative mark", () => ATTAINMENT(col("甲"), col(-5)), /scores: -5 at row 1 is below 0/],
    ["columns of two lengths", () => ATTAINMENT(col("甲"), col(1, 2)), /groups has 1 rows and scores has 2/],
  ])("%s", (_, ask, says) => {
    expect(refused(ask)).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });
});
