/** What a bureau without a server holds: the county as it is set up, what its schools handed in, and what the bureau decided about it. */
import type { SubmissionBody } from "../contract.ts";
import type { Scenario } from "../whatif/scenario.ts";
import type { County } from "./county.ts";
import type { FileFinding } from "./finding.ts";

/** One revision of one school in one collection. */
export interface Held {
  /** A school's code, or the region's own for what only a county reports. */
  readonly school: string;
  readonly collection: string;
  /** Whole, 1 or more; the highest stands. */
  readonly revision: number;
  readonly body: SubmissionBody;
  /** Of the canonical body, as on the Worker's receipt: what tells two contents apart. */
  readonly sha256: string;
  /** What the school was asked about and handed in all the same. */
  readonly queries: readonly FileFinding[];
  /** When the file was made. */
  readonly made: string;
  /** The file it came in, for findings to name. */
  readonly file: string;
}

/** What the bureau decided about one revision: which of its contents stands, or that none does. The latest counts. */
export interface Decision {
  readonly school: string;
  readonly collection: string;
  readonly revision: number;
  /** The sha256 of the content that stands; `null`: taken back. */
  readonly keep: string | null;
  readonly at: string;
}

export interface Store {
  readonly county: County;
  /** When the county was last set up or changed: of two stores the later one's is taken. */
  readonly since: string;
  readonly held: readonly Held[];
  readonly decisions: readonly Decision[];
  /** What was supposed in 推演 and saved under a name; left out where there is none. No part of any figure. */
  readonly scenarios?: readonly Scenario[];
}

/** A finding about what is held, with whose it is; `null`: the county's. */
export interface Noticed {
  readonly school: string | null;
  readonly finding: FileFinding;
}
