/**
 * Taking what files said: the next revision of their school. Those of one school that came with one import are weighed together, so that it
 * does not matter which was read first; where they say different things none of them counts until a person chooses.
 */
import { placeOf } from "../../shared/handin/asked.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Held, Store } from "../../shared/handin/held.ts";
import { pairs, queriesOf, sameButCells } from "../../shared/handin/moved.ts";
import { add, decide, heldFrom, heldRevision, nextRevision } from "../../shared/handin/store.ts";
import { invalid, Refusal } from "../../shared/refusal.ts";
import type { Taken } from "../handin/import.ts";
import { explainedAt } from "../handin/lines.ts";
import { contentOf, doubtsAbout, type Given, type Place, type Settling, settled } from "./settle.ts";
import { type Former, heldIn, type Keeper } from "./store.ts";
import { apart, asked, lower, passed, SAME } from "./take-words.ts";

export interface TakeGiven {
  /** Of one school in one collection. */
  readonly files: readonly Given[];
  /** Which of them counts because a person said so. */
  readonly chosen: number | null;
  readonly batch: number;
  readonly now: string;
}

/** Which import the content of each place came with. */
export type CameWith = Map<string, number>;

interface Outcomes {
  readonly store: Store;
  /** In the order of the files; `null`: what it was before. */
  readonly outcomes: (Taken | null)[];
}

/** A file whose content can be held. */
interface Said extends Given {
  readonly at: number;
  readonly content: Held;
}

const keyOf = ({ school, collection }: Place) => `${collection} ${school}`;

/** What became of each file, in their order; `null`: what it was before. */
export async function takeIn(keeper: Keeper, cameWith: CameWith, given: TakeGiven): Promise<(Taken | null)[]> {
  const { files, chosen, batch, now } = given;
  let outcomes: (Taken | null)[] = [];
  // As it was at the first try: where another window was in between, the change is made again.
  let before: { readonly batch: number | undefined } | undefined;
  await keeper.update((store) => {
    if (!store) throw invalid("还没有设置区划。", "no region is set up yet");
    const place = placeIn(files);
    before ??= { batch: cameWith.get(keyOf(place)) };
    const settling: Settling = { place, now, together: before.batch === batch, former: keeper.former(place) };
    const taken = chosen === null ? weighed(store, files, settling) : chosenOf(store, files, chosen, settling);
    outcomes = taken.outcomes;
    // Also where nothing changed: another file of the same import that says something else is then asked about.
    if (outcomes.some((one) => one?.state === "taken")) cameWith.set(keyOf(place), batch);
    return taken.store;
  });
  return outcomes;
}

function placeIn([file]: readonly Given[]): Place {
  const { school = null, collection = null } = file?.read.handed ?? {};
  if (school === null || collection === null) throw invalid("没认出学校或采集。", "the school or the collection was not recognised");
  return { school, collection };
}

/**
 * Lower revisions go before higher ones, as if they had come one after the other. Where those differ that would count in the end (of the highest
 * revision, or templates, which bear none), none is taken: what stood before goes on counting.
 */
function weighed(store: Store, files: readonly Given[], settling: Settling): Outcomes {
  const outcomes: (Taken | null)[] = files.map(() => null);
  const said: Said[] = [];
  for (const [at, file] of files.entries()) {
    try {
      said.push({ ...file, at, content: contentOf(store, file, settling) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes[at] = { state: "refused", words: error.words };
    }
  }
  said.sort(inTurn);
  const { school, collection } = settling.place;
  const before = heldRevision(store, collection, school);
  const top = Math.max(before, ...said.map(revisionOf));
  const isLast = (one: Said) => one.read.kind === "template" || one.read.revision === top;
  const rankOf = (one: Said) => (isLast(one) ? top : revisionOf(one));
  // What is older than what is held has nothing to decide.
  const rivalsOf = (one: Said) =>
    said.filter((other) => rankOf(other) === rankOf(one) && rankOf(one) >= before && !isSame(one.content, other.content));
  const standing = heldIn(store).find((one) => keyOf(one) === keyOf(settling.place));
  const clash = (one: Said, rivals: readonly Said[]): Taken => {
    const words = apart(
      rivals.map(({ path }) => path),
      standing,
    );
    return { ...asked({ state: "clash", words }, doubtsAbout(store, one.content, one, settling)), findings: one.content.queries };
  };
  const undecided = said.some((one) => isLast(one) && rivalsOf(one).length > 0);
  let now = store;
  // While it is undecided which of a higher revision counts, no lower one does; under what is held already it is only told so.
  for (const one of said) {
    const rivals = rivalsOf(one);
    if (rivals.length > 0) outcomes[one.at] = clash(one, rivals);
    else if (!undecided || top === before) {
      const fresh = contentOf(now, one, settling);
      const { taken, store: next = now } = settled(now, fresh, one, { ...settling, decided: false });
      outcomes[one.at] = { ...taken, findings: fresh.queries };
      now = next;
    }
  }
  const highest = undecided ? top : heldRevision(now, collection, school);
  // What the next of these files replaces, or would, is not what counts.
  for (const one of said) {
    const state = outcomes[one.at]?.state;
    const counts = state === undefined || state === "taken" || state === "clash";
    if (counts && one.read.kind === "submission" && highest > before && one.read.revision < highest)
      outcomes[one.at] = lower(highest, one.read.revision);
  }
  return { store: now, outcomes };
}

/** Of two of one rank the one whose name comes first, whichever was read first. */
function inTurn(one: Said, other: Said): number {
  const rank = (said: Said) => (said.read.kind === "template" ? Number.POSITIVE_INFINITY : said.read.revision);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

function revisionOf({ read }: Said): number {
  return read.kind === "submission" ? read.revision : 0;
}

function isSame(one: Held, other: Held): boolean {
  return one.sha256 === other.sha256 || sameButCells(one, other);
}

/** A person has chosen: the others that say something else are not used, and may still be chosen in its place. */
function chosenOf(store: Store, files: readonly Given[], chosen: number, settling: Settling): Outcomes {
  const file = files[chosen] as Given;
  const fresh = contentOf(store, file, settling);
  const { taken, store: next } = settled(store, fresh, file, { ...settling, decided: true });
  const outcomes = files.map((one, at): Taken | null => {
    if (at === chosen) return { ...taken, findings: fresh.queries };
    if (taken.state !== "taken") return null;
    // A higher revision is not settled by a choice among lower ones.
    if (one.read.kind === "submission" && file.read.kind === "submission" && one.read.revision > file.read.revision) return null;
    return isSame(contentOf(store, one, settling), fresh) ? { state: "taken", words: SAME } : passed(file.path);
  });
  return { store: next ?? store, outcomes };
}

/** What was typed into a list of queries: only the one reason, because another list may have explained others since. */
export interface Explained {
  /** The queries of the list, to know which of those that stand are meant. */
  readonly findings: readonly FileFinding[];
  readonly places: readonly number[];
  readonly text: string;
}

/** An explanation that was typed here: the next revision, because what stands has changed. */
export function noteIn(store: Store, place: Place, { findings, places, text }: Explained, now: string): Store {
  const standing = heldIn(store).find((one) => keyOf(one) === keyOf(place));
  if (!standing) return store;
  const before = queriesOf(standing);
  const { of, alike } = pairs(before, findings, { inOrder: true });
  if (!alike)
    throw invalid(
      `没有存下来：这所学校后来又收了另一个文件（${standing.file}），说明请写在那个文件下面。`,
      `it was not kept: another file was taken for this school since (${standing.file}); explain it there`,
    );
  const meant = before.flatMap((_, at) => (places.includes(of.get(at) as number) ? [at] : []));
  const queries = explainedAt(before, meant, text);
  const notes = queries.flatMap(({ code, sheet, cell, note }) => (note === undefined ? [] : [{ code, sheet, cell, text: note }]));
  const { notes: told = [], ...rest } = standing.body;
  // What the school wrote about the file as a whole, or beside a question that was not asked, stays.
  const asked = new Set(before.map(placeOf));
  const all = [...told.filter((one) => !asked.has(placeOf(one))), ...notes];
  const body = all.length > 0 ? { ...rest, notes: all } : rest;
  const revision = nextRevision(store, place.collection, place.school);
  return add(store, heldFrom({ ...place, body, findings: queries, counts: [] }, { revision, made: now, file: standing.file }));
}

/** The queries of a list with what is explained of them where they stand; those of a file that another has replaced stay what they are. */
export function notedIn(store: Store, place: Place, findings: readonly FileFinding[]): readonly FileFinding[] {
  const standing = heldIn(store).find((one) => keyOf(one) === keyOf(place));
  const own = standing ? queriesOf(standing) : [];
  const { of, alike } = pairs(findings, own, { inOrder: true });
  if (!alike) return findings;
  return findings.map(({ note: _, ...rest }, at) => {
    const note = own[of.get(at) as number]?.note;
    return note === undefined ? rest : { ...rest, note };
  });
}

/** Takes back what stands of a school: it counts no more, and can be put back. */
export function removeIn(store: Store, place: Place, now: string): Store {
  return decide(store, { ...place, keep: null, at: now });
}

/** The content that another replaced, as the next revision: whoever merges this store takes it too. */
export function restoreIn(store: Store, { back: _, ...former }: Former, now: string): Store {
  const revision = nextRevision(store, former.collection, former.school);
  return add(store, { ...former, revision, made: now });
}

/** Puts back what was taken back last. */
export function putBackIn(store: Store, place: Place & { readonly sha256?: string }, now: string): Store {
  const held = store.held.filter((one) => keyOf(one) === keyOf(place));
  const keep = (held.find(({ sha256 }) => sha256 === place.sha256) ?? held[0])?.sha256 ?? null;
  return decide(store, { ...place, keep, at: now });
}
