/** Plain lists whose marks are each in order and hardly right together: the questions that a template is asked, and what only a list can have. */
import { describe, expect, test } from "vitest";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";

const paper = (subject: string): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 120, grid: 2, before: null },
  lines: { pass: null, excellent: null, low: null },
});
const papers = ["语文", "数学"].map(paper);
const HEAD = ["班级", "学号", "姓名", "语文", "数学", "总分"];
/** Two classes of 12, no two marks of a subject alike in a class. */
const list = () =>
  Array.from({ length: 24 }, (_, at): unknown[] => {
    const [chinese, maths] = [80 + (at % 12), 110 - 3 * (at % 12) - Math.floor(at / 12)];
    return [at < 12 ? "1班" : "2班", `2024${1000 + at}`, `学生${at}`, chinese, maths, chinese + maths];
  });
/** The list with cells changed: by the pupil, from 0, and the column. */
const changed = (change: (cells: unknown[], at: number) => unknown[]) => list().map(change);
const told = (rows: unknown[][], head: unknown[] = HEAD, school: { others?: string[] } = { others: ["第三中学"] }) =>
  withQuestions(
    tabulate(
      { name: "Sheet1", top: 0, left: 0, cells: [head, ...rows] },
      guessColumns([head, ...rows], papers),
      { name: "期末", papers },
      { school: "S01", name: "第一中学", ...school },
    ),
  ).findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`);
/** Without the totals, which other marks would not fit. */
const bare = (change: (cells: unknown[], at: number) => unknown[]) =>
  told(
    changed((cells, at) => change(cells, at).slice(0, 5)),
    HEAD.slice(0, 5),
  );

describe("a plain list", () => {
  test("as it should be is asked nothing", () => {
    expect(told(list())).toEqual([]);
  });

  test("of one mark, or 0, for everybody in a subject, or of one subject pasted twice", () => {
    expect(bare(([own, number, name, chinese]) => [own, number, name, chinese, 75])).toEqual(["query marks-one-value E2"]);
    expect(bare(([own, number, name, chinese]) => [own, number, name, chinese, 0])).toEqual(["query marks-one-value E2"]);
    expect(bare(([own, number, name, chinese]) => [own, number, name, chinese, chinese])).toEqual(["query subjects-alike E2"]);
  });

  test("of 0.5 and 1 in a subject out of 120, or of nothing above 6, and not of low marks that are marks", () => {
    const maths = (mark: (at: number) => unknown) => bare(([own, number, name, chinese], at) => [own, number, name, chinese, mark(at)]);
    expect(maths((at) => (at % 3 === 0 ? 0.5 : 1))).toEqual(["query marks-flags E1"]);
    expect(maths((at) => at % 7)).toEqual(["query marks-flags E1"]);
    expect(maths((at) => (at === 23 ? 6.5 : at % 7))).toEqual([]);
  });

  test("of two marks for 24 pupils in a written paper, and not in what is tested by doing or has no name of a paper", () => {
    const asked = (subject: string, most = 24) => {
      const exam = [paper("语文"), paper(subject)];
      const rows = list()
        .slice(0, most)
        .map((cells, at) => cells.slice(0, 5).with(4, at % 5 === 0 ? 90 : 100));
      const cells = [HEAD.slice(0, 4).concat(subject), ...rows];
      const sheet = { name: "Sheet1", top: 0, left: 0, cells };
      const { findings } = withQuestions(
        tabulate(sheet, guessColumns(cells, exam), { name: "期末", papers: exam }, { school: "S01", name: "第一中学" }),
      );
      return findings.filter(({ code }) => code === "marks-flags").map(({ words }) => words.zh);
    };
    expect(asked("数学")).toEqual([
      "数学实考 24 人只有 90 和 100 两种分数：像是“是否及格”之类的标记，不是卷面分。请核对，填卷面分；确实如此请说明。",
    ]);
    for (const subject of ["体育", "实验操作"]) expect(asked(subject)).toEqual([]);
    expect(asked("数学", 19)).toEqual([]);
  });

  test("that lacks a subject of the exam is asked about it once, by name", () => {
    const lacking = told(
      list().map((cells) => cells.slice(0, 4)),
      HEAD.slice(0, 4),
    );
    expect(lacking).toEqual(["query subjects-lacking A1"]);
  });

  test("with the list of another grade below, under a title, reads its own and says where the other begins", () => {
    const both = (title: unknown[], ...between: unknown[][]) => [...list(), [], title, ...between, HEAD, ...list()];
    for (const title of [["八年级期末成绩"], [null, "初二下学期成绩", "2班"]])
      expect(told(both(title, []))).toEqual([`error list-below ${title[0] ? "A" : "B"}27`]);
    const cells = [HEAD, ...both(["八年级期末成绩"])];
    const { preview, findings } = withQuestions(
      tabulate(
        { name: "Sheet1", top: 0, left: 0, cells },
        guessColumns(cells, papers),
        { name: "期末", papers },
        { school: "S01", name: "第一中学" },
      ),
    );
    expect([preview.pupils, preview.classes.map((one) => one.class)]).toEqual([24, ["1班", "2班"]]);
    expect(findings.map(({ words }) => words.zh)).toEqual([
      "从“八年级期末成绩”这一行起是另一个年级的名单，没有读；现在读的是九年级。请把它移到别的工作表，或从这张表里删去。",
    ]);
    // Its own grade's next class is none, nor is a remark below the list.
    expect(told(both(["九年级2班期末成绩"]))).not.toContain("error list-below A27");
    expect(told([...list(), ["八年级的见另一张表"]]).join()).not.toContain("list-below");
  });

  test("with a class that is away in one subject, at its first pupil", () => {
    expect(bare(([own, number, name, chinese, maths]) => [own, number, name, chinese, own === "2班" ? "缺考" : maths])).toEqual([
      "query absent-many E14",
    ]);
  });

  test("with ten pupils at the pass line 72 and nobody just below it, or ten of 24 exempt", () => {
    expect(bare(([own, number, name, chinese], at) => [own, number, name, chinese, at < 10 ? 72 : 90 + at])).toEqual([
      "query marks-at-line E2",
    ]);
    expect(bare(([own, number, name, chinese, maths], at) => [own, number, name, chinese, at > 13 ? "免考" : maths])).toEqual([
      "query outside-many E16",
    ]);
  });

  test("whose totals fit most pupils, and not some", () => {
    expect(told(changed((cells, at) => (at === 4 || at === 9 ? cells.with(4, 20) : cells)))).toEqual(["query total-differs F6"]);
    // A column that holds something else as well fits nobody.
    expect(told(changed((cells) => cells.with(5, Number(cells[5]) + 50)))).toEqual([]);
  });

  test("whose numbers have lost their digits, though nothing is matched by them", () => {
    expect(told(changed((cells) => cells.with(1, "2.20E+07")))).toEqual(["query number-cut B2"]);
    expect(told(changed((cells, at) => cells.with(1, 3.70811201103001e18 + at * 1000)))).toEqual(["query number-cut B2"]);
  });

  test("that says the grade where the class belongs", () => {
    expect(told(changed((cells) => cells.with(0, "九年级")))).toEqual(["query class-is-grade A2"]);
    expect(told(changed((cells) => cells.with(0, "1班")))).toEqual([]);
  });

  test("with a name for every pupil's class is an error at its header, and no classes that vanish", () => {
    const named = (classes: number) => told(changed((cells, at) => cells.with(0, `班${at % classes}`)));
    expect(named(13)).toEqual(["error class-each A1"]);
    expect(named(12)).toEqual([]);
    expect(
      told(
        list()
          .slice(0, 9)
          .map((cells, at) => cells.with(0, `${at}班`)),
      ),
    ).toEqual([]);
  });

  test("of converted marks, 百分制 for a paper of 120", () => {
    expect(told(list(), HEAD.with(3, "语文(百分制)"))).toEqual(["query header-full D1"]);
    expect(told(list(), HEAD.with(3, "语文（120分制）"))).toEqual([]);
  });

  test("beside another subject's list says nothing of states that are that list's", () => {
    const head = [...HEAD, null, "姓名", "英语"];
    expect(
      told(
        changed((cells, at) => [...cells, null, "某", at === 3 ? "缺考" : 80]),
        head,
      ),
    ).toEqual(["query row-state I5"]);
    expect(
      told(
        changed((cells, at) => [...cells, null, "某", at === 3 ? "缺考" : 80]),
        head.with(8, "语文"),
      ),
    ).not.toContain("query row-state I5");
  });

  test("beside a summary says nothing of the states in its headers", () => {
    const states = ["缺考", "免考", "转出"];
    const wide = [...HEAD, ...Array<null>(6).fill(null)];
    const beside = (own: unknown[]) =>
      told(
        changed((cells, at) => (at === 5 ? [...cells, null, ...own] : cells)),
        wide,
      );
    expect(beside(["班级", "实考", ...states])).toEqual([]);
    expect(beside(["缺考"])).toEqual(["query row-state H7"]);
  });

  test("with rows of another school is not called another region's by who knows no other school", () => {
    const head = ["学校", ...HEAD];
    const rows = list().map((cells, at) => [at < 20 ? "第一中学" : "第二中学", ...cells]);
    expect(told(rows, head, {})).toEqual([]);
    expect(told(rows, head)).toEqual(["query school-unknown A1"]);
  });
});
