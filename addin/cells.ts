/**
 * Cell values in, cell values or errors out. The functions see plain arguments; the spreadsheet sees #VALUE!, #DIV/0! and #N/A.
 */
import { invalid, Refusal, undecided, under, type Words } from "../shared/refusal.ts";
import { type Cells, notAScore, placeOf, plainText, readScore, type Score, shown } from "../shared/scores.ts";

const CODES = { invalid: "#VALUE!", nobody: "#DIV/0!", undecided: "#N/A", late: "#N/A" } as const;

/** The error of a cell outside Excel: the same code and message that Excel shows. */
export class CellError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "CellError";
    this.code = code;
  }
}

/** Runs a function's computation and turns a refusal into the error value of a cell. */
export function answer<Value>(compute: () => Value): Value {
  try {
    return finite(compute());
  } catch (error) {
    if (error instanceof Refusal) throw cellError(CODES[error.kind], error.message);
    throw error;
  }
}

/** The same for a function that answers later. */
export async function answering<Value>(compute: () => Promise<Value>): Promise<Value> {
  try {
    return finite(await compute());
  } catch (error) {
    if (error instanceof Refusal) throw cellError(CODES[error.kind], error.message);
    throw error;
  }
}

/** No cell may hold an infinity or NaN: marks of 1e308 have no squares that fit, and that is said instead. */
function finite<Value>(value: Value): Value {
  const cells: unknown[] = Array.isArray(value) ? value.flat() : [value];
  if (cells.every((cell) => typeof cell !== "number" || Number.isFinite(cell))) return value;
  throw invalid("数值过大或过小，无法计算。", "the numbers are too large or too small to compute with");
}

function cellError(code: (typeof CODES)[keyof typeof CODES], message: string): Error {
  // Plain office.js outside Excel has CustomFunctions without Error.
  if (typeof CustomFunctions === "undefined" || CustomFunctions.Error === undefined) return new CellError(code, message);
  const codes = {
    "#VALUE!": CustomFunctions.ErrorCode.invalidValue,
    "#DIV/0!": CustomFunctions.ErrorCode.divisionByZero,
    "#N/A": CustomFunctions.ErrorCode.notAvailable,
  };
  return new CustomFunctions.Error(codes[code], message) as unknown as Error;
}

/** Names the argument at the head of a refusal that arises from it. */
export function argument<Value>(name: string, read: () => Value): Value {
  return under({ zh: name, en: name }, read);
}

/** A range as rows of cells; a single cell arrives as a scalar in some hosts. */
export function range(value: unknown): Cells {
  if (!Array.isArray(value)) return [[value]];
  // A host hands over rows or cells, never both: looking at a million rows here would take as long as counting them.
  return value.length === 0 || Array.isArray(value[0]) ? (value as unknown[][]) : value.map((cell) => [cell]);
}

/** A range that must be there: an omitted one is nobody's marks by mistake. */
export function someCells(value: unknown): Cells {
  if (isOmitted(value)) throw invalid("请选择区域。", "select a range");
  return range(value);
}

const ORDINALS = { second: "二", third: "三", fourth: "四" } as const;

/** What to do about a mark above the full mark: give the full mark, and in which argument; where it was given, look at the mark. */
export function adviceOnFull(full: unknown, ordinal: keyof typeof ORDINALS): Words | undefined {
  const given = range(full)
    .flat()
    .some((cell) => !isOmitted(cell));
  return given ? undefined : { zh: `请用第${ORDINALS[ordinal]}个参数给出满分。`, en: `give the full mark as the ${ordinal} argument` };
}

/** The single cell of an argument that takes one value. */
function single(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const cells = range(value);
  if (cells.length === 1 && cells[0]?.length === 1) return cells[0][0];
  throw invalid("这里要一个值，不是区域。", "this takes one value, not a range");
}

/** An omitted argument arrives as null or undefined; an empty cell or empty text counts as omitted too. */
export function isOmitted(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** An optional number: `undefined` when omitted; numeric text is read, any other text is refused. */
export function optionalNumber(name: string, value: unknown): number | undefined {
  return argument(name, () => {
    const cell = single(value);
    return isOmitted(cell) ? undefined : realNumber(cell);
  });
}

/** A number that must be there. */
export function requiredNumber(name: string, value: unknown): number {
  const found = optionalNumber(name, value);
  return argument(name, () => {
    if (found === undefined) throw invalid("请给出数值。", "give a number");
    return found;
  });
}

function realNumber(cell: unknown): number {
  const read = readScore(cell);
  if (typeof read === "number") return read;
  const percent = typeof cell === "string" && plainText(cell).endsWith("%");
  throw percent
    ? invalid(`${shown(cell)}是文本：请写成数值，例如 0.95。`, `${shown(cell)} is text: write it as a number, for example 0.95`)
    : invalid(`${shown(cell)}不是数。`, `${shown(cell)} is not a number`);
}

/** An optional TRUE or FALSE (1 and 0 are read as Excel reads them). */
export function optionalFlag(name: string, value: unknown): boolean | undefined {
  return argument(name, () => {
    const cell = single(value);
    if (isOmitted(cell)) return undefined;
    if (cell === true || cell === 1) return true;
    if (cell === false || cell === 0) return false;
    throw invalid(`${shown(cell)}不是 TRUE 或 FALSE。`, `${shown(cell)} is neither TRUE nor FALSE`);
  });
}

/** An optional word out of a fixed list, in any case; `spelt` maps other spellings onto the list. */
export function optionalWord<Word extends string>(
  name: string,
  value: unknown,
  words: readonly Word[],
  spelt: (written: string) => string = (written) => written,
): Word | undefined {
  return argument(name, () => {
    const cell = single(value);
    if (isOmitted(cell)) return undefined;
    const found = words.find((word) => word === (typeof cell === "string" ? spelt(plainText(cell).toLowerCase()) : cell));
    if (found === undefined)
      throw invalid(`${shown(cell)}应是 ${words.join("、")} 之一。`, `${shown(cell)} must be one of ${words.join(", ")}`);
    return found;
  });
}

/** An optional text: `undefined` when omitted; a number is read as it is written, anything else is refused. */
export function optionalText(name: string, value: unknown): string | undefined {
  return argument(name, () => {
    const cell = single(value);
    if (isOmitted(cell)) return undefined;
    if ((typeof cell !== "string" && typeof cell !== "number") || (typeof cell === "string" && isErrorValue(cell)))
      throw invalid(`${shown(cell)}不是文字。`, `${shown(cell)} is not a text`);
    const text = plainText(String(cell));
    return text === "" ? undefined : text;
  });
}

/** The ranges and values of a repeating argument, each as rows of cells. */
export function ranges(values: unknown): Cells[] {
  if (isOmitted(values)) return [];
  return Array.isArray(values) ? values.map(range) : [range(values)];
}

/** The cells of a one-column (or one-row) range. */
export function list(value: unknown): readonly unknown[] {
  const cells = range(value);
  if (cells.length === 1) return cells[0] as readonly unknown[];
  return cells.map((row) => {
    if (row.length === 1) return row[0];
    throw invalid("请选一列。", "select one column");
  });
}

/** Refuses two ranges that do not go row by row. */
export function sameLength(name: string, one: readonly unknown[], otherName: string, other: readonly unknown[]): void {
  if (one.length === other.length) return;
  throw invalid(
    `${name} 有 ${one.length} 行，${otherName} 有 ${other.length} 行：请选同样大小的区域。`,
    `${name} has ${one.length} rows and ${otherName} has ${other.length}: select ranges of the same size`,
  );
}

/** A mark, a state or a blank; anything else is refused with its row. */
export function scoreAt(cell: unknown, row: number): Exclude<Score, undefined> {
  const score = readScore(cell);
  if (score === undefined) throw notAScore(cell, row);
  return score;
}

/** A number that is not negative, or `undefined` for a blank; anything else is refused with its row. */
export function amountAt(cell: unknown, row: number): number | undefined {
  const read = readScore(cell);
  if (read === null) return undefined;
  const at = placeOf(row);
  if (typeof read !== "number") throw invalid(`${at.zh}的${shown(cell)}不是数。`, `${shown(cell)} at ${at.en} is not a number`);
  if (read < 0) throw invalid(`${at.zh}的 ${read} 小于 0。`, `${read} at ${at.en} is below 0`);
  return read;
}

const GROUP: Words = { zh: "学校或班级的名称", en: "the name of a school or class" };

/** A group's name with the key that makes １班 and 1班 one group, or `undefined` for a blank; `what` names what else is named so. */
export function groupAt(cell: unknown, row: number, what = GROUP): { key: string; name: string | number } | undefined {
  if (isOmitted(cell)) return undefined;
  const at = placeOf(row);
  if ((typeof cell !== "string" && typeof cell !== "number") || (typeof cell === "string" && cell.startsWith("#"))) {
    throw invalid(`${at.zh}的${shown(cell)}不是${what.zh}。`, `${shown(cell)} at ${at.en} is not ${what.en}`);
  }
  const key = plainText(String(cell));
  return key === "" ? undefined : { key, name: typeof cell === "number" ? cell : key };
}

/** Nothing to judge: a blank, or an error cell that the value came from. */
export function nothingToJudge(name: string, value: unknown): void {
  if (oneCell(name, value) === undefined) throw undecided(`${name} 没有可判定的值。`, `there is no ${name} to judge`);
}

/** The one cell of a value to be judged; `undefined` for a blank, or an error cell that it came from. */
export function oneCell(name: string, value: unknown): unknown {
  const cell = argument(name, () => single(value));
  return isOmitted(cell) || isErrorValue(cell) ? undefined : cell;
}

/** #DIV/0! and its like, as a text or as Excel's data type. */
function isErrorValue(cell: unknown): boolean {
  return typeof cell === "string" ? /^#[A-Z/0!?]+/.test(cell) : typeof cell === "object" && cell !== null && "code" in cell;
}
