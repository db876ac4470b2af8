/** A statement as it is typed: nothing is lost on the way into the fields and back, and what cannot be read is told at its field. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shipped } from "../../shared/indicators/index.ts";
import { fractionTyped } from "../../shared/statement/fraction-typed.ts";
import { propose } from "../../shared/statement/propose.ts";
import { newLine, readTyped, type Typed, typedOf } from "../../shared/statement/typed.ts";
import { FIRST } from "../documents/statements.ts";

const terms = { catalogue: shipped, stages: ["junior"] as const };
const read = (typed: Typed) => readTyped(typed, terms);
const typed = typedOf(FIRST, shipped);
const faultsAt = (changed: Partial<Typed["lines"][number]>) =>
  read({ ...typed, lines: typed.lines.map((line, at) => (at === 2 ? { ...line, ...changed } : line)) }).faults.map(({ at }) => at);

test("all that the sources propose goes into the fields and comes back as it was", () => {
  for (const level of ["school", "group", "teacher"] as const) {
    const { lines } = propose(shipped, { level, stages: ["junior"], period: "2025", release: shipped.releaseAt("2026-11-28") });
    const body = {
      ...FIRST,
      level,
      group: level === "school" ? null : "数学组",
      teacher: level === "teacher" ? "T07" : null,
      lines: [...lines],
    };
    expect(read(typedOf(body, shipped))).toEqual({ body, faults: [] });
  }
});

test("law: a rate typed as per cent is the fraction of that text, exactly", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (thousandths) => {
      const text = `${Math.trunc(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`;
      const { body } = read({ ...typed, lines: typed.lines.map((line, at) => (at === 0 ? { ...line, value: text } : line)) });
      expect(body?.lines[0]?.value).toBe(thousandths / 100_000);
    }),
  );
});

describe("what is typed", () => {
  test.each([
    ["９５％", 0.95],
    [" 95 % ", 0.95],
    ["95.5", 0.955],
    ["100", 1],
  ])("%s is read as %d", (text, value) => {
    const { body, faults } = read({ ...typed, lines: typed.lines.map((line, at) => (at === 0 ? { ...line, value: text } : line)) });
    expect([body?.lines[0]?.value, faults]).toEqual([value, []]);
  });

  test.each([
    [{ value: "九十" }, ["lines[2].value"]],
    [{ value: "" }, ["lines[2].value"]],
    [{ value: "950" }, ["lines[2].value"]],
    [{ grade: "初三" }, ["lines[2].grade"]],
    [{ period: "明年" }, ["lines[2].period"]],
    [{ deadline: "2026-01-01" }, ["lines[2].deadline"]],
    [{ source: " " }, ["lines[2].source"]],
    [{ subject: "语文,数学" }, ["lines[2].subject"]],
    [{ operator: "between" as const }, ["lines[2].upTo"]],
    [{ operator: "" as const }, ["lines[2].value"]],
  ])("%j is told at its field, once", (changed, places) => {
    expect(faultsAt(changed)).toEqual(places);
  });

  test("a per cent is no mark, and no percentage points: it is told what the number is in", () => {
    const of = (indicator: string, value: string) => {
      const line = { ...typed.lines[2], indicator, version: 1, operator: ">=", value } as Typed["lines"][number];
      const { faults } = read({ ...typed, lines: [line] });
      return faults.filter(({ at }) => at === "lines[0].value").map(({ words }) => words.zh);
    };
    expect(of("exam.mean", "85%")).toEqual(["这一项不是百分比，请只写数，例如 85。"]);
    expect(of("exam.mean", "85")).toEqual([]);
    expect(of("academic.excellence.change.junior", "5％")).toEqual(["这一项是百分点，请只写数，例如 5。"]);
    expect(of("academic.excellence.change.junior", "5 个百分点")).toEqual([]);
    expect(of("exam.pass", "5个百分点")).toEqual(["这一项是百分比，请写 95 或 95%。"]);
    expect(of("exam.pass", "85")).toEqual([]);
  });

  test("an empty title, a name in place of a teacher's code, and a statement of nothing", () => {
    expect(read({ ...typed, title: " " }).faults.map(({ at }) => at)).toEqual(["title"]);
    const teacher = read({ ...typed, level: "teacher", group: "数学组", teacher: "王老师", lines: [] }).faults;
    expect(teacher.map(({ at }) => at)).toEqual(["teacher", "lines"]);
    expect(read({ ...typed, lines: [] })).toMatchObject({ body: null });
  });
});

test("a new line has an id of its own, the source's limit for the stage, and no number where the source gives a direction only", () => {
  const limit = shipped.find("academic.attainment.rate.junior");
  const direction = shipped.find("equipment.use.rate");
  if (!limit || !direction) throw new Error("the catalogue has changed");
  const line = newLine(limit, "junior", "2025", typed.lines);
  expect(line).toMatchObject({ id: "L6", operator: ">=", value: "90", period: "2025" });
  expect(newLine(direction, "junior", "2025", [])).toMatchObject({ id: "L1", operator: "", value: "" });
});

test.each([
  ["0.9", "rate", "0.9 %？若是 90 % 请填 90。"],
  ["０．０９", "rate", "0.09 %？若是 9 % 请填 9。"],
  ["0.9%", "rate", null],
  ["1", "rate", null],
  ["0", "rate", null],
  ["0.0", "rate", null],
  ["0.9", "points", null],
  ["0.9", "none", null],
] as const)("%s in a field of %s is asked about where a per cent was hardly meant so small", (typed, unit, said) => {
  expect(fractionTyped(typed, unit)?.zh ?? null).toBe(said);
});
