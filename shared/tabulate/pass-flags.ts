/** Marks that are none: 1 and 0.5, or 1 and 0, for who passed and who did not. Each is on its scale, and the mean would be a hundredth of what it is. */
import { defaultSettings } from "../handin/consistency/settings.ts";
import { isWritten } from "../handin/consistency/written.ts";
import { isSubject } from "../subjects.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { meets } from "../target.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import type { Pupil, Subject } from "./pupils.ts";

/** One query for each subject; where all have one mark, that is a question of its own. */
export function passFlags(
  sheet: Sheet,
  { header }: Mapping,
  pupils: readonly Pupil[],
  subjects: readonly Subject[],
  settings = defaultSettings,
): SheetFinding[] {
  return subjects.flatMap(({ paper, column }, at): SheetFinding[] => {
    const { subject, full } = paper;
    const given = pupils.flatMap(({ scores }) => (typeof scores[at] === "number" ? [scores[at]] : []));
    const different = [...new Set(given)].sort((a, b) => a - b);
    const [low, high, ...more] = [different[0], different.at(-1), ...different.slice(1, -1)];
    if (low === undefined || high === undefined || low === high) return [];
    const allLow = given.length >= settings.alikePupils && meets(high / full, "<=", settings.flagShare);
    const two =
      more.length === 0 && given.length >= settings.flagPupils && isSubject(subject) && isWritten(subject, settings.flagPupils, settings);
    if (!allLow && !two) return [];
    const said = more.length === 0 ? sentences.two(subject, given.length, low, high) : sentences.low(subject, given.length, high, full);
    return [findingAt("query", addressOf(sheet.top + (header ?? 0), sheet.left + column), said)];
  });
}

const sentences = {
  two: (subject: string, sat: number, low: number, high: number): Said => ({
    code: "marks-flags",
    zh: `${subject}实考 ${sat} 人只有 ${low} 和 ${high} 两种分数：像是“是否及格”之类的标记，不是卷面分。请核对，填卷面分；确实如此请说明。`,
    en: `the ${sat} who sat ${subject} have only ${low} and ${high}: this looks like who passed and who did not, and not like marks. Write the marks; if these are the marks, say so.`,
  }),
  low: (subject: string, sat: number, high: number, full: number): Said => ({
    code: "marks-flags",
    zh: `${subject}实考 ${sat} 人最高只有 ${high} 分，满分是 ${full} 分：像是系数、等级或名次，不是卷面分。请核对，填卷面分；确实如此请说明。`,
    en: `nobody of the ${sat} who sat ${subject} has more than ${high} of ${full}: these look like factors or grades, and not like marks. Write the marks; if these are the marks, say so.`,
  }),
};
