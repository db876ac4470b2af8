/** What stands in one cell: the type it is said to be, and the text of its value. */

import { FROM_1904, serialOf } from "../../shared/handin/dates.ts";
import type { Words } from "../../shared/refusal.ts";
import type { ErrorValue, Value } from "./book.ts";
import { typedText } from "./texts.ts";

export interface Written {
  /** n, s, str, inlineStr, b, e, d; `undefined` is a number. */
  readonly type: string | undefined;
  /** The text of <v>, or of <is>; `undefined` where there is none. */
  readonly value: string | undefined;
  readonly inline: string | undefined;
  /** It has a style of dates. */
  readonly dated: boolean;
}

export interface Surroundings {
  readonly strings: readonly string[];
  readonly from1904: boolean;
}

/** Why a cell has no value. */
export type Fault = Words;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const errors = new Map<string, ErrorValue>();
for (const error of ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]) errors.set(error, { error });

/** The value, or what is wrong with it. */
export function valueIn({ type, value, inline, dated }: Written, { strings, from1904 }: Surroundings): { value: Value } | Fault {
  const text = inline ?? value;
  if (text === undefined) return { value: null };
  switch (type) {
    case "str":
    case "inlineStr":
      return { value: typedText(text) };
    case "s":
      return sharedText(text.trim(), strings);
    case undefined:
    case "n":
      return numberIn(text.trim(), dated, from1904);
    case "b":
      return truthIn(text.trim());
    case "e":
      return errorIn(text.trim());
    case "d": {
      const serial = text.trim() === "" ? null : serialOf(text.trim());
      if (serial === undefined) return { zh: "日期不对", en: "no date" };
      return { value: serial === null ? null : { date: serial } };
    }
    default:
      return { zh: "单元格类型不明", en: "the type of the cell is unknown" };
  }
}

function sharedText(index: string, strings: readonly string[]): { value: Value } | Fault {
  if (index === "") return { value: null };
  const text = /^\d{1,7}$/.test(index) ? strings[Number(index)] : undefined;
  return text === undefined ? { zh: "引用的文本不存在", en: "it refers to a text that is not in the file" } : { value: text };
}

function numberIn(text: string, dated: boolean, from1904: boolean): { value: Value } | Fault {
  if (text === "") return { value: null };
  // A zero is a zero, without a sign.
  const number = NUMBER.test(text) ? Number(text) + 0 : Number.NaN;
  if (!Number.isFinite(number)) return { zh: "数值写法不对", en: "what should be a number is none" };
  return { value: dated ? { date: from1904 ? number + FROM_1904 : number } : number };
}

function truthIn(text: string): { value: Value } | Fault {
  if (text === "") return { value: null };
  if (text === "1" || text === "true" || text === "TRUE") return { value: true };
  return text === "0" || text === "false" || text === "FALSE" ? { value: false } : { zh: "逻辑值不对", en: "neither true nor false" };
}

function errorIn(text: string): { value: Value } | Fault {
  const known = errors.get(text);
  if (known) return { value: known };
  // Newer programs have more of them: #SPILL!, #CALC!, Err:508.
  return text.length > 0 && text.length <= 32 ? { value: { error: typedText(text) } } : { zh: "错误值不对", en: "no error value" };
}
