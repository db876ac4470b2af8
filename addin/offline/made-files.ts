/** The files that leave the page beside templates: copies with comments, submission files, the whole store. */
import { strToU8 } from "fflate";
import { writeSubmission } from "../../shared/handin/file.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Held, Store } from "../../shared/handin/held.ts";
import { writeStore } from "../../shared/handin/store-file.ts";
import { invalid, type Words } from "../../shared/refusal.ts";
import { archiveOf, entryOf } from "../files/pack.ts";
import { bytesIn } from "../files/whole.ts";
import { withFindings } from "../template/comments.ts";
import { heldIn } from "./store.ts";

/** What files of this page say that wrote them. */
const PROGRAM = "QUALITY offline";

/** A copy of the file with its findings as comments. */
export async function commented(given: { file: File; findings: readonly FileFinding[]; tongue: keyof Words }): Promise<Blob> {
  const bytes = await bytesIn(given.file);
  return new Blob([withFindings(bytes, given.findings, given.tongue)]);
}

export function submissionText(store: Store, { school, collection }: Pick<Held, "school" | "collection">): { name: string; text: string } {
  const held = heldIn(store).find((one) => one.school === school && one.collection === collection);
  if (!held) throw invalid("没有这份填报。", "there is no such submission");
  return { name: nameOf(held), text: textOf(store, held) };
}

/** All that is held, a submission file each. */
export function submissionsZip(store: Store): Blob {
  return new Blob([archiveOf(heldIn(store).map((held) => entryOf(nameOf(held), strToU8(textOf(store, held)))))]);
}

function nameOf({ school, collection, revision }: Held): string {
  return `${school}_${collection}_${revision}.json`;
}

function textOf({ county }: Store, { school, collection, revision, body, queries, made }: Held): string {
  return writeSubmission({ program: PROGRAM, region: county.region, school, collection, revision, body, findings: queries, made });
}

export function storeText(store: Store, now: string): string {
  return writeStore(store, { program: PROGRAM, made: now });
}
