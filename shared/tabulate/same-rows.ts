/**
 * Pupils who have another's marks in every subject: a class's rows under another class's name, or pupils listed once more under new numbers. One
 * such pair may be chance, and on a coarse scale many are; those are told by the far more that differ in one subject only.
 */
import { defaultSettings, type Settings } from "../handin/consistency/settings.ts";
import { isWritten } from "../handin/consistency/written.ts";
import type { Score } from "../scores.ts";
import type { Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { rangesAt } from "./origins.ts";
import { marksIn, type Reading, type Subject } from "./pupils.ts";

/** One query for all of them, at the first, with the rows that had their marks before. */
export function sameRows(
  sheet: Sheet,
  { pupils, rows }: Pick<Reading, "pupils" | "rows">,
  subjects: readonly Subject[],
  settings: Settings = defaultSettings,
): SheetFinding[] {
  const { sameRows: least, sameNumbers } = settings;
  const written = subjects.map(({ paper }, at) => isWritten(paper.subject, marksIn(pupils, at), settings));
  const full = pupils.flatMap(({ scores }, at) => {
    const marks = scores.filter((score, subject) => written[subject] && typeof score === "number");
    return marks.length >= sameNumbers && marks.some((mark) => mark !== 0) ? [{ scores, row: rows[at] ?? 0 }] : [];
  });
  const first = new Map<string, number>();
  const again = full.flatMap(({ scores, row }) => {
    const key = JSON.stringify(scores);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    return before === undefined ? [] : [{ row, before }];
  });
  const [one] = again;
  if (!one || again.length < least || nearlySame(full, subjects) >= again.length) return [];
  const { column = 0 } = subjects[0] ?? {};
  const here = rangesAt(
    sheet,
    again.map(({ row }) => row),
    column,
  );
  const there = rangesAt(sheet, [...new Set(again.map(({ before }) => before))], column);
  return [
    findingAt("query", addressOf(sheet.top + one.row, sheet.left + column), {
      code: "rows-same-marks",
      zh: `有 ${again.length} 名学生（${here}）各科分数都与另一名学生（${there}）相同：请核对是不是把一个班的成绩贴到了别的班，或同一批学生写了两次；确实如此请说明。`,
      en: `${again.length} pupils (${here}) have the marks of another pupil (${there}) in every subject: see whether one class's marks were pasted under another, or pupils are listed twice; if it is so, say so.`,
    }),
  ];
}

/** How many pairs of pupils have the same marks but for one subject. */
function nearlySame(pupils: readonly { readonly scores: readonly Score[] }[], subjects: readonly Subject[]): number {
  const pairs = (keyOf: (scores: readonly Score[]) => readonly Score[]) => {
    const counts = new Map<string, number>();
    let found = 0;
    for (const { scores } of pupils) {
      const key = JSON.stringify(keyOf(scores));
      const before = counts.get(key) ?? 0;
      found += before;
      counts.set(key, before + 1);
    }
    return found;
  };
  const same = pairs((scores) => scores);
  return subjects.reduce((sum, _, at) => sum + pairs((scores) => scores.filter((_, own) => own !== at)) - same, 0);
}
