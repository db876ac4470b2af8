/** What a file holds once it is read: sheets of values, formulas beside them, and the names. Nothing in it is keyed by a file's text. */
import { dateText } from "./dates.ts";
import { placeKey, placeName, type Range } from "./places.ts";
import { type SharedFormula, shifted } from "./shift.ts";

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

export type SheetState = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  /**
   * Rows from the first on, each from column A on; both end at the last cell with a value or formula, so a row may be empty or short.
   * Both are counted from zero.
   */
  readonly rows: readonly (readonly Value[])[];
  /** By placeKey; ask formulaAt. */
  readonly formulas: ReadonlyMap<number, string | SharedFormula>;
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface DefinedName {
  readonly name: string;
  /** What it refers to, without "=": "成绩!$A$1:$C$9". */
  readonly text: string;
  /** The name of the only sheet that it is known in; `undefined`: in all of them. */
  readonly sheet: string | undefined;
  readonly hidden: boolean;
}

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface Book {
  readonly format: "xlsx" | "csv";
  /** Of a .csv: which encoding it was read in. */
  readonly encoding: Encoding | undefined;
  /** The program that says it saved the file: "WPS 表格", "LibreOffice/7.4". Anybody can write anything there. */
  readonly program: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

/** The value at a place counted from zero; `null` beyond what is filled in. */
export function valueAt(sheet: Sheet, row: number, column: number): Value {
  return sheet.rows[row]?.[column] ?? null;
}

/** The formula at a place counted from zero, without "="; `undefined` where there is none. One that was filled down is moved there. */
export function formulaAt(sheet: Sheet, row: number, column: number): string | undefined {
  const formula = sheet.formulas.get(placeKey(row, column));
  return typeof formula === "object" ? shifted(formula, row, column) : formula;
}

/** The sheet of that name, as Excel tells names apart: capitals do not matter. */
export function sheetNamed(book: Book, name: string): Sheet | undefined {
  return book.sheets.find((sheet) => sameName(sheet.name, name));
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

/** The whole rectangle that is filled in, as "A1:C9"; `undefined` for an empty sheet. From the cells, never from what the file says. */
export function usedRange(sheet: Sheet): string | undefined {
  const right = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return right === 0 ? undefined : `A1:${placeName(sheet.rows.length - 1, right - 1)}`;
}
