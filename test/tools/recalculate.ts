/**
 * What LibreOffice makes of formulas: the independent engine behind the tests of native formulas.
 * The workbook is written and its results are read with hucre: MIT, no dependencies, writes formulas with the cached values we choose
 * (exceljs is no longer maintained).
 */
import { type Cell, readXls, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { computed } from "./libreoffice.ts";

/** A cell as somebody types it: `null` is a blank cell, "" a formula that shows nothing, "#N/A" and its like are errors. */
export type Typed = number | string | boolean | null;

/** A number with all its bits, a text, a truth, or an error as its text: "#DIV/0!". */
export type Computed = number | string | boolean;

export interface CalculatedSheet {
  /** For formulas that name their sheet; else it is called Sheet1, Sheet2… by its place. At most 31 characters. */
  readonly name?: string;
  /** Rows of cells, from A1 on; columns A to IT. */
  readonly cells: readonly (readonly Typed[])[];
  /** With or without the leading "=". None is fine: a sheet that others refer to. */
  readonly formulas: readonly string[];
}

/** The columns of the formulas, IU, and of their results, IV: the last that an .xls has, out of the way of the cells. */
const [formulaColumn, formulaLetters, resultColumn] = [254, "IU", 255];

/** The cached value of every formula in the file, and nobody's result. A number: LibreOffice trusts no cached text anyway. */
export const stale = -987654321.125;

/**
 * Computes every formula of every sheet, in one start of LibreOffice however many they are (a hundred sheets cost three seconds, four
 * hundred ten; formulas cost next to nothing). Returns, per sheet, the results in the order of its formulas; rejects when one was not
 * computed, or shows a date.
 *
 * Formulas are what a file stores: English names, commas, functions newer than Excel 2007 with their prefix (`_xlfn.STDEV.P`), and
 * entered with Enter alone, so an array outside SUMPRODUCT is no array, as in Excel 2016 and WPS. They stand in column IU: they must not
 * depend on their own row, nor refer to whole rows. Where Excel says #NUM!, LibreOffice often says #VALUE!.
 */
export async function recalculate(sheets: readonly CalculatedSheet[]): Promise<Computed[][]> {
  const { sheets: saved } = await readXls(await computed(await workbookOf(sheets)));
  return sheets.map(({ formulas }, at) =>
    formulas.map((formula, index) => resultIn(saved[at]?.rows[rowOf(index)]?.[resultColumn], formula)),
  );
}

/** The workbook that LibreOffice opens; every formula in it has a cached value that is wrong. */
export async function workbookOf(sheets: readonly CalculatedSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map((sheet, at) => sheetOf(sheet, `Sheet${at + 1}`)) });
}

function sheetOf({ name, cells, formulas }: CalculatedSheet, otherwise: string): WriteSheet {
  if (cells.some((row) => row.length > formulaColumn)) throw new Error("cells must leave the columns IU and IV free");
  const all = new Map<string, Partial<Cell>>();
  const write = (row: number, column: number, formula: string) => all.set(`${row},${column}`, { formula, formulaResult: stale });
  for (const [row, values] of cells.entries()) {
    for (const [column, value] of values.entries()) if (value === "") write(row, column, '""');
  }
  for (const [index, formula] of formulas.entries()) {
    const place = `${formulaLetters}${rowOf(index) + 1}`;
    write(rowOf(index), formulaColumn, formula.replace(/^=/, ""));
    // The mark before a text tells an empty text from a result that is missing in the file.
    write(rowOf(index), resultColumn, `IF(ISTEXT(${place}),"'"&${place},${place})`);
  }
  return { name: name ?? otherwise, rows: cells.map((row) => row.map((value) => (value === "" ? null : value))), cells: all };
}

/** Every second row: formulas below each other that are alike are saved as one, and the reader does not know that form. */
function rowOf(index: number): number {
  return index * 2;
}

function resultIn(value: unknown, formula: string): Computed {
  if (value instanceof Date) throw new Error(`a date is no result here, compare with a number or a text: ${formula}`);
  if (typeof value === "string") return value.startsWith("'") ? value.slice(1) : value;
  if (value === stale || (typeof value !== "number" && typeof value !== "boolean"))
    throw new Error(`LibreOffice did not compute: ${formula}`);
  return value;
}
