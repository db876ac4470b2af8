/** Marks that are sound cell by cell and hardly right together: questions, none of them a rule, told by cells and without a pupil's name. */
import { heaped } from "../handin/consistency/heap.ts";
import { type Counted, linesToReach, mostlyAbsent, type Odd, oneValue } from "../handin/consistency/marks.ts";
import { outsideMany } from "../handin/consistency/outside.ts";
import { defaultSettings } from "../handin/consistency/settings.ts";
import { noStates } from "../marks/states.ts";
import type { Words } from "../refusal.ts";
import type { Score } from "../scores.ts";
import type { Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { rangesAt } from "./origins.ts";
import type { Reading, Subject } from "./pupils.ts";

interface Column extends Counted {
  readonly column: number;
  /** The rows of its pupils, and what each has. */
  readonly rows: readonly number[];
  readonly scores: readonly Score[];
}

export function oddMarks(sheet: Sheet, reading: Pick<Reading, "pupils" | "rows">, subjects: readonly Subject[]): SheetFinding[] {
  const all = reading.pupils.map((_, at) => at);
  const columns = subjects.map((subject, at) => columnOf(reading, all, subject, at));
  const ask = (code: string, { column, rows }: Column, at: number, { zh, en }: Words) =>
    findingAt("query", addressOf(sheet.top + (rows[at] ?? 0), sheet.left + column), { code, zh, en });
  const tell = (odd: readonly Odd<Column>[], isPlace: (score: Score, one: Odd<Column>) => boolean) =>
    odd.map((one) => {
      const at = one.of.scores.findIndex((score) => isPlace(score, one));
      return ask(one.code, one.of, at, one.words);
    });
  const isMark = (score: Score) => typeof score === "number";
  const alike = oneValue(columns, defaultSettings);
  const copied = columns.flatMap((own, at) => {
    if (own.states.sat < defaultSettings.alikePupils || alike.some(({ of }) => of === own)) return [];
    const same = columns.slice(0, at).find(({ scores }) => scores.every((score, row) => score === own.scores[row]));
    return same ? [ask("subjects-alike", own, own.scores.findIndex(isMark), sameMarks(own, same))] : [];
  });
  const away = mostlyAbsent(columns, defaultSettings);
  return [
    ...tell(alike, isMark),
    ...copied,
    ...tell([...away, ...awayInClasses(reading, subjects, away)], (score) => score === "absent"),
    ...tell(heaped(columns, defaultSettings), (score, { mark }) => score === mark),
    ...tell(outsideMany(columns, defaultSettings), (score) => score === "exempt" || score === "left"),
    ...leftAndSat(sheet, columns),
  ];
}

const sameMarks = (own: Column, other: Column): Words => ({
  zh: `${own.name.zh}和${other.name.zh}每名学生的分数都相同（${own.states.sat} 人）：请核对是不是一科的分数贴了两次。`,
  en: `${own.name.en} and ${other.name.en} have the same marks for every pupil (${own.states.sat}): see whether one subject was pasted twice.`,
});

/** Classes of which most are absent in a subject, but for what is told of the whole list already. */
function awayInClasses(
  reading: Pick<Reading, "pupils" | "rows">,
  subjects: readonly Subject[],
  told: readonly Odd<Column>[],
): Odd<Column>[] {
  const classes = new Map<string, number[]>();
  for (const [at, { class: name }] of reading.pupils.entries()) {
    const own = classes.get(name ?? "");
    if (own) own.push(at);
    else classes.set(name ?? "", [at]);
  }
  return [...classes].flatMap(([name, own]) => {
    const columns = subjects.map((subject, at) => columnOf(reading, own, subject, at, `${name} `));
    return mostlyAbsent(columns, defaultSettings).filter(({ of }) => !told.some((one) => one.of.column === of.column));
  });
}

function columnOf(
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
    ...{ name, column, scores, states, marks },
    rows: members.map((at) => rows[at] ?? 0),
    full: paper.full,
    lines: linesToReach(paper),
  };
}

/** 转出 in one subject, marks in another: whoever left is expected in none. */
function leftAndSat(sheet: Sheet, columns: readonly Column[]): SheetFinding[] {
  const cells = columns.flatMap(({ scores, rows, column }) =>
    scores.flatMap((score, at) =>
      score === "left" && columns.some((other) => typeof other.scores[at] === "number") ? [{ row: rows[at] ?? 0, column }] : [],
    ),
  );
  const [first] = cells;
  if (!first) return [];
  const where = cells.slice(0, SHOWN).map(({ row, column }) => rangesAt(sheet, [row], column));
  const more = cells.length > SHOWN;
  return [
    findingAt("query", addressOf(sheet.top + first.row, sheet.left + first.column), {
      code: "left-and-sat",
      zh: `有 ${cells.length} 格写“转出”，同一名学生别的学科有分数（${where.join("、")}${more ? "……" : ""}）：这些格按转出计，不算应考。请核对是不是缺考。`,
      en: `${cells.length} cells say 转出, and the same pupil has marks in other subjects (${where.join(", ")}${more ? " …" : ""}): they count as having left and are not expected. See whether they were absent.`,
    }),
  ];
}

const SHOWN = 6;
