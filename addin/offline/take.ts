/** Taking what a file said: the next revision of its school, unless another file of the same import says something else. */
import { placeOf } from "../../shared/handin/asked.ts";
import { type Difference, differences, said } from "../../shared/handin/compare.ts";
import { doubtsOf } from "../../shared/handin/doubts.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Handed } from "../../shared/handin/handed.ts";
import type { Held, Store } from "../../shared/handin/held.ts";
import { countsOf, follow, pairs, queriesOf, sameButCells } from "../../shared/handin/moved.ts";
import { jumpAsked } from "../../shared/handin/revision.ts";
import { add, decide, heldFrom, heldRevision, nextRevision } from "../../shared/handin/store.ts";
import { invalid, type Words } from "../../shared/refusal.ts";
import type { Offer, Taken } from "../handin/import.ts";
import { type Former, heldIn, type Keeper } from "./store.ts";

export interface TakeGiven extends Omit<Offer, "file" | "read"> {
  readonly read: Exclude<Offer["read"], { kind: "store" }>;
  readonly now: string;
}

type Place = Pick<Held, "school" | "collection">;

/** Which import the content of each place came with. */
export type CameWith = Map<string, number>;

const keyOf = ({ school, collection }: Place) => `${collection} ${school}`;

export async function takeIn(keeper: Keeper, cameWith: CameWith, { read, path, batch, decided, now }: TakeGiven): Promise<Taken> {
  const { handed } = read;
  let taken: Taken | undefined;
  // As it was at the first try: where another window was in between, the change is made again.
  let before: { readonly batch: number | undefined } | undefined;
  await keeper.update((store) => {
    if (!store) throw invalid("还没有设置区划。", "no region is set up yet");
    const { school, collection } = handed;
    if (school === null || collection === null) throw invalid("没认出学校或采集。", "the school or the collection was not recognised");
    const place = { school, collection };
    const revision = read.kind === "submission" ? read.revision : nextRevision(store, collection, school);
    const made = read.kind === "submission" ? read.made : now;
    const standing = heldIn(store).find((one) => keyOf(one) === keyOf(place));
    const fresh = heldFrom(read.kind === "template" ? explained(handed, [standing, keeper.former(place)]) : handed, {
      revision,
      made,
      file: path,
    });
    before ??= { batch: cameWith.get(keyOf(place)) };
    const outcome = settled(
      store,
      place,
      fresh,
      { read, path, batch, decided, now },
      { cameWith: before.batch, former: read.kind === "template" ? keeper.former(place) : null },
    );
    taken = { ...outcome.taken, findings: fresh.queries };
    // Also where nothing changed: another file of the same import that says something else is then asked about.
    if (outcome.taken.state === "taken") cameWith.set(keyOf(place), batch);
    return outcome.store ?? store;
  });
  return taken as Taken;
}

/** What becomes of a content; without a store nothing changes. */
function settled(
  store: Store,
  place: Place,
  fresh: Held,
  { read, batch, decided, now }: TakeGiven,
  { cameWith, former }: { readonly cameWith: number | undefined; readonly former: Former | null },
): { taken: Taken; store?: Store } {
  const standing = heldIn(store).find((one) => keyOf(one) === keyOf(place));
  const same = standing?.sha256 === fresh.sha256;
  // A higher revision counts although nothing else changed: one between the two must not replace it later.
  if (standing && (read.kind === "template" ? sameButCells(standing, fresh) : same && fresh.revision <= standing.revision))
    return { taken: { state: "taken", words: SAME } };
  const highest = heldRevision(store, place.collection, place.school);
  const jump = read.kind === "submission" ? jumpAsked(fresh.revision, highest) : [];
  const doubts = decided ? [] : [...jump, ...doubtsOf(fresh, heldIn(store), store.county, { former, now: Date.parse(now) })];
  // Who says that it counts has seen all there is to ask.
  const asked = (taken: Taken) => (doubts.length === 0 ? taken : { ...taken, words: joined(taken.words, doubts) });
  // Templates bear no revision, so only a person knows which of two counts.
  if (read.kind === "template" && standing && !same && cameWith === batch && !decided) return { taken: asked(clash(standing)) };
  if (read.kind === "submission" && fresh.revision < highest) return { taken: lower(highest, fresh.revision) };
  if (read.kind === "submission" && fresh.revision === highest && standing && !decided) return { taken: asked(clash(standing)) };
  const changes = standing ? differences(standing.body.slices, fresh.body.slices) : [];
  if (standing && !decided && changes.some((one) => one.fewer)) return { taken: asked(fewer(standing, changes)) };
  if (!decided && doubts.length > 0) return { taken: doubt(doubts) };
  const next = add(store, fresh);
  // Beside others of its number, or after one was taken back, it stands because the person said so.
  const stands = fresh.revision === highest ? decide(next, { ...place, keep: fresh.sha256, at: now }) : next;
  return {
    taken: { state: "taken", words: takenAs(fresh.revision, changes, standing !== undefined && countsOf(standing) === countsOf(fresh)) },
    store: stands,
  };
}

/** A template whose counts stand, or stood before, keeps what was explained of them here, but for what it explains itself. */
function explained(handed: Handed, before: readonly (Held | null | undefined)[]): Handed {
  const { body } = handed;
  if (!body) return handed;
  const kept = before.find((one) => one && countsOf(one) === countsOf({ body }));
  const followed = kept ? follow(kept.body.notes ?? [], queriesOf(kept), handed.findings) : [];
  if (followed.length === 0) return handed;
  const own = body.notes ?? [];
  const told = new Set(own.map(placeOf));
  const notes = [...followed.filter((one) => !told.has(placeOf(one))), ...own];
  const texts = new Map(notes.map((one) => [placeOf(one), one.text]));
  const findings = handed.findings.map((one) => {
    const note = one.level === "query" ? texts.get(placeOf(one)) : undefined;
    return note === undefined ? one : { ...one, note };
  });
  // In the order of before where nothing is new: the same content is then known as the same.
  const order = new Map(followed.map((one, at) => [placeOf(one), at]));
  const placed = notes.sort((a, b) => (order.get(placeOf(a)) ?? followed.length) - (order.get(placeOf(b)) ?? followed.length));
  return { ...handed, body: { ...body, notes: placed }, findings };
}

const SAME = { zh: "内容与已收的相同。", en: "the same as what was taken before" };

function takenAs(revision: number, changes: readonly Difference[], sameCounts: boolean): Taken["words"] {
  if (revision === 1) return { zh: "已收。", en: "taken" };
  if (sameCounts)
    return {
      zh: `已收，更正为第 ${revision} 版：数没有变，说明或请核对的内容有变化。`,
      en: `taken, as revision ${revision}: the counts are the same, the explanations or what is to be checked are not`,
    };
  const { zh, en } = said(changes);
  return {
    zh: `已收，更正为第 ${revision} 版${zh === "" ? "" : `：${zh}`}。`,
    en: `taken, as revision ${revision}${en === "" ? "" : `: ${en}`}`,
  };
}

/** Asked before it is taken, whatever it falls by: what is little for one school is a class of another. */
function fewer({ file }: Held, changes: readonly Difference[]): Taken {
  const { zh, en } = said(changes.filter((one) => one.fewer));
  const also = said(changes.filter((one) => !one.fewer));
  return {
    state: "fewer",
    words: {
      zh: `比已收的（${file}）少：${zh}。${also.zh === "" ? "" : `另外：${also.zh}。`}没有收。如果确实以这个文件为准，请点“以这个文件为准”。`,
      en: `less than was taken before (${file}): ${en}. ${also.en === "" ? "" : `Besides: ${also.en}. `}It was not taken; if this file counts all the same, say so`,
    },
  };
}

/** Also asked of the first file of a school: nothing else says that its rows are another's. */
function doubt(doubts: readonly Words[]): Taken {
  const words = {
    zh: `${doubts.map(({ zh }) => zh).join("；")}。没有收。如果核对无误，请点“以这个文件为准”。`,
    en: `${doubts.map(({ en }) => en).join("; ")}. It was not taken; if it is right, say that this file counts`,
  };
  return { state: "doubt", words };
}

function joined(words: Words, doubts: readonly Words[]): Words {
  return {
    zh: `${doubts.map(({ zh }) => zh).join("；")}。${words.zh}`,
    en: `${doubts.map(({ en }) => en).join("; ")}. Besides: ${words.en}`,
  };
}

function clash({ file }: Held): Taken {
  return {
    state: "clash",
    words: {
      zh: `这所学校已收了另一个内容不同的文件（${file}）。如果应以这个文件为准，请点“以这个文件为准”。`,
      en: `another file with other numbers was taken for this school (${file}); if this one counts, say so`,
    },
  };
}

function lower(highest: number, own: number): Taken {
  return {
    state: "refused",
    words: {
      zh: `已有更新的第 ${highest} 版，这一版（第 ${own} 版）没有用。`,
      en: `revision ${highest} is there already; this one (${own}) is not used`,
    },
  };
}

/** Explanations that were typed here: the next revision, because what stands has changed. */
export function noteIn(store: Store, place: Place, findings: readonly FileFinding[], now: string): Store {
  const standing = heldIn(store).find((one) => keyOf(one) === keyOf(place));
  if (!standing) return store;
  const queries = findings.filter(({ level }) => level === "query");
  const before = queriesOf(standing);
  if (!pairs(before, queries, { inOrder: true }).alike)
    throw invalid(
      `没有存下来：这所学校后来又收了另一个文件（${standing.file}），说明请写在那个文件下面。`,
      `it was not kept: another file was taken for this school since (${standing.file}); explain it there`,
    );
  const notes = queries.flatMap(({ code, sheet, cell, note }) => (note === undefined ? [] : [{ code, sheet, cell, text: note }]));
  const { notes: told = [], ...rest } = standing.body;
  // What the school wrote about the file as a whole, or beside a question that was not asked, stays.
  const asked = new Set([...before, ...queries].map(placeOf));
  const all = [...told.filter((one) => !asked.has(placeOf(one))), ...notes];
  const body = all.length > 0 ? { ...rest, notes: all } : rest;
  const revision = nextRevision(store, place.collection, place.school);
  return add(store, heldFrom({ ...place, body, findings: queries, counts: [] }, { revision, made: now, file: standing.file }));
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
