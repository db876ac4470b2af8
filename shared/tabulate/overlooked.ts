/** What a list holds beside the columns that are read, and cannot be sent with: another list at its side, another grade in its title. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { gradeName } from "../template/words.ts";
import { addressOf, headOf } from "./address.ts";
import { alikeSchool } from "./alike-school.ts";
import { findingAt, type SheetFinding, sentences } from "./finding.ts";
import { gradesIn, kindOf, namesConverted, namesPupil, namesSubject, plainHeader } from "./headers.ts";
import { onEachSheet } from "./parts.ts";
import { isBlank, type SchoolName } from "./pupils.ts";

/** What each sheet of a list holds beside the columns that are read, and which of these it lacks. */
export function overlooked(list: Sheet, mapping: Mapping, school: SchoolName): readonly SheetFinding[] {
  const heads = list.cells[mapping.header ?? 0] ?? [];
  return onEachSheet(list, mapping, (sheet, own, missing) => [
    ...missing.map((column) => findingAt("error", headOf(sheet, own, 0), sentences.columnLacking(sheet.name ?? "", heads[column]))),
    ...otherGrade(sheet, own),
    ...otherSchool(sheet, own, school),
    ...besides(sheet, own),
    ...headless(sheet, own),
  ]);
}

/** A title over the headers, or the sheet's name, that names another school of the region and not this one. */
function otherSchool({ name, top, left, cells }: Sheet, { header, school: column }: Mapping, school: SchoolName): SheetFinding[] {
  if (column !== null || name === undefined) return [];
  const texts = titlesOver({ name, top, left, cells }, header);
  if (texts.some(({ text }) => text.includes(school.name))) return [];
  for (const { text, cell } of texts) {
    const [named] = (school.others ?? []).filter((other) => text.includes(other)).sort((a, b) => b.length - a.length);
    // 实验小学 over a list of 城关实验小学 may well be short for it.
    if (named !== undefined)
      return [findingAt(alikeSchool(named, school.name) ? "query" : "error", cell, sentences.otherSchool(text, named, school.name))];
    // Who sends for one school is not told the names of the others.
    const like = SCHOOL_LIKE.exec(text.replaceAll(SCHOOLS, " "))?.[0];
    if (like !== undefined && !alikeSchool(like, school.name))
      return [findingAt("query", cell, sentences.perhapsSchool(text, like, school.name))];
  }
  return [];
}

/** 河东镇第一中学; not 全县中学, 初中学业水平, 中学生. */
const SCHOOL_LIKE =
  /(?![全各本我\d])\p{Script=Han}{1,12}?(?:(?<![全各初高县区市])(?:中学|小学)(?![生业段科习年期龄阶校])|(?<![全各本我])学校|中心校)/u;
/** Schools that are no single one: 全区学校, 各乡镇中心校, 全县各初中学校. */
const SCHOOLS = /[全各本我][省市县区乡镇街道]{0,4}[各所]?(?:初级|高级|初中|高中|小学|中小|公办|民办|农村)*(?:中学|小学|学校|中心校)/g;

/** The texts over the headers and the sheet's name, each with the cell it is told at. */
export function titlesOver({ name, top, left, cells }: Sheet, header: number | null): { readonly text: string; readonly cell: string }[] {
  const over = cells
    .slice(0, header ?? 0)
    .flatMap((row, at) => row.map((text, column) => ({ text, cell: addressOf(top + at, left + column) })));
  return [...over, { text: name, cell: addressOf(top + (header ?? 0), left) }].flatMap(({ text, cell }) =>
    typeof text === "string" ? [{ text, cell }] : [],
  );
}

/**
 * A title over the headers, or the sheet's name, that speaks of other grades only. Where a column tells the grade, that one holds; a
 * template's title is held against what was printed there.
 */
function otherGrade(sheet: Sheet, { header, stage, grade, gradeColumn }: Mapping): SheetFinding[] {
  if (gradeColumn !== null || sheet.name === undefined) return [];
  const spoken = titlesOver(sheet, header).find(({ text }) => gradesIn(text).length > 0);
  if (!spoken || gradesIn(spoken.text).includes(grade)) return [];
  return [findingAt("error", spoken.cell, sentences.otherGrade(spoken.text, gradeName({ stage, grade }, []), grade))];
}

/** Two lists side by side: a subject has another column, and the pupils' own columns come twice as well. */
function besides(sheet: Sheet, mapping: Mapping): SheetFinding[] {
  const [first] = columnsBeside(sheet, mapping);
  if (!first || !comesTwice(sheet, mapping)) return [];
  const at = (column: number) => headOf(sheet, mapping, column);
  return [findingAt("error", at(first.other), sentences.besides(at(first.column), at(first.other)))];
}

/** Other columns that bear a subject's name and hold something. */
export function columnsBeside({ cells }: Sheet, { header, subjects }: Mapping): { subject: string; column: number; other: number }[] {
  if (header === null) return [];
  const heads = (cells[header] ?? []).map(plainHeader);
  const read = new Set(subjects.flatMap(({ column, before }) => (before === null ? [column] : [column, before])));
  const filled = (column: number) => cells.slice(header + 1).some((row) => !isBlank(row[column]));
  return subjects.flatMap(({ subject, column }) =>
    heads.flatMap((head, other) =>
      !read.has(other) && (namesSubject(head, subject) || namesConverted(head, subject)) && filled(other)
        ? [{ subject, column, other }]
        : [],
    ),
  );
}

export function comesTwice({ cells }: Sheet, { header }: Mapping): boolean {
  const heads = header === null ? [] : (cells[header] ?? []).map(plainHeader);
  const own = heads.flatMap((head) => (namesPupil(head) ? "name" : (kindOf(head) ?? [])));
  return (["name", "number", "class"] as const).some((kind) => own.filter((one) => one === kind).length > 1);
}

/** A column of numbers without a header, right of a subject's: a header merged over two columns stands in the first alone. */
function headless({ top, left, cells }: Sheet, { header, subjects, ...own }: Mapping): SheetFinding[] {
  if (header === null) return [];
  const mapped = new Set([own.school, own.class, own.number, own.gradeColumn, ...subjects.flatMap((one) => [one.column, one.before])]);
  const head = cells[header] ?? [];
  const numbers = (column: number) => {
    const below = cells.slice(header + 1).filter((row) => !isBlank(row[column]));
    return (
      below.length > 0 &&
      below.filter((row) => typeof row[column] === "number" || /^\d+(\.\d+)?$/.test(String(row[column]).trim())).length * 2 > below.length
    );
  };
  const at = (column: number) => addressOf(top + header, left + column);
  return subjects.flatMap(({ subject, column }) => {
    const next = column + 1;
    return !mapped.has(next) && isBlank(head[next]) && numbers(next)
      ? [findingAt("error", at(next), sentences.headless(subject, at(column), at(next)))]
      : [];
  });
}
