/** What the demo county's schools send: their made-up sheets, counted the way a school's own sheet is. */
import type { SubmissionBody } from "../../shared/contract.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";
import * as county from "./demo-county.ts";
import { markSheet } from "./demo-marks.ts";

/** Schools in town are larger and a little ahead. */
export function submissionOf(at: number, school: string, name: string): SubmissionBody {
  const { exam, schools } = county;
  const cells = markSheet(exam.papers, { seed: 370811 + at, classes: Math.max(1, 5 - at), level: 0.35 - (at / schools.length) * 0.6 });
  const { slices, findings } = tabulate({ top: 0, left: 0, cells }, guessColumns(cells, exam.papers), exam, { school, name });
  const error = findings.find(({ level }) => level === "error");
  if (error) throw new Error(`demo sheet of ${school}, ${error.cell}: ${error.words.en}`);
  return { definitions, slices: [...slices] };
}
