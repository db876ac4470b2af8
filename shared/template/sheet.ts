/**
 * What a template's workbook is, as data: sheets of cells with their looks, and what a spreadsheet program shall do with them.
 * Rows and columns are zero-based, as everywhere in the core; addresses are what formulas and rules say.
 */
import { addressOf, columnLetters } from "../tabulate/address.ts";

/** How a cell looks and whether it may be typed in: only looks that begin with `input` are unlocked. */
export type Look =
  | "title"
  | "line"
  | "note"
  | "section"
  | "head"
  | "small"
  | "label"
  | "cell"
  | "number"
  | "text"
  | "status"
  | "link"
  | "blocked"
  | "sign"
  | "input text"
  | "input mark"
  | "input note"
  | "input number";

/** A cell that is written: a text or number, or a formula (no equals sign) with the value it has while nothing is filled in. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly look: Look;
  readonly value?: string | number;
  readonly formula?: string;
  /** Evaluated as an array, as Ctrl+Shift+Enter does: the only way in which every program does so. */
  readonly array?: true;
  /** The formula's value in the empty template. */
  readonly cached?: string | number;
  readonly format?: string;
}

/** A column: its width in characters, and, where it is an input, the look of all its cells below what is written. */
export interface ColumnLook {
  readonly width: number;
  readonly look?: Look;
  readonly format?: string;
  readonly hidden?: true;
}

/** What may be typed into a range, and what is said while typing and when it is refused. */
export interface Validation {
  readonly range: string;
  readonly type: "list" | "custom" | "whole" | "decimal" | "textLength";
  readonly operator?: "between" | "greaterThanOrEqual";
  readonly formula1: string;
  readonly formula2?: string;
  readonly title: string;
  readonly message: string;
  readonly prompt?: string;
}

/** Colours that follow the contents: a cell still to be filled in, a wrong one, and verdicts. */
export interface Shade {
  readonly range: string;
  /** True where the shade applies; for the first cell of the range, relative as usual. */
  readonly formula: string;
  readonly tone: "blank" | "wrong" | "good" | "bad" | "grey";
  /** Shows more digits instead of a colour. */
  readonly format?: string;
}

export interface TemplateSheet {
  readonly name: string;
  readonly hidden?: true;
  readonly landscape?: true;
  readonly columns: readonly ColumnLook[];
  readonly cells: readonly Placed[];
  /** Row heights in points. */
  readonly heights?: readonly (readonly [row: number, points: number])[];
  readonly merges?: readonly string[];
  readonly validations?: readonly Validation[];
  readonly shades?: readonly Shade[];
  /** The first row and column that scroll. */
  readonly freeze?: { readonly row: number; readonly column: number };
  /** Rows below what is written that have their lines on paper though nothing is typed in them: so many. */
  readonly lined?: number;
  /** Rows repeated on every printed page. */
  readonly repeat?: { readonly from: number; readonly to: number };
  /** Rows that begin a printed page. */
  readonly breaks?: readonly number[];
  /** Printed on one page, however small. */
  readonly onePage?: true;
  /** Who signs, at the foot of every printed page. */
  readonly signed?: true;
  /** Where digits kept as text are meant so: 班级, 学号. */
  readonly digitsAsText?: string;
}

/** A defined name and the range it stands for. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly range: string;
}

/** A rectangle, with dollars: $D$6:$D$3005. */
export function rangeOf(top: number, left: number, bottom = top, right = left): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  return top === bottom && left === right ? corner(top, left) : `${corner(top, left)}:${corner(bottom, right)}`;
}

/** The same without dollars, as merges and rules name it. */
export function boxOf(top: number, left: number, bottom = top, right = left): string {
  return top === bottom && left === right ? addressOf(top, left) : `${addressOf(top, left)}:${addressOf(bottom, right)}`;
}

/** How high a row must be for a Chinese text in so many characters' width, in points: a sign is as wide as two of those, and programs differ a little. */
export function heightFor(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor(width / 2) - 1);
  return 15 * text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0) + 4;
}

/** A sheet's name as formulas write it. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** A cell of another sheet, as formulas write it. */
export function cellOn(sheet: string, row: number, column: number): string {
  return `${quoted(sheet)}!${rangeOf(row, column)}`;
}

/** One row of cells from a column on, all in one look. */
export function rowOf(row: number, column: number, look: Look, texts: readonly (string | number)[]): Placed[] {
  return texts.map((value, at) => ({ row, column: column + at, look, value }));
}
