import { describe, expect, test } from "vitest";
import { schoolCheck } from "../../shared/balance/school.ts";
import { standardOf } from "../../shared/balance/standard.ts";
import { compute } from "../../shared/indicators/compute.ts";
import { ENOUGH, RESOURCES, row, rules, type Seven } from "./rows.ts";

const standard = standardOf(rules);
const check = (stage: "primary" | "junior", pupils: number, seven: Seven) => schoolCheck(standard, row(stage, pupils, seven));
const but = (stage: "primary" | "junior", changed: Readonly<Record<number, number | null>>): Seven =>
  ENOUGH[stage].map((value, at) => (at in changed ? (changed[at] as number | null) : value));

describe("the standard is the catalogue's", () => {
  test("seven in the order of the form, with the requirements of the explanations and floors as exact products", () => {
    expect(standard.asked.primary.map(({ resource }) => resource)).toEqual(RESOURCES);
    expect(standard.asked.primary.map(({ requirement }) => requirement)).toEqual([4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3]);
    expect(standard.asked.junior.map(({ requirement }) => requirement)).toEqual([5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4]);
    expect(standard.asked.primary.map(({ floor }) => floor)).toEqual([3.57, 0.85, 0.765, 3.825, 6.375, 1700, 1.955]);
    expect(standard.asked.junior.map(({ floor }) => floor)).toEqual([4.505, 0.85, 0.765, 4.93, 8.67, 2125, 2.04]);
    expect([standard.limit.primary.value, standard.limit.junior.value]).toEqual([0.5, 0.45]);
  });
});

describe("a school", () => {
  test("with exactly what is required has met all seven", () => {
    for (const stage of ["primary", "junior"] as const)
      expect(check(stage, 1000, ENOUGH[stage])).toMatchObject({ met: 7, restAboveFloor: true, verdict: "met", reason: null });
  });

  test("passes with six, the seventh at 4.507: above the exact floor 4.505, below the printed 4.51", () => {
    // 4507 ÷ 100 000 × 100 = 4.507.
    const school = check("junior", 100_000, [4507, ...ENOUGH.junior.slice(1).map((value) => value * 100)]);
    expect(school).toMatchObject({ met: 6, restAboveFloor: true, verdict: "met" });
    expect(school.values[0]).toEqual({
      resource: "teachers.overqualified",
      value: 4.507,
      requirement: 5.3,
      met: false,
      floor: 4.505,
      aboveFloor: true,
      printedFloor: 4.51,
      abovePrintedFloor: false,
    });
  });

  test("reaches the floor with 4.505 itself, and not with 4.504", () => {
    const verdict = (teachers: number) =>
      check("junior", 100_000, [teachers, ...ENOUGH.junior.slice(1).map((value) => value * 100)]).verdict;
    expect([verdict(4505), verdict(4504)]).toEqual(["met", "missed"]);
  });

  test("85 % of 4.5 is 3.825, which binary arithmetic makes a little less", () => {
    expect(0.85 * 4.5).not.toBe(3.825);
    expect(check("primary", 1000, but("primary", { 3: 3825 })).verdict).toBe("met");
    expect(check("primary", 1000, but("primary", { 3: 3824.99 })).verdict).toBe("missed");
  });

  test("with five of seven misses, although both others are above their floors", () => {
    expect(check("primary", 1000, but("primary", { 0: 41, 6: 22 }))).toMatchObject({ met: 5, restAboveFloor: true, verdict: "missed" });
  });

  test("one pupil more than the teachers allow is one indicator less: 42 for 1001 is 4.196", () => {
    expect(check("primary", 1001, but("primary", {})).values[0]).toMatchObject({ met: false, value: 4200 / 1001 });
  });

  test("with nothing of a kind has 0, which is under the floor; not reported is undecided", () => {
    expect(check("primary", 1000, but("primary", { 1: 0 }))).toMatchObject({ met: 6, restAboveFloor: false, verdict: "missed" });
    expect(check("primary", 1000, but("primary", { 1: null }))).toMatchObject({
      met: null,
      restAboveFloor: null,
      verdict: "undecided",
      reason: { zh: "7 项中有 1 项未填", en: "1 of the 7 are not reported" },
    });
  });
});

describe("the rule asks for nothing of", () => {
  const inputs = (stage: unknown) => [stage, 4.507, 1, 0.9, 5.8, 10.2, 2500, 2.4].map((value) => [[value]]);

  test.each(["高中", "senior", "constructor", "幼儿园"])("%s: it is refused, and not judged as a primary school", (stage) => {
    expect(() => compute(standard.school, inputs(stage))).toThrow(/must be primary or junior/);
  });

  test("and is computed for 小学 and 初中", () => {
    expect(["小学", "junior"].map((stage) => compute(standard.school, inputs(stage)).fact)).toEqual([1, 1]);
  });
});
