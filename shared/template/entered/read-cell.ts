/** One input of an indicator as it was typed: a cell, or a column of numbers. What is wrong is told at its cell. */
import { isDate, isError, type ReadSheet, textIn, valueAt } from "../../handin/book.ts";
import { NO, YES } from "../../indicators/kinds/checklist.ts";
import { onGrid } from "../../kernel/decimal.ts";
import { isTotal } from "../../marks/totals.ts";
import { plainText } from "../../scores.ts";
import { addressOf } from "../../tabulate/address.ts";
import type { InputPlace } from "../places.ts";
import { isBlank, isRefused, numberIn, quotedIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";
import { howTyped, levelsOf } from "./inputs.ts";

/** What the wire takes, in hundredths. */
export const MOST = 1_000_000_000_000;
/** Amounts are sent as hundredths; points somebody else awarded as they are, to four places. */
const HUNDREDTHS = 100;
const TEN_THOUSANDTHS = 10_000;

/** The value of a single cell as its kind takes it; `undefined` for an optional one left blank; `null` where it is refused or lacking. */
export function readCell(sheet: ReadSheet, place: InputPlace, findings: Findings): number | boolean | string | undefined | null {
  const { input, definition, row, column } = place;
  const value = valueAt(sheet, row, column);
  if (isBlank(value)) return input.optional ? undefined : null;
  const say = (code: string) => {
    findings.error(code, sheet.name, addressOf(row, column), {
      zh: `“${definition.names.zh}”的“${input.names.zh}”写成了${quotedIn(value)}：${howTyped(definition, input)}。`,
      en: `“${input.names.en}” of “${definition.names.en}” says ${quotedIn(value)}: ${HOW[input.shape] ?? "it cannot be read so"}.`,
    });
    return null;
  };
  if (input.shape === "text") return isError(value) || isDate(value) ? say("text-bad") : plainText(textIn(value));
  if (input.shape === "flag") return flagIn(value) ?? say("flag-bad");
  if (input.shape === "level") {
    const at = levelsOf(definition).indexOf(plainText(textIn(value)));
    return at < 0 ? say("level-bad") : at + 1;
  }
  const number = numberIn(value);
  if (isRefused(number) || number === null) return say(number?.code ?? "number-text");
  if (input.shape === "rank" && number < 1) return say("rank-bad");
  if (number < 0 && input.shape !== "real") return say("amount-negative");
  const grid = input.shape === "whole" || input.shape === "rank" ? 1 : definition.kind.kind === "outside" ? TEN_THOUSANDTHS : HUNDREDTHS;
  if (onGrid(number, grid) === undefined) return say(grid === 1 ? "not-whole" : "too-fine");
  return Math.abs(number) > MOST / HUNDREDTHS ? say("too-large") : number;
}

const HOW: Readonly<Record<string, string>> = {
  whole: "write a whole number, 0 where there is none",
  rank: "write the rank, a whole number from 1 on",
  amount: "write a number, 0 where there is none, two decimals at most",
  real: "write a number, two decimals at most; it may be below 0",
  flag: "choose 是 or 否",
  level: "choose one of the levels in the list",
  text: "name the document or report",
};

/** Yes and no as the product reads them everywhere. */
function flagIn(value: ReturnType<typeof valueAt>): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (isError(value) || isDate(value)) return undefined;
  const word = plainText(textIn(value)).toLowerCase();
  if (YES.includes(word) || word === "1") return true;
  return NO.includes(word) || word === "0" ? false : undefined;
}

/** A column of amounts, row by row; `null` where a cell is refused. `label` is the column that says which one a row is. */
export function readColumn(
  sheet: ReadSheet,
  { input, row: top, column, room }: InputPlace,
  label: number,
  findings: Findings,
): (number | null)[] | null {
  let refused = false;
  const values = Array.from({ length: Math.min(room, Math.max(0, sheet.rows.length - top)) }, (_, at): number | null => {
    const cell = addressOf(top + at, column);
    const number = numberIn(valueAt(sheet, top + at, column));
    const say = (code: string, zh: string, en: string) => {
      refused = true;
      findings.error(code, sheet.name, cell, { zh: `“${input.names.zh}”：${zh}`, en: `“${input.names.en}”: ${en}` });
      return null;
    };
    if (number === null) return null;
    if (isTotal(valueAt(sheet, top + at, label))) {
      const heading = quotedIn(valueAt(sheet, top + at, label));
      return say(
        "total-row",
        `${addressOf(top + at, label)} 的${heading}看来是合计或平均：这里一行填一个，请删去这一行。`,
        `${heading} in ${addressOf(top + at, label)} looks like a total or a mean: a row is one of them; clear this row.`,
      );
    }
    if (isRefused(number)) return say(number.code, number.zh, number.en);
    if (number < 0) return say("amount-negative", `${number} 小于 0：请核对。`, `${number} is below 0: check it.`);
    if (onGrid(number, HUNDREDTHS) === undefined)
      return say("too-fine", `${number} 超过两位小数：最多两位。`, `${number} has more than two decimals: two at most.`);
    if (number > MOST / HUNDREDTHS) return say("too-large", `${number} 太大：请核对单位。`, `${number} is too large: check the unit.`);
    return number;
  });
  return refused ? null : values;
}
