/** Headers of two rows, merged as school systems export them, through the reader of files. */
import { describe, expect, test } from "vitest";
import { listsOf } from "../../addin/files/lists.ts";
import { readFile } from "../../addin/files/read.ts";
import type { Sheet as List } from "../../addin/host.ts";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessIn, tabulate, withOneHeader } from "../../shared/tabulate.ts";
import { withoutOpenpyxl, writtenBy } from "../tools/openpyxl.ts";

const paper = (subject: string, before: string | null = null): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 100, grid: 2 },
  before: before === null ? null : { name: before, full: 100, grid: 2 },
  lines: { pass: null, excellent: null, low: null },
});
const papers = [paper("语文"), paper("数学", "入学数学")];

function read(list: List) {
  const mapping = guessIn(list, papers, "期末");
  const { findings, preview, slices } = withQuestions(
    tabulate(list, mapping, { name: "期末", papers }, { school: "S01", name: "第一中学" }),
  );
  return { mapping, preview, slices, told: findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`) };
}
const pupils = Array.from({ length: 12 }, (_, at) => ["1班", `22${10 + at}`, `某${at}`, 80 - (at % 7), 90 - (at % 8), 70 - (at % 5)]);
const list = (...cells: unknown[][]): List =>
  withOneHeader({ ...{ name: "成绩", address: "", top: 0, left: 0, hiddenRows: [], merged: [] }, cells });

describe("headers of two rows", () => {
  test.skipIf(withoutOpenpyxl)("are read from a file: the lower cell, or the one that is merged down", () => {
    const bytes = writtenBy(`
sheet = book.active
sheet.append(['第一中学九年级期末成绩'])
sheet.append(['班级', '学号', '姓名', '各科成绩', None, '入学数学'])
sheet.append([None, None, None, '语文', '数学'])
for at in range(12): sheet.append(['1班', str(2210 + at), '某%d' % at, 80 - at % 7, 90 - at % 8, 70 - at % 5])
for cells in ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3']: sheet.merge_cells(cells)
`);
    const [only] = listsOf(readFile(bytes, undefined, "成绩.xlsx"), "成绩");
    const { mapping, preview, told, slices } = read(only as List);
    expect(told).toEqual([]);
    expect(mapping).toMatchObject({ header: 2, class: 0, number: 1 });
    expect(mapping.subjects).toEqual([
      { subject: "语文", column: 3, before: null },
      { subject: "数学", column: 4, before: 5 },
    ]);
    expect([preview.pupils, preview.classes.map((one) => one.class), preview.address]).toEqual([12, ["1班"], "A3:F15"]);
    expect(slices.length).toBeGreaterThan(0);
    // Nothing of the headers is said to count as blank.
    expect(only?.merged).toEqual([]);
  });

  test("without a merge are the same, and what is no subject comes down as well", () => {
    const rows = [["班级", "学号", "姓名", "期末成绩", null, "校次"], [null, null, null, "语文", "数学", null], ...pupils];
    const { mapping, told } = read(list(...rows));
    expect(told).toEqual([]);
    expect(mapping).toMatchObject({ header: 1, class: 0, number: 1 });
  });

  test("whose groups name the exams tell which 语文 is meant", () => {
    const rows = [
      ["班级", "学号", "姓名", "入学成绩", null, "期末成绩", null],
      [null, null, null, "语文", "数学", "语文", "数学"],
      ...pupils.map((row) => [...row, 60]),
    ];
    const { mapping } = read(list(...rows));
    expect(mapping.subjects).toEqual([
      { subject: "语文", column: 5, before: null },
      { subject: "数学", column: 6, before: 4 },
    ]);
  });

  test("are none where one row has them all, whatever stands over it", () => {
    const heads = ["班级", "学号", "姓名", "语文", "数学", null];
    const titled: unknown[][] = [["第一中学九年级期末成绩"], ["班级：1班", null, null, null, null, "单位：分"], heads, ...pupils];
    expect(list(...titled).cells).toEqual(titled);
    expect(list(heads, [null, null, null, "分数", "分数", null], ...pupils).cells[1]).toEqual([null, null, null, "分数", "分数", null]);
  });
});
