/** Which other sheets of a file are read together with the one that is chosen; of each that is not, why. */
import type { Paper } from "../contract.ts";
import { isTotal } from "../marks/totals.ts";
import type { Words } from "../refusal.ts";
import { plainText, shown } from "../scores.ts";
import { tornFrom } from "../template/torn.ts";
import { guessIn, type Mapping } from "./columns.ts";
import { DIGITS, gradesIn } from "./headers.ts";
import { isBlank } from "./pupils.ts";
import { columnsRead, headerText, type NamedSheet, nameIn } from "./together.ts";
import { numberIn } from "./twice.ts";

export interface Offered {
  readonly name: string;
  /** Whether it can be read together with the first: its headers agree. */
  readonly fits: boolean;
  /** Why it is not, until a person says so, or at all; `null` where it is. */
  readonly why: Words | null;
}

/** The school the list is sent for, and others a sheet may be about. */
export interface Schools {
  readonly own: string;
  readonly others: readonly string[];
}

/** Sheets with columns of marks beside `lead`, in their order. A sheet of another grade, school, or of the same pupils again is not taken unasked. */
export function offerSheets(lead: NamedSheet, others: readonly NamedSheet[], papers: readonly Paper[], schools: Schools): Offered[] {
  const guess = guessIn(lead, papers);
  const seen = new Set(pupilsIn(lead, guess));
  return others.flatMap((sheet): Offered[] => {
    const own = guessIn(sheet, papers);
    if (own.subjects.length === 0) return [];
    const { name } = sheet;
    if (guess.subjects.length === 0) return [{ name, fits: false, why: noMarks(lead.name) }];
    const apart = tornFrom(sheet)?.words ?? differences(lead, guess, sheet, own);
    if (apart) return [{ name, fits: false, why: apart }];
    const pupils = pupilsIn(sheet, own);
    const why = otherSchool(sheet, own, schools) ?? otherGrade(lead, guess, sheet, own) ?? samePupils(pupils, seen);
    if (why === null) for (const pupil of pupils) seen.add(pupil);
    return [{ name, fits: true, why }];
  });
}

const noMarks = (lead: string): Words => ({
  zh: `“${lead}”没有成绩列：请在“工作表”里改选`,
  en: `${lead} has no columns of marks: choose another sheet`,
});

/** The headers that stand in one of the two only, of those that are read. */
function differences(lead: NamedSheet, guess: Mapping, sheet: NamedSheet, own: Mapping): Words | null {
  const heads = (of: NamedSheet, { header }: Mapping) => (of.cells[header ?? 0] ?? []).map(headerText);
  const [first, second] = [heads(lead, guess), heads(sheet, own)];
  const lacks = (here: readonly string[], columns: readonly number[], there: readonly string[]) =>
    columns.map((column) => here[column] as string).filter((head) => !there.includes(head));
  const less = lacks(first, columnsRead(lead, guess), second);
  const more = lacks(second, columnsRead(sheet, own), first);
  if (less.length + more.length === 0) return null;
  const told = (names: readonly string[], words: string, comma: string) => (names.length > 0 ? [words + names.map(shown).join(comma)] : []);
  return {
    zh: `表头不一样：${[...told(less, "没有", "、"), ...told(more, "多了", "、")].join("，")}`,
    en: `other headers: ${[...told(less, "it lacks ", ", "), ...told(more, "it has besides ", ", ")].join("; ")}`,
  };
}

/** What a sheet says of itself: its name, and what stands over its headers. */
export function titlesOf({ name, cells }: NamedSheet, { header }: Mapping): string[] {
  const above = cells.slice(0, header ?? 0).flat();
  return [name, ...above.flatMap((cell) => (typeof cell === "string" ? [plainText(cell)] : []))];
}

function otherSchool(sheet: NamedSheet, own: Mapping, schools: Schools): Words | null {
  if (own.school !== null) return null;
  const titles = titlesOf(sheet, own).filter((text) => !text.includes(schools.own));
  const named = schools.others.find((school) => titles.some((text) => text.includes(school)));
  return named === undefined ? null : { zh: `写的是${named}`, en: `it names ${named}` };
}

/** 八1班, 八(1)班; 8.1, 8(1), 801. */
const SHORT = /^(?:([一二三四五六七八九])(?=\d|[.(-])|([1-9])(?=[.(-]\d|\d{2}班?$))/;

/** The grades a sheet speaks of; its name may do so in short. */
function gradesOf(sheet: NamedSheet, own: Mapping): number[] {
  const spoken = titlesOf(sheet, own).map(gradesIn);
  const long = spoken.find((grades) => grades.length > 0);
  if (long) return long;
  const [, word, digit] = SHORT.exec(headerText(sheet.name)) ?? [];
  return word !== undefined ? [DIGITS.indexOf(word)] : digit !== undefined ? [Number(digit)] : [];
}

function otherGrade(lead: NamedSheet, guess: Mapping, sheet: NamedSheet, own: Mapping): Words | null {
  if (own.gradeColumn !== null) return null;
  const grades = gradesOf(sheet, own);
  const alike = gradesOf(lead, guess).some((grade) => grades.includes(grade));
  if (grades.length === 0 || grades.includes(guess.grade) || alike) return null;
  return {
    zh: `看来是 ${grades.join("、")} 年级，现在读的是 ${guess.grade} 年级`,
    en: `it seems to be grade ${grades.join(", ")}, not ${guess.grade}`,
  };
}

/** Each pupil by what tells one from another: number, name, class, as far as they are there. */
function pupilsIn({ cells }: NamedSheet, mapping: Mapping): string[] {
  if (mapping.header === null) return [];
  const name = nameIn(cells, mapping.header);
  const text = (row: readonly unknown[], column: number | null) =>
    column === null || isBlank(row[column]) ? "" : headerText(String(row[column]));
  return cells.slice(mapping.header + 1).flatMap((row) => {
    if (row.some(isTotal)) return [];
    const number = mapping.number === null ? "" : numberIn(row[mapping.number]);
    const told = [number, text(row, name), text(row, mapping.class)];
    return told.some((part) => part !== "") ? [JSON.stringify(told)] : [];
  });
}

function samePupils(pupils: readonly string[], seen: ReadonlySet<string>): Words | null {
  if (pupils.length === 0)
    return {
      zh: "没有学号、姓名、班级，看不出是不是另一批学生",
      en: "without numbers, names and classes nothing tells whether these are other pupils",
    };
  const known = pupils.filter((pupil) => seen.has(pupil)).length;
  if (2 * known < pupils.length) return null;
  return {
    zh: `有 ${known} 名学生已在读的表里，看来是同一批学生`,
    en: `${known} of its pupils are read already: it seems to hold the same pupils`,
  };
}
