/** Mean and standard deviation of the marks of those who sat. */
import { deviation, mean, sums } from "../../kernel/frequency.ts";
import { rateBelow } from "../../marks/rates.ts";
import type { ScoreColumn } from "../../scores.ts";
import { longOf } from "../../slice.ts";
import { type Tally, tally } from "../../tally.ts";
import { guarded, marksIn, satAmong } from "./guard.ts";
import { both, type Rule, SAT, totalOf, written } from "./rule.ts";

export interface MarksKind {
  readonly kind: "marks";
  readonly of: "mean" | "deviation";
}

/** Sums of the marks as whole numbers of 1/unit. */
function sumsOf(sum: Tally, unit: bigint) {
  return { n: Number(longOf(sum, "n")), parts: unit, sum: longOf(sum, "sum"), squares: longOf(sum, "squares") };
}

export const marks: Rule<MarksKind> = {
  inputs: () => [{ id: "scores", names: { zh: "分数", en: "scores" }, shape: "scores" }, SAT],
  tally: (_, [scores, sat], unit) => {
    const column = scores as ScoreColumn;
    const { parts, sum, squares } = sums(column.frequency);
    // A line above 0 counts every zero below it, and so refuses more blanks in disguise than there are zeros.
    const n = rateBelow(column, Number.MIN_VALUE, sat as number | undefined).denominator;
    // The marks' own grid may be coarser or finer than the unit asked for; both are exact.
    const [one, two] = [sum * unit, squares * unit * unit];
    if (one % parts !== 0n || two % (parts * parts) !== 0n) throw new RangeError(`the marks are no whole numbers of 1/${unit}`);
    return [
      tally([
        ["n", BigInt(n)],
        ["sum", one / parts],
        ["squares", two / (parts * parts)],
      ]),
    ];
  },
  reports: () => null,
  read: ({ of }, members, unit) => {
    const own = sumsOf(totalOf(members), unit);
    return of === "mean" ? mean(own) : deviation(own);
  },
  words: ({ of }) =>
    of === "mean"
      ? { zh: "实考学生分数之和 ÷ 实考人数", en: "sum of marks ÷ pupils who sat" }
      : { zh: "√(Σ(分数 − 平均分)² ÷ 实考人数)，总体标准差", en: "√(Σ(mark − mean)² ÷ pupils who sat), population form" },
  filled: ({ of }, members, unit) => {
    const { n, sum, squares } = sumsOf(totalOf(members), unit);
    const [total, square] = [written(sum, unit), written(squares, unit * unit)];
    return both((language) => {
      const [marked, sat] = language === "zh" ? ["分数之和", "实考人数"] : ["sum of marks", "pupils who sat"];
      if (of === "mean") return `${marked} ${total} ÷ ${sat} ${n}`;
      return language === "zh"
        ? `√(平方和 ${square} ÷ 实考人数 ${n} − (分数之和 ${total} ÷ ${n})²)`
        : `√(sum of squares ${square} ÷ pupils who sat ${n} − (sum of marks ${total} ÷ ${n})²)`;
    });
  },
  native: ({ of }, [scores, sat]) => {
    const all = of === "mean" ? `AVERAGE(${scores})` : `STDEVP(${scores})`;
    const some = of === "mean" ? `SUM(${scores})/${sat}` : `SQRT(${sat}*SUMSQ(${scores})-SUM(${scores})^2)/${sat}`;
    return guarded([marksIn(scores as string, null), ...satAmong(scores as string, sat)], sat === undefined ? all : some);
  },
};
