/** One code in all of a grade's 任课表, as dragging the first cell over the others leaves it. In 小学 one teacher may have a class for all its subjects. */
import { type ReadSheet, valueAt } from "../../handin/book.ts";
import { addressOf } from "../../tabulate/address.ts";
import type { ScorePlace } from "../places.ts";
import { plainIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";

/** Fewer classes, or subjects, may be one person's. */
const [CLASSES, SUBJECTS] = [2, 3];

/** `rows` of the classes, `columns` of the subjects that the grade has papers in. */
export function checkOneTeacher(
  sheet: ReadSheet,
  { stage, spoken, grade }: ScorePlace,
  rows: readonly number[],
  columns: readonly number[],
  findings: Findings,
): void {
  const [row, column] = [rows[0], columns[0]];
  if (stage === "primary" || row === undefined || column === undefined || rows.length < CLASSES || columns.length < SUBJECTS) return;
  const code = plainIn(valueAt(sheet, row, column));
  if (code === "" || rows.some((one) => columns.some((other) => plainIn(valueAt(sheet, one, other)) !== code))) return;
  // The code is in the cell: what cannot be one, a name above all, is not repeated in a query.
  findings.query("one-teacher", sheet.name, addressOf(row, column), {
    zh: `${spoken} ${rows.length} 个班、${columns.length} 科的教师代码都相同：请核对是不是从第一格拖下来的；确实是同一位教师请说明。`,
    en: `grade ${grade}: ${rows.length} classes and ${columns.length} subjects all have one teacher's code: see whether the first cell was dragged over the others; if it is one teacher, say so.`,
  });
}
