/**
 * The words schools write over their columns. What a subject is called is in subjects.ts; these are the other columns of a list of marks.
 * Names are recognised only to be left alone. Pupil numbers serve to find the same pupil in an earlier list, here, and are never sent.
 */
import { plainText } from "../scores.ts";
import { subjectName } from "../subjects.ts";

export type Kind = "school" | "class" | "grade" | "number" | "before" | "ignored";

const WRITTEN: Readonly<Record<Kind, readonly string[]>> = {
  school: ["学校", "学校名称", "学校代码", "学校标识码", "校名", "单位", "毕业学校", "school", "schoolname", "schoolcode"],
  class: ["班级", "班", "班别", "班号", "教学班", "行政班", "class", "classname", "classno"],
  grade: ["年级", "年段", "grade", "year"],
  before: [
    "入学成绩",
    "入口成绩",
    "入学",
    "前测",
    "前次",
    "上次成绩",
    "上次",
    "基线",
    "原成绩",
    "before",
    "baseline",
    "entry",
    "entrymark",
    "previous",
    "prior",
  ],
  // A number that stays with the pupil; a number of one exam finds nobody in another.
  number: ["学号", "学籍号", "全国学籍号", "学生学号", "学生编号", "studentid", "studentno", "studentnumber", "pupilid", "pupilno"].concat([
    "pupilnumber",
    "id",
  ]),
  ignored: ["姓名", "学生姓名", "名字", "考号", "准考证号", "考生号", "身份证号", "序号", "性别", "总分", "合计", "名次", "排名"].concat([
    "name",
    "pupil",
    "student",
    "no",
    "number",
    "sex",
    "gender",
    "total",
    "rank",
  ]),
};

/** A header as it is compared: full-width forms made ordinary, small letters, no spaces, no "(100)" and no 成绩 or "score" at the end. */
export function plainHeader(cell: unknown): string {
  if (typeof cell !== "string") return "";
  const text = plainText(cell)
    .toLowerCase()
    .replace(/[\s*_:：-]+/g, "");
  return text.replace(/\(.*?\)$/, "").replace(/(?<=.)(成绩|分数|得分|卷面分|原始分|scores?|marks?)$/, "");
}

const KIND_OF = new Map<string, Kind>(
  Object.entries(WRITTEN).flatMap(([kind, written]) =>
    written.flatMap((word): [string, Kind][] => [
      [word, kind as Kind],
      [plainHeader(word), kind as Kind],
    ]),
  ),
);

export function kindOf(header: string): Kind | undefined {
  return KIND_OF.get(header);
}

/** Does a header stand over the pupils' names? */
export function namesPupil(header: string): boolean {
  return ["姓名", "学生姓名", "名字", "name", "pupil", "student"].includes(header);
}

/** Does a header stand over numbers of one exam? They tell pupils of one list apart, and nobody in another. */
export function namesExamNumber(header: string): boolean {
  return ["考号", "准考证号", "考生号", "考试号"].includes(header);
}

/** Does a header name this subject, under any of its names? */
export function namesSubject(header: string, subject: string): boolean {
  return header !== "" && subjectName(header) === subjectName(plainHeader(subject));
}

/** Marks that are made of a subject's: by conversion, weights or grades. They are no mark of the paper, and are told beside it. */
const CONVERTED = /(赋分|折合分?|折算分?|换算分?|等级分|标准分|加权分?|t分)$/;

/** Does a header name a converted mark of this subject: 数学赋分, 数学折合? */
export function namesConverted(header: string, subject: string): boolean {
  return CONVERTED.test(header) && namesSubject(header.replace(CONVERTED, ""), subject);
}

/** Does a header name the entry mark of this subject: 语文入学, "entry chemistry"? */
export function namesEntry(header: string, subject: string): boolean {
  return WRITTEN.before.some(
    (word) =>
      (header.startsWith(word) && namesSubject(header.slice(word.length), subject)) ||
      (header.endsWith(word) && namesSubject(header.slice(0, -word.length), subject)),
  );
}

/** A mark of some exam before this one, which may be any. */
const ANY_EARLIER = ["上次", "前次", "原成绩", "previous", "prior"];

/** Whether a header speaks of an earlier exam without saying which, and the exam that is meant is called something else. */
export function vagueEntry(header: string, entry: string): boolean {
  return ANY_EARLIER.some((word) => header.includes(word) && !plainHeader(entry).includes(word));
}

const EXAMS = /期中|期末|月考|[一二三四]模|模拟|摸底|入学|学业水平|中考|第[一二三四五六七八九十\d]+次/g;

/** The first calendar year of the school year that a text speaks of: 2023-2024学年. */
export function schoolYearIn(text: string): number | undefined {
  const [, first, second] = /(20\d\d)\s*[-—–~至]+\s*(20\d\d)\s*学年/.exec(plainText(text)) ?? [];
  return first !== undefined && Number(second) === Number(first) + 1 ? Number(first) : undefined;
}

/** The exams that a text speaks of: 期中, 期末, 一模. */
export function examsIn(text: string): string[] {
  return plainText(text).match(EXAMS) ?? [];
}

const TERMS = [/上学期|第一学期/, /下学期|第二学期/] as const;

/** Does a text name another exam only, or a term that is not that exam's? 上学期 may be the last one, so an exam that is silent is not of it. */
export function namesOtherExam(text: string, exam: string): boolean {
  const [spoken, wanted] = [examsIn(text), examsIn(exam)];
  const [first, second] = TERMS.map((term) => [term.test(plainText(text)), term.test(plainText(exam))] as const);
  if (spoken.length > 0 && wanted.length > 0 && !spoken.some((one) => wanted.includes(one))) return true;
  return (first?.[0] === true && !first[1]) || (second?.[0] === true && first?.[1] === true);
}

const STAGE_BEGINS = { primary: 1, junior: 7, senior: 10 } as const;

/**
 * The grade in a column of grades: what gradeOf reads, 九, and 2022级 by the year of entry into the stage, where the first calendar year
 * of the school year is known.
 */
export function gradeInColumn(cell: unknown, stage: keyof typeof STAGE_BEGINS, year: number | undefined): number | undefined {
  const text = typeof cell === "string" ? plainText(cell).replace(/\s+/g, "") : "";
  if (text.length === 1 && DIGITS.indexOf(text) > 0) return DIGITS.indexOf(text);
  const entered = /^(20\d\d)级$/.exec(text)?.[1];
  if (entered !== undefined) return year === undefined || year < Number(entered) ? undefined : STAGE_BEGINS[stage] + year - Number(entered);
  return gradeOf(cell);
}

/** Each at the place of its number. */
export const DIGITS = "零一二三四五六七八九";

/** The grades that a sentence names, in its order. */
export function gradesIn(text: string): number[] {
  return (text.match(/[一二三四五六七八九]年级|[初高]中?[一二三]/g) ?? []).flatMap((word) => gradeOf(word) ?? []);
}

/** The grade a text names: 9, "9", 九年级, 初三, 高一, "Grade 9", 2024级 does not. `undefined` where it names none. */
export function gradeOf(cell: unknown): number | undefined {
  const text = typeof cell === "number" ? String(cell) : typeof cell === "string" ? plainText(cell).toLowerCase().replace(/\s+/g, "") : "";
  const digits = /^(?:grade|year|g|y)?(\d{1,2})(?:年级)?$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits) >= 1 && Number(digits) <= 12 ? Number(digits) : undefined;
  const [, level, year] = /([初高])中?([一二三])/.exec(text) ?? [];
  if (level !== undefined) return DIGITS.indexOf(year as string) + (level === "初" ? 6 : 9);
  const word = /([一二三四五六七八九])年级/.exec(text)?.[1];
  return word === undefined ? undefined : DIGITS.indexOf(word);
}
