/** What a file holds once it is read: sheets of values, formulas beside them, and the names. Nothing in it is keyed by a file's text. */
import { placeKey, type ReadBook, type ReadName, type ReadSheet } from "../../shared/handin/book.ts";
import { placeName } from "./places.ts";
import { type SharedFormula, shifted } from "./shift.ts";

export type { DateValue, ErrorValue, SheetState, Value } from "../../shared/handin/book.ts";
export { isDate, isError, sameName, sheetNamed, textIn, valueAt } from "../../shared/handin/book.ts";

export interface Sheet extends ReadSheet {
  /** By placeKey; ask formulaAt. */
  readonly formulas: ReadonlyMap<number, string | SharedFormula>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Formulas for which no program has written a value yet, by placeKey: their cells are null, and no blanks. */
  readonly uncomputed: ReadonlySet<number>;
}

export interface DefinedName extends ReadName {
  readonly hidden: boolean;
}

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface Book extends ReadBook {
  /** Of a .csv: which encoding it was read in. */
  readonly encoding: Encoding | undefined;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

/** The formula at a place counted from zero, without "="; `undefined` where there is none. One that was filled down is moved there. */
export function formulaAt(sheet: Sheet, row: number, column: number): string | undefined {
  const formula = sheet.formulas.get(placeKey(row, column));
  return typeof formula === "object" ? shifted(formula, row, column) : formula;
}

/** The whole rectangle that is filled in, as "A1:C9"; `undefined` for an empty sheet. From the cells, never from what the file says. */
export function usedRange(sheet: Sheet): string | undefined {
  const right = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return right === 0 ? undefined : `A1:${placeName(sheet.rows.length - 1, right - 1)}`;
}
