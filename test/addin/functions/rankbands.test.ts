import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RANKBANDS } from "../../../addin/functions.ts";
import { body, col, refused } from "./ask.ts";

/**
 * 甲 600 590 500, 乙 590 580 缺考, 丙 570. From the top: 600 (1), 590 590 (2, 2), 580 (4), 570 (5), 500 (6).
 */
const SCHOOLS = col("甲", "甲", "甲", "乙", "乙", "乙", "丙");
const TOTALS = col(600, 590, 500, 590, 580, "缺考", 570);

describe("the first N of all", () => {
  test("by hand: those tied at rank 2 are both in, so the first two are three", () => {
    expect(RANKBANDS(SCHOOLS, TOTALS, [[2, 4]])).toEqual([
      ["学校", "实考", "前2名", "前2名占实考", "前4名", "前4名占实考"],
      ["甲", 3, 2, 2 / 3, 2, 2 / 3],
      ["乙", 2, 1, 1 / 2, 2, 1],
      ["丙", 1, 0, 0, 0, 0],
      ["合计", 6, 3, 1 / 2, 4, 2 / 3],
    ]);
  });

  test("cuts may stand in a column, with blanks among them, and beyond the last pupil", () => {
    expect(body(RANKBANDS(SCHOOLS, TOTALS, col(1, null, "１００"))).map((row) => [row[2], row[4]])).toEqual([
      [1, 3],
      [0, 2],
      [0, 1],
      [1, 6],
    ]);
  });

  test("one cut may be a single cell", () => {
    expect(RANKBANDS(SCHOOLS, TOTALS, 2 as never)).toEqual(RANKBANDS(SCHOOLS, TOTALS, [[2]]));
  });

  test("a school nobody sat at has no share, and a blank row is nobody", () => {
    expect(RANKBANDS(col("甲", "乙", null), col(60, "缺考", null), [[1]])).toEqual([
      ["学校", "实考", "前1名", "前1名占实考"],
      ["甲", 1, 1, 1],
      ["乙", 0, 0, ""],
      ["合计", 1, 1, 1],
    ]);
  });

  test("no name of a pupil can come out: only schools, counts and shares", () => {
    expect(body(RANKBANDS(SCHOOLS, TOTALS, [[3]])).every(([, ...rest]) => rest.every((cell) => typeof cell === "number"))).toBe(true);
  });
});

describe("laws", () => {
  const pupils = fc.array(fc.record({ school: fc.constantFrom("甲", "乙", "丙"), total: fc.integer({ min: 0, max: 30 }) }), {
    minLength: 1,
    maxLength: 50,
  });

  test("a pupil is in where fewer than N have more: counted one by one", () => {
    fc.assert(
      fc.property(pupils, fc.integer({ min: 1, max: 60 }), (list, cut) => {
        const table = RANKBANDS(col(...list.map(({ school }) => school)), col(...list.map(({ total }) => total)), [[cut]]);
        const isIn = (own: number) => list.filter(({ total }) => total > own).length < cut;
        for (const [school, , count] of body(table).slice(0, -1)) {
          expect(count).toBe(list.filter((pupil) => pupil.school === school && isIn(pupil.total)).length);
        }
        expect(body(table).at(-1)?.[2]).toBe(list.filter(({ total }) => isIn(total)).length);
      }),
    );
  });
});

describe("refuses", () => {
  test("to rank nobody", () => {
    expect(refused(() => RANKBANDS(col("甲"), col("缺考"), [[1]]))).toEqual({
      code: "#DIV/0!",
      message: expect.stringMatching(/nobody sat/),
    });
  });

  test.each<[string, () => unknown, RegExp]>([
    ["a cut of 0", () => RANKBANDS(SCHOOLS, TOTALS, [[0]]), /cuts: 0 is not a rank: use whole numbers from 1/],
    ["a cut of 1.5", () => RANKBANDS(SCHOOLS, TOTALS, [[50, 1.5]]), /cuts: 1\.5 is not a rank/],
    ["a text for a cut", () => RANKBANDS(SCHOOLS, TOTALS, [["前50"]]), /cuts: “前50” is not a number/],
    ["no cut", () => RANKBANDS(SCHOOLS, TOTALS, [[null]]), /cuts: give ranks, for example 50, 100, 200/],
    ["a line of totals", () => RANKBANDS(col("甲", "合计"), col(1, 2), [[1]]), /groups: row 2 is a total, not a pupil/],
    ["a mark without a school", () => RANKBANDS(col("甲", null), col(1, 2), [[1]]), /groups: row 2 has a score but no school/],
    ["a negative mark", () => RANKBANDS(col("甲"), col(-1), [[1]]), /totals: -1 at row 1 is below 0/],
    ["columns of two lengths", () => RANKBANDS(col("甲"), col(1, 2), [[1]]), /groups has 1 rows and totals has 2/],
  ])("%s", (_, ask, says) => {
    expect(refused(ask)).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });
});
