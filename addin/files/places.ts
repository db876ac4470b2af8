/** Places in a sheet: "B7" is row 6, column 1, counted from zero. */

import { LAST_COLUMN, placeKey, type Range } from "../../shared/handin/book.ts";

export { LAST_COLUMN, placeKey, type Range } from "../../shared/handin/book.ts";

/** What the format itself has room for: XFD1048576. */
export const LAST_ROW = 1_048_576;

/** The name of a place: (6, 1) is "B7". */
export function placeName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The letters of a column: 0 is "A", 26 is "AA". */
export function columnName(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The place that "B7" names, as its key, or -1 where that is no place of a sheet. Letters may be small, as some writers have them. */
export function keyOfPlace(name: string): number {
  let [at, column, row] = [0, 0, 0];
  for (; at < name.length; at++) {
    const letter = name.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (at === 0 || at > 3 || column > LAST_COLUMN || at === name.length || name.length > at + 7 || name.charCodeAt(at) === 48) return -1;
  for (; at < name.length; at++) {
    const digit = name.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
  }
  return row > LAST_ROW ? -1 : placeKey(row - 1, column - 1);
}

/** The range that "A1:C3" or "B2" names, its corners in any order; `undefined` where it names none. */
export function rangeOf(name: string): Range | undefined {
  const [from, to = from, more] = name.split(":").map(keyOfPlace);
  if (from === undefined || to === undefined || more !== undefined || from < 0 || to < 0) return undefined;
  const [rows, columns] = [
    [rowOf(from), rowOf(to)],
    [columnOf(from), columnOf(to)],
  ] as const;
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

export function rowOf(key: number): number {
  return Math.floor(key / LAST_COLUMN);
}

export function columnOf(key: number): number {
  return key % LAST_COLUMN;
}
