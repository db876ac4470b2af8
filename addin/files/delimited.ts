/** A .csv as a book of one sheet: texts and blanks. Numbers stay texts, so that 0012 is still a pupil's number. */
import Papa from "papaparse";
import type { Book, Value } from "./book.ts";
import { decoded } from "./encodings.ts";
import { type Budget, budgetOf, type Clock, COLUMNS, ROWS, TEXT } from "./limits.ts";
import { LAST_COLUMN, LAST_ROW } from "./places.ts";
import { otherKind, tooMuch } from "./refusals.ts";

/** What the only sheet is called. */
const CSV_SHEET = "CSV";

/** Reads commas, semicolons or tabs, as the first lines have them. Refuses quotes that do not close, and more than the limits. */
export function readDelimited(bytes: Uint8Array, clock: Clock): Book {
  const budget = budgetOf(clock, tooMuch.csvTime);
  const { encoding, text } = decoded(bytes);
  const rows = rowsIn(text.startsWith("\ufeff") ? text.slice(1) : text, budget);
  if (rows.length === 0) throw otherKind.empty();
  const sheet = {
    name: CSV_SHEET,
    state: "visible",
    rows,
    formulas: new Map(),
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    uncomputed: new Set<number>(),
  } as const;
  return { format: "csv", encoding, program: "", sheets: [sheet], names: [] };
}

const NOTHING: readonly Value[] = [];
/** Characters in which the lines say what is between their cells and at their ends. */
const HEAD = 65_536;
/** Cells, or quotation marks inside one, after which the clock is looked at within a line. */
const OFTEN = 1_024;
const [QUOTE, LINE] = [34, 10];

/**
 * The rows up to the last that holds something, by RFC 4180; spaces may follow a quotation mark that closes. Every character is looked at
 * once and nothing is kept of what is refused: a library that reads on behind a wrong quotation mark takes 3 GB for 20 MB of them.
 */
function rowsIn(text: string, budget: Budget): (readonly Value[])[] {
  const { delimiter, linebreak } = Papa.parse(text.slice(0, HEAD), { delimitersToGuess: [",", "\t", ";"], preview: 1 }).meta;
  const between = delimiter.charCodeAt(0);
  const [ends, endLength] = [linebreak.charCodeAt(0), linebreak.length];
  const endsAt = (at: number) => text.charCodeAt(at) === ends && (endLength === 1 || text.charCodeAt(at + 1) === LINE);
  const rows: (readonly Value[])[] = [];
  let [at, row, column, steps] = [0, 0, 0, 0];
  let cells: Value[] = [];

  const look = (): void => {
    if (++steps % OFTEN === 0) budget.time();
  };

  /** The text between quotation marks; ends where the cell does. */
  const quoted = (): string => {
    const begins = at + 1;
    let [from, pairs] = [begins, 0];
    for (;;) {
      at = text.indexOf('"', from);
      if (at < 0) throw otherKind.quotes(row + 1);
      if (text.charCodeAt(at + 1) !== QUOTE) break;
      pairs++;
      from = at + 2;
      look();
    }
    const closes = at++;
    while (at < text.length && text.charCodeAt(at) !== between && !endsAt(at))
      if (!/\s/.test(text.charAt(at++))) throw otherKind.quotes(row + 1);
    // Nothing but spaces up to the end of the file is no end of a cell.
    if (at === text.length && at > closes + 1) throw otherKind.quotes(row + 1);
    if (closes - begins - pairs > TEXT) throw tooMuch.text(CSV_SHEET, row, column, TEXT);
    const inside = text.slice(begins, closes);
    return pairs === 0 ? inside : inside.replaceAll('""', '"');
  };

  const plain = (): string => {
    const begins = at;
    while (at < text.length && text.charCodeAt(at) !== between && !endsAt(at)) at++;
    if (at - begins > TEXT) throw tooMuch.text(CSV_SHEET, row, column, TEXT);
    return text.slice(begins, at);
  };

  const put = (value: Value): void => {
    if (value === null) return;
    if (row >= ROWS) throw tooMuch.rows(CSV_SHEET, row, column, ROWS);
    if (column >= COLUMNS) throw tooMuch.columns(CSV_SHEET, row, column, COLUMNS);
    while (cells.length < column) cells.push(null);
    cells.push(value);
  };

  const closeRow = (): void => {
    budget.time();
    if (cells.length > 0) {
      budget.cells(cells.length);
      while (rows.length < row) rows.push(NOTHING);
      rows.push(cells);
      cells = [];
    }
    if (++row > LAST_ROW) throw tooMuch.rows(CSV_SHEET, row, 0, ROWS);
    column = 0;
  };

  for (;;) {
    put(cellOf(text.charCodeAt(at) === QUOTE ? quoted() : plain()));
    look();
    if (at >= text.length) break;
    if (text.charCodeAt(at) === between) {
      at++;
      // As many as a sheet has room for may be blank.
      if (++column >= LAST_COLUMN) throw tooMuch.columns(CSV_SHEET, row, COLUMNS, COLUMNS);
    } else {
      at += endLength;
      closeRow();
    }
  }
  closeRow();
  return rows;
}

/** A cell: blank, or its text. ="0012" is how some programs keep Excel from making a number of it. */
function cellOf(cell: string): Value {
  const text = /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
  return text === "" ? null : text;
}
