/** What is needed of a region to read what its schools hand in: an overview of the Worker has it all. */
import type { Overview } from "../contract.ts";

export type County = Pick<Overview, "region" | "name" | "schools" | "collections" | "targets" | "choices">;

/** The county in an overview: who asked, and for which school, is left out. */
export function countyOf({ region, name, schools, collections, targets, choices }: County): County {
  return { region, name, schools, collections, targets, choices };
}
