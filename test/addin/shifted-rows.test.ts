/** A row of a plain list that has a field fewer than the headers: its marks stand under other subjects. */
import { expect, test } from "vitest";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";

const papers = ["语文", "数学", "英语"].map(
  (subject): Paper => ({
    ...{ stage: "junior", grade: 9, subject, full: 120, grid: 2 },
    before: subject === "数学" ? { name: "入学数学", full: 120, grid: 2 } : null,
    lines: { pass: null, excellent: null, low: null },
  }),
);
const HEAD = ["班级", "学号", "姓名", "语文", "数学", "英语", "入学数学"];
const ROWS = Array.from({ length: 12 }, (_, at) => ["1班", `202201${at + 10}`, `学生${at}`, 70 + at, 95 - at, 61 + at, 88 - at]);
const told = (rows: unknown[][], head = HEAD) => {
  const cells = [head, ...rows];
  const read = withQuestions(
    tabulate(
      { name: "Sheet1", top: 0, left: 0, cells },
      guessColumns(cells, papers),
      { name: "期末", papers },
      { school: "S01", name: "第一中学" },
    ),
  );
  return { sent: read.slices.length > 0, findings: read.findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`), read };
};
const without = (column: number) => ROWS.map((row, at) => (at === 4 ? [...row.slice(0, column), ...row.slice(column + 1), null] : row));

test("is an error at its cell, also where only an entry mark is blank by it, and is not asked about as a row without a name", () => {
  const { sent, findings, read } = told(without(1));
  expect([sent, findings.filter((one) => one.endsWith("C6"))]).toEqual([false, ["error row-shifted C6"]]);
  expect(read.findings.find(({ code }) => code === "row-shifted")?.words.zh).toBe(
    "有 1 行看来少了一栏，往左错了一列（C6 应是姓名，现在是数；最后一列是空的）：请补上缺的那一栏，让每个数回到自己的表头下。",
  );
});

test("is not told of sound rows, of a pupil without an entry mark, of lists of numbers for names, nor of a table of statistics below", () => {
  expect(told(ROWS).findings.join()).not.toContain("row-shifted");
  expect(told(ROWS.map((row, at) => (at === 4 ? [...row.slice(0, 6), null] : row))).findings.join()).not.toContain("row-shifted");
  expect(told(ROWS.map((row, at) => [...row.slice(0, 2), 1000 + at, ...row.slice(3, 6), null])).findings.join()).not.toContain(
    "row-shifted",
  );
  const coded = (row: (typeof ROWS)[number], at: number) => [...row.slice(0, 2), 1000 + at, ...row.slice(3, 6), at < 3 ? null : row[6]];
  expect(told(ROWS.map(coded)).findings.join()).not.toContain("row-shifted");
  expect(told([...ROWS, ["1班", "人数", 12, 12, 12, 12, 12]]).findings.join()).not.toContain("row-shifted");
});
