/** What another school handed in to the last number: a class's marks, or what a stage has. Looked for among hundreds of schools at every file. */
import { canonical } from "../canonical.ts";
import type { Slice } from "../contract.ts";
import { expected } from "../marks/states.ts";
import { defaultSettings } from "./consistency/settings.ts";
import type { Held } from "./held.ts";

/** A class with all its subjects, or the resources of a stage. */
export interface Piece extends Pick<Slice, "stage" | "grade" | "class"> {
  readonly slices: readonly Slice[];
}

export interface Copied {
  readonly piece: Piece;
  readonly other: Held;
  readonly theirs: Piece;
}

/** Pieces of `fresh` that another school has handed in for the same collection; those that stood in `own` before are not told again. */
export function copiedFrom(fresh: Held, own: Held | undefined, standing: readonly Held[]): Copied[] {
  const before = own ? piecesOf(own) : NOTHING;
  const mine = [...piecesOf(fresh)].filter(([outline, one]) => !before.get(outline)?.some((other) => isSame(one[0] as Piece, other)));
  const others = standing.filter((one) => one.school !== fresh.school && one.collection === fresh.collection);
  return mine.flatMap(([outline, pieces]) =>
    others.flatMap((other) =>
      pieces.flatMap((piece): Copied[] => {
        const theirs = piecesOf(other)
          .get(outline)
          ?.find((one) => isSame(piece, one));
        return theirs ? [{ piece, other, theirs }] : [];
      }),
    ),
  );
}

const NOTHING: ReadonlyMap<string, readonly Piece[]> = new Map();
const known = new WeakMap<Held, Map<string, Piece[]>>();

/** By an outline that few others have: whether two are the same is looked at only then. */
function piecesOf(held: Held): Map<string, Piece[]> {
  const found = known.get(held);
  if (found) return found;
  const classes = new Map<string, Slice[]>();
  const outlined = new Map<string, Piece[]>();
  const add = (piece: Piece) => {
    const outline = JSON.stringify([piece.stage, piece.grade, piece.slices.map(outlineOf).sort()]);
    outlined.set(outline, [...(outlined.get(outline) ?? []), piece]);
  };
  for (const slice of held.body.slices) {
    const { stage, grade, class: name, scores, resources } = slice;
    if (resources && resources.pupils >= defaultSettings.twinPupils && Object.keys(resources.amounts).length >= defaultSettings.sameParts)
      add({ stage, grade, class: name, slices: [slice] });
    if (!scores || name === null) continue;
    const key = `${stage} ${grade} ${name}`;
    const own = classes.get(key);
    if (own) own.push(slice);
    else classes.set(key, [slice]);
  }
  for (const slices of classes.values()) {
    const [{ stage, grade, class: name }] = slices as [Slice];
    const pupils = Math.max(...slices.map(({ scores }) => (scores ? expected(scores.states) : 0)));
    if (slices.length >= defaultSettings.sameParts && pupils >= defaultSettings.twinPupils) add({ stage, grade, class: name, slices });
  }
  known.set(held, outlined);
  return outlined;
}

function outlineOf({ subject, scores, resources }: Slice): string {
  if (!scores) return String(resources?.pupils);
  return `${subject} ${scores.states.sat} ${scores.counts.reduce((sum, [mark, pupils]) => sum + mark * pupils, 0)}`;
}

function isSame(one: Piece, other: Piece): boolean {
  return one.slices.every((slice) => {
    const theirs = other.slices.find(({ subject }) => subject === slice.subject);
    return theirs !== undefined && canonical([slice.scores, slice.resources]) === canonical([theirs.scores, theirs.resources]);
  });
}
