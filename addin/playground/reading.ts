/** Reads a rectangle of a grid's sheet: values as they are kept, not as they are printed, spilled ones included. */
import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import { addressOf } from "../../shared/tabulate/address.ts";
import type { Formulas, Sheet } from "../host.ts";

type Book = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;
export type GridSheet = ReturnType<Book["getActiveSheet"]>;

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function readBox(sheet: GridSheet, box: Box | null): Sheet {
  const name = sheet.getSheetName();
  if (box === null) return { name, address: "", top: 0, left: 0, cells: [], hiddenRows: [], merged: [] };
  const { top, left, bottom, right } = box;
  const value = valuesOf(sheet);
  const cells = span(top, bottom).map((row) => span(left, right).map((column) => value(row, column)));
  const worksheet = sheet.getSheet();
  const merged = sheet
    .getMergedRanges()
    .map((range) => range.getRange())
    .map(({ startRow, startColumn, endRow, endColumn }) => ({ top: startRow, left: startColumn, bottom: endRow, right: endColumn }))
    .filter((one) => overlap(one, box) !== null);
  return {
    name,
    address: boxAddress(box),
    top,
    left,
    cells,
    hiddenRows: span(top, bottom).filter((row) => !worksheet.getRowVisible(row)),
    hiddenColumns: span(left, right).filter((column) => !worksheet.getColVisible(column)),
    merged: merged.map(boxAddress),
  };
}

/** The smallest rectangle around every cell that holds something; `null` on an empty sheet. */
export function usedBox(sheet: GridSheet): Box | null {
  let box: Box | null = null;
  const widen = (row: number, column: number, cell: Nullable<ICellData>) => {
    if (plain(cell) === null) return;
    box = box === null ? { top: row, left: column, bottom: row, right: column } : around(box, row, column);
  };
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => widen(row, column, cell));
  for (const [row, columns] of Object.entries(spilled(sheet))) {
    for (const [column, cell] of Object.entries(columns)) widen(Number(row), Number(column), cell);
  }
  return box;
}

/** Where two rectangles overlap; whole rows and columns reach to the end of the other. */
export function overlap(one: Box, other: Box): Box | null {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const bottom = Math.min(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

/** A reader of single cells; blanks are `null`. */
export function valuesOf(sheet: GridSheet): (row: number, column: number) => unknown {
  const matrix = sheet.getSheet().getCellMatrix();
  const spill = spilled(sheet);
  return (row, column) => plain(matrix.getValue(row, column)) ?? plain(spill[row]?.[column]);
}

/** Formulas row by row, with the one that was filled down written out for each cell. */
export function formulasOf(sheet: GridSheet): Formulas {
  const cells: { row: number; column: number; formula: string }[] = [];
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!cell?.f && !cell?.si) return;
      const formula = cell.f ?? sheet.getRange(row, column).getFormula();
      if (formula) cells.push({ row, column, formula });
    });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { sheet: sheet.getSheetName(), cells: cells.map(({ row, column, formula }) => ({ cell: addressOf(row, column), formula })) };
}

export function boxAddress({ top, left, bottom, right }: Box): string {
  const first = addressOf(top, left);
  return top === bottom && left === right ? first : `${first}:${addressOf(bottom, right)}`;
}

type Spilled = Record<number, Record<number, Nullable<ICellData>>>;

function spilled(sheet: GridSheet): Spilled {
  const model = sheet.getInject().get(FormulaDataModel);
  return (model.getArrayFormulaCellData()[sheet.getWorkbook().getUnitId()]?.[sheet.getSheetId()] ?? {}) as Spilled;
}

function plain(cell: Nullable<ICellData>): unknown {
  if (cell?.v === undefined || cell.v === null || cell.v === "") return written(cell);
  return cell.t === CellValueType.BOOLEAN ? Boolean(cell.v) : cell.v;
}

/** What was typed with line breaks or several fonts is kept as a little document. */
function written(cell: Nullable<ICellData>): string | null {
  const text = cell?.p?.body?.dataStream.replace(/\r\n$/, "").replace(/\r/g, "\n") ?? "";
  return text === "" ? null : text;
}

function around(box: Box, row: number, column: number): Box {
  return {
    top: Math.min(box.top, row),
    left: Math.min(box.left, column),
    bottom: Math.max(box.bottom, row),
    right: Math.max(box.right, column),
  };
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
