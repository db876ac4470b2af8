/** The 优质均衡 check as it crosses the wire (shared/balance/result.ts says what each part means). */
import { z } from "zod";
import { collectionId, regionCode, schoolCode, whole, words } from "./base.ts";
import { coverage, readingInForce } from "./read.ts";
import { resourceName } from "./send.ts";
import { operator } from "./setup.ts";

const outcome = z.enum(["met", "missed", "undecided"]);
const balanceStage = z.enum(["primary", "junior"]);
const balanceValue = z.strictObject({
  resource: resourceName,
  value: z.number().nullable(),
  requirement: z.number(),
  met: z.boolean().nullable(),
  floor: z.number().meta({ description: "85 % of the requirement, an exact product" }),
  aboveFloor: z.boolean().nullable(),
  printedFloor: z.number().meta({ description: "the same as tables print it" }),
  abovePrintedFloor: z.boolean().nullable(),
});
const balanceSchool = z.strictObject({
  school: schoolCode,
  name: z.string(),
  stage: balanceStage,
  pupils: whole.nullable(),
  split: z.boolean().meta({ description: "shared amounts were split between the stages of the school" }),
  values: z.array(balanceValue),
  met: whole.nullable(),
  restAboveFloor: z.boolean().nullable(),
  verdict: outcome,
  reason: words.nullable(),
});
const balanceDispersion = z.strictObject({
  resource: resourceName,
  weighted: z.number().nullable(),
  unweighted: z.number().nullable(),
  operator,
  limit: z.number(),
  verdict: outcome,
  reason: words.nullable(),
});
const balanceStageRead = z.strictObject({
  stage: balanceStage,
  pupils: whole,
  schools: whole,
  passing: whole,
  dispersions: z.array(balanceDispersion),
  verdict: outcome,
  reason: words.nullable(),
});
const balanceItem = z.strictObject({
  group: z.enum(["precondition", "assurance", "quality", "recognition"]),
  item: whole,
  indicator: z.string(),
  version: z.int(),
  names: words,
  clause: words,
  state: z.enum(["met", "missed", "undecided", "not entered"]),
  value: z.number().nullable(),
});
export const balanceQuery = z.strictObject({
  items: collectionId
    .optional()
    .meta({ description: "the collection of form indicators in which the 15 + 9 items and recognition were reported" }),
});
export const balance = z.strictObject({
  region: regionCode,
  collection: collectionId,
  definitions: z.string(),
  coverage,
  schools: z.array(balanceSchool),
  stages: z.array(balanceStageRead),
  items: z.array(balanceItem),
  outside: z.array(z.strictObject({ school: schoolCode, name: z.string(), why: words })),
  verdict: outcome,
  reason: words.nullable(),
  readings: z.array(readingInForce),
});

export type BalanceQuery = z.infer<typeof balanceQuery>;
export type Balance = z.infer<typeof balance>;
