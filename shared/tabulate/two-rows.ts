/**
 * Headers of two rows, as school systems export them: 班级, 学号, 姓名 merged over both, 各科成绩 over the subjects' names. A column's header is
 * the lower cell, or the upper one where the lower is blank: those come down, so that whatever reads a list finds its headers in one row.
 */
import type { Cells } from "../scores.ts";
import { isSubject } from "../subjects.ts";
import { TITLE_ROWS } from "./columns.ts";
import { kindOf, plainHeader } from "./headers.ts";
import { isBlank } from "./pupils.ts";

interface Rows {
  readonly top: number;
  readonly cells: Cells;
  /** Addresses of merged cells, where they are told. */
  readonly merged?: readonly string[];
}

/** The same sheet with its headers in one row; one whose headers have one row is left as it is. */
export function withOneHeader<Sheet extends Rows>(sheet: Sheet): Sheet {
  const lower = lowerRow(sheet.cells);
  if (lower < 0) return sheet;
  const [over, under] = [sheet.cells[lower - 1] ?? [], sheet.cells[lower] ?? []];
  const comesDown = (column: number) => isBlank(under[column]) && typeof over[column] === "string";
  const heads = joined(over, under).map((head, column) => (comesDown(column) ? over[column] : head));
  const groups = over.map((cell, column) => (comesDown(column) ? null : cell));
  const cells = sheet.cells.map((row, at) => (at === lower ? heads : at === lower - 1 ? groups : row));
  // What is merged in the headers hides nothing any more.
  const merged = sheet.merged?.filter((range) => Number(/\d+$/.exec(range)?.[0]) > sheet.top + lower + 1);
  return { ...sheet, cells, ...(merged && { merged }) };
}

/** The lower cells; of a name that stands twice, as under 入学成绩 and under 期末成绩, each with what stands over it. */
function joined(over: readonly unknown[], under: readonly unknown[]): unknown[] {
  const names = under.map(plainHeader);
  let group: string | null = null;
  return under.map((cell, column) => {
    const above = over[column];
    if (isBlank(cell)) group = null;
    else if (typeof above === "string" && !isBlank(above)) group = above;
    const name = names[column] as string;
    if (group === null || name === "" || names.indexOf(name) === names.lastIndexOf(name)) return cell;
    return kindOf(plainHeader(group)) === "before" ? `${group}${cell}` : `${cell}(${group})`;
  });
}

/** The row of subjects whose pupils' columns are named in the row above alone. */
function lowerRow(cells: Cells): number {
  return cells.slice(0, TITLE_ROWS).findIndex((row, at) => {
    const over = cells[at - 1] ?? [];
    if (row.some((cell) => typeof cell === "number") || !row.some((cell) => isSubject(plainHeader(cell)))) return false;
    return over.some((cell, column) => isBlank(row[column]) && kindOf(plainHeader(cell)) !== undefined);
  });
}
