/**
 * A template as the bytes of an .xlsx: hucre writes the parts, and what it has no word for is put into its sheets before they are packed
 * anew: columns that are inputs down to the last row without a cell for each, and digits that are texts on purpose. The same template gives
 * the same bytes in every browser and in Node: packed anew, with no date but that of the template.
 */
import { strFromU8, strToU8, unzipSync } from "fflate";
import { type Cell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { columnLetters } from "../../shared/tabulate/address.ts";
import type { Template } from "../../shared/template/layout.ts";
import { quoted, type Shade, type TemplateSheet, type Validation } from "../../shared/template/sheet.ts";
import { SIGNED } from "../../shared/template/sign.ts";
import { archiveOf, entryOf } from "../files/pack.ts";
import { LINED, styleOf, TONES } from "./styles.ts";

/**
 * Writes the workbook; all formulas carry the values they have while nothing is filled in. Of one collection's templates most parts are the
 * same for every school: whoever writes many gives the same `compress` (rememberingEntries) to all.
 */
export async function writeTemplate(template: Template, compress = entryOf): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, names, meta } = template;
  const made = new Date(`${meta.制作日期}T00:00:00Z`);
  const written = await writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: [...names.map(({ name, sheet, range }) => ({ name, range: `${quoted(sheet)}!${range}` })), ...titlesOf(sheets)],
    properties: {
      title: meta.采集名称,
      subject: `${meta.学校名称}（${meta.学校代码}）`,
      creator: "QUALITY",
      created: made,
      modified: made,
    },
    defaultFont: { name: "宋体", size: 11, family: 1, charset: 134 },
  });
  const parts = unzipSync(written);
  sheets.forEach((sheet, at) => {
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    parts[path] = strToU8(finished(strFromU8(parts[path] as Uint8Array), sheet));
  });
  return archiveOf(Object.entries(parts).map(([path, content]) => compress(path, content)));
}

/** The first row below what is written and lined. It carries the styles of input columns until they are taken over by the columns themselves. */
function patternRow(sheet: TemplateSheet): number {
  return belowWritten(sheet) + (sheet.lined ?? 0);
}

function belowWritten({ cells }: TemplateSheet): number {
  return cells.reduce((last, { row }) => Math.max(last, row), 0) + 1;
}

function sheetOf(sheet: TemplateSheet): WriteSheet {
  const { name, hidden, landscape, columns, heights = [], merges = [], validations = [], shades = [], freeze, signed } = sheet;
  const { onePage, breaks } = sheet;
  return {
    name,
    ...(hidden && { hidden }),
    columns: columns.map(({ width, hidden: away }) => ({ width, ...(away && { hidden: true }) })),
    cells: cellsOf(sheet),
    rowDefs: new Map(heights.map(([row, height]) => [row, { height }])),
    merges: merges.map(mergeOf),
    dataValidations: validations.map(validationOf),
    conditionalRules: shades.map((shade, at) => ruleOf(shade, at + 1)),
    ...(freeze && { freezePane: { rows: freeze.row, columns: freeze.column } }),
    protection: {
      sheet: true,
      objects: true,
      scenarios: true,
      ...{ selectLockedCells: true, selectUnlockedCells: true, formatCells: true, formatColumns: true, formatRows: true, sort: true },
    },
    ...(breaks && { rowBreaks: breaks.map((row) => row - 1) }),
    pageSetup: {
      paperSize: "a4",
      orientation: landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onePage ? 1 : 0,
      margins: { top: 0.7, bottom: 0.8, left: 0.5, right: 0.5, header: 0.3, footer: 0.4 },
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: signed ? `&L${SIGNED.join("　　　　　　")}&R第 &P 页，共 &N 页` : "&C第 &P 页，共 &N 页" },
    view: { showGridLines: false },
  };
}

/** Rows repeated on every page: hucre would name the sheet without quotes, which Excel takes for damage where there is a space in it. */
export function titlesOf(sheets: readonly Pick<TemplateSheet, "name" | "repeat">[]) {
  return sheets.flatMap(({ name, repeat }) =>
    repeat ? [{ name: "_xlnm.Print_Titles", scope: name, range: `${quoted(name)}!$${repeat.from + 1}:$${repeat.to + 1}` }] : [],
  );
}

function cellsOf(sheet: TemplateSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const { row, column, look, value, formula, array, cached, format } of sheet.cells) {
    const style = styleOf(look, format);
    const at = `${row},${column}`;
    if (formula === undefined) cells.set(at, { style, ...(value !== undefined && value !== "" && { value }) });
    else {
      const place = `${columnLetters(column)}${row + 1}`;
      cells.set(at, { style, formula, formulaResult: cached ?? "", ...(array && { formulaType: "array", formulaRef: place }) });
    }
  }
  spread(sheet, cells);
  const pattern = patternRow(sheet);
  for (let row = belowWritten(sheet); row <= pattern; row++)
    sheet.columns.forEach(({ look, format }, column) => {
      if (look) cells.set(`${row},${column}`, { style: { ...styleOf(look, format), ...(row < pattern && LINED) } });
    });
  return cells;
}

/** A merged box has the look of its first cell all over, so its border closes. */
function spread({ merges = [] }: TemplateSheet, cells: Map<string, Partial<Cell>>): void {
  for (const box of merges) {
    const { startRow, startCol, endRow, endCol } = mergeOf(box);
    const style = cells.get(`${startRow},${startCol}`)?.style;
    if (!style) continue;
    for (let row = startRow; row <= endRow; row++)
      for (let column = startCol; column <= endCol; column++) if (!cells.has(`${row},${column}`)) cells.set(`${row},${column}`, { style });
  }
}

function mergeOf(box: string) {
  const [from = "", to = from] = box.split(":");
  const [first, last] = [placeOf(from), placeOf(to)];
  return { startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column };
}

function placeOf(address: string) {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}

function validationOf({ range, type, operator, formula1, formula2, title, message, prompt }: Validation) {
  return {
    ...{ range, type, formula1, allowBlank: true, showErrorMessage: true, errorStyle: "stop" as const },
    ...{ errorTitle: title.slice(0, 32), errorMessage: message.slice(0, 225) },
    ...(operator && { operator }),
    ...(formula2 !== undefined && { formula2 }),
    ...(prompt !== undefined && { showInputMessage: true, inputMessage: prompt.slice(0, 255) }),
  };
}

function ruleOf({ range, formula, tone, format }: Shade, priority: number) {
  const style = format === undefined ? TONES[tone] : { ...TONES[tone], numFmt: format };
  return { type: "expression" as const, priority, range, formula, style };
}

/** Puts the styles of the pattern row into the columns, takes the row away, and marks digits that are texts on purpose. */
function finished(xml: string, sheet: TemplateSheet): string {
  const row = patternRow(sheet) + 1;
  const pattern = new RegExp(`<row r="${row}"[^>]*>(.*?)</row>`).exec(xml);
  let done = xml;
  if (pattern) {
    const styles = new Map(
      [...(pattern[1] as string).matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"\/>/g)].map(([, column, style]) => [column, style]),
    );
    done = done.replace(pattern[0], "").replaceAll(/<col min="(\d+)"([^>]*)\/>/g, (whole, number, rest) => {
      const style = styles.get(columnLetters(Number(number) - 1));
      return style === undefined ? whole : `<col min="${number}"${rest} style="${style}"/>`;
    });
  }
  if (!sheet.digitsAsText) return done;
  return done.replace(
    "</worksheet>",
    `<ignoredErrors><ignoredError sqref="${sheet.digitsAsText}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  );
}
