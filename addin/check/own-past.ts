/** A school's own figures of an earlier collection: from what it sent, or, for who may read the region, from the rollup as they are shown it. */
import type { Collection, Overview, Rollup, School } from "../../shared/contract.ts";
import { inForce } from "../all-definitions.ts";
import { ApiRefusal, type RegionApi } from "../api.ts";
import { check } from "../pane/check.ts";
import type { Then } from "../pictures/ground.ts";

/** No figures where it had sent nothing; refuses where that cannot be read. */
export async function sentBefore(
  api: Pick<RegionApi, "submission">,
  { targets, choices }: Pick<Overview, "targets" | "choices">,
  collection: Collection,
  school: School,
): Promise<Then> {
  const { definitions } = collection;
  const found = await api.submission(collection.collection, school.school).catch((error: unknown) => {
    if (error instanceof ApiRefusal && error.status === 404) return null;
    throw error;
  });
  if (!found?.body) return { definitions, figures: [] };
  const ruled = { targets, choices: collection.choices ?? choices };
  return { definitions, figures: check(found.body.slices, collection, school, ruled, inForce().catalogue).figures };
}

export function ofSchool({ definitions, schools }: Pick<Rollup, "definitions" | "schools">, school: string): Then {
  return { definitions, figures: schools.find((one) => one.school === school)?.figures ?? [] };
}
