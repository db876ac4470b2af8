/** The files that leave the page: templates, copies with comments, submission files, the whole store. */
import { strToU8 } from "fflate";
import type { County } from "../../shared/handin/county.ts";
import { writeSubmission } from "../../shared/handin/file.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Held, Store } from "../../shared/handin/held.ts";
import { writeStore } from "../../shared/handin/store-file.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { invalid, Refusal, type Words } from "../../shared/refusal.ts";
import { templateOf } from "../../shared/template/layout.ts";
import { archiveOf, entryOf, storedEntry } from "../files/pack.ts";
import { withFindings } from "../template/comments.ts";
import { writeTemplate } from "../template/write.ts";
import { heldIn } from "./store.ts";

/** What files of this page say that wrote them. */
const PROGRAM = "QUALITY offline";

export interface TemplatesGiven {
  readonly county: County;
  readonly collection: string;
  /** Codes. */
  readonly schools: readonly string[];
  /** The day they are made, 2026-11-28. */
  readonly made: string;
}

export interface Made {
  /** The name of the file; empty where no school had anything to fill in. */
  readonly file: string;
  readonly content: Blob;
  readonly count: number;
  readonly skipped: readonly NotAsked[];
}

/** A school that the collection asks nothing of, and why. */
export interface NotAsked {
  readonly school: string;
  readonly name: string;
  readonly words: Words;
}

/** One school's template, or those of many in a zip. Tells how many are done. */
export async function makeTemplates(given: TemplatesGiven, tell: (done: number) => void): Promise<Made> {
  const { county, made } = given;
  const collection = county.collections.find((one) => one.collection === given.collection);
  if (!collection) throw invalid("没有这个采集。", "there is no such collection");
  const rules = rulesOf(shipped, collection.definitions, collection.choices ?? county.choices);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const skipped: NotAsked[] = [];
  const schools = county.schools.filter(({ school }) => given.schools.includes(school));
  for (const [at, school] of schools.entries()) {
    try {
      const template = templateOf({ region: county, school, collection, rules, targets: county.targets, made });
      files.set(`${template.file}.xlsx`, await writeTemplate(template));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      skipped.push({ school: school.school, name: school.name, words: error.words });
    }
    tell(at + 1);
  }
  const [only] = files;
  if (only && schools.length === 1) return { file: only[0], content: new Blob([only[1]]), count: 1, skipped };
  const name = `${collection.name}_${made}`.replaceAll(/[\\/:*?"<>|\s]/g, "_");
  const content = new Blob([archiveOf([...files].map(([path, bytes]) => storedEntry(path, bytes)))]);
  return { file: files.size === 0 ? "" : `${name}.zip`, content, count: files.size, skipped };
}

/** A copy of the file with its findings as comments. */
export async function commented(given: { file: File; findings: readonly FileFinding[]; tongue: keyof Words }): Promise<Blob> {
  const bytes = new Uint8Array(await given.file.arrayBuffer());
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
