/** The hidden lists behind the drop-downs, in a file of the layout of today: they offer what may be written, so another one was put there. */
import { type ReadBook, sheetNamed, valueAt } from "../../handin/book.ts";
import { addressOf } from "../../tabulate/address.ts";
import type { TemplateSheet } from "../sheet.ts";
import { SHEETS } from "../words.ts";
import { plainIn } from "./cells.ts";
import type { Findings } from "./findings.ts";

export function checkChoices(book: ReadBook, sheets: readonly TemplateSheet[], findings: Findings): void {
  const sheet = sheetNamed(book, SHEETS.choices);
  const cells = sheets.find(({ name }) => name === SHEETS.choices)?.cells ?? [];
  if (!sheet) return;
  const other = cells.filter(({ row, column, value }) => plainIn(valueAt(sheet, row, column)) !== plainIn(value ?? null));
  const [first] = other;
  if (!first) return;
  const cell = addressOf(first.row, first.column);
  findings.query("choices-changed", sheet.name, cell, {
    zh: `下拉选项有 ${other.length} 格不是模板里的（第一处 ${cell}，应是“${first.value}”）：填的内容仍按规定读取，请核对照着选的格子，或用发下来的模板。`,
    en: `${other.length} cells of the drop-down lists are not those of the template (first ${cell}, which should be “${first.value}”): what was filled in is read by the rules all the same; look over what was chosen from them, or use the template that was sent out.`,
  });
}
