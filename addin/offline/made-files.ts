/** The files that leave the page: templates, copies with comments, submission files, the whole store. */
import { strToU8 } from "fflate";
import type { School } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import { writeSubmission } from "../../shared/handin/file.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Held, Store } from "../../shared/handin/held.ts";
import { writeStore } from "../../shared/handin/store-file.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { invalid, Refusal, type Words } from "../../shared/refusal.ts";
import { templateOf } from "../../shared/template/layout.ts";
import type { TemplateRequest } from "../../shared/template/request.ts";
import { archiveOf, entryOf } from "../files/pack.ts";
import { type NotAsked, writeAll } from "../template/all.ts";
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

/** One school's template as it is, or those of many in a zip, held as pieces. Tells how many are done. */
export async function makeTemplates(given: TemplatesGiven, tell: (done: number) => void): Promise<Made> {
  const { county, made } = given;
  const collection = county.collections.find((one) => one.collection === given.collection);
  if (!collection) throw invalid("没有这个采集。", "there is no such collection");
  const rules = rulesOf(shipped, collection.definitions, collection.choices ?? county.choices);
  const common = { region: county, collection, rules, targets: county.targets, made };
  const schools = county.schools.filter(({ school }) => given.schools.includes(school));
  const [only] = schools;
  if (only && schools.length === 1) return oneTemplate({ ...common, school: only }, tell);
  const pieces: Blob[] = [];
  // A Blob may lie on the disk; bytes lie in memory.
  const { written, notAsked } = await writeAll(
    { ...common, schools },
    (piece) => pieces.push(new Blob([piece])),
    ({ done }) => tell(done),
  );
  const name = `${collection.name}_${made}`.replaceAll(/[\\/:*?"<>|\s]/g, "_");
  return { file: written === 0 ? "" : `${name}.zip`, content: new Blob(pieces), count: written, skipped: notAsked };
}

async function oneTemplate(request: TemplateRequest & { readonly school: School }, tell: (done: number) => void): Promise<Made> {
  try {
    const template = templateOf(request);
    const content = new Blob([await writeTemplate(template)]);
    return { file: `${template.file}.xlsx`, content, count: 1, skipped: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { school, name } = request.school;
    return { file: "", content: new Blob(), count: 0, skipped: [{ school, name, words: error.words }] };
  } finally {
    tell(1);
  }
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
