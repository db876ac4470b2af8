/** What is wrong, or worth a look, in a file that was handed in. */
import type { Words } from "../refusal.ts";

export interface FileFinding {
  /** An error is put right before anything is taken; a query is put right or explained. */
  readonly level: "error" | "query";
  /** For machines, and never changed: "score-blank", "wrong-school". */
  readonly code: string;
  /** `null`: the file as a whole. */
  readonly sheet: string | null;
  /** "D7" */
  readonly cell: string | null;
  /** What is wrong and what to do. */
  readonly words: Words;
  /** A query's explanation by the school. */
  readonly note?: string;
}

/** Told for the school's own sake: no number is in doubt, and there is nothing to give a reason for. Who was absent has no two marks. */
const ADVICE: ReadonlySet<string> = new Set(["not-recalculated", "entry-missing"]);

/** A query that is still to be put right or explained. */
export function isUnexplained({ level, code, note }: Pick<FileFinding, "level" | "code" | "note">): boolean {
  return level === "query" && note === undefined && !ADVICE.has(code);
}
