/** What stands in the cells, or in JSON, read as the inputs a kind asks for. Every refusal names the input and the place. */
import type { Stage } from "../contract.ts";
import { checkFull } from "../exam.ts";
import { decimal } from "../kernel/decimal.ts";
import { isTotal } from "../marks/totals.ts";
import { invalid, under, type Words } from "../refusal.ts";
import { type Cells, notAScore, placeOf, plainText, readScore, readScores, type Score, shown } from "../scores.ts";
import { NO, YES } from "./kinds/checklist.ts";
import type { Given, Input } from "./kinds/rule.ts";
import type { Kind } from "./kinds.ts";
import { ruleOf } from "./kinds.ts";

const STAGE_NAMES = new Map<string, Stage>([
  ["小学", "primary"],
  ["初中", "junior"],
  ["高中", "senior"],
  ["primary", "primary"],
  ["junior", "junior"],
  ["senior", "senior"],
]);

/** Reads the arguments in their declared order; a lone range may hold all the flags, or all the numbers, of a kind. */
export function readInputs(kind: Kind, given: readonly Cells[]): Given[] {
  const inputs = ruleOf(kind).inputs(kind);
  const ranges = spread(inputs, given);
  if (ranges.length > inputs.length)
    throw invalid(
      `这个指标要 ${inputs.length} 个输入，给了 ${ranges.length} 个。`,
      `this indicator takes ${inputs.length} inputs, not ${ranges.length}`,
    );
  const top = fullMark(kind, inputs, ranges);
  const read = inputs.map((input, at) => named(input, at, () => readInput(input, kind, ranges[at], top)));
  sameRows(inputs, read);
  return read;
}

/** A row or column of cells in place of as many single arguments. */
function spread(inputs: readonly Input[], given: readonly Cells[]): readonly Cells[] {
  const single = (input: Input) => ["whole", "amount", "real", "flag", "level", "text", "stage"].includes(input.shape);
  const lone = given[0];
  if (given.length !== 1 || inputs.length < 2 || !lone || !inputs.every(single)) return given;
  const cells = lone.flat();
  return cells.length > 1 && (lone.length === 1 || lone.every((row) => row.length === 1)) ? cells.map((cell) => [[cell]]) : given;
}

function named<Value>(input: Input, at: number, read: () => Value): Value {
  return under({ zh: `第 ${at + 1} 个输入“${input.names.zh}”`, en: `input ${at + 1}, ${input.names.en}` }, read);
}

/** The mark that none may pass, and what to do about one that does. */
interface Top {
  readonly full: number;
  readonly advice?: Words;
}

/** Of kinds that have a full mark: the one given, or 100. */
function fullMark(kind: Kind, inputs: readonly Input[], ranges: readonly Cells[]): Top | undefined {
  const at = inputs.findIndex(({ id, shape }) => id === "full" && shape === "amount");
  const input = inputs[at];
  if (!input) return undefined;
  const given = named(input, at, () => {
    const full = readInput(input, kind, ranges[at]) as number | undefined;
    return full === undefined ? undefined : checkFull(full);
  });
  if (given !== undefined) return { full: given };
  return { full: 100, advice: { zh: `请用第 ${at + 1} 个输入给出满分。`, en: `give the full mark as input ${at + 1}` } };
}

function readInput({ shape, optional }: Input, kind: Kind, cells: Cells | undefined, top?: Top): Given {
  const blank = cells === undefined || cells.every((row) => row.every((cell) => readScoreOrText(cell) === null));
  if (blank) {
    if (optional) return undefined;
    throw invalid("没有填。", "it is missing");
  }
  switch (shape) {
    case "amounts":
      return columnOf(cells).map((cell, row) => amountOrBlank(cell, row));
    case "each":
      return onceOrEach(cells);
    case "labels":
      return columnOf(cells).map(label);
    case "scores":
      return readScores(cells, top?.full, top?.advice);
    case "marks":
      refuseRagged(cells);
      return cells.map((row, at) => row.map((cell, column) => scoreOrRefuse(cell, at, column))) as unknown as Given;
    default:
      return readSingle(shape, kind, only(cells));
  }
}

function readSingle(shape: Input["shape"], kind: Kind, cell: unknown): Given {
  switch (shape) {
    case "whole":
      return whole(number(cell));
    case "rank":
      return rank(number(cell));
    case "amount":
      return notNegative(number(cell));
    case "real":
      return number(cell);
    case "flag":
      return flag(cell);
    case "level":
      return level(kind, cell);
    case "stage":
      return stage(cell);
    default:
      return text(cell);
  }
}

function only(cells: Cells): unknown {
  if (cells.length === 1 && cells[0]?.length === 1) return cells[0][0];
  throw invalid("这里要一个值，不是区域。", "this takes one value, not a range");
}

function columnOf(cells: Cells): readonly unknown[] {
  if (cells.length === 1) return cells[0] as readonly unknown[];
  return cells.map((row) => {
    if (row.length === 1) return row[0];
    throw invalid("请选一列。", "select one column");
  });
}

function readScoreOrText(cell: unknown): unknown {
  return typeof cell === "string" && plainText(cell) === "" ? null : (cell ?? null);
}

function number(cell: unknown): number {
  const read = readScore(cell);
  if (typeof read === "number") return read;
  throw invalid(`${shown(cell)}不是数。`, `${shown(cell)} is not a number`);
}

function whole(value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw invalid(`${value} 应是 0 或正整数。`, `${value} must be a whole number from 0 on`);
}

function rank(value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw invalid(`${value} 应是从 1 开始的名次。`, `${value} must be a rank, from 1 on`);
}

function notNegative(value: number): number {
  if (value >= 0) return value;
  throw invalid(`${value} 小于 0。`, `${value} is below 0`);
}

function amountOrBlank(cell: unknown, row: number): number | null {
  const read = readScore(cell);
  const at = placeOf(row);
  // A state beside marks: the pupil has none.
  if (read === null || typeof read === "string") return null;
  if (read === undefined) throw invalid(`${at.zh}的${shown(cell)}不是数。`, `${shown(cell)} at ${at.en} is not a number`);
  if (read < 0) throw invalid(`${at.zh}的 ${read} 小于 0。`, `${read} at ${at.en} is below 0`);
  return read;
}

/** One number, or one for each subject, across or down; a blank among them is left to its default. */
function onceOrEach(cells: Cells): number | (number | null)[] {
  const all = cells.flat().map((cell) => (readScoreOrText(cell) === null ? null : notNegative(number(cell))));
  return all.length === 1 ? (all[0] as number) : all;
}

/** Rows from JSON may differ in length; a subject that is not there would pass. */
function refuseRagged(cells: Cells): void {
  const width = cells[0]?.length ?? 0;
  const row = cells.findIndex((one) => one.length !== width);
  if (row >= 0) throw invalid(`第 ${row + 1} 行的科目数与第 1 行不同。`, `row ${row + 1} has another number of subjects than row 1`);
}

function scoreOrRefuse(cell: unknown, row: number, column: number): Exclude<Score, undefined> {
  const score = readScore(cell);
  if (score === undefined) throw notAScore(cell, row, column);
  return score;
}

function label(cell: unknown, row: number): string | null {
  if (readScoreOrText(cell) === null) return null;
  const { zh, en } = placeOf(row);
  if (!isText(cell)) throw invalid(`${zh}的${shown(cell)}不是名称。`, `${shown(cell)} at ${en} is not a name`);
  const name = plainText(String(cell));
  if (isTotal(name)) throw invalid(`${zh}是合计行：请把它排除在外。`, `${en} is a total: leave it out of the range`);
  return name;
}

function text(cell: unknown): string {
  if (isText(cell)) return plainText(String(cell));
  throw invalid(`${shown(cell)}不是文字。`, `${shown(cell)} is not a text`);
}

/** Neither an error value, which would be a name of its own, nor anything that is no word at all. */
function isText(cell: unknown): cell is string | number {
  return typeof cell === "number" || (typeof cell === "string" && !/^#[A-Z/0!?]+/.test(cell));
}

/** What is written in a cell, to be looked up in a list of words. */
function word(cell: unknown): string {
  return typeof cell === "string" || typeof cell === "number" ? plainText(String(cell)).toLowerCase() : "";
}

function flag(cell: unknown): boolean {
  if (cell === true || cell === 1) return true;
  if (cell === false || cell === 0) return false;
  const written = word(cell);
  if (YES.includes(written) || written === "1") return true;
  if (NO.includes(written) || written === "0") return false;
  throw invalid(`${shown(cell)}应是“是”或“否”。`, `${shown(cell)} must be 是 or 否 (TRUE or FALSE)`);
}

const ROMAN = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"];

/** A level by its name, or by its place counted from the lowest. */
function level(kind: Kind, cell: unknown): number {
  if (kind.kind !== "outside" || typeof kind.scale === "string") throw new Error("only outside results have levels");
  const written = word(cell);
  const at = kind.scale.findIndex(
    ({ zh, en }, place) =>
      [zh.toLowerCase(), en.toLowerCase(), String(place + 1)].includes(written) ||
      written.replace(/级$/, "") === ROMAN[place]?.toLowerCase(),
  );
  if (at >= 0) return at + 1;
  const names = kind.scale.map(({ zh }) => zh);
  throw invalid(
    `${shown(cell)}应是 ${names.join("、")} 之一。`,
    `${shown(cell)} must be one of ${kind.scale.map(({ en }) => en).join(", ")}`,
  );
}

/** A stage by its name in either language. */
export function stageNamed(cell: unknown): Stage | undefined {
  return STAGE_NAMES.get(word(cell));
}

function stage(cell: unknown): string {
  const found = stageNamed(cell);
  if (found) return found;
  throw invalid(`${shown(cell)}应是小学或初中。`, `${shown(cell)} must be primary or junior`);
}

/** Columns that go row by row have the same number of rows. */
function sameRows(inputs: readonly Input[], read: readonly Given[]): void {
  const columns = inputs.flatMap(({ names, shape }, at) =>
    shape === "amounts" || shape === "labels" ? [{ names, rows: (read[at] as readonly unknown[]).length }] : [],
  );
  const first = columns[0];
  const other = columns.find(({ rows }) => rows !== first?.rows);
  if (first && other)
    throw invalid(
      `“${first.names.zh}”有 ${first.rows} 行，“${other.names.zh}”有 ${other.rows} 行：请选同样大小的区域。`,
      `${first.names.en} has ${first.rows} rows and ${other.names.en} has ${other.rows}: select ranges of the same size`,
    );
}

/** The coarsest decimal unit on which every amount given is whole. */
export function unitFor(given: readonly Given[]): bigint {
  let places = 0;
  const look = (value: unknown): void => {
    if (typeof value === "number") places = Math.max(places, decimal(withinReach(value)).places);
    else if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === "object" && value !== null && "frequency" in value)
      for (const [mark] of value.frequency as readonly (readonly [number, number])[]) look(mark);
  };
  for (const one of given) look(one);
  return 10n ** BigInt(places);
}

/** Nothing that is counted or measured in schools is larger or finer; exact arithmetic on such numbers takes for ever and says nothing. */
const LARGEST = 1e15;
const FINEST = 1e-9;

function withinReach(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || (size >= FINEST && size <= LARGEST)) return value;
  throw invalid(`${value} 过大或过小，请核对。`, `${value} is too large or too small: check it`);
}
