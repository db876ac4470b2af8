/** How many explanations one submission carries: whoever writes one says when there are more, nobody leaves any out. */
import type { Note } from "../contract.ts";
import { invalid, type Words } from "../refusal.ts";

/** As many as the Worker takes (shared/contract/send.ts). */
export const MOST_NOTES = 200;

/** What to say of too many; `null` where they are not. */
export function tooManyNotes(notes: readonly Note[] | undefined): Words | null {
  const count = notes?.length ?? 0;
  if (count <= MOST_NOTES) return null;
  return {
    zh: `说明有 ${count} 条，一份填报最多 ${MOST_NOTES} 条：请去掉 ${count - MOST_NOTES} 条，同样的原因只写一次。`,
    en: `there are ${count} explanations, and a submission has at most ${MOST_NOTES}: take out ${count - MOST_NOTES}; one reason is written once`,
  };
}

export function checkNotes(notes: readonly Note[] | undefined): void {
  const words = tooManyNotes(notes);
  if (words) throw invalid(words.zh, words.en);
}
