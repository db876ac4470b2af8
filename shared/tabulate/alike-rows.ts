/** Rows that may be one pupil's, as far as no number tells: numbers that begin anew in every class, rows that are alike in everything. Nothing of a row is repeated. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { kindOf, namesPupil, plainHeader } from "./headers.ts";
import { rangesAt, shownAt } from "./origins.ts";
import type { Reading, Subject } from "./pupils.ts";
import { sameRows } from "./same-rows.ts";
import { nameOf, numberIn, type Twice, twiceIn } from "./twice.ts";

/** `matched`: an earlier list is matched by number, and the same numbers are told there. */
export function samePupils(
  sheet: Sheet,
  mapping: Mapping,
  reading: Pick<Reading, "rows" | "pupils">,
  subjects: readonly Subject[],
  matched: boolean,
): SheetFinding[] {
  const { twice, anew } = matched ? { twice: [], anew: false } : twiceIn(sheet, mapping, reading);
  const asked = [...(anew ? numbersAnew(sheet, mapping.number ?? 0, twice) : []), ...alikeRows(sheet, mapping, reading, subjects)];
  return twice.length + asked.length === 0 ? sameRows(sheet, reading, subjects) : asked;
}

/** One query for numbers that do not tell pupils apart. */
function numbersAnew(sheet: Sheet, column: number, [first]: readonly Twice[]): SheetFinding[] {
  if (!first) return [];
  const named = (row: number) => shownAt(sheet, row, column);
  return [
    findingAt("query", addressOf(sheet.top + first.row, sheet.left + column), sentences.restarts(named(first.before), named(first.row))),
  ];
}

/** One query for all rows that are like one before them. */
function alikeRows(
  sheet: Sheet,
  mapping: Mapping,
  { rows, pupils }: Pick<Reading, "rows" | "pupils">,
  subjects: readonly Subject[],
): SheetFinding[] {
  const cellAt = (row: number, column: number) => sheet.cells[row]?.[column];
  const heads = mapping.header === null ? [] : (sheet.cells[mapping.header] ?? []).map(plainHeader);
  const name = heads.findIndex(namesPupil);
  if (name < 0) return [];
  // A class that is its sheet's name says nothing of the pupil.
  const own = mapping.class !== null && mapping.class === sheet.nameColumn;
  const numbers = mapping.number ?? heads.findIndex((head) => kindOf(head) === "number");
  const alike = rowsAlike(
    rows.map((row, at) => ({
      row,
      number: cellAt(row, numbers),
      name: cellAt(row, name),
      rest: [own ? null : pupils[at]?.class, ...subjects.map(({ column }) => cellAt(row, column))],
    })),
  );
  const [first] = alike;
  if (first === undefined) return [];
  const cells = rangesAt(sheet, alike, name);
  return [findingAt("query", addressOf(sheet.top + first, sheet.left + name), sentences.alikeRows(alike.length, cells, own))];
}

interface Told {
  readonly row: number;
  readonly number: unknown;
  readonly name: unknown;
  /** Class and marks. */
  readonly rest: readonly unknown[];
}

/** Rows like one before them in name, class and every mark, where one of the two has no number to tell them apart. */
function rowsAlike(pupils: readonly Told[]): number[] {
  const seen = new Map<string, boolean>();
  return pupils.flatMap(({ row, number, name, rest }): number[] => {
    const own = nameOf(name);
    if (own === "") return [];
    const key = JSON.stringify([own, ...rest]);
    const numbered = numberIn(number) !== "";
    const before = seen.get(key);
    seen.set(key, numbered && before !== false);
    return before !== undefined && !(before && numbered) ? [row] : [];
  });
}

const sentences = {
  restarts: (here: string, there: string): Said => ({
    code: "number-restarts",
    zh: `学号在每个班里从头编号（如 ${here} 和 ${there} 相同），分不清谁是谁：人数照常统计，但不能用来和前测成绩匹配。要匹配请换成全校不重复的学号。`,
    en: `the pupils' numbers begin anew in every class (${here} and ${there} are alike) and do not tell who is who: pupils are counted all the same, but not matched with earlier marks. For that, write numbers that are each pupil's own in the school.`,
  }),
  alikeRows: (pupils: number, cells: string, sheets: boolean): Said => ({
    code: "row-twice",
    zh: `有 ${pupils} 行没有学号，${sheets ? "" : "班级、"}姓名和各科成绩与前面一行全都相同（${cells}）：请核对是不是同一名学生写了两次；确实是两人请说明。`,
    en: `${pupils} rows without a pupil number are like a row above in ${sheets ? "" : "class, "}name and every mark (${cells}): see whether a pupil is listed twice; if they are two, say so.`,
  }),
};
