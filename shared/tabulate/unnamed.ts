/** Pupils of whom only the name or only the number is lacking: under a name may stand 得分率, under a number how many sat. */
import type { Mapping, Sheet } from "../tabulate.ts";
import type { Said, SheetFinding } from "./finding.ts";
import { namelessIn, pupilsColumns, toldOfFew } from "./nobody.ts";
import { shiftedIn } from "./shifted-rows.ts";
import { numberIn } from "./twice.ts";

/** One query for each of the two. `matched`: an earlier list is matched by number, and each row without one is told there. */
export function unnamed(sheet: Sheet, mapping: Mapping, rows: readonly number[], matched: boolean): SheetFinding[] {
  const { name, numbers, isNamed } = pupilsColumns(sheet, mapping);
  // A number whose last digits are lost is told by itself.
  const isNumbered = (row: number) => typeof sheet.cells[row]?.[numbers] === "number" || numberIn(sheet.cells[row]?.[numbers]) !== "";
  const already = new Set([...namelessIn(sheet, mapping, rows), ...shiftedIn(sheet, mapping, rows)]);
  const without = (column: number, has: (row: number) => boolean) =>
    column < 0 ? [] : rows.filter((row) => !has(row) && !already.has(row));
  return [
    ...toldOfFew(sheet, rows, without(name, isNamed), name, "query", sentences.noName),
    ...toldOfFew(sheet, rows, matched ? [] : without(numbers, isNumbered), numbers, "query", sentences.noOwnNumber),
  ];
}

const sentences = {
  noName: (rows: number, cells: string): Said => ({
    code: "row-no-name",
    zh: `有 ${rows} 行没有姓名（${cells}），别的行都有：看来是各班的人数、平均之类，现在算作学生。不是学生的请删除；是学生的请补上姓名，或说明。`,
    en: `${rows} ${rows === 1 ? "row has" : "rows have"} no name (${cells}), where others do: they look like counts or means of classes, and count as pupils. Delete them, or write the names, or say why there are none.`,
  }),
  noOwnNumber: (rows: number, cells: string): Said => ({
    code: "row-no-number",
    zh: `有 ${rows} 行没有学号或考号（${cells}），别的行都有：可能是得分率、及格线之类，现在算作学生。不是学生的请删除；是学生的请补上，或说明。`,
    en: `${rows} ${rows === 1 ? "row has" : "rows have"} no number (${cells}), where others do: they may be rates or lines, and count as pupils. Delete them, or write the numbers, or say why there are none.`,
  }),
};
