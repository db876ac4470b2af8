import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { icc, sdOfMeans } from "../../shared/kernel/between.ts";
import { spreadOf } from "../../shared/marks/cohort.ts";
import { Fraction } from "../tools/fractions.ts";
import { naiveIcc, naiveVarianceOfMeans } from "../tools/naive.ts";

/** Shrout and Fleiss (1979), Psychological Bulletin 86, table 2: six targets rated by four judges; ICC(1,1) is .17. */
const RATINGS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const found = (groups: readonly (readonly number[])[]) => icc(spreadOf(groups).groups);
const exact = (groups: readonly (readonly number[])[]) => groups.map((marks) => marks.map((mark) => Fraction.ofDouble(mark)));

describe("the share of variance between schools", () => {
  test("is .17 on the ratings of Shrout and Fleiss, whose mean squares are 11.24 and 6.26", () => {
    expect(found(RATINGS)?.toFixed(2)).toBe("0.17");
    expect(found(RATINGS)).toBeCloseTo((11.24 - 6.26) / (11.24 + 3 * 6.26), 3);
  });

  test("is 1 where all the variance lies between, and is returned negative where none does", () => {
    expect(
      found([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toBe(1);
    expect(
      found([
        [1, 3],
        [1, 3],
      ]),
    ).toBe(-1);
  });

  test("of unequal schools agrees with the exact analysis of variance", () => {
    const groups = fc.array(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(groups, (schools) => {
        const halves = schools.map((marks) => marks.map((mark) => mark / 2));
        const oracle = naiveIcc(exact(halves));
        if (oracle === undefined) return found(halves) === undefined;
        return Math.abs((found(halves) as number) - oracle.toNumber()) < 1e-12;
      }),
      { numRuns: 1000 },
    );
  });

  test("does not move when every mark is shifted far away", () => {
    const far = RATINGS.map((marks) => marks.map((mark) => mark + 2 ** 40));
    expect(found(far)).toBeCloseTo(found(RATINGS) as number, 12);
  });

  test("cannot be had from one school, from schools of one pupil, or without variance", () => {
    expect(found([[1, 2, 3]])).toBeUndefined();
    expect(found([[1], [2], [3]])).toBeUndefined();
    expect(
      found([
        [5, 5],
        [5, 5],
      ]),
    ).toBeUndefined();
    expect(found([])).toBeUndefined();
  });
});

describe("the deviation of school means", () => {
  test("weighs schools by their pupils", () => {
    // Means 0 and 4 with weights 3 and 1 around the pooled mean 1: sqrt((3 + 9) / 4).
    expect(sdOfMeans(spreadOf([[0, 0, 0], [4]]).groups)).toBe(Math.sqrt(3));
  });

  test("agrees with the exact fractions", () => {
    const groups = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(groups, (schools) => {
        const oracle = naiveVarianceOfMeans(exact(schools)).root().toNumber();
        return Math.abs((sdOfMeans(spreadOf(schools).groups) as number) - oracle) < 1e-12;
      }),
      { numRuns: 500 },
    );
  });

  test("of nobody is nothing", () => {
    expect(sdOfMeans([])).toBeUndefined();
  });
});
