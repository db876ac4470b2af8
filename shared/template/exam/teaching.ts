/** 任课表: who teaches what in which class. A row per class, the teacher's code under each subject: the list of (class, subject, teacher). */
import { addressOf } from "../../tabulate/address.ts";
import type { ScorePlace, TeachingPlace } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import { boxOf, type DefinedName, heightFor, rangeOf, rowOf, type TemplateSheet } from "../sheet.ts";
import { schoolLine } from "../words.ts";

/** What a teacher's code is made of, as shared/collecting/teaching.ts has it. */
export const CODE_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";

const HINT =
  "一个班一行，班级写得和成绩表里一样；各学科下面填任课教师的代码（校内自编，只用字母和数字，例如 T01，不要写姓名和手机号）。同一位教师教几个班，代码要相同。这张表不影响学校的数，只用来按教师和备课组合计。";

export const TEACHING_NAMES = { grade: "任课_年级", class: "任课_班级" } as const;

export function teachingSheet(place: TeachingPlace, scores: readonly ScorePlace[], { school, region }: TemplateRequest): TemplateSheet {
  const width = place.headers.length;
  const [top, bottom] = [place.first, place.first + place.room - 1];
  const code = addressOf(top, place.class + 1);
  const grades = scores.map(({ spoken }) => spoken);
  // Of few subjects the columns are as wide as the line that says whose the sheet is.
  const each = Math.max(10, Math.ceil(60 / width));
  return {
    name: place.sheet,
    ...(width > 8 && { landscape: true }),
    columns: [
      { width: each, look: "input text", format: "@" },
      { width: each, look: "input text", format: "@" },
      ...place.subjects.map(() => ({ width: each, look: "input text" as const, format: "@" })),
    ],
    heights: [
      [0, 30],
      [2, heightFor(HINT, each * width)],
      [3, 21],
    ],
    merges: [0, 1, 2].map((row) => boxOf(row, 0, row, width - 1)),
    cells: [
      { row: 0, column: 0, look: "title", value: "任课表" },
      { row: 1, column: 0, look: "line", value: schoolLine(school, region) },
      {
        row: 2,
        column: 0,
        look: "note",
        value: HINT,
      },
      ...rowOf(place.header, 0, "head", place.headers),
    ],
    validations: [
      {
        range: boxOf(top, place.grade, bottom),
        type: "list",
        formula1: `"${grades.join(",")}"`,
        title: "年级",
        message: `请从下拉列表选：${grades.join("、")}。`,
      },
      {
        range: boxOf(top, place.class, bottom),
        type: "textLength",
        operator: "between",
        formula1: "1",
        formula2: "16",
        title: "最多 16 个字",
        message: "班级最多 16 个字。",
      },
      {
        range: boxOf(top, place.class + 1, bottom, width - 1),
        type: "custom",
        formula1: `AND(LEN(${code})<=16,SUMPRODUCT((MID(${code},ROW($1:$16),1)<>"")*ISERROR(FIND(MID(${code},ROW($1:$16),1),"${CODE_SIGNS}")))=0)`,
        title: "教师代码",
        message: "代码只用字母和数字，最多 16 位，例如 T01；不要写姓名和手机号。",
      },
    ],
    freeze: { row: place.first, column: 2 },
    repeat: { from: place.header, to: place.header },
    lined: 20,
    signed: true,
    digitsAsText: boxOf(top, 0, bottom, width - 1),
  };
}

export function teachingNames({ sheet, first, room, grade, class: own }: TeachingPlace): DefinedName[] {
  const named = (name: string, column: number): DefinedName => ({ name, sheet, range: rangeOf(first, column, first + room - 1, column) });
  return [named(TEACHING_NAMES.grade, grade), named(TEACHING_NAMES.class, own)];
}
