/** The workbook door on the browser's grid: the pane works on it as it works on Excel. */
import { CellValueType, CommandType, type ICellData, IUndoRedoService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { invalid } from "../../shared/refusal.ts";
import { type Change, type ColumnFormats, formatAt, type Workbook } from "../host.ts";
import { freeName } from "../open-book.ts";
import { cornersOf, isWhole, noSheet, notAnAddress, readReference, writeReference } from "../reference.ts";
import { bookOf } from "./book.ts";
import { type Box, boxAddress, formulasOf, type GridSheet, overlap, readBox, usedBox, valuesOf } from "./reading.ts";
import { addTemplate } from "./template.ts";

type Cells = readonly (readonly (string | number)[])[];

export function gridWorkbook(univerAPI: FUniver): Workbook {
  const book = () => {
    const open = univerAPI.getActiveWorkbook();
    if (open === null) throw invalid("没有打开的工作簿。", "no workbook is open");
    return open;
  };
  const active = () => book().getActiveSheet();
  const visible = () =>
    book()
      .getSheets()
      .filter((sheet) => !sheet.isSheetHidden());
  const named = (name: string) => {
    const sheet = book().getSheetByName(name);
    if (!sheet) throw noSheet(name);
    return sheet;
  };
  const show = async (address: string) => {
    const cell = active().getRange(address);
    cell.activate();
    await univerAPI.executeCommand("sheet.operation.scroll-to-range", { range: cell.getRange() });
  };

  // Like the cells, as long as the page is open.
  const texts = new Map<string, string>();

  return {
    host: "playground",
    keptText: async (name) => texts.get(name) ?? "",
    keepText: async (name, text) => void texts.set(name, text),
    readUsed: async () => readBox(active(), usedBox(active())),
    readSelection: async () => {
      const used = usedBox(active());
      return readBox(active(), used === null ? null : overlap(selectedBox(active()), used));
    },
    selectedAddress: async () => {
      const sheet = active();
      const box = selectedBox(sheet);
      const used = reachesTheEnd(sheet, box) ? usedBox(sheet) : null;
      return writeReference({ sheet: sheet.getSheetName(), range: boxAddress((used && overlap(box, used)) ?? box) });
    },
    readAt: async (address) => {
      const reference = readReference(address);
      if (!reference) throw notAnAddress(address);
      const sheet = reference.sheet === null ? active() : named(reference.sheet);
      const corners = cornersOf(reference);
      const used = usedBox(sheet);
      const box = isWhole(reference) ? used && overlap(corners, used) : corners;
      return box ? readBox(sheet, box).cells : [[null]];
    },
    sheetNames: async () => visible().map((sheet) => sheet.getSheetName()),
    readSheet: async (name) => readBox(named(name), usedBox(named(name))),
    select: show,
    goTo: async (name, address) => {
      book().setActiveSheet(named(name));
      await show(address);
    },
    formulas: async () => formulasOf(active()),
    insert: async (cells, format) => {
      const sheet = active();
      const place = placeAt(selectedBox(sheet), cells);
      refuseFilled(sheet, place);
      makeRoom(sheet, place);
      write(sheet, place, cells, format);
      return boxAddress(place);
    },
    insertSample: async (cells, name, format) => {
      const taken = new Set(
        book()
          .getSheets()
          .map((sheet) => sheet.getSheetName()),
      );
      oneStep(active(), () => {
        const sheet = book().insertSheet(freeName(name, taken));
        const place = placeAt({ top: 0, left: 0, bottom: 0, right: 0 }, cells);
        makeRoom(sheet, place);
        write(sheet, place, cells, format);
        book().setActiveSheet(sheet);
      });
    },
    readBook: async (tell, stop) => bookOf(book(), tell, stop),
    openTemplate: async (template) => {
      const open = new Set(
        book()
          .getSheets()
          .map((sheet) => sheet.getSheetName()),
      );
      const taken = template.sheets.find(({ name }) => open.has(name));
      if (taken)
        throw invalid(`已有名为“${taken.name}”的工作表：请先改名或删除它。`, `there is a sheet named ${taken.name}: rename or delete it`);
      oneStep(active(), () => addTemplate(book(), template));
      return "here";
    },
    recalculate: async () => univerAPI.getFormula().executeCalculation(),
    onChange: (listener) => {
      let waiting: Change | null = null;
      const told = univerAPI.addEvent(univerAPI.Event.CommandExecuted, ({ id, type }) => {
        // every change of a cell, a row, a merge or the sheet shown is a mutation of the sheet; scrolling and selecting are not
        const cells = type === CommandType.MUTATION && id.startsWith("sheet.mutation.");
        if (!cells && id !== SHEET_SHOWN) return;
        if (waiting === null)
          setTimeout(() => {
            const what = waiting ?? "cells";
            waiting = null;
            listener(what);
          });
        waiting = cells || waiting === "cells" ? "cells" : "shown";
      });
      return () => told.dispose();
    },
  };
}

const SHEET_SHOWN = "sheet.operation.set-worksheet-active";

function selectedBox(sheet: GridSheet): Box {
  const range = sheet.getActiveRange()?.getRange();
  if (range === undefined) return { top: 0, left: 0, bottom: 0, right: 0 };
  const { startRow, startColumn, endRow, endColumn } = range;
  // a selected column has no rows of its own, a selected row no columns
  const whole = (value: number, otherwise: number) => (Number.isNaN(value) ? otherwise : value);
  return {
    top: whole(startRow, 0),
    left: whole(startColumn, 0),
    bottom: whole(endRow, sheet.getMaxRows() - 1),
    right: whole(endColumn, sheet.getMaxColumns() - 1),
  };
}

/** Whether whole columns or rows are selected. */
function reachesTheEnd(sheet: GridSheet, { top, left, bottom, right }: Box): boolean {
  return (top === 0 && bottom >= sheet.getMaxRows() - 1) || (left === 0 && right >= sheet.getMaxColumns() - 1);
}

function placeAt({ top, left }: Box, cells: Cells): Box {
  return { top, left, bottom: top + cells.length - 1, right: left + (cells[0]?.length ?? 1) - 1 };
}

function refuseFilled(sheet: GridSheet, { top, left, bottom, right }: Box): void {
  const value = valuesOf(sheet);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (value(row, column) === null) continue;
      const address = boxAddress({ top: row, left: column, bottom: row, right: column });
      throw invalid(
        `${address} 已有内容，没有覆盖：请先选一处空白。`,
        `${address} is filled and was not overwritten: select an empty place first`,
      );
    }
  }
}

function write(sheet: GridSheet, { top, left }: Box, cells: Cells, format?: ColumnFormats): void {
  const own = (row: number, column: number) => sheet.getRange(row, column).getNumberFormat();
  const written = cells.map((row, down) =>
    row.map((cell, across): ICellData => {
      const pattern = formatAt(format, across);
      const free = pattern !== null && ["", "General"].includes(own(top + down, left + across));
      return { ...asCell(cell), ...(free && { s: { n: { pattern } } }) };
    }),
  );
  sheet.getRange(top, left, written.length, written[0]?.length ?? 1).setValues(written);
}

function asCell(value: string | number): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  // As in Excel, an apostrophe in front says that a text follows, and does not show.
  return value.startsWith("=") ? { f: value } : { v: value.replace(/^'/, ""), t: CellValueType.STRING };
}

/** A sheet of the grid has as many rows and columns as it was made with. */
function makeRoom(sheet: GridSheet, { bottom, right }: Box): void {
  if (bottom >= sheet.getMaxRows()) sheet.setRowCount(bottom + 1);
  if (right >= sheet.getMaxColumns()) sheet.setColumnCount(right + 1);
}

function oneStep(sheet: GridSheet, act: () => void): void {
  const batch = sheet.getInject().get(IUndoRedoService).__tempBatchingUndoRedo(sheet.getWorkbook().getUnitId());
  try {
    act();
  } finally {
    batch.dispose();
  }
}
