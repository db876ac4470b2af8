/** What a bureau asks its schools for: set up, changed while nothing stands, and open or closed by the clock. */
import { countedAt, sameCounted } from "../shared/collecting/apart.ts";
import { collectionFaults } from "../shared/collecting/collection-faults.ts";
import { frameOf } from "../shared/collecting/frame.ts";
import type { Choice, Collection, CollectionBody } from "../shared/contract.ts";
import { FIRST_RELEASE } from "../shared/indicators/catalogue.ts";
import { shipped } from "../shared/indicators/index.ts";
import { closing, dayOf, instant, opening } from "../shared/moment.ts";
import { type Place, readKey } from "../shared/slice.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { allChoices } from "./choices.ts";
import { refuse } from "./problem.ts";
import { schoolCodes } from "./schools.ts";
import { anythingStands } from "./standing.ts";
import { sumsOf } from "./sums.ts";

interface Row extends Record<string, SqlStorageValue> {
  collection: string;
  body: string;
}

export function putCollection(act: Act, id: string, body: CollectionBody): Collection {
  const collections = new Set(allCollections(act.sql).map(({ collection }) => collection));
  const faults = collectionFaults(id, body, { schools: new Set(schoolCodes(act.sql)), collections });
  if (faults.length > 0) throw refuse("collection-invalid", faults);
  const before = find(act.sql, id);
  const kept = {
    ...body,
    definitions: body.definitions ?? before?.definitions ?? shipped.releaseAt(dayOf(instant(act.now))),
    // What a school counts by hand rests on what was asked then: a later choice would only relabel the same numbers.
    choices: body.form === "indicators" ? keptChoices(act.sql, id, before) : null,
  };
  if (before && !keepsWhatStands(before, kept) && anythingStands(act.sql, id)) throw refuse("collection-in-use");
  if (before && !keepsJoint(before, body, sumsOf(act.sql, id).keys())) throw refuse("joint-in-use");
  act.sql.exec("INSERT OR REPLACE INTO collections (collection, body) VALUES (?, ?)", id, canonical(kept));
  record(act, "collection.put", id, sha256(canonical(kept)));
  return { collection: id, ...kept };
}

export function allCollections(sql: SqlStorage): Collection[] {
  return sql.exec<Row>("SELECT collection, body FROM collections ORDER BY collection").toArray().map(view);
}

export function collectionOf(sql: SqlStorage, id: string): Collection {
  const found = find(sql, id);
  if (!found) throw refuse("collection-unknown");
  return found;
}

/** Refuses before the opening and after the closing; the moment of closing itself is too late. */
export function checkOpen({ opens, closes }: CollectionBody, now: number): void {
  if (opens !== null && now < opening(opens)) throw refuse("collection-not-open");
  if (closes !== null && now >= closing(closes)) throw refuse("collection-closed");
}

function find(sql: SqlStorage, id: string): Collection | undefined {
  return sql.exec<Row>("SELECT collection, body FROM collections WHERE collection = ?", id).toArray().map(view)[0];
}

/** While something stands the choices it was counted by stay; else the collection is asked anew, by those of today. */
function keptChoices(sql: SqlStorage, id: string, before: Collection | undefined): Choice[] {
  return before?.choices && anythingStands(sql, id) ? before.choices : allChoices(sql);
}

/** What was counted stays countable: the form, the release of the definitions, and of every paper the full mark, the grid and the earlier exam. */
function keepsWhatStands(before: CollectionBody, after: CollectionBody): boolean {
  const frames = new Set((after.exam?.papers ?? []).map(frameOf));
  return (
    before.form === after.form &&
    before.definitions === after.definitions &&
    (before.exam?.papers ?? []).every((paper) => frames.has(frameOf(paper)))
  );
}

/** Who passed in every subject was counted at the papers and pass lines of then: where such counts stand, the grade keeps both. */
function keepsJoint(before: CollectionBody, after: CollectionBody, slices: Iterable<string>): boolean {
  const joints = [...slices].map(readKey).filter(({ part }) => part === "joint");
  return joints.every((joint) => sameCounted(countedIn(before, joint), countedIn(after, joint)));
}

function countedIn({ exam }: CollectionBody, { stage, grade }: Pick<Place, "stage" | "grade">) {
  return countedAt((exam?.papers ?? []).filter((paper) => paper.stage === stage && paper.grade === grade));
}

function view({ collection, body }: Row): Collection {
  // Collections that were set up before releases had names are of the first.
  return {
    definitions: FIRST_RELEASE,
    indicators: null,
    choices: null,
    ...(JSON.parse(body) as Omit<Collection, "collection" | "definitions" | "indicators" | "choices">),
    collection,
  };
}
