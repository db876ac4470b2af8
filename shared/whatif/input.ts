/**
 * What a what-if is read from: the county as the overview tells it and its standing bodies, as the input of the rollup, so that every
 * figure is the rollup's own. A school has no county: it reads itself alone, and the answer says so.
 */
import type { Collection, Overview, SubmissionBody, Tallied } from "../contract.ts";
import { gather, type Reader, type Sent, type Source, type Standing } from "../figures/gather.ts";
import type { Store } from "../handin/held.ts";
import { inputFrom } from "../handin/rollup.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { invalid, type Words } from "../refusal.ts";
import type { RollupInput } from "../rollup.ts";
import { readKey, talliesOf } from "../slice.ts";
import { addTo, type Tally } from "../tally.ts";
import { finish } from "./move.ts";

export interface Ground {
  readonly input: RollupInput;
  /** The code of the one school there is: the sums are its own, and no figure of the region is to be shown. `null`: the county. */
  readonly alone: string | null;
}

/** What is asked of the county: what the overview tells of a region. */
export type Setup = Pick<Overview, "region" | "schools" | "collections" | "targets" | "choices">;

/** Of the Worker's answer. A school's token is told of one school: that school alone. Refuses a collection that there is not. */
export function groundOf(overview: Setup & Pick<Overview, "role" | "school">, told: Tallied, catalogue: Catalogue): Ground {
  return finish(counting(overview, told, catalogue));
}

/** The same a school at a time, for who must not be kept waiting. */
export function* counting(
  overview: Setup & Pick<Overview, "role" | "school">,
  told: Tallied,
  catalogue: Catalogue,
): Generator<undefined, Ground> {
  const alone = overview.role === "school" ? overview.school : null;
  const { baseline } = told;
  const standings = new Map([[told.collection, yield* standingIn(told.standing, alone)]]);
  if (baseline) standings.set(baseline.collection, yield* standingIn(baseline.standing, alone));
  return { input: read(overview, told.collection, standings, catalogue), alone };
}

/** What one school sent, or is about to send; `before`: what stands of it in the baseline that the collection names, where it counts. */
export interface OneSchool {
  readonly school: string;
  readonly body: SubmissionBody;
  readonly before: SubmissionBody | null;
}

/** Of one school, a sheet that is open for instance, whoever asks. */
export function groundAlone(setup: Setup, collection: string, { school, body, before }: OneSchool, catalogue: Catalogue): Ground {
  const schools = setup.schools.filter((one) => one.school === school);
  if (schools.length === 0) throw invalid(`没有登记学校 ${school}。`, `school ${school} is not registered`);
  const standings = new Map([[collection, standingOf([{ school, body }], school)]]);
  const named = collectionIn(setup, collection).baseline;
  if (before && named !== null) standings.set(named, standingOf([{ school, body: before }], school));
  const only = (one: Collection) => ({ ...one, required: one.required?.filter((code) => code === school) ?? null });
  return { input: read({ ...setup, schools, collections: setup.collections.map(only) }, collection, standings, catalogue), alone: school };
}

/** Of a store of files: the county. */
export function groundIn(store: Store, collection: string, reader: Reader): Ground {
  return { input: inputFrom(store, collection, reader).input, alone: null };
}

/** What is to be said beside the figures of a school that is read alone; `null` of a county. */
export function aloneWords({ input, alone }: Ground): Words | null {
  if (alone === null) return null;
  const name = input.members[0]?.name ?? alone;
  return {
    zh: `只有${name}本校的数据，没有全县的数：校际比较和增值在这里不算。`,
    en: `these are the figures of ${name} alone, not the county's: nothing between schools and no value added is told here`,
  };
}

function read(setup: Setup, id: string, standings: ReadonlyMap<string, Standing>, catalogue: Catalogue): RollupInput {
  const source: Source = {
    ...setup,
    // Whether a baseline counts was decided where everything is known: one that is not told is none.
    collection: (other) => setup.collections.find(({ collection }) => collection === other && standings.has(other)),
    standing: (other) => standings.get(other) ?? { sent: new Map(), sums: new Map() },
  };
  return gather(source, collectionIn(setup, id), catalogue, { now: Number.POSITIVE_INFINITY, audience: "bureau" });
}

function collectionIn({ collections }: Setup, id: string): Collection {
  const found = collections.find(({ collection }) => collection === id);
  if (!found) throw invalid(`没有采集 ${id}。`, `there is no collection ${id}`);
  return found;
}

type Bodies = readonly { readonly school: string; readonly body: SubmissionBody }[];

function standingOf(bodies: Bodies, alone: string | null): Standing {
  return finish(standingIn(bodies, alone));
}

/** A school alone has no regression of its county to be held against, so the sums for value added are left out. */
function* standingIn(bodies: Bodies, alone: string | null): Generator<undefined, Standing> {
  const sent = new Map<string, Sent>();
  const sums = new Map<string, Tally>();
  for (const { school, body } of bodies) {
    const own = sentOf(body, alone);
    sent.set(school, own);
    addTo(sums, own.tallies);
    yield;
  }
  return { sent, sums };
}

function sentOf(body: SubmissionBody, alone: string | null): Sent {
  const tallies = [...talliesOf(body)].filter(([key]) => alone === null || readKey(key).part !== "pairs");
  return { tallies: new Map(tallies), notes: body.notes };
}
