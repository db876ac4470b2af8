/** The same pupil twice: one number on two rows; and, where there is no number, rows that are alike in everything. Nothing of a row is repeated. */
import { isError, textIn, UNCOMPUTED, type Value } from "../handin/book.ts";
import { plainText } from "../scores.ts";
import { isNumber, readNumber } from "./number.ts";

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

/**
 * Numbers that begin anew in every class: those that stand twice are of two classes and of two names, and they are a quarter of all at
 * least. Pupils who are listed once more under another class are none of these.
 */
export function restarts(
  twice: readonly Twice[],
  rows: readonly number[],
  classAt: (row: number) => string | null,
  nameAt: (row: number) => unknown,
): boolean {
  if (twice.length === 0 || 4 * twice.length < rows.length) return false;
  const twoPupils = ({ row, before }: Twice) =>
    classAt(row) !== null && classAt(row) !== classAt(before) && nameIn(nameAt(row)) !== nameIn(nameAt(before));
  return twice.every(twoPupils) && apart(twice, classAt);
}

/** No number stands twice in one class: each of them is the first of its class. */
function apart(twice: readonly Twice[], classAt: (row: number) => string | null): boolean {
  const seen = new Set(twice.map(({ row, before }) => `${before}|${classAt(row)}`));
  return seen.size === twice.length;
}

export interface Told {
  readonly row: number;
  readonly number: unknown;
  readonly name: unknown;
  /** Class and marks. */
  readonly rest: readonly unknown[];
}

/** Rows like one before them in name, class and every mark, where one of the two has no number to tell them apart. */
export function rowsAlike(pupils: readonly Told[]): number[] {
  const seen = new Map<string, boolean>();
  return pupils.flatMap(({ row, number, name, rest }): number[] => {
    const own = nameIn(name);
    if (own === "") return [];
    const key = JSON.stringify([own, ...rest]);
    const numbered = numberIn(number) !== "";
    const before = seen.get(key);
    seen.set(key, numbered && before !== false);
    return before !== undefined && !(before && numbered) ? [row] : [];
  });
}

function nameIn(cell: unknown): string {
  return typeof cell === "string" && cell !== UNCOMPUTED ? plainText(cell).replace(/\s+/g, "") : "";
}
