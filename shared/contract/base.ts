/** The small shapes that the others are made of: codes, numbers, words. */
import { z } from "zod";
import { COLLECTION_ID, REGION_CODE, SCHOOL_CODE, SUBJECT } from "../codes.ts";
import { TEACHER_CODE } from "../collecting/teaching.ts";
import { CLASS_NAME } from "../slice.ts";

export const whole = z.int().min(0);
/** So many pupils no region has, and so much no school owns; 5000 schools of them still add up below 2^53. */
export const pupils = z.int().min(0).max(10_000_000);
export const amount = z.int().min(0).max(1_000_000_000_000);
/** A whole number that may pass 2^53: as a number while it is safe, else as decimal digits. */
export const sum = z
  .union([whole, z.string().regex(/^\d{1,40}$/)])
  .meta({ description: "whole number, or its decimal digits where it passes 2^53" });
export const words = z.strictObject({ zh: z.string(), en: z.string() });
export const label = (description: string) => z.string().trim().min(1).max(100).meta({ description });

export const regionCode = z.string().regex(REGION_CODE, "six digits, GB/T 2260").meta({ example: "370811" });
export const schoolCode = z.string().regex(SCHOOL_CODE, "1 to 32 of 0-9 A-Z a-z -").meta({ example: "S01" });
export const collectionId = z.string().regex(COLLECTION_ID, "1 to 64 of a-z 0-9 -").meta({ example: "2025-final" });
export const stage = z.enum(["primary", "junior", "senior"]);
export const grade = z.int().min(1).max(12);
/** Subjects and classes are short labels, not sentences: letters of any script, digits and a few signs. */
export const subject = z.string().regex(SUBJECT).meta({ example: "chemistry" });
export const className = z.string().regex(CLASS_NAME).meta({ example: "3" });
/** A code of the school's own, never a name: letters a-z and digits, between them - and _. */
export const teacher = z
  .string()
  .regex(TEACHER_CODE, "1 to 16 of 0-9 A-Z a-z, between them _ or -, no number of a telephone or identity card")
  .meta({ example: "T01" });
export const period = z
  .string()
  .min(4)
  .max(20)
  .meta({ example: "2024-2025-2", description: "2025 | 2024-2025 | 2024-2025-1 | 2025-03 | 2025-W12 | 2022..2025" });
/** A moment: ISO 8601 with its offset, or a date in China (a closing date includes the whole day). */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

export type Stage = z.infer<typeof stage>;
