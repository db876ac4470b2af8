import { describe, expect, test } from "vitest";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, member, type Pupil, rollupInput } from "./county.ts";

describe("the change against a baseline", () => {
  const pupils = (excellent: number, of: number): Pupil[] =>
    Array.from({ length: of }, (_, at) => ({
      class: "1",
      chinese: at < excellent ? 204 : 100,
      maths: at < excellent ? 170 : 100,
      entry: null,
    }));
  const change = (now: Pupil[], then: Pupil[] | null) => {
    const before = then && rollupInput([member(bodySent(then), 0)]);
    const rollup = readRollup(
      rollupInput([member(bodySent(now), 0)], { baseline: before && { sums: before.sums, collection: before.collection } }),
    );
    const of = (one: { indicator: string }) => one.indicator === "academic.excellence.change.junior";
    return { figure: rollup.figures.find(of), verdict: rollup.verdicts.find(of) };
  };

  test("is the exact difference of two pooled rates: 40 % to 45 % is 5 points and met", () => {
    const { figure, verdict } = change(pupils(45, 100), pupils(40, 100));
    expect([figure?.value, verdict?.verdict, verdict?.gap]).toEqual([0.05, "met", 0]);
  });

  test("of 4.9 points is missed by a tenth of a point", () => {
    const { verdict } = change(pupils(449, 1000), pupils(40, 100));
    expect([verdict?.verdict, verdict?.gap]).toEqual(["missed", -0.001]);
  });

  test("without a baseline is undecided and says why", () => {
    expect(change(pupils(45, 100), null)).toMatchObject({
      figure: { value: null, why: { en: expect.stringMatching(/no baseline/) } },
      verdict: { verdict: "undecided" },
    });
  });
});
