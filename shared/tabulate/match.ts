/**
 * Two exams matched by pupil number, in the browser: the earlier list gives each pupil of this one the mark for the value added.
 * What cannot be told for certain is a finding; a pupil without a partner is counted; nobody is joined on a guess.
 */

import { isTotal } from "../marks/totals.ts";
import type { Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import type { Earlier } from "./earlier.ts";
import { findingAt, type Said, type SheetFinding, sentences } from "./finding.ts";
import { isNumber, type PupilNumber, readNumber } from "./number.ts";
import { isBlank, readEntry, type Subject } from "./pupils.ts";

export interface Matching {
  /** Pupils of this list who stand in the earlier one. */
  readonly matched: number;
  /** Pupils of this list who do not, those without a number among them. */
  readonly unmatched: number;
  /** Rows of the earlier list that nobody of this list asked for: other schools, pupils who have left. */
  readonly unused: number;
}

export interface Matched {
  readonly matching: Matching;
  readonly findings: readonly SheetFinding[];
  /** For each pupil, the earlier mark of each subject; `null` where there is none, or the subject is not in the list. */
  readonly before: readonly (readonly (number | null)[])[];
}

interface Row {
  readonly row: number;
  readonly number: PupilNumber;
}

/** `rows` are the pupils' places in the cells of `sheet`, `column` that of their numbers. */
export function matchEarlier(
  { sheet, rows, column }: { readonly sheet: Sheet; readonly rows: readonly number[]; readonly column: number },
  earlier: Earlier,
  subjects: readonly Subject[],
): Matched {
  const findings: SheetFinding[] = [];
  const here = (row: number, level: SheetFinding["level"], said: Said) =>
    findings.push(findingAt(level, addressOf(sheet.top + row, sheet.left + column), said));
  const there = (row: number, at: number, level: SheetFinding["level"], said: Said) => {
    const cell = addressOf(earlier.sheet.top + row, earlier.sheet.left + at);
    findings.push({ ...findingAt(level, cell, said), list: earlier.name });
  };
  const { header, number, subjects: columns, zerosCount } = earlier.mapping;
  const nobody = { matching: { matched: 0, unmatched: rows.length, unused: 0 }, before: rows.map(() => subjects.map(() => null)) };
  if (number === null || columns.length === 0) {
    there(header ?? 0, 0, "error", number === null ? sentences.numbersUnmapped() : sentences.marksUnmapped());
    return { ...nobody, findings };
  }

  const given = new Map<string, Row[]>();
  let listed = 0;
  for (let row = header === null ? 0 : header + 1; row < earlier.sheet.cells.length; row++) {
    const cells = earlier.sheet.cells[row] as readonly unknown[];
    if ([number, ...columns.map((one) => one.column)].every((at) => isBlank(cells[at]))) continue;
    const read = cells.some(isTotal) ? null : readNumber(cells[number]);
    if (read === null) there(row, number, "query", sentences.noNumberThere());
    else if (!isNumber(read)) there(row, number, "error", read);
    else {
      listed++;
      put(given, { row, number: read });
    }
  }

  const asked = new Map<string, Row[]>();
  rows.forEach((row) => {
    const read = readNumber(sheet.cells[row]?.[column]);
    if (read === null) here(row, "query", sentences.noNumberHere());
    else if (!isNumber(read)) here(row, "error", read);
    else put(asked, { row, number: read });
  });

  const partners = new Map<number, number>();
  for (const [bare, own] of asked) {
    const others = given.get(bare) ?? [];
    const clear = own.length === 1 && others.length <= 1;
    const alike = new Set([...own, ...others].map((one) => one.number.exact)).size <= 1;
    if (clear && (alike || !zerosCount)) {
      if (others[0]) partners.set((own[0] as Row).row, others[0].row);
      continue;
    }
    const said = alike || !zerosCount ? sentences.twice() : sentences.zeros();
    if (own.length > 1 || !alike) for (const { row } of own) here(row, "error", said);
    if (others.length > 1) for (const { row } of others) there(row, number, "error", said);
  }

  const before = rows.map((row) => {
    const partner = partners.get(row);
    if (partner === undefined) return subjects.map(() => null);
    const cells = earlier.sheet.cells[partner] as readonly unknown[];
    return subjects.map(({ paper }) => {
      const at = columns.find(({ subject }) => subject === paper.subject)?.column;
      return at === undefined ? null : readEntry(cells[at], paper, (words) => there(partner, at, "error", words));
    });
  });
  const matching = { matched: partners.size, unmatched: rows.length - partners.size, unused: listed - partners.size };
  return { matching, findings, before };
}

function put(rows: Map<string, Row[]>, one: Row): void {
  const same = rows.get(one.number.bare);
  if (same) same.push(one);
  else rows.set(one.number.bare, [one]);
}
