/** Tables through LibreOffice: names that look like formulas stay names in both forms, numbers stay numbers. */
import { describe, expect, test } from "vitest";
import { readFile } from "../../addin/files/read.ts";
import { csvOf, workbookOf } from "../../addin/files/tables.ts";
import type { Table } from "../../shared/handin/table.ts";
import { dangerous } from "../tools/formula-texts.ts";
import { computed, withoutLibreOffice } from "../tools/libreoffice.ts";
import { seenBy, withoutOpenpyxl } from "../tools/openpyxl.ts";

/** Line ends and NUL do not come through as they are; that they do not act is held in test/addin/files/tables.test.ts. */
const names = dangerous.filter((text) => !/[\r\n\0]/.test(text));
const same = (text: string) => ({ zh: text, en: text });
const table: Table = {
  title: same("=1+1 各校"),
  note: same("+1"),
  columns: [
    { name: same("@学校"), format: "text" },
    { name: same("-差距"), format: "rate" },
  ],
  rows: names.map((name, at) => [name, -at / 8]),
};

describe.skipIf(withoutLibreOffice)("a table that LibreOffice opens and saves", () => {
  test("as .xlsx has no formula, and every name and number", async () => {
    const [sheet] = readFile(new Uint8Array(await computed(await workbookOf([table], "2026-11-28"), "xlsx"))).sheets;
    expect(sheet?.formulas.size).toBe(0);
    expect(sheet?.rows.slice(0, 3)).toEqual([["=1+1 各校"], ["+1"], ["@学校", "-差距"]]);
    expect(sheet?.rows.slice(3)).toEqual(names.map((name, at) => [name, -at / 8 + 0]));
  });

  test("as .csv has no formula either, though the program was told to compute", async () => {
    const [sheet] = readFile(new Uint8Array(await computed(csvOf(table), "xlsx", "csv"))).sheets;
    expect(sheet?.formulas.size).toBe(0);
    expect(sheet?.rows.map(([name]) => String(name).replace(/^'/, ""))).toEqual(["@学校", ...names]);
    expect(sheet?.rows.slice(1).map(([, value]) => value)).toEqual(names.map((_, at) => -at / 8 + 0));
  });
});

describe.skipIf(withoutOpenpyxl)("a table as openpyxl reads it", () => {
  test("is A4 across, keeps its heads in sight and on every page, and says which page it is", async () => {
    const [sheet] = seenBy(await workbookOf([table], "2026-11-28")).sheets;
    expect(sheet).toMatchObject({ paper: "9", orientation: "landscape", freeze: "B4", titles: "$3:$3", protected: false });
    expect(sheet?.footer).toContain("第 &P 页，共 &N 页");
  });
});
