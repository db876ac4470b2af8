/**
 * The earlier collection that a change is measured against. It counts only once it can no longer move and nobody is missing:
 * closed, and submitted by every school it required.
 */
import type { Collection } from "../shared/contract.ts";
import { closing } from "../shared/moment.ts";
import { talliesOf } from "../shared/slice.ts";
import type { Tallies } from "../shared/tally.ts";
import type { Act } from "./act.ts";
import { collectionOf } from "./collections.ts";
import { coverageOf, requiredSchools } from "./coverage.ts";
import { allSchools } from "./schools.ts";
import { bodyOf, standing } from "./standing.ts";
import { sumsOf } from "./sums.ts";

export interface Baseline {
  readonly sums: Tallies;
  readonly collection: Collection;
  readonly schools: ReadonlyMap<string, Tallies>;
}

export function baselineOf({ sql, now }: Pick<Act, "sql" | "now">, { baseline }: Collection): Baseline | null {
  if (baseline === null) return null;
  const collection = collectionOf(sql, baseline);
  if (collection.closes === null || now < closing(collection.closes)) return null;
  const schools = new Map(standing(sql, baseline).map((revision) => [revision.school, talliesOf(bodyOf(revision))]));
  const { missing } = coverageOf(requiredSchools(collection, allSchools(sql)), new Set(schools.keys()));
  return missing.length === 0 ? { sums: sumsOf(sql, baseline), collection, schools } : null;
}
