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
import { liftsOf } from "../../shared/whatif/lift.ts";
import { planFor } from "../../shared/whatif/plan.ts";
import { applied, isReal, type Supposed } from "../../shared/whatif/scenario.ts";
import { CHINESE, collection, MATHS, type Pupil, pupil } from "../indicators/county.ts";
import { countyOf, lift, move, NOTHING, real, scenario } from "./scenarios.ts";

const cohort = fc.array(pupil, { minLength: 1, maxLength: 25 });
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
