/** A region's targets as they are typed on the offline page: read by the rules of the Worker, or told at the field. */
import { describe, expect, test } from "vitest";
import type { School } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { newTarget, readTarget, setTargets, type TypedTarget, typedTarget } from "../../shared/targets.ts";

const schools: School[] = [
  { school: "S01", name: "第一中学", stages: ["primary", "junior"], setting: null, type: null, groups: [] },
  { school: "S02", name: "第一小学", stages: ["primary"], setting: null, type: null, groups: [] },
];
const units = { region: "370811", schools };
const typed: TypedTarget = {
  ...{ indicator: "exam.pass", stage: "junior", unit: null, operator: ">=" },
  ...{ period: "2025-2026", value: "90", upTo: "", source: "2026年目标责任书 二.1" },
};
const faultsOf = (next: Partial<TypedTarget>) => readTarget({ ...typed, ...next }, units, []).faults.map(([field]) => field);

describe("a target that is typed", () => {
  test("has its rate as a fraction, whichever way the per cent is written", () => {
    for (const value of ["90", "90%", "９０％", " 90.0 "]) expect(readTarget({ ...typed, value }, units, []).target?.value).toBe(0.9);
    // 95.5 / 100 is not the double nearest to 0.955 in every way of computing it.
    expect(readTarget({ ...typed, value: "95.5" }, units, []).target?.value).toBe(0.955);
    expect(readTarget({ ...typed, operator: "between", value: "3", upTo: "5" }, units, []).target).toMatchObject({
      value: 0.03,
      upTo: 0.05,
    });
  });

  test.each([
    ["no number", { value: "九成" }, ["value"]],
    ["nothing", { value: "" }, ["value"]],
    ["no rate", { value: "950" }, ["value"]],
    ["no source", { source: "  " }, ["source"]],
    ["no period", { period: "去年" }, ["period"]],
    [
      "a stage the indicator is not for",
      { indicator: "homework.minutes.junior", stage: "primary", value: "90", operator: "<=" },
      ["stage"],
    ],
    ["a school that is not there", { unit: "S99" }, ["unit"]],
    ["a stage that its school does not have", { unit: "S02" }, ["unit"]],
    ["two ends the wrong way round", { operator: "between", value: "90", upTo: "80" }, ["upTo"]],
    ["several at once", { value: "x", source: "", unit: "S99" }, ["value", "source", "unit"]],
  ] as const)("with %s is told at its field, and nothing is set", (_, next, fields) => {
    expect(faultsOf(next)).toEqual(fields);
    expect(readTarget({ ...typed, ...next }, units, []).target).toBeNull();
  });

  test("that is set already is told at its value with the source that has it; another value, stage, unit or period stands beside it", () => {
    const { target } = readTarget(typed, units, []);
    if (!target) throw new Error("the target is sound");
    const again = readTarget({ ...typed, source: "另一份文件" }, units, [target]);
    expect(again.target).toBeNull();
    expect(again.faults.map(([field, { zh }]) => [field, zh])).toEqual([["value", expect.stringContaining("2026年目标责任书 二.1")]]);
    for (const next of [{ value: "91" }, { stage: "primary" as const }, { unit: "S01" }, { period: "2026" }, { operator: ">" as const }])
      expect(readTarget({ ...typed, ...next }, units, [target]).faults).toEqual([]);
  });

  test("of a rate above 100 % is told in per cent, as the field asks for it", () => {
    const [told] = readTarget({ ...typed, value: "600" }, units, []).faults;
    expect(told?.[1].zh).toBe("百分比在 0 到 100 之间：95% 就写 95。");
  });

  test("begins with the limit and the clause of its source, and comes back as it was typed", () => {
    const definition =
      shipped.versionsOf("exam.pass.junior.grad").at(-1) ?? shipped.inForce("2026-11").find(({ targets }) => targets.length > 0);
    if (!definition) throw new Error("no definition has a limit");
    const begun = newTarget(definition, "2025");
    const { target, faults } = readTarget(begun, units, []);
    expect(faults).toEqual([]);
    expect(target).toMatchObject({ value: definition.targets[0]?.value, operator: definition.targets[0]?.operator, period: "2025" });
    if (target) expect(typedTarget(target)).toEqual(begun);
  });
});

test("a list that replaces another keeps who set what did not change, and when", () => {
  const { target } = readTarget(typed, units, []);
  if (!target) throw new Error("the target is sound");
  const [then, now] = [
    { by: "甲", at: "2026-01-01" },
    { by: "乙", at: "2026-11-28" },
  ];
  const first = setTargets([], [target], then);
  expect(setTargets(first, [{ ...target, value: 0.8 }, target], now)).toEqual([
    { ...target, value: 0.8, ...now },
    { ...target, ...then },
  ]);
});
