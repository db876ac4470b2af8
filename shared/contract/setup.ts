/** What a bureau sets up: regions, tokens, schools, collections, targets. */
import { z } from "zod";
import { RELEASE } from "../codes.ts";
import { LIMIT_OPERATORS } from "../target.ts";
import { collectionId, grade, label, moment, period, regionCode, schoolCode, stage, subject, whole } from "./base.ts";

export const regionBody = z.strictObject({ name: label("name of the region"), parent: regionCode.nullable().default(null) });

export const region = regionBody.extend({ region: regionCode });

export const role = z.enum(["bureau", "school", "viewer"]);
export const tokenBody = z
  .strictObject({
    role,
    school: schoolCode.nullable().default(null),
    expires: moment,
    name: z
      .string()
      .trim()
      .max(40)
      .default("")
      .meta({ description: "whose it is: an office, not a person; it stands beside what is decided with it" }),
  })
  .refine((body) => (body.role === "school") === (body.school !== null), {
    path: ["school"],
    message: "role school names its school, the other roles name none",
  });
export const tokenId = z.string().regex(/^[0-9A-Za-z_-]{8,32}$/);
export const tokenIssued = z.strictObject({
  id: tokenId,
  token: z.string(),
  role,
  school: schoolCode.nullable(),
  expires: z.string(),
  name: z.string(),
});
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
/** Who decided something for the region, when, and why. */
export const decision = z.strictObject({ by: z.string(), at: z.string(), why: z.string() });
/** What a region chooses where a definition leaves something open. */
export const choiceBody = z.strictObject({
  option: z.string().max(80).meta({ example: "excellent-line" }),
  choice: z.string().max(80).meta({ example: "80" }),
  why: z.string().trim().min(1).max(200).meta({ description: "the decision or document it rests on" }),
});
export const choice = choiceBody.extend({ by: z.string(), at: z.string() });
/** A release of the definitions: the month from which they are in force. */
export const release = z.string().regex(RELEASE, "a month, 2026-11");
export const form = z.enum(["exam", "resources", "indicators"]);
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
  indicators: z
    .array(z.string().max(80))
    .min(1)
    .max(400)
    .nullable()
    .default(null)
    .meta({ description: "form indicators: the ids asked for, each reported by whole numbers of its own" }),
  definitions: release
    .nullable()
    .default(null)
    .meta({ description: "the release whose definitions it is read by, for ever; null takes the one in force when it is set up" }),
});
export const collection = collectionBody.extend({
  collection: collectionId,
  definitions: release,
  choices: z.array(choice).nullable().meta({
    description: "of form indicators: the region's choices when it was set up, which say what was counted; null follows the region",
  }),
});

export const operator = z.enum(LIMIT_OPERATORS);
const unit = z.union([regionCode, schoolCode]);
export const targetBody = z.strictObject({
  indicator: z.string().max(80),
  stage: stage.nullable().default(null),
  unit: unit.nullable().default(null).meta({ description: "whom the target is for; null is the region and every school in it" }),
  period,
  operator,
  value: z.number().meta({ description: "rates are fractions: 0.95, not 95" }),
  upTo: z.number().nullable().default(null).meta({ description: "the other end, of between" }),
  source: z.string().min(1).max(200).meta({ description: "why: the document the target is from" }),
});
/** A target as it is kept: with who set it, and when. */
export const target = targetBody.extend({ by: z.string(), at: z.string() });
export const targetsBody = z.strictObject({ targets: z.array(targetBody).max(2000) });
export const targets = z.strictObject({ targets: z.array(target) });

export const choicesBody = z.strictObject({ choices: z.array(choiceBody).max(200) });
export const choices = z.strictObject({ choices: z.array(choice) });

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
export type TargetBody = z.infer<typeof targetBody>;
export type Target = z.infer<typeof target>;
export type ChoiceBody = z.infer<typeof choiceBody>;
export type Choice = z.infer<typeof choice>;
