/** judge(): the only place that compares a value with a limit. */
import { decimal } from "./kernel/decimal.ts";
import { compareRatio, compareReal, ratio } from "./kernel/ratio.ts";
import type { Rate } from "./rates.ts";

/** 以上 不低于 达 are >=, 以下 不超过 are <=, 低于 不足 are <, 超过 is > (guide A.1). */
export const OPERATORS = [">=", ">", "<=", "<", "="] as const;
export type Operator = (typeof OPERATORS)[number];

/** The operator as people write it: ≥ and ≤ are read too. */
export function operatorWord(written: string): string {
  return written.replace("≥", ">=").replace("≤", "<=");
}

/** What is judged: counts where there are any, else a real number. */
export type Fact = Rate | number;

/** Does the fact meet the limit? Counts are compared as fractions, exactly; reals to 12 significant digits. */
export function meets(fact: Fact, operator: Operator, limit: number): boolean {
  const order = typeof fact === "number" ? compareReal(fact, limit) : compareRatio(ratio(fact.numerator, fact.denominator), decimal(limit));
  switch (operator) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
  }
}

export type Outcome = "met" | "missed" | "undecided";

/** The verdict on a fact; without a fact there is nothing to judge and never a silent pass. */
export function judge(fact: Fact | undefined, operator: Operator, limit: number): Outcome {
  if (fact === undefined || (typeof fact !== "number" && fact.denominator === 0)) return "undecided";
  return meets(fact, operator, limit) ? "met" : "missed";
}
