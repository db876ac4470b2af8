/**
 * Marks that belong to other pupils than the rest of their rows: a column that was pasted or sorted by itself has nothing to do with the other
 * subjects, while those go together. The subject's own rates stay right, and nothing else does: all-subject rates, totals, value added.
 */
import { defaultSettings, type Settings } from "../handin/consistency/settings.ts";
import { isWritten } from "../handin/consistency/written.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { byClass } from "./by-class.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { marksIn, type Pupil, type Reading, type Subject } from "./pupils.ts";

/** One query for each subject that is unrelated in the whole list, or else in a class of it. */
export function unrelatedMarks(
  sheet: Sheet,
  { header }: Mapping,
  { pupils, rows }: Pick<Reading, "pupils" | "rows">,
  subjects: readonly Subject[],
  settings: Settings = defaultSettings,
): SheetFinding[] {
  const written = subjects.flatMap(({ paper }, at) => (isWritten(paper.subject, marksIn(pupils, at), settings) ? [at] : []));
  const ask = (at: number, row: number, about: string) => {
    const { column = 0, paper } = subjects[at] ?? {};
    return findingAt("query", addressOf(sheet.top + row, sheet.left + column), sentence(about, paper?.subject ?? ""));
  };
  const inList = unrelatedIn(pupils, written, settings);
  const inClasses = [...byClass(pupils)].flatMap(([name, own]) => {
    const left = written.filter((at) => !inList.includes(at));
    const members = own.map((at) => pupils[at] as Pupil);
    return own.length === pupils.length
      ? []
      : unrelatedIn(members, left, settings).map((at) => ask(at, rows[own[0] as number] ?? 0, `${name} `));
  });
  return [...inList.map((at) => ask(at, header ?? 0, "")), ...inClasses];
}

const sentence = (about: string, subject: string): Said => ({
  code: "marks-unrelated",
  zh: `${about}${subject}的分数与同一行别的学科几乎没有关系，而别的学科之间关系明显：像是这一列单独排过序、贴错了行，请按姓名或学号核对几名学生；确实如此请说明。`,
  en: `${about}${subject}: the marks have next to nothing to do with the other subjects of the same rows, which go together: the column may have been sorted or pasted by itself. Check a few pupils by name or number; if it is so, say so.`,
});

/** Which of the subjects have nothing to do with any other, while most of the others go together. */
export function unrelatedIn(
  pupils: readonly Pupil[],
  subjects: readonly number[],
  { relatedPupils, related, unrelated }: Settings,
): number[] {
  if (pupils.length < relatedPupils || subjects.length < 3) return [];
  const others = new Map(
    subjects.map((a) => [a, subjects.flatMap((b) => (b === a ? [] : [correlation(pupils, a, b, relatedPupils)]))] as const),
  );
  const goes = (rs: readonly (number | null)[]) => 2 * rs.filter((r) => r !== null && r >= related).length >= rs.length;
  const together = [...others.values()].filter(goes);
  if (together.length < 2 || 2 * together.length < subjects.length) return [];
  return subjects.filter((a) => others.get(a)?.every((r) => r !== null && Math.abs(r) < unrelated));
}

/** Pearson's r of those with a mark in both; `null` where they are too few, or all have the same mark. For a question only, so in floats. */
export function correlation(pupils: readonly Pupil[], a: number, b: number, least: number): number | null {
  let [n, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (const { scores } of pupils) {
    const [one, two] = [scores[a], scores[b]];
    if (typeof one !== "number" || typeof two !== "number") continue;
    n++;
    x += one;
    y += two;
    xx += one * one;
    yy += two * two;
    xy += one * two;
  }
  const [vx, vy] = [n * xx - x * x, n * yy - y * y];
  return n < least || vx <= 0 || vy <= 0 ? null : (n * xy - x * y) / Math.sqrt(vx * vy);
}
