import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BETWEENSCHOOLS } from "../../../addin/functions.ts";
import { Fraction, mean } from "../../tools/fractions.ts";
import { naiveIcc, naiveVarianceOfMeans } from "../../tools/naive.ts";
import { col, OMITTED, refused } from "./ask.ts";

/** Two schools of two: within each a spread of 2, between the means a distance of 10. */
const SCHOOLS = col("甲", "甲", "乙", "乙");
const MARKS = col(59, 61, 69, 71);

describe("two small schools", () => {
  // MSB = 2·5²·2 / 1 = 100, MSW = 4 / 2 = 2, m = 2.
  test("differ by ICC(1) = (100 - 2) / (100 + 2) by default", () => {
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS)).toBe(98 / 102);
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS, "icc")).toBe(98 / 102);
  });

  test("differ by the deviation of their means, 5, over the full mark or over the pooled mean 65", () => {
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS, "sd")).toBe(0.05);
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS, "sd", 200)).toBe(0.025);
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS, "cv")).toBe(5 / 65);
  });

  test("give one number by each of the three readings, on different scales", () => {
    const [icc, sd, cv] = ["icc", "sd", "cv"].map((method) => BETWEENSCHOOLS(SCHOOLS, MARKS, method));
    expect(new Set([icc, sd, cv]).size).toBe(3);
  });

  test.each(OMITTED.map((left) => [left]))("left out as %j the method is icc and the full mark 100", (left) => {
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS, left, left)).toBe(98 / 102);
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS, "sd", left)).toBe(0.05);
  });

  test.each(["ICC", " icc ", "ＩＣＣ", [["icc"]]])("the method may be written %j", (method) => {
    expect(BETWEENSCHOOLS(SCHOOLS, MARKS, method)).toBe(98 / 102);
  });
});

test("schools that differ less than chance would make them have a negative share, returned as it is", () => {
  expect(BETWEENSCHOOLS(col("a", "a", "b", "b"), col(0, 10, 0, 10))).toBe(-1);
});

test("absent pupils and blanks take no part, and a school of them is no school", () => {
  const schools = col("甲", "甲", "乙", "乙", "乙", "丙", null);
  expect(BETWEENSCHOOLS(schools, col(59, 61, 69, 71, "缺考", null, null))).toBe(98 / 102);
});

test("any real scale will do: standard scores, negative and far from 0", () => {
  expect(BETWEENSCHOOLS(SCHOOLS, col(-1.5, -0.5, 0.5, 1.5))).toBeCloseTo(BETWEENSCHOOLS(SCHOOLS, col(998.5, 999.5, 1000.5, 1001.5)), 12);
  expect(BETWEENSCHOOLS(SCHOOLS, col(1e7 + 59, 1e7 + 61, 1e7 + 69, 1e7 + 71))).toBeCloseTo(98 / 102, 12);
});

describe("refuses", () => {
  test.each<[string, unknown[][], unknown[][]]>([
    ["one school", col("a", "a"), col(1, 2)],
    ["schools of one pupil each", col("a", "b", "c"), col(1, 2, 3)],
    ["no variance", col("a", "a", "b", "b"), col(5, 5, 5, 5)],
    ["nobody who sat", col("a", "b"), col("缺考", null)],
  ])("to divide with %s", (_, schools, marks) => {
    expect(refused(() => BETWEENSCHOOLS(schools, marks))).toMatchObject({ code: "#DIV/0!", message: expect.stringMatching(/./) });
  });

  test("a coefficient over a mean of 0, not the deviation itself", () => {
    expect(refused(() => BETWEENSCHOOLS(SCHOOLS, col(-2, 0, 0, 2), "cv")).code).toBe("#DIV/0!");
    expect(BETWEENSCHOOLS(col("a", "b"), col(0, 10), "sd")).toBe(0.05);
  });

  test("an unknown method, naming the three", () => {
    expect(refused(() => BETWEENSCHOOLS(SCHOOLS, MARKS, "f"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/method: “f” must be one of icc, sd, cv/),
    });
    expect(refused(() => BETWEENSCHOOLS(SCHOOLS, MARKS, 1)).message).toMatch(/method: 1 must be one of/);
  });

  test("marks outside 0 to full where the full mark matters, and only there", () => {
    const high = col(59, 61, 69, 171);
    expect(refused(() => BETWEENSCHOOLS(SCHOOLS, high, "sd")).message).toMatch(
      /scores: 171 at row 4 is above the full mark 100: give the full mark as the fourth argument/,
    );
    expect(refused(() => BETWEENSCHOOLS(SCHOOLS, col(-1, 1, 2, 3), "sd")).message).toMatch(/scores: -1 at row 1 is below 0/);
    expect(BETWEENSCHOOLS(SCHOOLS, high, "icc")).toBeLessThan(1);
  });

  test("a score without a school and ranges of unequal size", () => {
    expect(refused(() => BETWEENSCHOOLS(col("a", null, "b"), col(1, 2, 3))).message).toMatch(
      /schools: row 2 has a score but no school or class/,
    );
    expect(refused(() => BETWEENSCHOOLS(col("a", "b"), col(1, 2, 3))).message).toMatch(/schools has 2 rows and scores has 3/);
  });
});

test("any county agrees with exact fractions by each of the three readings", () => {
  const pupil = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1500 }));
  fc.assert(
    fc.property(fc.array(pupil, { minLength: 1, maxLength: 60 }), (pupils) => {
      const lists = [...new Set(pupils.map(([school]) => school))].map((school) =>
        pupils.filter(([own]) => own === school).map(([, tenths]) => new Fraction(tenths, 10)),
      );
      const [schools, marks] = [col(...pupils.map(([school]) => school)), col(...pupils.map(([, tenths]) => tenths / 10))];
      const exact = naiveIcc(lists);
      if (exact === undefined) expect(refused(() => BETWEENSCHOOLS(schools, marks)).code).toBe("#DIV/0!");
      else expect(Math.abs(BETWEENSCHOOLS(schools, marks) - exact.toNumber())).toBeLessThan(1e-12);
      const sd = naiveVarianceOfMeans(lists).root();
      expect(Math.abs(BETWEENSCHOOLS(schools, marks, "sd", 150) - sd.over(new Fraction(150)).toNumber())).toBeLessThan(1e-14);
      const centre = mean(lists.flat());
      if (centre.top > 0n)
        expect(Math.abs(BETWEENSCHOOLS(schools, marks, "cv") / sd.over(centre).toNumber() - 1) < 1e-12 || sd.top === 0n).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
