import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BORDERLINE } from "../../../addin/functions.ts";
import { Fraction } from "../../tools/fractions.ts";
import { body, col, refused } from "./ask.ts";

const NAMES = col("张一", "李二", "王三", "赵四", "钱五", "孙六", "周七");
const MARKS = col(55, 60, 65, 54.9, 65.1, 59.5, "缺考");

describe("within 5 marks of 60", () => {
  test("from the top, 55 and 65 included, 54.9 and 65.1 not", () => {
    expect(BORDERLINE(NAMES, MARKS, 60, 5)).toEqual([
      ["姓名", "分数", "距 60 分线", "位置"],
      ["王三", 65, 5, "线上"],
      ["李二", 60, 0, "线上"],
      ["孙六", 59.5, -0.5, "线下"],
      ["张一", 55, -5, "线下"],
    ]);
  });

  test("equal marks stay in the order of the list", () => {
    expect(body(BORDERLINE(col("b", "a", "c"), col(58, 59, 58), 60, 3)).map(([name]) => name)).toEqual(["a", "b", "c"]);
  });

  test("in tenths: 60.1 is within 0.1 of 60, although 60.1 - 60 is a little more in binary", () => {
    expect(60.1 - 60).toBeGreaterThan(0.1);
    expect(body(BORDERLINE(col("张", "李"), col(60.1, 59.9), 60, 0.1))).toEqual([
      ["张", 60.1, 0.1, "线上"],
      ["李", 59.9, -0.1, "线下"],
    ]);
  });

  test("a pupil may be named by a number", () => {
    expect(body(BORDERLINE(col(202501), col(60), 60, 0))).toEqual([[202501, 60, 0, "线上"]]);
  });

  test("where there is none, the table says so", () => {
    expect(BORDERLINE(NAMES, MARKS, 100, 5)).toEqual([
      ["姓名", "分数", "距 100 分线", "位置"],
      ["没有临界生", "", "", ""],
    ]);
    expect(body(BORDERLINE(col("张", null), col("缺考", null), 60, 5))).toEqual([["没有临界生", "", "", ""]]);
  });
});

test("law: listed are just those whose exact distance is within the margin", () => {
  const tenths = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(fc.array(tenths, { maxLength: 40 }), tenths, fc.integer({ min: 0, max: 200 }), (list, edge, reach) => {
      const exact = (whole: number) => new Fraction(whole, 10);
      const table = BORDERLINE(
        col(...list.map((_, at) => `p${at}`)),
        col(...list.map((mark) => mark / 10)),
        Math.max(edge, 10) / 10,
        reach / 10,
      );
      const off = (mark: number) => exact(mark).minus(exact(Math.max(edge, 10)));
      const inside = list.filter((mark) => off(mark).compare(exact(reach)) <= 0 && off(mark).compare(exact(-reach)) >= 0);
      const sorted = [...inside].sort((a, b) => b - a);
      const rows = sorted.length === 0 ? [] : body(table);
      expect(rows.map(([, mark, distance, side]) => [mark, distance, side])).toEqual(
        sorted.map((mark) => [mark / 10, off(mark).toNumber(), off(mark).top >= 0n ? "线上" : "线下"]),
      );
    }),
  );
});

describe("refuses", () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      "a mark without a name",
      () => BORDERLINE(col("张", null), col(60, 61), 60, 5),
      /^names：区域内第 2 行有分数，却没有姓名.*names: row 2 has a score but no name/,
    ],
    ["a line of totals", () => BORDERLINE(col("张", "平均分"), col(60, 61), 60, 5), /names: row 2 is a total, not a pupil/],
    [
      "an error for a name",
      () => BORDERLINE(col("#N/A"), col(60), 60, 5),
      /不是姓名或学号.* names: “#N\/A” at row 1 is not a name or number of a pupil/,
    ],
    ["a negative mark", () => BORDERLINE(col("张"), col(-1), 60, 5), /scores: -1 at row 1 is below 0/],
    ["columns of two lengths", () => BORDERLINE(col("张"), col(60, 61), 60, 5), /names has 1 rows and scores has 2/],
    ["no line", () => BORDERLINE(col("张"), col(60), null, 5), /line: give a number/],
    ["a line of 60 %", () => BORDERLINE(col("张"), col(60), 0.6, 5), /line: 0\.6 looks like a share; lines are marks/],
    ["a negative line", () => BORDERLINE(col("张"), col(60), -1, 5), /line: -1 is below 0/],
    ["no margin", () => BORDERLINE(col("张"), col(60), 60, ""), /margin: give a number/],
    ["a negative margin", () => BORDERLINE(col("张"), col(60), 60, -5), /margin: -5 is below 0/],
  ])("%s", (_, ask, says) => {
    expect(refused(ask)).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });
});
