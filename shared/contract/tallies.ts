/** What stands in a collection, as it was sent: what the add-in counts from when it asks "what if". */
import { z } from "zod";
import { collectionId, regionCode, schoolCode } from "./base.ts";
import { submissionBody } from "./send.ts";

const standing = z
  .array(z.strictObject({ school: schoolCode, revision: z.int().min(1), sha256: z.string(), body: submissionBody }))
  .meta({ description: "the body that stands of every school, in the order of codes; to a school, its own" });

export const tallies = z.strictObject({
  state: z.string().meta({ description: "of the region: another one once anything in it has changed" }),
  region: regionCode,
  collection: collectionId,
  standing,
  baseline: z
    .strictObject({ collection: collectionId, standing })
    .nullable()
    .meta({ description: "null where there is none to compare with: it has not closed, or a required school is missing in it" }),
});
/** To who holds an answer of this state already. */
export const talliesAnswer = z.union([z.strictObject({ same: z.literal(true) }), tallies]);
export const talliesQuery = z.strictObject({ held: z.string().max(80).optional().meta({ description: "the state of the answer held" }) });

export type Tallied = z.infer<typeof tallies>;
export type TalliesAnswer = z.infer<typeof talliesAnswer>;
export type TalliesQuery = z.infer<typeof talliesQuery>;
