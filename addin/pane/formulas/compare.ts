/**
 * What the cells with QUALITY formulas show, held against what the same functions give of the cells as the pane reads them: a blank is
 * nothing. Some builds of Excel hand blanks over as 0, and a rate is then too low without a word.
 */
import { Refusal, type Words } from "../../../shared/refusal.ts";
import { addressOf } from "../../../shared/tabulate/address.ts";
import type { Workbook } from "../../host.ts";
import { cornersOf, type Reference, readReference, writeReference } from "../../reference.ts";
import { type Argument, type Call, callsQuality, readCall, unchecked } from "./parse.ts";

/** A function as it is called, and what its parameters take. */
export interface Checkable {
  readonly run: (...values: never[]) => unknown;
  readonly parameters: readonly { readonly name: string; readonly matrix: boolean; readonly repeating: boolean }[];
}

export interface Difference {
  readonly cell: string;
  readonly formula: string;
  /** The first cell that differs: of a table, one of many. */
  readonly at: string;
  readonly shown: unknown;
  readonly expected: unknown;
  /** Whether the cell shows exactly what comes of blanks taken for 0. */
  readonly zeros: boolean;
  /** The formula written so that no build goes wrong, where blanks are the reason. */
  readonly instead: readonly string[];
}

export interface FormulaReport {
  readonly sheet: string;
  readonly same: number;
  readonly differing: readonly Difference[];
  readonly unchecked: readonly { readonly cell: string; readonly why: Words }[];
}

type Blank = null | 0;
type Table = readonly (readonly unknown[])[];

/** Checks the active sheet. `tell` hears how far it is; it ends early, with `null`, once `stop` is set. */
export async function compareFormulas(
  workbook: Pick<Workbook, "formulas" | "readAt">,
  functions: ReadonlyMap<string, Checkable>,
  tell: (done: number, all: number) => void,
  stop: AbortSignal,
): Promise<FormulaReport | null> {
  const { sheet, cells } = await workbook.formulas();
  const ours = cells.filter(({ formula }) => callsQuality(formula));
  const read = reader(workbook, sheet);
  const report = { sheet, same: 0, differing: [] as Difference[], unchecked: [] as { cell: string; why: Words }[] };
  const spilled = new Map<string, string>();
  for (const [done, { cell, formula }] of ours.entries()) {
    if (stop.aborted) return null;
    tell(done, ours.length);
    if (spilled.get(cell) === formula) continue;
    const found = await compareOne(cell, formula, functions, read).catch((error: unknown) => wordsOf(error));
    if ("zh" in found) report.unchecked.push({ cell, why: found });
    else {
      for (const one of found.cells) spilled.set(one, formula);
      if (found.difference) report.differing.push(found.difference);
      else report.same++;
    }
  }
  return report;
}

async function compareOne(cell: string, formula: string, functions: ReadonlyMap<string, Checkable>, read: Read) {
  const call = readCall(formula);
  if ("zh" in call) return call;
  const own = functions.get(call.id);
  if (!own) return unchecked.unknown(call.id);
  const expected = await resultOf(call, own, read, null);
  const place = spread(cell, expected);
  const shown = await read({ sheet: null, range: place });
  const waiting = shown.flat().find((value) => typeof value === "string" && NOT_COMPUTED.test(value));
  if (waiting !== undefined) return notComputed(String(waiting));
  const at = firstDifference(expected, shown);
  const cells = cellsOf(place);
  if (at === null) return { cells, difference: null };
  const zeros = firstDifference(await resultOf(call, own, read, 0), shown) === null;
  const difference: Difference = {
    ...{ cell, formula, at: cells[at] as string, zeros, instead: zeros ? await insteadOf(call, own, read) : [] },
    ...{ shown: shown.flat()[at], expected: expected.flat()[at] },
  };
  return { cells, difference };
}

type Read = (reference: Reference) => Promise<Table>;

/** Reads cells, each place once; an address without a sheet is on the sheet that is checked. */
function reader(workbook: Pick<Workbook, "readAt">, sheet: string): Read {
  const known = new Map<string, Promise<Table>>();
  return (reference) => {
    const address = writeReference({ ...reference, sheet: reference.sheet ?? sheet });
    const found = known.get(address) ?? workbook.readAt(address);
    known.set(address, found);
    return found;
  };
}

/** What the function gives, as a table; an error as its code. */
async function resultOf(call: Call, { run, parameters }: Checkable, read: Read, blank: Blank): Promise<Table> {
  const given = await Promise.all(call.arguments.map((argument, at) => handOver(argument, takes(parameters, at).matrix, read, blank)));
  const values = parameters.map(({ repeating }, at) => (repeating ? given.slice(at) : (given[at] ?? null)));
  let result: unknown;
  try {
    result = (run as (...all: unknown[]) => unknown)(...values);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    result = error;
  }
  const rows = Array.isArray(result) ? (result as unknown[][]) : [[result]];
  return rows.map((row) => row.map((value) => (value instanceof Error && "code" in value ? String(value.code) : value)));
}

function takes(parameters: Checkable["parameters"], at: number): { readonly matrix: boolean } {
  return parameters[Math.min(at, parameters.length - 1)] ?? { matrix: false };
}

async function handOver(argument: Argument, matrix: boolean, read: Read, blank: Blank): Promise<unknown> {
  if (argument.is === "omitted") return null;
  if (argument.is === "array") return argument.cells;
  if (argument.is === "constant") return matrix ? [[argument.value]] : argument.value;
  const cells = await read(argument.reference);
  if (argument.is === "count") return cells.flat().filter((cell) => typeof cell === "number").length;
  const handed = cells.map((row) => row.map((cell) => (argument.text ? textOf(cell) : (cell ?? blank))));
  return !matrix && handed.length === 1 && handed[0]?.length === 1 ? handed[0][0] : handed;
}

function textOf(cell: unknown): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
}

/** The same call with its blanks made texts, and with the number who sat where the function takes one. */
async function insteadOf(call: Call, { parameters }: Checkable, read: Read): Promise<string[]> {
  const blanks = await Promise.all(
    call.arguments.map(
      async (argument) => argument.is === "cells" && !argument.text && (await read(argument.reference)).flat().includes(null),
    ),
  );
  const write = (parts: readonly string[]) => `=QUALITY.${call.id}(${parts.join(",")})`;
  const texts = write(call.written.map((text, at) => (blanks[at] ? `${text}&""` : text)));
  const sat = parameters.findIndex(({ name }) => name === "sat");
  const scores = call.written[0];
  if (sat < 0 || scores === undefined || (call.arguments[sat]?.is ?? "omitted") !== "omitted") return [texts];
  const counted = Array.from({ length: sat + 1 }, (_, at) => (at === sat ? `COUNT(${scores})` : (call.written[at] ?? "")));
  return [texts, write(counted)];
}

/** The rectangle a result takes from its cell on. */
function spread(cell: string, rows: Table): string {
  const { top, left } = cornersOf(readReference(cell) as Reference);
  const [bottom, right] = [top + rows.length - 1, left + (rows[0]?.length ?? 1) - 1];
  return bottom === top && right === left ? cell : `${cell}:${addressOf(bottom, right)}`;
}

function cellsOf(range: string): string[] {
  const { top, left, bottom, right } = cornersOf(readReference(range) as Reference);
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) => top + row);
  return rows.flatMap((row) => Array.from({ length: right - left + 1 }, (_, column) => addressOf(row, left + column)));
}

function firstDifference(expected: Table, shown: Table): number | null {
  const [ours, theirs] = [expected.flat(), shown.flat()];
  const at = ours.findIndex((value, index) => !alike(value, theirs[index]));
  return at < 0 ? null : at;
}

/** Excel keeps 15 digits of what it shows; the rest of a result is the same number. */
function alike(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return one.toPrecision(12) === other.toPrecision(12);
  return (one ?? "") === (other ?? "");
}

/** What a cell shows while its function is not there, or not done. */
const NOT_COMPUTED = /^#(NAME\?|BUSY!|GETTING_DATA|CONNECT!|BLOCKED!|SPILL!|CALC!|UNKNOWN!)/;

function notComputed(code: string): Words {
  return { zh: `单元格没有算出结果（${code}）`, en: `the cell has no result (${code})` };
}

function wordsOf(error: unknown): Words {
  if (error instanceof Refusal) return error.words;
  return { zh: "读不到它引用的单元格", en: "the cells it refers to cannot be read" };
}
