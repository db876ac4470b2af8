/** Rows of marks that no pupil stands behind: where the list has names, a row with neither name nor number; and schools that are this one by another name. */

import { plainText } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding, sentences } from "./finding.ts";
import { kindOf, namesPupil, plainHeader } from "./headers.ts";
import { rangesAt } from "./origins.ts";
import { isBlank, type SchoolName } from "./pupils.ts";

/** An error where most rows say who they are and some do not: totals, a table of statistics below, the school as a whole. */
export function rowsOfNobody(sheet: Sheet, { header, number }: Mapping, rows: readonly number[]): SheetFinding[] {
  const heads = header === null ? [] : (sheet.cells[header] ?? []).map(plainHeader);
  const name = heads.findIndex(namesPupil);
  const numbers = number ?? heads.findIndex((head) => kindOf(head) === "number");
  if (name < 0) return [];
  const isNamed = (row: number) => isName(sheet.cells[row]?.[name]) || (numbers >= 0 && !isBlank(sheet.cells[row]?.[numbers]));
  const nobody = rows.filter((row) => !isNamed(row));
  const first = nobody[0];
  if (first === undefined || 2 * nobody.length > rows.length) return [];
  const cells = rangesAt(sheet, nobody, name);
  return [findingAt("error", addressOf(sheet.top + first, sheet.left + name), sentences.nobody(nobody.length, cells))];
}

/** A number under the names is a count of a table of statistics. */
function isName(cell: unknown): boolean {
  return typeof cell === "string" && !isBlank(cell) && !/^[\d.%]+$/.test(plainText(cell));
}

/** What a column of schools says that no school of the region is called, with the rows; those that look like this one are asked about alone. */
export function strangers(
  named: ReadonlyMap<string, number>,
  { name, others, codes = [] }: Pick<SchoolName, "name" | "others" | "codes">,
): [named: string, rows: number][] {
  if (others === undefined) return [];
  const plain = (text: string) => plainText(text).replace(/\s+/g, "").toLowerCase();
  const known = new Set([...others, ...codes].map(plain));
  return [...named].filter(([one]) => !known.has(plain(one)) && !alikeSchool(one, name));
}

/** Is it the school by a longer name or a short one: 示例县第三中学 or 三中 for 第三中学? */
export function alikeSchool(named: string, own: string): boolean {
  const [long, short] = named.length > own.length ? [named, own] : [own, named];
  if (short.length < 2) return false;
  if (named.length > own.length) return long.includes(short);
  let at = 0;
  for (const sign of long) if (sign === short[at]) at++;
  return at === short.length;
}
