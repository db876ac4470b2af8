/** Which indicators' distance from a limit is told in numbers of what is reported: people, rooms, area, money. */
import type { Definition } from "../indicators/definition.ts";

/** Kinds whose distance from a limit is no number of things; of the others the gap tells heads or the things themselves. */
const DIVIDED: readonly string[] = ["ratio", "mean", "change", "checklist", "worst"];

/** Whether what is lacking has to be told beside the gap. */
export function lacksInputs({ reads, kind }: Pick<Definition, "reads" | "kind">): boolean {
  return reads.from === "resource" || (reads.from === "entered" && DIVIDED.includes(kind.kind));
}
