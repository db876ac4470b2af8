import { isPersonal } from "../collecting/personal.ts";
import type { Paper } from "../contract.ts";
import { isDate, isError, textIn, UNCOMPUTED, type Value } from "../handin/book.ts";
import { onGrid } from "../kernel/decimal.ts";
import { isTotal } from "../marks/totals.ts";
import { asShown, plainText, readScore, type Score } from "../scores.ts";
import { CLASS_NAME } from "../slice.ts";
import type { Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import type { Mapping, SubjectColumn } from "./columns.ts";
import { isDated } from "./dated.ts";
import { findingAt, type Said, type SheetFinding, sentences } from "./finding.ts";
import { gradeInColumn, namesSubject, plainHeader } from "./headers.ts";
import { rangesAt } from "./origins.ts";

/** One row of the chosen school and grade, as far as it is read: no name, no number. */
export interface Pupil {
  readonly class: string | null;
  /** One per mapped subject, in the mapping's order; `undefined` where the cell is refused. */
  readonly scores: readonly Score[];
  /** Entry marks in the same order; `null` where there is none. */
  readonly before: readonly (number | null)[];
}

export interface Reading {
  readonly pupils: readonly Pupil[];
  /** Where each pupil's row stands in the cells. */
  readonly rows: readonly number[];
  /** Rows of totals and of headers again, each with its finding. */
  readonly strange: readonly number[];
  readonly findings: readonly SheetFinding[];
  /** Where the list stands, headers included. */
  readonly address: string;
  /** Rows of other schools, by the school they name. */
  readonly otherSchools: ReadonlyMap<string, number>;
  readonly otherGrades: number;
}

/** A subject's column with the paper it is for. */
export interface Subject extends SubjectColumn {
  readonly paper: Paper;
  /** Whether earlier marks are at hand, in this list or in another. */
  readonly paired: boolean;
}

export interface SchoolName {
  readonly school: string;
  readonly name: string;
  /** Names of the region's other schools. */
  readonly others?: readonly string[];
  /** Their codes, which a column of schools may hold as well. */
  readonly codes?: readonly string[];
  /** The calendar year in which the school year began, where a year of entry tells the grade: 2022级 of 2024-2025 is grade 9. */
  readonly year?: number;
}

/** How many different marks were given in a subject. */
export function marksIn(pupils: readonly Pupil[], at: number): number {
  return new Set(pupils.flatMap(({ scores }) => (typeof scores[at] === "number" ? [scores[at]] : []))).size;
}

/** Reads the rows below the header; `classOfAll` is everybody's where no column tells the class. Every cell that cannot be sent is a finding of its own. */
export function readPupils(
  sheet: Sheet,
  mapping: Mapping,
  subjects: readonly Subject[],
  school: SchoolName,
  classOfAll: string | null = null,
): Reading {
  const findings: SheetFinding[] = [];
  const pupils: Pupil[] = [];
  const rows: number[] = [];
  const otherSchools = new Map<string, number>();
  let otherGrades = 0;
  let last = mapping.header ?? 0;
  // The list ends at its last mapped column, whatever stands beside it.
  const marks = subjects.flatMap(({ column, before }) => (before === null ? [column] : [column, before]));
  const end = Math.max(-1, ...[mapping.school, mapping.class, mapping.number, mapping.gradeColumn].map((at) => at ?? -1), ...marks) + 1;
  const again: number[] = [];
  const totals: number[] = [];
  const heads = mapping.header === null ? [] : (sheet.cells[mapping.header] ?? []).map(plainHeader);
  const own = new Set([plain(school.school), plain(school.name)]);

  for (let row = mapping.header === null ? 0 : mapping.header + 1; row < sheet.cells.length; row++) {
    const cells = sheet.cells[row] as readonly unknown[];
    const error = (column: number, said: Said, blank = false) => {
      findings.push(findingAt("error", addressOf(sheet.top + row, sheet.left + column), said, blank));
    };
    if (cells.slice(0, end).every(isBlank)) continue;
    last = row;
    if (isHeaderAgain(cells, mapping, heads)) {
      again.push(row);
      continue;
    }
    if (isSecondHeader(sheet, row, mapping)) {
      error(mapping.subjects[0]?.column ?? 0, sentences.headerTwo());
      continue;
    }
    const total = cells.slice(0, end).findIndex(isTotal);
    if (total >= 0) {
      error(total, sentences.total(cells[total], sheet.name !== undefined));
      totals.push(row);
      continue;
    }
    const unknown = [mapping.school, mapping.gradeColumn].find((column) => column !== null && cells[column] === UNCOMPUTED);
    if (typeof unknown === "number") {
      error(unknown, sentences.uncomputed());
      continue;
    }
    if (mapping.school !== null) {
      const named = plain(cells[mapping.school]);
      if (named === "") error(mapping.school, sentences.noSchool());
      else if (!own.has(named)) {
        const shown = plainText(String(cells[mapping.school]));
        otherSchools.set(shown, (otherSchools.get(shown) ?? 0) + 1);
        continue;
      }
    }
    if (mapping.gradeColumn !== null) {
      const cell = cells[mapping.gradeColumn];
      const grade = gradeInColumn(cell, mapping.stage, school.year);
      if (grade === undefined) error(mapping.gradeColumn, sentences.noGrade(isBlank(cell) ? null : cell));
      else if (grade !== mapping.grade) {
        otherGrades++;
        continue;
      }
    }
    rows.push(row);
    pupils.push({
      class: mapping.class === null ? classOfAll : readClass(cells[mapping.class], (said) => error(mapping.class as number, said)),
      scores: subjects.map(({ paper, column }) => readMark(cells[column], paper, (said, blank) => error(column, said, blank))),
      before: subjects.map(({ paper, before }) =>
        before === null ? null : readEntry(cells[before], paper, (said) => error(before, said)),
      ),
    });
  }
  const [first] = again;
  const shownIn = mapping.subjects[0]?.column ?? 0;
  if (first !== undefined)
    findings.push(
      findingAt(
        "error",
        addressOf(sheet.top + first, sheet.left + shownIn),
        sentences.headerRows(again.length, rangesAt(sheet, again, shownIn), sheet.name !== undefined),
      ),
    );
  const corner = addressOf(sheet.top + (mapping.header ?? 0), sheet.left);
  const address = `${corner}:${addressOf(sheet.top + last, sheet.left + Math.max(0, end - 1))}`;
  return { pupils, rows, strange: [...again, ...totals], findings, address, otherSchools, otherGrades };
}

/** The headers once more, as where lists were pasted below each other: in every column that is read, or nothing. */
export function isHeaderAgain(cells: readonly unknown[], { subjects, ...own }: Mapping, heads: readonly string[]): boolean {
  const written = subjects.filter(({ column }) => !isBlank(cells[column]));
  if (written.length === 0 || !written.every(({ subject, column }) => namesSubject(plainHeader(cells[column]), subject))) return false;
  return [own.school, own.class, own.number, own.gradeColumn].every(
    (column) => column === null || isBlank(cells[column]) || plainHeader(cells[column]) === heads[column],
  );
}

/** Right below the headers, a row that says more of the marks and nothing of a pupil: 分数, 名次 under 语文. */
function isSecondHeader({ cells, origins }: Sheet, row: number, { header, subjects, class: named, number }: Mapping): boolean {
  const origin = origins?.[row];
  if (header === null || (origin ? origin.row !== origin.part.header + 1 : row !== header + 1)) return false;
  const here = cells[row] ?? [];
  if ([named, number].some((column) => column !== null && !isBlank(here[column]))) return false;
  const marks = subjects.map(({ column }) => here[column]).filter((cell) => !isBlank(cell));
  return (
    (named ?? number) !== null &&
    marks.length > 0 &&
    marks.every((cell) => typeof cell === "string" && cell !== UNCOMPUTED && !/\d/.test(cell) && readScore(cell) === undefined)
  );
}

type Say = (said: Said, blank?: boolean) => void;

function readMark(cell: unknown, paper: Paper, say: Say): Score {
  const { subject, full, grid } = paper;
  const score = readScore(asShown(cell));
  if (score === null) say(sentences.blank(subject), cell === null);
  else if (score === undefined) say(namesSubject(plainHeader(cell), subject) ? sentences.header(cell) : noMark(subject, cell));
  else if (typeof score === "number") return inside(score, subject, full, grid, say) ? score : undefined;
  return score;
}

/** An entry mark may be missing: a pupil who came later has none, and is left out of the value added. */
export function readEntry(cell: unknown, { subject, before }: Paper, say: Say): number | null {
  const score = readScore(asShown(cell));
  if (score === undefined) say(noMark(subject, cell));
  if (typeof score !== "number" || before === null) return null;
  return inside(score, before.name, before.full, before.grid, say) ? score : null;
}

/** What stands where a mark should: a date, a truth, a failed formula, or some text. */
function noMark(subject: string, cell: unknown): Said {
  const value = cell as Value;
  if (cell === UNCOMPUTED) return sentences.uncomputed();
  if (isDate(value)) return sentences.date(subject, textIn(value));
  if (typeof cell === "boolean") return sentences.truth(subject, cell);
  if (isError(value)) return sentences.failed(subject, value.error);
  return typeof cell === "string" && cell.startsWith("#") ? sentences.failed(subject, cell) : sentences.notScore(subject, cell);
}

function inside(mark: number, subject: string, full: number, grid: number, say: Say): boolean {
  if (mark < 0) say(sentences.negative(subject, mark));
  else if (mark > full) say(sentences.aboveFull(subject, mark, full));
  else if (onGrid(mark, grid) === undefined) say(sentences.offGrid(subject, mark, grid));
  else return true;
  return false;
}

function readClass(cell: unknown, say: Say): string | null {
  if (isBlank(cell)) {
    say(sentences.noClass());
    return null;
  }
  if (cell === UNCOMPUTED) {
    say(sentences.uncomputed());
    return null;
  }
  // Told once for all of them.
  if (isDated(cell)) return null;
  const name = typeof cell === "object" ? "" : plainText(String(cell)).replace(/\s+/g, "");
  if (isPersonal(name)) say(sentences.personalClass());
  else if (typeof cell === "boolean" || !CLASS_NAME.test(name))
    say(sentences.badClass(typeof cell === "object" ? textIn(cell as Value) : cell));
  return name;
}

export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && plainText(cell) === "");
}

/** A school's code or name as it is compared. A code kept as a number still matches. */
function plain(cell: unknown): string {
  return isBlank(cell) ? "" : plainText(String(cell)).replace(/\s+/g, "").toLowerCase();
}
