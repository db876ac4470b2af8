/** A file's cells as the core reads them: sheets of values from A1 on, and which of them are formulas. Nothing in it is keyed by a file's text. */
import { dateText } from "./dates.ts";

/** A value that Excel could not compute: "#DIV/0!". */
export interface ErrorValue {
  readonly error: string;
}

/** A number that is shown as a date or time: days since the eve of 1900, whatever the file counts from. It is no mark. */
export interface DateValue {
  readonly date: number;
}

/** A cell's value, for a formula the one that was last computed; `null` is a blank. Numbers are finite, with all their bits. */
export type Value = number | string | boolean | null | ErrorValue | DateValue;

/** What a plain list holds where a formula has no value yet: like an error of Excel's no mark, no class and no number. */
export const UNCOMPUTED = "#公式没有算过";

export type SheetState = "visible" | "hidden" | "veryHidden";

/** A rectangle of cells, both ends included, counted from zero. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Columns that a sheet has room for: XFD is the last. */
export const LAST_COLUMN = 16_384;

/** One number for one place counted from zero, smaller than 2^34. */
export function placeKey(row: number, column: number): number {
  return row * LAST_COLUMN + column;
}

export interface ReadSheet {
  readonly name: string;
  readonly state: SheetState;
  /**
   * Rows from the first on, each from column A on; both end at the last cell with a value or formula, so a row may be empty or short.
   * Both are counted from zero.
   */
  readonly rows: readonly (readonly Value[])[];
  /** Which cells are formulas, by placeKey. */
  readonly formulas: ReadonlyMap<number, unknown>;
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
}

/** A name and what it refers to, without "=": "成绩!$A$1:$C$9". */
export interface ReadName {
  readonly name: string;
  readonly text: string;
  /** The name of the only sheet that it is known in; `undefined`: in all of them. */
  readonly sheet: string | undefined;
}

export interface ReadBook {
  readonly format: "xlsx" | "csv";
  /** The program that says it saved the file: "WPS 表格", "LibreOffice/7.4". Anybody can write anything there. */
  readonly program: string;
  readonly sheets: readonly ReadSheet[];
  /** Left out where nobody looked for them: in a workbook that is open. */
  readonly names?: readonly ReadName[];
}

/** The value at a place counted from zero; `null` beyond what is filled in. */
export function valueAt({ rows }: Pick<ReadSheet, "rows">, row: number, column: number): Value {
  return rows[row]?.[column] ?? null;
}

/** The sheet of that name, as Excel tells names apart: capitals do not matter. */
export function sheetNamed<Sheet extends Pick<ReadSheet, "name">>(
  { sheets }: { readonly sheets: readonly Sheet[] },
  name: string,
): Sheet | undefined {
  return sheets.find((sheet) => sameName(sheet.name, name));
}

export function sameName(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

export function isError(value: Value): value is ErrorValue {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isDate(value: Value): value is DateValue {
  return typeof value === "object" && value !== null && "date" in value;
}

/** A value as somebody sees it in a message: dates as 2026-09-01, truths as Excel writes them. */
export function textIn(value: Value): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isError(value)) return value.error;
  return isDate(value) ? dateText(value.date) : String(value);
}
