/** Questions that cells ask the Worker, many in one request, and their answers. */
import { z } from "zod";
import { className, grade, stage, subject, words } from "./base.ts";

/** A code or a name, as somebody typed it into a cell. */
const named = z.string().min(1).max(100);

export const askSlice = z.strictObject({
  stage: stage.nullable(),
  grade: grade.nullable(),
  subject: subject.nullable(),
  class: className.nullable(),
});
export const question = z.discriminatedUnion("ask", [
  z.strictObject({
    ask: z.literal("actual"),
    collection: named,
    indicator: named,
    unit: named,
    slice: askSlice,
    line: z.number().nullable().meta({ description: "a mark: the share is read at this line instead of the paper's" }),
  }),
  z.strictObject({ ask: z.literal("rollup"), collection: named, family: named.nullable() }),
  z.strictObject({ ask: z.literal("schools"), collection: named, indicator: named }),
  z.strictObject({ ask: z.literal("submitted"), collection: named }),
  z.strictObject({ ask: z.literal("lineage"), collection: named, indicator: named, unit: named }),
]);
export const askBody = z.strictObject({
  questions: z
    .array(
      z.strictObject({ question, held: z.string().max(80).nullable().meta({ description: "the state of the answer the asker holds" }) }),
    )
    .min(1)
    .max(1500),
});

const askCell = z.union([z.string(), z.number(), words]);
export const askAnswer = z.union([
  z.strictObject({ value: z.number() }),
  z.strictObject({ rows: z.array(z.array(askCell)) }),
  z.strictObject({ refused: words }),
  z.strictObject({ same: z.literal(true) }).meta({ description: "what the asker holds is still so" }),
]);
export const askAnswers = z.strictObject({
  state: z.string().meta({ description: "of the region: another one once anything in it has changed" }),
  answers: z.array(askAnswer),
});

export type AskSlice = z.infer<typeof askSlice>;
export type Question = z.infer<typeof question>;
export type AskBody = z.infer<typeof askBody>;
export type AskCell = z.infer<typeof askCell>;
export type AskAnswer = z.infer<typeof askAnswer>;
export type AskAnswers = z.infer<typeof askAnswers>;
