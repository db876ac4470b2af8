/** Arguments that are marks: the full mark, lines, a column of scores. Each is refused under the name of its argument. */
import { checkFull, checkLine, defaultLine, type Lines } from "../shared/exam.ts";
import { linesFor } from "../shared/marks/summary.ts";
import { invalid, type Words } from "../shared/refusal.ts";
import { notAScore, outOfRange, readScore, readScores, type Score, type ScoreColumn } from "../shared/scores.ts";
import { argument, isOmitted, optionalNumber, range, requiredNumber, someCells } from "./cells.ts";

const FULL = 100;

/** The full mark, 100 where it is left out. */
export function fullMark(value: unknown): number {
  const given = optionalNumber("full", value) ?? FULL;
  return argument("full", () => checkFull(given));
}

/** A line in marks; left out, its default share of the full mark. */
export function lineMark(name: keyof Lines, value: unknown, full: number): number {
  const given = optionalNumber("line", value);
  return given === undefined ? defaultLine(name, full) : argument("line", () => checkLine(name, given, full));
}

/** A range of scores, counted; `advice` is for a mark above the full mark. */
export function column(scores: unknown, full: number | undefined, advice?: Words): ScoreColumn {
  return argument("scores", () => readScores(someCells(scores), full, advice));
}

/** One cell: a mark from 0 to full, a state or a blank; anything else is refused with its place. */
export function markAt(cell: unknown, row: number, column?: number, full = Number.MAX_VALUE): Exclude<Score, undefined> {
  const score = readScore(cell);
  if (score === undefined) throw notAScore(cell, row, column);
  if (typeof score === "number" && (score < 0 || score > full)) throw outOfRange(score, full, row, column);
  return score;
}

/** A line in marks where no full mark is known: not negative, and not a share. */
export function anyLine(value: unknown): number {
  const line = requiredNumber("line", value);
  return argument("line", () => {
    if (line > 0 && line < 1) throw invalid(`${line} 像是比例：请填分数。`, `${line} looks like a share; lines are marks`);
    if (line < 0) throw invalid(`${line} 小于 0：请填分数。`, `${line} is below 0; lines are marks`);
    return line;
  });
}

/** The three lines of a summary: pass, excellent, low, each left empty taking its default. */
export function threeLines(value: unknown, full: number): Lines {
  const given = isOmitted(value)
    ? []
    : range(value)
        .flat()
        .map((cell) => optionalNumber("lines", cell));
  return argument("lines", () => {
    if (given.length !== 0 && given.length !== 3 && !given.every((line) => line === undefined)) {
      throw invalid("请给出三条线：及格线、优秀线、低分线，可留空。", "give three lines: pass, excellent, low; each may be left blank");
    }
    return linesFor(full, { pass: given[0], excellent: given[1], low: given[2] });
  });
}
