/** 说明: what a school wrote on 校验 beside what it was asked to look at, and about the file as a whole. */

import { holdsPersonal } from "../../collecting/personal.ts";
import type { Note } from "../../contract.ts";
import { type ReadBook, sheetNamed, textIn, valueAt } from "../../handin/book.ts";
import { PERSONAL_NOTE } from "../../handin/notes.ts";
import { addressOf } from "../../tabulate/address.ts";
import { LONGEST_NOTE, type NotePlace } from "../check.ts";
import { SHEETS } from "../words.ts";
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
  return { byCheck, notes };
}
