import { beforeEach, describe, expect, test } from "vitest";
import { excelWorkbook } from "../../addin/workbook.ts";
import { type FakeSheet, installExcel } from "./fake-excel.ts";

const marks = (): FakeSheet => ({
  name: "期末 成绩",
  cells: [
    ["", "", ""],
    ["", "姓名", "语文"],
    ["", "甲", 80],
    ["", "乙", ""],
    ["", "丙", '=IF(TRUE,"")'],
  ],
});
let sheet: FakeSheet;
beforeEach(() => {
  sheet = marks();
});
const open = (more: Partial<Parameters<typeof installExcel>[0]> = {}) => {
  const book = installExcel({ sheets: [sheet], ...more });
  return { book, workbook: excelWorkbook() };
};

describe("readUsed", () => {
  test("gives the used cells with their place; an empty cell is null, a formula that shows nothing is a text", async () => {
    expect(await open().workbook.readUsed()).toEqual({
      name: "期末 成绩",
      address: "B2:C5",
      top: 1,
      left: 1,
      cells: [
        ["姓名", "语文"],
        ["甲", 80],
        ["乙", null],
        ["丙", ""],
      ],
      hiddenRows: [],
      hiddenColumns: [],
      merged: [],
    });
  });

  test("an empty sheet has no cells", async () => {
    sheet.cells = [];
    expect(await open().workbook.readUsed()).toMatchObject({ cells: [], address: "" });
  });

  test("reads a long sheet in parts, none of them large", async () => {
    sheet.cells = Array.from({ length: 30_000 }, (_, row) => [row, row]);
    const { book, workbook } = open();
    const { cells } = await workbook.readUsed();
    expect(cells).toHaveLength(30_000);
    expect(cells[29_999]).toEqual([29_999, 29_999]);
    expect(Math.max(...book.read)).toBeLessThanOrEqual(2 * 20_000);
  });

  test("names hidden and filtered rows, in few rounds", async () => {
    sheet.cells = Array.from({ length: 5_000 }, (_, row) => [row]);
    sheet.hidden = [0, 17, 4_000, 4_001, 4_999];
    const { book, workbook } = open();
    expect((await workbook.readUsed()).hiddenRows).toEqual(sheet.hidden);
    expect(book.read.length).toBeLessThan(12);
  });

  test("names hidden columns", async () => {
    sheet.cells = [Array.from({ length: 40 }, (_, column) => column)];
    sheet.hiddenColumns = [1, 2, 39];
    const { book, workbook } = open();
    expect((await workbook.readUsed()).hiddenColumns).toEqual([1, 2, 39]);
    expect(book.read.length).toBeLessThan(12);
  });

  test("names merged cells where Excel can, and does without where it cannot", async () => {
    sheet.merged = ["B3:B4", "A1:C1"];
    expect((await open().workbook.readUsed()).merged).toEqual(["B3:B4", "A1:C1"]);
    expect((await open({ api: 12 }).workbook.readUsed()).merged).toEqual([]);
  });
});

describe("readSelection", () => {
  test("cuts whole columns to what is used", async () => {
    const { workbook } = open({ selected: ["C:C"] });
    expect(await workbook.readSelection()).toMatchObject({ address: "C2:C5", top: 1, left: 2, cells: [["语文"], [80], [null], [""]] });
  });

  test("is empty outside what is used", async () => {
    expect((await open({ selected: ["F1:G9"] }).workbook.readSelection()).cells).toEqual([]);
  });

  test("refuses several areas at once, and says what to do", async () => {
    await expect(open({ selected: ["B2:B3", "C2:C3"] }).workbook.readSelection()).rejects.toThrow("请只选一块");
  });
});

describe("insert", () => {
  test("writes at the selection and says where", async () => {
    const { workbook } = open({ selected: ["E2"] });
    expect(
      await workbook.insert([
        ["指标", "值"],
        ["及格率", "=0.9"],
      ]),
    ).toBe("E2:F3");
    expect(sheet.cells[2]?.slice(4)).toEqual(["及格率", "=0.9"]);
  });

  test("gives its number format to cells that have none of their own, and none unasked", async () => {
    sheet.formats = { E4: "0.0%" };
    await open({ selected: ["E2"] }).workbook.insert([["=0.9"]]);
    expect(sheet.formats).toEqual({ E4: "0.0%" });
    await open({ selected: ["E3"] }).workbook.insert([["=0.9"], ["=0.8"]], "0.00%");
    expect(sheet.formats).toEqual({ E3: "0.00%", E4: "0.0%" });
  });

  test("gives each column its own number format, and leaves those without one", async () => {
    await open({ selected: ["E2"] }).workbook.insert([["第一中学", 41, 0.95]], [null, "0", "0.00%"]);
    expect(sheet.formats).toEqual({ E2: "General", F2: "0", G2: "0.00%" });
  });

  test("fills a blank that was selected", async () => {
    const { workbook } = open();
    await workbook.readUsed();
    await workbook.select("C4");
    expect(await workbook.insert([["缺考"]])).toBe("C4");
    expect(sheet.cells[3]).toEqual(["", "乙", "缺考"]);
  });

  test("never overwrites: a filled cell, or a formula that shows nothing", async () => {
    const before = structuredClone(sheet.cells);
    await expect(open({ selected: ["B1"] }).workbook.insert([["a"], ["b"]])).rejects.toThrow("B1:B2");
    await expect(open({ selected: ["C5"] }).workbook.insert([["a"]])).rejects.toThrow("C5");
    expect(sheet.cells).toEqual(before);
  });
});

describe("addresses", () => {
  test("the selection names its sheet; whole columns end where the sheet ends", async () => {
    expect(await open({ selected: ["C3:C5"] }).workbook.selectedAddress()).toBe("'期末 成绩'!C3:C5");
    expect(await open({ selected: ["C:C"] }).workbook.selectedAddress()).toBe("'期末 成绩'!C2:C5");
    await expect(open({ selected: ["B2:B3", "C2:C3"] }).workbook.selectedAddress()).rejects.toThrow("请只选一块");
  });

  test("cells are read at an address, of any sheet, blanks as null", async () => {
    const { workbook } = open({ sheets: [{ name: "别的", cells: [[1]] }, sheet] });
    expect(await workbook.readAt("'期末 成绩'!$C$2:$C$4")).toEqual([["语文"], [80], [null]]);
    expect(await workbook.readAt("'期末 成绩'!C:C")).toEqual([["语文"], [80], [null], [""]]);
    expect(await workbook.readAt("A1")).toEqual([[1]]);
    expect(await workbook.readAt("'期末 成绩'!F:F")).toEqual([[null]]);
  });

  test("an address that leads nowhere is refused, and named", async () => {
    await expect(open().workbook.readAt("'没有'!A1")).rejects.toThrow("没有名为“没有”的工作表");
    await expect(open().workbook.readAt("A0")).rejects.toThrow("“A0”不是单元格地址");
  });
});

test("everything is computed anew when it is asked for", async () => {
  const { book, workbook } = open();
  await workbook.recalculate();
  expect(book.calculated).toEqual(["Full"]);
});

test("a sample goes to a new sheet of a free name", async () => {
  const { book, workbook } = open();
  await workbook.insertSample([["语文"], [80]], "期末 成绩");
  expect(book.sheets.map(({ name }) => name)).toEqual(["期末 成绩", "期末 成绩 2"]);
  expect(book.sheets[1]?.cells).toEqual([["语文"], [80]]);
  expect(book.active).toBe(1);
});

test("a text is kept in the workbook under its name, outside the cells", async () => {
  const { book, workbook } = open();
  const cells = JSON.stringify(book.sheets);
  expect(await workbook.keptText("quality.scenarios")).toBe("");
  await workbook.keepText("quality.scenarios", "方案");
  expect([book.settings, JSON.stringify(book.sheets)]).toEqual([{ "quality.scenarios": "方案" }, cells]);
  expect(await open({ settings: book.settings }).workbook.keptText("quality.scenarios")).toBe("方案");
});

test("an image lies on the cells from the selection on, three quarters of a point to the pixel, and says what it shows", async () => {
  const { book, workbook } = open({ selected: ["C3:D9"] });
  const picture = { width: 640, height: 240, alt: "九年级 数学成绩分布" };
  expect(await workbook.insertImage?.(new Uint8Array([137, 80, 78, 71]), picture)).toBe("C3");
  // Columns of 48 points and rows of 15, as Excel's are.
  const place = { left: 96, top: 30, width: 480, height: 180, altTextDescription: "九年级 数学成绩分布" };
  expect(book.images).toEqual([{ sheet: "期末 成绩", file: "iVBORw==", place }]);
});

test("an Excel that has no shapes yet offers no images", () => {
  expect(open({ api: 8 }).workbook.insertImage).toBeUndefined();
});

test("a finding is shown on the sheet it was found on", async () => {
  const { book, workbook } = open({ sheets: [sheet, { name: "另一张", cells: [] }] });
  await workbook.readUsed();
  book.active = 1;
  await workbook.select("C4");
  expect([book.active, book.selected]).toEqual([0, ["C4"]]);
});

test("tells of changes until it is told to stop", async () => {
  const { book, workbook } = open();
  let told = 0;
  const stop = workbook.onChange(() => told++);
  await new Promise((resolve) => setTimeout(resolve));
  book.change();
  expect(told).toBeGreaterThan(0);
  const before = told;
  stop();
  await new Promise((resolve) => setTimeout(resolve));
  book.change();
  expect([told, book.listeners]).toEqual([before, 0]);
});
