/** What is read back: figures, verdicts, rollups, and refusals. */
import { z } from "zod";
import { collectionId, grade, period, regionCode, schoolCode, stage, subject, whole, words } from "./base.ts";
import { note, resourceName, scores } from "./send.ts";
import { choice, collection, decision, operator, school, target } from "./setup.ts";

const place = { stage, grade: grade.nullable(), subject: subject.nullable() };
export const reading = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });
/** A reading in force: fixed by the definition, its default, or decided by the region. */
export const readingInForce = reading.extend({
  decided: decision.nullable().meta({ description: "who in the region chose it, when and why; null where nobody did" }),
});
export const figure = z.strictObject({
  indicator: z.string(),
  ...place,
  resource: resourceName.nullable(),
  value: z.number().nullable().meta({ description: "rates are fractions; null where there is none, and `why` says why" }),
  counts: z.strictObject({ numerator: whole, denominator: whole }).nullable().meta({ description: "of a rate: how many of how many" }),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  readings: z.array(z.string()).meta({ description: "ids of what this figure rests on: the texts stand once in the rollup" }),
  estimate: z.boolean(),
  why: words.nullable().meta({ description: "why there is no value, or why a value is shown and not judged" }),
});
export const verdict = z.strictObject({
  indicator: z.string(),
  ...place,
  resource: resourceName.nullable(),
  unit: z.string(),
  operator,
  limit: z.number(),
  upTo: z.number().nullable().meta({ description: "the other end, of between" }),
  source: z.string(),
  origin: z.enum(["region", "default"]),
  verdict: z.enum(["met", "missed", "undecided"]),
  value: z.number().nullable(),
  gap: z.number().nullable().meta({ description: "value minus limit" }),
  needed: whole.nullable().meta({ description: "pupils more who must reach the line" }),
  readings: z.array(z.string()),
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
  readings: z.array(readingInForce),
  coverage,
  totals: z.array(sliceTotal),
  figures: z.array(figure),
  verdicts: z.array(verdict),
  schools: z.array(
    z.strictObject({
      school: schoolCode,
      name: z.string(),
      figures: z.array(figure),
      verdicts: z.array(verdict),
      notes: z.array(note).meta({ description: "what the school explains; none to a viewer" }),
    }),
  ),
  lineage: z.array(lineage),
});
const side = z.strictObject({ value: z.number().nullable(), verdicts: z.array(z.enum(["met", "missed", "undecided"])) });
export const effectRow = z.strictObject({ indicator: z.string(), ...place, resource: resourceName.nullable(), now: side, other: side });
export const effectQuery = z
  .strictObject({
    version: z.string().max(90).optional().meta({ example: "exam.pass@2" }),
    option: z.string().max(80).optional(),
    choice: z.string().max(80).optional(),
  })
  .meta({ description: "a version of a definition, or an option with a choice" });
/** What another version of a definition, or another choice, would do to each unit. */
export const effect = z.strictObject({
  region: regionCode,
  collection: collectionId,
  units: z.array(z.strictObject({ unit: z.string(), name: z.string(), rows: z.array(effectRow) })),
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
  choices: z.array(choice),
});

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

export type Reading = z.infer<typeof reading>;
export type ReadingInForce = z.infer<typeof readingInForce>;
export type Figure = z.infer<typeof figure>;
export type Verdict = z.infer<typeof verdict>;
export type SliceTotal = z.infer<typeof sliceTotal>;
export type Coverage = z.infer<typeof coverage>;
export type Lineage = z.infer<typeof lineage>;
export type Rollup = z.infer<typeof rollup>;
export type EffectRow = z.infer<typeof effectRow>;
export type EffectQuery = z.infer<typeof effectQuery>;
export type Effect = z.infer<typeof effect>;
export type Recount = z.infer<typeof recount>;
export type Overview = z.infer<typeof overview>;
export type Health = z.infer<typeof health>;
export type Problem = z.infer<typeof problem>;
