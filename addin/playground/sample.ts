/**
 * The sample class: fifty made-up pupils of two classes, the same on every machine. It holds what real lists hold:
 * pupils absent and exempt, a half mark, a zero, and one blank that must become a state before the list can be submitted.
 */
import { sequence } from "../made-up.ts";

export type SampleCell = string | number | null;

/** The school of the demo county that has not submitted yet. */
export const SCHOOL = "第三中学";

const PUPILS = 50;

/** The papers with their full mark and how the class does in them. */
export const PAPERS = [
  { name: "语文", full: 120, mean: 92, spread: 14 },
  { name: "数学", full: 120, mean: 84, spread: 22 },
  { name: "英语", full: 120, mean: 88, spread: 21 },
  { name: "物理", full: 100, mean: 68, spread: 17 },
  { name: "化学", full: 100, mean: 72, spread: 16 },
] as const;

/** What the pupils brought along, for the value added. */
const ENTRY = { name: "入学数学", full: 100, mean: 76, spread: 15 } as const;

/** What chance would not bring: [pupil, paper, cell], counted from 1. */
const SPECIAL: readonly (readonly [number, number, SampleCell])[] = [
  [6, 1, 87.5],
  [9, 3, "免考"],
  [14, 1, "缺考"],
  [14, 2, "缺考"],
  [14, 3, "缺考"],
  [14, 4, "缺考"],
  [14, 5, "缺考"],
  [21, 5, 0],
  [27, 4, "缺考"],
  [33, 3, null],
];

/** The rows of the sample class, header first. */
export function sampleClass(school: string): SampleCell[][] {
  const chance = sequence(20250618);
  const rows = Array.from({ length: PUPILS }, (_, index): SampleCell[] => {
    const ability = chance();
    const marks = [...PAPERS, ENTRY].map(({ full, mean, spread }) => {
      const mark = Math.round(mean + spread * (0.8 * ability + 0.6 * chance()));
      return Math.min(full, Math.max(0, mark));
    });
    return [school, index < PUPILS / 2 ? "1班" : "2班", `学生${String(index + 1).padStart(2, "0")}`, ...marks];
  });
  for (const [pupil, paper, cell] of SPECIAL) (rows[pupil - 1] as SampleCell[])[paper + 2] = cell;
  return [["学校", "班级", "姓名", ...PAPERS.map(({ name }) => name), ENTRY.name], ...rows];
}
