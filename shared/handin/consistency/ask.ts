/** A question to a school about what it handed in; what it explained under the same code stands beside it. */
import { roundHalfUp } from "../../display.ts";
import type { Words } from "../../refusal.ts";
import type { Held, Noticed } from "../held.ts";

/** Asks the school that handed this in. */
export function ask(held: Held, code: string, words: Words): Noticed {
  const note = held.body.notes?.find((one) => one.code === code)?.text;
  return { school: held.school, finding: { level: "query", code, sheet: null, cell: null, words, ...(note !== undefined && { note }) } };
}

/** A fraction as per cent with two digits, for both languages. */
export function percent(value: number): string {
  return `${roundHalfUp(value * 100, 2).toFixed(2)} %`;
}
