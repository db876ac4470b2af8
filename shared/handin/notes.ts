/** What is wrong with the explanations of a submission: too many, or a number that tells who somebody is. Nobody leaves any out or mends it. */

import { holdsPersonal } from "../collecting/personal.ts";
import type { Note } from "../contract.ts";
import type { Finding } from "../exam.ts";
import { invalid, type Words } from "../refusal.ts";

/** As many as the Worker takes (shared/contract/send.ts). */
export const MOST_NOTES = 200;

/** What to say of an explanation that holds such a number; the number is not repeated. */
export const PERSONAL_NOTE: Words = {
  zh: "说明里有电话、身份证号或学籍号，请删去。",
  en: "the note holds a telephone number, or the number of an identity card or a pupil: take it out",
};

/** What to say of explanations that cannot be taken; `null` where they can. */
export function notesFault(notes: readonly Note[] = []): Words | null {
  const count = notes.length;
  if (count > MOST_NOTES)
    return {
      zh: `说明有 ${count} 条，一份填报最多 ${MOST_NOTES} 条：请去掉 ${count - MOST_NOTES} 条，同样的原因只写一次。`,
      en: `there are ${count} explanations, and a submission has at most ${MOST_NOTES}: take out ${count - MOST_NOTES}; one reason is written once`,
    };
  return notes.some(({ text }) => holdsPersonal(text)) ? PERSONAL_NOTE : null;
}

/** Each explanation that holds such a number, by its field. */
export function personalNotes(notes: readonly Note[] = []): Finding[] {
  return notes.flatMap(({ text }, at) => (holdsPersonal(text) ? [{ at: `notes[${at}].text`, words: PERSONAL_NOTE }] : []));
}

export function checkNotes(notes: readonly Note[] | undefined): void {
  const words = notesFault(notes);
  if (words) throw invalid(words.zh, words.en);
}
