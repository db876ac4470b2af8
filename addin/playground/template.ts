/** A template in the grid: its values, formulas and names, as far as the grid can show them. Drop-downs, protection and colours stay in Excel. */
import { BooleanNumber, CellValueType, type ICellData, type IStyleData, type IWorksheetData, WrapStrategy } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { Template } from "../../shared/template/layout.ts";
import { type Look, quoted, type TemplateSheet } from "../../shared/template/sheet.ts";
import { cornersOf, readReference } from "../reference.ts";

type Book = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;

/** Pixels of a character's width, and of a point. */
const CHARACTER = 7;
const POINT = 4 / 3;

export function addTemplate(book: Book, { sheets, names }: Pick<Template, "sheets" | "names">): void {
  // Formulas are computed as they come, so what they name comes first; the names are known once their sheets are.
  const added = sheets.map((sheet) => book.insertSheet(sheet.name, { sheet: { ...dataOf(sheet), cellData: {} } }));
  for (const { name, sheet, range } of names) book.insertDefinedName(name, `${quoted(sheet)}!${range}`);
  sheets.forEach((sheet, at) => {
    const cells = cellsOf(sheet);
    const [bottom, right] = [Math.max(...sheet.cells.map(({ row }) => row)), Math.max(...sheet.cells.map(({ column }) => column))];
    const rows = Array.from({ length: bottom + 1 }, (_, row) =>
      Array.from({ length: right + 1 }, (_, column) => cells[row]?.[column] ?? {}),
    );
    added[at]?.getRange(0, 0, bottom + 1, right + 1).setValues(rows);
    if (sheet.hidden) added[at]?.hideSheet();
  });
  if (added[0]) book.setActiveSheet(added[0]);
}

function dataOf({ columns, heights = [], merges = [], freeze, cells }: TemplateSheet): Partial<IWorksheetData> {
  const [rows, across] = [Math.max(...cells.map(({ row }) => row)), Math.max(columns.length, ...cells.map(({ column }) => column + 1))];
  return {
    rowCount: Math.max(200, rows + 20),
    columnCount: Math.max(20, across),
    showGridlines: BooleanNumber.TRUE,
    columnData: Object.fromEntries(
      columns.map(({ width, hidden }, at) => [at, { w: width * CHARACTER, ...(hidden && { hd: BooleanNumber.TRUE }) }]),
    ),
    rowData: Object.fromEntries(heights.map(([row, points]) => [row, { h: points * POINT }])),
    mergeData: merges.flatMap((box) => {
      const reference = readReference(box);
      if (!reference) return [];
      const { top, left, bottom, right } = cornersOf(reference);
      return [{ startRow: top, startColumn: left, endRow: bottom, endColumn: right }];
    }),
    ...(freeze && { freeze: { xSplit: freeze.column, ySplit: freeze.row, startRow: freeze.row, startColumn: freeze.column } }),
  };
}

function cellsOf({ cells }: TemplateSheet): Record<number, Record<number, ICellData>> {
  const data: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, look, value, formula, cached, format } of cells) {
    const style = styleOf(look, format);
    const held = formula === undefined ? value : cached;
    const typed = typeof held === "number" ? CellValueType.NUMBER : CellValueType.STRING;
    const shown = held === undefined || held === "" ? {} : { v: held, t: typed };
    data[row] = { ...data[row], [column]: { ...shown, ...(formula !== undefined && { f: `=${formula}` }), s: style } };
  }
  return data;
}

const LOOKS: Partial<Record<Look, IStyleData>> = {
  title: { bl: BooleanNumber.TRUE, fs: 14 },
  section: { bl: BooleanNumber.TRUE },
  head: { bl: BooleanNumber.TRUE, bg: { rgb: "#f3f3f3" } },
  "input text": { bg: { rgb: "#fffbe6" } },
  "input mark": { bg: { rgb: "#fffbe6" } },
  "input number": { bg: { rgb: "#fffbe6" } },
};

function styleOf(look: Look, format: string | undefined): IStyleData {
  return { tb: WrapStrategy.WRAP, ...LOOKS[look], ...(format !== undefined && { n: { pattern: format } }) };
}
