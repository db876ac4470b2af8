/** Where a fault of a submission is, as people know the place: grade, subject and class in place of where it stands in a list. */
import type { SubmissionBody } from "../contract.ts";
import type { Words } from "../refusal.ts";
import { placeWords } from "./place-words.ts";

/** `at` is a place as `checkSubmission` tells it; one that is in no list stays as it is. */
export function faultPlace(at: string, { slices, teaching = [] }: SubmissionBody): Words {
  const [, list, index] = /^(slices|teaching)\[(\d+)\]/.exec(at) ?? [];
  const own = list === "slices" ? slices[Number(index)] : list === "teaching" ? teaching[Number(index)] : undefined;
  if (!own) return { zh: at, en: at };
  const of = (own.class === null ? [own.subject] : [own.class, own.subject]).filter(Boolean).join(" ") || null;
  const { zh, en } = placeWords({ ...own, subject: of });
  return list === "teaching" ? { zh: `任课表 ${zh}`, en: `who teaches ${en}` } : { zh, en };
}
