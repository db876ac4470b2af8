/**
 * Moving into a Worker: the calls that set a region up there as it is here and hand in what stands, in an order that is never refused.
 * Made again, the same calls only repeat their receipts. Targets and choices there are replaced by those of here.
 */
import { canonical, sha256 } from "../canonical.ts";
import type { Choice, Collection, Target } from "../contract.ts";
import { shipped } from "../indicators/index.ts";
import { invalid } from "../refusal.ts";
import type { Held, Noticed, Store } from "./held.ts";
import { standingIn } from "./standing.ts";

/** A call of the bureau, below /api/regions/{region}. */
export interface Call {
  readonly method: "PUT" | "POST";
  readonly path: string;
  readonly body: unknown;
  /** The Idempotency-Key of a submission. */
  readonly key: string | null;
  /** The collection it sets up or hands in to; `null`: it is the county's. */
  readonly of: string | null;
  /** Whose submission it is, and the digest of its content; `null` where it is none. */
  readonly hands: Pick<Held, "school" | "sha256"> | null;
}

export interface Plan {
  readonly calls: readonly Call[];
  /** What is held and does not stand: it stays here until a person decides. */
  readonly left: readonly Noticed[];
}

export function planOf(store: Store): Plan {
  const { schools, collections, targets, choices } = store.county;
  const read = baselinesFirst(collections).map((collection) => ({ collection, ...standingIn(store, collection.collection, shipped) }));
  const calls = [
    ...(schools.length > 0 ? [call("POST", "/schools", { schools })] : []),
    ...read.flatMap(({ collection, standing }) => callsFor(collection, standing)),
    call("PUT", "/choices", { choices: choices.map(choiceBody) }),
    call("PUT", "/targets", { targets: targets.map(targetBody) }),
  ];
  return { calls, left: read.flatMap(({ findings }) => findings) };
}

/** Collections after those they are measured against. Refuses ones that go round in a circle, or name one that is not there. */
export function baselinesFirst(collections: readonly Collection[]): Collection[] {
  const ordered: Collection[] = [];
  let waiting = [...collections].sort((a, b) => (a.collection < b.collection ? -1 : 1));
  while (waiting.length > 0) {
    const known = new Set(ordered.map(({ collection }) => collection));
    const next = waiting.filter(({ baseline }) => baseline === null || known.has(baseline));
    if (next.length === 0) {
      const names = waiting.map(({ collection }) => collection);
      throw invalid(
        `这些采集的基线不存在或互相引用：${names.join("、")}。`,
        `the baselines of these are missing or go in a circle: ${names.join(", ")}`,
      );
    }
    ordered.push(...next);
    waiting = waiting.filter((one) => !next.includes(one));
  }
  return ordered;
}

/**
 * Open while it is handed in, whatever its days; the days it has are put at the end. What schools counted by hand keeps the choices it
 * was asked by: they are in force while it is set up.
 */
function callsFor(collection: Collection, standing: readonly Held[]): Call[] {
  const { collection: id, choices: asked, ...body } = collection;
  const path = `/collections/${id}`;
  const setUp = (at: string, what: unknown): Call => ({ ...call("PUT", at, what), of: id });
  const submissions = standing.map(({ school, revision, body: content }) => {
    const digest = sha256(canonical(content));
    const key = sha256(canonical({ collection: id, school, revision, content: digest }));
    return { ...setUp(`${path}/submissions/${school}`, content), key, hands: { school, sha256: digest } };
  });
  return [
    ...(asked ? [setUp("/choices", { choices: asked.map(choiceBody) })] : []),
    setUp(path, { ...body, opens: null, closes: null }),
    ...submissions,
    ...(body.opens !== null || body.closes !== null ? [setUp(path, body)] : []),
  ];
}

function call(method: Call["method"], path: string, body: unknown): Call {
  return { method, path, body, key: null, of: null, hands: null };
}

function choiceBody({ option, choice, why }: Choice) {
  return { option, choice, why };
}

function targetBody({ by: _by, at: _at, ...body }: Target) {
  return body;
}
