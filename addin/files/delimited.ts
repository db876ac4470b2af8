/** A .csv as a book of one sheet: texts and blanks. Numbers stay texts, so that 0012 is still a pupil's number. */
import Papa from "papaparse";
import type { Book, Value } from "./book.ts";
import { decoded } from "./encodings.ts";
import { budgetOf, type Clock, COLUMNS, ROWS, TEXT } from "./limits.ts";
import { LAST_ROW } from "./places.ts";
import { otherKind, tooMuch } from "./refusals.ts";

/** What the only sheet is called. */
const CSV_SHEET = "CSV";

/** Reads commas, semicolons or tabs, as the first lines have them. Refuses quotes that do not close, and more than the limits. */
export function readDelimited(bytes: Uint8Array, clock: Clock): Book {
  const budget = budgetOf(clock);
  const { encoding, text } = decoded(bytes);
  checkLines(text);
  const rows: (readonly Value[])[] = [];
  let row = -1;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [",", "\t", ";"],
    step: ({ data, errors }) => {
      budget.time();
      row++;
      if (errors.some(({ type }) => type === "Quotes")) throw otherKind.quotes(row + 1);
      const cells = data.map((cell, column) => valueIn(cell, row, column));
      while (cells.at(-1) === null) cells.pop();
      if (row >= ROWS && (cells.length > 0 || row >= LAST_ROW)) throw tooMuch.rows(CSV_SHEET, row, 0, ROWS);
      if (cells.length > COLUMNS) throw tooMuch.columns(CSV_SHEET, row, COLUMNS, COLUMNS);
      if (cells.length === 0) return;
      budget.cells(cells.length);
      while (rows.length < row) rows.push(NOTHING);
      rows.push(cells);
    },
  });
  if (rows.length === 0) throw otherKind.empty();
  const sheet = {
    name: CSV_SHEET,
    state: "visible",
    rows,
    formulas: new Map(),
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
  } as const;
  return { format: "csv", encoding, program: "", sheets: [sheet], names: [] };
}

const NOTHING: readonly Value[] = [];

/** A cell: blank, or its text. ="0012" is how some programs keep Excel from making a number of it. */
function valueIn(cell: string, row: number, column: number): Value {
  if (cell.length > TEXT) throw tooMuch.text(CSV_SHEET, row, column, TEXT);
  const text = /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
  return text === "" ? null : text;
}

const [TAB, LINE, RETURN, COMMA, SEMICOLON] = [9, 10, 13, 44, 59];

/** The parser takes a line apart before anybody can count: one with more separators than any row has, and any text in it, is refused first. */
function checkLines(text: string): void {
  let [separators, line] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > SEMICOLON) continue;
    if (code === LINE || code === RETURN) {
      separators = 0;
      line++;
    } else if ((code === COMMA || code === TAB || code === SEMICOLON) && ++separators > COLUMNS + TEXT)
      throw tooMuch.columns(CSV_SHEET, line, COLUMNS, COLUMNS);
  }
}
