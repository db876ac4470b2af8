/**
 * 有效分: the line of one subject that stands for a line of the total, and who reaches both.
 * Method 等位: with N pupils at or above the total line, the subject's line is the mark of its N-th pupil (Excel's LARGE(subject, N)),
 * so as many reach it as reach the total line, more only where marks are tied. The other practice, 比例 (line x mean of the subject / mean of
 * the total, over those above the line), gives another line and is not taken.
 * 双上线 hits reach both lines. 贡献率 = hits / those who reach the total line. 命中率 = hits / those who reach the subject's line.
 * Practice, not a rule: no official text defines them; score programs of schools agree on these two denominators, so they are printed beside them.
 * Shape: pupils with both marks. Unit: marks and pupils. Refuses nobody, and a line that nobody reaches.
 */
import { nobodySat } from "../marks/rates.ts";
import { undecided } from "../refusal.ts";

export interface TwoMarks {
  readonly total: number;
  readonly subject: number;
}

export interface EffectiveLine {
  readonly line: number;
  /** Pupils at or above the total's line, the subject's line, both. */
  readonly total: number;
  readonly subject: number;
  readonly both: number;
}

export function effectiveLine(pupils: readonly TwoMarks[], totalLine: number): EffectiveLine {
  if (pupils.length === 0) throw nobodySat();
  const above = pupils.filter(({ total }) => total >= totalLine);
  const descending = pupils.map(({ subject }) => subject).sort((a, b) => b - a);
  const line = descending[above.length - 1];
  if (line === undefined) {
    throw undecided(
      `没有学生达到总分线 ${totalLine}，无法定有效分：请核对总分线。`,
      `nobody reaches the total line ${totalLine}, so there is no subject line: check the line`,
    );
  }
  return {
    line,
    total: above.length,
    subject: pupils.filter(({ subject }) => subject >= line).length,
    both: above.filter(({ subject }) => subject >= line).length,
  };
}
