/** Rows that stand one column too far left, as a line of a CSV does that has a field fewer: a number under the names, and nothing in the last column. */
import { readScore } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import type { Said, SheetFinding } from "./finding.ts";
import { pupilsColumns, toldOfFew } from "./nobody.ts";
import { isBlank } from "./pupils.ts";

/** An error: their marks stand under other subjects. */
export function shiftedRows(sheet: Sheet, mapping: Mapping, rows: readonly number[]): SheetFinding[] {
  return toldOfFew(sheet, rows, shiftedIn(sheet, mapping, rows), pupilsColumns(sheet, mapping).name, "error", sentence);
}

export function shiftedIn(sheet: Sheet, mapping: Mapping, rows: readonly number[]): number[] {
  const { name, isNamed } = pupilsColumns(sheet, mapping);
  const last = Math.max(...mapping.subjects.flatMap(({ column, before }) => [column, before ?? 0]));
  // Where nothing stands before the name, nothing can have slipped under it; and a column of codes is none of names.
  if (name < 1 || last <= name || 2 * rows.filter(isNamed).length <= rows.length) return [];
  const isNumber = (cell: unknown) => typeof readScore(cell) === "number";
  return rows.filter((row) => {
    const cells = sheet.cells[row] ?? [];
    // A table of statistics has counts under the names too, but something in every column.
    return isNumber(cells[name]) && !isBlank(cells[name - 1]) && isBlank(cells[last]);
  });
}

const sentence = (rows: number, cells: string): Said => ({
  code: "row-shifted",
  zh: `有 ${rows} 行看来少了一栏，往左错了一列（${cells} 应是姓名，现在是数；最后一列是空的）：请补上缺的那一栏，让每个数回到自己的表头下。`,
  en: `${rows} ${rows === 1 ? "row seems" : "rows seem"} to have a field fewer and to stand one column too far left (${cells} should be a name and is a number, and the last column is blank): put in what is missing, so that every number stands under its own header.`,
});
