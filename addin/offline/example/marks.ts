/** The made-up lists of the example's schools, as a school keeps one: class, marks, entry marks; some pupils absent. */
import { sequence } from "../../made-up.ts";
import { EXAM } from "./county.ts";

type Cell = string | number | null;

/** How many classes a school has, and how it does, in deviations of a pupil from the county. */
const LEVELS: readonly (readonly [classes: number, level: number])[] = [
  [5, 0.5],
  [4, 0.3],
  [4, 0.1],
  [3, 0.05],
  [2, -0.05],
  [3, -0.2],
  [2, -0.3],
  [2, -0.4],
];
const PUPILS = 42;
/** A pupil so far below their own level was not there. */
const ABSENT = -2.4;

/** Of one school by its place in the list, header first. */
export function exampleList(at: number): Cell[][] {
  const chance = sequence(370811 + at);
  const [classes, level] = LEVELS[at] ?? [0, 0];
  const { papers } = EXAM;
  const rows: Cell[][] = [["班级", ...papers.map(({ subject }) => subject), ...papers.flatMap(({ before }) => before?.name ?? [])]];
  for (let own = 0; own < classes * PUPILS; own++) {
    const ability = level + chance();
    const marks = papers.map(({ full }): Cell => {
      const day = chance();
      return day < ABSENT ? "缺考" : halfMark(full * (0.8 + 0.12 * ability + 0.05 * day), full);
    });
    const entries = papers.map(() => halfMark(100 * (0.78 + 0.09 * ability + 0.05 * chance()), 100));
    rows.push([`${1 + Math.floor(own / PUPILS)}班`, ...marks, ...entries]);
  }
  return rows;
}

function halfMark(mark: number, full: number): number {
  return Math.round(Math.min(full, Math.max(0, mark)) * 2) / 2;
}
