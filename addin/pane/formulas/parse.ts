/** A QUALITY formula as far as the pane can compute it again: one call that is the whole formula, of cells and constants. */
import type { Words } from "../../../shared/refusal.ts";
import { type Reference, readReference } from "../../reference.ts";

export type Constant = number | string | boolean;

export type Argument =
  | { readonly is: "omitted" }
  | { readonly is: "constant"; readonly value: Constant }
  | { readonly is: "array"; readonly cells: readonly (readonly Constant[])[] }
  /** Cells; `text` where the formula makes texts of them, B2:B9&"". */
  | { readonly is: "cells"; readonly reference: Reference; readonly text: boolean }
  /** COUNT(B2:B9): how many of the cells hold numbers. */
  | { readonly is: "count"; readonly reference: Reference };

export interface Call {
  /** PASSRATE */
  readonly id: string;
  readonly arguments: readonly Argument[];
  /** The arguments as they are written. */
  readonly written: readonly string[];
}

export const unchecked = {
  part: say("QUALITY 函数只是公式的一部分", "the QUALITY function is only a part of the formula"),
  unknown: (id: string) => say(`没有 QUALITY.${id} 这个函数`, `there is no function QUALITY.${id}`),
  argument: (text: string) => say(`参数 ${text} 不是单元格也不是常量`, `the argument ${text} is neither cells nor a constant`),
} as const;

/** Files saved where the add-in did not run spell the name the second way. */
const NAME = /(?:\bQUALITY\.|_xldudf_QUALITY_)([A-Z][A-Z0-9]*)\s*\(/i;
const WHOLE = new RegExp(String.raw`^=\s*[@+]?\s*${NAME.source}`, "i");
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i;

/** Whether a formula calls a function of this product, texts and sheet names left out of it. */
export function callsQuality(formula: string): boolean {
  return NAME.test(formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '""'));
}

/** The call that the whole formula is, or the words of why it cannot be computed here. */
export function readCall(formula: string): Call | Words {
  const [head, id = ""] = WHOLE.exec(formula) ?? [];
  if (head === undefined) return unchecked.part;
  const parts = split(formula.slice(head.length), ",", ")");
  if (parts === null || parts.rest.trim() !== "") return unchecked.part;
  const written = parts.parts.length === 1 && parts.parts[0]?.trim() === "" ? [] : parts.parts.map((part) => part.trim());
  const read = written.map(readArgument);
  const wrong = written[read.indexOf(null)];
  if (wrong !== undefined) return unchecked.argument(wrong);
  return { id: id.toUpperCase(), arguments: read as Argument[], written };
}

function readArgument(text: string): Argument | null {
  if (text === "") return { is: "omitted" };
  const value = readConstant(text);
  if (value !== null) return { is: "constant", value };
  if (text.startsWith("{") && text.endsWith("}")) return readArray(text.slice(1, -1));
  const counted = /^COUNT\s*\(([^()]*)\)$/i.exec(text)?.[1];
  if (counted !== undefined) {
    const reference = readReference(counted);
    return reference ? { is: "count", reference } : null;
  }
  const asText = /^(.*?)\s*&\s*""$/.exec(text)?.[1];
  const reference = readReference(asText ?? text);
  return reference ? { is: "cells", reference, text: asText !== undefined } : null;
}

function readConstant(text: string): Constant | null {
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(TRUE|FALSE)(\(\))?$/i.test(text)) return /^T/i.test(text);
  // Of 55 % the decimals are moved, not divided: no bit is lost.
  const percent = /^([^%E]+)%$/i.exec(text)?.[1];
  if (percent !== undefined && NUMBER.test(percent)) return Number(`${percent}e-2`);
  return NUMBER.test(text) ? Number(text) : null;
}

function readArray(inside: string): Argument | null {
  const rows = split(inside, ";")?.parts.map((row) => split(row, ",")?.parts.map((cell) => readConstant(cell.trim())) ?? [null]);
  if (!rows || rows.some((row) => row.includes(null))) return null;
  return { is: "array", cells: rows as Constant[][] };
}

/** Cuts a text at a sign, outside texts, sheet names, brackets and braces, up to the sign that ends it. */
function split(text: string, at: string, end?: string): { parts: string[]; rest: string } | null {
  const parts: string[] = [];
  let [depth, quote, from] = [0, "", 0];
  for (let place = 0; place < text.length; place++) {
    const sign = text[place] as string;
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (depth === 0 && sign === end) return { parts: [...parts, text.slice(from, place)], rest: text.slice(place + 1) };
    else if (sign === "(" || sign === "{") depth++;
    else if (sign === ")" || sign === "}") depth--;
    else if (depth === 0 && sign === at) {
      parts.push(text.slice(from, place));
      from = place + 1;
    }
  }
  return end !== undefined || quote !== "" || depth !== 0 ? null : { parts: [...parts, text.slice(from)], rest: "" };
}

function say(zh: string, en: string): Words {
  return { zh, en };
}
