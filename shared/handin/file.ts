/** The submission file: what a school hands in by USB stick, with the digest of its content. Who made it is who brings it. */
import type { SubmissionBody } from "../contract.ts";
import type { FileFinding } from "./finding.ts";

export interface SubmissionFile {
  readonly format: "quality-submission";
  readonly version: 1;
  /** The version of the product that wrote it. */
  readonly program: string;
  readonly region: string;
  readonly school: string;
  readonly collection: string;
  /** Whole, 1 or more; the highest stands. */
  readonly revision: number;
  readonly body: SubmissionBody;
  /** The queries that stood when it was made. */
  readonly findings: readonly FileFinding[];
  readonly made: string;
  /** Of the canonical text of all the rest. */
  readonly sha256: string;
}
