/** The formula of a cell that asks the Worker for one figure of one unit. */
import type { Figure } from "../../shared/contract.ts";
import { gradeName } from "../../shared/template/words.ts";

/** `line`: another line of marks than the one in force. */
export function actualFormula(
  { indicator, stage, grade, subject }: Pick<Figure, "indicator" | "stage" | "grade" | "subject">,
  unit: string,
  collection: string,
  line: number | null = null,
): string {
  const slice = [grade === null ? "" : gradeName({ stage, grade }, []), subject ?? ""].filter((word) => word !== "").join(" ");
  const rest = line === null ? (slice === "" ? "" : `,"${slice}"`) : `,"${slice}",${line}`;
  return `=QUALITY.ACTUAL("${indicator}","${unit}","${collection}"${rest})`;
}
