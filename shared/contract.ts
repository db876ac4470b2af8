/**
 * Every shape that crosses the wire, once. The Worker validates with these schemas and generates its OpenAPI from them;
 * the add-in takes only their types (`import type`), so zod stays out of what the browser loads.
 * Unknown keys are refused everywhere: there is no place to put a name or a pupil's number.
 */
import { z } from "zod";
import { CLASS_NAME } from "./slice.ts";
import { OPERATORS } from "./target.ts";

const whole = z.int().min(0);
/** So many pupils no region has, and so much no school owns; 5000 schools of them still add up below 2^53. */
const pupils = z.int().min(0).max(10_000_000);
const amount = z.int().min(0).max(1_000_000_000_000);
/** A whole number that may pass 2^53: as a number while it is safe, else as decimal digits. */
const sum = z
  .union([whole, z.string().regex(/^\d{1,40}$/)])
  .meta({ description: "whole number, or its decimal digits where it passes 2^53" });
const words = z.strictObject({ zh: z.string(), en: z.string() });
const label = (description: string) => z.string().trim().min(1).max(100).meta({ description });

export const regionCode = z
  .string()
  .regex(/^\d{6}$/, "six digits, GB/T 2260")
  .meta({ example: "370811" });
export const schoolCode = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,32}$/, "1 to 32 of 0-9 A-Z a-z -")
  .meta({ example: "S01" });
export const collectionId = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, "1 to 64 of a-z 0-9 -")
  .meta({ example: "2025-final" });
export const stage = z.enum(["primary", "junior", "senior"]);
export const grade = z.int().min(1).max(12);
/** Subjects and classes are short labels, not sentences: letters of any script, digits and a few signs. */
export const subject = z
  .string()
  .regex(/^[\p{L}\p{N}._-]{1,32}$/u)
  .meta({ example: "chemistry" });
export const className = z.string().regex(CLASS_NAME).meta({ example: "3" });
export const period = z
  .string()
  .min(4)
  .max(20)
  .meta({ example: "2024-2025-2", description: "2025 | 2024-2025 | 2024-2025-1 | 2025-03 | 2025-W12 | 2022..2025" });
/** A moment: ISO 8601 with its offset, or a date in China (a closing date includes the whole day). */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

// --- what a bureau sets up -------------------------------------------------------------------------------------------

export const regionBody = z.strictObject({ name: label("name of the region"), parent: regionCode.nullable().default(null) });

export const region = regionBody.extend({ region: regionCode });

export const role = z.enum(["bureau", "school", "viewer"]);
export const tokenBody = z
  .strictObject({ role, school: schoolCode.nullable().default(null), expires: moment })
  .refine((body) => (body.role === "school") === (body.school !== null), {
    path: ["school"],
    message: "role school names its school, the other roles name none",
  });
export const tokenId = z.string().regex(/^[0-9A-Za-z_-]{8,32}$/);
export const tokenIssued = z.strictObject({ id: tokenId, token: z.string(), role, school: schoolCode.nullable(), expires: z.string() });
/** What is shown of a token afterwards: never the token itself, which is kept only as a hash. */
export const token = tokenIssued.omit({ token: true }).extend({ revoked: z.string().nullable() });
export const tokens = z.strictObject({ tokens: z.array(token) });
/** The tokens of the demo region, handed out on the machine of whoever tries the product, and nowhere else. */
export const demo = z.strictObject({
  region: regionCode,
  tokens: z.strictObject({ bureau: z.string(), viewer: z.string(), schools: z.record(schoolCode, z.string()) }),
});

export const schoolBody = z.strictObject({
  name: label("name of the school"),
  stages: z.array(stage).min(1),
  setting: z.enum(["城区", "镇区", "乡村"]).nullable().default(null),
  type: z.string().max(40).nullable().default(null),
  groups: z.array(z.string().min(1).max(40)).max(50).default([]),
});
export const school = schoolBody.extend({ school: schoolCode });
export const schoolsBody = z.strictObject({ schools: z.array(school).min(1).max(5000) });
export const schoolsStored = z.strictObject({ schools: whole });

/** The grid of marks: 2 = half marks, 10 = tenths, 1000 = thousandths. */
export const grid = z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(10), z.literal(100), z.literal(1000)]);
const mark = z.number().min(0).max(100_000);
export const paper = z.strictObject({
  stage,
  grade,
  subject,
  full: mark.positive().meta({ description: "full mark" }),
  grid: grid.default(2),
  lines: z
    .strictObject({ pass: mark.nullable().default(null), excellent: mark.nullable().default(null), low: mark.nullable().default(null) })
    .default({ pass: null, excellent: null, low: null })
    .meta({ description: "marks; null derives 60 %, 85 % and 40 % of the full mark" }),
  before: z
    .strictObject({ name: label("the earlier exam"), full: mark.positive(), grid })
    .nullable()
    .default(null)
    .meta({ description: "the entry mark that value-added is measured against" }),
});
export const exam = z.strictObject({ name: label("name of the exam"), papers: z.array(paper).min(1).max(200) });
export const form = z.enum(["exam", "resources"]);
export const collectionBody = z.strictObject({
  name: label("name of the collection"),
  form,
  period,
  exam: exam.nullable().default(null),
  opens: moment.nullable().default(null),
  closes: moment.nullable().default(null),
  required: z
    .array(schoolCode)
    .max(5000)
    .nullable()
    .default(null)
    .meta({ description: "schools asked to submit; null asks every school of the region" }),
  baseline: collectionId.nullable().default(null).meta({ description: "an earlier, closed collection: changes are measured against it" }),
});
export const collection = collectionBody.extend({ collection: collectionId });

export const operator = z.enum(OPERATORS);
const unit = z.union([regionCode, schoolCode]);
export const target = z.strictObject({
  indicator: z.string().max(80),
  stage: stage.nullable().default(null),
  unit: unit.nullable().default(null).meta({ description: "whom the target is for; null is the region and every school in it" }),
  period,
  operator,
  value: z.number().meta({ description: "rates are fractions: 0.95, not 95" }),
  source: z.string().min(1).max(200),
});
export const targetsBody = z.strictObject({ targets: z.array(target).max(2000) });

// --- what a school sends ---------------------------------------------------------------------------------------------

export const states = z.strictObject({ sat: pupils, absent: pupils, deferred: pupils, exempt: pupils, misconduct: pupils, left: pupils });
export const scores = z.strictObject({
  grid,
  states,
  counts: z
    .array(z.tuple([whole, pupils.min(1)]))
    .max(20_000)
    .meta({ description: "[mark x grid, pupils], ascending, each mark once" }),
});
/** Sums over pupils with both marks; before and after are whole numbers: mark x grid. */
export const pairs = z.strictObject({
  grid: z.strictObject({ before: grid, after: grid }),
  matched: pupils,
  unmatched: pupils,
  before: sum,
  after: sum,
  before2: sum,
  after2: sum,
  product: sum,
});
/** Pupils judged over all subjects of a grade at the papers' pass lines. */
export const joint = z.strictObject({ pupils, passed: pupils });
export const resourceName = z.enum([
  "teachers.overqualified",
  "teachers.backbone",
  "teachers.pearts",
  "area.teaching",
  "area.sports",
  "equipment.value",
  "rooms.multimedia",
]);
/** Whole numbers: people and rooms as counted, areas in 0.01 square metres, money in fen. */
export const resources = z.strictObject({ pupils: pupils.min(1), amounts: z.partialRecord(resourceName, amount) });

export const slice = z
  .strictObject({
    stage,
    grade: grade.nullable().default(null),
    subject: subject.nullable().default(null),
    class: className.nullable().default(null),
    scores: scores.optional(),
    pairs: pairs.optional(),
    joint: joint.optional(),
    resources: resources.optional(),
  })
  .meta({ description: "a part of the school (stage, grade, subject, class) and its whole numbers" });
export const submissionBody = z.strictObject({
  definitions: z.string().max(40).meta({ description: "version of the definitions, from GET /api/indicators" }),
  slices: z.array(slice).min(1).max(1000),
});

export const receipt = z.strictObject({
  receipt: z.string(),
  region: regionCode,
  collection: collectionId,
  school: schoolCode,
  revision: z.int().min(1),
  definitions: z.string(),
  sha256: z.string().meta({ description: "of the canonical body" }),
  received: z.string(),
  withdrawn: z.boolean(),
});
export const submission = z.strictObject({ receipt, body: submissionBody.nullable() });

// --- what is read back -----------------------------------------------------------------------------------------------

const place = { stage, grade: grade.nullable(), subject: subject.nullable() };
export const reading = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });
export const figure = z.strictObject({
  indicator: z.string(),
  ...place,
  resource: resourceName.nullable(),
  value: z.number().nullable().meta({ description: "rates are fractions; null where there is none, and `why` says why" }),
  counts: z.strictObject({ numerator: whole, denominator: whole }).nullable().meta({ description: "of a rate: how many of how many" }),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  reading: reading.nullable().meta({ description: "the open reading this figure rests on" }),
  estimate: z.boolean(),
  why: words.nullable(),
});
export const verdict = z.strictObject({
  indicator: z.string(),
  ...place,
  resource: resourceName.nullable(),
  unit: z.string(),
  operator,
  limit: z.number(),
  source: z.string(),
  origin: z.enum(["region", "default"]),
  verdict: z.enum(["met", "missed", "undecided"]),
  value: z.number().nullable(),
  gap: z.number().nullable().meta({ description: "value minus limit" }),
  needed: whole.nullable().meta({ description: "pupils more who must reach the line" }),
  reading: reading.nullable(),
  reason: words.nullable(),
});
export const sliceTotal = z.strictObject({
  ...place,
  full: z.number(),
  lines: z.strictObject({ pass: z.number(), excellent: z.number(), low: z.number() }),
  scores: scores.meta({ description: "the exact distribution of the region" }),
});
export const coverage = z.strictObject({ required: whole, submitted: whole, missing: z.array(schoolCode) });
export const lineage = z.strictObject({
  school: schoolCode,
  revision: z.int(),
  sha256: z.string().nullable().meta({ description: "null to a viewer: few marks could be found from it by trying" }),
  received: z.string(),
  definitions: z.string(),
});
export const rollup = z.strictObject({
  region: regionCode,
  collection: collectionId,
  period,
  definitions: z.string(),
  coverage,
  totals: z.array(sliceTotal),
  figures: z.array(figure),
  verdicts: z.array(verdict),
  schools: z.array(z.strictObject({ school: schoolCode, name: z.string(), figures: z.array(figure), verdicts: z.array(verdict) })),
  lineage: z.array(lineage),
});
export const recount = z.strictObject({
  identical: z.boolean(),
  submissions: whole,
  slices: whole,
  differences: z
    .array(z.string())
    .meta({ description: "slices whose stored sum is not the recounted one, and submissions that are not what their receipt says" }),
  audit: z
    .strictObject({ entries: whole, intact: z.boolean() })
    .meta({ description: "whether every entry of the audit follows from the one before" }),
});

export const overview = z.strictObject({
  region: regionCode,
  name: z.string(),
  parent: regionCode.nullable(),
  role: z.enum(["admin", "bureau", "school", "viewer"]),
  school: schoolCode.nullable(),
  schools: z.array(school).meta({ description: "to a school token: its own school only" }),
  collections: z.array(collection),
  targets: z.array(target),
});

export const indicator = z.strictObject({
  id: z.string(),
  version: z.int(),
  names: words,
  kind: z.string(),
  stages: z.array(stage),
  unit: z.string(),
  formula: words,
  better: z.enum(["high", "low", "none"]),
  source: z.string(),
  targets: z.array(z.strictObject({ stage: stage.nullable(), operator, value: z.number() })),
  reading: reading.nullable(),
  estimate: z.boolean(),
});
export const catalogue = z.strictObject({ definitions: z.string(), indicators: z.array(indicator) });
export const health = z.strictObject({ ok: z.literal(true), definitions: z.string() });

/** RFC 9457. `reason` is for machines and never changes; `errors` names each place. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  reason: z.string(),
  words,
  errors: z.array(z.strictObject({ at: z.string(), message: z.string() })).optional(),
});

export type Stage = z.infer<typeof stage>;
export type RegionBody = z.infer<typeof regionBody>;
export type Region = z.infer<typeof region>;
export type Role = z.infer<typeof role>;
export type TokenBody = z.infer<typeof tokenBody>;
export type TokenIssued = z.infer<typeof tokenIssued>;
export type Token = z.infer<typeof token>;
export type Tokens = z.infer<typeof tokens>;
export type Demo = z.infer<typeof demo>;
export type SchoolBody = z.infer<typeof schoolBody>;
export type School = z.infer<typeof school>;
export type SchoolsBody = z.infer<typeof schoolsBody>;
export type SchoolsStored = z.infer<typeof schoolsStored>;
export type Paper = z.infer<typeof paper>;
export type CollectionBody = z.infer<typeof collectionBody>;
export type Collection = z.infer<typeof collection>;
export type Operator = z.infer<typeof operator>;
export type Target = z.infer<typeof target>;
export type Scores = z.infer<typeof scores>;
export type Pairs = z.infer<typeof pairs>;
export type Joint = z.infer<typeof joint>;
export type ResourceName = z.infer<typeof resourceName>;
export type Resources = z.infer<typeof resources>;
export type Slice = z.infer<typeof slice>;
export type SubmissionBody = z.infer<typeof submissionBody>;
export type Receipt = z.infer<typeof receipt>;
export type Submission = z.infer<typeof submission>;
export type Reading = z.infer<typeof reading>;
export type Figure = z.infer<typeof figure>;
export type Verdict = z.infer<typeof verdict>;
export type SliceTotal = z.infer<typeof sliceTotal>;
export type Coverage = z.infer<typeof coverage>;
export type Lineage = z.infer<typeof lineage>;
export type Rollup = z.infer<typeof rollup>;
export type Recount = z.infer<typeof recount>;
export type Overview = z.infer<typeof overview>;
export type IndicatorView = z.infer<typeof indicator>;
export type Catalogue = z.infer<typeof catalogue>;
export type Health = z.infer<typeof health>;
export type Problem = z.infer<typeof problem>;
