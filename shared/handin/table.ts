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

/** A number that has a format of its own, because its column holds figures of many units. */
export interface Measured {
  readonly value: number;
  /** The format in Excel's own writing; a text in it is quoted. */
  readonly format: Words;
}

/** A number by its column's format or by its own, a text as it is, a text in both languages, or nothing. */
export type Cell = number | Measured | string | Words | null;

export function isMeasured(cell: Cell): cell is Measured {
  return typeof cell === "object" && cell !== null && "value" in cell;
}

/** The table with whose it is and of what at the head of its note: on paper it lies by itself. */
export function headed(
  table: Table,
  { name: county }: { readonly name: string },
  { name, period }: { readonly name: string; readonly period: string },
): Table {
  const { note } = table;
  return { ...table, note: { zh: `${county} · ${name}（${period}）。${note.zh}`, en: `${county} · ${name} (${period}). ${note.en}` } };
}

/** A note with what follows from it, if anything. */
export function joined(note: Words, more: Words | null): Words {
  return more ? { zh: `${note.zh}${more.zh}`, en: `${note.en} ${more.en}` } : note;
}

export interface Table {
  readonly title: Words;
  /** What a reader must know: lines, coverage, what is withheld. */
  readonly note: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
