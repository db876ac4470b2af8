/** The state of a region, as one asker sees it: who holds an answer of this state need not be told again. */
import type { Collection } from "../shared/contract.ts";
import { closing } from "../shared/moment.ts";
import type { Act } from "./act.ts";
import { lastHash } from "./audit.ts";

/** Every change writes into the audit; a collection that closes changes what a baseline counts without anybody's doing. */
export function stateOf({ sql, now, role, school }: Act, collections: readonly Collection[]): string {
  const closed = collections.filter(({ closes }) => closes !== null && now >= closing(closes)).length;
  return `${lastHash(sql).slice(0, 32)}.${closed}.${role === "school" ? school : role}`.slice(0, 80);
}
