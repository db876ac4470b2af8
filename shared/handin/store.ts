/** What a bureau without a server does with what it holds: takes in, decides, sets up anew. Every step gives a new store. */
import { canonical, inOrder, sha256 } from "../canonical.ts";
import { instant, opening } from "../moment.ts";
import { invalid } from "../refusal.ts";
import { bodyShape } from "./body-shape.ts";
import type { County } from "./county.ts";
import { queriesShape } from "./file.ts";
import type { Handed } from "./handed.ts";
import type { Decision, Held, Store } from "./held.ts";
import { merge } from "./merge.ts";
import { checkNotes } from "./notes.ts";
import { checkRevision } from "./revision.ts";
import { faultsIn, record } from "./shape.ts";

const content = record({ body: bodyShape, queries: queriesShape });

/** A county before anything is handed in; `since` is when it was set up. */
export function newStore(county: County, since: string): Store {
  return { county, since, held: [], decisions: [] };
}

/** A file that was read without an error, as it is held. A template has no revision of its own: give it the next one. */
export function heldFrom(
  { school, collection, body, findings }: Handed,
  { revision, made, file }: Pick<Held, "revision" | "made" | "file">,
): Held {
  if (school === null || collection === null || body === null || findings.some(({ level }) => level === "error"))
    throw invalid("文件还有必须改的问题，不能收。", "errors stand: the file cannot be taken");
  checkRevision(revision);
  checkNotes(body.notes);
  // What is held is written into files, and those are read strictly.
  const [fault] = faultsIn(content, { body, queries: findings });
  if (fault) throw invalid(`不能收：${fault.at}：${fault.words.zh}`, `cannot be taken: ${fault.at}: ${fault.words.en}`);
  // A name as long as a path says no more.
  return {
    school,
    collection,
    revision,
    body: inOrder(body),
    sha256: sha256(canonical(body)),
    queries: findings,
    made,
    file: file.slice(-200),
  };
}

/** Takes in a revision: over a lower one, beside a different one of its own number, under a higher one. */
export function add(store: Store, held: Held): Store {
  return merge(store, { ...store, held: [held], decisions: [] });
}

/** Which content of the revision that is held stands, or that none does; a later decision replaces it. */
export function decide(store: Store, { school, collection, keep, at }: Omit<Decision, "revision">): Store {
  const revision = heldRevision(store, collection, school);
  const contents = store.held.filter((one) => one.school === school && one.collection === collection);
  if (revision === 0 || (keep !== null && !contents.some((one) => one.sha256 === keep)))
    throw invalid("这里没有这份填报。", "nothing of this content is held here");
  const own = store.decisions.filter((one) => one.school === school && one.collection === collection).map((one) => one.at);
  return merge(store, { ...store, held: [], decisions: [{ school, collection, revision, keep, at: after(own, at) }] });
}

/** The county set up anew, at a moment. */
export function setUp(store: Store, county: County, since: string): Store {
  return merge(store, { ...store, county, since: after([store.since], since) });
}

/** What is done here comes after what stands, although the clock of another computer, whose data was read in, ran ahead of this one's. */
function after(before: readonly string[], now: string): string {
  const last = Math.max(...before.map(opening), Number.NEGATIVE_INFINITY);
  return opening(now) > last ? now : instant(last + 1);
}

/** The revision that is held, or 0. */
export function heldRevision({ held }: Store, collection: string, school: string): number {
  return held.find((one) => one.school === school && one.collection === collection)?.revision ?? 0;
}

/** The revision after what is held. Refuses one that no file of the store could be read with. */
export function nextRevision(store: Store, collection: string, school: string): number {
  const revision = heldRevision(store, collection, school) + 1;
  checkRevision(revision);
  return revision;
}
