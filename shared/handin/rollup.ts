/** The rollup of a collection from a store of files: the same figures and verdicts as a Worker's with the same submissions. */
import type { Collection, Rollup } from "../contract.ts";
import { gather, type Reader, type Sent, type Source } from "../figures/gather.ts";
import { shipped } from "../indicators/index.ts";
import { invalid } from "../refusal.ts";
import { type RollupInput, readRollup } from "../rollup.ts";
import { placeKey, talliesOf } from "../slice.ts";
import { total } from "../tally.ts";
import type { Store } from "./held.ts";
import { type Stands, standingIn } from "./standing.ts";

/** What stands and what is missing in a collection of the store, for the rollup and whatever else reads it. */
export function inputFrom(store: Store, id: string, reader: Reader): { readonly input: RollupInput; readonly standing: readonly Stands[] } {
  const own = standingIn(store, id, shipped).standing;
  const source = sourceOf(store, (other) => (other === id ? own : standingIn(store, other, shipped).standing));
  return { input: gather(source, collectionIn(store, id), shipped, reader), standing: own };
}

/** The rollup as the API gives it; of files, `received` is when each was made. Refuses a collection that there is not. */
export function rollupOf(store: Store, id: string, reader: Reader): Rollup {
  const { period, definitions } = collectionIn(store, id);
  const { input, standing } = inputFrom(store, id, reader);
  return {
    region: store.county.region,
    collection: id,
    period,
    definitions,
    coverage: input.coverage,
    ...readRollup(input),
    lineage: standing.map(({ school, revision, sha256, made, body }) => ({
      school,
      revision,
      sha256: reader.audience === "viewer" ? null : sha256,
      received: made,
      definitions: body.definitions,
    })),
  };
}

function collectionIn({ county }: Store, id: string): Collection {
  const collection = county.collections.find((one) => one.collection === id);
  if (!collection) throw invalid(`没有采集 ${id}。`, `there is no collection ${id}`);
  return collection;
}

function sourceOf({ county }: Store, standing: (id: string) => readonly Stands[]): Source {
  const { region, schools, targets, choices, collections } = county;
  return {
    region,
    schools: [...schools].sort((a, b) => (a.school < b.school ? -1 : 1)),
    targets,
    choices,
    collection: (id) => collections.find((one) => one.collection === id),
    standing: (id) => {
      const sent = new Map(standing(id).map((held) => [held.school, sentIn(held)]));
      const sums = total([...sent.values()].map(({ tallies }) => tallies));
      // Those of the others alone would be taken for the county's.
      for (const { apart } of sent.values())
        for (const grade of apart ?? []) sums.delete(placeKey({ part: "joint", subject: null, ...grade }));
      return { sent, sums };
    },
  };
}

/** What a content comes to, counted once: a store is read again and again while files come in. */
const counted = new WeakMap<Stands, Sent>();

function sentIn(held: Stands): Sent {
  const before = counted.get(held);
  if (before) return before;
  const sent = { tallies: talliesOf(held.body), notes: held.body.notes, apart: held.apart };
  counted.set(held, sent);
  return sent;
}
