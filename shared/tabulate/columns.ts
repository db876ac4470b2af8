import type { Paper, Stage } from "../contract.ts";
import { type Cells, plainText } from "../scores.ts";
import type { Sheet } from "../tabulate.ts";
import { examsIn, gradeOf, kindOf, namesEntry, namesSubject, plainHeader } from "./headers.ts";

/** Which column of a sheet holds what. Rows and columns are zero-based inside the rectangle that was read. */
export interface Mapping {
  readonly stage: Stage;
  readonly grade: number;
  /** Row of the headers; pupils begin below it. `null` where there is none. */
  readonly header: number | null;
  readonly school: number | null;
  readonly class: number | null;
  /** The pupil numbers, by which an earlier list is matched; not read without one. */
  readonly number: number | null;
  /** A column that says 年级 where a sheet holds several grades; rows of other grades are left out. */
  readonly gradeColumn: number | null;
  readonly subjects: readonly SubjectColumn[];
  /** The cells of rows that are no pupils, as a person agreed to leave them out. */
  readonly leave?: string | null;
}

export interface SubjectColumn {
  /** Subject of a paper of this stage and grade. */
  readonly subject: string;
  readonly column: number;
  /** Column of the entry mark, for a paper that has `before`. */
  readonly before: number | null;
}

/** How far down a header may stand: titles, dates and notes come above it. */
export const TITLE_ROWS = 12;

/** Guesses where the header stands and which column is which. `papers` are those of one stage and grade; `about` names their exam. */
export function guessColumns(cells: Cells, papers: readonly Paper[], about = "", hidden: ReadonlySet<number> = new Set()): Mapping {
  const first = papers[0];
  if (first === undefined) throw new RangeError("an exam has at least one paper");
  const rows = cells.slice(0, TITLE_ROWS).map((row) => readHeaders(row, papers, examsIn(about), hidden));
  const best = rows.reduce((chosen, row, at) => (row.recognised > (rows[chosen]?.recognised ?? 0) ? at : chosen), 0);
  const found = rows[best];
  const place = { stage: first.stage, grade: first.grade };
  if (found === undefined || found.recognised === 0)
    return { ...place, header: null, school: null, class: null, number: null, gradeColumn: null, subjects: [] };
  const { recognised: _, ...columns } = found;
  return { ...place, header: best, ...columns };
}

/** The same of a sheet whose hidden columns are known. */
export function guessIn(sheet: Pick<Sheet, "cells" | "left" | "hiddenColumns">, papers: readonly Paper[], about = ""): Mapping {
  return guessColumns(sheet.cells, papers, about, new Set(sheet.hiddenColumns?.map((column) => column - sheet.left)));
}

/** How well a sheet fits a grade: the number of its papers that have a column, for choosing between grades. */
export function subjectsFound(cells: Cells, papers: readonly Paper[]): number {
  return papers.length === 0 ? 0 : guessColumns(cells, papers).subjects.length;
}

/** The grade a sheet's name or its first cells speak of: 九年级成绩, 初三期末. */
export function gradeSpoken(name: string, cells: Cells): number | undefined {
  for (const text of [name, ...cells.slice(0, 3).flatMap((row) => row.slice(0, 3))]) {
    // In a .csv a class or a number in the list is a text of digits too.
    const grade = typeof text === "string" && !/^\d+$/.test(text.trim()) ? gradeOf(text) : undefined;
    if (grade !== undefined) return grade;
  }
  return undefined;
}

function readHeaders(row: readonly unknown[], papers: readonly Paper[], exams: readonly string[], hidden: ReadonlySet<number>) {
  const headers = row.map(plainHeader);
  const kinds = headers.map((header) => kindOf(header));
  const indices = headers.map((_, index) => index);
  // What a person sees before what is hidden: an old list may lie folded away beside the new one.
  const visible = indices.filter((index) => !hidden.has(index));
  const all = [...visible, ...indices.filter((index) => hidden.has(index))];
  const at = (kind: string) => all.find((index) => kinds[index] === kind) ?? null;
  const taken = new Set<number>();
  const columnOf = (subject: string) => {
    const own = plainHeader(subject);
    const names = (index: number) => namesSubject(headers[index] as string, subject);
    // 语文 itself before 语文(期末), that before 语文(期中) where the exam is 期末, and any of these before another name.
    const ways: ((index: number) => boolean)[] = [
      (index) => headers[index] === own && bare(row[index]) === own,
      (index) => names(index) && examsIn(String(row[index])).some((exam) => exams.includes(exam)),
      (index) => headers[index] === own,
      names,
    ];
    const found = [visible, all].flatMap((some) => ways.map((way) => some.find((index) => !taken.has(index) && way(index))));
    return found.find((index) => index !== undefined);
  };
  const subjects: SubjectColumn[] = [];
  for (const paper of papers) {
    const column = columnOf(paper.subject);
    if (column === undefined) continue;
    taken.add(column);
    subjects.push({ subject: paper.subject, column, before: beforeColumn(headers, kinds, paper, papers) });
  }
  const recognised = subjects.length * 2 + kinds.filter((kind) => kind !== undefined).length;
  return { recognised, school: at("school"), class: at("class"), number: at("number"), gradeColumn: at("grade"), subjects };
}

/** The entry mark of a paper: its own name, the subject with an entry word, or an entry word alone where only one paper asks for one. */
function beforeColumn(
  headers: readonly string[],
  kinds: readonly (string | undefined)[],
  paper: Paper,
  papers: readonly Paper[],
): number | null {
  if (paper.before === null) return null;
  const own = plainHeader(paper.before.name);
  // 入学数学 itself before 上次数学.
  const exact = headers.findIndex((header) => header !== "" && header === own);
  const named = exact >= 0 ? exact : headers.findIndex((header) => header !== "" && namesEntry(header, paper.subject));
  if (named >= 0) return named;
  return papers.filter(({ before }) => before !== null).length === 1 ? orNull(kinds.indexOf("before")) : null;
}

/** A header with nothing taken off but spaces. */
function bare(cell: unknown): string {
  return typeof cell === "string" ? plainText(cell).toLowerCase().replace(/\s+/g, "") : "";
}

function orNull(column: number): number | null {
  return column < 0 ? null : column;
}
