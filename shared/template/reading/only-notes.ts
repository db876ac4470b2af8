/** A file in which a school wrote why, and filled in nothing: said before whatever else is found in it. */
import { type ReadBook, sheetNamed, valueAt } from "../../handin/book.ts";
import type { TemplateSheet } from "../sheet.ts";
import { SHEETS } from "../words.ts";
import { isBlank } from "./cells.ts";
import type { Findings } from "./findings.ts";

export function checkOnlyNotes(book: ReadBook, sheets: readonly TemplateSheet[], notes: number, findings: Findings): void {
  const inputs = sheets.filter(({ name }) => name !== SHEETS.checks);
  if (notes === 0 || inputs.some((sheet) => isFilled(book, sheet))) return;
  findings.error("only-notes", null, null, {
    zh: `这个文件只有说明（${notes} 条），没有数据：请填好各表再交；不用填报的，请直接告诉教育局。`,
    en: `this file holds explanations only (${notes}) and no data: fill in its sheets, or tell the bureau if there is nothing to hand in.`,
  });
}

function isFilled(book: ReadBook, { name, cells, columns }: TemplateSheet): boolean {
  const sheet = sheetNamed(book, name);
  if (!sheet) return false;
  const isInput = ({ look = "" }: { readonly look?: string }) => look.startsWith("input");
  if (cells.some((cell) => isInput(cell) && !isBlank(valueAt(sheet, cell.row, cell.column)))) return true;
  const below = cells.reduce((last, { row }) => Math.max(last, row), -1) + 1;
  const own = columns.flatMap((column, at) => (isInput(column) ? [at] : []));
  return own.length > 0 && sheet.rows.slice(below).some((row) => own.some((at) => !isBlank(row[at] ?? null)));
}
