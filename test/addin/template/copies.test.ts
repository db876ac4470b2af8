/** Pupils on a copy of a sheet are not lost in silence. */
import { describe, expect, test } from "vitest";
import { readFile } from "../../../addin/files/read.ts";
import type { ReadSheet, SheetState } from "../../../shared/handin/book.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { readTemplate } from "../../../shared/template/read.ts";
import { emptyTemplate, exam, templateCounty } from "../../tools/templates.ts";

const book = readFile(await emptyTemplate(exam, "S03"));
const nine = book.sheets.find(({ name }) => name === "成绩 九年级") as ReadSheet;

const codes = (name: string, state: SheetState = "visible", rows: ReadSheet["rows"] = nine.rows) =>
  readTemplate({ ...book, sheets: [...book.sheets, { ...nine, name, state, rows }] }, templateCounty, shipped)
    .findings.filter(({ code }) => code === "sheet-copied")
    .map(({ level, sheet }) => [level, sheet]);

describe("a copy of a sheet", () => {
  test.each(["成绩 九年级 (2)", "成绩 九年级(3)", "成绩 九年级（2）"])("%s must be moved into its sheet", (name) => {
    expect(codes(name)).toEqual([["error", name]]);
  });

  test("that is hidden or empty, and a sheet of another name, are nobody's business", () => {
    expect(codes("成绩 九年级 (2)", "hidden")).toEqual([]);
    expect(codes("成绩 九年级 (2)", "visible", [[null, null]])).toEqual([]);
    expect(codes("草稿")).toEqual([]);
  });
});
