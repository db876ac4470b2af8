/** Entry marks that can hardly be their pupils' own, so that nobody's gain is: this exam's, one mark for all, or other pupils'. */
import { defaultSettings, type Settings } from "../handin/consistency/settings.ts";
import { meanAndSpread } from "../handin/consistency/spread.ts";
import { isWritten } from "../handin/consistency/written.ts";
import type { Mapping, Preview, Sheet } from "../tabulate.ts";
import { meets } from "../target.ts";
import { addressOf, headOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { marksIn, type Pupil, type Subject } from "./pupils.ts";
import { correlation, unrelatedIn } from "./unrelated.ts";

/** One question for each column of entry marks; `pupils` with theirs, wherever these come from. */
export function oddEntries(
  sheet: Sheet,
  { header }: Mapping,
  pupils: readonly Pupil[],
  subjects: readonly Subject[],
  settings: Settings = defaultSettings,
): SheetFinding[] {
  const { alikePupils, copiedShare } = settings;
  const written = subjects.flatMap(({ paper }, at) => (isWritten(paper.subject, marksIn(pupils, at), settings) ? [at] : []));
  return subjects.flatMap(({ paper, column, before }, at): SheetFinding[] => {
    const full = paper.before?.full ?? 0;
    const ask = (said: Said) => [findingAt("query", addressOf(sheet.top + (header ?? 0), sheet.left + (before ?? column)), said)];
    const entries = pupils.flatMap(({ before: own }) => own[at] ?? []);
    const name = paper.before?.name ?? "";
    if (entries.length >= alikePupils && new Set(entries).size === 1) return ask(oneValue(paper.subject, name, entries));
    const both = pupils.flatMap(({ scores, before: entries }) => {
      const [now, then] = [scores[at], entries[at]];
      return typeof now === "number" && typeof then === "number" ? [{ now, then }] : [];
    });
    // A mark above the earlier full mark may have been cut to it.
    const same = both.filter(({ now, then }) => then === Math.min(now, full)).length;
    if (same >= alikePupils && meets({ numerator: same, denominator: both.length }, ">", copiedShare))
      return ask(copied(paper.subject, name, same, both.length));
    return ofOthers(pupils, at, paper.full, written, settings) ? ask(unrelated(paper.subject, name)) : [];
  });
}

/** One question for each subject of which pupils lack one of the two marks. */
export function entriesLacking(sheet: Sheet, mapping: Mapping, subjects: readonly Subject[], counts: Preview["subjects"]): SheetFinding[] {
  return subjects.flatMap(({ paper, before }, at) => {
    const unmatched = counts[at]?.unmatched;
    if (!unmatched) return [];
    return [findingAt("query", headOf(sheet, mapping, before ?? mapping.number ?? 0), lacking(paper.subject, unmatched))];
  });
}

/** They have nothing to do with any written subject of the same rows, and not by chance: what goes together lies two standard errors off. */
function ofOthers(pupils: readonly Pupil[], at: number, full: number, written: readonly number[], settings: Settings): boolean {
  const own = pupils.flatMap(({ scores, before, ...rest }) => {
    const entry = before[at];
    return typeof entry === "number" ? [{ ...rest, before, scores: [entry, ...scores] }] : [];
  });
  const papers = written.map((subject) => subject + 1);
  if (marksIn(own, 0) < settings.fewMarks || !unrelatedIn(own, [0, ...papers], settings).includes(0)) return false;
  // Where all are nearly as good, an earlier exam may order them in any way.
  const now = own.flatMap(({ scores }) => (typeof scores[at + 1] === "number" ? [[scores[at + 1] as number, 1] as const] : []));
  if (meanAndSpread(now).spread < settings.entrySpread * full) return false;
  const error = 1 / Math.sqrt(own.length);
  return papers.every((paper) => (correlation(own, 0, paper, settings.relatedPupils) ?? 1) + 2 * error < settings.related);
}

const copied = (subject: string, name: string, same: number, all: number): Said => ({
  code: "entry-copied",
  zh: `${subject}：${all} 名学生中有 ${same} 名的“${name}”与这次的分数相同：请核对前测一列是不是贴成了这次的成绩。`,
  en: `${subject}: ${same} of ${all} pupils have the same mark in “${name}” as in this exam: see whether this exam's marks were pasted into the column of the earlier one.`,
});

const oneValue = (subject: string, name: string, entries: readonly number[]): Said => ({
  code: "entry-one-value",
  zh: `${subject}：${entries.length} 名学生的“${name}”都是 ${entries[0]} 分：请核对前测一列是不是没有录完或填错了；确实如此请说明。`,
  en: `${subject}: all ${entries.length} pupils have ${entries[0]} in “${name}”: see whether the earlier marks were entered; if it is so, say so.`,
});

const unrelated = (subject: string, name: string): Said => ({
  code: "entry-unrelated",
  zh: `${subject}的“${name}”与同一行这次各科的分数几乎没有关系，而各科之间关系明显：像是前测一列贴错了行，请按姓名或学号核对几名学生；确实如此请说明。`,
  en: `“${name}” of ${subject} has next to nothing to do with this exam's marks in the same rows, which go together: the earlier marks may have been pasted beside other pupils. Check a few by name or number; if it is so, say so.`,
});

const lacking = (subject: string, pupils: number): Said => ({
  code: "entry-missing",
  zh: `${subject}有 ${pupils} 名学生前后两次成绩不全，不参与增值计算。`,
  en: `${subject}: pupils without one of the two marks are left out of the value added (${pupils}).`,
});
