/**
 * Guards of native formulas: a cell that INDICATOR refuses, or that Excel would read otherwise, makes the formula #N/A and never another
 * number. Text that only looks like a number is refused here. Excel 2016: arrays stand inside SUMPRODUCT only.
 */
import { STATE_WORDS, STATES } from "../../marks/states.ts";
import { columnsOf } from "./address.ts";
import type { Shape } from "./rule.ts";

/** The formula where every condition holds, else #N/A; an error in a condition stays an error. */
export function guarded(conditions: readonly string[], formula: string): string {
  const all = conditions.length === 1 ? conditions[0] : `AND(${conditions.join(",")})`;
  return conditions.length === 0 ? formula : `IF(${all},${formula},NA())`;
}

/** Single cells, or numbers written into the formula: all there, none below 0 unless `real`, people and times whole, ranks from 1. */
export function singles(at: readonly string[], shapes: readonly Shape[]): string[] {
  const of = (wanted: (shape: Shape) => boolean) => at.filter((_, index) => wanted(shapes[index] as Shape));
  const [ranks, natural, whole] = [
    of((shape) => shape === "rank"),
    of((shape) => shape === "whole" || shape === "amount"),
    of((shape) => shape === "whole" || shape === "rank"),
  ];
  const least = (cells: readonly string[], from: number) =>
    cells.length === 0 ? [] : [cells.length === 1 ? `${cells[0]}>=${from}` : `MIN(${cells.join(",")})>=${from}`];
  const integers = whole.length === 0 ? [] : [`${whole.map((cell) => `INT(${cell})`).join("+")}=${whole.join("+")}`];
  return [`COUNT(${at.join(",")})=${at.length}`, ...least(ranks, 1), ...least(natural, 0), ...integers];
}

/** Numbers and blanks only. */
function numbersAndBlanks(cells: string): string {
  const size = columnsOf(cells)?.length === 1 ? `ROWS(${cells})` : `MAX(ROWS(${cells}),COLUMNS(${cells}))`;
  return `COUNT(${cells})+COUNTBLANK(${cells})=${size}`;
}

/** A column, or a row, of amounts: numbers from 0 on and blanks, at least one number. */
export function amounts(cells: string): string[] {
  return [`COUNT(${cells})>0`, numbersAndBlanks(cells), `MIN(${cells})>=0`];
}

/** Two columns that go row by row: in each row both numbers or none, nothing divided by 0. */
export function quotients(tops: string, bottoms: string): string[] {
  const alike = `SUMPRODUCT(--(ISNUMBER(${tops})<>ISNUMBER(${bottoms})))=0`;
  return [...amounts(tops), numbersAndBlanks(bottoms), `MIN(${bottoms})>0`, alike];
}

/** A quotient for every row inside SUMPRODUCT, 0 where the row is blank. */
export function quotient(tops: string, bottoms: string): string {
  return `${tops}/(${bottoms}+(${bottoms}=0))`;
}

/** The words of the states as cells write them: those of both languages, or the Chinese ones; other spellings are refused. */
export function stateWords(languages: readonly ("zh" | "en")[], wanted: readonly string[] | null = null): string {
  const states = STATES.filter((state) => state !== "sat" && (wanted === null || wanted.includes(STATE_WORDS[state].zh)));
  return `{${languages.flatMap((language) => states.map((state) => `"${STATE_WORDS[state][language]}"`)).join(",")}}`;
}

const isNumeral = (text: string) => /^\d+(\.\d+)?$/.test(text);

/** Marks from 0 to the full mark (where there is one), states and blanks: nothing else. */
export function marksIn(cells: string, full: string | null, languages: readonly ("zh" | "en")[] = ["zh", "en"]): string {
  const above = full === null ? "" : `-COUNTIF(${cells},">${isNumeral(full) ? `${full}"` : `"&${full}`})`;
  const size = columnsOf(cells)?.length === 1 ? `ROWS(${cells})` : `ROWS(${cells})*COLUMNS(${cells})`;
  const states = `SUMPRODUCT(COUNTIF(${cells},${stateWords(languages)}))`;
  return `COUNTIF(${cells},">=0")${above}+COUNTBLANK(${cells})+${states}=${size}`;
}

/** A full mark above 0, a line in marks up to it and no share. Nothing to check where both are left out, or are sound numbers. */
export function lineAndFull(line: string | undefined, full: string | undefined): string[] {
  const top = full ?? "100";
  const given = [line, full].filter((one) => one !== undefined && !isNumeral(one));
  const numbers = given.length === 0 ? [] : [`COUNT(${given.join(",")})=${given.length}`];
  const above = isNumeral(top) && Number(top) > 0 ? [] : [`${top}>0`];
  if (line === undefined) return [...numbers, ...above];
  const sound = isNumeral(line) && isNumeral(top) && Number(line) <= Number(top) && (Number(line) >= 1 || Number(line) === 0);
  return sound ? [...numbers, ...above] : [...numbers, ...above, `OR(${line}=0,${line}>=1)`, `${line}<=${top}`];
}

/** The number who sat: whole, no more than the marks, and what it leaves out are zeros. */
export function satAmong(cells: string, sat: string | undefined): string[] {
  return sat === undefined ? [] : [...singles([sat], ["whole"]), `${sat}<=COUNT(${cells})`, `${sat}>=COUNT(${cells})-COUNTIF(${cells},0)`];
}

/** What COUNTIF would not take word for word, and what heads a line of totals (shared/marks/totals.ts), with room for spaces inside. */
const NO_NAMES = [
  ...["*~**", "*~?*", "*~~*", "=<*", "=>*", "==*", "0*", "*:", "*："],
  ...["*计", "*总*和", "*平*均*", "*均*分", "*差", "*数", "*率", "*排*名", "*名*次", "*最*"],
  ...["total", "sum", "average", "mean", "max", "min", "median", "rank"],
];

/** Names each written in one way: no spaces around, half width, capitals, so that Excel tells them apart as INDICATOR does; and no totals. */
export function plainNames(cells: string): string[] {
  return [
    `SUMPRODUCT(--EXACT(${cells},UPPER(TRIM(ASC(${cells})))))=ROWS(${cells})`,
    `SUMPRODUCT(COUNTIF(${cells},{${NO_NAMES.map((name) => `"${name}"`).join(",")}}))=0`,
  ];
}
