/** A table that people circulate, as plain data: whoever writes it as .xlsx, .csv or on a page finds here what each column is. */
import type { Words } from "../refusal.ts";

/**
 * - `text`: words or codes, never a number
 * - `count`: whole number
 * - `mark`: marks, two digits behind the point
 * - `rate`: a fraction, shown as per cent with two digits
 * - `number`: as exact as it is
 */
export type Format = "text" | "count" | "mark" | "rate" | "number";

export interface Column {
  readonly name: Words;
  readonly format: Format;
}

/** A number by its column's format, a text as it is, a text in both languages, or nothing. */
export type Cell = number | string | Words | null;

export interface Table {
  readonly title: Words;
  /** What a reader must know: lines, coverage, what is withheld. */
  readonly note: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
