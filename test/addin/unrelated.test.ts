/** Columns that were sorted, pasted or copied by themselves: every mark is one the paper knows, and stands with the wrong pupil. */
import { describe, expect, test } from "vitest";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";

const SUBJECTS = ["语文", "数学", "英语", "物理", "体育"];
const paper = (subject: string): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 100, grid: 1 },
  before: subject === "数学" ? { name: "入学数学", full: 90, grid: 1 } : null,
  lines: { pass: null, excellent: null, low: null },
});
const papers = SUBJECTS.map(paper);
const HEAD = ["班级", "姓名", ...SUBJECTS, "入学数学"];

/** Two classes of 40: whoever is good is good in every subject but 体育, up to 9 marks of chance; numbers from a linear congruence. */
function pupils(): (string | number)[][] {
  let seed = 7;
  const chance = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * 10);
  };
  return Array.from({ length: 80 }, (_, at) => {
    const able = (at * 29) % 80;
    const marks = [0, 1, 2, 3].map(() => 10 + able + chance());
    return [at < 40 ? "1班" : "2班", `学生${at}`, ...marks, 60 + 4 * chance(), Math.max(5, able - 3 + chance())];
  });
}
/** The values of a column in another order, for the rows that are named. */
function reordered(rows: (string | number)[][], column: number, order: (values: number[]) => number[], of = rows): (string | number)[][] {
  const next = order(of.map((row) => row[column] as number));
  of.forEach((row, at) => {
    row[column] = next[at] as number;
  });
  return rows;
}
const told = (rows: (string | number)[][]) => {
  const cells = [HEAD, ...rows];
  const school = { school: "S01", name: "第一中学" };
  const { findings } = withQuestions(
    tabulate({ name: "Sheet1", top: 0, left: 0, cells }, guessColumns(cells, papers), { name: "期末", papers }, school),
  );
  return findings.map(({ level, code, cell, words }) => ({ told: `${level} ${code} ${cell}`, zh: words.zh }));
};
const codes = (rows: (string | number)[][]) => told(rows).map((one) => one.told);
const [MATHS, ENGLISH, ENTRY] = [3, 4, 7];

describe("a column whose marks are other pupils'", () => {
  test("is none in a list as it should be, though 体育 goes with nothing", () => {
    expect(codes(pupils())).toEqual([]);
    // The whole list sorted by one subject is in order.
    expect(codes(pupils().sort((a, b) => Number(b[ENGLISH]) - Number(a[ENGLISH])))).toEqual([]);
  });

  test("is asked about at its head when it was sorted by itself", () => {
    const [found, ...more] = told(reordered(pupils(), ENGLISH, (marks) => marks.sort((a, b) => b - a)));
    expect([found?.told, more]).toEqual(["query marks-unrelated E1", []]);
    expect(found?.zh).toBe(
      "英语的分数与同一行别的学科几乎没有关系，而别的学科之间关系明显：像是这一列单独排过序、贴错了行，请按姓名或学号核对几名学生；确实如此请说明。",
    );
  });

  test("or pasted a few rows off", () => {
    expect(codes(reordered(pupils(), ENGLISH, (marks) => [...marks.slice(5), ...marks.slice(0, 5)]))).toEqual(["query marks-unrelated E1"]);
  });

  test("and in one class at its first pupil", () => {
    const rows = pupils();
    const second = rows.slice(40);
    const found = told(reordered(rows, ENGLISH, (marks) => marks.sort((a, b) => a - b), second));
    expect(found.map((one) => [one.told, one.zh.slice(0, 7)])).toEqual([["query marks-unrelated E42", "2班 英语的分"]]);
  });

  test("is not asked about where so few different marks were given as by doing, whatever it is called", () => {
    const inSteps = (step: number) =>
      reordered(pupils(), ENGLISH, (marks) => marks.map((mark) => step * Math.floor(mark / step)).sort((a, b) => b - a));
    expect(new Set(inSteps(10).map((row) => row[ENGLISH])).size).toBe(9);
    expect(codes(inSteps(10))).toEqual([]);
    expect(codes(inSteps(5))).toEqual(["query marks-unrelated E1"]);
  });

  test("is not asked about among fewer than thirty", () => {
    expect(codes(reordered(pupils().slice(0, 29), ENGLISH, (marks) => marks.sort((a, b) => b - a)))).toEqual([]);
  });
});

describe("entry marks", () => {
  const copied = (of: number) =>
    pupils().map((row, at) => (at < of ? [...row.slice(0, ENTRY), Math.min(90, Number(row[MATHS]))] : [...row.slice(0, ENTRY), 1]));

  test("that are this exam's for more than half are asked about, those cut to the earlier full mark among them", () => {
    expect(told(copied(80)).map((one) => [one.told, one.zh])).toEqual([
      ["query entry-copied H1", "数学：80 名学生中有 80 名的“入学数学”与这次的分数相同：请核对前测一列是不是贴成了这次的成绩。"],
    ]);
    expect(codes(copied(41))).toEqual(["query entry-copied H1"]);
    expect(codes(copied(40))).toEqual([]);
  });

  test("that are one for all are asked about, from ten pupils on; a pupil may have none", () => {
    const one = (mark: (at: number) => number | string) => pupils().map((row, at) => row.with(ENTRY, mark(at)));
    expect(told(one(() => 50)).map((found) => [found.told, found.zh])).toEqual([
      ["query entry-one-value H1", "数学：80 名学生的“入学数学”都是 50 分：请核对前测一列是不是没有录完或填错了；确实如此请说明。"],
    ]);
    const few = (of: number) => codes(one((at) => (at < of ? 50 : ""))).filter((code) => code.includes("one-value"));
    expect([few(10), few(9)]).toEqual([["query entry-one-value H1"], []]);
  });

  test("that were moved down by a few pupils are asked about, not those that go with the marks a little or of pupils who are all as good", () => {
    const down = (rows: (string | number)[][], by = 5) => reordered(rows, ENTRY, (marks) => [...marks.slice(-by), ...marks.slice(0, -by)]);
    expect(told(down(pupils())).map((found) => [found.told, found.zh.slice(0, 25)])).toEqual([
      ["query entry-unrelated H1", "数学的“入学数学”与同一行这次各科的分数几乎没有关"],
    ]);
    // Half of the pupils have their own: a weak relation is one.
    expect(codes(pupils().map((row, at, all) => (at % 2 === 0 ? row : row.with(ENTRY, all[(at + 2) % 80]?.[ENTRY] ?? 0))))).toEqual([]);
    const good = pupils().map((row) =>
      row.map((cell, at) => (at >= MATHS - 1 && at <= MATHS + 2 ? 70 + Math.round(Number(cell) / 4) : cell)),
    );
    expect(codes(down(good))).toEqual([]);
    // Of 32, what goes together may seem not to by chance: r is some 0.13 here.
    expect(codes(down(pupils().slice(0, 32), 6))).toEqual([]);
  });
});
