/** 学校综合达标 of a region from its rollup, beside the 优质均衡 check of the same tallies, which reads them by another way. */
import { describe, expect, test } from "vitest";
import { readBalance } from "../../shared/balance/read.ts";
import type { Sender } from "../../shared/balance/rows.ts";
import { standardOf } from "../../shared/balance/standard.ts";
import { schoolsStanding } from "../../shared/balance/standing.ts";
import { readRollup } from "../../shared/rollup.ts";
import { collection, rollupInput } from "../indicators/county.ts";
import { ENOUGH, member, rules, type Seven } from "./rows.ts";

const resources = collection({ form: "resources", exam: null, period: "2025" });
const writable = ({ stages, ...rest }: Sender) => ({ ...rest, stages: [...stages] });
const standingOf = (members: readonly Sender[], required: readonly Sender[] = members) =>
  schoolsStanding(
    standardOf(rules),
    readRollup(rollupInput(members.map(writable), { rules, collection: resources })).schools,
    required.map(writable),
  );
const junior = (school: string, changes: Readonly<Record<number, number | null>>, type?: string) => {
  const seven: Seven = ENOUGH.junior.map((value, at) => (at in changes ? (changes[at] as number | null) : value));
  return member(school, [{ stage: "junior", pupils: 1000, seven }], type ? { type } : {});
};
const [DEGREE, BACKBONE, SPORTS] = ["高于规定学历", "骨干教师", "体育运动场馆"];

describe("schools of 1000 pupils who have what is asked but for what is said", () => {
  // 8.5 backbone teachers would be the floor: 9 is above it, 8 below. 45.05 of 53 is the floor of teachers with a higher degree.
  const county = [
    junior("S01", {}),
    junior("S02", { 1: 9 }),
    junior("S03", { 1: 8 }),
    junior("S04", { 1: 9, 4: 9000 }),
    junior("S05", { 0: 46 }),
    junior("S06", { 0: 0, 1: 0, 4: 0 }, "特殊教育学校"),
  ];

  test("one under its floor fails by that, two under the requirement by their number; one above the floor passes", () => {
    const [standing] = standingOf(county);
    expect([standing?.asked, standing?.passing, standing?.verdict]).toEqual([5, 3, "missed"]);
    expect(standing?.failing.map(({ school, met, missed }) => [school, met, missed.map(({ underFloor }) => underFloor)])).toEqual([
      ["S03", 6, [true]],
      ["S04", 5, [false, false]],
    ]);
  });

  test("each requirement is told with who is under it and under its floor; a special school is asked nothing", () => {
    expect(standingOf(county)[0]?.requirements.map(({ names, missed, underFloor }) => [names.zh, missed, underFloor])).toEqual([
      [expect.stringContaining(DEGREE as string), 1, 0],
      [expect.stringContaining(BACKBONE as string), 3, 1],
      [expect.stringContaining(SPORTS as string), 1, 0],
    ]);
  });

  test("it waits for a school that has not submitted, and for one with a hole", () => {
    const hole = junior("S07", { 6: null });
    const [standing] = standingOf([...county, hole], [...county, hole, junior("S08", {})]);
    expect([standing?.asked, standing?.passing, standing?.verdict]).toEqual([7, 3, "undecided"]);
    expect(standing?.open.map(({ school, why }) => [school, why?.zh ?? null])).toEqual([
      ["S07", "7 项中有 1 项未填"],
      ["S08", null],
    ]);
  });

  test("all pass: it is met, and nothing is missed", () => {
    const [standing] = standingOf([junior("S01", {}), junior("S02", { 1: 9 })]);
    expect([standing?.verdict, standing?.failing, standing?.open]).toEqual(["met", [], []]);
  });
});

test("it agrees with the check of the region, stage by stage and school by school", () => {
  const county = [
    member("S01", [{ stage: "primary", pupils: 1000, seven: ENOUGH.primary }]),
    member("S02", [
      { stage: "primary", pupils: 166, seven: [7, 2, 2, 2382, 3970, 794_000, 9] },
      { stage: "junior", pupils: 210, seven: [12, 3, 2, null, null, null, null] },
    ]),
    member("S03", [{ stage: "primary", pupils: 90, seven: [1, 0, 0, 1, 1, 1, 0] }], { type: "教学点" }),
    member("S04", [{ stage: "primary", pupils: 49, seven: [0, 0, 0, 1, 1, 1, 0] }], { type: "教学点" }),
    junior("S05", { 1: 8 }),
  ];
  const balance = readBalance({ rules, members: county, coverage: { required: 5, submitted: 5, missing: [] } });
  const standing = standingOf(county);
  expect(standing.map(({ stage, asked, passing }) => [stage, asked, passing])).toEqual(
    balance.stages.map(({ stage, schools, passing }) => [stage, schools, passing]),
  );
  expect(standing.flatMap(({ stage, failing }) => failing.map(({ school, met }) => [stage, school, met]))).toEqual(
    balance.stages.flatMap(({ stage }) =>
      balance.schools.filter((one) => one.stage === stage && one.verdict === "missed").map((one) => [stage, one.school, one.met]),
    ),
  );
  expect(standing.map(({ verdict }) => verdict)).toEqual(["missed", "missed"]);
});
