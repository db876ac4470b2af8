import { checkLine, defaultLine, type Lines } from "../exam.ts";
import { atLeast, below, deviation, extremes, mean, median, size, sums } from "../kernel/frequency.ts";
import { quotient } from "../kernel/quotient.ts";
import type { ScoreColumn } from "../scores.ts";
import { expected, STATE_WORDS } from "./states.ts";

/** The columns of the 一分三率 table, in the order of every county bulletin; then the full mark and the lines used. */
export const SUMMARY_HEADER: readonly string[] = [
  "应考",
  ...(["sat", "absent", "deferred", "exempt", "misconduct", "left"] as const).map((state) => STATE_WORDS[state].zh),
  ...["平均分", "标准差", "最高分", "最低分", "中位数", "及格率", "优秀率", "低分率", "满分", "及格线", "优秀线", "低分线"],
];

/** The lines given, each left empty taking its default share of the full mark. */
export function linesFor(full: number, given: Partial<Record<keyof Lines, number | undefined>>): Lines {
  const line = (name: keyof Lines) => (given[name] === undefined ? defaultLine(name, full) : checkLine(name, given[name], full));
  return { pass: line("pass"), excellent: line("excellent"), low: line("low") };
}

/**
 * One row of the 一分三率 table. Rates are fractions of those who sat; the standard deviation is the population one.
 * Where nobody sat the counts are 0 and the rest is empty.
 */
export function summaryRow({ states, frequency }: ScoreColumn, full: number, lines: Lines): (number | "")[] {
  const sat = size(frequency);
  const share = (count: number): number | "" => (sat === 0 ? "" : quotient(count, sat));
  const range = extremes(frequency);
  const marks = sums(frequency);
  const or = (value: number | undefined): number | "" => value ?? "";
  return [
    expected(states),
    ...[states.sat, states.absent, states.deferred, states.exempt, states.misconduct, states.left],
    ...[mean(marks), deviation(marks), range?.highest, range?.lowest, median(frequency)].map(or),
    share(atLeast(frequency, lines.pass)),
    share(atLeast(frequency, lines.excellent)),
    share(below(frequency, lines.low)),
    ...[full, lines.pass, lines.excellent, lines.low],
  ];
}
