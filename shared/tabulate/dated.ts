/** Classes that a spreadsheet made dates of: 9-1 became 9月1日, 2026-09-01 or 46266. They read as classes, and name none. */
import { isDate, textIn, type Value } from "../handin/book.ts";
import { plainText } from "../scores.ts";
import type { Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { rangesAt } from "./origins.ts";

/** 9月1日; 2026-09-01, 2026/9/1, 2026年9月1日; 1-Sep, Sep-01. */
const DATE = /^(?:\d{1,2}月\d{1,2}日|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{1,2})$/;
/** 1 January 2020 to 31 December 2035 as spreadsheets count days. */
const DAYS = [43_831, 49_674] as const;

/** One error for all classes that are dates; one query where every class is a number that a date would be, its format taken off. */
export function datedClasses(sheet: Sheet, column: number, rows: readonly number[]): SheetFinding[] {
  const cellAt = (row: number) => sheet.cells[row]?.[column] as Value;
  const dated = rows.filter((row) => isDated(cellAt(row)));
  const days = rows.length > 0 && rows.every((row) => isDay(cellAt(row))) ? rows : [];
  const [level, found] = dated.length > 0 ? (["error", dated] as const) : (["query", days] as const);
  const [first] = found;
  if (first === undefined) return [];
  const cells = rangesAt(sheet, found, column);
  const shown = plainText(textIn(cellAt(first)));
  const [zh, en] = level === "error" ? ["是日期", "is a date"] : ["看来是日期的序号", "seems to be the number of a date"];
  return [
    findingAt(level, addressOf(sheet.top + first, sheet.left + column), {
      code: "class-date",
      zh: `有 ${found.length} 行的班级${zh}（${cells}，如 ${shown}）：Excel 会把 1-1、9.1 这样的写法变成日期。请把这一列的格式改成文本，重填班级，例如 1班${level === "error" ? "" : "；确实是班号请说明"}。`,
      en: `the class ${en} in ${found.length} rows (${cells}, such as ${shown}): a spreadsheet makes dates of 1-1 or 9.1. Set the column to text and write the classes again, for example 1班${level === "error" ? "" : "; if they are numbers of classes, say so"}.`,
    }),
  ];
}

export function isDated(cell: unknown): boolean {
  return isDate(cell as Value) || (typeof cell === "string" && DATE.test(plainText(cell)));
}

function isDay(cell: unknown): boolean {
  return typeof cell === "number" && Number.isInteger(cell) && cell >= DAYS[0] && cell <= DAYS[1];
}
