/** What a school sends: slices of whole numbers, and the receipt it gets. */
import { z } from "zod";
import { amount, className, collectionId, grade, pupils, regionCode, schoolCode, stage, subject, sum, teacher, whole } from "./base.ts";
import { grid } from "./setup.ts";

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
export const joint = z.strictObject({
  pupils,
  passed: pupils,
  lowest: z
    .array(z.tuple([whole.max(100), pupils.min(1)]))
    .max(101)
    .optional()
    .meta({
      description:
        "[per cent, pupils], ascending: the whole per cent of the full mark that a pupil reaches in every subject; who was away in one is in none",
    }),
  papers: z
    .record(subject, z.strictObject({ full: z.number().positive().max(100_000), pass: z.number().min(0).max(100_000) }))
    .optional()
    .meta({
      description:
        "subject -> the full mark and the pass line it was counted at; counts of other papers or lines than the exam's are refused",
    }),
});
export const resourceName = z.enum([
  "teachers.overqualified",
  "teachers.backbone",
  "teachers.pearts",
  "area.teaching",
  "area.sports",
  "equipment.value",
  "rooms.multimedia",
]);
export const resources = z.strictObject({
  pupils: pupils.min(1),
  amounts: z
    .partialRecord(resourceName, amount)
    .meta({ description: "whole numbers: people and rooms as counted, areas in 0.01 square metres, money in fen" }),
});

/** Whole numbers under the names of an indicator's inputs (GET /api/indicators/{id}); amounts are hundredths: 2.5 hours are 250. */
export const entered = z.record(z.string().max(80), z.record(z.string().max(40), amount)).meta({
  example: { "teacher.backbone.share": { of: 25, among: 100 } },
});

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
    entered: entered.optional(),
  })
  .meta({ description: "a part of the school (stage, grade, subject, class) and its whole numbers" });
/** What a school says about a finding it was asked about; it travels with the figures and stands beside them. */
export const note = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .meta({ description: "the finding's code", example: "class-without-teacher" }),
  sheet: z.string().min(1).max(31).nullable().meta({ description: "the sheet it is about; null: the file as a whole" }),
  cell: z
    .string()
    .regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
    .nullable(),
  text: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .regex(/^(?:[\n\t]|[^\p{Cc}])+$/u, "no control characters")
    .meta({ description: "the explanation, by the school; no names of persons" }),
});
/** Who teaches a subject in a class; a class too small to be sent on its own is listed too. */
export const teaching = z.strictObject({ stage, grade, class: className, subject, teacher });
export const submissionBody = z.strictObject({
  definitions: z.string().max(40).meta({ description: "version of the definitions, from GET /api/indicators" }),
  slices: z.array(slice).min(1).max(1000),
  notes: z.array(note).min(1).max(200).optional(),
  teaching: z
    .array(teaching)
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: "of an exam: one teacher for each class and subject, for sums by teacher and subject group" }),
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

export type Scores = z.infer<typeof scores>;
export type Pairs = z.infer<typeof pairs>;
export type Joint = z.infer<typeof joint>;
export type ResourceName = z.infer<typeof resourceName>;
export type Resources = z.infer<typeof resources>;
export type Entered = z.infer<typeof entered>;
export type Slice = z.infer<typeof slice>;
export type Note = z.infer<typeof note>;
export type Teaching = z.infer<typeof teaching>;
export type SubmissionBody = z.infer<typeof submissionBody>;
export type Receipt = z.infer<typeof receipt>;
export type Submission = z.infer<typeof submission>;
