import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPOSITE } from "../../../addin/functions.ts";
import { Fraction, isNearest, total } from "../../tools/fractions.ts";
import { col, refused } from "./ask.ts";

describe("a weighted sum for each row", () => {
  test("by hand: 0.4·72 + 0.3·0.9·100 + 0.3·0.25·100 = 28.8 + 27 + 7.5", () => {
    expect(COMPOSITE([[72, 90, 25]], [[0.4, 0.3, 0.3]])).toEqual([[63.3]]);
  });

  test("weights may stand in a column, numbers may be text, also full-width", () => {
    expect(COMPOSITE([["７2", " 90", 25]], col(0.4, "0.3", "０.３"))).toEqual([[63.3]]);
  });

  test("0.7 + 0.2 + 0.1 is 1 on paper, and so it is here", () => {
    expect(0.7 + 0.2 + 0.1).not.toBe(1);
    expect(COMPOSITE([[1, 1, 1]], [[0.7, 0.2, 0.1]])).toEqual([[1]]);
  });

  test("weights a formula made are read to 12 digits: three times =1/3, and 1 - 0.9 beside 0.9", () => {
    expect(COMPOSITE([[3, 6, 9]], [[1 / 3, 1 / 3, 1 / 3]])[0]?.[0]).toBeCloseTo(6, 12);
    expect(COMPOSITE([[10, 20]], [[0.9, 1 - 0.9]])[0]?.[0]).toBeCloseTo(11, 12);
  });

  test("a low rate is taken off by a negative weight, the rest adding up to more than 1", () => {
    // 0.5·70 + 0.4·80 + 0.3·20 - 0.2·10 = 35 + 32 + 6 - 2.
    expect(COMPOSITE([[70, 80, 20, 10]], [[0.5, 0.4, 0.3, -0.2]])).toEqual([[71]]);
  });

  test("a row wholly blank is no unit; 0 is a value", () => {
    expect(
      COMPOSITE(
        [
          [10, 20],
          [null, ""],
          [0, 0],
        ],
        [[0.5, 0.5]],
      ),
    ).toEqual([[15], [""], [0]]);
  });
});

test("law: the exact sum, rounded once", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(weights, fc.array(fc.integer({ min: -10000, max: 10000 }), { minLength: 6, maxLength: 6 }), (some, values) => {
      const thousandths = [...some, 1000 - some.reduce((sum, one) => sum + one, 0)];
      const cells = thousandths.map((_, at) => values[at] as number);
      const [[index]] = COMPOSITE([cells.map((cell) => cell / 100)], [thousandths.map((one) => one / 1000)]) as [[number]];
      const exact = total(thousandths.map((one, at) => new Fraction(one, 1000).times(new Fraction(cells[at] as number, 100))));
      expect(isNearest(index, exact)).toBe(true);
    }),
  );
});

describe("refuses", () => {
  const one = [[70, 80]];
  test.each<[string, () => unknown, RegExp]>([
    [
      "weights that add up to 0.9",
      () => COMPOSITE(one, [[0.5, 0.4]]),
      /^weights：权重合计为 0\.9，应为 1.* weights: the weights add up to 0\.9, not 1/,
    ],
    ["weights in per cent", () => COMPOSITE(one, [[60, 40]]), /weights: the weights add up to 100, not 1/],
    ["per cent as text", () => COMPOSITE(one, [["60%", "40%"]]), /weights\[1\]: “60%” is text: write it as a number/],
    ["too few weights", () => COMPOSITE(one, [[1]]), /weights: give one number per column \(2\), not 1/],
    ["a blank weight", () => COMPOSITE(one, [[1, null]]), /weights\[2\]: give a number/],
    ["no weights", () => COMPOSITE(one, null as never), /weights: select a range/],
    [
      "a blank among values",
      () =>
        COMPOSITE(
          [
            [1, 2],
            [3, null],
          ],
          [[0.5, 0.5]],
        ),
      /^table：区域内第 2 行第 2 列是空的.* table: row 2, column 2 is blank: give a number/,
    ],
    [
      "a header",
      () =>
        COMPOSITE(
          [
            ["均分", "及格率"],
            [1, 2],
          ],
          [[0.5, 0.5]],
        ),
      /table: “均分” at row 1, column 1 is not a number: it looks like a header/,
    ],
    [
      "a state",
      () =>
        COMPOSITE(
          [
            [1, 2],
            [1, "缺考"],
          ],
          [[0.5, 0.5]],
        ),
      /table: “缺考” at row 2, column 2 is not a number/,
    ],
    ["an error value", () => COMPOSITE([[1, "#N/A"]], [[0.5, 0.5]]), /table: “#N\/A” at row 1, column 2 is not a number/],
  ])("%s", (_, ask, says) => {
    expect(refused(ask)).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });
});
