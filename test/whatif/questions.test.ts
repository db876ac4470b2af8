/** What can be asked of a unit, and where lines that moved leave it: against counts of the rows. */
import { describe, expect, test } from "vitest";
import type { SubmissionBody, Target, Verdict } from "../../shared/contract.ts";
import { countLowest } from "../../shared/marks/joint.ts";
import type { Words } from "../../shared/refusal.ts";
import { type Member, type RollupInput, readRollup } from "../../shared/rollup.ts";
import { finish, type Prepared, prepareMoves, type Question, type Unit } from "../../shared/whatif/move.ts";
import { planAmong } from "../../shared/whatif/plan/offers.ts";
import { type PlanTerms, planFor, planFrom, seeking } from "../../shared/whatif/plan.ts";
import { apartIn, changesIn, questionsIn } from "../../shared/whatif/questions.ts";
import { standing, wholeStand } from "../../shared/whatif/stands.ts";
import { bodySent, member, type Pupil, rollupInput } from "../indicators/county.ts";

const pupil = (chinese: number, maths: number): Pupil => ({ class: "1", chinese, maths, entry: null });
/** Half marks, of 240 and 200: 144 and 120 pass. */
const SCHOOLS: readonly (readonly Pupil[])[] = [
  [pupil(150, 130), pupil(143, 130), pupil(144, 119), pupil(200, 100)],
  [pupil(144, 120), pupil(132, 110), pupil(139, 125), pupil(100, 90), pupil(210, 180)],
];

function body(pupils: readonly Pupil[]): SubmissionBody {
  const sent = bodySent(pupils);
  const rows = pupils.map(({ chinese, maths }) => [
    { score: chinese, full: 240 },
    { score: maths, full: 200 },
  ]);
  return {
    ...sent,
    slices: sent.slices.map((slice) => (slice.joint ? { ...slice, joint: { ...slice.joint, lowest: countLowest(rows) } } : slice)),
  };
}

const target = (indicator: string, value: number, unit: string | null = null): Target => ({
  ...{ indicator, stage: "junior", unit, period: "2025", operator: ">=", value, upTo: null, source: "责任书", by: "局", at: "2025-01-01" },
});
const input = (targets: readonly Target[]) => ({ ...rollupInput(SCHOOLS.map((pupils, at) => member(body(pupils), at))), targets });
const unitIn = (prepared: Prepared, at: number) => prepared.units[at] as Unit;
const all = SCHOOLS.flat();
const atLeast = (pupils: readonly Pupil[], chinese: number, maths: number) =>
  pupils.filter((one) => Number(one.chinese) >= chinese && Number(one.maths) >= maths).length;

describe("what can be asked", () => {
  test("the missed come before the met, those short of the fewest pupils first, what has no limit last", () => {
    const county = input([target("exam.pass", 0.6), target("exam.excellent", 0.9), target("exam.allpass", 0.5)]);
    const asked = questionsIn(county, unitIn(prepareMoves(county), 0));
    const outcomes = asked.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(
      [...outcomes].sort((a, b) => ["missed", "undecided", "met", null].indexOf(a) - ["missed", "undecided", "met", null].indexOf(b)),
    );
    const missed = asked.filter(({ outcome }) => outcome === "missed").map(({ short }) => short as number);
    expect(missed).toEqual([...missed].sort((a, b) => a - b));
    expect(asked.some(({ definition: { reads } }) => reads.from === "entered")).toBe(false);
  });

  test("while a school is missing the county's verdicts and reasons are the rollup's; how far it is, is told by what was sent", () => {
    const targets = [target("exam.pass", 0.6), target("exam.allpass", 0.9)];
    const waiting = { ...input(targets), coverage: { required: 3, submitted: 2, missing: ["S9"] } };
    const { verdicts, schools } = readRollup(waiting);
    const prepared = prepareMoves(waiting);
    const same = ({ indicator, grade, subject }: Question, unit: readonly Verdict[]) =>
      unit.find((one) => one.indicator === indicator && one.grade === grade && one.subject === subject);
    const judged = (at: number) => questionsIn(waiting, unitIn(prepared, at)).filter(({ limit }) => limit?.source === "责任书");
    expect(judged(0).map(({ outcome }) => outcome)).toEqual(["undecided", "undecided", "undecided"]);
    for (const asked of judged(0)) {
      expect([asked.outcome, asked.waits]).toEqual([same(asked, verdicts)?.verdict, same(asked, verdicts)?.reason]);
      expect(asked.waits?.zh).toBe("应填报 3 所，还有 1 所未填报");
    }
    expect(judged(0).find(({ indicator }) => indicator === "exam.allpass")).toMatchObject({
      sent: "missed",
      short: Math.ceil(all.length * 0.9) - atLeast(all, 144, 120),
    });
    for (const asked of judged(1)) {
      expect([asked.outcome, asked.waits]).toEqual([same(asked, schools[0]?.verdicts ?? [])?.verdict, null]);
      expect(asked.outcome).toBe(asked.sent);
    }
  });

  test("a school that left out a paper is missing from that paper's verdict, as in the rollup", () => {
    const county = input([target("exam.pass", 0.6)]);
    const [first, second] = county.members as [Member, Member];
    const maths = [...second.tallies].filter(([key]) => !key.includes("数学"));
    const short: RollupInput = { ...county, members: [first, { ...second, tallies: new Map(maths) }] };
    const verdicts = readRollup(short).verdicts.filter(({ indicator }) => indicator === "exam.pass");
    const asked = questionsIn(short, unitIn(prepareMoves(short), 0)).filter(({ indicator }) => indicator === "exam.pass");
    const told = (all: readonly { subject: string | null; why: Words | null }[]) =>
      all.map(({ subject, why }) => [subject, why?.zh]).sort();
    expect(told(asked.map(({ subject, waits }) => ({ subject, why: waits })))).toEqual(
      told(verdicts.map(({ subject, reason }) => ({ subject, why: reason }))),
    );
    expect(asked.find(({ subject }) => subject === "数学")?.waits?.zh).toBe("已填报的学校中有 1 所缺这一项");
  });

  test("all-subject counts kept apart: which rates cannot be told, and why, in the rollup's words; never that nobody sent them", () => {
    const county = input([]);
    const [first, second] = county.members as [Member, Member];
    const kept: Member = {
      ...second,
      apart: [{ stage: "junior", grade: 9 }],
      tallies: new Map([...second.tallies].filter(([key]) => !key.includes("joint"))),
    };
    const sums = new Map([...county.sums].filter(([key]) => !key.includes("joint")));
    const apart: RollupInput = { ...county, sums, members: [first, kept] };
    const figure = readRollup(apart).figures.find(({ indicator }) => indicator === "exam.allpass");
    expect(figure?.why?.zh).toContain("按别的试卷或及格线数的");
    const told = apartIn(apart, apart.region).find(({ zh }) => zh.startsWith("九年级全科合格率"));
    expect(told?.zh).toContain(figure?.why?.zh);
    expect(apartIn(apart, "S0")).toEqual([]);
    const question: Question = { indicator: "exam.allpass", stage: "junior", grade: 9, subject: null };
    expect(wholeStand(prepareMoves(apart), question, [], null)).toEqual({ why: figure?.why });
    expect(finish(standing(prepareMoves(apart), question))).toEqual({ why: figure?.why });
  });

  test("a target of one school is that school's alone", () => {
    const county = input([target("exam.allpass", 0.5), target("exam.allpass", 0.9, "S1")]);
    const prepared = prepareMoves(county);
    const limitOf = (at: number) =>
      questionsIn(county, unitIn(prepared, at)).find(({ indicator }) => indicator === "exam.allpass")?.limit?.value;
    expect([0, 1, 2].map(limitOf)).toEqual([0.5, 0.5, 0.9]);
  });
});

test("a target on a change since a baseline is told apart: without a baseline it says that there is none", () => {
  const county = input([target("academic.excellence.change.junior", 0.05)]);
  const changes = changesIn(county, "370811");
  expect(changes.some(({ zh }) => zh.startsWith("优秀率较2024年提升：没有可比的基线采集"))).toBe(true);
  expect(questionsIn(county, unitIn(prepareMoves(county), 0)).some(({ definition }) => definition.kind.kind === "change")).toBe(false);
});

describe("where lines that moved leave a unit", () => {
  const allpass: Question = { indicator: "exam.allpass", stage: "junior", grade: 9, subject: null };
  const moves = (chinese: number, maths: number) =>
    [
      ["语文", chinese],
      ["数学", maths],
    ].map(([subject, mark]) => ({ stage: "junior", grade: 9, subject, line: "pass", mark }) as const) as Parameters<typeof wholeStand>[2];
  const prepared = prepareMoves(input([]));

  test("all subjects at 55 %: who reaches both lines, in the county and in each school", () => {
    const at = (school: string | null) => wholeStand(prepared, allpass, moves(66, 55), school);
    for (const [school, pupils] of [
      [null, all],
      ["S0", SCHOOLS[0]],
      ["S1", SCHOOLS[1]],
    ] as const) {
      const stand = at(school);
      if ("why" in stand) throw new Error(stand.why.en);
      expect(stand.stand.standing).toMatchObject({ numerator: atLeast(pupils as readonly Pupil[], 132, 110), denominator: pupils?.length });
    }
  });

  test("a plan at the moved lines takes those nearest below them", () => {
    const stands = finish(standing(prepared, allpass, moves(66, 55)));
    if ("why" in stands) throw new Error(stands.why.en);
    const terms: PlanTerms = { limit: { operator: ">=", value: 1 } };
    const sought = finish(seeking(stands, terms));
    if (!sought.possible) throw new Error(sought.why.en);
    const plan = planFrom(stands, terms, sought, planAmong(sought.offers, sought.need, sought.k));
    if (!plan.possible) throw new Error(plan.why.en);
    expect(plan.before.numerator + plan.pupils).toBe(all.length);
    // 50 % and 41 % are the lowest subjects of the two who are below 55 %.
    expect(plan.plan).toMatchObject({
      effort: 55 - 50 + (55 - 41),
      schools: [
        { school: "S0", pupils: 1 },
        { school: "S1", pupils: 1 },
      ],
    });
  });

  test("at lines of different per cents it cannot be told, and says why", () => {
    const stand = wholeStand(prepared, allpass, moves(66, 60), null);
    expect("why" in stand && stand.why.en).toMatch(/not at one whole per cent/);
  });
});

test("a target that is barred by pupils without marks says how many they are; one that marks could reach says nothing of them", () => {
  const away: Pupil[] = [...all, { class: "1", chinese: "absent", maths: 150, entry: null }];
  const county = { ...rollupInput([member(bodySent(away), 0)]), targets: [] };
  const ask = { indicator: "exam.pass", stage: "junior", grade: 9, subject: "语文", limit: { operator: ">=", value: 1 } } as const;
  const denominator = readRollup(county).figures.find(
    ({ indicator, subject }) => indicator === ask.indicator && subject === "语文",
  )?.counts;
  // By those expected the absent pupil counts, by those who sat nobody is without a mark.
  expect(denominator?.denominator).toBe(all.length);
  expect(planFor(county, ask).possible).toBe(true);
  const rules = { ...county.rules, choices: [{ option: "score-denominator", choice: "expected", why: "", by: "", at: "" }] };
  const barred = planFor({ ...county, rules }, ask);
  expect(barred.possible || barred.why.zh).toContain("另有 1 人计入总数而没有分数");
  const within = planFor({ ...county, rules }, { ...ask, limit: { operator: ">=", value: 0.9 } });
  expect(within.possible).toBe(true);
});
