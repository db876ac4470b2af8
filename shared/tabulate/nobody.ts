/** Rows of marks that no pupil stands behind: where the list has names, a row with neither name nor number. */

import { plainText } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding, sentences } from "./finding.ts";
import { kindOf, namesExamNumber, namesPupil, plainHeader } from "./headers.ts";
import { rangesAt } from "./origins.ts";
import { isBlank } from "./pupils.ts";

/** An error where most rows say who they are and some do not: totals, a table of statistics below, the school as a whole. */
export function rowsOfNobody(sheet: Sheet, mapping: Mapping, rows: readonly number[]): SheetFinding[] {
  const { name } = pupilsColumns(sheet, mapping);
  const say = (count: number, cells: string) => sentences.nobody(count, cells, sheet.name !== undefined);
  return toldOfFew(sheet, rows, namelessIn(sheet, mapping, rows), name, "error", say);
}

/** Rows with marks that say nothing of who they are, while most do. */
export function nobodyIn(sheet: Sheet, mapping: Mapping, rows: readonly number[]): number[] {
  const nobody = namelessIn(sheet, mapping, rows);
  return isFew(nobody, rows) ? nobody : [];
}

export function namelessIn(sheet: Sheet, mapping: Mapping, rows: readonly number[]): number[] {
  const { name, numbers, isNamed } = pupilsColumns(sheet, mapping);
  return name < 0 ? [] : rows.filter((row) => !isNamed(row) && !(numbers >= 0 && !isBlank(sheet.cells[row]?.[numbers])));
}

/** The columns that tell pupils apart, also those that are not mapped. */
export function pupilsColumns(sheet: Sheet, { header, number }: Mapping) {
  const heads = header === null ? [] : (sheet.cells[header] ?? []).map(plainHeader);
  const name = heads.findIndex(namesPupil);
  const numbers = number ?? heads.findIndex((head) => kindOf(head) === "number" || namesExamNumber(head));
  return { name, numbers, isNamed: (row: number) => isName(sheet.cells[row]?.[name]) };
}

/** Nothing where it is as many as have it: then the column is not kept. */
export function toldOfFew(
  sheet: Sheet,
  rows: readonly number[],
  lacking: readonly number[],
  column: number,
  level: SheetFinding["level"],
  sentence: (rows: number, cells: string) => Said,
): SheetFinding[] {
  const [first] = lacking;
  if (first === undefined || !isFew(lacking, rows)) return [];
  const cell = addressOf(sheet.top + first, sheet.left + column);
  return [findingAt(level, cell, sentence(lacking.length, rangesAt(sheet, lacking, column)))];
}

function isFew(some: readonly number[], rows: readonly number[]): boolean {
  return 2 * some.length < rows.length;
}

/** A number under the names is a count of a table of statistics. */
function isName(cell: unknown): boolean {
  return typeof cell === "string" && !isBlank(cell) && !/^[\d.%]+$/.test(plainText(cell));
}
