/** What a spreadsheet program hands over of an open workbook, as the book that a file of it would be read as. */
import { placeKey, type Range, type ReadBook, type ReadSheet, type SheetState, type Value } from "../shared/handin/book.ts";
import { isDateFormat } from "./files/date-format.ts";
import { cornersOf, readReference } from "./reference.ts";

/** Cells as Excel hands them over: rows of values, with what each is, its formula and its number format beside it. */
export interface Stretch {
  readonly values: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/** Takes a sheet in stretches, from the top down; `top` and `left` are the place of the first cell. */
export class OpenSheet {
  private readonly rows: Value[][];
  private readonly formulas = new Map<number, string>();
  private readonly left: number;

  constructor({ top, left }: Pick<Range, "top" | "left">) {
    this.left = left;
    this.rows = Array.from({ length: top }, () => []);
  }

  put({ values, valueTypes, formulas, numberFormat }: Stretch): void {
    values.forEach((line, at) => {
      const row: Value[] = Array.from({ length: this.left }, () => null);
      line.forEach((value, column) => {
        const formula = formulas[at]?.[column];
        const isFormula = typeof formula === "string" && formula.startsWith("=");
        if (isFormula) this.formulas.set(placeKey(this.rows.length, this.left + column), formula.slice(1));
        row.push(cellValue(value, valueTypes[at]?.[column], numberFormat[at]?.[column], isFormula));
      });
      this.rows.push(row);
    });
  }

  /** The sheet, its rows ending at their last cell with a value or formula. */
  done(name: string, state: SheetState, merged: readonly string[], hiddenRows: readonly number[]): ReadSheet {
    const rows = this.rows.map((row, at) => {
      let length = row.length;
      while (length > 0 && row[length - 1] === null && !this.formulas.has(placeKey(at, length - 1))) length--;
      return row.slice(0, length);
    });
    while (rows.at(-1)?.length === 0) rows.pop();
    const merges = merged.flatMap((address) => readReference(address) ?? []).map(cornersOf);
    return { name, state, rows, formulas: this.formulas, merges, hiddenRows: new Set(hiddenRows) };
  }
}

export function openBook(program: string, sheets: readonly ReadSheet[]): ReadBook {
  return { format: "xlsx", program, sheets };
}

function cellValue(value: unknown, type: unknown, format: unknown, isFormula: boolean): Value {
  if (type === "Error") return { error: String(value) };
  if (typeof value === "number") return typeof format === "string" && isDateFormat(-1, format) ? { date: value } : value;
  if (typeof value === "boolean") return value;
  // "" is a blank, or a formula that shows nothing.
  return value === "" && !isFormula ? null : value === null || value === undefined ? null : String(value);
}

/** Bytes as Excel takes a file: in base64. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** A name for a new sheet that no other has. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
