/** What becomes of one content of a school: taken, or asked about first. */
import { placeOf } from "../../shared/handin/asked.ts";
import { differences } from "../../shared/handin/compare.ts";
import { doubtsOf } from "../../shared/handin/doubts.ts";
import type { Handed } from "../../shared/handin/handed.ts";
import type { Held, Store } from "../../shared/handin/held.ts";
import { countsOf, follow, queriesOf, sameButCells } from "../../shared/handin/moved.ts";
import { jumpAsked } from "../../shared/handin/revision.ts";
import { add, decide, heldFrom, heldRevision, nextRevision } from "../../shared/handin/store.ts";
import type { Words } from "../../shared/refusal.ts";
import type { Offer, Taken } from "../handin/import.ts";
import { type Former, heldIn } from "./store.ts";
import { asked, clash, doubt, fewer, lower, SAME, takenAs } from "./take-words.ts";

export type Place = Pick<Held, "school" | "collection">;

/** A file that was read, and what it is called. */
export interface Given {
  readonly read: Exclude<Offer["read"], { kind: "store" }>;
  readonly path: string;
}

export interface Settling {
  readonly place: Place;
  readonly now: string;
  /** What stands came with the same import: only a file that was read once more comes after the others of it. */
  readonly together: boolean;
  readonly former: Former | null;
}

/** What a file says, as it would be held. Refuses what cannot be. */
export function contentOf(store: Store, { read, path }: Given, { place, former, now }: Settling): Held {
  const { school, collection } = place;
  const revision = read.kind === "submission" ? read.revision : nextRevision(store, collection, school);
  const made = read.kind === "submission" ? read.made : now;
  const handed = read.kind === "template" ? explained(read.handed, [standingAt(store, place), former]) : read.handed;
  return heldFrom(handed, { revision, made, file: path });
}

function standingAt(store: Store, { school, collection }: Place): Held | undefined {
  return heldIn(store).find((one) => one.school === school && one.collection === collection);
}

/** What there is to ask about a content before it is taken. */
export function doubtsAbout(store: Store, fresh: Held, { read }: Given, { place, former, now }: Settling): Words[] {
  const jump = read.kind === "submission" ? jumpAsked(fresh.revision, heldRevision(store, place.collection, place.school)) : [];
  const before = read.kind === "template" ? former : null;
  return [...jump, ...doubtsOf(fresh, heldIn(store), store.county, { former: before, now: Date.parse(now) })];
}

/** What becomes of a content; without a store nothing changes. */
export function settled(
  store: Store,
  fresh: Held,
  given: Given,
  settling: Settling & { readonly decided: boolean },
): { taken: Taken; store?: Store } {
  const { read } = given;
  const { place, now, together, decided } = settling;
  const standing = standingAt(store, place);
  const same = standing?.sha256 === fresh.sha256;
  // A higher revision counts although nothing else changed: one between the two must not replace it later.
  if (standing && (read.kind === "template" ? sameButCells(standing, fresh) : same && fresh.revision <= standing.revision))
    return { taken: { state: "taken", words: SAME } };
  const highest = heldRevision(store, place.collection, place.school);
  const doubts = decided ? [] : doubtsAbout(store, fresh, given, settling);
  // Templates bear no revision, so only a person knows which of two counts.
  if (read.kind === "template" && standing && !same && together && !decided) return { taken: asked(clash(standing), doubts) };
  if (read.kind === "submission" && fresh.revision < highest) return { taken: lower(highest, fresh.revision) };
  if (read.kind === "submission" && fresh.revision === highest && standing && !decided) return { taken: asked(clash(standing), doubts) };
  const changes = standing ? differences(standing.body.slices, fresh.body.slices) : [];
  if (standing && !decided && changes.some((one) => one.fewer)) return { taken: asked(fewer(standing, changes), doubts) };
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
