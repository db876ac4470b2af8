/** Pupils' numbers that nothing is matched by: no figure needs them, but lost digits tell of a list that was spoilt on its way. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { isNumber, readNumber } from "./number.ts";
import { rangesAt } from "./origins.ts";

export function cutNumbers(sheet: Sheet, { number }: Mapping, rows: readonly number[]): SheetFinding[] {
  if (number === null) return [];
  const cut = rows.filter((row) => {
    const read = readNumber(sheet.cells[row]?.[number]);
    return read !== null && !isNumber(read) && read.code === "number-cut";
  });
  const [first] = cut;
  if (first === undefined) return [];
  const where = rangesAt(sheet, cut, number);
  return [
    findingAt("query", addressOf(sheet.top + first, sheet.left + number), {
      code: "number-cut",
      zh: `有 ${cut.length} 行的学号按数值存过，后面的数字已经丢失（${where}）：这次不用学号，各率不受影响；核对学生请用姓名，要和前测匹配请从学籍系统重新导出。`,
      en: `${cut.length} pupil numbers were kept as numbers and have lost their last digits (${where}): nothing is matched by them now and no rate changes; tell pupils by name, and export the list again before you match an earlier exam.`,
    }),
  ];
}
