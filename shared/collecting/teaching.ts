/**
 * 任课表: who teaches a subject in a class, under a code of the school's own. A class too small to be sent on its own is listed too: else
 * the sum of a teacher's other classes would pass for all of them.
 */
import type { Slice, SubmissionBody, Teaching } from "../contract.ts";
import type { Finding } from "../exam.ts";
import { NO_PERSON } from "./personal.ts";

/** Letters of the Latin alphabet and digits, with - and _ between them: no name fits in Chinese; and no number of a telephone or identity card, which tells who it is as well. */
export const TEACHER_CODE = new RegExp(`^${NO_PERSON}(?![_-])[0-9A-Za-z_-]{1,16}(?<![_-])$`);

type Place = Pick<Slice, "stage" | "grade" | "subject" | "class">;

function keyOf({ stage, grade, subject, class: own }: Place): string {
  return [stage, grade, subject, own].join("|");
}

/** The lines whose grade is sent in that subject, as a whole or by classes; of the others nothing can be read. */
export function taughtIn(slices: readonly Slice[], teaching: readonly Teaching[]): Teaching[] {
  const gradeOf = ({ stage, grade, subject }: Omit<Place, "class">) => [stage, grade, subject].join("|");
  const sent = new Set(slices.filter((slice) => slice.scores).map(gradeOf));
  return teaching.filter((line) => sent.has(gradeOf(line)));
}

/** What is wrong with the 任课表 of a submission: a grade and subject that is not sent, or a class that is given to two teachers in a subject. */
export function checkTeaching({ slices, teaching = [] }: SubmissionBody): Finding[] {
  const known = new Set(taughtIn(slices, teaching));
  const seen = new Set<string>();
  return teaching.flatMap((line, at): Finding[] => {
    const found: Finding[] = [];
    const say = (zh: string, en: string) => found.push({ at: `teaching[${at}]`, words: { zh, en } });
    if (!known.has(line)) say("没有这个年级这一学科的成绩。", "there are no marks of this grade and subject");
    if (seen.has(keyOf(line))) say("同一个班的同一学科写了两次。", "this subject of this class is given twice");
    seen.add(keyOf(line));
    return found;
  });
}
