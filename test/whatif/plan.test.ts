/** The county's plan carried out on the rows: the target is met by just so many pupils and marks. */
import { describe, expect, test } from "vitest";
import { secondText } from "../../addin/whatif/from.ts";
import { whatIfWords } from "../../addin/whatif/words.ts";
import type { Member, RollupInput } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { planFor } from "../../shared/whatif/plan.ts";
import { collectionBody, schoolBody, submissionOf } from "../chem97/county.ts";
import { type Pupil as Chemist, groupedBy, readPupils } from "../chem97/pupils.ts";
import { bodySent, member, type Pupil, rollupInput } from "../indicators/county.ts";
import { memberOf } from "./rows.ts";

const county = [...groupedBy(readPupils(), "lea")].sort(([, a], [, b]) => b.length - a.length)[0]?.[1] as Chemist[];
const list = [...groupedBy(county, "school")];
const members = list.map(([school, pupils]): Member => ({ ...schoolBody(school), tallies: talliesOf(submissionOf(pupils)) }));
const input = { ...rollupInput(members), collection: collectionBody };
const ask = {
  indicator: "exam.excellent",
  stage: "junior",
  grade: 9,
  subject: "chemistry",
  limit: { operator: ">=", value: 0.3 },
} as const;

describe("on the real marks of the largest county", () => {
  const plan = planFor(input, ask);
  test("lifting just those pupils meets the target, and one fewer does not", () => {
    if (!plan.possible) throw new Error(plan.why.en);
    const reached = county.filter(({ score }) => score >= 10).length;
    expect(plan.before).toEqual({ numerator: reached, denominator: county.length });
    const lifted = plan.plan.schools.reduce((sum, { pupils }) => sum + pupils, 0);
    expect(lifted).toBe(plan.pupils);
    expect((reached + lifted) * 10 >= county.length * 3).toBe(true);
    expect((reached + lifted - 1) * 10 < county.length * 3).toBe(true);
  });

  test("no other pupils take fewer marks: the gaps of all rows, sorted", () => {
    if (!plan.possible) throw new Error(plan.why.en);
    const gaps = county.flatMap(({ score }) => (score < 10 ? [10 - score] : [])).sort((a, b) => a - b);
    expect(plan.plan.effort).toBe(gaps.slice(0, plan.pupils).reduce((sum, gap) => sum + gap, 0));
  });

  test("a limit of two pupils a school and three schools is impossible, and says with how many", () => {
    const found = planFor(input, { ...ask, schools: 3, pupils: 2 });
    expect(found.possible ? "" : found.why.en).toMatch(
      /^impossible: \d+ pupils are needed, and the 3 schools with most within their limits have 6$/,
    );
  });

  test("out of reach in k schools, it tells the most that any k schools reach, as the trial of every set says, and in how many it can be", () => {
    const limit = { operator: ">=", value: 0.9 } as const;
    const below = list.map(([school, pupils]) => [schoolBody(school).school, pupils.filter(({ score }) => score < 10).length] as const);
    const [reached, all] = [county.filter(({ score }) => score >= 10).length, county.length];
    const need = Math.ceil(all * 0.9) - reached;
    const most = Math.max(...below.flatMap(([, a], at) => below.slice(at + 1).map(([, b]) => a + b)));
    const found = planFor(input, { ...ask, limit, schools: 2 });
    if (found.possible || !found.farthest) throw new Error("two schools have not so many pupils");
    const { schools, pupils, after, short, words } = found.farthest;
    expect(schools.map(({ school, pupils }) => [school, pupils])).toEqual([...below].sort(([, a], [, b]) => b - a).slice(0, 2));
    expect([pupils, short, after]).toEqual([most, need - most, { numerator: reached + most, denominator: all }]);
    expect(words.zh).toContain(`共提高 ${most} 人`);
    expect(words.zh).toContain(
      `→ ${(Math.round(((reached + most) * 1000) / all) / 10).toFixed(1)} %（目标 ≥ 90 %），还差 ${need - most} 人`,
    );
    // The fewest: possible in so many, and not in one fewer.
    const fewest = found.fewest as number;
    expect(planFor(input, { ...ask, limit, schools: fewest }).possible).toBe(true);
    expect(planFor(input, { ...ask, limit, schools: fewest - 1 }).possible).toBe(false);
  });

  test("where even all schools cannot, the best of k schools is told all the same; without terms there is nothing to tell", () => {
    const all = [...list].map(([, pupils]) => pupils.filter(({ score }) => score < 10).length);
    const found = planFor(input, { ...ask, limit: { operator: ">=", value: 0.9 }, pupils: 3, schools: 4 });
    if (found.possible || !found.farthest) throw new Error("three pupils a school are not enough");
    expect(found.farthest.pupils).toBe(
      all
        .map((own) => Math.min(3, own))
        .sort((a, b) => b - a)
        .slice(0, 4)
        .reduce((sum, own) => sum + own, 0),
    );
    expect(found.fewest).toBeNull();
    const met = planFor(input, { ...ask, limit: { operator: ">=", value: 0.3 } });
    expect(met.possible).toBe(true);
  });

  test("a target that is met needs nobody", () => {
    const found = planFor(input, { ...ask, limit: { operator: ">=", value: 0.01 } });
    expect(found).toMatchObject({ possible: true, pupils: 0, plan: { effort: 0, schools: [] } });
  });

  test("fewer low marks: those below the line rise", () => {
    const found = planFor(input, { ...ask, indicator: "exam.low", limit: { operator: "<=", value: 0.1 } });
    if (!found.possible) throw new Error(found.why.en);
    const low = county.filter(({ score }) => score < 4).length;
    expect(found.pupils).toBe(low - Math.floor(county.length / 10));
  });

  test("over all subjects the lowest marks are the effort, an estimate", () => {
    const found = planFor(input, { ...ask, indicator: "exam.allpass", subject: null, limit: { operator: ">=", value: 0.95 } });
    if (!found.possible) throw new Error(found.why.en);
    const failed = county.filter(({ score }) => score < 2).length;
    expect(found.pupils).toBe(Math.ceil(county.length * 0.95) - (county.length - failed));
    expect([found.measure.of, found.words.en.includes("an estimate")]).toEqual(["percent", true]);
  });
});

test("where missing marks bar the target for the whole county, the best of k schools is told all the same", () => {
  const [passed, failed, away] = [150, 100, "absent" as const];
  const school = (at: number, ...chinese: Pupil["chinese"][]) =>
    memberOf(
      chinese.map((one) => ({ class: "1", chinese: one, maths: 150, entry: null })),
      at,
    );
  const six = Array.from({ length: 6 }, () => passed);
  const schools = [school(0, ...six, failed, failed, away, away), school(1, ...six, failed, failed, failed, away)];
  const found = planFor(rollupInput(schools), {
    ...{ indicator: "exam.allpass", stage: "junior", grade: 9, subject: null },
    ...{ limit: { operator: ">=", value: 0.95 }, schools: 1 },
  });
  // 12 of 20 pass, 19 are asked for; five have marks to lift, three of them in one school.
  expect(found).toMatchObject({
    ...{ possible: false, fewest: null },
    farthest: { schools: [{ school: "S1", pupils: 3 }], pupils: 3, after: { numerator: 15, denominator: 20 }, short: 4 },
  });
});

test("without the lowest marks a plan over all subjects counts pupils, in the fewest schools", () => {
  const pupil = (chinese: number) => ({ class: "1", chinese, maths: 150, entry: null });
  const body = (fails: number) =>
    bodySent([...Array.from({ length: 10 }, () => pupil(150)), ...Array.from({ length: fails }, () => pupil(100))]);
  const found = planFor(rollupInput([member(body(1), 0), member(body(4), 1), member(body(2), 2)]), {
    ...{ indicator: "exam.allpass", stage: "junior", grade: 9, subject: null },
    limit: { operator: ">=", value: 0.9 },
  });
  expect(found).toMatchObject({ possible: true, pupils: 4, measure: { of: "pupils" }, plan: { schools: [{ school: "S1", pupils: 4 }] } });
});

test("a runner-up of the same effort is said to be the same, and never 0 more", () => {
  const school = (at: number, maths: Pupil["maths"]) =>
    memberOf(
      [...Array(10)].map((_, place): Pupil => ({ class: "1", chinese: place < 8 ? 150 : 80, maths: place < 8 ? 150 : maths, entry: null })),
      at,
    );
  const terms = { stage: "junior", grade: 9, limit: { operator: ">=", value: 0.9 }, schools: 1 } as const;
  const [alike, apart] = [[80, 80] as const, [80, 79] as const].map(([one, other]) => rollupInput([school(0, one), school(1, other)])) as [
    RollupInput,
    RollupInput,
  ];
  // 16 of 20 pass and 18 are asked: either school has two pupils for it. In half marks: two of them half a mark further away are 1 mark.
  for (const [input, subject, indicator, zh, en] of [
    [alike, "语文", "exam.pass", "提高的分数一样多", "for as many marks"],
    [alike, null, "exam.allpass", "估计提高的一样多", "for about as many points"],
    [apart, "数学", "exam.pass", "多 1 分", "1 marks? more"],
  ] as const) {
    const found = planFor(input, { ...terms, subject, indicator });
    if (!found.possible || !found.runnerUp) throw new Error("either school can");
    expect(found.plan.schools.map((one) => [one.school, one.pupils])).toEqual([["S0", 2]]);
    expect(secondText(found.plan, found.runnerUp, found.measure, whatIfWords["zh-CN"])).toBe(`次优方案：不用第0中学，改用第1中学，${zh}`);
    expect(secondText(found.plan, found.runnerUp, found.measure, whatIfWords.en)).toMatch(new RegExp(`, ${en}$`));
    expect(found.words.zh).toContain(zh.replace("多 1", "多提高 1"));
  }
});

test("an indicator that is no rate at a line is refused", () => {
  expect(() => planFor(input, { ...ask, indicator: "exam.mean" })).toThrow(/no rate at a line of marks/);
});
