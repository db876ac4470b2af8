/** What is checked in an exam's template: every column of marks, and the list of pupils with their classes. */

import { gridWords } from "../../exam.ts";
import { columnLetters } from "../../tabulate/address.ts";
import type { Check, ColumnCheck, ColumnChecks, FirstPlace } from "../check.ts";
import { isNumberOfPerson } from "../personal.ts";
import type { MarkPlace, ScorePlace, TeachingPlace } from "../places.ts";
import { quoted, rangeOf } from "../sheet.ts";
import { WRITTEN_STATES } from "../words.ts";
import { beforeScale, offGrid, offScale, type Scale } from "./mark.ts";
import { CODE_SIGNS, TEACHING_NAMES } from "./teaching.ts";

const STATES = `{${WRITTEN_STATES.map((word) => `"${word}"`).join(",")}}`;

/** Every column of a grade's sheet, by name. */
function columnNames({ names, marks }: ScorePlace): string[] {
  return [names.class, names.number, names.pupil, ...marks.map(({ name }) => name), ...marks.flatMap(({ before }) => before?.name ?? [])];
}

/** Rows with nothing in them: COUNTIFS knows no errors, and is quick. */
function emptyRows(place: ScorePlace): string {
  return `COUNTIFS(${columnNames(place)
    .map((name) => `${name},""`)
    .join(",")})`;
}

/** Pupils on the sheet of a grade: rows with anything in them. */
export function pupilsOf(place: ScorePlace): string {
  return `(${place.room}-${emptyRows(place)})`;
}

/** One for each row with anything in it, else zero; only inside an array formula. */
function used(place: ScorePlace): string {
  return `(1-${columnNames(place)
    .map((name) => `ISBLANK(${name})`)
    .join("*")})`;
}

/** What a grade is asked about. */
export function checkOf(code: string, { stage, grade }: Pick<ScorePlace, "stage" | "grade">): string {
  return `${code} ${stage} ${grade}`;
}

/** The list of pupils and their classes, grade by grade; then the teachers, who are codes and no names. */
export function examChecks(scores: readonly ScorePlace[], teaching: TeachingPlace): Check[] {
  return [...scores.flatMap((place) => [...listChecks(place, scores), ...teachingChecks(place, teaching)]), namesCheck(teaching)];
}

/** Names in Chinese begin with no letter or digit: the first character tells. A telephone number tells who it is as well. */
function namesCheck({ sheet, first, room, subjects }: TeachingPlace): Check {
  const [left, right] = [subjects[0]?.column ?? 2, subjects.at(-1)?.column ?? 2];
  const codes = `${quoted(sheet)}!${rangeOf(first, left, first + room - 1, right)}`;
  const wrong = `IF(ISERROR(${codes}),1,IF(LEN(${codes})>16,1,IF(LEN(${codes})>0,IF(ISERROR(FIND(LEFT(${codes},1),"${CODE_SIGNS}")),1,${isNumberOfPerson(codes)}*1),0)))`;
  return {
    about: sheet,
    what: "教师代码写成了姓名或号码",
    level: "must",
    formula: `SUM(${wrong})`,
    array: true,
    fix: "代码只用字母和数字，最多 16 位，例如 T01，校内自编；不要写姓名、手机号和身份证号。",
  };
}

/** Every column of marks, with the faults a mark can have. */
export function markChecks(scores: readonly ScorePlace[]): ColumnChecks {
  return {
    title: "各科分数",
    heads: ["空白", "不是分数或状态", "超出 0—满分", "不合分数格"],
    legend: `空白：填分数，或${WRITTEN_STATES.join("、")}；考了 0 分填 0。\n不是分数或状态：只写数字（不带“分”字，不是文本格式），或只写上面五个词中的一个。\n超出：对照试卷改正；如果满分不对，请告诉教育局。\n不合分数格：改成卷面分，不要填折算分或平均分（要求见表头上方和填写时的提示）。`,
    columns: scores.flatMap((place) => place.marks.flatMap((mark) => columnChecks(place, mark))),
  };
}

function columnChecks(place: ScorePlace, { paper, column, name, before }: MarkPlace): ColumnCheck[] {
  const own = columnCheck(place, column, name, paper, true);
  const earlier = beforeScale(paper);
  return before && earlier ? [own, columnCheck(place, before.column, before.name, earlier, false)] : [own];
}

function columnCheck(place: ScorePlace, column: number, name: string, scale: Scale, required: boolean): ColumnCheck {
  const { full, grid } = scale;
  const blank = required ? `ISBLANK(${name})*${used(place)}` : "0";
  const noMark = `(1-ISBLANK(${name})-ISNUMBER(${name})-ISNUMBER(MATCH(${name},${STATES},0)))`;
  return {
    about: place.sheet,
    what: `${place.headers[column]}（0—${full}，${gridWords(grid)}）`,
    counts: [
      required ? { formula: `COUNTIF(${name},"")-${emptyRows(place)}` } : null,
      { formula: `${place.room}-COUNTIF(${name},"")-COUNT(${name})-SUM(COUNTIF(${name},${STATES}))`, array: true },
      { formula: `COUNTIF(${name},">${full}")+COUNTIF(${name},"<0")` },
      { formula: `SUM(IF(ISNUMBER(${name}),${offGrid(name, grid)}*1,0))`, array: true },
    ],
    first: {
      sheet: place.sheet,
      column,
      row: `MIN(IF(${blank}+${noMark}+IF(ISNUMBER(${name}),${offScale(name, scale)},0)>0,ROW(${name})))`,
    },
  };
}

function listChecks(place: ScorePlace, all: readonly ScorePlace[]): Check[] {
  const { sheet, names, room, first: top, headers } = place;
  const own = names.class;
  const number = names.number;
  const others = all.map(pupilsOf).join("+");
  const beyond = `${quoted(sheet)}!${rangeOf(top + room, 0, 1_048_575, headers.length - 1)}`;
  const repeated = `IF(ISERROR(${number}),0,IF(LEN(${number})>0,IF(MATCH(${number}&"",${number}&"",0)<ROW(${number})-${top},1,0),0))`;
  const badName = `IF(ISERROR(${own}),1,IF(LEN(${own})>16,1,${isNumberOfPerson(own)}*1))`;
  const at = (column: number, test: string, name: string): FirstPlace => ({
    sheet,
    column,
    row: `MIN(IF(${test},ROW(${name})))`,
  });
  return [
    { about: sheet, what: "学生人数", level: "count", formula: pupilsOf(place), fix: "应和本年级在籍人数（含转出未删的）一致。" },
    {
      id: checkOf("grade-empty", place),
      about: sheet,
      what: "整张表没有填",
      level: "look",
      formula: `IF(AND(${pupilsOf(place)}=0,${others}>0),1,0)`,
      fix: `学校没有${place.spoken}就不用填；有学生就要填。`,
    },
    {
      about: sheet,
      what: "班级空白",
      level: "must",
      formula: `COUNTIF(${own},"")-${emptyRows(place)}`,
      first: at(place.class, `ISBLANK(${own})*${used(place)}>0`, own),
      fix: "每名学生都要填班级；合并的单元格请取消合并后向下填满。",
    },
    {
      about: sheet,
      what: "班级写法不能用",
      level: "must",
      formula: `SUM(${badName})`,
      array: true,
      first: at(place.class, `${badName}>0`, own),
      fix: "班级最多 16 个字，例如 1班、九(1)；不能是公式错误，也不能是手机号和身份证号。",
    },
    {
      about: sheet,
      what: "学号重复",
      level: "must",
      formula: `SUM(${repeated})`,
      array: true,
      first: at(place.number, `${repeated}>0`, number),
      fix: "同一名学生只能有一行；不是同一人就改正学号。",
    },
    {
      about: sheet,
      what: `第 ${top + room} 行以下还有内容`,
      level: "must",
      formula: `COUNTA(${beyond})`,
      fix: `本表只算到第 ${top + room} 行，请把下面的内容移上来。`,
    },
    {
      about: sheet,
      what: "格子被剪切移走过",
      level: "must",
      formula: `IF(SUM(${columnNames(place)
        .map((name) => `ABS(ROWS(${name})-${room})`)
        .join(",")})>0,1,0)`,
      fix: "公式找不到原来的格子了：请用新模板，把内容“复制”后“选择性粘贴—数值”。",
    },
  ];
}

/** Without the 任课表 a school's figures stand; only what is told by teacher is missing. */
function teachingChecks(place: ScorePlace, teaching: TeachingPlace): Check[] {
  const { names, first: top, spoken, sheet } = place;
  const own = names.class;
  const taught = `IF(${TEACHING_NAMES.grade}="${spoken}",${TEACHING_NAMES.class}&"")`;
  const begun = `COUNTA(${quoted(teaching.sheet)}!${rangeOf(teaching.first, 0, teaching.first + teaching.room - 1, teaching.headers.length - 1)})`;
  const lacking = `IF(ISERROR(${own}),0,IF(LEN(${own})>0,IF(MATCH(${own}&"",${own}&"",0)=ROW(${own})-${top},IF(ISNA(MATCH(${own}&"",${taught},0)),1,0),0),0))`;
  const subjects = teaching.subjects.filter(({ subject }) => place.headers.slice(3, 3 + place.marks.length).includes(subject));
  const codes = subjects.map(({ column }) => {
    const range = `${quoted(teaching.sheet)}!$${columnLetters(column)}$${teaching.first + 1}:$${columnLetters(column)}$${teaching.first + teaching.room}`;
    return `COUNTIFS(${TEACHING_NAMES.grade},"${spoken}",${TEACHING_NAMES.class},"<>",${range},"")`;
  });
  return [
    {
      id: checkOf("class-without-teacher", place),
      about: teaching.sheet,
      what: `${spoken}　没有任课教师的班`,
      level: "look",
      formula: `IF(${begun}>0,SUM(${lacking}),0)`,
      array: true,
      first: { sheet, column: place.class, row: `MIN(IF(${begun}*${lacking}>0,ROW(${own})))` },
      fix: "在任课表里给这个班添一行，班级写得和成绩表一样。任课表整张不填也可以，学校的数不受影响。",
    },
    {
      id: checkOf("teacher-blank", place),
      about: teaching.sheet,
      what: `${spoken}　教师代码空白`,
      level: "look",
      formula: codes.join("+"),
      fix: "给这一科填上任课教师的代码；没有开这门课就空着。",
    },
  ];
}
