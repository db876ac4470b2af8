import { describe, expect, test } from "vitest";
import { type Paper, type Slice, submissionBody } from "../../shared/contract.ts";
import { checkSubmission } from "../../shared/submission.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, type Mapping, tabulate } from "../../shared/tabulate.ts";

const lines = { pass: null, excellent: null, low: null };
const paper = (subject: string, over: Partial<Paper> = {}): Paper => ({
  stage: "junior",
  grade: 9,
  subject,
  full: 100,
  grid: 2,
  lines,
  before: null,
  ...over,
});
const exam = { name: "期末", papers: [paper("语文"), paper("数学")] };
const school = { school: "S01", name: "第一中学" };

/** Rows as they would stand in a sheet from A1. */
const sheet = (...cells: unknown[][]) => ({ top: 0, left: 0, cells });
const guess = (cells: unknown[][], papers: Paper[] = exam.papers) => guessColumns(cells, papers);
const read = (cells: unknown[][], over: Partial<Mapping> = {}) =>
  withQuestions(tabulate(sheet(...cells), { ...guess(cells), ...over }, exam, school));
const pupils = (count: number, row: unknown[]) => Array.from({ length: count }, () => row);
const of = (slices: readonly Slice[], subject: string | null, name: string | null = null) =>
  slices.find((slice) => slice.subject === subject && slice.class === name);

describe("guessColumns", () => {
  test("finds the headers under a title and leaves names and numbers alone", () => {
    const cells = [["九年级期末成绩"], ["学号", "姓名", "班级", "语文成绩", "数 学", "总分"], ["001", "甲", 1, 80, 90, 170]];
    expect(guess(cells)).toMatchObject({
      header: 1,
      school: null,
      class: 2,
      subjects: [
        { subject: "语文", column: 3, before: null },
        { subject: "数学", column: 4, before: null },
      ],
    });
  });

  test("knows a subject by its other names, the exact name first", () => {
    const papers = [paper("chemistry"), paper("政治")];
    expect(guess([["School", "Chemistry score", "化学", "道德与法治(60)"]], papers).subjects).toEqual([
      { subject: "chemistry", column: 1, before: null },
      { subject: "政治", column: 3, before: null },
    ]);
  });

  test("does not take a rank for a mark", () => {
    expect(guess([["班级", "语文名次", "语文", "数学排名"]]).subjects).toEqual([{ subject: "语文", column: 2, before: null }]);
  });

  test("finds the entry mark of a paper that asks for one", () => {
    const before = { name: "GCSE", full: 8, grid: 1000 as const };
    expect(guess([["school", "GCSE", "chemistry"]], [paper("chemistry", { before })]).subjects[0]?.before).toBe(1);
    expect(
      guess([["语文入学", "数学入学", "语文", "数学"]], [paper("语文", { before }), paper("数学", { before })]).subjects.map(
        (one) => one.before,
      ),
    ).toEqual([0, 1]);
    expect(guess([["入学成绩", "语文"]], [paper("语文", { before })]).subjects[0]?.before).toBe(0);
    expect(guess([["入学成绩", "语文"]], [paper("语文")]).subjects[0]?.before).toBeNull();
  });

  test("says that there is no header where nothing is recognised", () => {
    expect(
      guess([
        [80, 90],
        [70, 60],
      ]),
    ).toMatchObject({ header: null, subjects: [] });
  });
});

describe("tabulate", () => {
  const header = ["学校", "班级", "姓名", "语文", "数学"];

  test("counts marks on the half-mark grid and every state, for the grade", () => {
    const { slices, findings } = read([
      header,
      ["第一中学", "1", "甲", 60, "４０．５"],
      ["S01", "1", "乙", "缺考", 0],
      ["第一中学", "1", "丙", 60, "转出"],
    ]);
    // Whoever has left in one subject has hardly sat another.
    expect(findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual(["left-and-sat E4"]);
    expect(of(slices, "语文")?.scores).toEqual({
      grid: 2,
      states: { sat: 2, absent: 1, deferred: 0, exempt: 0, misconduct: 0, left: 0 },
      counts: [[120, 2]],
    });
    expect(of(slices, "数学")?.scores?.counts).toEqual([
      [0, 1],
      [81, 1],
    ]);
    expect(of(slices, "数学")?.scores?.states.left).toBe(1);
  });

  test("sends nothing that names a pupil, a class row or another school", () => {
    const { slices } = read([header, ["第一中学", "1", "王小明", 60, 70], ["第二中学", "1", "李小红", 99, 98]]);
    expect(JSON.stringify(slices)).not.toMatch(/王小明|李小红|第二中学|198/);
  });

  test("leaves out the rows of other schools and counts them", () => {
    const { preview } = read([
      header,
      ["第一中学", "1", "甲", 60, 70],
      ...pupils(3, ["第二中学", "1", "乙", 99, 98]),
      [" s01 ", "1", "丙", 50, 50],
    ]);
    expect(preview.pupils).toBe(2);
    expect(preview.otherSchools).toEqual([{ school: "第二中学", rows: 3 }]);
  });

  test("matches a school code kept as a number", () => {
    const cells = [header, [37081101, "1", "甲", 60, 70]];
    expect(withQuestions(tabulate(sheet(...cells), guess(cells), exam, { school: "37081101", name: "第一中学" })).preview.pupils).toBe(1);
  });

  test("leaves out the rows of other grades where a column names the grade", () => {
    const cells = [
      ["年级", "语文", "数学"],
      ["九年级", 60, 70],
      ["初三", 50, 50],
      [8, 99, 98],
      ["９", 40, 40],
    ];
    const { preview, slices } = withQuestions(tabulate(sheet(...cells), guess(cells), exam, school));
    expect([preview.pupils, preview.otherGrades, of(slices, "语文")?.scores?.states.sat]).toEqual([3, 1, 3]);
  });

  test("a class of ten goes on its own, a class of nine with its grade only", () => {
    const classes = [...pupils(10, ["第一中学", "1班", "", 60, 70]), ...pupils(9, ["第一中学", 2, "", 50, 60])];
    const { slices, preview } = read([header, ...classes, ...pupils(4, ["第一中学", 3, "", 50, 60])]);
    expect(of(slices, "语文", "1班")?.scores?.states.sat).toBe(10);
    expect(of(slices, "语文", "2")).toBeUndefined();
    expect(of(slices, "语文")?.scores?.states.sat).toBe(23);
    expect(preview.classes).toMatchObject([
      { class: "1班", pupils: 10, sent: true, small: false },
      { class: "2", pupils: 9, sent: false, small: true },
      { class: "3", pupils: 4, sent: false },
    ]);
  });

  test("the smallest class stays with its grade where the grade less the classes would show a small one", () => {
    const classes = [...pupils(30, ["第一中学", "1班", "", 60, 70]), ...pupils(20, ["第一中学", "2班", "", 60, 70])];
    const { preview } = read([header, ...classes, ...pupils(3, ["第一中学", "3班", "", 50, 60])]);
    expect(preview.classes.map(({ sent }) => sent)).toEqual([true, false, false]);
  });

  test("a class of ten with one who left goes with its grade only", () => {
    const { slices } = read([header, ...pupils(9, ["第一中学", "1", "", 60, 70]), ["第一中学", "1", "", "转出", "转出"]]);
    expect(slices.map((slice) => slice.class)).toEqual([null, null, null]);
  });

  test("judges all subjects of a pupil together: exempt is left out, absent did not pass, left is no pupil", () => {
    const rows = [
      [60, 60],
      [60, 59.5],
      [60, "免考"],
      [60, "缺考"],
      ["转出", 90],
      ["免考", "免考"],
      ["缓考", "违纪"],
    ];
    const { slices } = read([header, ...rows.map((marks) => ["S01", "1", "", ...marks])]);
    expect(of(slices, null)?.joint).toEqual({
      pupils: 5,
      passed: 2,
      lowest: [
        [59, 1],
        [60, 2],
      ],
      papers: { 语文: { full: 100, pass: 60 }, 数学: { full: 100, pass: 60 } },
    });
  });

  test("counts nothing over all subjects while a paper has no column, and says which", () => {
    const { slices, preview } = read([["语文"], [60]]);
    expect(preview.unmapped).toEqual(["数学"]);
    expect(slices.map(({ subject }) => subject)).toEqual(["语文"]);
  });

  test("sums matched pairs on their grids and counts who has only one mark", () => {
    const papers = [paper("chemistry", { full: 10, before: { name: "GCSE", full: 8, grid: 1000 } })];
    const cells = [
      ["GCSE", "chemistry"],
      [5.125, 8],
      [6.5, 10],
      [null, 4],
      [7, "absent"],
      [7, "left"],
    ];
    const { slices, findings } = withQuestions(tabulate(sheet(...cells), guess(cells, papers), { name: "A", papers }, school));
    expect(slices[0]?.pairs).toEqual({
      grid: { before: 1000, after: 2 },
      matched: 2,
      unmatched: 2,
      before: 11625,
      after: 36,
      before2: 5125 ** 2 + 6500 ** 2,
      after2: 16 ** 2 + 20 ** 2,
      product: 5125 * 16 + 6500 * 20,
    });
    expect(findings).toMatchObject([{ level: "query", cell: "A1" }]);
  });

  test("ends the list at its last mapped column, so a table beside it is no part of it", () => {
    const { findings, preview } = read([
      header,
      ["S01", "1", "甲", 60, 70, null, "合计", 1],
      [null, null, null, null, null, null, "平均分", 65],
    ]);
    expect([findings, preview.pupils, preview.address]).toEqual([[], 1, "A1:E2"]);
  });
});

test("what it makes is what the Worker takes", () => {
  const before = { name: "入学", full: 100, grid: 2 as const };
  const papers = [paper("语文", { before }), paper("数学")];
  const cells = [
    ["班级", "语文入学", "语文", "数学"],
    ...pupils(12, ["1", 70, 80.5, 90]),
    ...pupils(11, ["2", 60, 90, 90]),
    ...pupils(3, ["3", null, "缺考", 30]),
    ["1", 10, "转出", "转出"],
  ];
  const { slices } = withQuestions(tabulate(sheet(...cells), guess(cells, papers), { name: "期末", papers }, school));
  const collection = {
    name: "期末",
    form: "exam" as const,
    period: "2024-2025-2",
    exam: { name: "期末", papers },
    opens: null,
    closes: null,
    required: null,
    baseline: null,
    definitions: null,
    indicators: null,
  };
  const body = submissionBody.parse({ definitions: "1", slices });
  expect(checkSubmission(body, collection, { stages: ["junior"] })).toEqual([]);
  expect(slices).toHaveLength(5);
});

describe("findings", () => {
  const header = ["学校", "班级", "姓名", "语文", "数学"];
  const cellsOf = (rows: unknown[][], over: Partial<Mapping> = {}) => {
    const { findings, slices } = read([header, ["S01", "1", "甲", 60, 70], ...rows], over);
    expect(slices).toEqual([]);
    return findings.map(({ level, cell }) => `${level} ${cell}`);
  };

  test.each([
    ["a blank", null],
    ["spaces", "　"],
    ["a word", "病假"],
    ["a mark above full", 100.5],
    ["a mark below 0", -1],
    ["a mark off the grid", 59.9],
    ["an error value", "#N/A"],
    ["a truth value", true],
    ["a header in the middle", "数学"],
  ])("%s is an error at its cell, and nothing is sent", (_, cell) => {
    expect(cellsOf([["S01", "1", "乙", 80, cell]])).toEqual(["error E3"]);
  });

  test("says which findings a state written into the blank cell would settle", () => {
    const { findings } = read([header, ["S01", "1", "甲", null, "  "], ["S01", null, "乙", 60, "病假"]]);
    expect(findings.map(({ cell, blank }) => [cell, blank])).toEqual([
      ["D2", true],
      ["E2", undefined],
      ["B3", undefined],
      ["E3", undefined],
    ]);
  });

  test("the address counts from where the rectangle begins", () => {
    const cells = [
      ["语文", "数学"],
      [60, null],
    ];
    const { findings } = withQuestions(tabulate({ top: 4, left: 26, cells }, guess(cells), exam, school));
    expect(findings.map(({ cell }) => cell)).toEqual(["AB6"]);
  });

  test("a line of totals under the pupils is an error, once", () => {
    expect(
      cellsOf([
        ["", "", "平均分", 60, 70],
        [null, "合计", null, 120, 140],
      ]),
    ).toEqual(["error C3", "error B4"]);
  });

  test("a school or class lost to merged cells is an error at each cell", () => {
    expect(cellsOf([[null, null, "乙", 80, 80]])).toEqual(["error A3", "error B3"]);
  });

  test("a class name that cannot be sent is an error", () => {
    expect(cellsOf([["S01", "1/2", "乙", 80, 80]])).toEqual(["error B3"]);
  });

  test("a line break inside a class is told with the first of its cells, and the class is read without it", () => {
    const rows = Array.from({ length: 12 }, (_, at) => [
      "S01",
      at < 2 ? "1" : at === 5 ? "\n三班\n" : "三\n班",
      `甲${at}`,
      60 + (at % 7),
      70 + (at % 7),
    ]);
    const { findings, preview } = read([header, ...rows]);
    expect(findings.map(({ level, code, cell, words }) => [level, code, cell, /\d+/.exec(words.zh)?.[0]])).toEqual([
      ["query", "class-broken", "B4", "9"],
    ]);
    expect(preview.classes.map((one) => one.class)).toEqual(["1", "三班"]);
  });

  test("a sheet without a pupil of the school is an error that names the school", () => {
    const { findings, slices } = read([header, ["第二中学", "1", "甲", 60, 70]]);
    expect(slices).toEqual([]);
    expect(findings).toMatchObject([{ level: "error", cell: "A1", words: { zh: expect.stringContaining("第一中学") } }]);
  });

  test("a pupil's number that stands twice is an error naming both cells; rows alike without one are asked about", () => {
    const list = (numbers: readonly unknown[], name = "乙") =>
      read([["学号", "班级", "姓名", "语文", "数学"], ...numbers.map((number, at) => [number, "1", `${name}${at}`, 60, 70 + at])]).findings;
    const found = list(["012", 13, "13 ", "14/1", "１４/1"]);
    expect(found.map(({ level, code, cell }) => `${level} ${code} ${cell}`)).toEqual(["error number-twice A4", "error number-twice A6"]);
    expect(found[0]?.words.zh).toContain("学号和 A3 相同");
    expect(list(["012", "12", null, "无", "无"])).toEqual([]);
    const rows = [header, ["S01", "1", "甲", 60, 70], ["S01", "1", "乙", 60, 70], ["S01", "1", "甲 ", 60, 70], ["S01", "1", null, 60, 70]];
    const alike = read([...rows, ["S01", "1", null, 60, 70]]).findings;
    expect(alike.map(({ level, code, cell }) => `${level} ${code} ${cell}`)).toEqual(["error row-nobody C5", "query row-twice C4"]);
  });

  test("a header says that it is one", () => {
    const { findings } = read([header, ["S01", "1", "乙", "语文成绩", 80]]);
    expect(findings[0]?.words.zh).toContain("表头");
  });
});
