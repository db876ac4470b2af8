/** What a file that was handed in came to. */
import type { SubmissionBody } from "../contract.ts";
import type { Words } from "../refusal.ts";
import type { FileFinding } from "./finding.ts";

export interface Handed {
  /** Codes as they were recognised; `null` where they were not. */
  readonly school: string | null;
  readonly collection: string | null;
  /** `null` while an error stands. Counts only: no row and no text of a pupil is in it. */
  readonly body: SubmissionBody | null;
  readonly findings: readonly FileFinding[];
  /** A preview: 九年级, 50 pupils. */
  readonly counts: readonly { readonly about: Words; readonly pupils: number }[];
}
