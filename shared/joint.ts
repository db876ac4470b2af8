import type { Rate } from "./rates.ts";
import type { Score } from "./scores.ts";

/** One subject's mark or state of one pupil, with the line to reach. */
export interface Sitting {
  readonly score: Exclude<Score, undefined>;
  readonly line: number;
}

/**
 * 全科: does one pupil pass in every subject? `undefined` when the row is no pupil.
 * 免考: the subject is left out for that pupil. 缺考, 缓考, 违纪 or a blank in some subject: did not pass.
 * 转出 anywhere, a row wholly blank, or every subject exempt: no pupil.
 */
function passesAll(row: readonly Sitting[]): boolean | undefined {
  if (row.some(({ score }) => score === "left") || row.every(({ score }) => score === null)) return undefined;
  const judged = row.filter(({ score }) => score !== "exempt");
  if (judged.length === 0) return undefined;
  return judged.every(({ score, line }) => typeof score === "number" && score >= line);
}

/** 全科合格率 as counts: pupils who pass in every subject, of all pupils. */
export function countAllPass(rows: Iterable<readonly Sitting[]>): Rate {
  let numerator = 0;
  let denominator = 0;
  for (const row of rows) {
    const passed = passesAll(row);
    if (passed === undefined) continue;
    denominator++;
    if (passed) numerator++;
  }
  return { numerator, denominator };
}
