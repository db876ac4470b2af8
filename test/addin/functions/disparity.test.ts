import { describe, expect, test } from "vitest";
import { DISPARITY } from "../../../addin/functions.ts";
import { col, forms, OMITTED, refused } from "./ask.ts";

const BOOKS = col(279, 137, 935, 160, 402);
const PUPILS = col(45, 37, 89, 76, 55);

describe("the published example (guide C.2)", () => {
  test("is 0.5153 weighted by enrolment and 0.4888 unweighted", () => {
    expect(DISPARITY(BOOKS, PUPILS).toFixed(4)).toBe("0.5153");
    expect(DISPARITY(BOOKS, PUPILS, false).toFixed(4)).toBe("0.4888");
  });

  test.each(OMITTED.map((left) => [left]))("is weighted where the choice is left out as %j", (left) => {
    expect(DISPARITY(BOOKS, PUPILS, left)).toBe(DISPARITY(BOOKS, PUPILS, true));
  });

  test("takes TRUE and FALSE, or 1 and 0, as a cell or a range of one", () => {
    for (const no of [...forms(false), ...forms(0)]) expect(DISPARITY(BOOKS, PUPILS, no)).toBe(DISPARITY(BOOKS, PUPILS, false));
    for (const yes of [...forms(true), ...forms(1)]) expect(DISPARITY(BOOKS, PUPILS, yes)).toBe(DISPARITY(BOOKS, PUPILS));
  });

  test("is the same read across, and with numbers kept as text", () => {
    expect(DISPARITY([[279, 137, 935, 160, 402]], [[45, 37, 89, 76, 55]])).toBe(DISPARITY(BOOKS, PUPILS));
    expect(DISPARITY(col("279", "１３７", 935, " 160 ", 402), PUPILS)).toBe(DISPARITY(BOOKS, PUPILS));
  });

  test("does not change with a wholly blank row between the schools", () => {
    expect(DISPARITY(col(279, null, 137, 935, 160, 402), col(45, "", 37, 89, 76, 55))).toBe(DISPARITY(BOOKS, PUPILS));
  });
});

test("schools that share alike differ by 0, and one school too", () => {
  expect([DISPARITY(col(10, 20), col(5, 10)), DISPARITY(col(10, 20), col(5, 10), false), DISPARITY(col(7), col(3))]).toEqual([0, 0, 0]);
});

test("a school that has nothing counts as nothing, it is not left out", () => {
  expect(DISPARITY(col(0, 10), col(10, 10))).toBe(1);
});

describe("refuses", () => {
  test("zero pupils, with its position", () => {
    expect(refused(() => DISPARITY(col(1, 2), col(5, 0)))).toEqual({
      code: "#VALUE!",
      message: expect.stringMatching(/^pupils：区域内第 2 行学生数为 0.* pupils: row 2 has 0 pupils/),
    });
    expect(refused(() => DISPARITY(col(1, 0), col(5, 0))).message).toMatch(/pupils: row 2 has 0 pupils/);
  });

  test.each<[string, unknown[][], unknown[][], RegExp]>([
    ["a blank number of pupils", col(1, 2), col(5, null), /pupils: row 2 has no number of pupils/],
    ["a blank amount", col(1, null), col(5, 5), /amounts: row 2 is blank/],
    ["a negative amount", col(1, -2), col(5, 5), /amounts: -2 at row 2 is below 0/],
    ["negative pupils", col(1, 2), col(5, -5), /pupils: -5 at row 2 is below 0/],
    ["a header", col("册数", 2), col("学生数", 5), /amounts: “册数” at row 1 is not a number/],
    ["a state", col(1, 2), col(5, "缺考"), /pupils: “缺考” at row 2 is not a number/],
    ["an error value", col(1, { code: "#N/A" }), col(5, 5), /amounts: #N\/A at row 2 is not a number/],
    ["ranges of unequal size", col(1, 2), col(5), /amounts has 2 rows and pupils has 1/],
    [
      "two columns",
      [
        [1, 2],
        [3, 4],
      ],
      col(5, 5),
      /amounts: select one column/,
    ],
    ["numbers whose squares do not fit", col(1e308, 1), col(1, 1), /too large or too small/],
  ])("%s", (_, amounts, pupils, says) => {
    expect(refused(() => DISPARITY(amounts, pupils))).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(says) });
  });

  test("a choice that is neither TRUE nor FALSE", () => {
    expect(refused(() => DISPARITY(BOOKS, PUPILS, "no")).message).toMatch(/weighted: “no” is neither TRUE nor FALSE/);
    expect(refused(() => DISPARITY(BOOKS, PUPILS, 2)).message).toMatch(/weighted: 2 is neither/);
  });

  test("to divide where there is no school or nothing to share", () => {
    expect(refused(() => DISPARITY(col(null), col(null))).code).toBe("#DIV/0!");
    expect(refused(() => DISPARITY(col(0, 0), col(5, 5))).code).toBe("#DIV/0!");
    expect(refused(() => DISPARITY(col(0, 0), col(5, 5), false)).code).toBe("#DIV/0!");
  });
});
