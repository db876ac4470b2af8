/** The rollup of a collection: what stands and what is missing, read by shared/rollup.ts into figures and verdicts. */
import type { Rollup } from "../shared/contract.ts";
import { definitions } from "../shared/indicators/index.ts";
import { type Member, readRollup } from "../shared/rollup.ts";
import { talliesOf } from "../shared/slice.ts";
import type { Act } from "./act.ts";
import { baselineOf } from "./baseline.ts";
import { collectionOf } from "./collections.ts";
import { coverageOf, requiredSchools } from "./coverage.ts";
import { allSchools } from "./schools.ts";
import { bodyOf, lineageOf, standing } from "./standing.ts";
import { sumsOf } from "./sums.ts";
import { allTargets } from "./targets.ts";

export function rollup({ sql, region, role, now }: Act, id: string): Rollup {
  const collection = collectionOf(sql, id);
  const schools = allSchools(sql);
  const submitted = standing(sql, id);
  const bySchool = new Map(submitted.map((revision) => [revision.school, revision]));
  const coverage = coverageOf(requiredSchools(collection, schools), new Set(bySchool.keys()));
  const before = baselineOf({ sql, now }, collection);
  const members = schools.flatMap((school): Member[] => {
    const revision = bySchool.get(school.school);
    const baseline = before?.schools.get(school.school);
    return revision ? [{ ...school, tallies: talliesOf(bodyOf(revision)), ...(baseline && { baseline }) }] : [];
  });
  const read = readRollup({
    region: region.region,
    collection,
    coverage,
    targets: allTargets(sql),
    sums: sumsOf(sql, id),
    members,
    baseline: before,
    audience: role === "viewer" ? "viewer" : "bureau",
  });
  return {
    region: region.region,
    collection: id,
    period: collection.period,
    definitions,
    coverage,
    ...read,
    lineage: submitted.map((revision) => ({ ...lineageOf(revision), ...(role === "viewer" && { sha256: null }) })),
  };
}
