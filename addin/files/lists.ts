/** The sheets of a file as the rectangles the pane works on: what Excel would hand over for the same cells. */
import { placeKey, UNCOMPUTED } from "../../shared/handin/book.ts";
import { columnLetters } from "../../shared/tabulate/address.ts";
import { withOneHeader } from "../../shared/tabulate/two-rows.ts";
import type { Sheet as List } from "../host.ts";
import { type Book, isDate, isError, type Sheet, textIn, type Value } from "./book.ts";

/** Sheets that a person sees and that hold something. A .csv has no sheet of its own: it goes by the name it is given. */
export function listsOf(book: Book, name: string): List[] {
  const filled = book.sheets.filter(({ rows }) => rows.some((row) => row.length > 0));
  const hiddenSheets = filled.filter(({ state }) => state === "hidden").map((sheet) => sheet.name);
  return filled
    .filter(({ state }) => state === "visible")
    .map((sheet) => ({
      ...withOneHeader(listOf(sheet, book.format === "csv" ? name : sheet.name)),
      ...(hiddenSheets.length > 0 && { hiddenSheets }),
    }));
}

function listOf({ rows, hiddenRows, hiddenColumns, merges, uncomputed }: Sheet, name: string): List {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    name,
    address: `A1:${columnLetters(width - 1)}${rows.length}`,
    top: 0,
    left: 0,
    cells: rows.map((row, at) =>
      Array.from({ length: width }, (_, column) => (uncomputed.has(placeKey(at, column)) ? UNCOMPUTED : cellOf(row[column] ?? null))),
    ),
    hiddenRows: [...hiddenRows].filter((row) => row < rows.length).sort((a, b) => a - b),
    hiddenColumns: [...hiddenColumns].filter((column) => column < width).sort((a, b) => a - b),
    merged: merges.map(({ top, left, bottom, right }) => `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`),
  };
}

/** A date is no mark and no number: as a text it is refused as what it looks like. */
function cellOf(value: Value): unknown {
  return isDate(value) || isError(value) ? textIn(value) : value;
}
