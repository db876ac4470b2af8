/**
 * The workbook as the pane sees it. Two implementations: workbook.ts (Excel) and playground/workbook.ts (the browser grid).
 * Nothing here knows which one it talks to.
 */
import type { ReadBook } from "../shared/handin/book.ts";
import type { Template } from "../shared/template/layout.ts";

/** A rectangle of cells as read: blanks are `null` whatever the host hands over. */
export interface Sheet {
  /** Name of the sheet. */
  readonly name: string;
  /** Address of the rectangle, e.g. `A1:F51`. */
  readonly address: string;
  /** Zero-based row and column of the first cell. */
  readonly top: number;
  readonly left: number;
  readonly cells: readonly (readonly unknown[])[];
  /** Zero-based sheet rows inside the rectangle that are hidden or filtered out. They are counted; the pane says so. */
  readonly hiddenRows: readonly number[];
  /** Zero-based sheet columns inside the rectangle that are hidden: a visible one of the same subject is read before them. */
  readonly hiddenColumns?: readonly number[];
  /** Of a file: sheets with something in them that are hidden and not read. */
  readonly hiddenSheets?: readonly string[];
  /** Addresses of merged cells inside the rectangle. Only their first cell holds a value; the pane says so. */
  readonly merged: readonly string[];
}

/** The cells of a sheet that hold formulas, row by row. A cell that another's result spills into may repeat its formula. */
export interface Formulas {
  readonly sheet: string;
  readonly cells: readonly { readonly cell: string; readonly formula: string }[];
}

/** A number format for all columns, or one for each; `null` leaves a column as it is. */
export type ColumnFormats = string | readonly (string | null)[];

export function formatAt(format: ColumnFormats | undefined, column: number): string | null {
  return typeof format === "string" ? format : (format?.[column] ?? null);
}

export type Change = "cells" | "shown";
export type Tell = (done: number, all: number) => void;

export interface Workbook {
  readonly host: "excel" | "playground";
  /** The used cells of the active sheet; a whole-column selection never reads past them. */
  readUsed(): Promise<Sheet>;
  /** The selected cells, cut to the used range. */
  readSelection(): Promise<Sheet>;
  /** The selection as an address with its sheet, '示例班级'!D2:D51; whole columns and rows are cut to what is used. */
  selectedAddress(): Promise<string>;
  /** The cells of an address, blanks as `null`; refuses an address that leads nowhere. */
  readAt(address: string): Promise<readonly (readonly unknown[])[]>;
  /** Names of the sheets a person sees, in their order. */
  sheetNames(): Promise<readonly string[]>;
  /** The used cells of a sheet by its name, whether it is shown or not. */
  readSheet(name: string): Promise<Sheet>;
  /** Selects a cell of the sheet that was read last, to show the person a place. */
  select(address: string): Promise<void>;
  /** Shows a cell of a sheet by its name. */
  goTo(sheet: string, address: string): Promise<void>;
  /** The formulas of the active sheet. */
  formulas(): Promise<Formulas>;
  /** The whole workbook, hidden sheets too, as a file of it would be read; `null` once `stop` is set. `tell` hears how many cells are read. */
  readBook(tell: Tell, stop: AbortSignal): Promise<ReadBook | null>;
  /** Puts the sheets of a template, or of tables, into this workbook, or, where that cannot be, opens them as a new one. */
  openTemplate(template: Pick<Template, "sheets" | "names">, bytes: () => Promise<Uint8Array>): Promise<"here" | "new">;
  /**
   * Writes values or formulas with the first cell at the selection, as one undo step; refuses to overwrite filled cells. `format` is the
   * number format of the cells ("0.00%") where they have none of their own: of all, or of each column.
   */
  insert(cells: readonly (readonly (string | number)[])[], format?: ColumnFormats): Promise<string>;
  /** Puts an image at the selection, so many pixels wide and high, with what it says for those who do not see it; returns where. Not every host can. */
  insertImage?(png: Uint8Array, picture: { readonly width: number; readonly height: number; readonly alt: string }): Promise<string>;
  /** Fills an empty new sheet: a sample class, so that a newcomer has something to try, or formulas that follow. */
  insertSample(cells: readonly (readonly (string | number)[])[], name: string, format?: ColumnFormats): Promise<void>;
  /** A text that this workbook keeps under a name, in its file and not in its cells; "" where it keeps none. */
  keptText(name: string): Promise<string>;
  keepText(name: string, text: string): Promise<void>;
  /** Computes every formula anew: what the functions read besides their cells has changed. */
  recalculate(): Promise<void>;
  /** Calls back after cells changed, or another sheet is shown; returns how to stop. */
  onChange(listener: (what: Change) => void): () => void;
}
