/** Marks that are sound cell by cell and hardly right together: questions, none of them a rule, told by cells and without a pupil's name. */
import { textIn, type Value } from "../../handin/book.ts";
import { heaped } from "../../handin/consistency/heap.ts";
import { type Counted, linesToReach, mostlyAbsent, type Odd, oneValue } from "../../handin/consistency/marks.ts";
import { outsideMany } from "../../handin/consistency/outside.ts";
import { defaultSettings } from "../../handin/consistency/settings.ts";
import { noStates, STATE_WORDS, type State } from "../../marks/states.ts";
import type { Words } from "../../refusal.ts";
import { asShown, plainText, readScore, type Score } from "../../scores.ts";
import { addressOf, rangesShown } from "../../tabulate/address.ts";
import type { MarkPlace, ScorePlace } from "../places.ts";
import type { Findings } from "../reading/findings.ts";
import { WRITTEN_STATES } from "../words.ts";

interface Column extends Counted {
  readonly column: number;
  /** The rows of its pupils. */
  readonly pupils: readonly number[];
  readonly scores: readonly Score[];
}

export function checkOdd(rows: readonly (readonly Value[])[], place: ScorePlace, findings: Findings): void {
  const pupils = Array.from({ length: rows.length - place.first }, (_, at) => place.first + at);
  const columns = place.marks.map((mark) => columnOf(rows, pupils, mark, place));
  const ask = (code: string, { column, pupils }: Column, at: number, words: Words) =>
    findings.query(code, place.sheet, addressOf(pupils[at] ?? place.first, column), words);
  const tell = (odd: readonly Odd<Column>[], isPlace: (score: Score, one: Odd<Column>) => boolean) => {
    for (const one of odd) {
      const at = one.of.scores.findIndex((score) => isPlace(score, one));
      ask(one.code, one.of, at, one.words);
    }
  };
  const alike = oneValue(columns, defaultSettings);
  const isMark = (score: Score) => typeof score === "number";
  columns.forEach((own, at) => {
    askStates(rows, place, own.column, findings);
    const one = alike.filter(({ of }) => of === own);
    tell(one, isMark);
    const same = one[0] ? undefined : columns.slice(0, at).find(({ scores }) => scores.every((score, row) => score === own.scores[row]));
    if (same && own.states.sat >= defaultSettings.alikePupils)
      ask("subjects-alike", own, own.scores.findIndex(isMark), {
        zh: `${own.name.zh}和${same.name.zh}每名学生的分数都相同（${own.states.sat} 人）：请核对是不是一科的分数贴了两次。`,
        en: `${own.name.en} and ${same.name.en} have the same marks for every pupil (${own.states.sat}): see whether one subject was pasted twice.`,
      });
  });
  const away = mostlyAbsent(columns, defaultSettings);
  const told = away.map(({ of }) => of.column);
  tell([...away, ...awayInClasses(rows, pupils, place, told)], (score) => score === "absent");
  tell(heaped(columns, defaultSettings), (score, { mark }) => score === mark);
  tell(outsideMany(columns, defaultSettings), (score) => score === "exempt" || score === "left");
  askLeft(columns, place, findings);
}

/** Classes of which most are absent in a subject, but for the columns of which that is told already. */
function awayInClasses(
  rows: readonly (readonly Value[])[],
  pupils: readonly number[],
  place: ScorePlace,
  told: readonly number[],
): Odd<Column>[] {
  const classes = new Map<string, number[]>();
  for (const row of pupils) {
    const name = plainText(textIn(rows[row]?.[place.class] ?? null));
    const own = classes.get(name);
    if (own) own.push(row);
    else classes.set(name, [row]);
  }
  return [...classes].flatMap(([name, own]) => {
    const columns = place.marks.map((mark) => columnOf(rows, own, mark, place, `${name} `));
    return mostlyAbsent(columns, defaultSettings).filter(({ of }) => !told.includes(of.column));
  });
}

function columnOf(
  rows: readonly (readonly Value[])[],
  pupils: readonly number[],
  { column, paper }: MarkPlace,
  { headers }: ScorePlace,
  within = "",
): Column {
  const scores = pupils.map((row) => readScore(asShown(rows[row]?.[column])));
  const states = noStates();
  const counts = new Map<number, number>();
  for (const score of scores) {
    if (typeof score === "string") states[score]++;
    if (typeof score === "number") counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  const marks = [...counts].sort(([a], [b]) => a - b);
  states.sat = marks.reduce((sum, [, own]) => sum + own, 0);
  const name = `${within}${headers[column] ?? ""}`;
  return { ...{ name: { zh: name, en: name }, column, pupils, scores, states, marks }, full: paper.full, lines: linesToReach(paper) };
}

/** 转出 in one subject, marks in another: whoever left is expected in none. */
function askLeft(columns: readonly Column[], { sheet, first }: ScorePlace, findings: Findings): void {
  const cells = columns.flatMap(({ scores, column }) =>
    scores.flatMap((score, row) =>
      score === "left" && columns.some((other) => typeof other.scores[row] === "number") ? [addressOf(first + row, column)] : [],
    ),
  );
  if (cells[0] === undefined) return;
  const where = { zh: cells.slice(0, SHOWN).join("、"), en: cells.slice(0, SHOWN).join(", ") };
  const more = cells.length > SHOWN;
  findings.query("left-and-sat", sheet, cells[0], {
    zh: `有 ${cells.length} 格写“转出”，同一名学生别的学科有分数（${where.zh}${more ? "……" : ""}）：这些格按转出计，不算应考。请核对是不是缺考。`,
    en: `${cells.length} cells say 转出, and the same pupil has marks in other subjects (${where.en}${more ? " …" : ""}): they count as having left and are not expected. See whether they were absent.`,
  });
}

const SHOWN = 6;

/** Words for a state that the file's own 校验 does not know: how they were counted. */
function askStates(rows: readonly (readonly Value[])[], { sheet, first, headers }: ScorePlace, column: number, findings: Findings): void {
  const found = new Map<State, number[]>();
  rows.forEach((cells, row) => {
    const cell = cells[column];
    if (row < first || typeof cell !== "string" || WRITTEN_STATES.includes(cell)) return;
    const score = readScore(cell);
    if (typeof score === "string") found.set(score, [...(found.get(score) ?? []), row]);
  });
  for (const [state, own] of found) {
    const where = rangesShown(own, column);
    const { zh } = STATE_WORDS[state];
    findings.query("state-word", sheet, addressOf(own[0] as number, column), {
      zh: `${headers[column] ?? ""}有 ${own.length} 格写法与下拉列表不同（${where}），按“${zh}”计，表里的公式不认：请核对，最好改成“${zh}”。`,
      en: `${own.length} cells under ${headers[column] ?? ""} are not written as in the list (${where}); they count as ${zh}, which the file's own formulas do not see: check them, or better write ${zh}.`,
    });
  }
}
