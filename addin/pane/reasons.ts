/** Why the numbers are right that a plain list was asked about: written at its questions, and sent as notes of the grade. */
import type { Note } from "../../shared/contract.ts";
import { isUnexplained } from "../../shared/handin/finding.ts";
import type { SheetFinding } from "../../shared/tabulate.ts";
import { gradeName } from "../../shared/template/words.ts";
import type { Choice, Place } from "./choice.ts";
import { groupFindings } from "./grouping.ts";

/** One question of one list: asked in other words, it is another. */
export function questionKey({ code, list, sheet, cell, words }: SheetFinding): string {
  return JSON.stringify([code, list, sheet, cell, words.zh]);
}

/** Whose list it is: what is written for one school or exam is not said for another. */
export function listKey({ collection, school, place }: Pick<Choice, "collection" | "school" | "place">): string {
  return JSON.stringify([collection?.collection, school?.school, place]);
}

export interface Reasons {
  /** What is written at a question. */
  of(question: SheetFinding): string;
  /** The questions that are still to be explained, one of each run of cells. */
  readonly open: readonly SheetFinding[];
  readonly notes: readonly Note[];
}

/** `written`: by question. A run of cells has one note, at its first. */
export function reasonsFor(findings: readonly SheetFinding[], written: ReadonlyMap<string, string>, place: Place | null): Reasons {
  const of = (question: SheetFinding) => written.get(questionKey(question)) ?? "";
  const questions = questionsIn(findings);
  const notes = new Map<string, Note>();
  for (const question of questions) {
    const text = of(question).trim();
    if (text === "") continue;
    const note = { ...placeOf(question, place), text: `${named(question)}${text}` };
    const key = JSON.stringify(placeOf(question, place));
    const other = notes.get(key);
    // Two questions at one place have one note.
    notes.set(key, other ? { ...other, text: `${other.text}；${note.text}` } : note);
  }
  return { of, open: questions.filter((one) => isUnexplained(one) && of(one).trim() === ""), notes: [...notes.values()] };
}

/** What was explained of the same list before, by question; nothing where two questions share a place, or something is written already. */
export function explainedBefore(
  findings: readonly SheetFinding[],
  written: ReadonlyMap<string, string>,
  standing: readonly Note[],
  place: Place | null,
): (readonly [question: SheetFinding, text: string])[] {
  const questions = questionsIn(findings);
  const key = (one: Pick<Note, "code" | "sheet" | "cell">) => JSON.stringify([one.code, one.sheet, one.cell]);
  return questions.flatMap((question): (readonly [SheetFinding, string])[] => {
    const own = key(placeOf(question, place));
    if (written.has(questionKey(question)) || questions.filter((other) => key(placeOf(other, place)) === own).length > 1) return [];
    const text = standing.find((note) => key(note) === own)?.text;
    return text === undefined ? [] : [[question, text.startsWith(named(question)) ? text.slice(named(question).length) : text]];
  });
}

function questionsIn(findings: readonly SheetFinding[]): SheetFinding[] {
  return groupFindings(findings).flatMap(({ level, members }) => (level === "query" ? members.slice(0, 1) : []));
}

/** A sheet of a plain list means nothing to the bureau: the note is about the grade. */
function placeOf({ code, cell }: SheetFinding, place: Place | null): Pick<Note, "code" | "sheet" | "cell"> {
  return { code, sheet: place && gradeName(place, []), cell: cell || null };
}

/** Where it stands, if not on the list's own sheet. */
function named({ list, sheet }: SheetFinding): string {
  const name = list ?? sheet;
  return name === undefined ? "" : `${name}：`;
}
