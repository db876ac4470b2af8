/**
 * A sheet of marks -> the slices a school sends, what is wrong in the sheet, and a preview of the counts.
 * Rows stay here: what comes out are counts. Nothing comes out while an error stands.
 */
import type { CollectionBody, Paper, Slice } from "./contract.ts";
import { noStates, type StateCounts } from "./marks/states.ts";
import type { Cells } from "./scores.ts";
import { SMALL_GROUP } from "./submission.ts";
import { headOf } from "./tabulate/address.ts";
import { aboveOtherGrade } from "./tabulate/below.ts";
import { inClassOrder } from "./tabulate/classes.ts";
import type { Mapping } from "./tabulate/columns.ts";
import { datedClasses } from "./tabulate/dated.ts";
import type { Earlier } from "./tabulate/earlier.ts";
import { findingAt, type SheetFinding, sentences } from "./tabulate/finding.ts";
import { type Leavable, leavable, withoutRows } from "./tabulate/leave.ts";
import { type Matched, type Matching, matchEarlier } from "./tabulate/match.ts";
import { nobodyIn, rowsOfNobody } from "./tabulate/nobody.ts";
import { type Origin, placed } from "./tabulate/origins.ts";
import { overlooked } from "./tabulate/overlooked.ts";
import { type Pupil, type Reading, readPupils, type SchoolName, type Subject } from "./tabulate/pupils.ts";
import { shiftedRows } from "./tabulate/shifted-rows.ts";
import { slicesOf } from "./tabulate/slices.ts";
import { classInTitle, type TitleClass } from "./tabulate/titled.ts";
import { listedTwice } from "./tabulate/twice.ts";
import { noPupils, unreadable } from "./tabulate/unfit.ts";

export { addressOf, columnLetters } from "./tabulate/address.ts";
export { gradeSpoken, guessColumns, guessIn, type Mapping, type SubjectColumn, subjectsFound } from "./tabulate/columns.ts";
export { asking, type Earlier, type EarlierMapping, guessEarlier } from "./tabulate/earlier.ts";
export type { SheetFinding } from "./tabulate/finding.ts";
export { leadSheet } from "./tabulate/lead.ts";
export type { Matching } from "./tabulate/match.ts";
export { type Offered, offerSheets } from "./tabulate/offered.ts";
export { joinSheets, partsOf } from "./tabulate/together.ts";
export { withOneHeader } from "./tabulate/two-rows.ts";

/** A rectangle of cells with the zero-based place of its first. */
export interface Sheet {
  /** Of a plain list: the name of its sheet, which may speak of a grade. */
  readonly name?: string;
  readonly top: number;
  readonly left: number;
  readonly cells: Cells;
  /** Columns of the sheet that are hidden. */
  readonly hiddenColumns?: readonly number[];
  /** Of a file: sheets with something in them that nobody sees, and that are not read; none where there are none. */
  readonly hiddenSheets?: readonly string[];
  /** Of a list that is read together from several sheets: where each row of the cells stands. Such a list begins at A1. */
  readonly origins?: readonly Origin[];
  /** The column of it that holds the sheets' names, and stands on none. */
  readonly nameColumn?: number;
}

export interface Preview {
  /** Pupils of the chosen school and grade. */
  readonly pupils: number;
  readonly subjects: readonly SubjectPreview[];
  /** Every class with its pupils; one too small to be sent on its own goes with the grade only. */
  readonly classes: readonly ClassPreview[];
  /** The class that was read in a title, where no column tells it. */
  readonly titled: TitleClass | null;
  /** Rows that are no pupils, and whether they are left out; `null` where there are none. */
  readonly nobody: (Leavable & { readonly left: boolean }) | null;
  readonly otherSchools: readonly { readonly school: string; readonly rows: number }[];
  readonly otherGrades: number;
  /** Where the list of pupils stands, headers included, e.g. `A1:H51`; of several sheets read together, all rows below each other. */
  readonly address: string;
  /** Papers of this grade without a column: no figures for them, and none over all subjects. */
  readonly unmapped: readonly string[];
  /** How the earlier list was matched; `null` where there is none. */
  readonly matching: Matching | null;
}

interface ClassPreview {
  readonly class: string;
  readonly pupils: number;
  readonly sent: boolean;
  /** Too few pupils in some subject; one that is not sent and not small hides another by its numbers. */
  readonly small: boolean;
  /** Where its pupils stand in the cells, by rows. */
  readonly rows: readonly number[];
}

interface SubjectPreview {
  readonly subject: string;
  readonly states: StateCounts;
  readonly blanks: number;
  /** Cells that are no mark of this paper; each has its finding. */
  readonly refused: number;
  /** Pupils who lack one of the two marks, where an entry mark is mapped. */
  readonly unmatched: number | null;
}

export interface Tabulated {
  readonly slices: readonly Slice[];
  readonly findings: readonly SheetFinding[];
  readonly preview: Preview;
  /** What the questions are asked of; `null` where nothing can be read. */
  readonly list: List | null;
}

/** A list as it was read. */
export interface List {
  /** What stands of its own grade. */
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  /** Name of the exam. */
  readonly exam: string;
  readonly school: SchoolName;
  readonly papers: readonly Paper[];
  readonly subjects: readonly Subject[];
  readonly reading: Reading;
  /** The pupils that were read, with their marks of entry wherever these come from. */
  readonly pupils: readonly Pupil[];
  /** Whether they come from an earlier list. */
  readonly matched: boolean;
}

/**
 * `earlier` is the list of an earlier exam; it stands in for the columns of entry marks that it has a column for. The findings are those that
 * decide whether a list can be sent, and what reading it says by the way; all that is only asked is in tabulate/questions.ts.
 */
export function tabulate(
  whole: Sheet,
  mapping: Mapping,
  exam: NonNullable<CollectionBody["exam"]>,
  school: SchoolName,
  earlier: Earlier | null = null,
): Tabulated {
  const papers = papersOf(exam, mapping);
  const { own: sheet, findings: below } = aboveOtherGrade(whole, mapping);
  const subjects = papers.flatMap((paper) => subjectOf(paper, mapping, earlier));
  const unmapped = papers.filter((paper) => !subjects.some((subject) => subject.paper === paper)).map(({ subject }) => subject);
  const titled = classInTitle(sheet, mapping);
  const all = readPupils(sheet, mapping, subjects, school, titled?.class);
  const strange = [...all.strange, ...nobodyIn(sheet, mapping, all.rows)];
  const nobody = leavable(sheet, mapping, strange);
  const left = nobody !== null && mapping.leave === nobody.cells;
  const reading = left ? withoutRows(sheet, all, strange) : all;
  const findings = [...below, ...reading.findings];
  const unread = unreadable(sheet, mapping, papers);
  if (reading.pupils.length === 0) findings.push(noPupils(sheet, mapping, reading, school, exam.papers));
  if (mapping.class !== null) findings.push(...datedClasses(sheet, mapping.class, reading.rows));
  findings.push(...overlooked(sheet, mapping, school), ...rowsOfNobody(sheet, mapping, reading.rows));
  findings.push(...shiftedRows(sheet, mapping, reading.rows));
  // Where marks are matched with an earlier list, matching tells the same numbers.
  if (earlier === null) findings.push(...listedTwice(sheet, mapping, reading));
  const matched = match(sheet, mapping, reading, subjects, earlier, findings);
  const pupils = matched
    ? reading.pupils.map((pupil, at) => ({ ...pupil, before: pupil.before.map((own, of) => matched.before[at]?.[of] ?? own) }))
    : reading.pupils;
  const classes = classesOf(pupils, reading.rows, subjects);
  if (mapping.class !== null && pupils.length >= SMALL_GROUP && 2 * classes.length > pupils.length)
    findings.push(findingAt("error", headOf(sheet, mapping, mapping.class), sentences.manyClasses(pupils.length, classes.length)));
  const sendable = unread === null && findings.every(({ level }) => level === "query");
  // The same pupils in other rows are the same content.
  const sent = classes.flatMap((one) => (one.sent ? [one.class] : [])).sort(inClassOrder);
  return {
    slices: sendable ? slicesOf(pupils, subjects, papers, sent) : [],
    findings: placed(sheet, unread ? [unread] : findings),
    preview: {
      pupils: pupils.length,
      subjects: subjects.map((subject, at) => countsOf(pupils, subject, at)),
      classes,
      titled,
      nobody: nobody && { ...nobody, left },
      otherSchools: [...reading.otherSchools].map(([name, rows]) => ({ school: name, rows })),
      otherGrades: reading.otherGrades,
      address: reading.address,
      unmapped,
      matching: matched?.matching ?? null,
    },
    list: unread ? null : { sheet, mapping, exam: exam.name, school, papers, subjects, reading, pupils, matched: earlier !== null },
  };
}

/** A mapped paper with where its earlier marks come from: the earlier list before a column of this one. */
function subjectOf(paper: Paper, mapping: Mapping, earlier: Earlier | null): Subject[] {
  const column = mapping.subjects.find(({ subject }) => subject === paper.subject);
  if (column === undefined) return [];
  const listed = paper.before !== null && earlier?.mapping.subjects.some(({ subject }) => subject === paper.subject) === true;
  const before = paper.before === null || listed ? null : column.before;
  return [{ ...column, before, paired: listed || before !== null, paper }];
}

function match(
  sheet: Sheet,
  mapping: Mapping,
  { rows }: Reading,
  subjects: readonly Subject[],
  earlier: Earlier | null,
  findings: SheetFinding[],
): Matched | null {
  if (earlier === null) return null;
  if (mapping.number === null) {
    findings.push(findingAt("error", headOf(sheet, mapping, 0), sentences.numbersUnmapped()));
    return null;
  }
  const matched = matchEarlier({ sheet, rows, column: mapping.number }, earlier, subjects);
  findings.push(...matched.findings);
  return matched;
}

/** The papers of one stage and grade. */
export function papersOf(exam: NonNullable<CollectionBody["exam"]>, { stage, grade }: Pick<Mapping, "stage" | "grade">): Paper[] {
  return exam.papers.filter((paper) => paper.stage === stage && paper.grade === grade);
}

/**
 * A class goes on its own when, in every subject, it has pupils enough; those who left do not count.
 * Where what remains of the grade would then be a small group, the smallest class stays with it: a subtraction would show it.
 */
function classesOf(pupils: readonly Pupil[], rows: readonly number[], subjects: readonly Subject[]): Preview["classes"] {
  const members = new Map<string, { readonly own: Pupil[]; readonly rows: number[] }>();
  pupils.forEach((pupil, at) => {
    if (pupil.class === null) return;
    const one = members.get(pupil.class) ?? { own: [], rows: [] };
    members.set(pupil.class, one);
    one.own.push(pupil);
    one.rows.push(rows[at] as number);
  });
  const expectedIn = (list: readonly Pupil[]) => subjects.map((_, at) => list.filter(({ scores }) => scores[at] !== "left").length);
  const isSmall = ({ own }: { readonly own: readonly Pupil[] }) => expectedIn(own).some((n) => n < SMALL_GROUP);
  const bySize = ([a, one]: [string, { own: Pupil[] }], [b, other]: [string, { own: Pupil[] }]) =>
    other.own.length - one.own.length || inClassOrder(a, b);
  const sent = [...members].filter(([, one]) => !isSmall(one)).sort(bySize);
  const apart = () => new Set(sent.map(([name]) => name));
  const rest = () => expectedIn(pupils.filter((pupil) => pupil.class === null || !apart().has(pupil.class)));
  if (rest().some((n) => n > 0 && n < SMALL_GROUP)) sent.pop();
  const alone = apart();
  return [...members].map(([name, one]) => ({
    ...{ class: name, pupils: one.own.length, rows: one.rows },
    ...{ sent: alone.has(name), small: isSmall(one) },
  }));
}

function countsOf(pupils: readonly Pupil[], { paper, paired }: Subject, at: number): SubjectPreview {
  const states = noStates();
  let [blanks, refused, unmatched] = [0, 0, 0];
  for (const pupil of pupils) {
    const score = pupil.scores[at];
    if (score === null) blanks++;
    else if (score === undefined) refused++;
    else states[typeof score === "number" ? "sat" : score]++;
    if (score !== "left" && !(typeof score === "number" && typeof pupil.before[at] === "number")) unmatched++;
  }
  return { subject: paper.subject, states, blanks, refused, unmatched: paired ? unmatched : null };
}
