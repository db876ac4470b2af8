/** Tables that people circulate, as files: an .xlsx with a sheet for each, ready to print, and a .csv of one. No text in them can act. */
import { strFromU8, strToU8, unzipSync } from "fflate";
import { type WriteSheet, type Cell as WrittenCell, writeXlsx } from "hucre/xlsx";
import { type Cell, type Column, type Format, isMeasured, type Table } from "../../shared/handin/table.ts";
import type { Words } from "../../shared/refusal.ts";
import { addressOf } from "../../shared/tabulate/address.ts";
import type { Look } from "../../shared/template/sheet.ts";
import { SIGNED } from "../../shared/template/sign.ts";
import { styleOf } from "../template/styles.ts";
import { titlesOf } from "../template/write.ts";
import { inert } from "./inert.ts";
import { archiveOf, entryOf } from "./pack.ts";
import { escaped } from "./splice.ts";

export type Tongue = keyof Words;

export const FORMATS: Readonly<Record<Format, string>> = { text: "@", count: "0", mark: "0.00", rate: "0.00%", number: "General" };
/** Rows of the title, the note and the heads. */
const [TITLE, NOTE, HEAD, FIRST] = [0, 1, 2, 3];
/** Characters: the narrowest and the widest column; longer texts take another line. */
const [NARROWEST, WIDEST] = [6, 36];

/**
 * A workbook with a sheet for each table, A4 across, heads repeated on every page. `made` is the day it is made, 2026-11-28: the same tables
 * on the same day give the same bytes. At least one table; `taken`: names that no sheet may have.
 */
export async function workbookOf(
  tables: readonly Table[],
  made: string,
  tongue: Tongue = "zh",
  taken: readonly string[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const day = new Date(`${made}T00:00:00Z`);
  const names = sheetNames(
    tables.map(({ title }) => title[tongue]),
    taken,
  );
  const written = await writeXlsx({
    sheets: tables.map((table, at) => sheetOf(table, names[at] as string, tongue)),
    namedRanges: titlesOf(names.map((name) => ({ name, repeat: { from: HEAD, to: HEAD } }))),
    properties: { title: tables[0]?.title[tongue] ?? "", creator: "QUALITY", created: day, modified: day },
    defaultFont: { name: "宋体", size: 11, family: 1, charset: 134 },
  });
  const parts = unzipSync(written);
  for (const [at, table] of tables.entries()) {
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    parts[path] = strToU8(withDigitsAsText(strFromU8(parts[path] as Uint8Array), table));
  }
  return archiveOf(Object.entries(parts).map(([path, content]) => entryOf(path, content)));
}

/** The heads and the rows as .csv, in UTF-8 with the mark that Excel and WPS know it by. Rates are fractions, as exact as they are. */
export function csvOf({ columns, rows }: Table, tongue: Tongue = "zh"): Uint8Array<ArrayBuffer> {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map((cell) => field(cell, tongue)).join(","));
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
}

function field(cell: Cell, tongue: Tongue): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (isMeasured(cell)) return String(cell.value);
  const text = inert(said(cell, tongue));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function said(cell: string | Words, tongue: Tongue): string {
  return typeof cell === "string" ? cell : cell[tongue];
}

/** Names that a sheet may have: 31 characters, none that programs forbid or that could lead elsewhere in a formula, and no two alike. */
export function sheetNames(titles: readonly string[], others: readonly string[] = []): string[] {
  const taken = new Set(others.map((name) => name.toLowerCase()));
  return titles.map((title, at) => {
    const plain = title.replaceAll(NOT_IN_NAMES, " ").replaceAll("(", "（").replaceAll(")", "）").trim() || String(at + 1);
    for (let number = 1; ; number++) {
      const end = number === 1 ? "" : ` ${number}`;
      const name = `${plain.slice(0, 31 - end.length)}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const NOT_IN_NAMES = /[[\]:*?/\\|!'"<>\u0000-\u001f]+/g;

function sheetOf({ title, note, columns, rows }: Table, name: string, tongue: Tongue): WriteSheet {
  const last = Math.max(0, columns.length - 1);
  const widths = columns.map((column, at) => widthOf([column.name, ...rows.map((row) => row[at] ?? null)], column, tongue));
  const cells = new Map<string, Partial<WrittenCell>>();
  const put = (row: number, column: number, look: Look, value: string | number, format?: string) => {
    const { protection: _, ...style } = styleOf(look, format);
    const alignment = look === "number" ? { ...style.alignment, indent: 1 } : style.alignment;
    cells.set(`${row},${column}`, { style: { ...style, ...(alignment && { alignment }) }, ...(value !== "" && { value }) });
  };
  put(TITLE, 0, "title", title[tongue]);
  put(NOTE, 0, "note", note[tongue]);
  for (const [at, { name: head }] of columns.entries()) put(HEAD, at, "head", head[tongue]);
  const heights = new Map<number, { height: number }>();
  for (const [down, row] of rows.entries()) {
    let lines = 1;
    for (const [at, { format }] of columns.entries()) {
      const cell = row[at] ?? null;
      const number = isMeasured(cell) ? cell.value : typeof cell === "number" ? cell : null;
      const look = number !== null ? "number" : format === "text" ? "text" : "cell";
      const value = isMeasured(cell) || typeof cell === "number" ? (number ?? "") : cell === null ? "" : said(cell, tongue);
      if (typeof value === "string") lines = Math.max(lines, linesOf(value, (widths[at] as number) - 3));
      const own = typeof value === "string" && format === "number" ? FORMATS.text : FORMATS[format];
      put(FIRST + down, at, look, value, isMeasured(cell) ? cell.format[tongue] : own);
    }
    heights.set(FIRST + down, { height: 15 * lines + 3 });
  }
  const across = widths.reduce((sum, width) => sum + width, 0);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    cells,
    merges: last > 0 ? [TITLE, NOTE].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })) : [],
    rowDefs: new Map([
      ...heights,
      [TITLE, { height: 32 }],
      [NOTE, { height: 18 * linesOf(note[tongue], across) + 4 }],
      [HEAD, { height: 16 * Math.max(...columns.map((column, at) => linesOf(column.name[tongue], (widths[at] as number) - 1)), 1) + 8 }],
    ]),
    freezePane: { rows: FIRST, columns: columns[0]?.format === "text" ? 1 : 0 },
    pageSetup: {
      ...{ paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
      margins: { top: 0.7, bottom: 0.8, left: 0.5, right: 0.5, header: 0.3, footer: 0.4 },
    },
    headerFooter: { oddFooter: tongue === "zh" ? `&L${SIGNED.join("　　　　　　")}&R第 &P 页，共 &N 页` : "&CPage &P of &N" },
    view: { showGridLines: false },
  };
}

/** How wide a text is, in Latin letters: a Chinese character takes two. */
function lettersOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
}

function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(lettersOf(line) / Math.max(1, width))), 0);
}

/** As wide as its texts, and half as wide as a long head, which takes a second line. */
function widthOf([head, ...cells]: readonly (Cell | Words)[], { format }: Column, tongue: Tongue): number {
  const letters = (cell: Cell) =>
    cell === null
      ? 0
      : isMeasured(cell)
        ? 4 + lettersOf(cell.format[tongue].split(";")[0] ?? "")
        : typeof cell === "number"
          ? shownLetters(cell, format)
          : lettersOf(said(cell, tongue));
  const own = cells.reduce<number>((most, cell) => Math.max(most, letters(cell)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, own, Math.ceil(letters(head as Words) / 2)) + (format === "text" ? 3 : 4));
}

function shownLetters(value: number, format: Format): number {
  if (format === "rate") return (value * 100).toFixed(2).length + 1;
  return format === "mark" ? value.toFixed(2).length : Math.min(14, String(value).length);
}

/** Codes and class numbers are digits on purpose: Excel shall not warn of numbers that are texts. */
function withDigitsAsText(xml: string, { columns, rows }: Table): string {
  if (rows.length === 0 || columns.length === 0) return xml;
  const range = `${addressOf(FIRST, 0)}:${addressOf(FIRST + rows.length - 1, columns.length - 1)}`;
  return xml.replace(
    "</worksheet>",
    `<ignoredErrors><ignoredError sqref="${escaped(range)}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  );
}
