/**
 * What was found in a workbook, written into a copy of it as comments of its cells, to send back. All other parts stay byte for byte, so
 * the copy reads back as the file did. Comments of an earlier check are taken out; those of anybody else stay.
 */
import type { FileFinding } from "../../shared/handin/finding.ts";
import { invalid } from "../../shared/refusal.ts";
import { type Altered, altering } from "../files/alter.ts";
import { sameName } from "../files/book.ts";
import { columnOf, keyOfPlace, placeName, rowOf } from "../files/places.ts";
import { attributeIn, outlineOf, type Place, prefixOf, spliced } from "../files/splice.ts";
import { readWorkbookPart, type SheetPart } from "../files/workbook.ts";
import { NO_BOXES, NO_COMMENTS, withBoxes, withComments } from "./notes.ts";

export type Tongue = "zh" | "en";

/** Cells of one sheet that get a comment of their own; what is beyond them is told in a line on the first. */
const MOST = 1_000;
/** Characters of one comment, below the 32,767 of a cell. */
const LONGEST = 8_000;

/**
 * The copy. A finding of the file as a whole, or on a sheet that is not in it, goes to A1 of the first visible sheet; several on one cell
 * stand below each other. Throws a Refusal where the file is no workbook that can be read.
 */
export function withFindings(file: Uint8Array, findings: readonly FileFinding[], tongue: Tongue = "zh"): Uint8Array<ArrayBuffer> {
  const book = altering(file);
  const { sheets } = readWorkbookPart(book.parts);
  const cells = sheets.filter((sheet): sheet is Cells => sheet.path !== undefined);
  const front = cells.find(({ state }) => state === "visible") ?? cells[0];
  if (!front) throw invalid("这个工作簿没有可以写批注的工作表。", "this workbook has no sheet of cells to write comments on");
  const texts = new Map(cells.map((sheet) => [sheet, new Map<number, string[]>()]));
  for (const finding of findings) {
    const own = cells.find(({ name }) => finding.sheet !== null && sameName(name, finding.sheet));
    const place = own && finding.cell !== null ? keyOfPlace(finding.cell.split(":")[0] as string) : 0;
    const on = texts.get(own ?? front) as Map<number, string[]>;
    const key = Math.max(0, place);
    on.set(key, [...(on.get(key) ?? []), sentence(finding, tongue, own !== undefined && place >= 0)]);
  }
  for (const [sheet, on] of texts) annotate(book, sheet, joined(on, tongue));
  return book.bytes();
}

type Cells = SheetPart & { readonly path: string };

/** What a finding says; where it does not stand at its own cell, it names it. */
function sentence({ level, sheet, cell, words, note }: FileFinding, tongue: Tongue, placed: boolean): string {
  const say = SAY[tongue];
  const where = placed || sheet === null ? "" : `${sheet}${cell === null ? "" : `!${cell}`}${say.colon}`;
  return `${say[level]}${where}${words[tongue]}${note ? `\n${say.note}${note}` : ""}`;
}

const SAY = {
  zh: {
    error: "【必须改】",
    query: "【请核对或说明】",
    note: "学校说明：",
    colon: "：",
    cut: "……",
    more: (n: number) => `这张表另有 ${n} 个单元格有问题，改好前面的再查一次。`,
  },
  en: {
    error: "[Must fix] ",
    query: "[Check or explain] ",
    note: "The school explains: ",
    colon: ": ",
    cut: "…",
    more: (n: number) => `${n} more cells of this sheet have findings: put these right and check again.`,
  },
} as const;

/** One text for each cell, row by row. */
function joined(on: ReadonlyMap<number, readonly string[]>, tongue: Tongue): Map<string, string> {
  const say = SAY[tongue];
  const sorted = [...on].sort(([one], [other]) => one - other);
  const texts = sorted.slice(0, MOST).map(([key, lines], at): [string, string] => {
    const text = (at === 0 && sorted.length > MOST ? [say.more(sorted.length - MOST), ...lines] : lines).join("\n");
    return [placeName(rowOf(key), columnOf(key)), text.length > LONGEST ? `${text.slice(0, LONGEST)}${say.cut}` : text];
  });
  return new Map(texts);
}

const VML = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const [TRANSITIONAL, STRICT] = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

function annotate(book: Altered, { path }: Cells, texts: ReadonlyMap<string, string>): void {
  const known = book.parts.relationships(path);
  const comments = known.find(({ kind }) => kind.toLowerCase() === "comments")?.target;
  if (texts.size === 0 && comments === undefined) return;
  const before = (comments === undefined ? undefined : book.text(comments)) ?? NO_COMMENTS;
  const { xml, gone, fresh } = withComments(before, texts);
  if (xml === before) return;
  const sheet = book.text(path) as string;
  const { root, children } = outlineOf(sheet);
  const relationships = sheet.slice(root.from, root.begins).includes("purl.oclc.org") ? STRICT : TRANSITIONAL;
  const target = comments ?? book.free((number) => `xl/comments${number}.xml`);
  if (comments === undefined) {
    book.relate(path, `${relationships}/comments`, target);
    book.declare({ path: target }, COMMENTS);
  }
  book.put(target, xml);

  const drawing = children.find(({ name }) => name === "legacyDrawing");
  const id = drawing && attributeIn(drawing.tag, "[\\w.-]+:id");
  const linked = known.find((one) => one.id === id)?.target;
  const boxes = linked ?? book.free((number) => `xl/drawings/vmlDrawing${number}.vml`);
  book.put(
    boxes,
    withBoxes(book.text(boxes) ?? NO_BOXES, gone, fresh, {
      lines: (cell) => linesOf(texts.get(cell) ?? ""),
      width: widthsIn(sheet, children),
    }),
  );
  if (linked !== undefined) return;
  book.declare({ ending: "vml" }, VML);
  const own = book.relate(path, `${relationships}/vmlDrawing`, boxes);
  const next = children.find(({ name, from }) => AFTER.includes(name) && from > lastCell(children));
  const at = next?.from ?? root.ends;
  const link = `<${prefixOf(root)}legacyDrawing xmlns:q="${relationships}" q:id="${own}"/>`;
  book.put(path, spliced(sheet, [{ from: at, to: at, text: link }]));
}

/** What may stand behind legacyDrawing in a sheet (ECMA-376 part 1, CT_Worksheet); all else stands before it. */
const AFTER = [
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "AlternateContent",
  "webPublishItems",
  "tableParts",
  "extLst",
];

/** Something wrapped for newer programs can stand before the cells too, where no drawing may be. */
function lastCell(children: readonly { readonly name: string; readonly to: number }[]): number {
  return children.find(({ name }) => name === "sheetData")?.to ?? 0;
}

/** How wide columns are, in pixels: seven for a character and five around it. */
function widthsIn(sheet: string, children: readonly Place[]): (column: number) => number {
  const cols = children.find(({ name }) => name === "cols");
  const known = cols ? outlineOf(sheet.slice(cols.from, cols.to)).children : [];
  const spans = known.map(({ tag }) => {
    const of = (name: string) => Number(attributeIn(tag, name) ?? 0);
    return { from: of("min") - 1, to: of("max") - 1, width: /\shidden="(1|true)"/.test(tag) ? 0 : Math.round(of("width") * 7 + 5) };
  });
  return (column) => spans.find(({ from, to }) => from <= column && column <= to)?.width ?? 64;
}

/** Lines of a comment in its box. */
function linesOf(text: string): number {
  const width = (line: string) => [...line].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / 34)), 0);
}
