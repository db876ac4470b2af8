/** What stands on the server beside the grade of the open sheet. A sheet holds one grade, a submission the whole school. */

import { taughtIn } from "../../shared/collecting/teaching.ts";
import type { Slice, Submission, SubmissionBody } from "../../shared/contract.ts";
import type { Place } from "./choice.ts";

type Of = Pick<Slice, "stage" | "grade">;

const isOf = ({ stage, grade }: Of, place: Place | null) => stage === place?.stage && grade === place.grade;

export function ofPlace(slices: readonly Slice[], place: Place | null): Slice[] {
  return slices.filter((slice) => isOf(slice, place));
}

/** The slices of other grades: sent along unchanged, so that a new revision does not lose them. */
export function keptSlices(standing: Submission | null | undefined, place: Place | null): Slice[] {
  return (standing?.body?.slices ?? []).filter((slice) => !isOf(slice, place));
}

/** Notes, and who teaches the classes that are sent: what the sheet does not hold stays as it was. */
export function keptBeside(standing: Submission | null | undefined, slices: readonly Slice[]): Pick<SubmissionBody, "notes" | "teaching"> {
  const { notes, teaching } = standing?.body ?? {};
  const taught = taughtIn(slices, teaching ?? []);
  return { ...(notes && { notes }), ...(taught.length > 0 && { teaching: taught }) };
}

/** Whether two lists say the same, in whatever order of slices and keys. */
export function sameSlices(one: readonly Slice[], other: readonly Slice[]): boolean {
  const plain = (slices: readonly Slice[]) => slices.map(sorted).sort().join();
  return plain(one) === plain(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
