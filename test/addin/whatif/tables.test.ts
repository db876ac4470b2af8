/** The tables that leave 推演: every number is a count of what the demo county's schools sent. */
import { describe, expect, test } from "vitest";
import { movedBy } from "../../../addin/whatif/moved.ts";
import { begun, isReal, START, stepped, withChoice } from "../../../addin/whatif/state.ts";
import { cellsOf, planTable, ratesTable } from "../../../addin/whatif/tables.ts";
import { inputFrom } from "../../../shared/handin/rollup.ts";
import { newStore } from "../../../shared/handin/store.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { compared } from "../../../shared/whatif/compare.ts";
import { draftOf } from "../../../shared/whatif/draft.ts";
import type { LineMove } from "../../../shared/whatif/lines.ts";
import { prepareMoves, type Unit } from "../../../shared/whatif/move.ts";
import { planFor } from "../../../shared/whatif/plan.ts";
import { questionsIn } from "../../../shared/whatif/questions.ts";
import { chosenRules } from "../../../shared/whatif/scenario.ts";
import { bestOf, passing, sent, shareAtLeast } from "../../browser/whatif-county.ts";
import { county } from "../../handin/bodies.ts";
import * as demo from "../../tools/demo-county.ts";

const made = "2025-07-01T08:00:00.000Z";
const held = sent.map(({ school, body }) => ({
  school,
  collection: demo.collection,
  revision: 1,
  body,
  sha256: school,
  queries: [],
  made,
  file: "",
}));
const { input } = inputFrom({ ...newStore(county, made), held }, demo.collection, { now: Date.parse(made), audience: "bureau" });
const prepared = prepareMoves(input);
const asked = questionsIn(input, prepared.units[0] as Unit);

describe("the plan", () => {
  const best = bestOf(85, 3);
  const plan = planFor(input, {
    ...{ indicator: "academic.pass.all.rate.junior.grad", stage: "junior", grade: 9, subject: null },
    ...{ limit: { operator: ">=", value: 0.85 }, schools: 3 },
  });
  if (!plan.possible || !best) throw new Error("there is a plan");
  const { cells, formats } = cellsOf(planTable(plan), "zh-CN");

  test("says its sentence, a row a school in as many pupils and as much effort as trying every set finds, and the sum", () => {
    const [title, said, heads, ...rows] = cells;
    expect(title?.[0]).toBe("要达标，从哪里着手");
    expect(said?.[0]).toContain(`还差 ${best.pupils} 人，${best.schools.length} 所学校`);
    expect(heads).toEqual(["学校", "提高人数", "现在", "共差（点）"]);
    const total = rows.pop();
    expect(rows.map(([name]) => name)).toEqual(best.schools);
    expect(total).toEqual(["合计", best.pupils, "", best.effort]);
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(best.pupils);
    expect(formats).toEqual([null, "0", null, null]);
  });

  test("every row is as wide as the first, in English too", () => {
    const english = cellsOf(planTable(plan), "en").cells;
    expect(new Set([...cells, ...english].map((row) => row.length))).toEqual(new Set([4]));
    expect(english.flat().join(" ")).not.toMatch(/提高|合计|得分率/);
  });
});

describe("the rates", () => {
  const current = asked.find(({ indicator, subject }) => indicator === "exam.pass" && subject === "数学") ?? null;
  const moves: readonly LineMove[] = [{ stage: "junior", grade: 9, subject: "数学", line: "pass", mark: 69.5 }];
  const answers = { current, moved: movedBy(prepared, prepared, current, moves, null, null), prepared, school: null };
  const table = (live: string | null) =>
    cellsOf(
      ratesTable(answers, { ...START, moves }, live) ?? {
        table: { title: { zh: "", en: "" }, note: { zh: "", en: "" }, columns: [], rows: [] },
        formulas: new Map(),
      },
      "zh-CN",
    );

  test("are fractions shown as per cent: the county, then its schools, before and after the line was moved", () => {
    const [title, note, heads, ...rows] = table(null).cells;
    // Which line was moved, from where to where, goes with them.
    expect(note?.[0]).toBe("推演中，不是真实数据：数学及格线 72 → 69.5 分。");
    expect(title?.[0]).toBe("九年级数学及格率");
    expect(heads).toEqual(["单位", "应计人数", "达线人数", "现在", "推演后达线", "推演后"]);
    const percent = (cell: unknown) => (100 * Number(cell)).toFixed(1);
    expect(rows.map((row) => [row[0], percent(row[3]), percent(row[5])])).toEqual(
      [undefined, ...sent.map(({ name }) => name)].map((name) => [
        name ?? "全县",
        shareAtLeast("数学", 72, name),
        shareAtLeast("数学", 69.5, name),
      ]),
    );
    expect(table(null).formats).toEqual([null, "0", "0", "0.00%", "0", "0.00%"]);
  });

  test("as formulas ask for the same number, at the line where it was moved to", () => {
    const [, note, , region, first] = table(demo.collection).cells;
    expect(note?.[0]).toBe("推演中，不是真实数据：数学及格线 72 → 69.5 分。随填报更新的列：现在、推演后；其余各列是插入时的数值。");
    expect(region?.[3]).toBe(`=QUALITY.ACTUAL("exam.pass","${demo.region}","${demo.collection}","九年级 数学")`);
    expect(first?.[5]).toBe(`=QUALITY.ACTUAL("exam.pass","S01","${demo.collection}","九年级 数学",69.5)`);
  });

  test("with the line of another rate moved keep their value: a cell would ask for the pass rate at the excellent line's mark", () => {
    const foreign: readonly LineMove[] = [{ stage: "junior", grade: 9, subject: "数学", line: "excellent", mark: 90 }];
    const own = { ...answers, moved: movedBy(prepared, prepared, current, foreign, null, null) };
    const formulas = ratesTable(own, { ...START, moves: foreign }, demo.collection)?.formulas ?? new Map();
    expect([...formulas.keys()].filter((key) => key.endsWith(" 3")).length).toBeGreaterThan(1);
    expect([...formulas.keys()].filter((key) => key.endsWith(" 5"))).toEqual([]);
  });

  test("over all subjects no formula can say another line, so the value stands", () => {
    const joint = asked.find(({ indicator }) => indicator === "academic.pass.all.rate.junior.grad") ?? null;
    const lowered = demo.exam.papers.map(
      ({ subject, full }): LineMove => ({ stage: "junior", grade: 9, subject, line: "pass", mark: (full * 55) / 100 }),
    );
    const own = { ...answers, current: joint, moved: movedBy(prepared, prepared, joint, lowered, null, null) };
    const leaving = ratesTable(own, { ...START, moves: lowered }, demo.collection);
    expect(leaving?.table.note.zh).toBe(
      "推演中，不是真实数据：各科及格线 满分的 60 % → 55 %。随填报更新的列：现在；其余各列是插入时的数值。",
    );
    const [region] = leaving?.table.rows ?? [];
    expect([region?.[1], region?.[2]]).toEqual([passing.denominator, passing.numerator]);
    expect([...(leaving?.formulas.keys() ?? [])].filter((key) => key.endsWith(" 5"))).toEqual([]);
  });
});

/** Pupils with at least a mark in a subject, of those who sat, school by school: counted from what was sent. */
function countedAt(subject: string, mark: number): [reached: number, sat: number][] {
  return sent.map(({ body }) => {
    const { counts = [], states } =
      body.slices.find((slice) => slice.subject === subject && slice.class === null && slice.scores)?.scores ?? {};
    const reached = counts.filter(([half]) => half >= 2 * mark).reduce((sum, [, pupils]) => sum + pupils, 0);
    return [reached, states?.sat ?? 0];
  });
}

describe("another choice", () => {
  const current = asked.find(({ indicator, subject }) => indicator === "exam.excellent" && subject === "语文") ?? null;
  const choices = [{ option: "excellent-line", choice: "80" }];
  const supposed = { ...prepared, rules: chosenRules(prepared.rules, choices) };
  const [real, other] = [countedAt("语文", 102), countedAt("语文", 96)];
  const sumOf = (all: readonly [number, number][]) => [0, 1].map((at) => all.reduce((sum, one) => sum + (one[at] as number), 0));
  const moved = movedBy(prepared, supposed, current, [], null, null);

  test("excellent from 80 % of 120 marks instead of 85 %: the county and every school as counted from 96 marks, what is real from 102", () => {
    expect(sumOf(other)).not.toEqual(sumOf(real));
    expect([current?.rate.numerator, current?.rate.denominator]).toEqual(sumOf(real));
    expect(moved.whole && [moved.whole.standing.numerator, moved.whole.standing.denominator]).toEqual(sumOf(other));
    const schools = moved.schools.map(({ before, after }) =>
      [before, after].map((fact) => (fact !== null && typeof fact === "object" ? [fact.numerator, fact.denominator] : null)),
    );
    expect(schools).toEqual(real.map((before, at) => [before, other[at]]));
  });

  test("a saved scenario reads the same, and no statement is drafted from it: that is judged by the choice in force", () => {
    const query = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };
    const scenario = { name: "80", collection: demo.collection, query, moves: [], choices, inputs: [], lifts: [] };
    const row = compared(input, [scenario]).rows.find(
      ({ indicator, subject, unit }) => indicator === "exam.excellent" && subject === "语文" && unit === demo.region,
    );
    expect(row?.cells.map((cell) => [cell?.counts?.numerator, cell?.counts?.denominator])).toEqual([sumOf(real), sumOf(other)]);
    expect(() => draftOf(input, scenario, "S01", shipped, { title: "t", period: "2026", first: "a", second: "b" })).toThrow(/口径|choice/);
  });

  test("it is supposed until it is the one in force again, and restored with the lines", () => {
    const made = withChoice([], { option: "excellent-line", choice: "80" }, "85");
    expect(withChoice(made, { option: "excellent-line", choice: "90" }, "85")).toEqual([{ option: "excellent-line", choice: "90" }]);
    expect(withChoice(made, { option: "excellent-line", choice: "85" }, "85")).toEqual([]);
    const history = stepped(begun("county"), { step: "change", next: { choices: made } });
    expect(isReal(history.now)).toBe(false);
    expect(stepped(history, { step: "restore" }).now).toEqual(START);
    expect(stepped(stepped(history, { step: "restore" }), { step: "undo" }).now.choices).toEqual(made);
  });

  test("no cell asks the server for a rate by a choice that is not in force", () => {
    const moves: readonly LineMove[] = [{ stage: "junior", grade: 9, subject: "语文", line: "excellent", mark: 100 }];
    const answers = { current, moved: movedBy(prepared, supposed, current, moves, null, null), prepared, school: null };
    const formulas = (own: readonly { option: string; choice: string }[]) =>
      [...(ratesTable(answers, { ...START, moves, choices: own }, "2025-final")?.formulas.keys() ?? [])].filter((key) =>
        key.endsWith(" 5"),
      );
    expect(formulas([]).length).toBeGreaterThan(0);
    expect(formulas(choices)).toEqual([]);
  });
});
