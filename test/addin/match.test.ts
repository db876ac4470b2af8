/** Two exams matched by pupil number; the sums are held against SQLite's own join of the same rows. */
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pairs, Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { type Earlier, guessColumns, guessEarlier, tabulate } from "../../shared/tabulate.ts";

const paper = (subject: string, before: Paper["before"]): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 120, grid: 2, before },
  lines: { pass: null, excellent: null, low: null },
});
const exam = { name: "期末", papers: [paper("语文", null), paper("数学", { name: "入学数学", full: 100, grid: 2 })] };
const school = { school: "S01", name: "第一中学" };
const HEAD = ["班级", "学号", "语文", "数学"];

function read(rows: unknown[][], earlierRows: unknown[][], zerosCount = true) {
  const cells = [HEAD, ...rows];
  const earlierCells = [["学号", "姓名", "数学"], ...earlierRows];
  const mapping = { ...guessEarlier(earlierCells, exam.papers), zerosCount };
  const earlier: Earlier = { name: "入学", sheet: { top: 0, left: 0, cells: earlierCells }, mapping };
  const { findings, preview, slices } = withQuestions(
    tabulate({ top: 0, left: 0, cells }, guessColumns(cells, exam.papers), exam, school, earlier),
  );
  const pairs = slices.find(({ subject, class: own }) => subject === "数学" && own === null)?.pairs;
  const said = findings.map(({ level, list, cell, words }) => `${level} ${list ?? ""}!${cell} ${words.zh}`);
  return { said, errors: said.filter((one) => one.startsWith("error")), pairs, matching: preview.matching };
}
const pupil = (number: unknown, mark: unknown = 80) => ["1班", number, 90, mark];

describe("numbers, however they are kept", () => {
  test.each([
    ["a number and its text", 12, "12"],
    ["full-width digits and spaces", "００12", " 0012 "],
    ["letters, large and small", "g37081100012", "G37081100012"],
    ["a text made one by an apostrophe", "'0012", "0012"],
  ])("%s are the same pupil", (_, here, there) => {
    const { said, pairs, matching } = read([pupil(here)], [[there, "甲", 70]]);
    expect(said).toEqual([]);
    expect(matching).toEqual({ matched: 1, unmatched: 0, unused: 0 });
    expect(pairs).toMatchObject({ matched: 1, unmatched: 0, before: 140, after: 160, product: 22400 });
  });

  test("0012 and 12 are not joined until a person says that zeros do not count", () => {
    const rows = [pupil("0012"), pupil("0013")];
    const earlier = [
      [12, "甲", 70],
      ["0013", "乙", 60],
    ];
    const strict = read(rows, earlier);
    expect(strict.errors).toEqual([expect.stringMatching(/^error !B2 学号与另一处只差前面的 0/)]);
    expect(strict.pairs).toBeUndefined();
    const loose = read(rows, earlier, false);
    expect(loose.said).toEqual([]);
    expect(loose.pairs).toMatchObject({ matched: 2, before: 260 });
  });

  test("0012 beside 12 in one list is told at both, whatever zeros count for", () => {
    const rows = [pupil("0012"), pupil(12)];
    expect(read(rows, [["0012", "甲", 70]]).errors.map((one) => one.slice(0, 9))).toEqual(["error !B2", "error !B3"]);
    expect(read(rows, [["0012", "甲", 70]], false).errors.map((one) => one.slice(0, 13))).toEqual(["error !B2 学号重", "error !B3 学号重"]);
  });

  test("a number that Excel has cut to 15 digits, a fraction and a word are refused at their cell", () => {
    const { errors } = read([pupil(370811200801010000), pupil("3.70811E+17"), pupil(1.5), pupil("学生甲"), pupil("7")], [["7", "甲", 70]]);
    expect(errors).toEqual([
      expect.stringMatching(/^error !B2 .*15 位以后/),
      expect.stringMatching(/^error !B3 .*15 位以后/),
      expect.stringMatching(/^error !B4 1\.5不是学号/),
      expect.stringMatching(/^error !B5 “学生甲”不是学号/),
    ]);
  });
});

describe("what cannot be matched", () => {
  test("duplicates are errors at every place, in the list where they stand", () => {
    expect(read([pupil("1"), pupil("1"), pupil("2")], [["2", "乙", 60]]).errors).toEqual([
      expect.stringMatching(/^error !B2 学号重复/),
      expect.stringMatching(/^error !B3 学号重复/),
    ]);
    const { errors, pairs } = read(
      [pupil("1"), pupil("2")],
      [
        ["1", "甲", 60],
        ["1", "甲", 70],
        ["2", "乙", 60],
      ],
    );
    expect(errors).toEqual([expect.stringMatching(/^error 入学!A2 学号重复/), expect.stringMatching(/^error 入学!A3 学号重复/)]);
    expect(pairs).toBeUndefined();
  });

  test("who is in one list only is counted on either side, and stops nothing", () => {
    const { said, matching, pairs } = read(
      [pupil("1"), pupil("2"), pupil(null)],
      [
        ["1", "甲", 60],
        ["8", "丙", 60],
        ["9", "丁", 60],
        [null, "戊", 60],
        ["合计", null, 240],
      ],
    );
    expect(matching).toEqual({ matched: 1, unmatched: 2, unused: 2 });
    expect(pairs).toMatchObject({ matched: 1, unmatched: 2 });
    expect(said).toEqual([
      expect.stringMatching(/^query 入学!A5 .*没有学号/),
      expect.stringMatching(/^query 入学!A6 .*没有学号/),
      expect.stringMatching(/^query !B4 没有学号/),
      expect.stringMatching(/^query !B1 数学有 2 名学生/),
    ]);
  });

  test("marks outside the earlier paper's scale are errors at their cell; a pupil who was absent then has no earlier mark", () => {
    const { said } = read(
      ["1", "2", "3", "4", "5"].map((number) => pupil(number)),
      [
        ["1", "甲", 101],
        ["2", "乙", -1],
        ["3", "丙", 70.25],
        ["4", "丁", "优"],
        ["5", "戊", "缺考"],
      ],
    );
    expect(said).toEqual([
      expect.stringMatching(/^error 入学!C2 .*超过满分 100/),
      expect.stringMatching(/^error 入学!C3 .*小于 0/),
      expect.stringMatching(/^error 入学!C4 .*整数倍/),
      expect.stringMatching(/^error 入学!C5 .*不是分数/),
      expect.stringMatching(/^query !B1 数学有 5 名学生/),
    ]);
  });

  test("a list without numbers is asked for them", () => {
    const cells = [
      ["班级", "语文", "数学"],
      ["1班", 90, 80],
    ];
    const earlierCells = [
      ["学号", "数学"],
      ["1", 70],
    ];
    const mapping = guessEarlier(earlierCells, exam.papers);
    const earlier = { name: "入学", sheet: { top: 0, left: 0, cells: earlierCells }, mapping };
    const columns = guessColumns(cells, exam.papers);
    const { findings, slices } = withQuestions(tabulate({ top: 0, left: 0, cells }, columns, exam, school, earlier));
    expect(findings[0]).toMatchObject({ level: "error", cell: "A1", words: { zh: expect.stringContaining("学号所在的列") } });
    expect(slices).toEqual([]);
  });
});

test("the earlier list's columns are guessed under a title, by the earlier mark's own name or the subject's", () => {
  expect(guessEarlier([["七年级入学考试"], ["姓名", "学籍号", "语文", "数学成绩"]], exam.papers)).toEqual({
    ...{ header: 1, number: 1, zerosCount: true },
    subjects: [{ subject: "数学", column: 3 }],
  });
  expect(guessEarlier([["学号", "数学", "入学数学"]], exam.papers).subjects).toEqual([{ subject: "数学", column: 2 }]);
});

test("the sums are those of a join in SQLite, in whatever order the rows stand", () => {
  const marks = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
  const listOf = (min: number) =>
    fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.oneof(marks, fc.constant("缺考"))), {
      minLength: min,
      maxLength: 50,
      selector: ([id]) => id,
    });
  fc.assert(
    fc.property(listOf(1), listOf(0), fc.boolean(), (now, then, asText) => {
      const kept = (id: number) => (asText ? `2024${id}` : Number(`2024${id}`));
      const { errors, pairs, matching } = read(
        now.map(([id, mark]) => pupil(`2024${id}`, mark)),
        then.map(([id, mark]) => [kept(id), "甲", mark]),
      );
      expect(errors).toEqual([]);
      expect({ pairs, matching }).toEqual(joined(now, then));
    }),
    { numRuns: 150 },
  );
});

type Listed = readonly (readonly [number, number | string])[];

/** The same by SQLite: half marks are whole numbers there. */
function joined(now: Listed, then: Listed) {
  const db = new DatabaseSync(":memory:");
  db.exec("CREATE TABLE a (id INTEGER, mark INTEGER); CREATE TABLE b (id INTEGER, mark INTEGER)");
  const half = (mark: number | string) => (typeof mark === "number" ? mark * 2 : null);
  for (const [id, mark] of now) db.prepare("INSERT INTO a VALUES (?, ?)").run(id, half(mark));
  for (const [id, mark] of then) db.prepare("INSERT INTO b VALUES (?, ?)").run(id, half(mark));
  const one = (sql: string) => db.prepare(sql).get() as Record<string, number>;
  const sums = one(`SELECT count(*) AS matched, coalesce(sum(b.mark), 0) AS before, coalesce(sum(a.mark), 0) AS after,
    coalesce(sum(b.mark * b.mark), 0) AS before2, coalesce(sum(a.mark * a.mark), 0) AS after2, coalesce(sum(a.mark * b.mark), 0) AS product
    FROM a JOIN b USING (id) WHERE a.mark IS NOT NULL AND b.mark IS NOT NULL`);
  const { both } = one("SELECT count(*) AS both FROM a JOIN b USING (id)") as { both: number };
  db.close();
  const grid = { before: 2, after: 2 };
  const pairs = { grid, ...sums, unmatched: now.length - (sums.matched as number) } as unknown as Pairs;
  return { pairs, matching: { matched: both, unmatched: now.length - both, unused: then.length - both } };
}
