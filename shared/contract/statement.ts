/** 责任书: what two parties sign. Offices and codes only: there is no place for a person's name, and none for pupils. */
import { z } from "zod";
import { className, collectionId, grade, label, period, regionCode, schoolCode, stage, subject, teacher, whole, words } from "./base.ts";
import { operator } from "./setup.ts";

export const statementLevel = z.enum(["school", "group", "teacher"]);
export const statementId = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, "1 to 64 of a-z 0-9 -")
  .meta({ example: "2025-school" });
const office = z.string().trim().min(1).max(40).meta({ description: "an office, not a person", example: "任城区教育和体育局" });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One target of a statement. Without a number (operator, value and upTo null) it is a direction: listed, and never judged. */
export const statementLine = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,16}$/)
    .meta({ description: "stays with the line from version to version", example: "L1" }),
  indicator: z.string().max(80),
  version: z.int().min(1).meta({ description: "of the definition: the line is judged by it for ever" }),
  stage,
  grade: grade.nullable().default(null),
  subject: subject.nullable().default(null),
  operator: operator.nullable(),
  value: z.number().nullable().meta({ description: "rates are fractions: 0.95, not 95" }),
  upTo: z.number().nullable().default(null).meta({ description: "the other end, of between" }),
  period,
  deadline: z.iso.date().nullable().default(null).meta({ description: "a day inside the period; null is its last day" }),
  source: z.string().trim().min(1).max(200).meta({ description: "the document the target is from" }),
});

export const statementBody = z.strictObject({
  level: statementLevel,
  title: label("title of the statement"),
  group: className
    .nullable()
    .default(null)
    .meta({ description: "level group: the subject group; level teacher: the one the teacher is in" }),
  teacher: teacher.nullable().default(null).meta({ description: "level teacher: the code of the 任课表" }),
  first: office.meta({ description: "甲方: the bureau's office, or the school's for a group or a teacher" }),
  second: office.meta({ description: "乙方: the school, the group, or the post of the teacher" }),
  lines: z.array(statementLine).min(1).max(400),
  choices: z
    .array(z.strictObject({ option: z.string().max(80), choice: z.string().max(80) }))
    .max(100)
    .optional()
    .meta({
      description:
        "what the definitions leave open, as the region had chosen it when this was written: kept by the server, which does not look at what is sent",
    }),
});

export const partyName = z.enum(["first", "second"]);
/** Who signs names what they have read: the version and its hash. */
export const signBody = z.strictObject({
  version: z.int().min(1),
  sha256: sha256.meta({ description: "of the version that was read" }),
  party: partyName,
  role: z.string().trim().min(1).max(40).meta({ description: "the post that signs, not the person", example: "局长" }),
});
export const amendBody = z.strictObject({
  why: z.string().trim().min(1).max(200).meta({ description: "the decision or document it rests on" }),
  statement: statementBody,
});

export const signature = z.strictObject({ party: partyName, office: z.string(), role: z.string(), at: z.string() });
/**
 * draft: nobody has signed, it may be edited. offered: one party has. signed: both have. amended: signed, and a new version is being made.
 * superseded: a later version took its place.
 */
export const statementState = z.enum(["draft", "offered", "signed", "amended", "superseded"]);
/** What a version changed, field by field; of a line that was added or removed, the whole line. */
export const statementChange = z.strictObject({
  line: z.string().nullable().meta({ description: "null: the head of the statement" }),
  what: z.enum(["added", "removed", "changed"]),
  field: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
});
export const statementVersion = z.strictObject({
  version: z.int().min(1),
  revision: z.int().min(1).meta({ description: "counts the writes of the statement, for If-Match" }),
  state: statementState,
  why: z.string().nullable().meta({ description: "why it was amended; null of the first version" }),
  by: z.string(),
  at: z.string(),
  sha256,
  signatures: z.array(signature),
  changes: z.array(statementChange).meta({ description: "against the version before" }),
  body: statementBody,
});

export const statementReceipt = z.strictObject({
  receipt: z.string(),
  region: regionCode,
  school: schoolCode,
  statement: statementId,
  version: z.int().min(1),
  revision: z.int().min(1),
  state: statementState,
  sha256,
  at: z.string(),
});
export const statementHead = z.strictObject({
  school: schoolCode,
  statement: statementId,
  level: statementLevel,
  title: z.string(),
  group: className.nullable(),
  teacher: teacher.nullable(),
  version: z.int().min(1).meta({ description: "the last one" }),
  state: statementState,
  inForce: z.int().min(1).nullable().meta({ description: "the version both parties have signed last" }),
  lines: whole,
  periods: z.array(period).meta({ description: "of the lines of the last version, each once" }),
  signatures: z.array(signature).meta({ description: "of the last version" }),
  outcome: z
    .strictObject({ met: whole, missed: whole, undecided: whole })
    .nullable()
    .meta({ description: "lines of the version in force, or else of the last one, by verdict; null where no collection is named" }),
});
export const statements = z.strictObject({ statements: z.array(statementHead) });

/** How many of the classes that are taught stand behind a figure of a group or a teacher. */
export const classCoverage = z.strictObject({ taught: whole, covered: whole, missing: z.array(z.string()) });
/** A line against what a collection holds: the verdict, and who answers for it. */
export const lineCheck = z.strictObject({
  line: z.string(),
  indicator: z.string(),
  version: z.int(),
  names: words,
  value: z.number().nullable(),
  counts: z.strictObject({ numerator: whole, denominator: whole }).nullable(),
  verdict: z.enum(["met", "missed", "undecided"]),
  gap: z.number().nullable().meta({ description: "value minus limit" }),
  needed: whole.nullable().meta({ description: "pupils more who must reach the line" }),
  reason: words.nullable().meta({ description: "why it is undecided" }),
  coverage: classCoverage.nullable(),
  owner: z.strictObject({ level: statementLevel, unit: schoolCode, group: className.nullable(), teacher: teacher.nullable() }),
  policy: words.nullable().meta({ description: "of a restricted indicator: what policy bars" }),
  shown: z.strictObject({ limit: words.nullable(), value: words.nullable(), gap: words.nullable() }),
});
/** Do the targets below a line, if all are just met, imply it? In counts (pupils, or what the indicator counts). */
export const cascadeLine = z.strictObject({
  line: z.string(),
  indicator: z.string(),
  names: words,
  scope: words.meta({ description: "stage, grade and subject" }),
  implied: z.boolean().nullable().meta({ description: "null where it cannot be told" }),
  short: z.number().meta({ description: "by how many the parts may fall short" }),
  over: z.number().meta({ description: "by how many they may go beyond, where the line has an upper end" }),
  behind: z
    .array(z.strictObject({ name: words, base: z.number(), at: z.number(), by: z.number() }))
    .meta({ description: "parts held less tightly than the whole: where their targets leave them, and by how many that is off" }),
  without: z.array(words).meta({ description: "parts without a target, taken at their worst" }),
  words: words.meta({ description: "the sentence with the numbers in it" }),
});
export const countyCascade = z.strictObject({
  collection: collectionId,
  lines: z.array(cascadeLine),
  missing: z.array(z.string()).meta({ description: "names of the required schools that have not submitted: their heads are not known" }),
  unread: z
    .array(words)
    .meta({ description: "indicators with a target that this collection does not read, as the rollup leaves them out" }),
  unsigned: z.array(z.string()).meta({ description: "names of the schools without a statement of their own" }),
  drafts: z.array(z.string()).meta({ description: "names of the schools whose statement counts here and is not signed by both" }),
});
export const statementQuery = z
  .strictObject({ collection: collectionId.optional() })
  .meta({ description: "the collection against which the lines are judged" });
export const statement = z.strictObject({
  region: regionCode,
  school: schoolCode,
  statement: statementId,
  versions: z.array(statementVersion).meta({ description: "all there ever were, oldest first" }),
  check: z
    .strictObject({
      collection: collectionId,
      version: z.int(),
      lines: z.array(lineCheck),
      cascade: z.array(cascadeLine).nullable().meta({ description: "over the statements below this one; null where there are none" }),
      drafts: z.array(z.string()).meta({ description: "whose statements below this one count there and are not signed by both" }),
    })
    .nullable()
    .meta({ description: "of the version in force, or else of the last one; null where no collection is named" }),
});

export type StatementLevel = z.infer<typeof statementLevel>;
export type StatementLine = z.infer<typeof statementLine>;
export type StatementBody = z.infer<typeof statementBody>;
export type PartyName = z.infer<typeof partyName>;
export type SignBody = z.infer<typeof signBody>;
export type AmendBody = z.infer<typeof amendBody>;
export type Signature = z.infer<typeof signature>;
export type StatementState = z.infer<typeof statementState>;
export type StatementChange = z.infer<typeof statementChange>;
export type StatementVersion = z.infer<typeof statementVersion>;
export type StatementReceipt = z.infer<typeof statementReceipt>;
export type StatementHead = z.infer<typeof statementHead>;
export type Statements = z.infer<typeof statements>;
export type ClassCoverage = z.infer<typeof classCoverage>;
export type LineCheck = z.infer<typeof lineCheck>;
export type CascadeLine = z.infer<typeof cascadeLine>;
export type CountyCascade = z.infer<typeof countyCascade>;
export type StatementQuery = z.infer<typeof statementQuery>;
export type Statement = z.infer<typeof statement>;
