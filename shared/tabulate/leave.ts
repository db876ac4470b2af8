/** Rows that no pupil stands behind, which a person may leave out instead of deleting them: totals, headers again, rows of nobody. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { rangesAt } from "./origins.ts";
import type { Reading } from "./pupils.ts";

/** How many, and where: what a person agrees to, so that no other row is ever left out by the same word. */
export interface Leavable {
  readonly rows: number;
  readonly cells: string;
}

export function leavable(sheet: Sheet, mapping: Mapping, rows: readonly number[]): Leavable | null {
  if (rows.length === 0) return null;
  const column = mapping.class ?? mapping.number ?? mapping.subjects[0]?.column ?? 0;
  const sorted = [...rows].sort((a, b) => a - b);
  return { rows: rows.length, cells: rangesAt(sheet, sorted, column, Number.POSITIVE_INFINITY) };
}

/** The list as if these rows were not there, with nothing that was found in them. */
export function withoutRows(sheet: Sheet, reading: Reading, rows: readonly number[]): Reading {
  const gone = new Set(rows);
  const kept = reading.rows.flatMap((row, at) => (gone.has(row) ? [] : [at]));
  return {
    ...reading,
    pupils: kept.flatMap((at) => reading.pupils[at] ?? []),
    rows: kept.flatMap((at) => reading.rows[at] ?? []),
    findings: reading.findings.filter(({ cell }) => !gone.has(Number(/\d+$/.exec(cell)?.[0]) - 1 - sheet.top)),
  };
}
