/** The course of a figure over collections, from rollups as the Worker gives them. */
import { describe, expect, test } from "vitest";
import { ofSchool } from "../../addin/check/own-past.ts";
import { seriesOf, stripOf, trendOf } from "../../addin/pictures/history.ts";
import type { Collection, Figure, Verdict } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, member, type Pupil, rollupInput } from "../indicators/county.ts";

const collection = (id: string, period: string, form: Collection["form"] = "exam") =>
  ({ collection: id, period, form, name: id }) as Collection;
const figure = (numerator: number, denominator: number): Figure => ({
  ...{ indicator: "exam.pass", stage: "junior", grade: 9, subject: "数学", resource: null },
  ...{ value: numerator / denominator, counts: { numerator, denominator }, interval: null, readings: [], estimate: false, why: null },
});
const verdict = {
  ...{ indicator: "exam.pass", stage: "junior", grade: 9, subject: "数学", resource: null, unit: "370811" },
  ...{ operator: ">=", limit: 0.9, upTo: null, verdict: "missed", value: 0.8, gap: -0.1, needed: 8 },
} as Verdict;
const indicator = shipped.find("exam.pass");
if (!indicator) throw new Error("no exam.pass");
const asked = { title: "及格率 九年级 数学", indicator, verdict, speak: ({ zh }: { zh: string }) => zh };

describe("the series of a collection", () => {
  test("is those of its form up to it, by the end of their periods, and no more than eight", () => {
    const all = [
      collection("f2", "2024-2025-2"),
      collection("f1", "2024-2025-1"),
      collection("r", "2025", "resources"),
      collection("late", "2025-2026-1"),
      collection("f0", "2023-2024-2"),
    ];
    expect(seriesOf(all, collection("f2", "2024-2025-2")).map(({ collection: id }) => id)).toEqual(["f0", "f1", "f2"]);
    const years = Array.from({ length: 12 }, (_, at) => collection(`y${at}`, String(2010 + at)));
    expect(seriesOf(years, years[10] as Collection).map(({ period }) => period)).toEqual([
      "2013",
      "2014",
      "2015",
      "2016",
      "2017",
      "2018",
      "2019",
      "2020",
    ]);
  });
});

describe("a trend", () => {
  test("takes the same figure of each rollup; one that has none, or could not be read, leaves a gap with its reason", () => {
    const other = { ...figure(1, 2), subject: "语文" };
    const series = ["a", "b", "c"].map((id, at) => collection(id, String(2020 + at)));
    const rollups = [{ definitions: "2026-11", figures: [other, figure(40, 50)] }, { definitions: "2026-11", figures: [other] }, null];
    const { points, interval } = trendOf(asked, series, rollups, shipped, "没有读到");
    expect(points.map(({ value }) => value)).toEqual([0.8, null, null]);
    expect(points.map(({ why }) => why)).toEqual([undefined, undefined, "没有读到"]);
    expect(interval).toBe("wilson");
    // 40 of 50: 0.66963 to 0.88756, worked out apart in Python by the form with p and z²/n.
    expect(points[0]?.interval?.low).toBeCloseTo(0.66963, 4);
    expect(points[0]?.interval?.high).toBeCloseTo(0.88756, 4);
  });
});

describe("a strip", () => {
  const school = (code: string, value: number | null, limit: number) => ({
    ...{ school: code, name: code, notes: [] },
    figures: [{ ...figure(1, 2), value, why: value === null ? { zh: "不足 10 人，不显示", en: "" } : null }],
    verdicts: [{ ...verdict, value, limit, verdict: value === null ? "undecided" : value >= limit ? "met" : "missed" } as Verdict],
  });

  test("lists schools in the order of their codes; what is withheld keeps its reason and no verdict", () => {
    const strip = stripOf(asked, [school("S2", null, 0.9), school("S1", 0.95, 0.9)]);
    expect(strip.schools).toEqual([
      { school: "S1", name: "S1", value: 0.95, outcome: "met", why: undefined },
      { school: "S2", name: "S2", value: null, outcome: null, why: "不足 10 人，不显示" },
    ]);
    expect(strip.target).toEqual({ operator: ">=", limit: 0.9, upTo: null });
  });

  test("draws no target where schools are held to different ones", () => {
    expect(stripOf(asked, [school("S1", 0.95, 0.9), school("S2", 0.9, 0.85)]).target).toBeNull();
  });
});

test("the course of one school keeps from a viewer what is withheld: no value, no counts, no interval", () => {
  const marks = (n: number): Pupil[] => Array.from({ length: n }, (_, at) => ({ class: "1", chinese: 100 + at, maths: 120, entry: null }));
  const members = [9, 40, 30].map((n, at) => member(bodySent(marks(n)), at));
  const seenBy = (audience: "bureau" | "viewer") => {
    const rollup = { definitions: "2026-11", ...readRollup(rollupInput(members, { audience })) };
    const data = trendOf(asked, [collection("f1", "2024-2025-1")], [ofSchool(rollup, "S0")], shipped, "没有读到");
    return data.points[0];
  };
  expect(seenBy("bureau")).toMatchObject({ counts: { denominator: 9 }, value: expect.any(Number) });
  expect(seenBy("viewer")).toMatchObject({ counts: null, value: null, interval: null, why: expect.stringContaining("不显示") });
});
