/** What a region's report is about: who is asked is known by all definitions, which a school's report does without. */

import { requiredSchools } from "../../shared/collecting/coverage.ts";
import type { Lineage, School } from "../../shared/contract.ts";
import type { About, Held } from "./about.ts";

/** A region by its rollup. */
export function aboutRegion(
  held: Held,
  rollup: { readonly totals: About["atHand"]["totals"]; readonly lineage: readonly Lineage[] },
  schools: readonly School[],
): About {
  const codes = new Set(requiredSchools(held.collection, schools));
  return {
    ...held,
    unit: null,
    atHand: { papers: held.collection.exam?.papers ?? [], tallies: null, totals: rollup.totals },
    lineage: rollup.lineage,
    asked: schools.filter(({ school }) => codes.has(school)),
  };
}
