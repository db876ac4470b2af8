/** A store of what a server tells: the bodies that stand there, each once, with nothing to decide. */
import type { Tallied } from "../contract.ts";
import type { County } from "./county.ts";
import type { Store } from "./held.ts";

export type Told = Pick<Tallied, "collection" | "standing">;

/** The files' names, which findings name, are the schools' codes with their revisions: there are no files. */
export function toldStore(county: County, told: readonly Told[]): Store {
  const held = told.flatMap(({ collection, standing }) =>
    standing.map(({ school, revision, sha256, body }) => ({
      ...{ school, collection, revision, sha256, body },
      ...{ queries: [], made: "", file: `${school} v${revision}` },
    })),
  );
  return { county, since: "", held, decisions: [] };
}
