/** The submission file: what a school hands in by USB stick, with the digest of its content. Who made it is who brings it. */

import { bytesOf, canonical, sha256 } from "../canonical.ts";
import { COLLECTION_ID, REGION_CODE, SCHOOL_CODE, SHA256 } from "../codes.ts";
import { bodyNow } from "../collecting/apart.ts";
import { holdsPersonal } from "../collecting/personal.ts";
import type { Collection, SubmissionBody } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { invalid } from "../refusal.ts";
import { checkSubmission, SUBMISSION_BYTES } from "../submission.ts";
import { bodyShape } from "./body-shape.ts";
import type { County } from "./county.ts";
import { moment } from "./county-shape.ts";
import { openEnvelope, problem } from "./envelope.ts";
import { faultPlaces } from "./fault-words.ts";
import type { FileFinding } from "./finding.ts";
import type { Handed } from "./handed.ts";
import { checkNotes, PERSONAL_NOTE } from "./notes.ts";
import { previewOf } from "./preview.ts";
import { checkRevision, givenRevisionFault, MOST_GIVEN } from "./revision.ts";
import { code, list, one, orNull, record, text, whole } from "./shape.ts";

export interface SubmissionFile {
  readonly format: "quality-submission";
  readonly version: 1;
  /** The version of the product that wrote it. */
  readonly program: string;
  readonly region: string;
  readonly school: string;
  readonly collection: string;
  /** Whole, 1 or more; the highest stands. */
  readonly revision: number;
  readonly body: SubmissionBody;
  /** The queries that stood when it was made. */
  readonly findings: readonly FileFinding[];
  readonly made: string;
  /** Of the canonical text of all the rest. */
  readonly sha256: string;
}

/** What was read from a submission file; `revision` is 0 and `made` empty while an error stands. */
export interface HandedFile extends Handed {
  readonly revision: number;
  readonly made: string;
}

const words = record({ zh: text(1, 2000), en: text(1, 2000) });
const finding = record(
  { level: one("query"), code: code(/^[a-z0-9-]{1,60}$/), sheet: orNull(text(1, 31)), cell: orNull(text(1, 20)), words },
  { note: text(0, 300) },
);
/** The findings that travel: queries only. */
export const queriesShape = list(finding, 0, 5000);

const shape = record({
  format: one("quality-submission"),
  version: one(1),
  program: text(1, 40),
  region: code(REGION_CODE),
  school: code(SCHOOL_CODE),
  collection: code(COLLECTION_ID),
  revision: whole(1),
  body: bodyShape,
  findings: queriesShape,
  made: moment,
  sha256: code(SHA256),
});

/** The body as large as the Worker takes it, and as much again for findings. */
const MOST_BYTES = 2 * SUBMISSION_BYTES;

/** A submission as a file's text. Refuses a content with errors or with more explanations than are read, or a revision that is none. */
export function writeSubmission(content: Omit<SubmissionFile, "format" | "version" | "sha256">): string {
  if (content.findings.some(({ level }) => level === "error"))
    throw invalid("还有必须改的问题，不能导出。", "errors stand: put them right before it can be handed in");
  checkRevision(content.revision, MOST_GIVEN);
  checkNotes(content.body.notes);
  const rest = { format: "quality-submission", version: 1, ...content };
  return `${canonical({ ...rest, sha256: sha256(canonical(rest)) })}\n`;
}

/** Reads a submission file for a county: whole and unaltered, of this county, and right in every number; else findings say what is wrong. */
export function readSubmission(given: string, county: County, catalogue: Catalogue): HandedFile {
  const opened = openEnvelope<SubmissionFile>(given, { format: "quality-submission", most: MOST_BYTES, shape });
  if ("refused" in opened) return refused(namedIn(opened.told), opened.refused);
  const file = opened.content;
  const found = faultsFor(file, county, catalogue);
  if (found.length > 0) return refused(file, found);
  return {
    school: file.school,
    collection: file.collection,
    body: file.body,
    findings: file.findings,
    counts: previewOf(file.body),
    revision: file.revision,
    made: file.made,
  };
}

function refused({ school, collection }: Pick<Handed, "school" | "collection">, findings: readonly FileFinding[]): HandedFile {
  return { school, collection, body: null, findings, counts: [], revision: 0, made: "" };
}

/** The codes that a file names in which something else is wrong. */
function namedIn(told: unknown): Pick<Handed, "school" | "collection"> {
  const { school, collection } = (typeof told === "object" && told !== null ? told : {}) as { school?: unknown; collection?: unknown };
  const known = (code: unknown, pattern: RegExp) => (typeof code === "string" && pattern.test(code) ? code : null);
  return { school: known(school, SCHOOL_CODE), collection: known(collection, COLLECTION_ID) };
}

/** Is none of the content what the collection asks for? Every part of it would be told as a fault of its own. */
function isOther({ slices }: SubmissionBody, { form, exam }: Collection): boolean {
  const papers = exam?.papers ?? [];
  return slices.every(({ stage, grade, resources, entered }) => {
    if (form === "resources") return !resources;
    if (form === "indicators") return !entered;
    return !papers.some((paper) => paper.stage === stage && paper.grade === grade);
  });
}

/** What is wrong with a file that is whole: of another county, for a collection that is none, or wrong in its numbers. */
function faultsFor(file: SubmissionFile, county: County, catalogue: Catalogue): FileFinding[] {
  const { region, school, collection: id, body } = file;
  if (region !== county.region)
    return [
      problem(
        "file-region",
        `文件属于区划 ${region}，这里是 ${county.region} ${county.name}。请交给它自己的区县。`,
        `the file is of region ${region}, here is ${county.region} ${county.name}: hand it in where it belongs`,
      ),
    ];
  const revision = givenRevisionFault(file.revision);
  if (revision) return [revision];
  const collection = county.collections.find((one) => one.collection === id);
  if (!collection)
    return [
      problem(
        "file-collection",
        `没有采集 ${id}。请核对采集代码，或先更新本县设置。`,
        `there is no collection ${id}: check its code, or bring the county's set-up up to date`,
      ),
    ];
  if (file.findings.some(({ note = "" }) => holdsPersonal(note))) return [problem("file-content", PERSONAL_NOTE.zh, PERSONAL_NOTE.en)];
  // As it will count: the set-up may have moved since it was made, or move before it is merged elsewhere.
  return bodyFaults({ school, body: bodyNow(body, collection).body }, county, collection, catalogue);
}

/** What is wrong with a school's body in a collection of the county. */
export function bodyFaults(
  { school, body }: Pick<SubmissionFile, "school" | "body">,
  county: County,
  collection: County["collections"][number],
  catalogue: Catalogue,
): FileFinding[] {
  const isRegion = school === county.region;
  const unit = isRegion ? { stages: ["primary", "junior", "senior"] as const } : county.schools.find((one) => one.school === school);
  if (!unit)
    return [
      problem(
        "file-school",
        `没有登记学校 ${school}。请核对学校代码，或先登记。`,
        `no school ${school} is registered: check the code, or register it first`,
      ),
    ];
  if (body.definitions !== collection.definitions)
    return [
      problem(
        "file-definitions",
        `这次采集按 ${collection.definitions} 版指标定义，文件按 ${body.definitions} 版。请用现行模板重做。`,
        `the collection is read by the definitions of ${collection.definitions}, the file by ${body.definitions}: make it anew`,
      ),
    ];
  if (bytesOf(canonical(body)) > SUBMISSION_BYTES)
    return [
      problem(
        "file-too-large",
        `填报内容超过 ${SUBMISSION_BYTES} 字节。请检查是否多填。`,
        `the submission is over ${SUBMISSION_BYTES} bytes: see what is too much`,
      ),
    ];
  const asked = { definitions: catalogue.inForce(collection.definitions), region: isRegion };
  if (isOther(body, collection))
    return [
      problem(
        "file-other-collection",
        `文件里没有一项是“${collection.name}”这次采集要的：看来是别的采集的内容。请按这次采集重新导出。`,
        `nothing in the file is what the collection ${collection.name} asks for: it seems to be another's; export it again for this one`,
      ),
    ];
  const faults = checkSubmission(body, collection, { stages: [...unit.stages] }, asked);
  return faultPlaces(faults, body).map(({ place, words }) =>
    problem(
      "file-content",
      `${place.zh}：${words.zh}请在原表中改正后重新导出。`,
      `${place.en}: ${words.en}; put it right and export again`,
    ),
  );
}
