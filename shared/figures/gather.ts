/** What the reading of a rollup needs, gathered from wherever a region is kept: the Worker's tables, or a store of files. */

import { choicesFor } from "../choices.ts";
import type { Apart } from "../collecting/apart.ts";
import { coverageOf, requiredSchools } from "../collecting/coverage.ts";
import type { Choice, Collection, Note, School, Target } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { rulesOf } from "../indicators/rules.ts";
import { closing } from "../moment.ts";
import type { Member, RollupInput } from "../rollup.ts";
import type { Tallies } from "../tally.ts";

/** What a school's standing body comes to. */
export interface Sent {
  readonly tallies: Tallies;
  readonly notes: readonly Note[] | undefined;
  /** Grades whose joint counts were made at other lines and are left out. */
  readonly apart?: readonly Apart[];
}

/** What stands in a collection, school by school, and the sums. */
export interface Standing {
  readonly sent: ReadonlyMap<string, Sent>;
  readonly sums: Tallies;
}

export interface Source {
  readonly region: string;
  /** In the order of their codes. */
  readonly schools: readonly School[];
  readonly targets: readonly Target[];
  readonly choices: readonly Choice[];
  collection(id: string): Collection | undefined;
  standing(id: string): Standing;
}

export interface Reader {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly audience: RollupInput["audience"];
}

/** What stands and what is missing, as the reading needs it, by the catalogue's definitions. */
export function gather(source: Source, collection: Collection, catalogue: Catalogue, { now, audience }: Reader): RollupInput {
  const { schools, targets } = source;
  const { sent, sums } = source.standing(collection.collection);
  const before = baselineOf(source, collection, now);
  const required = requiredSchools(collection, schools);
  const members = schools.flatMap((school): Member[] => {
    const own = sent.get(school.school);
    const baseline = before?.sent.get(school.school)?.tallies;
    return own ? [{ ...school, ...own, ...(baseline && { baseline }) }] : [];
  });
  return {
    // The choices a collection was asked by, or else the region's of today.
    rules: rulesOf(catalogue, collection.definitions, choicesFor(collection, source.choices)),
    region: source.region,
    collection,
    coverage: coverageOf(required, new Set(sent.keys())),
    asked: schools.filter(({ school }) => required.includes(school)).map(({ school, stages }) => ({ school, stages })),
    targets,
    // One order of figures, wherever they are kept.
    sums: new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1))),
    members,
    baseline: before,
    audience,
  };
}

function baselineOf(source: Source, { baseline }: Collection, now: number): (Standing & { readonly collection: Collection }) | null {
  const collection = baseline === null ? undefined : source.collection(baseline);
  if (!collection) return null;
  const standing = source.standing(collection.collection);
  return isBaseline(collection, source.schools, new Set(standing.sent.keys()), now) ? { ...standing, collection } : null;
}

/**
 * The earlier collection that a change is measured against counts only once it can no longer move and nobody is missing:
 * closed, and submitted by every school it required.
 */
export function isBaseline(collection: Collection, schools: readonly School[], submitted: ReadonlySet<string>, now: number): boolean {
  const closed = collection.closes !== null && now >= closing(collection.closes);
  return closed && coverageOf(requiredSchools(collection, schools), submitted).missing.length === 0;
}
