/** A table as a sheet of a workbook that is open: what Excel takes as a file, and what the grid can show of it. */
import { isMeasured, type Table } from "../../shared/handin/table.ts";
import { boxOf, heightFor, type Placed, type TemplateSheet } from "../../shared/template/sheet.ts";
import { FORMATS, said, sheetNames, type Tongue, workbookOf } from "../files/tables.ts";
import type { Workbook } from "../host.ts";

const HEADS = 2;

/**
 * Puts tables into the workbook as new sheets: A4 across, heads repeated, borders, who made and who checked at the foot. Where that cannot
 * be they open as a workbook of their own. `made` is the day, 2026-11-28.
 */
export async function insertTables(
  workbook: Workbook,
  tables: readonly Table[],
  made: string,
  tongue: Tongue,
): Promise<{ readonly where: "here" | "new"; readonly names: readonly string[] }> {
  const taken = await workbook.sheetNames();
  const names = sheetNames(
    tables.map(({ title }) => title[tongue]),
    taken,
  );
  const sheets = tables.map((table, at) => sheetOf(table, names[at] as string, tongue));
  const where = await workbook.openTemplate({ sheets, names: [] }, () => workbookOf(tables, made, tongue, taken));
  return { where, names };
}

function sheetOf({ title, note, columns, rows }: Table, name: string, tongue: Tongue): TemplateSheet {
  const last = columns.length - 1;
  const cells: Placed[] = [
    { row: 0, column: 0, look: "title", value: title[tongue] },
    { row: 1, column: 0, look: "note", value: note[tongue] },
    ...columns.map(({ name: head }, column): Placed => ({ row: HEADS, column, look: "head", value: head[tongue] })),
    ...rows.flatMap((row, down) =>
      columns.flatMap(({ format }, column): Placed[] => {
        const cell = row[column] ?? null;
        if (cell === null) return [];
        if (isMeasured(cell)) return [{ row: HEADS + 1 + down, column, format: cell.format[tongue], look: "number", value: cell.value }];
        const own = { row: HEADS + 1 + down, column, format: FORMATS[format] };
        return [typeof cell === "number" ? { ...own, look: "number", value: cell } : { ...own, look: "text", value: said(cell, tongue) }];
      }),
    ),
  ];
  const widths = columns.map(({ format }, at) => (format === "text" ? (at === 0 ? 12 : 16) : 11));
  const across = widths.reduce((sum, width) => sum + width, 0);
  return {
    name,
    landscape: true,
    columns: widths.map((width) => ({ width })),
    heights: [
      [1, heightFor(note[tongue], across)],
      [HEADS, Math.max(...columns.map(({ name: head }, at) => heightFor(head[tongue], widths[at] ?? across)))],
    ],
    cells,
    merges: last > 0 ? [boxOf(0, 0, 0, last), boxOf(1, 0, 1, last)] : [],
    freeze: { row: HEADS + 1, column: 0 },
    repeat: { from: HEADS, to: HEADS },
    signed: true,
  };
}
