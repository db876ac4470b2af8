/** A filled 任课表 -> who teaches which class, those too small to be sent on their own too. Codes only: a name ends here. */

import { holdsPersonal, isPersonal } from "../../collecting/personal.ts";
import { TEACHER_CODE } from "../../collecting/teaching.ts";
import type { Teaching } from "../../contract.ts";
import { isDate, isError, type ReadSheet, type Value, valueAt } from "../../handin/book.ts";
import { CLASS_NAME } from "../../slice.ts";
import { addressOf } from "../../tabulate/address.ts";
import type { ScorePlace, TeachingPlace } from "../places.ts";
import { isBlank, plainIn, quotedIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";
import { checkAround, checkInputs, filledIn, frameFits } from "../reading/structure.ts";
import { subjectHeader } from "../words.ts";
import { checkOf } from "./checks.ts";
import { checkOneTeacher } from "./one-teacher.ts";
import type { ReadGrade } from "./read.ts";

interface Line {
  readonly row: number;
  readonly place: ScorePlace;
  readonly class: string;
}

export function readTeaching(
  sheet: ReadSheet | undefined,
  place: TeachingPlace,
  grades: readonly ReadGrade[],
  scores: readonly ScorePlace[],
  findings: Findings,
): Teaching[] {
  if (!sheet) {
    findings.query("teaching-missing", place.sheet, null, {
      zh: "少了“任课表”：学校的数不受影响，但按教师合计不了。",
      en: "the sheet 任课表 is missing: the school's figures stand, but nothing can be added up by teacher.",
    });
    return [];
  }
  const { header: row, first, room, headers } = place;
  const frame = headers.map((text, column) => ({ row, column, text }));
  if (!frameFits(sheet, frame, findings)) return [];
  const box = { top: first, left: 0, bottom: first + room - 1, right: headers.length - 1 };
  checkInputs(sheet, box, findings);
  checkAround(sheet, box, findings);
  const lines = linesOf(sheet, place, scores, findings);
  // It may be left out: whoever has not begun it is asked nothing.
  const begun = sheet.rows.some((_, at) => at >= first && at <= box.bottom && filledIn(sheet, at, 0, box.right));
  if (!begun) return [];
  for (const grade of grades) checkCovered(sheet, place, lines, grade, findings);
  return lines.flatMap((line) => codesOf(sheet, place, line, grades, findings));
}

/** The lines whose grade and class can be read, each class once. */
function linesOf(sheet: ReadSheet, place: TeachingPlace, scores: readonly ScorePlace[], findings: Findings): Line[] {
  const seen = new Map<string, number>();
  const lines: Line[] = [];
  for (let row = place.first; row < Math.min(sheet.rows.length, place.first + place.room); row++) {
    if (!filledIn(sheet, row, 0, place.headers.length - 1)) continue;
    const [spoken, own] = [valueAt(sheet, row, place.grade), valueAt(sheet, row, place.class)];
    const grade = scores.find((one) => one.spoken === plainIn(spoken));
    if (!grade)
      findings.error("teaching-grade", place.sheet, addressOf(row, place.grade), {
        zh: `年级${isBlank(spoken) ? "空白" : quotedIn(spoken)}：请从下拉列表选 ${scores.map((one) => one.spoken).join("、")}。`,
        en: `the grade ${isBlank(spoken) ? "is blank" : `is ${quotedIn(spoken)}`}: choose ${scores.map((one) => one.spoken).join(", ")} from the list.`,
      });
    const name = plainIn(own);
    const readable = !isDate(own) && !isError(own) && typeof own !== "boolean" && CLASS_NAME.test(name);
    if (!readable)
      findings.error("teaching-class", place.sheet, addressOf(row, place.class), {
        zh: `班级${isBlank(own) ? "空白" : isPersonal(name) ? "看来是电话或身份证号" : `${quotedIn(own)}不能用`}：写得和成绩表里一样。`,
        en: `the class ${isBlank(own) ? "is blank" : isPersonal(name) ? "looks like a telephone or identity number" : `${quotedIn(own)} cannot be used`}: write it as in the sheet of marks.`,
      });
    if (!grade || !readable) continue;
    const key = `${grade.sheet}|${name}`;
    const before = seen.get(key);
    if (before !== undefined)
      findings.error("class-twice", place.sheet, addressOf(row, place.class), {
        zh: `${grade.spoken} ${name} 在第 ${before + 1} 行已经有了：一个班只写一行。`,
        en: `${grade.spoken} ${name} stands in row ${before + 1} already: a class has one row.`,
      });
    else lines.push({ row, place: grade, class: name });
    seen.set(key, before ?? row);
  }
  return lines;
}

/** Classes without a line, lines without a pupil, and subjects without a code. */
function checkCovered(sheet: ReadSheet, place: TeachingPlace, lines: readonly Line[], grade: ReadGrade, findings: Findings): void {
  const own = lines.filter((line) => line.place === grade.place);
  const lacking = grade.classes.filter(({ class: name }) => !own.some((line) => line.class === name));
  // Queries travel with the submission: a class that is not sent on its own may be a pupil's name in the wrong column.
  const { sheet: scores, class: column } = grade.place;
  const named = listed(lacking.map(({ class: name, sent, rows }) => (sent ? name : `${scores} ${addressOf(rows[0] as number, column)}`)));
  const check = (code: string) => checkOf(code, grade.place);
  if (lacking.length > 0)
    findings.query(
      "class-without-teacher",
      place.sheet,
      addressOf(own.at(-1)?.row ?? place.first, place.class),
      {
        zh: `${grade.place.spoken}有 ${lacking.length} 个班不在任课表里${named && `（${named}）`}。要按教师合计就补上，不补不影响学校的数。`,
        en: `${lacking.length} classes of grade ${grade.place.grade} are not in 任课表${named && ` (${named})`}. Add them for sums by teacher; the school's figures stand without.`,
      },
      check("class-without-teacher"),
    );
  for (const { row } of own.filter((line) => !grade.classes.some((one) => one.class === line.class)))
    findings.query("class-without-pupils", place.sheet, addressOf(row, place.class), {
      zh: `${grade.place.spoken}的成绩表里没有这个班的学生，这一行不上报：班级请写得和成绩表一样。`,
      en: `no pupil of grade ${grade.place.grade} is in this class, so this row is not sent: write the class as in the sheet of marks.`,
    });
  checkOneTeacher(
    sheet,
    grade.place,
    own.map(({ row }) => row),
    subjectsOf(place, grade.place).map(({ column }) => column),
    findings,
  );
  const blank = own.flatMap(({ row }) =>
    subjectsOf(place, grade.place).flatMap(({ column }) => (isBlank(valueAt(sheet, row, column)) ? [addressOf(row, column)] : [])),
  );
  if (blank[0])
    findings.query(
      "teacher-blank",
      place.sheet,
      blank[0],
      {
        zh: `${grade.place.spoken}有 ${blank.length} 格教师代码空白（${listed(blank)}）：请补上；没有开这门课请说明。`,
        en: `${blank.length} codes of teachers of grade ${grade.place.grade} are blank (${listed(blank)}): fill them in, or say that the subject is not taught.`,
      },
      check("teacher-blank"),
    );
}

function listed(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join("、")}……` : names.join("、");
}

function subjectsOf({ subjects }: TeachingPlace, { marks }: ScorePlace) {
  return subjects.flatMap(({ subject, column }) => {
    const paper = marks.find((mark) => subjectHeader(mark.paper) === subject)?.paper;
    return paper ? [{ paper, column }] : [];
  });
}

/**
 * The codes of a line; of a class without pupils they are checked and left out. A class that only goes with its grade is told: else a
 * teacher's other classes would pass for all of them.
 */
function codesOf(sheet: ReadSheet, place: TeachingPlace, line: Line, grades: readonly ReadGrade[], findings: Findings): Teaching[] {
  const own = subjectsOf(place, line.place);
  const known = grades.some((one) => one.place === line.place && one.classes.some((of) => of.class === line.class));
  return place.subjects.flatMap(({ subject, column }): Teaching[] => {
    const value = valueAt(sheet, line.row, column);
    if (isBlank(value)) return [];
    const cell = addressOf(line.row, column);
    const paper = own.find((one) => one.column === column)?.paper;
    const teacher = codeIn(value, place.sheet, cell, findings);
    if (!paper)
      findings.query("teacher-without-paper", place.sheet, cell, {
        zh: `${line.place.spoken}这次不考${subject}，这一格不上报。`,
        en: `grade ${line.place.grade} has no paper in ${subject} here: this cell is not sent.`,
      });
    if (teacher === undefined || !paper || !known) return [];
    return [{ stage: line.place.stage, grade: line.place.grade, class: line.class, subject: paper.subject, teacher }];
  });
}

function codeIn(value: Value, sheet: string, cell: string, findings: Findings): string | undefined {
  const text = plainIn(value);
  if (!isDate(value) && !isError(value) && typeof value !== "boolean" && TEACHER_CODE.test(text)) return text;
  const personal = isPersonal(text) || holdsPersonal(text);
  const name = /\p{L}/u.test(text.replaceAll(/[A-Za-z]/g, ""));
  const shown = name || personal ? { zh: "", en: "" } : { zh: quotedIn(value), en: ` ${quotedIn(value)}` };
  const code = personal ? "teacher-mobile" : name ? "teacher-name" : "teacher-code";
  const what = personal
    ? { zh: "看来是电话或身份证号", en: "looks like a telephone or identity number" }
    : name
      ? { zh: "看来是姓名", en: "looks like a name" }
      : { zh: "不能用", en: "cannot be used" };
  findings.error(code, sheet, cell, {
    zh: `教师代码${shown.zh}${what.zh}：请改成校内自编的代码，只用字母和数字，最多 16 位，例如 T01。`,
    en: `the teacher's code${shown.en} ${what.en}: use a code of your own, letters and digits, at most 16, for example T01.`,
  });
  return undefined;
}
