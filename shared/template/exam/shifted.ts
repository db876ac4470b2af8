/**
 * A whole block of pupils that was pasted one column too far left or right. Told once, in place of every mark that is none and every class
 * that is a pupil's number; only where each of the first columns and the last agree, and where the classes as they stand could not be sent.
 */
import type { Value } from "../../handin/book.ts";
import { readScore } from "../../scores.ts";
import { addressOf, columnLetters } from "../../tabulate/address.ts";
import type { ScorePlace } from "../places.ts";
import { isBlank, plainIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";

/** So few pupils tell nothing, and so many of a hundred must agree. */
const [FEWEST, OF_A_HUNDRED] = [10, 90];

/** Tells whether the block has moved. What stands in the cells is not repeated: it may be names. */
export function checkShifted(all: readonly (readonly Value[])[], place: ScorePlace, findings: Findings): boolean {
  const rows = all.slice(place.first).filter((row) => row.some((value) => !isBlank(value)));
  const [first] = place.marks;
  if (!first || rows.length < FEWEST) return false;
  const most = (fits: (row: readonly Value[]) => boolean) => 100 * rows.filter(fits).length >= OF_A_HUNDRED * rows.length;
  const none = (column: number) => rows.every((row) => isBlank(row[column] ?? null));
  const different = (column: number) => new Set(rows.map((row) => plainIn(row[column] ?? null))).size;
  const scoreIn = (row: readonly Value[], column: number, full: number) => {
    const score = readScore(row[column]);
    return typeof score === "number" && !(score >= 0 && score <= full) ? undefined : score;
  };
  const fitsLeft = place.marks.every(({ paper, column }) => most((row) => scoreIn(row, column - 1, paper.full) !== undefined));
  const marked = (row: readonly Value[]) => (scoreIn(row, place.pupil, first.paper.full) ?? null) !== null;
  const worded = (row: readonly Value[]) => !/\d/.test(plainIn(row[place.number] ?? null));
  const classed = (column: number) => most((row) => !isBlank(row[column] ?? null)) && 2 * different(column) <= rows.length;
  const last = place.headers.length - 1;
  const say = (zh: string, en: string) => {
    findings.error("columns-shifted", place.sheet, addressOf(place.first, place.class), { zh, en });
    return true;
  };
  const [from, to] = [addressOf(place.first, place.class), addressOf(place.first, place.number)];
  const heads = (column: number) => `“${place.headers[column]}”（${columnLetters(column)} 列）`;
  if (!classed(place.class) && none(last) && most(worded) && most(marked) && fitsLeft)
    return say(
      `这张表的内容看来整块左移了一列：${heads(place.class)}不是班级，${heads(place.pupil)}里是分数，${heads(last)}全空。请把 ${from} 起的内容整块复制，从 ${to} 起“选择性粘贴—数值”，再填 A 列的班级；别的问题改好这一处再看。`,
      `the whole block seems to stand one column too far left: there are no classes in column ${columnLetters(place.class)}, marks in column ${columnLetters(place.pupil)}, and nothing in column ${columnLetters(last)}. Copy everything from ${from} on, paste its values from ${to} on, and fill in the classes in column A; whatever else is wrong is told once that is done.`,
    );
  if (none(place.class) && classed(place.number) && most((row) => readScore(row[first.column]) === undefined))
    return say(
      `这张表的内容看来整块右移了一列：${heads(place.class)}全空，${heads(place.number)}里是班级，${heads(first.column)}里不是分数。请把 ${to} 起的内容整块复制，从 ${from} 起“选择性粘贴—数值”；别的问题改好这一处再看。`,
      `the whole block seems to stand one column too far right: column ${columnLetters(place.class)} is blank, the classes stand in column ${columnLetters(place.number)}, and there are no marks in column ${columnLetters(first.column)}. Copy everything from ${to} on and paste its values from ${from} on; whatever else is wrong is told once that is done.`,
    );
  return false;
}
