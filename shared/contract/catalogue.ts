/** The catalogue as it crosses the wire: definitions as data, with what is derived from them. */
import { z } from "zod";
import { stage, words } from "./base.ts";
import { reading } from "./read.ts";
import { operator, release } from "./setup.ts";

const limit = z.strictObject({ stage: stage.nullable(), operator, value: z.number(), upTo: z.number().nullable() });
export const indicator = z.strictObject({
  id: z.string(),
  aliases: z.array(z.string()),
  version: z.int(),
  from: z.string().meta({ description: "in force from the first day of this month" }),
  names: words,
  family: z.string(),
  form: z.string(),
  kind: z
    .looseObject({ kind: z.string() })
    .meta({ description: "the kind with its own words; GET /api/openapi.json does not repeat them" }),
  stages: z.array(stage),
  periods: z.array(z.string()),
  levels: z.array(z.string()),
  unit: z.string(),
  measure: words.nullable(),
  better: z.enum(["high", "low", "none"]),
  source: z.string(),
  sourceNames: words,
  clause: z.string(),
  confidence: z.enum(["high", "medium", "low"]),
  targets: z.array(limit),
  judged: z.enum(["limit", "direction", "open", "unset"]),
  why: words.nullable(),
  readings: z.array(reading),
  options: z.array(z.strictObject({ id: z.string(), names: words, choices: z.array(reading), source: words })),
  restricted: words.nullable(),
  estimate: z.boolean(),
  reads: z.looseObject({ from: z.string() }),
  inputs: z.array(z.strictObject({ id: z.string(), names: words, shape: z.string(), optional: z.boolean() })),
  reports: z
    .strictObject({ keys: z.array(z.string()).nullable(), looks: words.nullable() })
    .nullable()
    .meta({
      description: "the keys of its whole numbers in a submission's `entered`; where keys is null, `looks` says what they look like",
    }),
  formula: words,
  native: z
    .string()
    .nullable()
    .meta({ description: "native Excel formula over the cells A1, B1 … or the ranges A2:A9 …, in the order of the inputs" }),
  example: z.strictObject({ inputs: z.array(z.unknown()), value: z.number() }).nullable(),
});
export const catalogue = z.strictObject({ definitions: z.string(), indicators: z.array(indicator) });
/** One indicator with every version it ever had, oldest first, and what each changed. */
export const indicatorVersions = z.strictObject({
  id: z.string(),
  current: z.int().nullable().meta({ description: "the version in force" }),
  versions: z.array(indicator),
  changes: z.array(
    z.strictObject({
      from: z.int(),
      to: z.int(),
      changed: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
});
/** Behind the question mark of the catalogue: every filter narrows. */
export const cataloguePick = z.strictObject({
  q: z.string().max(80).optional().meta({ description: "Chinese, English, an id, or the initials of the pinyin: yxl finds 优秀率" }),
  family: z.string().max(40).optional(),
  stage: stage.optional(),
  source: z.string().max(40).optional(),
  kind: z.string().max(40).optional(),
  release: release.optional().meta({ description: "the release in force today where it is left out" }),
});
/** Inputs in their declared order, each one cell, a column, or rows of cells, as INDICATOR takes them. */
const cell = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
export const computeBody = z.strictObject({
  inputs: z.array(z.union([cell, z.array(cell).max(5000), z.array(z.array(cell).max(30)).max(5000)])).max(30),
  stage: stage.nullable().default(null),
  version: z.int().nullable().default(null),
});
export const computed = z.strictObject({
  indicator: z.string(),
  version: z.int(),
  value: z.number().nullable(),
  counts: z.strictObject({ numerator: z.string(), denominator: z.string() }).nullable(),
  limit: limit.nullable(),
  verdict: z.enum(["met", "missed", "undecided"]),
  readings: z.array(reading),
  explanation: words,
});

export type IndicatorView = z.infer<typeof indicator>;
export type Catalogue = z.infer<typeof catalogue>;
export type IndicatorVersions = z.infer<typeof indicatorVersions>;
export type ComputeBody = z.infer<typeof computeBody>;
export type ComputedView = z.infer<typeof computed>;
