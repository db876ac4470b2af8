/** The five hardest correctness traps (guide E), each with its numbers, through the functions people type and the rollup they read. */
import { describe, expect, test } from "vitest";
import {
  ALLPASSRATE,
  BETWEENSCHOOLS,
  DISPARITY,
  LOWRATE,
  MEANSCORE,
  NEEDED,
  ONTARGET,
  PASSRATE,
  SUMMARY,
  SUMMARYBY,
} from "../../addin/functions.ts";
import { decimal, times, toNumber } from "../../shared/kernel/decimal.ts";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, member, type Pupil, rollupInput } from "./county.ts";

const column = (...groups: [cell: unknown, times: number][]) =>
  groups.flatMap(([cell, count]) => Array.from({ length: count }, () => [cell]));
const thrown = (ask: () => unknown) => {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
};

describe("1. which denominator", () => {
  // 50 registered: 2 exempt, 3 absent, 45 sat, 44 of them pass.
  const scores = column([80, 44], [40, 1], ["缺考", 3], ["免考", 2]);

  test("a pass rate is of those who sat: 97.8 %, not 91.7 % of those not exempt and not 88.0 % of those registered", () => {
    expect([PASSRATE(scores), 44 / 48, 44 / 50].map((rate) => rate.toFixed(3))).toEqual(["0.978", "0.917", "0.880"]);
    expect([44 / 45, 44 / 48, 44 / 50].map((rate) => ONTARGET(rate, 0.95))).toEqual([true, false, false]);
  });

  test("and the summary says beside it how many were expected and who did not sit", () => {
    expect(SUMMARY(scores)[1]?.slice(0, 7)).toEqual([50, 45, 3, 0, 2, 0, 0]);
  });

  test("dropping the weak raises the rate, and the number expected shows it", () => {
    const dropped = column([80, 44], ["缺考", 4], ["免考", 2]);
    expect(PASSRATE(dropped)).toBe(1);
    expect(SUMMARY(dropped)[1]?.slice(0, 3)).toEqual([50, 44, 4]);
  });
});

describe("2. nought, blank and not applicable", () => {
  const web = column([72, 32], [30, 17], [null, 1]);
  const desktop = web.map(([cell]) => [cell ?? 0]);

  test("a build that hands blanks over as 0 moves the rate from 65.3 % to 64 %", () => {
    expect([PASSRATE(web), PASSRATE(desktop)].map((rate) => rate.toFixed(4))).toEqual(["0.6531", "0.6400"]);
  });

  test("with the count of those who sat both builds agree to the bit", () => {
    for (const ask of [PASSRATE, LOWRATE]) expect(ask(desktop, null, null, 49)).toBe(ask(web, null, null, 49));
    expect(MEANSCORE(desktop, 49)).toBe(MEANSCORE(web, 49));
    expect(NEEDED(desktop, 0.95, null, null, 49)).toBe(NEEDED(web, 0.95, null, null, 49));
  });

  test("a pupil who wrote nothing right has a mark, a pupil who was not there has none", () => {
    expect([PASSRATE([[60], [0]]), PASSRATE([[60], ["缺考"]]), PASSRATE([[60], [""]])]).toEqual([0.5, 1, 1]);
  });

  test("no answer is ever null, which Excel would show as 0", () => {
    expect(SUMMARYBY([["a"], ["b"]], [[null], ["缺考"]]).flat()).not.toContain(null);
  });
});

describe("3. pooling and joint events", () => {
  const pupils = (passing: number, of: number): Pupil[] =>
    Array.from({ length: of }, (_, at) => ({ class: "1", chinese: at < passing ? 200 : 0, maths: at < passing ? 200 : 0, entry: null }));
  const schools = [pupils(20, 20), pupils(255, 300), pupils(425, 500)];

  test("schools with 20 of 20, 255 of 300 and 425 of 500 average 90 %, the county has 85.4 %", () => {
    const { figures, verdicts } = readRollup(rollupInput(schools.map((list, at) => member(bodySent(list), at))));
    const rates = schools.map((list) => list.filter(({ maths }) => maths === 200).length / list.length);
    expect((rates.reduce((sum, rate) => sum + rate, 0) / 3).toFixed(3)).toBe("0.900");
    const figure = figures.find(({ indicator }) => indicator === "academic.attainment.rate.junior");
    expect([figure?.counts, figure?.value?.toFixed(3)]).toEqual([{ numerator: 1400, denominator: 1640 }, "0.854"]);
    expect(verdicts.find(({ indicator }) => indicator === "academic.attainment.rate.junior")?.verdict).toBe("missed");
  });

  test("95 % in each of three subjects allows 85 % to 95 % in all of them", () => {
    const rows = (failing: (at: number) => number[]) =>
      Array.from({ length: 100 }, (_, at) => [0, 1, 2].map((subject) => (failing(at).includes(subject) ? 50 : 60)));
    const apart = rows((at) => (at < 15 ? [at % 3] : []));
    const together = rows((at) => (at < 5 ? [0, 1, 2] : []));
    for (const subject of [0, 1, 2]) {
      expect(PASSRATE(apart.map((row) => [row[subject]]))).toBe(0.95);
      expect(PASSRATE(together.map((row) => [row[subject]]))).toBe(0.95);
    }
    expect([ALLPASSRATE(apart), ALLPASSRATE(together)]).toEqual([0.85, 0.95]);
  });
});

describe("4. thresholds, rounding and units", () => {
  test("89.5 % is not 90 %, and one pupil of 200 is short", () => {
    const scores = column([60, 179], [59.5, 21]);
    expect([ONTARGET(PASSRATE(scores), 0.9), NEEDED(scores, 0.9)]).toEqual([false, 1]);
  });

  test("55 % of 100 is 55 and 29 of 100 is 29 %, where binary arithmetic says 56 and less", () => {
    expect(Math.ceil(0.55 * 100)).toBe(56);
    expect((29 / 100) * 100 < 29).toBe(true);
    expect(NEEDED(column([0, 100]), 0.55)).toBe(55);
    expect(ONTARGET(PASSRATE(column([60, 29], [0, 71])), 0.29)).toBe(true);
  });

  test("85 % of 5.3 is 4.505 and 85 % of 4.5 is 3.825", () => {
    expect([5.3, 4.5].map((limit) => toNumber(times(decimal(0.85), decimal(limit))))).toEqual([4.505, 3.825]);
  });

  test("95 and “95%” are not 0.95: both are refused, with the way to write it", () => {
    expect(thrown(() => NEEDED([[60]], 95))).toMatch(/write 0.95 or 95%/);
    expect(thrown(() => ONTARGET("95%", 0.9))).toMatch(/write it as a number, for example 0.95/);
  });

  test("below 0.15 is strict, at or above 60 is not", () => {
    expect([ONTARGET(0.15, 0.15, "<"), PASSRATE([[60]]), PASSRATE([[59.5]])]).toEqual([false, 1, 0]);
  });

  test("marks out of 120 are refused where the full mark is 100", () => {
    expect(thrown(() => PASSRATE([[118]]))).toMatch(/118 at row 1 is above the full mark 100: give the full mark as the third argument/);
  });
});

describe("5. dispersion and change", () => {
  const books = [279, 137, 935, 160, 402].map((amount) => [amount]);
  const enrolment = [45, 37, 89, 76, 55].map((pupils) => [pupils]);

  test("the weighting flips the verdict at 0.50: 0.5153 fails, 0.4888 passes", () => {
    const found = [true, false].map((weighted) => DISPARITY(books, enrolment, weighted));
    expect(found.map((value) => value.toFixed(4))).toEqual(["0.5153", "0.4888"]);
    expect(found.map((value) => ONTARGET(value, 0.5, "<="))).toEqual([false, true]);
  });

  test("校际差异率 has three readings, and the limit of 0.15 bites under one of them only", () => {
    // School means 60, 70 and 80 with pupils 10 marks to either side.
    const means = [60, 70, 80];
    const schools = means.flatMap((mean) => Array.from({ length: 10 }, () => [mean]));
    const marks = means.flatMap((mean) => Array.from({ length: 10 }, (_, at) => [at % 2 ? mean + 10 : mean - 10]));
    const readings = ["icc", "sd", "cv"].map((method) => BETWEENSCHOOLS(schools, marks, method));
    expect(readings.map((value) => ONTARGET(value, 0.15, "<"))).toEqual([false, true, true]);
  });

  test("a rise of 15 % is 40 to 46, a rise of 15 points is 40 to 55", () => {
    expect([ONTARGET(0.46 / 0.4 - 1, 0.15), ONTARGET(0.46 - 0.4, 0.15), ONTARGET(0.55 - 0.4, 0.15)]).toEqual([true, false, true]);
  });
});
