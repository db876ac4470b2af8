/** The files of an import and what became of each: a line per file. */
import { isUnexplained } from "../../shared/handin/finding.ts";
import type { Handed } from "../../shared/handin/handed.ts";
import type { Words } from "../../shared/refusal.ts";

/**
 * - `waiting`, `reading`, `read`: on its way; what was read is taken when all are
 * - `taken`: counted
 * - `errors`: read, and to be put right first
 * - `clash`: another file of the same import says something else of the same school
 * - `fewer`: it counts fewer pupils, subjects or grades than what it would replace
 * - `doubt`: rows of other pupils may have got into it
 * - `passed`: another file of the school was chosen in its place, or a higher revision of it counts
 * - `refused`: none of ours, damaged, or too slow
 * - `cancelled`: called off before it was read
 */
export type LineState =
  | ("waiting" | "reading" | "read")
  | ("taken" | "errors" | "clash" | "fewer" | "doubt" | "passed" | "refused" | "cancelled");

export interface Line {
  readonly id: number;
  readonly path: string;
  /** Kept so that findings can be written into a copy of it; nothing of it is in memory. */
  readonly file: File;
  readonly state: LineState;
  /** Without the counts, which whoever takes them keeps. */
  readonly handed: Omit<Handed, "body"> | null;
  /** What became of it, or why it came to nothing. */
  readonly words: Words | null;
  /** That it is not used is no one's choice, and none can change it. */
  readonly final?: boolean;
  /** Time ran out, and reading it once more may do: the number of the import it came with. */
  readonly late?: number;
}

/** As a line is shown: what was taken is settled only when every query of it is explained. Its numbers count until then. */
export type ShownState = LineState | "unexplained";

export function shownState(line: Line): ShownState {
  return line.state === "taken" && unexplainedOf(line).length > 0 ? "unexplained" : line.state;
}

export type LineCounts = Readonly<Record<ShownState, number>>;

export function countStates(lines: readonly Line[]): LineCounts {
  const none = { waiting: 0, reading: 0, read: 0, taken: 0, unexplained: 0, errors: 0 };
  const counts = { ...none, clash: 0, fewer: 0, doubt: 0, passed: 0, refused: 0, cancelled: 0 };
  for (const line of lines) counts[shownState(line)]++;
  return counts;
}

export const isOpen = ({ state }: Line) => state === "waiting" || state === "reading" || state === "read";

/** A person must say that it counts all the same. */
export const isAsked = ({ state }: Pick<Line, "state">) => state === "clash" || state === "fewer" || state === "doubt";

/** Whether a person may say that it counts: also in place of one that was chosen before. */
export const isChoosable = (line: Line) => isAsked(line) || (line.state === "passed" && line.final !== true);

/** The other files of the list that say something of the same school in the same collection, for a file that a person must decide on and that does not name them itself. */
export function rivalsOf({ id, state, handed }: Line, lines: readonly Line[]): string[] {
  if (!handed || state === "clash" || !isAsked({ state })) return [];
  const { school, collection } = handed;
  const about = (one: Line) => one.handed?.school === school && one.handed.collection === collection;
  return lines.filter((one) => one.id !== id && about(one) && (one.state === "taken" || isAsked(one))).map(({ path }) => path);
}

/** The places, in the list of findings, of the queries that are still to be explained. */
export function unexplainedOf({ handed }: Line): number[] {
  return (handed?.findings ?? []).flatMap((finding, at) => (isUnexplained(finding) ? [at] : []));
}

/** The findings with this explanation at these places of the list; an empty text takes explanations away. */
export function explainedAt<Finding extends { readonly note?: string }>(
  findings: readonly Finding[],
  places: readonly number[],
  text: string,
): Finding[] {
  const note = text.trim();
  return findings.map((finding, at) => {
    if (!places.includes(at)) return finding;
    const { note: _, ...rest } = finding;
    return (note === "" ? rest : { ...rest, note }) as Finding;
  });
}

/** Findings of one level. */
export function levelOf({ handed }: Line, level: "error" | "query") {
  return handed?.findings.filter((one) => one.level === level) ?? [];
}
