/** Pupil numbers as lists keep them: as numbers, as texts, full-width, with zeros in front. They are compared here, and never sent. */
import { UNCOMPUTED } from "../handin/book.ts";
import { plainText } from "../scores.ts";
import { type Said, sentences } from "./finding.ts";

/** A number as it is compared: its signs with nothing taken off, and without the zeros in front. */
export interface PupilNumber {
  readonly exact: string;
  readonly bare: string;
}

/** Excel keeps 15 digits of a number: of a longer one the last are lost. */
const SAFE = 1e15;
const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/;
const NUMBER = /^(?=.*\p{N})[\p{L}\p{N}_-]{1,40}$/u;

/** The pupil number in a cell; `null` for a blank; the words of what is wrong where it is none. */
export function readNumber(cell: unknown): PupilNumber | Said | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "number") {
    if (!Number.isInteger(cell) || cell < 0) return sentences.noNumber(cell);
    return cell < SAFE ? numberOf(String(cell)) : sentences.lostDigits(cell);
  }
  if (cell === UNCOMPUTED) return sentences.uncomputed();
  if (typeof cell !== "string") return sentences.noNumber(cell);
  // The apostrophe is how some programs write "this is a text" into a file.
  const text = plainText(cell).replace(/^'/, "").replace(/\s+/g, "").toUpperCase();
  if (text === "") return null;
  if (SCIENTIFIC.test(text)) return sentences.lostDigits(cell);
  return NUMBER.test(text) ? numberOf(text) : sentences.noNumber(cell);
}

export function isNumber(read: PupilNumber | Said | null): read is PupilNumber {
  return read !== null && "exact" in read;
}

function numberOf(exact: string): PupilNumber {
  return { exact, bare: exact.replace(/^0+(?=.)/, "") };
}
