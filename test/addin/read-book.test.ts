/** The whole open workbook, as the fake Excel hands it over, is what a file of it would be read as. */
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../addin/files/read.ts";
import { excelWorkbook } from "../../addin/workbook.ts";
import type { ReadBook } from "../../shared/handin/book.ts";
import type { Template } from "../../shared/template/layout.ts";
import { type FakeBook, type FakeSheet, installExcel } from "./fake-excel.ts";

const never = new AbortController().signal;
const silent = () => undefined;
const open = (sheets: FakeSheet[], more: Partial<FakeBook> = {}) => {
  const book = installExcel({ sheets, ...more });
  return { book, workbook: excelWorkbook() };
};

describe("readBook", () => {
  const sheets: FakeSheet[] = [
    {
      ...{ name: "成绩 九年级", merged: ["A1:C1"], hidden: [3] },
      cells: [
        ["标题", "", "", ""],
        ["班级", "学号", "语文", ""],
        ["1班", "0012", 80.5, "=C3*2"],
        ["", "", "", ""],
        ["2班", "0013", "缺考", '=IF(C5="","",1)'],
      ],
      results: { D3: 161, D5: "" },
    },
    {
      name: "模板信息",
      cells: [
        ["", "", ""],
        ["", "a", true],
      ],
      visibility: "Hidden",
    },
    { name: "空", cells: [], visibility: "VeryHidden" },
  ];

  test("agrees cell by cell with a file of the same workbook, hidden sheets and rows and merges included", async () => {
    const [scores, meta, empty] = sheets as [FakeSheet, FakeSheet, FakeSheet];
    const file = readWorkbook(
      await writeXlsx({
        sheets: [
          {
            ...{
              name: scores.name,
              merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
              rowDefs: new Map([[3, { hidden: true }]]),
            },
            cells: new Map(
              scores.cells.flatMap((row, at) =>
                row.flatMap((cell, column) => {
                  if (cell === "") return [];
                  const formula = typeof cell === "string" && cell.startsWith("=") ? cell.slice(1) : null;
                  const result = scores.results?.[`D${at + 1}`] ?? "";
                  return [[`${at},${column}`, formula === null ? { value: cell } : { formula, formulaResult: result as string }] as const];
                }),
              ),
            ),
          },
          { name: meta.name, hidden: true, rows: [[], [null, "a", true]] },
          { name: empty.name, veryHidden: true, rows: [] },
        ],
      }),
    );
    const plain = ({ sheets: all }: Pick<ReadBook, "sheets">) =>
      all.map(({ name, state, rows, formulas, merges, hiddenRows }) => ({
        ...{ name, state, rows, merges, hiddenRows: [...hiddenRows], formulas: [...formulas].map(([key, text]) => [key, String(text)]) },
      }));
    const read = (await open(sheets).workbook.readBook(silent, never)) as ReadBook;
    expect(plain(read)).toEqual(plain(file));
    expect([read.format, file.format]).toEqual(["xlsx", "xlsx"]);
  });

  test("dates and errors are told apart from marks and texts", async () => {
    const sheet: FakeSheet = { name: "x", cells: [[45000, "#DIV/0!", "#说明"]], format: "yyyy/m/d" };
    const read = (await open([sheet]).workbook.readBook(silent, never)) as ReadBook;
    expect(read.sheets[0]?.rows).toEqual([[{ date: 45000 }, { error: "#DIV/0!" }, "#说明"]]);
  });

  test("reads a large workbook in parts, tells how far it is, and can be broken off", async () => {
    const cells = Array.from({ length: 3_000 }, (_, row) => Array.from({ length: 12 }, (_, column) => row + column));
    const { book, workbook } = open([{ name: "大", cells }]);
    const told: number[] = [];
    await workbook.readBook((done) => told.push(done), never);
    expect(Math.max(...book.read)).toBeLessThanOrEqual(4 * 8_000);
    expect(told).toEqual([0, 7_992, 15_984, 23_976, 31_968]);
    const stop = new AbortController();
    expect(await workbook.readBook(() => stop.abort(), stop.signal)).toBeNull();
  });
});

describe("openTemplate", () => {
  const template = { sheets: [{ name: "填表说明" }, { name: "成绩 九年级" }] } as unknown as Template;
  const bytes = async () => Uint8Array.from({ length: 70_000 }, (_, at) => at % 251);

  test("puts the sheets at the end of this workbook, and shows the first", async () => {
    const { book, workbook } = open([{ name: "Sheet1", cells: [] }], { incoming: ["填表说明", "成绩 九年级"] });
    expect(await workbook.openTemplate(template, bytes)).toBe("here");
    expect([book.sheets.map(({ name }) => name), book.active]).toEqual([["Sheet1", "填表说明", "成绩 九年级"], 1]);
    expect(Uint8Array.from(Buffer.from(book.inserted[0] as string, "base64"))).toEqual(await bytes());
  });

  test.each([
    ["an Excel that cannot put sheets in", { api: 12 }, "Sheet1"],
    ["a workbook that has a sheet of the name", {}, "填表说明"],
  ])("%s opens it as a workbook of its own", async (_, more, name) => {
    const { book, workbook } = open([{ name, cells: [] }], more);
    expect(await workbook.openTemplate(template, bytes)).toBe("new");
    expect([book.inserted.length, book.opened.length, book.sheets.length]).toEqual([0, 1, 1]);
  });
});

describe("sheets by their names", () => {
  const sheets: FakeSheet[] = [
    { name: "甲", cells: [[1]] },
    { name: "藏", cells: [["x"]], visibility: "Hidden" },
    { name: "乙 '", cells: [["", "=A1"]] },
  ];
  test("those that are shown can be chosen, any can be read, and a cell of any can be shown", async () => {
    const { book, workbook } = open(sheets);
    expect(await workbook.sheetNames()).toEqual(["甲", "乙 '"]);
    expect(await workbook.readSheet("藏")).toMatchObject({ name: "藏", address: "A1", cells: [["x"]] });
    await workbook.goTo("乙 '", "B1");
    expect([book.active, book.selected]).toEqual([2, ["B1"]]);
    await expect(workbook.goTo("丙", "B1")).rejects.toThrow("没有名为“丙”的工作表");
    expect(await workbook.formulas()).toEqual({ sheet: "乙 '", cells: [{ cell: "B1", formula: "=A1" }] });
  });
});
