/** The only file that says `Excel.run`: the workbook door on Excel. */

import { type ReadSheet, sameName } from "../shared/handin/book.ts";
import { invalid } from "../shared/refusal.ts";
import { addressOf } from "../shared/tabulate/address.ts";
import { hiddenColumnsIn, hiddenRowsIn } from "./hidden.ts";
import { type Change, type Formulas, formatAt, type Sheet, type Workbook } from "./host.ts";
import { base64, freeName, OpenSheet, openBook } from "./open-book.ts";
import { isWhole, local, noSheet, notAnAddress, type Reference, readReference, writeReference } from "./reference.ts";

type Cells = readonly (readonly (string | number)[])[];

/** Cells per round trip: Excel on the web refuses answers above 5 MB, and long texts take about 100 bytes. */
const CELLS_PER_READ = 20_000;
/** The same where a cell's type, formula and format are asked for as well. */
const CELLS_PER_BOOK_READ = 8_000;
const PLACE = "address,rowIndex,columnIndex,rowCount,columnCount";

export function excelWorkbook(): Workbook {
  /** The sheet read last: a finding belongs to it, whatever sheet is shown by then. */
  let readFrom = "";

  const read = (selected: boolean) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const used = await usedOf(context, sheet);
      readFrom = sheet.name;
      const range = used.isNullObject || !selected ? used : await selectedPart(context, used);
      return sheetIn(context, sheet.name, range);
    });

  return {
    host: "excel",
    readUsed: () => read(false),
    readSelection: () => read(true),
    selectedAddress: () =>
      Excel.run(async (context) => {
        const selected = await selectedArea(context);
        if (!isWhole(selected)) return writeReference(selected);
        const used = await usedPart(context, selected);
        return used.isNullObject ? writeReference(selected) : writeReference({ ...selected, range: local(used.address) });
      }),
    readAt: (address) =>
      Excel.run(async (context) => {
        const reference = readReference(address);
        if (!reference) throw notAnAddress(address);
        const range = await rangeAt(context, reference);
        return range.isNullObject ? [[null]] : readCells(context, range);
      }),
    sheetNames: () =>
      Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.load("items/name,items/visibility");
        await context.sync();
        return sheets.items.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
      }),
    readSheet: (name) =>
      Excel.run(async (context) => {
        const sheet = await sheetAt(context, { sheet: name, range: "" });
        return sheetIn(context, name, await usedOf(context, sheet));
      }),
    select: (address) => show(readFrom === "" ? null : readFrom, address),
    goTo: (sheet, address) => show(sheet, address),
    formulas: () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const used = await usedOf(context, sheet);
        return { sheet: sheet.name, cells: used.isNullObject ? [] : await readFormulas(context, used) };
      }),
    insert: (cells, format) =>
      Excel.run(async (context) => {
        const start = context.workbook.getSelectedRange().getCell(0, 0);
        const place = start.getResizedRange(cells.length - 1, (cells[0]?.length ?? 1) - 1);
        place.load("address,formulas,numberFormat");
        await context.sync();
        refuseFilled(place);
        place.formulas = asFormulas(cells);
        const formats = place.numberFormat as string[][];
        const asked = (own: string, at: number) => (own === "General" ? (formatAt(format, at) ?? own) : own);
        if (format) place.numberFormat = formats.map((row) => row.map(asked));
        await context.sync();
        return local(place.address);
      }),
    // Shapes came with ExcelApi 1.9; where they are missing nobody is offered what cannot be.
    ...(Office.context.requirements.isSetSupported("ExcelApi", "1.9") && { insertImage }),
    insertSample: (cells, name, format) =>
      Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.load("items/name");
        await context.sync();
        const sheet = sheets.add(freeName(name, new Set(sheets.items.map((one) => one.name))));
        const place = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]?.length ?? 1);
        if (format) place.numberFormat = cells.map((row) => row.map((_, at) => formatAt(format, at) ?? "General"));
        place.formulas = asFormulas(cells);
        sheet.activate();
        await context.sync();
      }),
    readBook: (tell, stop) =>
      Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.load("items/name,items/visibility");
        await context.sync();
        const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
        for (const range of used) range.load(PLACE);
        await context.sync();
        const all = used.reduce((cells, range) => cells + sizeOf(range), 0);
        const read: ReadSheet[] = [];
        let done = 0;
        for (const [at, { name, visibility }] of sheets.items.entries()) {
          const range = used[at] as Excel.Range;
          const sheet = new OpenSheet(range.isNullObject ? { top: 0, left: 0 } : { top: range.rowIndex, left: range.columnIndex });
          for (const { stretch } of range.isNullObject ? [] : stretches(range, CELLS_PER_BOOK_READ)) {
            if (stop.aborted) return null;
            tell(done, all);
            stretch.load("values,valueTypes,formulas,numberFormat");
            await context.sync();
            sheet.put(stretch);
            done += stretch.values.length * range.columnCount;
          }
          const state = visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "veryHidden";
          const outline = range.isNullObject ? [[], []] : [await readMerged(context, range), await hiddenRowsIn(context, range)];
          read.push(sheet.done(name, state, outline[0] as string[], outline[1] as number[]));
        }
        return openBook("Excel", read);
      }),
    openTemplate: async ({ sheets }, bytes) => {
      const file = base64(await bytes());
      const here = await Excel.run(async (context) => {
        const open = context.workbook.worksheets;
        open.load("items/name");
        await context.sync();
        const taken = open.items.some(({ name }) => sheets.some((sheet) => sameName(sheet.name, name)));
        // A second sheet of a name would be called otherwise, and formulas would lead to the first.
        if (taken || !Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return false;
        context.workbook.insertWorksheetsFromBase64(file, { positionType: "End" });
        await context.sync();
        open.getItem(sheets[0]?.name ?? "").activate();
        await context.sync();
        return true;
      });
      if (!here) await Excel.createWorkbook(file);
      return here ? "here" : "new";
    },
    keptText: (name) =>
      Excel.run(async (context) => {
        const kept = context.workbook.settings.getItemOrNullObject(name);
        kept.load("value");
        await context.sync();
        return kept.isNullObject ? "" : String(kept.value);
      }),
    keepText: (name, text) => Excel.run(async ({ workbook }) => void workbook.settings.add(name, text)),
    recalculate: () =>
      Excel.run(async (context) => {
        context.workbook.application.calculate("Full");
        await context.sync();
      }),
    onChange: (listener) => watch(listener),
  };
}

/** As a shape that lies on the cells from the selection on; of a screen's 96 pixels to the inch, a sheet's points are three quarters. */
const insertImage: NonNullable<Workbook["insertImage"]> = (png, { width, height, alt }) =>
  Excel.run(async (context) => {
    const place = context.workbook.getSelectedRange().getCell(0, 0);
    place.load("address,left,top");
    await context.sync();
    const image = place.worksheet.shapes.addImage(base64(png));
    image.set({ left: place.left, top: place.top, width: width * 0.75, height: height * 0.75, altTextDescription: alt });
    await context.sync();
    return local(place.address);
  });

/** The used cells of a sheet, and its name. */
async function usedOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Excel.Range> {
  const used = sheet.getUsedRangeOrNullObject(true);
  sheet.load("name");
  used.load(PLACE);
  await context.sync();
  return used;
}

async function sheetIn(context: Excel.RequestContext, name: string, range: Excel.Range): Promise<Sheet> {
  if (range.isNullObject) return { name, address: "", top: 0, left: 0, cells: [], hiddenRows: [], hiddenColumns: [], merged: [] };
  const cells = await readCells(context, range);
  const hiddenRows = await hiddenRowsIn(context, range);
  const hiddenColumns = await hiddenColumnsIn(context, range);
  const merged = await readMerged(context, range);
  return { name, address: local(range.address), top: range.rowIndex, left: range.columnIndex, cells, hiddenRows, hiddenColumns, merged };
}

/** Selects a cell of a sheet; of the one that is shown where none is named. */
function show(name: string | null, address: string): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = await sheetAt(context, { sheet: name, range: address });
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
  });
}

/** What is selected. One rectangle is a list of pupils; several at once are not. */
async function selectedArea(context: Excel.RequestContext): Promise<Reference> {
  const areas = context.workbook.getSelectedRanges();
  areas.load("address,areaCount");
  await context.sync();
  if (areas.areaCount > 1) throw invalid("选中了几块区域：请只选一块。", "several areas are selected: select one only");
  return readReference(areas.address) as Reference;
}

/** The selected cells as far as they are used. */
async function selectedPart(context: Excel.RequestContext, used: Excel.Range): Promise<Excel.Range> {
  const { range } = await selectedArea(context);
  const part = used.getIntersectionOrNullObject(range);
  part.load(PLACE);
  await context.sync();
  return part;
}

/** The sheet of an address; the one that is shown where it names none. */
async function sheetAt(context: Excel.RequestContext, { sheet }: Reference): Promise<Excel.Worksheet> {
  const sheets = context.workbook.worksheets;
  if (sheet === null) return sheets.getActiveWorksheet();
  const found = sheets.getItemOrNullObject(sheet);
  await context.sync();
  if (found.isNullObject) throw noSheet(sheet);
  return found;
}

/** Of whole columns and rows, the part that is used. */
async function usedPart(context: Excel.RequestContext, reference: Reference): Promise<Excel.Range> {
  const used = await usedOf(context, await sheetAt(context, reference));
  if (used.isNullObject) return used;
  const part = used.getIntersectionOrNullObject(reference.range);
  part.load(PLACE);
  await context.sync();
  return part;
}

async function rangeAt(context: Excel.RequestContext, reference: Reference): Promise<Excel.Range> {
  if (isWhole(reference)) return usedPart(context, reference);
  const sheet = await sheetAt(context, reference);
  const range = sheet.getRange(reference.range);
  range.load(PLACE);
  await context.sync();
  return range;
}

/** Values in stretches of rows; what Excel calls empty is `null`, and "" only where a formula says so. */
async function readCells(context: Excel.RequestContext, range: Excel.Range): Promise<unknown[][]> {
  const cells: unknown[][] = [];
  for (const { stretch } of stretches(range, CELLS_PER_READ)) {
    stretch.load("values,valueTypes");
    await context.sync();
    const types = stretch.valueTypes;
    cells.push(...stretch.values.map((row: unknown[], at) => row.map((value, column) => (types[at]?.[column] === "Empty" ? null : value))));
  }
  return cells;
}

/** The cells that hold formulas, row by row. */
async function readFormulas(context: Excel.RequestContext, range: Excel.Range): Promise<Formulas["cells"]> {
  const found: Formulas["cells"][number][] = [];
  for (const { stretch, first } of stretches(range, CELLS_PER_READ)) {
    stretch.load("formulas");
    await context.sync();
    stretch.formulas.forEach((row: unknown[], down) => {
      row.forEach((formula, across) => {
        if (typeof formula !== "string" || !formula.startsWith("=")) return;
        found.push({ cell: addressOf(range.rowIndex + first + down, range.columnIndex + across), formula });
      });
    });
  }
  return found;
}

function sizeOf(range: Excel.Range): number {
  return range.isNullObject ? 0 : range.rowCount * range.columnCount;
}

/** A range in stretches of whole rows, each of at most so many cells (or one row). */
function* stretches(range: Excel.Range, cells: number): Generator<{ stretch: Excel.Range; first: number }> {
  const rows = Math.max(1, Math.floor(cells / range.columnCount));
  for (let first = 0; first < range.rowCount; first += rows)
    yield { stretch: rowsOf(range, first, Math.min(rows, range.rowCount - first)), first };
}

/** Merged areas, on Excels that can name them; elsewhere their blanks are findings all the same. */
async function readMerged(context: Excel.RequestContext, range: Excel.Range): Promise<string[]> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return [];
  const merged = range.getMergedAreasOrNullObject();
  merged.load("address");
  await context.sync();
  return merged.isNullObject ? [] : merged.address.split(",").map(local);
}

function rowsOf(range: Excel.Range, first: number, count: number): Excel.Range {
  return range.getRow(first).getResizedRange(count - 1, 0);
}

function refuseFilled(place: Excel.Range): void {
  if (place.formulas.every((row: unknown[]) => row.every((cell) => cell === ""))) return;
  const address = local(place.address);
  throw invalid(
    `${address} 里已有内容，没有覆盖：请先选一处空白。`,
    `${address} is not empty and was not overwritten: select an empty place first`,
  );
}

function asFormulas(cells: Cells): (string | number)[][] {
  return cells.map((row) => [...row]);
}

/** Tells of changed cells, hidden rows and sheets. What an older Excel cannot tell of, the person reads again by hand. */
function watch(listener: (what: Change) => void): () => void {
  const told: OfficeExtension.EventHandlerResult<unknown>[] = [];
  const since = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
  const heard = (what: Change) => async () => listener(what);
  const started = Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    if (since("1.7")) told.push(sheets.onActivated.add(heard("shown")));
    if (since("1.9")) told.push(sheets.onChanged.add(heard("cells")));
    if (since("1.11")) told.push(sheets.onRowHiddenChanged.add(heard("cells")));
    await context.sync();
  }).catch(() => undefined);
  const forget = (one: OfficeExtension.EventHandlerResult<unknown>) =>
    Excel.run(one.context, async (context) => {
      one.remove();
      await context.sync();
    });
  return () => void started.then(() => Promise.all(told.splice(0).map(forget)));
}
