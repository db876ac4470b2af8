/** Tables of a Word file: thin lines, shaded heads on every page, bars drawn as shaded cells, and the block where parties sign. */
import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Column, Row, Side, Table as TableData } from "../../shared/documents/document.ts";
import { BAR, BODY, clean, font, SHADE, SIZES, TABLE, TITLE } from "./look.ts";

/** A bar's column is so many narrow ones: a bar spans as many as it is long, which every program draws alike. */
const STEPS = 50;
/** The part of the page's width that bars may take. */
const BAR_SHARE = 0.4;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const ALL = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const CLEAR = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const MARGINS = { top: 40, bottom: 40, left: 70, right: 70 };
const SMALL_MARGINS = { ...MARGINS, top: 20, bottom: 20 };
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

export function table(data: TableData, width: number): (Paragraph | Table)[] {
  const forText = data.bars === undefined ? width : Math.round(width * (1 - BAR_SHARE));
  const step = Math.floor((width - forText) / STEPS);
  const widths = shared(data.columns, forText);
  const across = widths.length + (data.bars === undefined ? 0 : STEPS);
  const small = data.small === true;
  const kept = keptRows(data, widths, small ? SIZES.small : SIZES.table);
  const head = [
    ...data.columns.map(({ head }, at) => cell(head, { width: widths[at] as number, head: true, small, keepNext: kept[0] === true })),
    ...(data.bars === undefined
      ? []
      : [cell(data.bars, { width: step * STEPS, head: true, span: STEPS, small, keepNext: kept[0] === true })]),
  ];
  const made = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths, ...(data.bars === undefined ? [] : Array.from({ length: STEPS }, () => step))],
    borders: ALL,
    rows: [
      // LibreOffice 7.4 loses all rows below a head that may not split and stands alone at the end of a page.
      new TableRow({ tableHeader: true, children: head }),
      ...data.rows.map((row, at) => {
        const keepNext = kept[at] === true;
        return new TableRow({ cantSplit: true, children: cellsOf(row, data, widths, { across, width, step, keepNext }) });
      }),
    ],
  });
  const caption = data.caption === undefined ? [] : [captionOf(data.caption)];
  // Two tables that touch would become one.
  return [...caption, made, new Paragraph({ spacing: { after: 60, line: 120 }, children: [] })];
}

/** A table of so many lines of text, a third of a page, stands on one page. */
const SHORT = 16;

/**
 * Which rows are on the page of the next: all of a short table; of a longer one the last but one, so that the last does not stand alone. Where
 * the first were kept too, LibreOffice would move the whole table to the next page.
 */
function keptRows({ rows }: TableData, widths: readonly number[], size: number): boolean[] {
  const lines = rows.map((row) => ("across" in row ? 1 : Math.max(...row.cells.map((text, at) => linesOf(text, widths[at] ?? 0, size)))));
  const short = lines.reduce((sum, one) => sum + one, 0) <= SHORT;
  return rows.map((_, at) => at < rows.length - 1 && (short || at === rows.length - 2));
}

/** About how many lines a text takes: a Chinese character is as wide as it is high, any other half of that. */
function linesOf(text: string, width: number, size: number): number {
  const wide = [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 1 : 0.5), 0) * size * 10;
  return Math.max(1, Math.ceil(wide / (width - MARGINS.left - MARGINS.right)));
}

function captionOf(text: string): Paragraph {
  const children = [new TextRun({ text: clean(text), size: SIZES.note, font: font(TITLE) })];
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 60 }, children });
}

/** The columns' widths in whole units that add up to the whole. */
function shared(columns: readonly Column[], whole: number): number[] {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / sum) * whole));
  const rest = whole - widths.reduce((all, one) => all + one, 0);
  return widths.map((one, at) => (at === 0 ? one + rest : one));
}

interface Measures {
  readonly across: number;
  readonly width: number;
  readonly step: number;
  readonly keepNext: boolean;
}

function cellsOf(
  row: Row,
  { columns, bars, small = false }: TableData,
  widths: readonly number[],
  { across, width, step, keepNext }: Measures,
): TableCell[] {
  if ("across" in row) return [cell(row.across, { width, span: across, bold: true, keepNext: true, small })];
  const texts = columns.map(({ align }, at) =>
    cell(row.cells[at] ?? "", { width: widths[at] as number, align: align ?? "left", small, keepNext }),
  );
  return bars === undefined ? texts : [...texts, ...barCells(row.bar ?? 0, step, keepNext)];
}

/** More than nothing is at least one step, so what is there is seen. */
function barCells(share: number, step: number, keepNext: boolean): TableCell[] {
  const long = share <= 0 ? 0 : Math.max(1, Math.min(STEPS, Math.round(share * STEPS)));
  const part = (span: number, borders: object, shading?: ITableCellOptions["shading"]) =>
    span === 0
      ? []
      : [
          new TableCell({
            columnSpan: span,
            width: { size: span * step, type: WidthType.DXA },
            borders: { ...borders },
            ...(shading ? { shading } : {}),
            children: [new Paragraph({ keepNext, children: [] })],
          }),
        ];
  const full = part(long, long < STEPS ? { right: NONE } : {}, { type: ShadingType.CLEAR, color: "auto", fill: BAR });
  return [...full, ...part(STEPS - long, long > 0 ? { left: NONE } : {})];
}

interface CellLook {
  readonly width: number;
  readonly head?: boolean;
  readonly bold?: boolean;
  readonly span?: number;
  readonly small?: boolean;
  readonly align?: keyof typeof ALIGN;
  /** What it stands above is on the same page. */
  readonly keepNext?: boolean;
}

function cell(text: string, look: CellLook): TableCell {
  const { width, head = false, bold = head, span = 1, small = false, align = "center", keepNext = false } = look;
  const children = [new TextRun({ text: clean(text), size: small ? SIZES.small : SIZES.table, bold, font: font(TABLE) })];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(head ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: SHADE } } : {}),
    margins: small ? SMALL_MARGINS : MARGINS,
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ keepNext, alignment: bold && !head ? AlignmentType.LEFT : ALIGN[align], children })],
  });
}

/** Two sides without lines, kept on one page. */
export function signatures(sides: readonly [Side, Side], width: number): Table {
  const half = Math.floor(width / 2);
  const line = (text: string, at: number) =>
    new Paragraph({
      keepNext: true,
      keepLines: true,
      spacing: { after: at === 0 ? 160 : 300 },
      children: [new TextRun({ text: clean(text), size: SIZES.subtitle, font: font(at === 0 ? TITLE : BODY) })],
    });
  const children = sides.map(
    ({ heading, lines }) =>
      new TableCell({
        width: { size: half, type: WidthType.DXA },
        borders: CLEAR,
        margins: { top: 160, left: 120, right: 120, bottom: 0 },
        children: [heading, ...lines].map(line),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: { ...CLEAR, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ cantSplit: true, children })],
  });
}
