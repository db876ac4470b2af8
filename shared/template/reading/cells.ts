/** Cells as a template's reader looks at them: texts without spaces, blanks, and numbers as the product reads scores. */
import { isDate, isError, textIn, type Value } from "../../handin/book.ts";
import type { Words } from "../../refusal.ts";
import { asShown, plainText, readScore } from "../../scores.ts";

/** A text as headers and labels are compared: half width, no spaces. */
export function plainIn(value: Value): string {
  return plainText(textIn(value)).replace(/\s+/g, "");
}

export function isBlank(value: Value): boolean {
  return value === null || (typeof value === "string" && plainText(value) === "");
}

/** What stands in a cell, in quotes, for a message; long texts are cut. */
export function quotedIn(value: Value): string {
  const text = textIn(value);
  return `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
}

export interface Refused extends Words {
  readonly code: string;
}

/** A number as a score cell reads it, to the digits a spreadsheet shows: numerals kept as text and full-width digits are numbers; `null` is a blank. */
export function numberIn(value: Value): number | null | Refused {
  if (isBlank(value)) return null;
  if (isDate(value))
    return {
      code: "number-date",
      zh: `${quotedIn(value)}是日期，不是数：Excel 会把 1-2 这样的写法变成日期，请把格式改成常规后重填。`,
      en: `${quotedIn(value)} is a date, not a number: Excel turns 1-2 into a date; set the format to General and write it again.`,
    };
  if (isError(value))
    return {
      code: "number-error",
      zh: `公式出错（${value.error}）：请改成数。`,
      en: `the formula fails (${value.error}): write the number.`,
    };
  const number = typeof value === "boolean" ? undefined : readScore(asShown(value));
  if (typeof number === "number") return number;
  return {
    code: "number-text",
    zh: `${quotedIn(value)}不是数：只写数字，不带单位。`,
    en: `${quotedIn(value)} is not a number: write digits only, without a unit.`,
  };
}

export function isRefused(read: number | null | Refused): read is Refused {
  return typeof read === "object" && read !== null;
}
