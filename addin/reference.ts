/** Addresses with the sheet they are on, as formulas write them: '示例班级'!D2:D51. */
import { invalid, type Refusal } from "../shared/refusal.ts";
import { columnOf } from "../shared/tabulate/address.ts";

export interface Reference {
  /** `null` is the sheet the formula stands on. */
  readonly sheet: string | null;
  /** Without dollar signs, in capitals: D2:D51, C:C, 4:9. */
  readonly range: string;
}

const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const RANGE = String.raw`${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
const REFERENCE = new RegExp(String.raw`^(?:(?:'((?:[^']|'')+)'|([^'!\s:]+))!)?(${RANGE})$`, "i");

/** What an address means; `undefined` where it is none. */
export function readReference(text: string): Reference | undefined {
  const [, quoted, plain, range] = REFERENCE.exec(text.trim()) ?? [];
  if (range === undefined) return undefined;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? null, range: range.replaceAll("$", "").toUpperCase() };
}

/** The address as a formula writes it. A quoted name is right whatever signs it holds. */
export function writeReference({ sheet, range }: Reference): string {
  return sheet === null ? range : `'${sheet.replaceAll("'", "''")}'!${range}`;
}

/** Zero-based corners; whole columns and rows have no end. */
export interface Corners {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function cornersOf({ range }: Reference): Corners {
  const [from = "", to = from] = range.split(":");
  const [one, other] = [corner(from), corner(to)];
  const end = (a: number | null, b: number | null) => (a === null || b === null ? Number.POSITIVE_INFINITY : Math.max(a, b));
  return {
    top: Math.min(one.row ?? 0, other.row ?? 0),
    left: Math.min(one.column ?? 0, other.column ?? 0),
    bottom: end(one.row, other.row),
    right: end(one.column, other.column),
  };
}

/** Whether it names whole columns or rows, which no list fills. */
export function isWhole(reference: Reference): boolean {
  const { bottom, right } = cornersOf(reference);
  return !Number.isFinite(bottom) || !Number.isFinite(right);
}

function corner(text: string): { row: number | null; column: number | null } {
  const [, letters = "", digits = ""] = /^([A-Z]*)(\d*)$/.exec(text) ?? [];
  return { row: digits === "" ? null : Number(digits) - 1, column: letters === "" ? null : columnOf(letters) };
}

/** `'期末 成绩'!$A$1:$C$3` -> `A1:C3`. */
export function local(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}

export function notAnAddress(text: string): Refusal {
  return invalid(`“${text}”不是单元格地址，例如 D2:D51。`, `"${text}" is no address of cells, such as D2:D51`);
}

export function noSheet(name: string): Refusal {
  return invalid(`没有名为“${name}”的工作表。`, `there is no sheet named ${name}`);
}
