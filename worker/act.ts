import type { Region } from "../shared/contract.ts";
import type { Who } from "./auth.ts";

/** What a region's files work with: one request, inside its transaction, of somebody who has been admitted. */
export interface Act {
  readonly sql: SqlStorage;
  readonly region: Region;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The id of the token that acts, "admin", or "demo". */
  readonly actor: string;
  /** What stands beside a decision as who made it: the name of the token, or its id where it has none. */
  readonly office: string;
  readonly role: Who;
  /** The one school a school's token is for. */
  readonly school: string | null;
}
