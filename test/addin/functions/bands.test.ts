import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BANDS } from "../../../addin/functions.ts";
import { asRange, column } from "../../tools/columns.ts";
import { Fraction, isNearest } from "../../tools/fractions.ts";
import { marksOf } from "../../tools/naive.ts";
import { body, col, OMITTED, refused } from "./ask.ts";

describe("the bands of a column", () => {
  test("go from the top in tens, the full mark inside the top one, empty ones listed", () => {
    expect(BANDS(col(100, 95, 90, 89.9, 60, 59.5, 0))).toEqual([
      ["分数段", "人数", "占实考比", "累计占比"],
      ["[90,100]", 3, 3 / 7, 3 / 7],
      ["[80,90)", 1, 1 / 7, 4 / 7],
      ["[70,80)", 0, 0, 4 / 7],
      ["[60,70)", 1, 1 / 7, 5 / 7],
      ["[50,60)", 1, 1 / 7, 6 / 7],
      ["[40,50)", 0, 0, 6 / 7],
      ["[30,40)", 0, 0, 6 / 7],
      ["[20,30)", 0, 0, 6 / 7],
      ["[10,20)", 0, 0, 6 / 7],
      ["[0,10)", 1, 1 / 7, 1],
    ]);
  });

  test("end in a narrower one where the width does not divide the full mark", () => {
    expect(body(BANDS(col(100, 39, 9.5), 30)).map(([label, count]) => [label, count])).toEqual([
      ["[70,100]", 1],
      ["[40,70)", 0],
      ["[10,40)", 1],
      ["[0,10)", 1],
    ]);
  });

  test("have exact decimal edges: ten steps of 0.1 come to 0", () => {
    expect(body(BANDS(col(0.3, 0.29), 0.1, 1)).map(([label, count]) => [label, count])).toEqual([
      ["[0.9,1]", 0],
      ["[0.8,0.9)", 0],
      ["[0.7,0.8)", 0],
      ["[0.6,0.7)", 0],
      ["[0.5,0.6)", 0],
      ["[0.4,0.5)", 0],
      ["[0.3,0.4)", 1],
      ["[0.2,0.3)", 1],
      ["[0.1,0.2)", 0],
      ["[0,0.1)", 0],
    ]);
  });

  test("are one where the width is the full mark", () => {
    expect(body(BANDS(col(0, 50, 100), 100))).toEqual([["[0,100]", 3, 1, 1]]);
  });

  test("of nobody have counts of 0 and no shares", () => {
    expect(body(BANDS(col(null, "缺考"), 50))).toEqual([
      ["[50,100]", 0, "", ""],
      ["[0,50)", 0, "", ""],
    ]);
  });

  test.each(OMITTED.map((left) => [left]))("left out as %j the width is 10 and the full mark 100", (left) => {
    expect(BANDS(col(55), left, left)).toEqual(BANDS(col(55), 10, 100));
  });

  test.each([0, -10, 100.5, 0.05])("a width of %d is refused", (width) => {
    expect(refused(() => BANDS(col(50), width))).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/^width：/) });
  });

  test("a width in words is refused, a mark above full says which argument gives it", () => {
    expect(refused(() => BANDS(col(50), "ten"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/width: “ten” is not a number/),
    });
    expect(refused(() => BANDS(col(120))).message).toMatch(/give the full mark as the third argument/);
  });
});

test("any column falls into its bands as exact comparison says", () => {
  const widths = fc.constantFrom("10", "5", "7.5", "3.3", "0.9", "33");
  fc.assert(
    fc.property(column(), widths, ({ full, cells }, width) => {
      fc.pre(Number(width) <= full);
      const marks = marksOf(cells);
      const rows = body(BANDS(asRange(cells), Number(width), full));
      let [high, reached] = [new Fraction(full), 0];
      rows.forEach(([label, count, share, cumulative], at) => {
        const step = high.minus(Fraction.ofText(width));
        const low = step.top > 0n ? step : new Fraction(0);
        const inside = marks.filter((mark) => mark.compare(low) >= 0 && (at === 0 || mark.compare(high) < 0)).length;
        reached += inside;
        expect(label).toBe(`[${low.toNumber()},${high.toNumber()}${at === 0 ? "]" : ")"}`);
        expect(count).toBe(inside);
        if (marks.length === 0) expect([share, cumulative]).toEqual(["", ""]);
        else {
          expect(isNearest(share as number, new Fraction(inside, marks.length))).toBe(true);
          expect(isNearest(cumulative as number, new Fraction(reached, marks.length))).toBe(true);
        }
        high = low;
      });
      expect(high.top).toBe(0n);
      expect(reached).toBe(marks.length);
    }),
    { numRuns: 500 },
  );
});
