/** Rows with a format and no cell, down to the last row of a sheet: they cost next to nothing, and change nothing of what is read. */
import { expect, test } from "vitest";
import { readWorkbook } from "../../../addin/files/read.ts";
import { walk } from "../../../addin/files/xml.ts";
import { dataXml, namespaces, paths, sheetXml, workbook } from "../../tools/hostile-workbook.ts";

const [first] = readWorkbook(workbook()).sheets;
const rows = (from: number, to: number, more = "") =>
  Array.from({ length: to - from + 1 }, (_, at) => `<row r="${from + at}"${more}/>`).join("");
const mark = (row: number) => `<row r="${row}"><c r="B${row}"><v>${row}</v></c></row>`;
const read = (data: string) => readWorkbook(workbook({ [paths.sheet]: dataXml(data) })).sheets[0];

test("a million of them below the last pupil are read over, and what stands between them is not", () => {
  const height = ' spans="1:2" s="3" customFormat="1" ht="14.25" customHeight="1"';
  const sheet = read(`${rows(1, 4)}${mark(5)}${rows(6, 19_999, height)}${mark(20_000)}${rows(20_001, 1_048_576)}`);
  const marks = sheet?.rows.flatMap((row, at) => (row.length > 0 ? [[at + 1, ...row]] : []));
  expect(marks).toEqual([
    [5, null, 5],
    [20_000, null, 20_000],
  ]);
});

test("a row without its number follows the last of them, a hidden one is hidden, and those of another namespace are none", () => {
  const sheet = read(`${rows(1, 3)}<row><c><v>4</v></c></row>${rows(5, 6)}<row r="7" hidden="1"/><row r="8" ht="20"></row>${rows(9, 9)}`);
  expect([sheet?.rows.length, sheet?.rows[3], [...(sheet?.hiddenRows ?? [])]]).toEqual([4, [4], [6]]);
  const other = sheetXml(`<sheetData><x xmlns="urn:other">${rows(1, 9)}</x>${mark(2)}</sheetData>`);
  expect(readWorkbook(workbook({ [paths.sheet]: other })).sheets[0]?.rows).toEqual([[], [null, 2]]);
  expect(first?.rows.length).toBe(3);
});

test("a number beyond the last row is refused, and so is one that is none", () => {
  expect(() => read(rows(1_048_575, 1_048_577))).toThrow(/行号不对|row is wrong/);
  expect(() => read('<row r="0"/>')).toThrow(/行号不对|row is wrong/);
});

test("their listener is called once for a run of them", () => {
  const texts = [dataXml(rows(1, 5000)), undefined];
  let [opened, last, calls] = [0, "", 0];
  const passed = (found: string) => {
    calls++;
    last = found;
  };
  const outline = new Map([
    ["", ["worksheet"]],
    ["worksheet", ["sheetData"]],
    ["sheetData", ["row"]],
  ]);
  const bare = { parent: "sheetData", run: /(?:<row r="(\d+)"\/>)+/y, passed };
  walk("sheet1.xml", () => texts.shift(), [namespaces.MAIN], outline, { open: (name) => (opened += Number(name === "row")), bare });
  expect([opened, last, calls]).toEqual([0, "5000", 1]);
});
