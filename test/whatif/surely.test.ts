/** Pupils lifted over all subjects: what that settles of the papers, what it only bounds, and what stays open. */
import { describe, expect, test } from "vitest";
import { readRollup } from "../../shared/rollup.ts";
import { compared } from "../../shared/whatif/compare.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import { afterLifts } from "../../shared/whatif/surely.ts";
import type { Pupil } from "../indicators/county.ts";
import { countyOf, lift, move, real, scenario } from "./scenarios.ts";

const plan = scenario("提高", { lifts: [lift("S0", "语文", 3)] });

describe("side by side", () => {
  test("pupils lifted over all subjects pass one paper more at least: a rate that this brings to its target is met, others are open", () => {
    // 6 of 20 fail 语文, nobody 数学: 34 of 40 sittings pass, and 36 are 90 %.
    const near = countyOf([[...Array(20)].map((_, at): Pupil => ({ class: "1", chinese: at < 6 ? 140 : 150, maths: 130, entry: null }))]);
    const lines = (scenarios: readonly Scenario[]) =>
      compared(near, scenarios, new Set(["S0"])).rows.find(({ indicator }) => indicator === "academic.attainment.rate.junior")?.cells;
    const [now] = lines([plan]) ?? [];
    expect(now?.counts).toEqual({ numerator: 34, denominator: 40 });
    const enough = lines([scenario("够", { lifts: [lift("S0", null, 2)] })])?.[1];
    expect(enough?.counts).toEqual({ numerator: 36, denominator: 40 });
    expect(enough?.verdicts.map(({ verdict }) => verdict)).toEqual(["met"]);
    const few = lines([scenario("不够", { lifts: [lift("S0", null, 1)] })])?.[1];
    expect(few?.verdicts.map(({ verdict, reason }) => [verdict, reason?.zh])).toEqual([
      ["undecided", "提高的是全科合格，在哪一科提高没有说定"],
    ]);
    // In a county where a school has not sent, a verdict that is open for both says both; one that only the school holds up, that one.
    const waiting = { ...near, coverage: { required: 2, submitted: 1, missing: ["S9"] } };
    const openAt = (pupils: number) =>
      compared(waiting, [scenario("县", { lifts: [lift("S0", null, pupils)] })], new Set([near.region]))
        .rows.find(({ indicator }) => indicator === "academic.attainment.rate.junior")
        ?.cells[1]?.verdicts.map(({ verdict, reason }) => [verdict, reason?.zh]);
    expect(openAt(1)).toEqual([["undecided", "应填报 2 所，还有 1 所未填报；提高的是全科合格，在哪一科提高没有说定"]]);
    expect(openAt(2)).toEqual([["undecided", "应填报 2 所，还有 1 所未填报"]]);
    // Who is lifted in a paper as well may be the same pupil: counted once.
    const both = lines([scenario("都有", { lifts: [lift("S0", null, 1), lift("S0", "语文", 1)] })])?.[1];
    expect(both?.counts?.numerator).toBe(35);
  });

  test("lifted over all subjects, what can only rise is no less than it was, what can only fall no more, and a spread is not told", () => {
    const { rows } = compared(
      real,
      [
        scenario("都动", { moves: [move("语文", "low", 68)], lifts: [lift("S0", "语文", 3)] }),
        scenario("全科", { lifts: [lift("S0", null, 1)] }),
      ],
      new Set(["S0"]),
    );
    const told = (indicator: string) => {
      const [now, , lifted] = rows.find((row) => row.indicator === indicator && row.subject === "语文")?.cells ?? [];
      return [lifted?.bound, lifted?.value === null ? lifted.why?.zh : lifted?.value === now?.value];
    };
    expect(["exam.mean", "exam.pass", "exam.low", "exam.sd"].map(told)).toEqual([
      ["least", true],
      ["least", true],
      ["most", true],
      [undefined, "提高的是全科合格，在哪一科提高没有说定"],
    ]);
    // A bound alone makes no row.
    expect(rows.some((row) => row.indicator === "exam.mean" && row.subject === "数学")).toBe(false);
  });

  test("lifted over all subjects, what is met stays met only where more marks cannot undo it", () => {
    const limits = [
      ["exam.mean", ">=", 1],
      ["exam.mean", "<=", 120],
      ["exam.sd", "<=", 60],
      ["exam.pass", ">=", 0.01],
      ["exam.pass", "between", 0.01],
      ["exam.low", "<=", 1],
    ] as const;
    const targets = limits.map(([indicator, operator, value]) => ({
      ...{ indicator, stage: null, unit: null, period: real.collection.period, operator, value, source: "区目标", by: "", at: "" },
      upTo: operator === "between" ? 1 : null,
    }));
    const now = readRollup({ ...real, targets });
    const then = afterLifts(now, [lift("S0", null, 1)], real);
    const own = (all: Pick<typeof now, "schools">) =>
      all.schools
        .find(({ school }) => school === "S0")
        ?.verdicts.filter(({ subject, indicator }) => subject === "语文" && limits.some(([id]) => id === indicator))
        .map(({ indicator, operator, verdict }) => `${indicator} ${operator} ${verdict}`)
        .sort();
    expect(own(now)).toEqual(limits.map(([indicator, operator]) => `${indicator} ${operator} met`).sort());
    expect(own(then)).toEqual(
      [
        ...["exam.mean >= met", "exam.pass >= met", "exam.low <= met"],
        ...["exam.mean <= undecided", "exam.sd <= undecided", "exam.pass between undecided"],
      ].sort(),
    );
  });
});
