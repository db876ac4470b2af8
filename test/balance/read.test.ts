import { describe, expect, test } from "vitest";
import { readBalance } from "../../shared/balance/read.ts";
import type { Sender } from "../../shared/balance/rows.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { ENOUGH, member, rules, type Seven } from "./rows.ts";

const NONE = [null, null, null, null] as const;
const all = (members: readonly Sender[]) => ({ required: members.length, submitted: members.length, missing: [] });
const read = (members: readonly Sender[]) => readBalance({ rules, members, coverage: all(members) });
const primary = (school: string, pupils = 1000, seven: Seven = ENOUGH.primary) => member(school, [{ stage: "primary", pupils, seven }]);
const junior = (school: string, pupils = 1000, seven: Seven = ENOUGH.junior) => member(school, [{ stage: "junior", pupils, seven }]);

describe("a region's schools", () => {
  test("are checked each in each of their stages, areas and money in the parts they are sent in", () => {
    const { schools } = read([primary("S01", 800), junior("S02")]);
    expect(schools.map(({ school, stage, met, verdict }) => [school, stage, met, verdict])).toEqual([
      ["S01", "primary", 7, "met"],
      ["S02", "junior", 7, "met"],
    ]);
    // 4500 ㎡ over 800 pupils, 2 000 000 yuan over 800.
    expect(schools[0]?.values[3]?.value).toBe(5.625);
    expect(schools[0]?.values[5]?.value).toBe(2500);
  });

  test("share what stands under one stage only, by weighted pupils: 166 + 210 are 397", () => {
    const { schools } = read([
      member("S01", [
        { stage: "primary", pupils: 166, seven: [7, 2, 2, 23226, 3970, 794_000, 9] },
        { stage: "junior", pupils: 210, seven: [12, 3, 2, ...NONE] },
      ]),
    ]);
    expect(schools.map(({ split }) => split)).toEqual([true, true]);
    // A weighted pupil has 23226 ÷ 397; a junior pupil weighs 1.1.
    expect(schools[0]?.values[3]?.value).toBe(23226 / 397);
    expect(schools[1]?.values[3]?.value).toBeCloseTo((23226 / 397) * 1.1, 12);
    // Each weighted pupil has 10 ㎡ of sports area, so a junior one has 11.
    expect([schools[0]?.values[4]?.value, schools[1]?.values[4]?.value]).toEqual([10, 11]);
    expect(schools[1]?.values[0]?.value).toBe(1200 / 210);
  });

  test("of a 完全中学 the senior part takes its share and is not judged", () => {
    const { schools, stages } = read([
      member("S01", [
        { stage: "junior", pupils: 600, seven: [36, 6, 6, 12000, 20400, 5_000_000, 48] },
        { stage: "senior", pupils: 500, seven: [null, null, null, ...NONE] },
      ]),
    ]);
    expect(schools).toHaveLength(1);
    // 600 weigh as much as 500 × 1.2: half of 12 000 ㎡ for 600 pupils.
    expect(schools[0]?.values[3]?.value).toBe(10);
    expect(stages.map(({ stage, pupils }) => [stage, pupils])).toEqual([["junior", 600]]);
  });

  test("that left a stage or an amount out are undecided, in every stage, with the reason", () => {
    const { schools, stages } = read([
      primary("S01"),
      primary("S02", 500, [21, 5, 5, 2300, 3800, null, 12]),
      member("S03", [{ stage: "primary", pupils: 1000, seven: ENOUGH.primary }], { stages: ["primary", "junior"] }),
    ]);
    expect(schools.map(({ verdict, reason }) => [verdict, reason?.en ?? null])).toEqual([
      ["met", null],
      ["undecided", "1 of the 7 are not reported"],
      ["undecided", "junior not reported yet, so what the stages share is not known"],
      ["undecided", "this stage has not been reported"],
    ]);
    // What is counted by stage is known: the teachers of S03.
    expect(schools[2]?.values.map(({ met }) => met)).toEqual([true, true, true, null, null, null, null]);
    expect(stages[0]?.dispersions.map(({ verdict }) => verdict)).toEqual([...Array(3).fill("met"), ...Array(4).fill("undecided")]);
    expect(stages[0]?.dispersions[5]?.reason?.en).toMatch(/^2 schools have not reported it, or not so that it can be told/);
    expect(stages.map(({ verdict }) => verdict)).toEqual(["undecided", "undecided"]);
  });

  test("are left out where the standard does not ask: special schools, points under 50 pupils", () => {
    const point = (school: string, pupils: number) =>
      member(school, [{ stage: "primary", pupils, seven: [0, 0, 0, 0, 0, 0, 0] }], { type: "教学点" });
    const special = member("S04", [{ stage: "primary", pupils: 90, seven: ENOUGH.primary }], { type: "特殊教育学校" });
    const { schools, outside } = read([primary("S01"), point("S02", 49), point("S03", 50), special]);
    expect(schools.map(({ school }) => school)).toEqual(["S01", "S03"]);
    expect(outside.map(({ school, why }) => [school, why.en])).toEqual([
      ["S02", "teaching points under 50 pupils are not assessed"],
      ["S04", "special schools are not assessed"],
    ]);
  });

  test("are undecided where some of what they share stands under one stage and some under several, never met", () => {
    const partly = (seven: Seven) =>
      read([
        member("S01", [
          { stage: "primary", pupils: 1000, seven: ENOUGH.primary },
          { stage: "junior", pupils: 1000, seven },
        ]),
      ]);
    const own = ENOUGH.junior;
    const teachers = own.slice(0, 3);
    for (const mixed of [
      [...teachers, own[3], null, null, null],
      [...teachers, null, null, null, own[6]],
      [...teachers, own[3], own[4], own[5], null],
    ] as Seven[]) {
      const { schools, stages } = partly(mixed);
      expect(schools.map(({ verdict, met }) => [verdict, met])).toEqual([
        ["undecided", null],
        ["undecided", null],
      ]);
      expect(schools[0]?.reason?.zh).toMatch(/四项都只写在一个学段，或每个学段都写各自的/);
      expect(stages.map(({ verdict }) => verdict)).toEqual(["undecided", "undecided"]);
    }
    expect(partly(own).schools.map(({ verdict }) => verdict)).toEqual(["met", "met"]);
  });

  test("wait for the pupils of 高中 too: they take a part of what is shared", () => {
    const junior = { stage: "junior" as const, pupils: 1000, seven: ENOUGH.junior };
    const { schools } = read([member("S01", [junior], { stages: ["junior", "senior"] })]);
    expect(schools.map(({ verdict, reason }) => [verdict, reason?.zh])).toEqual([["undecided", "高中未填报，各学段共用的无法确定"]]);
    const none = { stage: "senior" as const, pupils: 0, seven: [null, null, null, ...NONE] };
    expect(read([member("S01", [junior, none])]).schools.map(({ verdict, split }) => [verdict, split])).toEqual([["met", false]]);
  });
});

describe("the checklist", () => {
  const { items } = read([primary("S01")]);

  test("holds the precondition, 15 items of assurance, nine of quality, and recognition, in this order", () => {
    const numbers = (group: string) => [...new Set(items.filter((item) => item.group === group).map(({ item }) => item))];
    expect([...new Set(items.map(({ group }) => group))]).toEqual(["precondition", "assurance", "quality", "recognition"]);
    expect(numbers("precondition")).toEqual([1]);
    expect(numbers("assurance")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(numbers("quality")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbers("recognition")).toEqual([1]);
  });

  test("says “not entered” where nothing is known, and takes the fund of special schools in the version in force", () => {
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["not entered"]));
    expect(items.find(({ indicator }) => indicator === "gov.07.special")?.version).toBe(2);
  });
});

describe("the region's verdict", () => {
  const members = [primary("S01"), junior("S02")];
  const allMet = () => ({ value: 1, verdict: "met" as const });
  const verdict = (over: Partial<Parameters<typeof readBalance>[0]>) => {
    const { verdict: outcome, reason } = readBalance({ rules, members, coverage: all(members), entered: allMet, ...over });
    return [outcome, reason?.en ?? null];
  };

  test("is met where every school, every 差异系数 and every item is", () => {
    expect(verdict({})).toEqual(["met", null]);
  });

  test("is missed for one school, although all else is met", () => {
    const poor = [...members, primary("S03", 1001)];
    expect(readBalance({ rules, members: poor, coverage: all(poor), entered: allMet }).stages[0]).toMatchObject({ schools: 2, passing: 1 });
    expect(verdict({ members: poor, coverage: all(poor) })).toEqual(["missed", null]);
  });

  test("is missed for one item", () => {
    const entered = ({ id }: Definition) => ({ value: 0, verdict: id === "gov.05.classsize" ? ("missed" as const) : ("met" as const) });
    expect(verdict({ entered })).toEqual(["missed", null]);
  });

  test("is undecided while items are not entered, and while a school is missing, whatever the others are", () => {
    expect(verdict({ entered: () => undefined })).toEqual(["undecided", expect.stringMatching(/^\d+ items are not entered or undecided$/)]);
    expect(verdict({ coverage: { required: 3, submitted: 2, missing: ["S03"] } })).toEqual([
      "undecided",
      "1 of 3 required schools have not submitted",
    ]);
    expect(verdict({ members: [], coverage: all([]) })).toEqual(["undecided", "no school has submitted"]);
  });
});

test("what it rests on is said: the weighting and how shared amounts are split, nobody having decided otherwise", () => {
  const { readings } = read([primary("S01")]);
  expect(readings.map(({ id, decided }) => [id, decided])).toEqual([
    ["stage-split:weighted", null],
    ["cv-weighting:enrolment", null],
  ]);
});

test("the answer is plain data: it survives JSON", () => {
  const answer = read([primary("S01"), junior("S02", 900)]);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});
