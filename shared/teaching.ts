/** 任课表: who teaches a subject in a class, under a code of the school's own. The classes are slices of the same submission. */
import type { Slice, SubmissionBody, Teaching } from "./contract.ts";
import type { Finding } from "./exam.ts";

/** Letters of the Latin alphabet, digits, - and _: no name fits in Chinese; and no mobile number, which tells who it is as well. */
export const TEACHER_CODE = /^(?!1[3-9]\d{9}$)[0-9A-Za-z_-]{1,16}$/;

type Place = Pick<Slice, "stage" | "grade" | "subject" | "class">;

function keyOf({ stage, grade, subject, class: own }: Place): string {
  return [stage, grade, subject, own].join("|");
}

/** The lines whose class is sent in that subject; of the others nothing can be read. */
export function taughtIn(slices: readonly Slice[], teaching: readonly Teaching[]): Teaching[] {
  const sent = new Set(slices.filter((slice) => slice.scores && slice.class !== null).map(keyOf));
  return teaching.filter((line) => sent.has(keyOf(line)));
}

/** What is wrong with the 任课表 of a submission: a class that is not sent, or one that is given to two teachers in a subject. */
export function checkTeaching({ slices, teaching = [] }: SubmissionBody): Finding[] {
  const known = new Set(taughtIn(slices, teaching));
  const seen = new Set<string>();
  return teaching.flatMap((line, at): Finding[] => {
    const found: Finding[] = [];
    const say = (zh: string, en: string) => found.push({ at: `teaching[${at}]`, words: { zh, en } });
    if (!known.has(line)) say("没有这个班这一学科的成绩切面。", "there is no slice of marks of this class and subject");
    if (seen.has(keyOf(line))) say("同一个班的同一学科写了两次。", "this subject of this class is given twice");
    seen.add(keyOf(line));
    return found;
  });
}
