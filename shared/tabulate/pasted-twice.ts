/** One subject's marks under another's name: as they are, or all of them moved by as many marks. */

import type { Counted } from "../handin/consistency/marks.ts";
import { defaultSettings, type Settings } from "../handin/consistency/settings.ts";
import { isWritten } from "../handin/consistency/written.ts";
import type { Words } from "../refusal.ts";
import type { Score } from "../scores.ts";

interface Column extends Counted {
  readonly scores: readonly Score[];
}

/** Each subject that is an earlier one's over again. */
export function pastedTwice<Own extends Column>(
  columns: readonly Own[],
  settings: Settings = defaultSettings,
): { of: Own; words: Words }[] {
  return columns.flatMap((of, at) => {
    if (of.states.sat < settings.alikePupils) return [];
    const before = columns.slice(0, at);
    const same = before.find(({ scores }) => scores.every((score, row) => score === of.scores[row]));
    if (same) return [{ of, words: sameMarks(of, same) }];
    const [moved] = before.flatMap((other) => {
      const by = movedBy(of, other, settings);
      return by === null ? [] : [{ of, words: movedMarks(of, other, by) }];
    });
    return moved ? [moved] : [];
  });
}

/** By how much every mark differs from the pupil's other; a full mark may have been cut to what can be had. */
function movedBy(own: Column, other: Column, settings: Settings): number | null {
  if (![own, other].every(({ subject, marks }) => isWritten(subject, marks.length, settings))) return null;
  const gaps = own.scores.flatMap((mark, row) => {
    const before = other.scores[row];
    const told = typeof mark === "number" && typeof before === "number" && mark < own.full && before < other.full;
    // A mark has a few decimals: the digits that a difference of floats has too many are none of them.
    return told ? [Number((mark - before).toFixed(6))] : [];
  });
  const [by] = gaps;
  return by !== undefined && gaps.length >= settings.relatedPupils && gaps.every((gap) => gap === by) ? by : null;
}

const sameMarks = (own: Column, other: Column): Words => ({
  zh: `${own.name.zh}和${other.name.zh}每名学生的分数都相同（${own.states.sat} 人）：请核对是不是一科的分数贴了两次。`,
  en: `${own.name.en} and ${other.name.en} have the same marks for every pupil (${own.states.sat}): see whether one subject was pasted twice.`,
});

const movedMarks = (own: Column, other: Column, by: number): Words => ({
  zh: `${own.name.zh}和${other.name.zh}两科都有分数的学生，每人都相差 ${Math.abs(by)} 分：请核对是不是一科的分数改了数又贴了一次；确实如此请说明。`,
  en: `whoever has marks in both ${own.name.en} and ${other.name.en} has them ${Math.abs(by)} apart: see whether one subject was changed and pasted again; if it is so, say so.`,
});
