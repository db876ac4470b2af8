/** What LibreOffice saves reads the same, and what we make harmless stays a text in it. */
import { writeXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { type Book, formulaAt, valueAt } from "../../addin/files/book.ts";
import { inert } from "../../addin/files/inert.ts";
import { readWorkbook } from "../../addin/files/read.ts";
import { dangerous, harmless } from "../tools/formula-texts.ts";
import { GOOD_ROWS, namespaces, paths, sheetXml, stringsXml, workbook, workbookXml } from "../tools/hostile-workbook.ts";
import { computed, withoutLibreOffice } from "../tools/libreoffice.ts";

const utf8 = new TextEncoder();
const sheetIn = ({ sheets: [sheet] }: Book) => {
  if (!sheet) throw new Error("no sheet");
  return sheet;
};

describe.skipIf(withoutLibreOffice)("a workbook saved again by LibreOffice", () => {
  const cells = `${GOOD_ROWS}<row r="4" hidden="1"><c r="A4" t="inlineStr"><is><t xml:space="preserve"> 两端 </t></is></c><c r="B4"><v>59.5</v></c></row><row r="5"><c r="A5" s="1"><v>46266</v></c><c r="B5" t="b"><v>1</v></c></row><row r="6"><c r="A6" t="str"><v>_x005F_x000D_&lt;&amp;&gt;</v></c><c r="B6"><f>1/0</f><v>0</v></c></row>`;
  const original = workbook({
    [paths.sheet]: sheetXml(`<sheetData>${cells}</sheetData><mergeCells><mergeCell ref="A8:B9"/></mergeCells>`),
    [paths.workbook]: workbookXml(
      '<sheet name="成绩" sheetId="1" r:id="rId1"/><sheet name="内部" sheetId="2" state="hidden" r:id="r2"/>',
      '<definedNames><definedName name="语文">成绩!$B$2:$B$3</definedName></definedNames>',
    ),
    [paths.workbookRels]: `<Relationships xmlns="${namespaces.PACKAGE}/relationships"><Relationship Id="rId1" Type="${namespaces.OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${namespaces.OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="s" Type="${namespaces.OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${namespaces.OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    [paths.strings]: stringsXml("姓名", "语文", "甲"),
    // LibreOffice reads no style without fonts, fills and borders.
    [paths.styles]: `<styleSheet xmlns="${namespaces.MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet2.xml": sheetXml('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>模板 1</t></is></c></row></sheetData>'),
  });
  let [before, after]: Book[] = [];
  beforeAll(async () => {
    before = readWorkbook(original);
    after = readWorkbook(new Uint8Array(await computed(original, "xlsx")));
  });

  test("has the same values in the same cells", () => {
    const expected = [
      ["姓名", "语文"],
      ["甲", 95.5],
      ["乙", 60],
      [" 两端 ", 59.5],
      [{ date: 46266 }, true],
      ["_x000D_<&>", { error: "#DIV/0!" }],
    ];
    expect(after?.sheets[0]?.rows).toEqual(expected);
    // What was written by hand says 0 for 1/0 until somebody computes it.
    expect(before?.sheets[0]?.rows).toEqual([...expected.slice(0, 5), ["_x000D_<&>", 0]]);
  });

  test("has its sheets, what is hidden, merged and named", () => {
    expect(after?.sheets.map(({ name, state, rows }) => [name, state, rows.length])).toEqual([
      ["成绩", "visible", 6],
      ["内部", "hidden", 1],
    ]);
    expect([...(after?.sheets[0]?.hiddenRows ?? [])]).toEqual([3]);
    expect(after?.sheets[0]?.merges).toEqual([{ top: 7, left: 0, bottom: 8, right: 1 }]);
    expect(after?.names.filter(({ name }) => name === "语文").map(({ text }) => text)).toEqual(["成绩!$B$2:$B$3"]);
    expect(after?.program).toMatch(/^LibreOffice/);
  });

  test("has its formulas beside their values", () => {
    if (!after) throw new Error("not read");
    expect(formulaAt(sheetIn(after), 2, 1)).toBe("B2-35.5");
    expect(formulaAt(sheetIn(after), 5, 1)).toBe("1/0");
  });
});

describe.skipIf(withoutLibreOffice)("texts like formulas", () => {
  /** Line ends and zeros do not come through a .csv as they are; that is another matter than computing. */
  const texts = [...dangerous, ...harmless].filter((text) => text !== "" && !/[\r\n\0]/.test(text));
  const opened = async (written: readonly string[]) => {
    const csv = `\ufeff${Papa.unparse(written.map((text) => ["甲", text]))}`;
    return sheetIn(readWorkbook(new Uint8Array(await computed(utf8.encode(csv), "xlsx", "csv"))));
  };

  test("are computed when they are written to a .csv as they are: LibreOffice can tell", async () => {
    // Sums alone: the others would do what they say.
    const sheet = await opened(["=1+1", "=2*3"]);
    expect([0, 1].map((row) => valueAt(sheet, row, 1))).toEqual([2, 6]);
  });

  test("stay texts in a .csv once they are inert", async () => {
    const sheet = await opened(texts.map(inert));
    expect(sheet.formulas.size).toBe(0);
    const kept = dangerous.filter((text) => texts.includes(text));
    expect(kept.length).toBeGreaterThan(15);
    for (const text of kept) {
      // LibreOffice takes the apostrophe for its own sign of a text, or shows it; either way a text follows.
      const value = valueAt(sheet, texts.indexOf(text), 1);
      expect(typeof value).toBe("string");
      expect(String(value).replace(/^'/, "")).toBe(text);
    }
  });

  test("stay texts in an .xlsx, where a text cell is a text whatever it begins with", async () => {
    const all = [...dangerous, ...harmless].filter((text) => text !== "" && !/[\r\0]/.test(text));
    const made = new Uint8Array(await computed(await writeXlsx({ sheets: [{ name: "甲", rows: all.map((text) => [text]) }] }), "xlsx"));
    const sheet = sheetIn(readWorkbook(made));
    expect(sheet.formulas.size).toBe(0);
    expect(sheet.rows.map(([value]) => value)).toEqual(all);
  });
});
