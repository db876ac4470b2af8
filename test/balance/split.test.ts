import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type StagePart, splitShared, weightsOf } from "../../shared/balance/split.ts";
import type { Stage } from "../../shared/contract.ts";
import { quotient } from "../../shared/kernel/quotient.ts";
import { Fraction, total } from "../tools/fractions.ts";
import { amounts } from "./rows.ts";

const weighted = weightsOf("weighted");
const part = (stage: Stage, pupils: number, seven: Parameters<typeof amounts>[0]): StagePart => ({
  stage,
  pupils,
  amounts: amounts(seven),
});
const NONE = [null, null, null, null] as const;
const shareIn = (parts: readonly StagePart[], at: number) => {
  const share = parts[at]?.amounts["area.teaching"];
  return share && quotient(share.numerator, share.denominator);
};

describe("what the stages of a school share", () => {
  test("the published example: 166 + 210 pupils weigh 397, 23 226 is 9 711.63 and 13 514.37, not 9 711 and 13 515", () => {
    // 23226 × 166 ÷ 397 = 3855516 ÷ 397; 23226 × 231 ÷ 397 = 5365206 ÷ 397.
    const { split, parts } = splitShared(
      [part("primary", 166, [1, 1, 1, 23226, 1, 1, 1]), part("junior", 210, [2, 2, 2, ...NONE])],
      weighted,
    );
    expect(split).toBe(true);
    expect(shareIn(parts, 0)).toBe(3855516 / 397);
    expect(shareIn(parts, 1)).toBe(5365206 / 397);
    expect(shareIn(parts, 0)?.toFixed(2)).toBe("9711.63");
    expect(shareIn(parts, 1)?.toFixed(2)).toBe("13514.37");
  });

  test("in a 完全中学 senior pupils weigh 1.2 of junior ones: 600 + 500 share 1200 evenly", () => {
    const { parts } = splitShared(
      [part("junior", 600, [1, 1, 1, 1200, 1, 1, 1]), part("senior", 500, [null, null, null, ...NONE])],
      weighted,
    );
    expect([shareIn(parts, 0), shareIn(parts, 1)]).toEqual([600, 600]);
  });

  test("in a school of twelve years: 1 : 1.1 : 1.32, so 132 + 120 + 100 pupils share 3960 in three", () => {
    const parts = [
      part("primary", 132, [1, 1, 1, 3960, 1, 1, 1]),
      part("junior", 120, [1, 1, 1, ...NONE]),
      part("senior", 100, [null, null, null, ...NONE]),
    ];
    expect([0, 1, 2].map((at) => shareIn(splitShared(parts, weighted).parts, at))).toEqual([1320, 1320, 1320]);
  });

  test("by plain pupils, where a region has chosen so", () => {
    const { parts } = splitShared(
      [part("primary", 100, [1, 1, 1, 300, 1, 1, 1]), part("junior", 200, [1, 1, 1, ...NONE])],
      weightsOf("pupils"),
    );
    expect([shareIn(parts, 0), shareIn(parts, 1)]).toEqual([100, 200]);
  });

  test("teachers stay with their stage", () => {
    const { parts } = splitShared([part("primary", 100, [7, 2, 1, 300, 1, 1, 1]), part("junior", 100, [5, 1, 1, ...NONE])], weighted);
    expect(parts.map((one) => one.amounts["teachers.overqualified"]?.numerator)).toEqual([700n, 500n]);
  });
});

describe("is left as it was given", () => {
  const full = [1, 1, 1, 300, 1, 1, 1] as const;
  test.each<[string, StagePart[]]>([
    ["where every stage gives its own", [part("primary", 100, full), part("junior", 100, full)]],
    ["where there is one stage", [part("primary", 100, full)]],
    ["where every stage lacks the same", [part("primary", 100, [1, 1, 1, 5, 5, 5, null]), part("junior", 100, [1, 1, 1, 6, 6, 6, null])]],
    ["where the other stage has no pupils", [part("primary", 100, full), part("junior", 0, [0, 0, 0, ...NONE])]],
    ["where nobody gives it", [part("primary", 100, [1, 1, 1, ...NONE]), part("junior", 100, [1, 1, 1, ...NONE])]],
  ])("%s", (_, parts) => {
    expect(splitShared(parts, weighted)).toEqual({ split: false, parts, unclear: null });
  });
});

describe("is nobody's", () => {
  const full = [1, 1, 1, 300, 1, 1, 1] as const;
  test.each<[string, StagePart[]]>([
    ["where one stage gives all four and another some", [part("primary", 100, full), part("junior", 100, [1, 1, 1, 5, 5, 5, null])]],
    [
      "where two of three stages give theirs",
      [part("primary", 100, full), part("junior", 100, full), part("senior", 9, [1, 1, 1, ...NONE])],
    ],
    ["where the one that stands is not whole", [part("primary", 100, [1, 1, 1, 5, null, 5, 5]), part("junior", 100, [1, 1, 1, ...NONE])]],
  ])("%s: it is taken off every part, teachers stay", (_, parts) => {
    const { split, parts: left, unclear } = splitShared(parts, weighted);
    expect([split, unclear?.en]).toEqual([false, expect.stringMatching(/give all four under one stage, or each stage its own/)]);
    const teachers = ["teachers.overqualified", "teachers.backbone", "teachers.pearts"];
    expect(left.map((one) => Object.keys(one.amounts))).toEqual(parts.map(() => teachers));
  });
});

test("law: the parts add up to the whole, and each weighted pupil has the same", () => {
  const pupils = fc.integer({ min: 1, max: 3000 });
  fc.assert(
    fc.property(pupils, pupils, pupils, fc.integer({ min: 1, max: 10_000_000 }), (small, junior, senior, hundredths) => {
      const { parts } = splitShared(
        [
          part("junior", junior, [1, 1, 1, hundredths / 100, 1, 1, 1]),
          part("primary", small, [1, 1, 1, ...NONE]),
          part("senior", senior, [null, null, null, ...NONE]),
        ],
        weighted,
      );
      const shares = parts.map(({ amounts: own }) => {
        const share = own["area.teaching"] as { numerator: bigint; denominator: bigint };
        return new Fraction(share.numerator, share.denominator);
      });
      expect(total(shares).compare(new Fraction(hundredths, 100))).toBe(0);
      const weights = [new Fraction(11 * junior, 10), new Fraction(small), new Fraction(132 * senior, 100)];
      const each = shares.map((share, at) => share.over(weights[at] as Fraction));
      expect(each.every((one) => one.compare(each[0] as Fraction) === 0)).toBe(true);
    }),
  );
});
