/** A formula that was filled down or across stands in the file once; here it is moved to where else it applies (ECMA-376 part 1, 18.3.1.40). */
import { columnName, LAST_COLUMN, LAST_ROW } from "./places.ts";

export interface SharedFormula {
  /** The formula as it stands at its origin. */
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Texts and quoted sheet names, which stay; names, functions and the like, which stay; references by cell, column or row. */
const TOKENS =
  /"[^"]*"|'(?:[^']|'')*'|(\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\d_.(!])|[\p{L}_\\][\p{L}\d_.?\\]*!?|\d+(?:\.\d+)?(?:E[+-]?\d+)?/giu;

/** The formula moved to a place counted from zero; what leaves the sheet becomes #REF!. */
export function shifted(formula: SharedFormula, row: number, column: number): string {
  const [down, across] = [row - formula.row, column - formula.column];
  if (down === 0 && across === 0) return formula.text;
  return formula.text.replace(TOKENS, (token, reference: string | undefined) =>
    reference === undefined ? token : movedReference(reference, down, across),
  );
}

function movedReference(reference: string, down: number, across: number): string {
  const moved = reference.split(":").map((end) => {
    const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(end) ?? [];
    const column = letters === "" ? 0 : columnOfLetters(letters) + (fixedColumn ? 0 : across);
    // Of a row alone the only $ was taken for the column's.
    const row = digits === "" ? 0 : Number(digits) - 1 + (fixedRow || (letters === "" && fixedColumn) ? 0 : down);
    if (column < 0 || column >= LAST_COLUMN || row < 0 || row >= LAST_ROW) return undefined;
    return `${fixedColumn}${letters === "" ? "" : columnName(column)}${fixedRow}${digits === "" ? "" : row + 1}`;
  });
  return moved.includes(undefined) ? "#REF!" : moved.join(":");
}

function columnOfLetters(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
