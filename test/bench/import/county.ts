/** A county of 300 schools with 500 pupils each and nine papers, made up; the same in every run. */
import type { Paper, School } from "../../../shared/contract.ts";
import type { County } from "../../../shared/handin/county.ts";
import { latestRelease } from "../../../shared/indicators/index.ts";
import { randomness } from "../marks.ts";

export const SUBJECTS = ["语文", "数学", "英语", "物理", "化学", "道德与法治", "历史", "地理", "生物"];
export const PUPILS = 500;
const CLASS = 45;

export const COLLECTION = "2026-final";

export function countyOfSchools(schools: number): County {
  const paper = (subject: string): Paper => ({
    ...{ stage: "junior", grade: 9, subject, full: 100, grid: 2, before: null },
    lines: { pass: null, excellent: null, low: null },
  });
  return {
    region: "370811",
    name: "测算县",
    schools: Array.from(
      { length: schools },
      (_, at): School => ({
        ...{ school: `S${String(at + 1).padStart(3, "0")}`, name: `第${at + 1}中学`, stages: ["junior"] },
        ...{ setting: null, type: null, groups: [] },
      }),
    ),
    collections: [
      {
        ...{ collection: COLLECTION, name: "九年级期末", form: "exam", period: "2025-2026-2", definitions: latestRelease },
        exam: { name: "九年级期末", papers: SUBJECTS.map(paper) },
        ...{ opens: null, closes: null, required: null, baseline: null, indicators: null, choices: null },
      },
    ],
    targets: [],
    choices: [],
  };
}

export interface Pupil {
  readonly class: string;
  /** A mark, or 缺考. */
  readonly marks: readonly (number | "缺考")[];
}

/** The pupils of a school by its place in the list. Schools differ, so that there is something between them. */
export function pupilsOf(school: number, pupils = PUPILS): Pupil[] {
  const random = randomness(school + 1);
  for (let warm = 0; warm < 20; warm++) random();
  const level = 35 + 20 * random();
  return Array.from({ length: pupils }, (_, at): Pupil => {
    const own = level + 30 * (random() + random() - 1);
    const marks = SUBJECTS.map((): number | "缺考" => {
      if (random() < 0.01) return "缺考";
      return Math.min(100, Math.max(0, Math.round(2 * (own + 40 * random())) / 2));
    });
    return { class: `${Math.floor(at / CLASS) + 1}班`, marks };
  });
}

/** Counted one by one, as anybody would: of each subject how many sat, the sum of their half marks, and how many reached 60. */
export function counted(schools: number): { subject: string; sat: number; halves: number; passed: number }[] {
  const all = Array.from({ length: schools }, (_, at) => pupilsOf(at)).flat();
  return SUBJECTS.map((subject, at) => {
    const marks = all.map(({ marks }) => marks[at]).filter((mark): mark is number => typeof mark === "number");
    const halves = marks.reduce((sum, mark) => sum + 2 * mark, 0);
    return { subject, sat: marks.length, halves, passed: marks.filter((mark) => mark >= 60).length };
  });
}
