/** Single cells that do not go with the rest of their pupil's row: left in one subject only, or a tenth of what the others let expect. */
import type { Counted } from "../handin/consistency/marks.ts";
import { defaultSettings } from "../handin/consistency/settings.ts";
import { isWritten } from "../handin/consistency/written.ts";
import type { Score } from "../scores.ts";
import type { Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { rangesAt } from "./origins.ts";

interface Column extends Pick<Counted, "subject" | "full" | "marks"> {
  readonly column: number;
  readonly rows: readonly number[];
  readonly scores: readonly Score[];
}

/** One query for all cells of a kind, at the first. */
export function unlikeRow(sheet: Sheet, columns: readonly Column[]): SheetFinding[] {
  const written = columns.filter(({ subject, marks }) => isWritten(subject, marks.length, defaultSettings));
  return [...told(sheet, columns, leftAndSat, saysLeft), ...told(sheet, written, isTenth, saysTenth)];
}

/** 转出 in one subject, marks in another: whoever left is expected in none. */
function leftAndSat(own: Column, columns: readonly Column[], at: number): boolean {
  return own.scores[at] === "left" && columns.some(({ scores }) => typeof scores[at] === "number");
}

const saysLeft = (cells: number, where: string, more: boolean): Said => ({
  code: "left-and-sat",
  zh: `有 ${cells} 格写“转出”，同一名学生别的学科有分数（${where}${more ? "……" : ""}）：这些格按转出计，不算应考。请核对是不是缺考。`,
  en: `${cells} cells say 转出, and the same pupil has marks in other subjects (${where}${more ? " …" : ""}): they count as having left and are not expected. See whether they were absent.`,
});

/** A decimal point too many, 8.5 for 85: ten times the mark is what the pupil has in the other written subjects, of which none is low. */
function isTenth({ scores, full }: Column, columns: readonly Column[], at: number): boolean {
  const { tenthShare, tenthNear } = defaultSettings;
  const mark = scores[at];
  if (typeof mark !== "number" || 10 * mark > full) return false;
  const others = columns.flatMap((other) => {
    const score = other.scores[at];
    return other.scores !== scores && typeof score === "number" ? [score / other.full] : [];
  });
  const mean = others.reduce((sum, share) => sum + share, 0) / others.length;
  // Where many are weak, a low mark beside fair ones may be right: those are six times as much at least.
  return (
    others.length >= 3 &&
    others.every((share) => share >= Math.max(tenthShare, (6 * mark) / full)) &&
    Math.abs((10 * mark) / full - mean) <= tenthNear
  );
}

const saysTenth = (cells: number, where: string, more: boolean): Said => ({
  code: "mark-tenth",
  zh: `有 ${cells} 格分数很低（${where}${more ? "……" : ""}），十倍才与同一名学生别的学科相当：请核对小数点有没有写错；确实如此请说明。`,
  en: `${cells} marks are very low (${where}${more ? " …" : ""}), and ten times as much would be in line with the pupil's other subjects: see whether the decimal point is wrong; if it is so, say so.`,
});

function told(
  sheet: Sheet,
  columns: readonly Column[],
  isOdd: (own: Column, columns: readonly Column[], at: number) => boolean,
  say: (cells: number, where: string, more: boolean) => Said,
): SheetFinding[] {
  const cells = columns.flatMap((own) =>
    own.scores.flatMap((_, at) => (isOdd(own, columns, at) ? [{ row: own.rows[at] ?? 0, column: own.column }] : [])),
  );
  const [first] = cells;
  if (!first) return [];
  const where = cells.slice(0, SHOWN).map(({ row, column }) => rangesAt(sheet, [row], column));
  const said = say(cells.length, where.join("、"), cells.length > SHOWN);
  return [findingAt("query", addressOf(sheet.top + first.row, sheet.left + first.column), said)];
}

const SHOWN = 6;
