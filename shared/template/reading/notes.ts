/** 说明: what a school wrote on 校验 beside what it was asked to look at, and about the file as a whole. */

import { holdsPersonal } from "../../collecting/personal.ts";
import type { Note } from "../../contract.ts";
import { placeKey, type ReadBook, type ReadSheet, sheetNamed, textIn, valueAt } from "../../handin/book.ts";
import { PERSONAL_NOTE } from "../../handin/notes.ts";
import { addressOf } from "../../tabulate/address.ts";
import { CHECKS_FROM, LONGEST_NOTE, type NotePlace } from "../check.ts";
import { SHEETS } from "../words.ts";
import { isBlank } from "./cells.ts";
import type { Findings } from "./findings.ts";

export interface ReadNotes {
  /** By the line of 校验; findings of that line carry them. */
  readonly byCheck: ReadonlyMap<string, string>;
  /** As they travel with the figures. */
  readonly notes: Note[];
}

/** Format 1 had no place for them. */
export function readNotes(book: ReadBook, places: readonly NotePlace[], findings: Findings): ReadNotes {
  const sheet = sheetNamed(book, SHEETS.checks);
  const byCheck = new Map<string, string>();
  const notes: Note[] = [];
  if (!sheet) return { byCheck, notes };
  for (const { id, row, column } of places) {
    if (sheet.formulas.has(placeKey(row, column))) {
      findings.error("note-formula", sheet.name, addressOf(row, column), {
        zh: "说明写成了公式或超链接：请直接写文字。",
        en: "the note is a formula or a link: write it as text.",
      });
      continue;
    }
    const text = textIn(valueAt(sheet, row, column))
      .replaceAll(/\r\n?/g, "\n")
      .trim();
    if (text === "") continue;
    const cell = addressOf(row, column);
    if (text.length > LONGEST_NOTE || !/^(?:[\n\t]|[^\p{Cc}])+$/u.test(text)) {
      findings.error("note-bad", sheet.name, cell, {
        zh: `说明最多 ${LONGEST_NOTE} 个字（现在 ${text.length} 个），不能有控制字符：请改短。`,
        en: `a note has at most ${LONGEST_NOTE} characters (this one ${text.length}) and no control characters: make it shorter.`,
      });
      continue;
    }
    if (holdsPersonal(text)) {
      findings.error("note-personal", sheet.name, cell, PERSONAL_NOTE);
      continue;
    }
    if (id !== null) byCheck.set(id, text);
    const asked = id === null ? undefined : findings.askedBy(id);
    const code = id?.split(" ")[0] ?? "general";
    notes.push(asked ? { code, sheet: asked.sheet, cell: asked.cell, text } : { code, sheet: sheet.name, cell, text });
  }
  checkUnasked(sheet, places, findings);
  return { byCheck, notes };
}

/** Notes beside a row that asks nothing do not travel, and whoever wrote them would not know. */
function checkUnasked(sheet: ReadSheet, places: readonly NotePlace[], findings: Findings): void {
  const [general] = places.filter(({ id }) => id === null);
  if (!general) return;
  const asked = new Set(places.map(({ row }) => row));
  const where = addressOf(general.row, general.column);
  for (let row = CHECKS_FROM; row < sheet.rows.length; row++) {
    const value = valueAt(sheet, row, general.column);
    if (asked.has(row) || isBlank(value)) continue;
    const cell = addressOf(row, general.column);
    if (holdsPersonal(textIn(value))) findings.error("note-personal", sheet.name, cell, PERSONAL_NOTE);
    else
      findings.query("note-unasked", sheet.name, cell, {
        zh: `这一行不用说明，写在这里的不会随数字交给教育局：要说明的请写到 ${where}，不用的请删去。`,
        en: `nothing is asked in this row, and what is written here does not go to the bureau: write it in ${where}, or take it out.`,
      });
  }
}
