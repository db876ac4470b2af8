/** A list of another exam than it is read for, or of another year, as far as its titles and its headers tell. */
import { plainText, shown } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { examsIn, namesOtherExam, plainHeader, schoolYearIn, vagueEntry } from "./headers.ts";
import { titlesOver } from "./overlooked.ts";
import type { Subject } from "./pupils.ts";

/** A title or a sheet's name that speaks of another exam only, or of another school year. */
export function otherExam(sheet: Sheet, { header }: Mapping, exam: string, year: number | undefined): SheetFinding[] {
  if (sheet.name === undefined) return [];
  const texts = titlesOver(sheet, header);
  const wanted = examsIn(exam);
  const spoken = texts.find(({ text }) => examsIn(text).length > 0);
  const strange = spoken && wanted.length > 0 && !examsIn(spoken.text).some((one) => wanted.includes(one)) ? [spoken] : [];
  const dated = texts.find(({ text }) => schoolYearIn(text) !== undefined);
  const late = dated && year !== undefined && schoolYearIn(dated.text) !== year ? [{ ...dated, year }] : [];
  return [
    ...strange.map(({ text, cell }) => findingAt("query", cell, sentences.otherExam(text, exam))),
    ...late.map(({ text, cell, year: own }) => findingAt("query", cell, sentences.otherYear(text, own))),
  ];
}

/** One query for all columns of marks whose headers speak of another exam only: 语文(一模), 数学(上学期). */
export function otherExamHeads({ top, left, cells }: Sheet, { header, subjects }: Mapping, exam: string): SheetFinding[] {
  if (header === null) return [];
  const others = subjects.flatMap(({ column }) => {
    const head = cells[header]?.[column];
    return typeof head === "string" && namesOtherExam(head, exam) ? [{ head, column }] : [];
  });
  const [first] = others;
  if (!first) return [];
  const heads = others.map(({ head }) => plainText(head));
  return [findingAt("query", addressOf(top + header, left + first.column), sentences.otherExamHeads(heads, exam))];
}

/** A column whose header leaves open which earlier exam it is of, read as the marks of entry. */
export function guessedEntries({ top, left, cells }: Sheet, { header }: Mapping, subjects: readonly Subject[]): SheetFinding[] {
  if (header === null) return [];
  return subjects.flatMap(({ paper, before }) => {
    const head = before === null ? null : cells[header]?.[before];
    const entry = paper.before?.name;
    if (before === null || entry === undefined || !vagueEntry(plainHeader(head), entry)) return [];
    return [findingAt("query", addressOf(top + header, left + before), sentences.lastTime(head, entry))];
  });
}

const sentences = {
  otherExam: (text: string, exam: string): Said => ({
    code: "list-exam",
    zh: `${shown(text)}写的是另一次考试，现在按“${exam}”读：请核对是不是拿错了表。`,
    en: `${shown(text)} names another exam, but the list is read for “${exam}”: see whether it is the right list.`,
  }),
  otherYear: (text: string, year: number): Said => ({
    code: "list-year",
    zh: `${shown(text)}写的是另一个学年，这次采集是 ${year}-${year + 1} 学年：请核对是不是拿错了表。`,
    en: `${shown(text)} names another school year, the collection's is ${year}-${year + 1}: see whether it is the right list.`,
  }),
  otherExamHeads: (heads: readonly string[], exam: string): Said => ({
    code: "header-exam",
    zh: `表头${heads.slice(0, 3).map(shown).join("、")}${heads.length > 3 ? `等 ${heads.length} 列` : ""}写的是另一次考试，现在按“${exam}”读：请核对是不是用错了列、拿错了表。`,
    en: `the ${heads.length === 1 ? "header" : "headers"} ${heads.slice(0, 3).map(shown).join(", ")}${heads.length > 3 ? ` and others, ${heads.length} in all,` : ""} ${heads.length === 1 ? "names" : "name"} another exam, but the list is read for “${exam}”: see whether these are the right columns and the right list.`,
  }),
  lastTime: (head: unknown, entry: string): Said => ({
    code: "entry-guessed",
    zh: `${shown(head)}当作“${entry}”来读，增值按它算：请核对这列是不是那次考试；不是的请在“各列是什么”里改选。`,
    en: `${shown(head)} is read as “${entry}”, from which the value added is computed: check that it is that exam, and choose otherwise under “Which column is which” if not.`,
  }),
};
