/** The list of another grade below a list's own. */
import { plainText, shown } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { gradeName } from "../template/words.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { gradesIn, plainHeader } from "./headers.ts";
import { isBlank, isHeaderAgain } from "./pupils.ts";

/** Rows of a title and of headers may lie so far apart. */
const NEAR = 3;

/** The list of its own grade alone, and the error where another grade's begins: a title that names it and, below that, the headers again. */
export function aboveOtherGrade(sheet: Sheet, mapping: Mapping): { readonly own: Sheet; readonly findings: readonly SheetFinding[] } {
  const { cells, top, left, origins } = sheet;
  const { header, grade, stage, gradeColumn } = mapping;
  if (header === null || gradeColumn !== null) return { own: sheet, findings: [] };
  const heads = (cells[header] ?? []).map(plainHeader);
  const begins = cells.findIndex((row, at) => {
    if (at <= header || !isOtherGrade(row, grade)) return false;
    return cells.slice(at + 1, at + 1 + NEAR).some((below) => isHeaderAgain(below, mapping, heads));
  });
  if (begins < 0) return { own: sheet, findings: [] };
  const row = cells[begins] ?? [];
  const column = row.findIndex((cell) => !isBlank(cell));
  const own = { ...sheet, cells: cells.slice(0, begins), ...(origins && { origins: origins.slice(0, begins) }) };
  const [title, read] = [shown(row[column]), gradeName({ stage, grade }, [])];
  const error = findingAt("error", addressOf(top + begins, left + column), {
    code: "list-below",
    zh: `从${title}这一行起是另一个年级的名单，没有读；现在读的是${read}。请把它移到别的工作表，或从这张表里删去。`,
    en: `from the row of ${title} on stands the list of another grade, which is not read: this one is read for ${read}. Move it to another sheet, or delete it here.`,
  });
  return { own, findings: [error] };
}

/** A title of other grades: a text or two in a row that is blank otherwise. */
function isOtherGrade(row: readonly unknown[], grade: number): boolean {
  const written = row.filter((cell) => !isBlank(cell));
  const grades = written.flatMap((cell) => (typeof cell === "string" ? gradesIn(plainText(cell)) : []));
  return written.length > 0 && written.length <= 2 && grades.length > 0 && !grades.includes(grade);
}
