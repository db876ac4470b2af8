/** Columns that go row by row: a pupil's school beside the pupil's mark. */

import { isTotal } from "../shared/marks/totals.ts";
import { invalid } from "../shared/refusal.ts";
import { placeOf } from "../shared/scores.ts";
import { argument, groupAt, isOmitted, list, sameLength } from "./cells.ts";
import { markAt } from "./marks.ts";

/** A line of totals among the pupils. */
export function totalRow(row: number): never {
  const at = placeOf(row);
  throw invalid(`${at.zh}是合计行，不是学生：请把它排除在外。`, `${at.en} is a total, not a pupil: leave it out of the range`);
}

/** Rows of two columns that belong together; a row with a score but no group is refused. */
export function* byGroup(groupsName: string, groups: unknown, scoresName: string, scores: unknown) {
  const names = argument(groupsName, () => list(groups));
  const cells = argument(scoresName, () => list(scores));
  sameLength(groupsName, names, scoresName, cells);
  for (let row = 0; row < names.length; row++) {
    const group = argument(groupsName, () => groupAt(names[row], row));
    const cell = cells[row];
    if (group && isTotal(group.key)) argument(groupsName, () => totalRow(row));
    if (group) yield { ...group, cell, row };
    else if (!isOmitted(cell)) argument(groupsName, () => missingGroup(row));
  }
}

/** A pupil of no school. */
export function missingGroup(row: number): never {
  const at = placeOf(row);
  throw invalid(`${at.zh}有分数，却没有学校或班级。`, `${at.en} has a score but no school or class`);
}

/** Each group's marks in order of first appearance, those of nobody who sat too. */
export function marksByGroup(groupsName: string, groups: unknown, scoresName: string, scores: unknown) {
  const found = new Map<string, { readonly name: string | number; readonly marks: number[] }>();
  for (const { key, name, cell, row } of byGroup(groupsName, groups, scoresName, scores)) {
    const score = argument(scoresName, () => markAt(cell, row));
    const own = found.get(key) ?? { name, marks: [] };
    if (typeof score === "number") own.marks.push(score);
    found.set(key, own);
  }
  return [...found.values()];
}

/** Throws where an expression is wanted. */
export function refuse(error: Error): never {
  throw error;
}
