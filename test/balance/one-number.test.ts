/** The rollup and the 优质均衡 check of one county, side by side: one number and one verdict under one id. */
import { describe, expect, test } from "vitest";
import { readBalance } from "../../shared/balance/read.ts";
import type { Sender } from "../../shared/balance/rows.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { readRollup, unitFigures } from "../../shared/rollup.ts";
import { collection, rollupInput } from "../indicators/county.ts";
import { ENOUGH, member, rules, type Seven } from "./rows.ts";

const NONE = [null, null, null, null] as const;
const resources = collection({ form: "resources", exam: null, period: "2025" });
const rollupOf = (members: readonly Sender[], by = rules) =>
  readRollup(rollupInput(members.map(writable), { rules: by, collection: resources }));
const writable = ({ stages, ...rest }: Sender) => ({ ...rest, stages: [...stages] });
const balanceOf = (members: readonly Sender[], by = rules) =>
  readBalance({ rules: by, members, coverage: { required: members.length, submitted: members.length, missing: [] } });

/** 166 + 210 pupils who weigh 397 and share 3970 ㎡ of sports area: 10 each, 11 a junior one. */
const NINE_YEARS = member("S02", [
  { stage: "primary", pupils: 166, seven: [7, 2, 2, 2382, 3970, 794_000, 9] },
  { stage: "junior", pupils: 210, seven: [12, 3, 2, ...NONE] },
]);
const POOR: Seven = [0, 0, 0, 1, 1, 1, 0];
const COUNTY: readonly Sender[] = [
  member("S01", [{ stage: "primary", pupils: 1000, seven: ENOUGH.primary }]),
  NINE_YEARS,
  member("S03", [
    { stage: "junior", pupils: 600, seven: [36, 6, 6, 12_000, 20_400, 5_000_000, 48] },
    { stage: "senior", pupils: 500, seven: [null, null, null, ...NONE] },
  ]),
  member("S04", [{ stage: "primary", pupils: 90, seven: POOR }], { type: "特殊教育学校" }),
  member("S05", [{ stage: "primary", pupils: 49, seven: POOR }], { type: "教学点" }),
  member("S06", [{ stage: "junior", pupils: 700, seven: ENOUGH.junior }]),
];
/** The same with a school that mixes shared and own amounts, one that waits for a stage, and one with a hole. */
const UNFINISHED: readonly Sender[] = [
  ...COUNTY,
  member("S07", [
    { stage: "primary", pupils: 500, seven: ENOUGH.primary },
    { stage: "junior", pupils: 500, seven: [...ENOUGH.junior.slice(0, 4), null, null, null] },
  ]),
  member("S08", [{ stage: "primary", pupils: 500, seven: ENOUGH.primary }], { stages: ["primary", "junior"] }),
  member("S09", [{ stage: "primary", pupils: 800, seven: [...ENOUGH.primary.slice(0, 6), null] }]),
];

describe.each<[string, readonly Sender[]]>([
  ["a county with a school of nine years, a 完全中学, a special school and a small point", COUNTY],
  ["the same, unfinished", UNFINISHED],
])("%s", (_, members) => {
  const rollup = rollupOf(members);
  const balance = balanceOf(members);
  const schoolIn = (code: string) => rollup.schools.find(({ school }) => school === code);

  test("has the same values of the seven in both", () => {
    const inRollup = balance.schools.flatMap(({ school, stage, values }) =>
      values.map(({ resource }) => {
        const figure = schoolIn(school)?.figures.find(
          (one) => one.indicator.startsWith("eq.") && one.stage === stage && one.resource === resource,
        );
        return [school, stage, resource, figure?.value ?? null];
      }),
    );
    expect(inRollup).toEqual(
      balance.schools.flatMap(({ school, stage, values }) => values.map(({ resource, value }) => [school, stage, resource, value])),
    );
  });

  test("judges eq.school.composite alike, for the same reason", () => {
    const inRollup = balance.schools.map(({ school, stage }) => {
      const own = schoolIn(school)?.verdicts.find((one) => one.indicator === "eq.school.composite" && one.stage === stage);
      return [school, stage, own?.verdict, own?.reason];
    });
    expect(inRollup).toEqual(balance.schools.map(({ school, stage, verdict, reason }) => [school, stage, verdict, reason]));
  });

  test("judges each of the seven per school as the check does", () => {
    for (const { school, stage, values } of balance.schools)
      for (const { resource, met } of values) {
        const own = schoolIn(school)?.verdicts.find(
          (one) => one.indicator.startsWith("eq.") && one.stage === stage && one.resource === resource,
        );
        if (own)
          expect([school, stage, resource, own.verdict]).toEqual([
            school,
            stage,
            resource,
            met === null ? "undecided" : met ? "met" : "missed",
          ]);
        else expect(met).toBeNull();
      }
  });

  test("has the same 差异系数 with the same verdict and reason", () => {
    const inRollup = rollup.verdicts.filter(({ indicator }) => indicator === "eq.cv");
    const inBalance = balance.stages.flatMap(({ stage, dispersions }) =>
      dispersions.map(({ resource, weighted, verdict, reason }) => ({ stage, resource, value: weighted, verdict, reason })),
    );
    expect(inRollup.map(({ stage, resource, value, verdict, reason }) => ({ stage, resource, value, verdict, reason }))).toEqual(inBalance);
    expect(inBalance).toHaveLength(14);
  });
});

describe("by hand", () => {
  const { figures, verdicts, schools } = rollupOf(COUNTY);
  const of = (school: string) => schools.find((one) => one.school === school);
  const value = (school: string, indicator: string) => of(school)?.figures.find((one) => one.indicator === indicator)?.value;

  test("3970 ㎡ are 10 for a primary pupil and 11 for a junior one, and the figures say how they were split", () => {
    expect([value("S02", "eq.area.sports.primary"), value("S02", "eq.area.sports.junior")]).toEqual([10, 11]);
    const readings = (indicator: string) => of("S02")?.figures.find((one) => one.indicator === indicator)?.readings;
    expect(readings("eq.area.sports.junior")).toContain("stage-split:weighted");
    expect(readings("eq.teacher.backbone.junior")).not.toContain("stage-split:weighted");
    expect(rollupOf(COUNTY).readings.map(({ id }) => id)).toContain("stage-split:weighted");
  });

  test("600 junior pupils weigh as much as 500 senior ones: half of 20 400 ㎡ is 17 each", () => {
    expect(value("S03", "eq.area.sports.junior")).toBe(17);
  });

  test("the county's primary pupils have 7500 + 1660 ㎡ over 1166, without the special school and the small point", () => {
    expect(figures.find(({ indicator }) => indicator === "eq.area.sports.primary")?.value).toBe(9160 / 1166);
    // Two schools: 7.5 of 1000 pupils and 10 of 166.
    const mean = 9160 / 1166;
    const variance = (1000 * (7.5 - mean) ** 2 + 166 * (10 - mean) ** 2) / 1166;
    const sports = figures.find(
      ({ indicator, stage, resource }) => indicator === "eq.cv" && stage === "primary" && resource === "area.sports",
    );
    expect(sports?.value).toBeCloseTo(Math.sqrt(variance) / mean, 12);
    expect(
      verdicts.find(({ indicator, stage, resource }) => indicator === "eq.cv" && stage === "primary" && resource === "area.sports")
        ?.verdict,
    ).toBe("met");
  });

  test.each([
    ["S04", "special schools are not assessed"],
    ["S05", "teaching points under 50 pupils are not assessed"],
  ])("%s shows its values and has no verdict: %s", (school, why) => {
    const seven = of(school)?.figures.filter(({ indicator }) => /^eq\..*\.primary$/.test(indicator)) ?? [];
    expect(seven).toHaveLength(7);
    expect(seven.map((one) => typeof one.value)).toEqual(Array(7).fill("number"));
    const judged = of(school)?.verdicts.filter(({ indicator }) => indicator.startsWith("eq.")) ?? [];
    expect(judged).toHaveLength(8);
    expect(new Set(judged.map(({ verdict, reason }) => `${verdict}: ${reason?.en}`))).toEqual(new Set([`undecided: ${why}`]));
  });

  test("a county is no school: it has no eq.school.composite", () => {
    expect(figures.filter(({ indicator }) => indicator === "eq.school.composite")).toEqual([]);
  });

  test("by plain pupils, where the region has chosen so, in both: 3970 ㎡ over 376", () => {
    const choice = { option: "stage-split", choice: "pupils", by: "bureau", at: "2026-11-30T00:00:00Z", why: "省里这样算" };
    const own = rulesOf(shipped, latestRelease, [choice]);
    const [primary, junior] = balanceOf([NINE_YEARS], own).schools.map(({ values }) => values[4]?.value);
    expect([primary, junior]).toEqual([3970 / 376, 3970 / 376]);
    const found = rollupOf([NINE_YEARS], own).schools[0]?.figures.filter(
      ({ resource, indicator }) => resource === "area.sports" && /^eq/.test(indicator),
    );
    expect(found?.map((one) => one.value)).toEqual([3970 / 376, 3970 / 376]);
  });

  test("what a school sees before it sends is what the county reads afterwards", () => {
    for (const sender of UNFINISHED) {
      const before = unitFigures(rules, sender.tallies, resources, writable(sender)).map(({ figure }) => figure);
      const after = rollupOf(UNFINISHED).schools.find(({ school }) => school === sender.school)?.figures;
      expect(before).toEqual(after);
    }
  });
});
