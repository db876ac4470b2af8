/** A column of totals that is the sum of the marks for most pupils and not for some: marks were changed, or moved, after they were added up. */

import type { Paper } from "../contract.ts";
import { asShown, readScore } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { plainHeader } from "./headers.ts";
import { rangesAt } from "./origins.ts";
import type { Reading, Subject } from "./pupils.ts";

const TOTAL: ReadonlySet<string> = new Set(["总分", "总成绩", "合计", "total", "sum"]);
/** Totals of halves and tenths of marks, as floats add them up. */
const SAME = 1e-6;

export function totalsApart(
  sheet: Sheet,
  { header }: Mapping,
  { pupils, rows }: Pick<Reading, "pupils" | "rows">,
  subjects: readonly Subject[],
  papers: readonly Paper[],
): SheetFinding[] {
  const column = header === null ? -1 : (sheet.cells[header] ?? []).findIndex((head) => TOTAL.has(plainHeader(head)));
  if (column < 0 || subjects.length < Math.max(2, papers.length)) return [];
  const added = pupils.flatMap(({ scores }, at) => {
    const row = rows[at] ?? 0;
    const total = readScore(asShown(sheet.cells[row]?.[column]));
    const marks = scores.filter((score) => typeof score === "number");
    if (typeof total !== "number" || marks.length < scores.length) return [];
    return [{ row, same: Math.abs(marks.reduce((sum, mark) => sum + mark, 0) - total) < SAME }];
  });
  const apart = added.filter(({ same }) => !same).map(({ row }) => row);
  const [first] = apart;
  // Where few totals fit, they hold something else as well: another subject, or points.
  if (first === undefined || 2 * apart.length >= added.length) return [];
  const where = rangesAt(sheet, apart, column);
  return [
    findingAt("query", addressOf(sheet.top + first, sheet.left + column), {
      code: "total-differs",
      zh: `有 ${apart.length} 名学生的总分不等于各科之和（${where}），其余 ${added.length - apart.length} 名相等：请核对这些学生的各科分数有没有改错、贴错行。总分不上报。`,
      en: `the totals of ${apart.length} pupils are not the sum of their marks (${where}), those of the other ${added.length - apart.length} are: see whether marks were changed or stand in the wrong row. Totals are not sent.`,
    }),
  ];
}
