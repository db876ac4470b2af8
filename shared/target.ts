/** judge(): the only place that compares a value with a limit. */
import { decimal } from "./kernel/decimal.ts";
import { compareRatio, compareReal, ratio } from "./kernel/ratio.ts";
import type { Whole } from "./tally.ts";

/** 以上 不低于 达 are >=, 以下 不超过 are <=, 低于 不足 are <, 超过 突破 are > (guide A.1). */
export const OPERATORS = [">=", ">", "<=", "<", "="] as const;
/** `between` takes a second number, upTo; both ends are inside. */
export const LIMIT_OPERATORS = [...OPERATORS, "between"] as const;
export type Operator = (typeof LIMIT_OPERATORS)[number];

/** The operator as people write it: ≥ and ≤ are read too. */
export function operatorWord(written: string): string {
  return written.replace("≥", ">=").replace("≤", "<=");
}

/** What is judged: a fraction of whole numbers where there is one, else a real number. */
export type Fact = { readonly numerator: Whole; readonly denominator: Whole } | number;

/** Does the fact meet the limit? Fractions are compared exactly; reals to 12 significant digits. */
export function meets(fact: Fact, operator: Operator, limit: number, upTo?: number | null): boolean {
  const order = orderOf(fact, limit);
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
    case "between":
      return order >= 0 && orderOf(fact, upTo ?? limit) <= 0;
  }
}

function orderOf(fact: Fact, limit: number): -1 | 0 | 1 {
  return typeof fact === "number" ? compareReal(fact, limit) : compareRatio(ratio(fact.numerator, fact.denominator), decimal(limit));
}

export type Outcome = "met" | "missed" | "undecided";

/** The verdict on a fact; without a fact there is nothing to judge and never a silent pass. */
export function judge(fact: Fact | undefined, operator: Operator, limit: number, upTo?: number | null): Outcome {
  if (typeof fact === "number" && !Number.isFinite(fact)) return "undecided";
  if (fact === undefined || (typeof fact !== "number" && BigInt(fact.denominator) === 0n)) return "undecided";
  return meets(fact, operator, limit, upTo) ? "met" : "missed";
}
