/** The same pupil twice: one number on two rows. */
import { isError, textIn, UNCOMPUTED, type Value } from "../handin/book.ts";
import { plainText } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding, sentences } from "./finding.ts";
import { namesPupil, plainHeader } from "./headers.ts";
import { isNumber, readNumber } from "./number.ts";
import { shownAt } from "./origins.ts";
import type { Reading } from "./pupils.ts";

/** What only says that there is no number: 无, /, —. */
const NONE = /^(无|没有|暂无|无学号|[^\p{L}\p{N}]*)$/u;

/** A pupil's number as it is compared with others of its list; empty where there is none, or where its last digits are lost. */
export function numberIn(cell: unknown): string {
  const read = readNumber(cell);
  if (read === null || isNumber(read)) return read?.exact ?? "";
  // Signs that no number has are the school's own matter, but one pupil's all the same.
  if (read.code !== "number-bad" || typeof cell === "boolean" || isError(cell as Value)) return "";
  const text = plainText(textIn(cell as Value))
    .replace(/\s+/g, "")
    .toUpperCase();
  return NONE.test(text) ? "" : text;
}

export interface Twice {
  readonly row: number;
  /** The first row with that number. */
  readonly before: number;
}

export function numbersTwice(rows: readonly number[], cellAt: (row: number) => unknown): Twice[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row): Twice[] => {
    const own = numberIn(cellAt(row));
    const before = own === "" ? undefined : seen.get(own);
    if (before !== undefined) return [{ row, before }];
    if (own !== "") seen.set(own, row);
    return [];
  });
}

/** The rows of a list whose numbers stand on rows before them, and whether that is because they begin anew in every class. */
export function twiceIn(sheet: Sheet, { header, number }: Mapping, { rows, pupils }: Pick<Reading, "rows" | "pupils">) {
  const cellAt = (row: number, column: number | null) => (column === null ? null : sheet.cells[row]?.[column]);
  const twice = number === null ? [] : numbersTwice(rows, (row) => cellAt(row, number));
  const name = header === null ? -1 : (sheet.cells[header] ?? []).map(plainHeader).findIndex(namesPupil);
  const classOf = new Map(rows.map((row, at) => [row, pupils[at]?.class ?? null]));
  const anew = restarts(
    twice,
    rows,
    (row) => classOf.get(row) ?? null,
    (row) => cellAt(row, name < 0 ? null : name),
  );
  return { twice, anew };
}

/** An error for each row with the number of one before it. */
export function listedTwice(sheet: Sheet, mapping: Mapping, reading: Pick<Reading, "rows" | "pupils">): SheetFinding[] {
  const { number } = mapping;
  const { twice, anew } = twiceIn(sheet, mapping, reading);
  if (number === null || anew) return [];
  return twice.map(({ row, before }) =>
    findingAt("error", addressOf(sheet.top + row, sheet.left + number), sentences.sameNumber(shownAt(sheet, before, number))),
  );
}

/**
 * Numbers that begin anew in every class: those that stand twice are of two classes and of two names, and they are a quarter of all at
 * least. Pupils who are listed once more under another class are none of these.
 */
function restarts(
  twice: readonly Twice[],
  rows: readonly number[],
  classAt: (row: number) => string | null,
  nameAt: (row: number) => unknown,
): boolean {
  if (twice.length === 0 || 4 * twice.length < rows.length) return false;
  const twoPupils = ({ row, before }: Twice) =>
    classAt(row) !== null && classAt(row) !== classAt(before) && nameOf(nameAt(row)) !== nameOf(nameAt(before));
  return twice.every(twoPupils) && apart(twice, classAt);
}

/** No number stands twice in one class: each of them is the first of its class. */
function apart(twice: readonly Twice[], classAt: (row: number) => string | null): boolean {
  const seen = new Set(twice.map(({ row, before }) => `${before}|${classAt(row)}`));
  return seen.size === twice.length;
}

export function nameOf(cell: unknown): string {
  return typeof cell === "string" && cell !== UNCOMPUTED ? plainText(cell).replace(/\s+/g, "") : "";
}
