import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VALUEADDED } from "../../../addin/functions.ts";
import { Fraction } from "../../tools/fractions.ts";
import { naiveValueAdded } from "../../tools/naive.ts";
import { t975 } from "../../tools/quantile.ts";
import { body, col, refused } from "./ask.ts";

const HEADER = ["学校", "匹配人数", "未匹配人数", "前测均分", "后测均分", "增值", "区间下限", "区间上限"];

describe("two schools around a line of slope 1", () => {
  // After is before plus 1 in the first school and minus 1 in the second, on the same entry marks: residuals are +1 and -1.
  const schools = col("甲", "甲", "甲", "乙", "乙", "乙");
  const before = col(50, 60, 70, 50, 60, 70);
  const after = col(51, 61, 71, 49, 59, 69);

  test("gain and lose a mark, with t(0.975, 4) s / sqrt(3) to either side", () => {
    const half = (t975(4) * Math.sqrt(6 / 4)) / Math.sqrt(3);
    const [header, first, second] = VALUEADDED(schools, before, after);
    expect(header).toEqual(HEADER);
    expect(first?.slice(0, 6)).toEqual(["甲", 3, 0, 60, 61, 1]);
    expect(second?.slice(0, 6)).toEqual(["乙", 3, 0, 60, 59, -1]);
    expect([first?.[6], first?.[7], second?.[6], second?.[7]].map(Number)).toEqual(
      [1 - half, 1 + half, -1 - half, -1 + half].map((edge) => expect.closeTo(edge, 12)),
    );
  });

  test("whose pupils lack one of the two marks count them as unmatched, out of every mean", () => {
    const rows = body(
      VALUEADDED(
        col("甲", "甲", "甲", "乙", "乙", "乙", "乙", "丙"),
        col(50, 60, 70, 50, 60, 70, "缺考", 90),
        col(51, 61, 71, 49, 59, 69, 100, null),
      ),
    );
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ["甲", 3, 0],
      ["乙", 3, 1],
      ["丙", 0, 1],
    ]);
    expect(rows[2]?.slice(3)).toEqual(["", "", "", "", ""]);
    expect(rows[1]?.[5]).toBe(-1);
  });

  test("read alike in any order of pupils, schools in order of first appearance", () => {
    const rows = body(VALUEADDED(col("乙", "甲", "甲", "乙", "甲", "乙"), col(70, 70, 50, 50, 60, 60), col(69, 71, 51, 49, 61, 59)));
    expect(rows.map((row) => [row[0], row[5]])).toEqual([
      ["乙", -1],
      ["甲", 1],
    ]);
  });
});

test("a school of one pupil has a value and no interval", () => {
  const rows = body(VALUEADDED(col("a", "a", "b"), col(1, 2, 3), col(2, 1, 5)));
  expect(rows[1]?.slice(0, 3)).toEqual(["b", 1, 0]);
  expect(typeof rows[1]?.[5]).toBe("number");
  expect(rows[1]?.slice(6)).toEqual(["", ""]);
});

test("two matched pupils in all leave no interval anywhere", () => {
  expect(body(VALUEADDED(col("a", "a"), col(1, 2), col(5, 6)))[0]?.slice(6)).toEqual(["", ""]);
});

test("rows that are wholly blank are skipped, a school without a name is refused", () => {
  expect(body(VALUEADDED(col("a", null, "a"), col(1, null, 2), col(1, "", 2)))).toHaveLength(1);
  expect(refused(() => VALUEADDED(col("a", null, "a"), col(1, 2, 3), col(1, 2, 3))).message).toMatch(
    /schools: row 2 has a score but no school or class/,
  );
});

test("any real scale will do: standard scores are negative too", () => {
  const rows = body(VALUEADDED(col("a", "a", "b", "b"), col(-1.5, -0.5, 0.5, 1.5), col(-1, -1, 1, 1)));
  expect(Number(rows[0]?.[5]) + Number(rows[1]?.[5])).toBeCloseTo(0, 15);
});

describe("refuses", () => {
  test("to regress on entry marks without spread", () => {
    expect(refused(() => VALUEADDED(col("a", "b"), col(5, 5), col(1, 2)))).toMatchObject({
      code: "#DIV/0!",
      message: expect.stringMatching(/same mark before/),
    });
    expect(refused(() => VALUEADDED(col("a"), col(5), col(1))).code).toBe("#DIV/0!");
  });

  test("where nobody has both marks", () => {
    expect(refused(() => VALUEADDED(col("a", "b"), col(5, "缺考"), col(null, 2))).code).toBe("#DIV/0!");
  });

  test("ranges of unequal size, by their names", () => {
    expect(refused(() => VALUEADDED(col("a"), col(1, 2), col(1))).message).toMatch(/schools has 1 rows and before has 2/);
    expect(refused(() => VALUEADDED(col("a"), col(1), col(1, 2))).message).toMatch(/schools has 1 rows and after has 2/);
  });
});

test("any county agrees with exact fractions to 1e-12 of the deviation after, intervals with the t of the textbook sums", () => {
  const tenths = fc.integer({ min: -500, max: 1500 });
  const pupil = fc.record({ school: fc.integer({ min: 0, max: 5 }), before: tenths, after: tenths });
  fc.assert(
    fc.property(fc.array(pupil, { minLength: 3, maxLength: 50 }), (pupils) => {
      fc.pre(pupils.some(({ before }) => before !== pupils[0]?.before) && pupils.some(({ after }) => after !== pupils[0]?.after));
      const names = [...new Set(pupils.map(({ school }) => school))];
      const lists = names.map((name) =>
        pupils
          .filter(({ school }) => school === name)
          .map(({ before, after }) => [new Fraction(before, 10), new Fraction(after, 10)] as const),
      );
      const { n, residual, sdAfter, results } = naiveValueAdded(lists);
      const ofPupils = (value: (pupil: { school: number; before: number; after: number }) => number) => col(...pupils.map(value));
      const rows = body(
        VALUEADDED(
          ofPupils((one) => one.school),
          ofPupils((one) => one.before / 10),
          ofPupils((one) => one.after / 10),
        ),
      );
      expect(rows.map((row) => row[0])).toEqual(names);
      results.forEach(({ matched, before, after, added }, at) => {
        const [, count, unmatched, meanBefore, meanAfter, value, low, high] = (rows[at] ?? []).map(Number);
        const near = (found: number | undefined, exact: number) =>
          expect(Math.abs(Number(found) - exact)).toBeLessThanOrEqual(1e-12 * sdAfter);
        expect([count, unmatched]).toEqual([matched, 0]);
        near(meanBefore, before.toNumber());
        near(meanAfter, after.toNumber());
        near(value, added.toNumber());
        if (matched === 1) {
          expect(rows[at]?.slice(6)).toEqual(["", ""]);
          return;
        }
        const half =
          t975(n - 2) *
          residual
            .over(new Fraction((n - 2) * matched))
            .root()
            .toNumber();
        // t(0.975, 1) is 12.7, so an interval is held to 1e-12 of itself where it is wider than the deviation.
        const scale = Math.max(sdAfter, half);
        expect(Math.abs(Number(low) - (added.toNumber() - half))).toBeLessThanOrEqual(1e-12 * scale + 1e-7 * Number(residual.top === 0n));
        expect(Math.abs(Number(high) - (added.toNumber() + half))).toBeLessThanOrEqual(1e-12 * scale + 1e-7 * Number(residual.top === 0n));
      });
    }),
    { numRuns: 500 },
  );
});
