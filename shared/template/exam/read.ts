/** A filled exam template -> the slices of every grade, counted as the pane counts an open sheet; pupils' rows end here. */
import type { CollectionBody, Paper, Slice, Teaching } from "../../contract.ts";
import { placeKey, type ReadBook, type ReadSheet, sheetNamed } from "../../handin/book.ts";
import type { Handed } from "../../handin/handed.ts";
import { expected } from "../../marks/states.ts";
import type { Words } from "../../refusal.ts";
import { CLASS_NAME } from "../../slice.ts";
import { SMALL_GROUP } from "../../submission.ts";
import { addressOf, columnOf } from "../../tabulate/address.ts";
import type { SchoolName } from "../../tabulate/pupils.ts";
import { withQuestions } from "../../tabulate/questions.ts";
import { type Mapping, type Preview, tabulate } from "../../tabulate.ts";
import type { ExamPlaces, ScorePlace } from "../places.ts";
import type { Findings } from "../reading/findings.ts";
import { checkAround, checkInputs, filledIn, frameFits } from "../reading/structure.ts";
import type { TemplateSheet } from "../sheet.ts";
import { checkOf } from "./checks.ts";
import { checkPrinted } from "./printed.ts";
import { checkPupils } from "./read-pupils.ts";
import { readTeaching } from "./read-teaching.ts";
import { checkShifted } from "./shifted.ts";
import { askStates } from "./state-words.ts";
import { checkTexts } from "./texts.ts";
import { checkTwoGrades, type GradeRows } from "./two-grades.ts";

export interface ReadExam {
  readonly slices: Slice[];
  readonly teaching: Teaching[];
  readonly counts: Handed["counts"];
  /** Papers with marks kept as texts: the file's own formulas do not see them. */
  readonly texts: readonly Paper[];
}

/** A grade's sheet as it was read: its pupils by class. */
export interface ReadGrade {
  readonly place: ScorePlace;
  readonly classes: Preview["classes"];
}

export function readExam(
  book: ReadBook,
  { scores, teaching }: ExamPlaces,
  exam: NonNullable<CollectionBody["exam"]>,
  school: SchoolName,
  printed: readonly TemplateSheet[],
  findings: Findings,
): ReadExam {
  const sheets = scores.flatMap((place) => {
    const sheet = sheetNamed(book, place.sheet);
    if (!sheet) missing(place.sheet, findings);
    return sheet && stands(sheet, place, findings) ? [{ place, sheet }] : [];
  });
  const filled = sheets.filter(({ place, sheet }) => lastRow(sheet, place) >= place.first);
  if (filled.length === 0 && !findings.failed)
    findings.error("nothing-filled", null, null, {
      zh: "各年级的成绩表都是空的：请填好再交。",
      en: "the sheets of marks are all empty: fill them in first.",
    });
  for (const { place } of filled.length === 0 ? [] : sheets.filter((one) => !filled.includes(one)))
    findings.query(
      "grade-empty",
      place.sheet,
      addressOf(place.first, 0),
      {
        zh: `${place.spoken}整张表没有填，别的年级填了：有学生就要填，没有这个年级请说明。`,
        en: `nothing is filled in for grade ${place.grade}, but others are: fill it in if there are pupils, else say so.`,
      },
      checkOf("grade-empty", place),
    );
  const slices: Slice[] = [];
  const counts: Handed["counts"][number][] = [];
  const grades: ReadGrade[] = [];
  const lists: GradeRows[] = [];
  const texts: Paper[] = [];
  for (const { place, sheet } of filled) {
    const rows = sheet.rows.slice(0, lastRow(sheet, place) + 1).map((row) => row.slice(0, place.headers.length));
    if (checkShifted(rows, place, findings)) continue;
    const read = withQuestions(tabulate({ top: 0, left: 0, cells: rows }, mappingOf(place), exam, school));
    // What explains a whole column stands before what follows from it in every cell, and what are no classes are not listed as such.
    const unclassed = read.findings.filter(({ code }) => code === "class-each");
    for (const { level, code, cell, words } of new Set([...unclassed, ...read.findings]))
      findings[level](code, place.sheet, cell, isUncomputed(sheet, code, cell) ? uncomputed : words);
    // A class that cannot be used is told once, in its cell.
    const classes = unclassed.length > 0 ? [] : read.preview.classes.filter((one) => CLASS_NAME.test(one.class));
    checkPupils(rows, place, classes, findings);
    lists.push({ place, rows });
    slices.push(...read.slices);
    if (unclassed.length === 0) grades.push({ place, classes });
    counts.push({ about: { zh: place.spoken, en: `grade ${place.grade}` }, pupils: expectedIn(read.preview) });
    for (const { class: own, pupils, sent, small } of classes) if (!sent) counts.push({ about: withGrade(place, own, small), pupils });
    askStates(rows, place, findings);
    texts.push(...checkTexts(rows, place, findings));
    checkPrinted(sheet, place, printed, findings);
  }
  checkTwoGrades(lists, findings);
  const teachers = readTeaching(sheetNamed(book, teaching.sheet), teaching, grades, scores, findings);
  return { slices, teaching: teachers, counts, texts };
}

const uncomputed: Words = {
  zh: "这里是公式，文件里没有算出的值：请填数，或用 Excel、WPS 打开、保存一次再交。",
  en: "this is a formula, and the file has no value for it: write what it comes to, or open and save the file once in a spreadsheet program.",
};

/** Blank, but for a formula. */
function isUncomputed(sheet: ReadSheet, code: string, cell: string): boolean {
  if (code !== "score-blank" && code !== "class-blank") return false;
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return sheet.formulas.has(placeKey(Number(row) - 1, columnOf(letters)));
}

/** As many as whoever counts the submission sees: those who left are none of them. */
function expectedIn({ subjects }: Preview): number {
  return Math.max(0, ...subjects.map(({ states, blanks, refused }) => expected(states) + blanks + refused));
}

function withGrade({ spoken, grade }: ScorePlace, own: string, small: boolean): Words {
  const why = small ? { zh: `不足 ${SMALL_GROUP} 人，`, en: `fewer than ${SMALL_GROUP}, ` } : { zh: "", en: "" };
  return { zh: `${spoken} ${own}（${why.zh}只算在年级里）`, en: `grade ${grade}, class ${own} (${why.en}counted with the grade only)` };
}

export function missing(sheet: string, findings: Findings): void {
  findings.error("sheet-missing", sheet, null, {
    zh: `少了“${sheet}”这张表：可能被删除或改了名。请恢复，或用新模板。`,
    en: `the sheet “${sheet}” is missing: it was deleted or renamed. Put it back, or use a new template.`,
  });
}

/** Which column is which: a template's own columns, guessed by nobody. */
function mappingOf(place: ScorePlace): Mapping {
  return {
    ...{ stage: place.stage, grade: place.grade, header: place.header, school: null, class: place.class, number: null, gradeColumn: null },
    subjects: place.marks.map(({ paper, column, before }) => ({ subject: paper.subject, column, before: before?.column ?? null })),
  };
}

function stands(sheet: ReadSheet, place: ScorePlace, findings: Findings): boolean {
  const { header: row, first, room, headers } = place;
  const frame = headers.map((text, column) => ({ row, column, text }));
  if (!frameFits(sheet, frame, findings)) return false;
  const box = { top: first, left: 0, bottom: first + room - 1, right: headers.length - 1 };
  checkInputs(sheet, box, findings, [place.class, ...place.marks.map(({ column }) => column)]);
  checkAround(sheet, box, findings);
  return true;
}

/** The last row with anything of a pupil in it; before the first where there is none. */
function lastRow(sheet: ReadSheet, { first, room, headers }: ScorePlace): number {
  let row = Math.min(sheet.rows.length, first + room) - 1;
  while (row >= first && !filledIn(sheet, row, 0, headers.length - 1)) row--;
  return row;
}
