/**
 * A submission: one row, `- old + new` on the sums, an audit entry and the key, in one transaction.
 * The object runs one transaction at a time, so concurrent submissions are taken one after the other.
 */
import type { Collection, Receipt, School, Submission, SubmissionBody } from "../shared/contract.ts";
import { shipped } from "../shared/indicators/index.ts";
import { instant } from "../shared/moment.ts";
import { talliesOf } from "../shared/slice.ts";
import { checkSubmission } from "../shared/submission.ts";
import type { Tallies } from "../shared/tally.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { limits } from "./body.ts";
import { canonical, sha256 } from "./canonical.ts";
import { checkOpen, collectionOf } from "./collections.ts";
import { type Receipted, receiptFor, type Submitting, spend } from "./keys.ts";
import { refuse } from "./problem.ts";
import { schoolOf } from "./schools.ts";
import { bodyOf, lastRevision, type Revision } from "./standing.ts";
import { nothing, shift } from "./sums.ts";

/** Takes a school's tallies as its next revision; the same key and body again only repeat the receipt. */
export function submit(
  act: Act,
  collectionId: string,
  schoolCode: string,
  key: string,
  after: number | null,
  body: SubmissionBody,
): Receipted<Receipt> {
  const collection = collectionOf(act.sql, collectionId);
  const unit = unitOf(act, schoolCode);
  const text = canonical(body);
  const asked: Submitting = { verb: "submit", collection: collectionId, school: schoolCode, content: sha256(text) };
  const earned = receiptFor(act, key, asked);
  if (earned) return { receipt: earned, replayed: true };
  checkOpen(collection, act.now);
  if (body.definitions !== collection.definitions) throw refuse("definitions-unknown", [definitionsFault(collection, body.definitions)]);
  // Numbers written short (9e15) grow when they are written out, and a row holds 2 MB.
  if (new TextEncoder().encode(text).byteLength > limits.submission) throw refuse("body-too-large");
  const faults = checkSubmission(body, collection, unit, {
    definitions: shipped.inForce(collection.definitions),
    region: schoolCode === act.region.region,
  });
  if (faults.length > 0) throw refuse("submission-invalid", faults);
  const last = lastRevision(act.sql, collectionId, schoolCode);
  checkBuiltOn(after, last);
  return { receipt: store(act, asked, key, last, { definitions: body.definitions, text, tallies: talliesOf(body) }), replayed: false };
}

/** Takes back what stands, as a revision of its own. */
export function withdraw(act: Act, collectionId: string, schoolCode: string, key: string, after: number | null): Receipted<Receipt> {
  const collection = collectionOf(act.sql, collectionId);
  unitOf(act, schoolCode);
  const asked: Submitting = { verb: "withdraw", collection: collectionId, school: schoolCode, content: sha256("null") };
  const earned = receiptFor(act, key, asked);
  if (earned) return { receipt: earned, replayed: true };
  checkOpen(collection, act.now);
  const last = lastRevision(act.sql, collectionId, schoolCode);
  checkBuiltOn(after, last);
  if (!last || last.body === null) throw refuse("submission-unknown");
  return { receipt: store(act, asked, key, last, { definitions: last.definitions, text: null, tallies: nothing }), replayed: false };
}

/** A school of the region, or the region itself, which reports what only a county can. */
function unitOf({ sql, region }: Act, code: string): Pick<School, "stages"> {
  return code === region.region ? { stages: ["primary", "junior", "senior"] } : schoolOf(sql, code);
}

function checkBuiltOn(after: number | null, last: Revision | undefined): void {
  if (after !== null && after !== (last?.revision ?? 0)) throw refuse("revision-moved");
}

/** The last revision, with its body, or without one after a withdrawal. */
export function readSubmission(act: Act, collectionId: string, schoolCode: string): Submission {
  const collection = collectionOf(act.sql, collectionId);
  unitOf(act, schoolCode);
  const last = lastRevision(act.sql, collectionId, schoolCode);
  if (!last) throw refuse("submission-unknown");
  return { receipt: receiptOf(act.region.region, collection, last), body: last.body === null ? null : bodyOf({ body: last.body }) };
}

interface Fresh {
  readonly definitions: string;
  /** Canonical JSON, or null for a withdrawal. */
  readonly text: string | null;
  readonly tallies: Tallies;
}

function store(act: Act, asked: Submitting, key: string, last: Revision | undefined, fresh: Fresh): Receipt {
  const { collection, school, content } = asked;
  const revision = (last?.revision ?? 0) + 1;
  const verb = fresh.text === null ? "submission.withdraw" : "submission.put";
  shift(act.sql, collection, last?.body ? talliesOf(bodyOf({ body: last.body })) : nothing, fresh.tallies);
  const proof = record(act, verb, `${collection}/${school}/${revision}`, content);
  const row = { definitions: fresh.definitions, sha256: content, received: instant(act.now), receipt: proof };
  act.sql.exec(
    "INSERT INTO submissions (collection, school, revision, definitions, sha256, received, receipt, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    collection,
    school,
    revision,
    row.definitions,
    row.sha256,
    row.received,
    row.receipt,
    fresh.text,
  );
  const receipt = receiptOf(act.region.region, { collection }, { school, revision, ...row, body: fresh.text });
  spend(act, key, asked, receipt);
  return receipt;
}

function receiptOf(region: string, { collection }: Pick<Collection, "collection">, revision: Revision): Receipt {
  const { receipt, school, revision: number, definitions: version, sha256: content, received, body } = revision;
  return {
    receipt,
    region,
    collection,
    school,
    revision: number,
    definitions: version,
    sha256: content,
    received,
    withdrawn: body === null,
  };
}

function definitionsFault({ definitions }: Collection, sent: string) {
  return {
    at: "definitions",
    words: {
      zh: `这次采集按 ${definitions} 版定义，收到的是 ${sent}。`,
      en: `this collection is read by the definitions of ${definitions}, not ${sent}`,
    },
  };
}
