/** Scenarios: read like the county they suppose, recomputed from the rows; nothing real moves; kept as a text and back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StatementLine } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { type RollupInput, readRollup } from "../../shared/rollup.ts";
import { editedFrom } from "../../shared/statement/edited.ts";
import { statementFaults } from "../../shared/statement/faults.ts";
import { documentOf, sourceWords } from "../../shared/statement/source.ts";
import { judge } from "../../shared/target.ts";
import { compared } from "../../shared/whatif/compare.ts";
import { draftOf } from "../../shared/whatif/draft.ts";
import { MOST_CHARACTERS, read, written } from "../../shared/whatif/kept.ts";
import { type Lift, liftsOf } from "../../shared/whatif/lift.ts";
import { planFor } from "../../shared/whatif/plan.ts";
import { applied, isReal, type Scenario, type Supposed } from "../../shared/whatif/scenario.ts";
import { afterLifts } from "../../shared/whatif/surely.ts";
import { CHINESE, collection, MATHS, type Pupil, pupil, rollupInput } from "../indicators/county.ts";
import { memberOf } from "./rows.ts";

const NOTHING: Supposed = { moves: [], choices: [], inputs: [], lifts: [] };
const QUERY = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };
const scenario = (name: string, over: Partial<Supposed> = {}): Scenario => ({
  name,
  collection: "final",
  query: QUERY,
  ...NOTHING,
  ...over,
});
const move = (subject: "语文" | "数学", line: "pass" | "excellent" | "low", mark: number) =>
  ({ stage: "junior", grade: 9, subject, line, mark }) as const;
const lift = (school: string, subject: string | null, pupils: number): Lift => ({
  school,
  stage: "junior",
  grade: 9,
  subject,
  line: subject === null ? null : "pass",
  pupils,
});

const cohort = fc.array(pupil, { minLength: 1, maxLength: 25 });
const countyOf = (schools: readonly (readonly Pupil[])[], percent = 60, over: Partial<RollupInput> = {}) =>
  rollupInput(
    schools.map((pupils, at) => memberOf(pupils, at, percent)),
    over,
  );
/** What is read, without the distributions' own lines, which a moved line changes as well. */
const figures = (input: RollupInput) => readRollup(input);

test("lines moved to one whole per cent read like a county whose passes were counted there, pupil by pupil", () => {
  fc.assert(
    fc.property(
      fc.array(cohort, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(50, 55, 60, 70, 85),
      fc.integer({ min: 2, max: 240 }),
      (schools, percent, excellent) => {
        const real = countyOf(schools);
        const moves = [
          move("语文", "pass", (120 * percent) / 100),
          move("数学", "pass", percent),
          move("语文", "excellent", excellent / 2),
        ];
        const { input, untold } = applied(real, { ...NOTHING, moves });
        const paper = { ...CHINESE, lines: { pass: (120 * percent) / 100, excellent: excellent / 2, low: null } };
        const exam = { name: "期末", papers: [paper, { ...MATHS, lines: { pass: percent, excellent: null, low: null } }] };
        expect(untold).toEqual([]);
        expect(figures(input)).toEqual(figures(countyOf(schools, percent, { collection: collection({ exam }) })));
      },
    ),
    { numRuns: 60 },
  );
});

test("at lines that are not one whole per cent, all-subject passes are not told, with the reason, and everything else is", () => {
  const real = countyOf([fc.sample(fc.array(pupil, { minLength: 20, maxLength: 20 }), { numRuns: 1, seed: 5 })[0] as Pupil[]]);
  const { input, untold } = applied(real, { ...NOTHING, moves: [move("语文", "pass", 71.5)] });
  expect(untold.map(({ unit, why }) => [unit, why.zh.slice(0, 6)])).toEqual([
    ["370811", "各科及格线不"],
    ["S0", "各科及格线不"],
  ]);
  const ids = (of: RollupInput) => new Set(readRollup(of).figures.map(({ indicator }) => indicator));
  expect([...ids(real)].filter((id) => !ids(input).has(id))).toEqual(["exam.allpass", "academic.pass.all.rate.junior.grad"]);
});

test("pupils lifted read like a county whose rows were lifted, the nearest first", () => {
  fc.assert(
    fc.property(fc.array(cohort, { minLength: 1, maxLength: 3 }), fc.nat({ max: 8 }), (schools, wanted) => {
      const rows = schools.map((pupils) => [...pupils]);
      const below =
        rows[0]?.flatMap((one, at) => (typeof one.chinese === "number" && one.chinese < 144 ? [{ at, mark: one.chinese }] : [])) ?? [];
      below.sort((a, b) => b.mark - a.mark);
      const up = below.slice(0, wanted);
      for (const { at } of up) (rows[0] as Pupil[])[at] = { ...(rows[0]?.[at] as Pupil), chinese: 144 };
      const real = countyOf(schools);
      const { input } = applied(real, { ...NOTHING, lifts: up.length === 0 ? [] : [lift("S0", "语文", up.length)] });
      const marksOnly = (of: RollupInput) => {
        const { figures: own, schools: each } = readRollup(of);
        const kept = (all: typeof own) => all.filter(({ grade, subject }) => grade === null || subject !== null);
        return [kept(own), ...each.map(({ figures: all }) => kept(all))];
      };
      expect(marksOnly(input)).toEqual(marksOnly(countyOf(rows)));
      expect(() => applied(real, { ...NOTHING, lifts: [lift("S0", "语文", below.length + 1)] })).toThrow(/not .* pupils below the line/);
    }),
    { numRuns: 100 },
  );
});

test("a plan's pupils, lifted, bring the county to its target", () => {
  const schools = fc.sample(fc.array(fc.array(pupil, { minLength: 30, maxLength: 60 }), { minLength: 6, maxLength: 6 }), {
    numRuns: 1,
    seed: 11,
  })[0] as Pupil[][];
  const real = countyOf(schools);
  for (const [indicator, grade, subject, value] of [
    ["exam.pass", 9, "数学", 0.55],
    ["academic.attainment.rate.junior", null, null, 0.5],
    ["exam.allpass", 9, null, 0.3],
  ] as const) {
    const found = planFor(real, { indicator, stage: "junior", grade, subject, limit: { operator: ">=", value }, schools: 4 });
    if (!found.possible) throw new Error(found.why.en);
    const definition = real.rules.definitions.find(({ id }) => id === indicator);
    if (!definition) throw new Error(indicator);
    const lifts = liftsOf(definition, "junior", found.plan);
    const { input } = applied(real, { ...NOTHING, lifts });
    const counts = readRollup(input).figures.find(
      (one) => one.indicator === indicator && one.grade === grade && one.subject === subject,
    )?.counts;
    expect([indicator, counts]).toEqual([indicator, found.after]);
    expect(lifts.reduce((sum, { pupils }) => sum + pupils, 0)).toBe(found.pupils);
    expect(found.pupils).toBeGreaterThan(0);
  }
});

const someSupposed: fc.Arbitrary<Supposed> = fc.record({
  moves: fc.array(
    fc.record({
      stage: fc.constant("junior" as const),
      grade: fc.constant(9),
      subject: fc.constantFrom("语文", "数学"),
      line: fc.constantFrom("pass" as const, "excellent" as const, "low" as const),
      mark: fc
        .nat({ max: 200 })
        .map((n) => n / 2 + 1)
        .filter((n) => n <= 100),
    }),
    { maxLength: 3 },
  ),
  choices: fc.array(fc.constantFrom({ option: "excellent-line", choice: "80" }, { option: "score-denominator", choice: "expected" }), {
    maxLength: 2,
  }),
  inputs: fc.constant([]),
  lifts: fc.array(fc.constant(lift("S0", null, 1)), { maxLength: 1 }),
});

test("whatever is supposed, nothing real moves, and supposing nothing reads the same", () => {
  fc.assert(
    fc.property(fc.array(cohort, { minLength: 1, maxLength: 2 }), someSupposed, (schools, supposed) => {
      const real = countyOf(schools);
      const before = readRollup(real);
      try {
        applied(real, supposed);
      } catch {
        // Refused: then too nothing has moved.
      }
      expect(readRollup(real)).toEqual(before);
      expect(readRollup(applied(real, NOTHING).input)).toEqual(before);
      expect(isReal(supposed)).toBe(supposed.moves.length + supposed.choices.length + supposed.lifts.length === 0);
    }),
    { numRuns: 60 },
  );
});

const real = countyOf([
  [...Array(12)].map((_, at): Pupil => ({ class: "1", chinese: 130 + 2 * at, maths: 110 + 2 * at, entry: null })),
  [...Array(12)].map((_, at): Pupil => ({ class: "1", chinese: 150 + at, maths: 100 + 3 * at, entry: null })),
]);

describe("side by side", () => {
  const easy = scenario("线低", { moves: [move("语文", "pass", 66)] });
  const plan = scenario("提高", { lifts: [lift("S0", "语文", 3)] });

  test("what is real first, then each scenario; only what one of them moves, with verdicts counted", () => {
    const { columns, rows } = compared(real, [easy, plan]);
    expect(columns.map(({ name }) => name)).toEqual([null, "线低", "提高"]);
    const pass = rows.find((one) => one.unit === "S0" && one.indicator === "exam.pass" && one.subject === "语文");
    expect(pass?.cells.map((cell) => cell?.counts?.numerator)).toEqual([5, 11, 8]);
    expect(rows.some((one) => one.indicator === "exam.pass" && one.subject === "数学")).toBe(false);
    expect(rows.every(({ cells }) => cells.some((cell) => JSON.stringify(cell) !== JSON.stringify(cells[0])))).toBe(true);
    const now = readRollup(real);
    const met = [...now.schools.flatMap(({ verdicts }) => verdicts)].filter(({ verdict }) => verdict === "met").length;
    expect(columns[0]?.schools.met).toBe(met);
    expect(new Set(compared(real, [easy, plan], new Set(["S0"])).rows.map(({ unit }) => unit))).toEqual(new Set(["S0"]));
  });

  test("pupils lifted over all subjects pass one paper more at least: a rate that this brings to its target is met, others are open", () => {
    // 6 of 20 fail 语文, nobody 数学: 34 of 40 sittings pass, and 36 are 90 %.
    const near = countyOf([[...Array(20)].map((_, at): Pupil => ({ class: "1", chinese: at < 6 ? 140 : 150, maths: 130, entry: null }))]);
    const lines = (scenarios: readonly Scenario[]) =>
      compared(near, scenarios, new Set(["S0"])).rows.find(({ indicator }) => indicator === "academic.attainment.rate.junior")?.cells;
    const [now] = lines([plan]) ?? [];
    expect(now?.counts).toEqual({ numerator: 34, denominator: 40 });
    const enough = lines([scenario("够", { lifts: [lift("S0", null, 2)] })])?.[1];
    expect(enough?.counts).toEqual({ numerator: 36, denominator: 40 });
    expect(enough?.verdicts.map(({ verdict }) => verdict)).toEqual(["met"]);
    const few = lines([scenario("不够", { lifts: [lift("S0", null, 1)] })])?.[1];
    expect(few?.verdicts.map(({ verdict, reason }) => [verdict, reason?.zh])).toEqual([
      ["undecided", "提高的是全科合格，在哪一科提高没有说定"],
    ]);
    // In a county where a school has not sent, a verdict that is open for both says both; one that only the school holds up, that one.
    const waiting = { ...near, coverage: { required: 2, submitted: 1, missing: ["S9"] } };
    const openAt = (pupils: number) =>
      compared(waiting, [scenario("县", { lifts: [lift("S0", null, pupils)] })], new Set([near.region]))
        .rows.find(({ indicator }) => indicator === "academic.attainment.rate.junior")
        ?.cells[1]?.verdicts.map(({ verdict, reason }) => [verdict, reason?.zh]);
    expect(openAt(1)).toEqual([["undecided", "应填报 2 所，还有 1 所未填报；提高的是全科合格，在哪一科提高没有说定"]]);
    expect(openAt(2)).toEqual([["undecided", "应填报 2 所，还有 1 所未填报"]]);
    // Who is lifted in a paper as well may be the same pupil: counted once.
    const both = lines([scenario("都有", { lifts: [lift("S0", null, 1), lift("S0", "语文", 1)] })])?.[1];
    expect(both?.counts?.numerator).toBe(35);
  });

  test("lifted over all subjects, what can only rise is no less than it was, what can only fall no more, and a spread is not told", () => {
    const { rows } = compared(
      real,
      [
        scenario("都动", { moves: [move("语文", "low", 68)], lifts: [lift("S0", "语文", 3)] }),
        scenario("全科", { lifts: [lift("S0", null, 1)] }),
      ],
      new Set(["S0"]),
    );
    const told = (indicator: string) => {
      const [now, , lifted] = rows.find((row) => row.indicator === indicator && row.subject === "语文")?.cells ?? [];
      return [lifted?.bound, lifted?.value === null ? lifted.why?.zh : lifted?.value === now?.value];
    };
    expect(["exam.mean", "exam.pass", "exam.low", "exam.sd"].map(told)).toEqual([
      ["least", true],
      ["least", true],
      ["most", true],
      [undefined, "提高的是全科合格，在哪一科提高没有说定"],
    ]);
    // A bound alone makes no row.
    expect(rows.some((row) => row.indicator === "exam.mean" && row.subject === "数学")).toBe(false);
  });

  test("lifted over all subjects, what is met stays met only where more marks cannot undo it", () => {
    const limits = [
      ["exam.mean", ">=", 1],
      ["exam.mean", "<=", 120],
      ["exam.sd", "<=", 60],
      ["exam.pass", ">=", 0.01],
      ["exam.pass", "between", 0.01],
      ["exam.low", "<=", 1],
    ] as const;
    const targets = limits.map(([indicator, operator, value]) => ({
      ...{ indicator, stage: null, unit: null, period: real.collection.period, operator, value, source: "区目标", by: "", at: "" },
      upTo: operator === "between" ? 1 : null,
    }));
    const now = readRollup({ ...real, targets });
    const then = afterLifts(now, [lift("S0", null, 1)], real);
    const own = (all: Pick<typeof now, "schools">) =>
      all.schools
        .find(({ school }) => school === "S0")
        ?.verdicts.filter(({ subject, indicator }) => subject === "语文" && limits.some(([id]) => id === indicator))
        .map(({ indicator, operator, verdict }) => `${indicator} ${operator} ${verdict}`)
        .sort();
    expect(own(now)).toEqual(limits.map(([indicator, operator]) => `${indicator} ${operator} met`).sort());
    expect(own(then)).toEqual(
      [
        ...["exam.mean >= met", "exam.pass >= met", "exam.low <= met"],
        ...["exam.mean <= undecided", "exam.sd <= undecided", "exam.pass between undecided"],
      ].sort(),
    );
  });

  test("a verdict that is open stands with its reason, the rollup's", () => {
    const waiting = { ...real, coverage: { required: 3, submitted: 2, missing: ["S9"] } };
    const ofCounty = compared(waiting, [easy], new Set([real.region])).rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell?.verdicts ?? []),
    );
    expect(ofCounty.length).toBeGreaterThan(0);
    for (const { verdict, reason } of ofCounty) expect([verdict, reason?.zh]).toEqual(["undecided", "应填报 3 所，还有 1 所未填报"]);
  });

  test("a scenario that does not fit this county stands there with the reason", () => {
    const { columns, rows } = compared(real, [scenario("别处", { moves: [{ ...move("语文", "pass", 60), subject: "体育" }] }), plan]);
    expect(columns[1]?.refused?.zh).toContain("没有9年级体育的试卷");
    expect(rows.every(({ cells }) => cells[1] === null)).toBe(true);
    expect(compared(real, [{ ...plan, choices: [{ option: "excellent-line", choice: "99" }] }]).columns[1]?.refused?.en).toContain(
      "no choice 99",
    );
    expect(compared(real, [{ ...plan, lifts: [lift("S9", "语文", 1)] }]).columns[1]?.refused?.en).toContain("S9 has sent nothing");
  });
});

describe("as a proposed statement", () => {
  test("each line is met by what the scenario reaches, and nothing is wrong with it", () => {
    const plan = scenario("提高", { lifts: [lift("S0", "语文", 3), lift("S0", null, 2)] });
    const body = draftOf(real, plan, "S0", shipped, { title: "2026 年目标责任书", period: "2026", first: "区教育局", second: "第0中学" });
    expect(statementFaults(body, { catalogue: shipped, stages: ["junior"] })).toEqual([]);
    expect(new Set(body.lines.map(({ period }) => period))).toEqual(new Set(["2026"]));
    const after = readRollup(applied(real, plan).input).schools[0]?.figures ?? [];
    for (const { indicator, grade, subject, operator, value, source } of body.lines) {
      const figure = after.find((one) => one.indicator === indicator && one.grade === grade && one.subject === subject);
      expect([indicator, judge(figure?.counts ?? figure?.value ?? undefined, operator ?? ">=", value ?? 0)]).toEqual([indicator, "met"]);
      expect(source).toMatch(/^推演方案“提高” [≥≤] [\d.]+/);
    }
    // 8 of 12 is 66.66…: written 66.6 %, which is not beyond it.
    const chinese = body.lines.find(({ indicator, subject }) => indicator === "exam.pass" && subject === "语文");
    expect([chinese?.value, chinese?.source]).toEqual([0.666, "推演方案“提高” ≥ 66.6 %"]);
  });
  test("a demand is drafted once, whatever names its indicator has", () => {
    const { lines } = draftOf(real, scenario("提高", { lifts: [lift("S0", null, 2)] }), "S0", shipped, {
      ...{ title: "t", period: "2026", first: "a", second: "b" },
    });
    const joint = lines.filter(({ indicator }) => shipped.find(indicator)?.kind.kind === "joint");
    expect(joint.map(({ grade, subject, operator }) => [grade, subject, operator])).toEqual([[9, null, ">="]]);
  });
  test("a number that somebody changes is no more the scenario's, and says so; put back it is again", () => {
    const plan = scenario("提高 2", { lifts: [lift("S0", "语文", 3)] });
    const { lines } = draftOf(real, plan, "S0", shipped, { title: "t", period: "2026", first: "a", second: "b" });
    const definition = (indicator: string, version: number) => shipped.find(`${indicator}@${version}`) as Definition;
    for (const line of lines) expect(editedFrom(line, definition(line.indicator, line.version))).toBeNull();
    const line = lines.find(({ indicator, subject }) => indicator === "exam.pass" && subject === "语文") as StatementLine;
    const said = (over: Partial<StatementLine>) => editedFrom({ ...line, ...over }, definition(line.indicator, line.version));
    expect(said({ value: 0.7 })).toEqual({ zh: "已改，方案是 ≥ 66.6 %", en: "Changed; the scenario has ≥ 66.6 %" });
    expect(said({ operator: ">" })?.zh).toBe("已改，方案是 ≥ 66.6 %");
    expect(said({ value: 0.7, source: "局发〔2026〕3号" })).toBeNull();
    expect(sourceWords(line.source, undefined).en).toBe("Scenario “提高 2” ≥ 66.6 %");
    expect(documentOf(line.source)).toBe("推演方案“提高 2”");
  });
  test("a scenario that moves nothing of the school is refused", () => {
    expect(() => draftOf(real, scenario("空"), "S0", shipped, { title: "t", period: "2026", first: "a", second: "b" })).toThrow(
      /moves nothing of this school/,
    );
  });
});

describe("kept as a text", () => {
  const name = fc.stringMatching(/^[a-z0-9甲乙丙]{1,20}$/);
  test("and read back, whatever is supposed", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ name, supposed: someSupposed }), { maxLength: 5, selector: (one) => one.name }), (all) => {
        const scenarios = all.map((one) => scenario(one.name, one.supposed));
        expect(read(written(scenarios))).toEqual(scenarios);
      }),
      { numRuns: 200 },
    );
  });

  const text = (change: (all: ReturnType<typeof JSON.parse>) => void) => {
    const all = JSON.parse(written([scenario("甲", { moves: [move("语文", "pass", 60)] })]));
    change(all);
    return JSON.stringify(all);
  };
  test.each([
    ["what is no JSON", "{", /is no JSON/],
    ["a field nobody knows", text((all) => (all.scenarios[0].pupil = "张三")), /\(scenarios\[0\]\.pupil\): there is no such field/],
    ["a mark that is none", text((all) => (all.scenarios[0].moves[0].mark = "60")), /scenarios\[0\]\.moves\[0\]\.mark/],
    ["a name of nothing", text((all) => (all.scenarios[0].name = " ")), /scenarios\[0\]\.name/],
    ["a name that is there twice", text((all) => all.scenarios.push(all.scenarios[0])), /there twice/],
    ["a newer version", text((all) => (all.version = 2)), /newer version/],
    ["more than a workbook keeps", " ".repeat(MOST_CHARACTERS + 1), /more than a workbook keeps/],
  ])("refuses %s, and says where", (_, bad, words) => {
    expect(() => read(bad)).toThrow(words);
  });
  test("more scenarios than a workbook keeps are refused before they are written", () => {
    expect(() => written([...Array(31)].map((_, at) => scenario(`s${at}`)))).toThrow(/keeps 30 scenarios/);
    expect(() => written([scenario("甲"), scenario("甲")])).toThrow(/there twice/);
  });
});
