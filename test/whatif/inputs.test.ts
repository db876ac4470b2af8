/** Inputs changed: the same county as if the schools had sent those numbers, and what could not be sent cannot be tried. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResourceName } from "../../shared/contract.ts";
import { effectBetween } from "../../shared/figures/effect.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/resources.ts";
import { type Member, readRollup } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { compared, rowNames } from "../../shared/whatif/compare.ts";
import { changedInput, type InputChange } from "../../shared/whatif/inputs.ts";
import { inputsNeeded } from "../../shared/whatif/reach.ts";
import { targetOf } from "../../shared/whatif/who.ts";
import { collection, rollupInput } from "../indicators/county.ts";

const NAMES = Object.keys(RESOURCE_UNITS) as ResourceName[];
type Seven = readonly number[];
const over = { collection: collection({ form: "resources", exam: null, period: "2025" }) };

function school(at: number, pupils: number, seven: Seven): Member {
  const amounts = Object.fromEntries(NAMES.map((name, place) => [name, seven[place] as number]));
  const place = { stage: "junior", grade: null, subject: null, class: null } as const;
  const tallies = talliesOf({ definitions: "t", slices: [{ ...place, resources: { pupils, amounts } }] });
  return { school: `S${at}`, name: `第${at}中学`, stages: ["junior"], tallies };
}
/** Exactly what 1000 pupils of a junior school require, in the parts that are sent. */
const ENOUGH: Seven = [53, 10, 9, 580_000, 1_020_000, 250_000_000, 24];
const NO_QUERY = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };
const changeOf = (unit: string, name: string, by: number): InputChange => ({ unit, stage: "junior", indicator: null, name, by });

test("reads like the county whose schools sent those numbers", () => {
  const sent = fc.record({
    pupils: fc.integer({ min: 300, max: 2000 }),
    seven: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 7, maxLength: 7 }),
  });
  const change = fc.record({ at: fc.nat({ max: 2 }), place: fc.nat({ max: 6 }), by: fc.integer({ min: -1000, max: 500_000 }) });
  fc.assert(
    fc.property(fc.array(sent, { minLength: 3, maxLength: 3 }), fc.array(change, { maxLength: 4 }), (schools, wanted) => {
      const seven = schools.map((one) => [...one.seven]);
      const changes = wanted.flatMap(({ at, place, by }) => {
        const own = seven[at] as number[];
        if ((own[place] as number) + by < 0) return [];
        own[place] = (own[place] as number) + by;
        return [changeOf(`S${at}`, NAMES[place] as string, by)];
      });
      const county = (numbers: readonly Seven[]) =>
        rollupInput(
          schools.map(({ pupils }, at) => school(at, pupils, numbers[at] as Seven)),
          over,
        );
      const before = county(schools.map((one) => one.seven));
      const after = changedInput(before, changes);
      expect(readRollup(after)).toEqual(readRollup(county(seven)));
      const back = changes.map((one) => ({ ...one, by: -one.by })).reverse();
      expect(changedInput(after, back)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test("in a comparison what the 责任书 takes over from the standard is told once, and two stages of one school by their names", () => {
  const [member] = [school(0, 1000, ENOUGH)];
  const primary = new Map([...member.tallies].map(([key, own]) => [key.replace("junior", "primary"), own]));
  const county = rollupInput([{ ...member, stages: ["primary", "junior"], tallies: new Map([...primary, ...member.tallies]) }], over);
  const inputs = (["primary", "junior"] as const).map((stage) => ({ ...changeOf("S0", "area.sports", -1000), stage }));
  const scenario = { name: "少", collection: "final", query: NO_QUERY, moves: [], choices: [], lifts: [], inputs };
  const { rows } = compared(county, [scenario], new Set(["S0"]));
  const names = rowNames(rows, county.rules.definitions).map(({ zh }) => zh);
  expect(names.filter((name) => name.includes("体育运动场馆面积")).sort()).toEqual([
    "生均体育运动场馆面积（初中）",
    "生均体育运动场馆面积（小学）",
  ]);
  expect(new Set(names).size).toBe(names.length);
});

describe("three teachers too few", () => {
  const short = rollupInput([school(0, 1000, [53, 7, 9, 580_000, 978_800, 250_000_000, 24]), school(1, 1000, ENOUGH)], over);
  const hired = changedInput(short, [changeOf("S0", "teachers.backbone", 3)]);

  test("which verdicts flip, before and after, at that school and nowhere else", () => {
    const flips = effectBetween(short, readRollup(short), readRollup(hired)).flatMap(({ unit, rows }) =>
      rows
        .filter(({ now, other }) => now.verdicts.join() !== other.verdicts.join())
        .map(({ indicator, now, other }) => [unit, indicator, now.verdicts, other.verdicts]),
    );
    expect(flips).toEqual([
      ["S0", "eq.teacher.backbone.junior", ["missed"], ["met"]],
      // Six of seven are met now, and the sports area is above 85 % of what it must be.
      ["S0", "eq.school.composite", ["missed"], ["met"]],
    ]);
  });

  test("each target that a school misses has its own least change", () => {
    const missed = (readRollup(short).schools[0]?.verdicts ?? []).filter(({ verdict }) => verdict !== "met");
    const told = missed.map((verdict) => {
      const reach = inputsNeeded(short, { ...targetOf(verdict), resource: verdict.resource });
      return [verdict.indicator, reach.possible ? reach.ways.map(({ by }) => by) : reach.why.zh.slice(0, 9)];
    });
    expect(told).toEqual([
      ["eq.teacher.backbone.junior", [3]],
      ["eq.area.sports.junior", [412]],
      ["eq.school.composite", "这个指标由外部评定"],
    ]);
  });

  test.each([
    ["below nothing", changeOf("S0", "teachers.backbone", -8), /cannot be less by 8/],
    ["a school without pupils", changeOf("S0", "pupils", -1000), /pupils of S0 cannot be less/],
    ["half a teacher", changeOf("S0", "teachers.backbone", 0.5), /not a whole number/],
    ["a resource nobody knows", changeOf("S0", "teachers.robots", 1), /has not reported/],
    ["a school that sent nothing", changeOf("S9", "teachers.backbone", 1), /S9 has sent nothing/],
    ["resources of the region", changeOf("370811", "teachers.backbone", 1), /choose a school/],
  ])("refuses %s", (_, change, words) => {
    expect(() => changedInput(short, [change])).toThrow(words);
  });
});

describe("an indicator reported by itself", () => {
  const place = { stage: "junior", grade: null, subject: null, class: null } as const;
  const reported = (at: number, of: number): Member => ({
    ...{ school: `S${at}`, name: `第${at}中学`, stages: ["junior"] },
    tallies: talliesOf({ definitions: "t", slices: [{ ...place, entered: { "teacher.backbone.share": { of, among: 100 } } }] }),
  });
  const county = rollupInput([reported(0, 20), reported(1, 30)], {
    collection: collection({ form: "indicators", exam: null, indicators: ["teacher.backbone.share"] }),
  });
  const change = (unit: string, name: string, by: number): InputChange => ({
    unit,
    stage: "junior",
    indicator: "teacher.backbone.share",
    name,
    by,
  });
  const shares = (input: typeof county) => readRollup(input).figures.map(({ counts }) => counts);

  test("moves the region with the school, and the region alike whichever school it is", () => {
    expect(shares(changedInput(county, [change("S0", "of", 5)]))).toEqual([{ numerator: 55, denominator: 200 }]);
    expect(shares(changedInput(county, [change("370811", "of", 5)]))).toEqual([{ numerator: 55, denominator: 200 }]);
  });
  test("who is new is counted in both numbers, and more than all there cannot be", () => {
    expect(shares(changedInput(county, [change("S0", "of", 90), change("S0", "among", 90)]))).toEqual([
      { numerator: 140, denominator: 290 },
    ]);
    expect(() => changedInput(county, [change("S0", "of", 81)])).toThrow(/more than/);
    expect(() => changedInput(county, [change("S0", "whom", 1)])).toThrow(/has no number whom/);
  });
});
