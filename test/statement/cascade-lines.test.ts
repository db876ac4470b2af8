/** From signed lines to the cascade: which lines stand below which, over schools, subject groups and teachers. */
import { describe, expect, test } from "vitest";
import type { StatementBody, StatementLine } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { type Above, type Below, cascadeOf } from "../../shared/statement/cascade-lines.ts";
import { CHINESE, MATHS } from "../indicators/county.ts";

const line: StatementLine = {
  ...{ id: "L1", indicator: "exam.pass", version: 1, stage: "junior", grade: 9, subject: "数学" },
  ...{ operator: ">=", value: 0.9, upTo: null, period: "2025", deadline: null, source: "test" },
};
const name = (text: string) => ({ zh: text, en: text });
const PAPERS = [CHINESE, MATHS, { ...MATHS, subject: "英语", before: null }];
const above = (base: number | null, changes: Partial<StatementLine> = {}): Above => ({
  name: name("一中"),
  line: { ...line, ...changes },
  base,
  papers: PAPERS,
});
const below = (level: StatementBody["level"], who: string, base: number | null, ...lines: Partial<StatementLine>[]): Below => ({
  name: name(who),
  body: { level, lines: lines.map((one, at) => ({ ...line, id: `L${at}`, ...one })) },
  baseOf: () => base,
});
const told = (whole: Above, parts: Below[]) => cascadeOf(whole, parts, shipped);

test("a county over its schools: 18 of 20, 255 of 300 and 425 of 500 are 40 short of 90 % of 820", () => {
  const found = told(above(820), [
    below("school", "甲校", 20, {}),
    below("school", "乙校", 300, { value: 0.85 }),
    below("school", "丙校", 500, { value: 0.85 }),
  ]);
  expect([found.implied, found.parts?.least, found.short]).toEqual([false, 698, 40]);
  expect(found.behind.map((one) => one.name.zh)).toEqual(["乙校", "丙校"]);
  expect(found.words.zh).toContain("一中（九年级数学及格率 ≥ 90 %）要求至少 738 人");
});

test("lines of another indicator, grade or subject are no targets of it", () => {
  const other = [{ indicator: "exam.excellent" }, { grade: 8 }, { subject: "语文" }];
  const found = told(above(100), [below("school", "甲校", 100, ...other)]);
  expect([found.short, found.without.map(({ zh }) => zh)]).toEqual([90, ["甲校"]]);
});

test("a rate over all subjects says nothing certain about one of them, and is no target of it", () => {
  const found = told(above(100), [below("school", "甲校", 100, { subject: null })]);
  expect([found.short, found.without.map(({ zh }) => zh)]).toEqual([90, ["甲校"]]);
});

test("学业质量达标率 of a school counts the pupils of its groups' pass rates: 190 and 170 of 200 are 90 % of 400, 168 are two short", () => {
  const whole = above(400, { indicator: "academic.attainment.rate.junior", grade: null, subject: null });
  const groups = (maths: number) => [
    below("group", "语文组", 200, { subject: "语文", value: 0.95 }),
    below("group", "数学组", 200, { value: maths }),
  ];
  expect(told(whole, groups(0.85))).toMatchObject({ implied: true, short: 0 });
  expect(told(whole, groups(0.84))).toMatchObject({ implied: false, short: 2 });
});

test("a group over its teachers: whoever is in no teacher's class is taken at the worst", () => {
  const found = told(above(100), [below("teacher", "T1", 50, { value: 0.96 }), below("teacher", "T2", 45, { value: 0.96 })]);
  // 48 and 44 of 45: 92 are enough although five pupils are nobody's.
  expect([found.implied, found.parts?.least, found.uncovered]).toEqual([true, 92, 5]);
});

describe("all subjects", () => {
  const whole = above(100, { indicator: "academic.pass.all.rate.junior.grad", grade: null, subject: null, value: 0.95 });
  const groups = ["语文", "数学", "英语"].map((subject) => below("group", `${subject}组`, 100, { subject, value: 0.98 }));

  test("over the groups of a school: at worst two in each of three miss the line, 94 pass all, one short of 95", () => {
    expect(told(whole, groups)).toMatchObject({ implied: false, short: 1, parts: { least: 94 } });
  });

  test("papers of other grades are none of a graduating class's", () => {
    const papers = [...PAPERS, { ...CHINESE, grade: 8 }, { ...CHINESE, grade: 8, subject: "地理" }];
    expect(told({ ...whole, papers }, groups)).toMatchObject({ short: 1, parts: { least: 94 } });
    const several = above(100, { indicator: "exam.allpass", grade: null, subject: null, value: 0.95 });
    expect(told({ ...several, papers }, groups)).toMatchObject({ implied: null });
  });

  test("a subject that no group answers for has no floor, and is named", () => {
    const found = told(whole, groups.slice(0, 2));
    expect([found.short, found.without]).toEqual([95, [{ zh: "一中英语", en: "一中, 英语" }]]);
  });

  test("over schools by their own lines, or by those of their subjects, whichever is tighter", () => {
    const own = { indicator: "academic.pass.all.rate.junior.grad", grade: null, subject: null };
    const schools = [
      below("school", "甲校", 60, { ...own, value: 0.95 }),
      below("school", "乙校", 40, ...["语文", "数学", "英语"].map((subject) => ({ subject, value: 1 }))),
    ];
    expect(told(whole, schools)).toMatchObject({ implied: true, parts: { least: 57 + 40 } });
  });

  test("not from teachers directly", () => {
    expect(told(whole, [below("teacher", "T1", 50, {})])).toMatchObject({ implied: null });
  });
});

describe("what is asked of each", () => {
  const each = { indicator: "listening.teacher", grade: null, subject: null };
  test("holds if every part is held to it, and names who is not", () => {
    const whole = above(null, { ...each, value: 20 });
    expect(
      told(whole, [
        below("teacher", "T1", null, { ...each, value: 20 }),
        below("teacher", "T2", null, { ...each, operator: ">", value: 20 }),
      ]),
    ).toMatchObject({
      implied: true,
    });
    const loose = told(whole, [below("teacher", "T1", null, { ...each, value: 20 }), below("teacher", "T2", null, { ...each, value: 18 })]);
    expect([loose.implied, loose.words.zh.includes("T2"), loose.words.zh.includes("T1")]).toEqual([false, true, false]);
    const strict = above(null, { ...each, operator: ">", value: 20 });
    expect(told(strict, [below("teacher", "T1", null, { ...each, value: 20 })])).toMatchObject({ implied: false });
  });
});

test("what is no sum over parts cannot be implied, an unknown size cannot be told, and neither is guessed", () => {
  for (const indicator of ["exam.sd", "exam.valueadded", "exam.betweenschools"])
    expect(told(above(100, { indicator, value: 5 }), [below("school", "甲校", 100, { indicator, value: 5 })])).toMatchObject({
      implied: null,
      short: 0,
    });
  expect(told(above(null), [below("school", "甲校", 100, {})]).words.zh).toBe("一中的人数未知，无法核对。");
  expect(told(above(100), [below("school", "甲校", null, {})]).words.zh).toBe("甲校的人数未知，无法核对。");
  expect(told(above(100, { operator: null, value: null }), [below("school", "甲校", 100, {})]).implied).toBeNull();
});

test("counts add up without a base: three groups of 4 lessons each are 12, and 13 are one more", () => {
  const lessons = { indicator: "research.base.activities", grade: null, subject: null, operator: ">=" as const };
  const parts = ["语文组", "数学组", "英语组"].map((who) => below("group", who, null, { ...lessons, value: 4 }));
  expect(told(above(null, { ...lessons, value: 12 }), parts)).toMatchObject({ implied: true });
  expect(told(above(null, { ...lessons, value: 13 }), parts)).toMatchObject({ implied: false, short: 1 });
});
