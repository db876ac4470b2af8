/** Tables as .xlsx and .csv: what stands in them is what was given, as numbers and as texts, and nothing in them acts. */
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { formulaAt } from "../../../addin/files/book.ts";
import { readFile } from "../../../addin/files/read.ts";
import { csvOf, workbookOf } from "../../../addin/files/tables.ts";
import type { Table } from "../../../shared/handin/table.ts";
import { dangerous, harmless } from "../../tools/formula-texts.ts";

const same = (text: string) => ({ zh: text, en: text });
const table = (title: string, rows: Table["rows"], name = "学校"): Table => ({
  title: { zh: title, en: `${title} (en)` },
  note: { zh: "及格线 72 分", en: "pass line 72" },
  columns: [
    { name: { zh: name, en: "School" }, format: "text" },
    { name: { zh: "实考", en: "Sat" }, format: "count" },
    { name: { zh: "平均分", en: "Mean" }, format: "mark" },
    { name: { zh: "及格率", en: "Pass" }, format: "rate" },
    { name: { zh: "判定", en: "Verdict" }, format: "text" },
  ],
  rows,
});
const ROWS: Table["rows"] = [
  ["第一中学", 198, 88.125, 1 / 3, { zh: "达标", en: "met" }],
  ["0012", 0, null, 0, null],
];

describe("a workbook of tables", () => {
  test("has a sheet for each, with title, note, heads, and the numbers as exact as they were", async () => {
    const { sheets } = readFile(await workbookOf([table("各校", ROWS), table("各班", [])], "2026-11-28"));
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      [
        "各校",
        [
          ["各校"],
          ["及格线 72 分"],
          ["学校", "实考", "平均分", "及格率", "判定"],
          ["第一中学", 198, 88.125, 1 / 3, "达标"],
          ["0012", 0, null, 0],
        ],
      ],
      ["各班", [["各班"], ["及格线 72 分"], ["学校", "实考", "平均分", "及格率", "判定"]]],
    ]);
  });

  test("speaks English when asked to", async () => {
    const [sheet] = readFile(await workbookOf([table("各校", ROWS)], "2026-11-28", "en")).sheets;
    expect(sheet?.rows.slice(0, 4)).toEqual([
      ["各校 (en)"],
      ["pass line 72"],
      ["School", "Sat", "Mean", "Pass", "Verdict"],
      ["第一中学", 198, 88.125, 1 / 3, "met"],
    ]);
  });

  test("has sheet names that programs accept, whatever the titles are", async () => {
    const titles = ["a/b:c*d?e[f]g\\h", "'引号'", "同名", "同名", "很".repeat(40), "很".repeat(41), "", "ABC", "abc"];
    const names = readFile(
      await workbookOf(
        titles.map((title) => table(title, [])),
        "2026-11-28",
      ),
    ).sheets.map(({ name }) => name);
    expect(names).toEqual(["a b c d e f g h", "引号", "同名", "同名 2", "很".repeat(31), `${"很".repeat(29)} 2`, "7", "ABC", "abc 2"]);
  });

  test("repeats its heads by a name that is quoted: Excel repairs a file in which it is not", async () => {
    const { names } = readFile(await workbookOf([table("九年级 各校（1）", ROWS), table("it's", ROWS)], "2026-11-28"));
    expect(names.map(({ name, sheet, text }) => [name, sheet, text])).toEqual([
      ["_xlnm.Print_Titles", "九年级 各校（1）", "'九年级 各校（1）'!$3:$3"],
      ["_xlnm.Print_Titles", "it s", "'it s'!$3:$3"],
    ]);
  });

  test("is the same bytes for the same tables of a day", async () => {
    const made = async () => Buffer.from(await workbookOf([table("各校", ROWS)], "2026-11-28"));
    expect((await made()).equals(await made())).toBe(true);
  });

  test("holds texts like formulas as texts, in cells, heads, title and note", async () => {
    const all = [...dangerous, ...harmless].filter((text) => text !== "");
    const tables = all.map(
      (text): Table => ({
        title: same(text),
        note: same(text),
        columns: [{ name: same(text), format: "text" }],
        rows: [[text], [same(text)]],
      }),
    );
    const { sheets } = readFile(await workbookOf(tables, "2026-11-28"));
    for (const [at, sheet] of sheets.entries()) {
      expect(sheet.formulas.size).toBe(0);
      expect(formulaAt(sheet, 0, 0)).toBeUndefined();
      // XML has no NUL, and one line end for all; a sign that something was there stands in the place of NUL.
      const shown = (all[at] as string).replaceAll("\u0000", "\ufffd").replaceAll("\r", "\n");
      expect(sheet.rows.map(([value]) => value)).toEqual(Array(5).fill(shown));
    }
  });
});

describe("a .csv of a table", () => {
  const read = (bytes: Uint8Array) =>
    Papa.parse<string[]>(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;

  test("begins with the mark of UTF-8 and has heads and rows, rates as fractions", () => {
    const bytes = csvOf(table("各校", ROWS));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(read(bytes)).toEqual([
      ["学校", "实考", "平均分", "及格率", "判定"],
      ["第一中学", "198", "88.125", String(1 / 3), "达标"],
      ["0012", "0", "", "0", ""],
    ]);
  });

  test("quotes what would break a line or a field, and makes texts like formulas harmless, also in heads", () => {
    const odd = ['有"引号"', "有,逗号", "有\n换行", " 空格 "];
    expect(
      read(
        csvOf(
          table(
            "t",
            odd.map((text) => [text, 1, 2, 3, null]),
            "=1+1",
          ),
        ),
      ).map(([first]) => first),
    ).toEqual(["'=1+1", ...odd]);
    for (const text of dangerous)
      expect(read(csvOf(table("t", [[text, -1, -2, -3, null]])))[1]).toEqual([`'${text}`, "-1", "-2", "-3", ""]);
  });
});
