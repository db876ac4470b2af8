/** The grid's whole workbook, hidden sheets too, as a file of it would be read. */
import type { Workbook as Grid } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { ReadBook } from "../../shared/handin/book.ts";
import { addressOf } from "../../shared/tabulate/address.ts";
import type { Tell } from "../host.ts";
import { OpenSheet, openBook } from "../open-book.ts";
import { formulasOf, type GridSheet, readBox, usedBox } from "./reading.ts";

type Book = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;

export async function bookOf(book: Book, tell: Tell, stop: AbortSignal): Promise<ReadBook | null> {
  const sheets = book.getSheets();
  const read = [];
  for (const [at, sheet] of sheets.entries()) {
    if (stop.aborted) return null;
    tell(at, sheets.length);
    read.push(sheetOf(sheet, book.getWorkbook()));
    // The page stays alive between sheets.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return openBook("QUALITY", read);
}

function sheetOf(sheet: GridSheet, grid: Grid) {
  const { top, left, cells, merged, hiddenRows } = readBox(sheet, usedBox(sheet));
  const formulas = new Map(formulasOf(sheet).cells.map(({ cell, formula }) => [cell, formula]));
  const matrix = sheet.getSheet().getCellMatrix();
  const styles = grid.getStyles();
  const open = new OpenSheet({ top, left });
  const addresses = (row: number, columns: number) =>
    Array.from({ length: columns }, (_, column) => ({ row: top + row, column: left + column }));
  for (const [row, line] of cells.entries()) {
    const places = addresses(row, line.length);
    open.put({
      values: [line.map((value) => value ?? "")],
      valueTypes: [line.map((value) => (typeof value === "string" && /^#[A-Z/0!?]+$/.test(value) ? "Error" : null))],
      formulas: [places.map((at) => formulas.get(addressOf(at.row, at.column)) ?? "")],
      numberFormat: [places.map((at) => styles.getStyleByCell(matrix.getValue(at.row, at.column))?.n?.pattern ?? "General")],
    });
  }
  return open.done(sheet.getSheetName(), sheet.isSheetHidden() ? "hidden" : "visible", merged, hiddenRows);
}
