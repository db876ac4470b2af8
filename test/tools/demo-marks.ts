/** Made-up mark sheets for the demo county, the same on every machine. */
import type { Paper } from "../../shared/contract.ts";

export type Cell = string | number | null;

interface Making {
  readonly seed: number;
  readonly classes: number;
  /** How the school does, in standard deviations from the county. */
  readonly level: number;
}

const state = ["缺考", "缓考", "免考", "违纪"];

/** A sheet as a school keeps it, header first: class, marks, and the entry mark where a paper has one. */
export function markSheet(papers: readonly Paper[], { seed, classes, level }: Making): Cell[][] {
  const chance = uniform(seed);
  const normal = () => Array.from({ length: 12 }, chance).reduce((sum, step) => sum + step, -6);
  const entries = papers.flatMap(({ before }) => before ?? []);
  const rows: Cell[][] = [["班级", ...papers.map(({ subject }) => subject), ...entries.map(({ name }) => name)]];
  for (let number = 1; number <= classes; number++) {
    for (let pupil = 0; pupil < 36 + Math.floor(chance() * 12); pupil++) {
      const ability = level + normal();
      const mark = (full: number) => halfMark(full * (0.75 + 0.13 * ability + 0.06 * normal()), full);
      const marks = papers.map(({ full }): Cell => (chance() < 0.985 ? mark(full) : (state[Math.floor(chance() * 2.6)] ?? null)));
      rows.push([`${number}班`, ...marks, ...entries.map(({ full }) => mark(full))]);
    }
  }
  return rows;
}

function halfMark(mark: number, full: number): number {
  return Math.round(Math.min(full, Math.max(0, mark)) * 2) / 2;
}

/** Park and Miller's generator: exact in whole numbers, so no machine gives another sheet. */
function uniform(seed: number): () => number {
  let now = seed;
  return () => {
    now = (now * 16807) % 2147483647;
    return now / 2147483647;
  };
}
