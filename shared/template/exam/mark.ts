/** What a score cell may hold, as rules of a spreadsheet: a state in its words, or a mark from 0 to the full mark on the paper's grid. */
import type { Paper } from "../../contract.ts";
import { WRITTEN_STATES } from "../words.ts";

/** A scale of marks: papers with the same full mark and grid share one drop-down list. */
export interface Scale {
  readonly full: number;
  readonly grid: number;
}

/** Lists longer than this are not offered; the cell is checked by a rule instead. */
const LONGEST_LIST = 4000;

export function isListed({ full, grid }: Scale): boolean {
  return full * grid + 1 <= LONGEST_LIST;
}

/** The name of the list of a scale. */
export function listName({ full, grid }: Scale): string {
  return `可填_${String(full).replace(".", "_")}分_${grid}`;
}

/** What may stand in a cell of the scale: the states first, then every mark. */
export function offered({ full, grid }: Scale): (string | number)[] {
  return [...WRITTEN_STATES, ...Array.from({ length: Math.round(full * grid) + 1 }, (_, at) => at / grid)];
}

/** Is a number off the scale? Over an address or the name of a column. */
export function offScale(at: string, { full, grid }: Scale): string {
  return `(${at}<0)+(${at}>${full})+${offGrid(at, grid)}`;
}

/** A double a hair off the grid is on it. */
export function offGrid(at: string, grid: number): string {
  return grid === 1 ? `(ABS(${at}-ROUND(${at},0))>0.000001)` : `(ABS(${at}*${grid}-ROUND(${at}*${grid},0))>0.000001)`;
}

/** True where one cell holds neither; for rules, which know no lists of constants. */
export function isWrong(cell: string, scale: Scale): string {
  const noState = WRITTEN_STATES.map((word) => `${cell}<>"${word}"`).join(",");
  return `IF(ISERROR(${cell}),TRUE,IF(ISBLANK(${cell}),FALSE,IF(ISNUMBER(${cell}),${offScale(cell, scale)}>0,AND(${noState}))))`;
}

export function beforeScale(paper: Paper): Scale | null {
  return paper.before && { full: paper.before.full, grid: paper.before.grid };
}
