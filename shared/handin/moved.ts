/**
 * The same questions at other cells: a file that another program saved again, or whose rows stand in another order, asks what it asked
 * before. An explanation goes with its question, not with the cell the question stood at.
 */
import { canonical, inOrder } from "../canonical.ts";
import type { Note } from "../contract.ts";
import { askedOf, placeOf } from "./asked.ts";
import type { FileFinding } from "./finding.ts";
import type { Held } from "./held.ts";

export interface Pairs {
  /** Index there -> index here. */
  readonly of: ReadonlyMap<number, number>;
  /** Each question has its own on the other side, and there is no doubt which. */
  readonly alike: boolean;
}

/**
 * Which question here is which of those there. The same words at the same cell are the same question; what is left over is paired in the
 * order of the file where it says the same. Where several say the same, have moved, and not all were explained alike, nobody can tell whose
 * explanation is whose: those are left unpaired, unless `inOrder`, for one who has both lists before him.
 */
export function pairs(there: readonly FileFinding[], here: readonly FileFinding[], { inOrder = false } = {}): Pairs {
  const of = new Map<number, number>();
  const at = grouped(here, exactly);
  const rest: number[] = [];
  for (const [own, one] of there.entries()) {
    const same = at.get(exactly(one))?.shift();
    if (same === undefined) rest.push(own);
    else of.set(own, same);
  }
  const taken = new Set(of.values());
  const free = grouped(here, asking, (one) => !taken.has(one));
  const left = new Set(rest);
  for (const [question, own] of grouped(there, asking, (one) => left.has(one))) {
    const theirs = free.get(question) ?? [];
    if (own.length !== theirs.length) continue;
    if (inOrder || new Set(own.map((one) => there[one]?.note)).size === 1)
      for (const [nth, one] of own.entries()) of.set(one, theirs[nth] as number);
  }
  return { of, alike: of.size === there.length && of.size === here.length };
}

/** Explanations of `there`, each with its question here; one whose question is gone stays what it was, but on no cell of another question. */
export function follow(notes: readonly Note[], there: readonly FileFinding[], here: readonly FileFinding[]): Note[] {
  const moves = new Map([...pairs(there, here).of].map(([one, other]) => [placeOf(there[one] as FileFinding), here[other] as FileFinding]));
  const paired = new Set([...moves.values()].map(placeOf));
  return notes.map((note) => {
    const now = moves.get(placeOf(note));
    if (now) return { ...note, sheet: now.sheet, cell: now.cell };
    return paired.has(placeOf(note)) ? { ...note, cell: null } : note;
  });
}

/** Whether two submissions say, ask and explain the same, at whatever cells. */
export function sameButCells(one: Pick<Held, "body" | "queries">, other: Pick<Held, "body" | "queries">): boolean {
  if (countsOf(one) !== countsOf(other) || explanations(one) !== explanations(other)) return false;
  const [there, here] = [queriesOf(one), queriesOf(other)];
  const { of, alike } = pairs(there, here);
  return alike && [...of].every(([own, its]) => there[own]?.note === here[its]?.note);
}

/** The queries of a file, each with what was explained of it. */
export function queriesOf(held: Pick<Held, "body" | "queries">): FileFinding[] {
  return askedOf(held).slice(0, held.queries.length);
}

export function countsOf({ body }: Pick<Held, "body">): string {
  const { notes: _, ...counts } = body;
  return canonical(inOrder(counts));
}

function explanations({ body: { notes = [] } }: Pick<Held, "body">): string {
  return JSON.stringify(notes.map(({ code, sheet, text }) => JSON.stringify([code, sheet, text])).sort());
}

/** Some name cells in their words: those have moved too. */
const CELLS = /\b[A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?\b/g;
const asking = ({ code, sheet, words }: FileFinding) => JSON.stringify([code, sheet, words.zh.replace(CELLS, "#")]);
const exactly = ({ code, sheet, words, cell }: FileFinding) => JSON.stringify([code, sheet, words.zh, cell]);

function grouped(
  findings: readonly FileFinding[],
  key: (one: FileFinding) => string,
  has: (index: number) => boolean = () => true,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, one] of findings.entries()) {
    if (!has(index)) continue;
    const group = groups.get(key(one));
    if (group) group.push(index);
    else groups.set(key(one), [index]);
  }
  return groups;
}
