/** What stands on the server beside the grade of the open sheet. A sheet holds one grade, a submission the whole school. */

import { taughtIn } from "../../shared/collecting/teaching.ts";
import type { Note, Slice, Submission, SubmissionBody } from "../../shared/contract.ts";
import type { Tabulated } from "../../shared/tabulate.ts";
import { gradeName } from "../../shared/template/words.ts";
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

/** What is sent of a list: one grade. */
export interface List {
  readonly slices: readonly Slice[];
  readonly notes: readonly Note[];
}

const LEFT = "rows-left-out";

/** That rows were left out as no pupils. A sheet of a plain list means nothing to the bureau: the note is about the grade. */
export function notesOn({ preview: { nobody } }: Pick<Tabulated, "preview">, place: Place | null): Note[] {
  if (!nobody?.left || !place) return [];
  const cells = nobody.cells.length > 200 ? `${nobody.cells.slice(0, 200)}……` : nobody.cells;
  return [{ code: LEFT, sheet: gradeName(place, []), cell: null, text: `名单里有 ${nobody.rows} 行不是学生，没有读：${cells}。` }];
}

/** A template's notes are about its sheets, which have more than the grade in their names. */
export function isAbout({ sheet }: Note, place: Place | null): boolean {
  return place !== null && sheet === gradeName(place, []);
}

/** Whether the same is explained, in whatever order. */
export function sameNotes(one: readonly Note[], other: readonly Note[]): boolean {
  const plain = (notes: readonly Note[]) => notes.map(sorted).sort().join();
  return plain(one) === plain(other);
}

/** Notes, and who teaches the classes that are sent: what the sheet does not hold stays as it was. */
export function keptBeside(
  standing: Submission | null | undefined,
  slices: readonly Slice[],
  own: { readonly place: Place | null; readonly notes: readonly Note[] },
): Pick<SubmissionBody, "notes" | "teaching"> {
  const { notes = [], teaching } = standing?.body ?? {};
  const all = [...notes.filter((note) => !isAbout(note, own.place)), ...own.notes];
  const taught = taughtIn(slices, teaching ?? []);
  return { ...(all.length > 0 && { notes: all }), ...(taught.length > 0 && { teaching: taught }) };
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
