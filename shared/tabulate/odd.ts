/** Marks that are sound cell by cell and hardly right together: questions, none of them a rule, told by cells and without a pupil's name. */
import { heaped } from "../handin/consistency/heap.ts";
import { oddInClasses } from "../handin/consistency/in-classes.ts";
import { type Counted, linesToReach, mostlyAbsent, type Odd, oneValue } from "../handin/consistency/marks.ts";
import { outsideMany } from "../handin/consistency/outside.ts";
import { defaultSettings } from "../handin/consistency/settings.ts";
import { noStates } from "../marks/states.ts";
import type { Words } from "../refusal.ts";
import type { Score } from "../scores.ts";
import type { Sheet } from "../tabulate.ts";
import { addressOf, columnOf } from "./address.ts";
import { byClass } from "./by-class.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { pastedTwice } from "./pasted-twice.ts";
import type { Reading, Subject } from "./pupils.ts";
import { unlikeRow } from "./unlike-row.ts";

interface Column extends Counted {
  readonly column: number;
  /** The rows of its pupils, and what each has. */
  readonly rows: readonly number[];
  readonly scores: readonly Score[];
}

/** `unrelated` is told already: in a column that was sorted by itself, classes are far from each other. */
export function oddMarks(
  sheet: Sheet,
  reading: Pick<Reading, "pupils" | "rows">,
  subjects: readonly Subject[],
  unrelated: readonly SheetFinding[],
): SheetFinding[] {
  const all = reading.pupils.map((_, at) => at);
  const columns = subjects.map((subject, at) => columnFrom(reading, all, subject, at));
  const ask = (code: string, { column, rows }: Column, at: number, { zh, en }: Words) =>
    findingAt("query", addressOf(sheet.top + (rows[at] ?? 0), sheet.left + column), { code, zh, en });
  const tell = (odd: readonly Odd<Column>[], isPlace: (score: Score, one: Odd<Column>) => boolean) =>
    odd.map((one) => {
      const at = one.of.scores.findIndex((score) => isPlace(score, one));
      return ask(one.code, one.of, at, one.words);
    });
  const isMark = (score: Score) => typeof score === "number";
  const alike = oneValue(columns, defaultSettings);
  const copied = pastedTwice(columns.filter((own) => !alike.some(({ of }) => of === own)));
  const away = mostlyAbsent(columns, defaultSettings);
  const classes = [...byClass(reading.pupils)].map(([name, own]) =>
    subjects.map((subject, at) => columnFrom(reading, own, subject, at, `${name} `)),
  );
  const told = [...alike, ...away, ...copied.map(({ of }) => ({ code: "subjects-alike" as const, of, words: of.name }))];
  const shuffled = new Set(unrelated.map(({ cell }) => columnOf(cell.replace(/\d+$/, ""))));
  const ofClasses = oddInClasses(columns, classes, told, defaultSettings).filter(
    ({ code, of }) => code !== "class-apart" || !shuffled.has(sheet.left + of.column),
  );
  return [
    ...tell(alike, isMark),
    ...copied.map(({ of, words }) => ask("subjects-alike", of, of.scores.findIndex(isMark), words)),
    ...tell([...away, ...ofClasses], (score, { code }) =>
      code === "absent-many" ? score === "absent" || score === "deferred" : isMark(score),
    ),
    ...tell(heaped(columns, defaultSettings), (score, { mark }) => score === mark),
    ...tell(outsideMany(columns, defaultSettings), (score) => score === "exempt" || score === "left"),
    ...unlikeRow(sheet, columns),
  ];
}

function columnFrom(
  { pupils, rows }: Pick<Reading, "pupils" | "rows">,
  members: readonly number[],
  { paper, column }: Subject,
  subject: number,
  within = "",
): Column {
  const scores = members.map((at) => pupils[at]?.scores[subject]);
  const states = noStates();
  const counts = new Map<number, number>();
  for (const score of scores) {
    if (typeof score === "string") states[score]++;
    if (typeof score === "number") counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  const marks = [...counts].sort(([a], [b]) => a - b);
  states.sat = marks.reduce((sum, [, own]) => sum + own, 0);
  const name = { zh: `${within}${paper.subject}`, en: `${within}${paper.subject}` };
  return {
    ...{ subject: paper.subject, name, column, scores, states, marks },
    rows: members.map((at) => rows[at] ?? 0),
    full: paper.full,
    lines: linesToReach(paper),
  };
}
