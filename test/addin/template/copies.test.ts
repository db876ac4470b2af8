/** Pupils on a copy of a sheet are not lost in silence. */
import { describe, expect, test } from "vitest";
import { readFile } from "../../../addin/files/read.ts";
import type { ReadSheet, SheetState } from "../../../shared/handin/book.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { readTemplate } from "../../../shared/template/read.ts";
import { emptyTemplate, exam, templateCounty } from "../../tools/templates.ts";

const book = readFile(await emptyTemplate(exam, "S03"));
const nine = book.sheets.find(({ name }) => name === "成绩 九年级") as ReadSheet;

const found = (code: string, ...others: readonly ReadSheet[]) =>
  readTemplate({ ...book, sheets: [...book.sheets, ...others] }, templateCounty, shipped).findings.filter((one) => one.code === code);

const codes = (name: string, state: SheetState = "visible", rows: ReadSheet["rows"] = nine.rows) =>
  found("sheet-copied", { ...nine, name, state, rows }).map(({ level, sheet }) => [level, sheet]);

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

describe("a sheet that is none of the template's", () => {
  const other = (name: string, more: Partial<ReadSheet> = {}): ReadSheet => ({ ...nine, name, ...more });

  test("is named in one query where it holds anything", () => {
    const [query, ...rest] = found("sheet-unread", other("草稿"), other("九年级旧表", { rows: [["甲"]] }));
    expect([query?.level, query?.sheet, query?.cell, rest]).toEqual(["query", "草稿", null, []]);
    expect(query?.words.zh).toContain("有 2 张表不是模板里的，不读取：“草稿”、“九年级旧表”");
  });

  test("that is hidden, empty, or a copy that is told anyway, is not", () => {
    const hidden = [other("草稿", { state: "hidden" }), other("草稿2", { state: "veryHidden" })];
    expect(found("sheet-unread", ...hidden, other("Sheet1", { rows: [] }), other("成绩 九年级 (2)"))).toEqual([]);
    expect(found("sheet-unread")).toEqual([]);
  });
});
