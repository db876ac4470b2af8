/** Entry marks that are the marks of this exam: a column that was copied, so that nobody has gained anything. */
import { defaultSettings, type Settings } from "../handin/consistency/settings.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { meets } from "../target.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import type { Pupil, Subject } from "./pupils.ts";

/** `pupils` with their entry marks, wherever these come from. */
export function copiedEntries(
  sheet: Sheet,
  { header }: Mapping,
  pupils: readonly Pupil[],
  subjects: readonly Subject[],
  { alikePupils, copiedShare }: Settings = defaultSettings,
): SheetFinding[] {
  return subjects.flatMap(({ paper, column, before }, at): SheetFinding[] => {
    const full = paper.before?.full ?? 0;
    const both = pupils.flatMap(({ scores, before: entries }) => {
      const [now, then] = [scores[at], entries[at]];
      return typeof now === "number" && typeof then === "number" ? [{ now, then }] : [];
    });
    // A mark above the earlier full mark may have been cut to it.
    const same = both.filter(({ now, then }) => then === Math.min(now, full)).length;
    if (same < alikePupils || !meets({ numerator: same, denominator: both.length }, ">", copiedShare)) return [];
    const cell = addressOf(sheet.top + (header ?? 0), sheet.left + (before ?? column));
    return [findingAt("query", cell, sentence(paper.subject, paper.before?.name ?? "", same, both.length))];
  });
}

const sentence = (subject: string, name: string, same: number, all: number): Said => ({
  code: "entry-copied",
  zh: `${subject}：${all} 名学生中有 ${same} 名的“${name}”与这次的分数相同：请核对前测一列是不是贴成了这次的成绩。`,
  en: `${subject}: ${same} of ${all} pupils have the same mark in “${name}” as in this exam: see whether this exam's marks were pasted into the column of the earlier one.`,
});
