/** What is seen before a statement is signed: a number that is not its source's, a deadline that has passed, another statement of the same party. */
import { describe, expect, test } from "vitest";
import type { StatementHead, StatementLine } from "../../shared/contract.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { alongside, pastDeadlines } from "../../shared/statement/before-signing.ts";
import { contradicting } from "../../shared/statement/contradicting.ts";
import { editedFrom } from "../../shared/statement/edited.ts";
import { propose } from "../../shared/statement/propose.ts";
import { sourceWords } from "../../shared/statement/source.ts";
import { editedTyped, typedLine } from "../../shared/statement/typed.ts";
import { FIRST } from "../documents/statements.ts";

const proposed = propose(shipped, { level: "school", stages: ["junior"], period: "2025", release: latestRelease }).lines;
const definitionOf = ({ indicator, version }: StatementLine) => {
  const found = shipped.find(`${indicator}@${version}`);
  if (!found) throw new Error(indicator);
  return found;
};
const line = proposed.find(({ indicator }) => indicator === "academic.attainment.rate.junior") as StatementLine;
const definition = definitionOf(line);

describe("a number beside its source", () => {
  test("is the source's own in all that is proposed, as kept and as typed", () => {
    const off = proposed.filter((one) => editedFrom(one, definitionOf(one)) || editedTyped(typedLine(one, shipped), definitionOf(one)));
    expect(off).toEqual([]);
  });

  test("reads in English what English there is: the document's name before its clause", () => {
    const kept = proposed.map((one) => sourceWords(one.source, definitionOf(one)));
    expect(kept.every(({ en }) => /^[ -~]+, /.test(en))).toBe(true);
    expect(kept.map(({ zh }) => zh)).toEqual(proposed.map(({ source }) => source));
    expect(sourceWords("局发〔2025〕3号", definition)).toEqual({ zh: "局发〔2025〕3号", en: "局发〔2025〕3号" });
  });

  // The 目标责任书 asks 90 % of junior schools.
  test.each<[string, Partial<StatementLine>, string | null]>([
    ["another number", { value: 0.885 }, "已改，原要求 ≥ 90 %"],
    ["another sign", { operator: ">" }, "已改，原要求 ≥ 90 %"],
    ["the number of another document that is named", { value: 0.885, source: "局发〔2025〕3号" }, null],
    ["no number at all", { operator: null, value: null }, null],
  ])("with %s", (_, changes, said) => {
    expect(editedFrom({ ...line, ...changes }, definition)?.zh ?? null).toBe(said);
    expect(editedTyped(typedLine({ ...line, ...changes }, shipped), definition)?.zh ?? null).toBe(said);
  });

  test("that the source leaves without one is said to be one's own", () => {
    const direction = proposed.find(({ value }) => value === null) as StatementLine;
    expect(editedFrom({ ...direction, operator: ">=", value: 0.9 }, definitionOf(direction))?.zh).toBe("数值自定，来源没有规定");
  });
});

test("deadlines that have passed are counted among the lines with a number; the day itself has not passed", () => {
  // Three lines are due on the last day of 2025, one on 10 July; the fifth is in words.
  expect(pastDeadlines(FIRST, "2025-07-10")).toBeNull();
  expect(pastDeadlines(FIRST, "2025-07-11")).toEqual({ past: 1, last: "2025-07-10" });
  expect(pastDeadlines(FIRST, "2025-12-31")).toEqual({ past: 1, last: "2025-07-10" });
  expect(pastDeadlines(FIRST, "2026-01-01")).toEqual({ past: 4, last: "2025-12-31" });
});

test("another statement is one of the same party about the same time", () => {
  const head = (over: Partial<StatementHead>): StatementHead => ({
    ...{ school: "S01", statement: "2025-2", level: "school", title: "另一份", group: null, teacher: null },
    ...{ version: 1, state: "draft", inForce: null, lines: 1, periods: ["2025"], signatures: [], outcome: null },
    ...over,
  });
  const own = { school: "S01", statement: "2025", level: "school", group: null, teacher: null, periods: ["2025"] } as const;
  const others = [
    head({}),
    head({ statement: "part", periods: ["2025-03"] }),
    head({ statement: "2025" }),
    head({ school: "S02", statement: "a" }),
    head({ level: "group", group: "数学组", statement: "b" }),
    head({ periods: ["2026"], statement: "c" }),
  ];
  expect(alongside(own, others).map(({ statement }) => statement)).toEqual(["2025-2", "part"]);
});

describe("targets that contradict each other", () => {
  const of = (id: string, changes: Partial<StatementLine>): StatementLine => ({ ...line, id, ...changes });
  const pairs = (...lines: StatementLine[]) => contradicting(lines, definitionOf).map((pair) => pair.map(({ id }) => id).join(" "));
  const [pass, grade9] = ["exam.allpass", "academic.pass.all.rate.junior.grad"].map((id) => {
    const found = shipped.find(id, latestRelease);
    return { indicator: id, version: found?.version ?? 0, stage: "junior" as const, grade: 9, subject: null };
  });

  test("at least 95 % and at most 50 % of one rate in one year; of two years, two rates or two subjects it is none", () => {
    const [high, low] = [of("A", { operator: ">=", value: 0.95 }), of("B", { operator: "<=", value: 0.5 })];
    expect(pairs(high, low)).toEqual(["A B"]);
    expect(pairs(high, { ...low, period: "2026" })).toEqual([]);
    expect(pairs(high, { ...low, subject: "数学" })).toEqual([]);
    expect(pairs(high, { ...low, operator: null, value: null })).toEqual([]);
    expect(pairs(high, of("B", { operator: ">=", value: 0.5 }))).toEqual([]);
  });

  test("at an end: at least and at most 0.9 can be met, at least and below cannot; between and equal are read too", () => {
    const at = (operator: StatementLine["operator"], value: number, upTo: number | null = null) => of("B", { operator, value, upTo });
    const least = of("A", { operator: ">=", value: 0.9 });
    expect(pairs(least, at("<=", 0.9))).toEqual([]);
    expect(pairs(least, at("<", 0.9))).toEqual(["A B"]);
    expect(pairs(least, at("=", 0.89))).toEqual(["A B"]);
    expect(pairs(least, at("between", 0.5, 0.95))).toEqual([]);
    expect(pairs(least, at("between", 0.5, 0.85))).toEqual(["A B"]);
    expect(pairs(of("A", { operator: ">", value: 0.9 }), at("<", 0.91))).toEqual([]);
  });

  test("全科合格率 of grade 9 is one quantity under its two names", () => {
    const [a, b] = [of("A", { ...pass, operator: ">=", value: 0.95 }), of("B", { ...grade9, operator: "<=", value: 0.5 })];
    expect(pairs(a, b)).toEqual(["A B"]);
    expect(pairs({ ...a, grade: 8 }, b)).toEqual([]);
    expect(contradicting(proposed, definitionOf)).toEqual([]);
  });
});
