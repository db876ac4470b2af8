/** One indicator computed from its inputs; its limits and their verdicts. The sentence about it is in explain.ts. */
import { quotient } from "../kernel/quotient.ts";
import type { Words } from "../refusal.ts";
import type { Cells } from "../scores.ts";
import type { Tally } from "../tally.ts";
import { type Fact, judge, type Operator, type Outcome } from "../target.ts";
import type { Definition } from "./definition.ts";
import { readInputs, unitFor } from "./given.ts";
import type { Given } from "./kinds/rule.ts";
import { ruleOf } from "./kinds.ts";
import { type Choose, chooser } from "./options.ts";
import { SOURCES } from "./sources.ts";

export interface Computed {
  readonly definition: Definition;
  /** `undefined` where there is nobody, or nothing, to divide by. */
  readonly fact: Fact | undefined;
  /** The inputs as they were read, in their declared order. */
  readonly given: readonly Given[];
  readonly members: readonly Tally[];
  readonly unit: bigint;
  readonly choose: Choose;
}

/** The limit that is asked about, with who set it. */
export interface LimitInForce {
  readonly operator: Operator;
  readonly value: number;
  readonly upTo?: number | null;
  readonly source: Words;
}

type Chosen = Readonly<Record<string, string>>;

/** Reads the inputs in their declared order and computes; a refusal names the input and the place. */
export function compute(definition: Definition, given: readonly Cells[], chosen: Chosen = {}): Computed {
  const { kind } = definition;
  const inputs = readInputs(kind, given);
  const unit = unitFor(inputs);
  const choose = chooser(definition, chosen);
  const members = ruleOf(kind).tally(kind, inputs, unit, choose);
  return { definition, fact: ruleOf(kind).read(kind, members, unit, choose), given: inputs, members, unit, choose };
}

/** The number nearest to a fact. */
export function numberOf(fact: Fact): number {
  return typeof fact === "number" ? fact : quotient(BigInt(fact.numerator), BigInt(fact.denominator));
}

/** The source's own limit for a stage; where the limits differ by stage and none is named, there is none to tell. */
export function defaultLimit(definition: Definition, stage: string | null): LimitInForce | undefined {
  const found = definition.targets.filter((target) => stage === null || target.stage === null || target.stage === stage);
  const [limit] = found;
  if (!limit || (found.length > 1 && stage === null)) return undefined;
  return { operator: limit.operator, value: limit.value, upTo: limit.upTo ?? null, source: clauseOf(definition) };
}

/** The source with its clause, as a person would quote it. */
export function clauseOf({ source, clause }: Pick<Definition, "source" | "clause">): Words {
  return { zh: `${SOURCES[source].zh} ${clause}`, en: `${SOURCES[source].en}, ${clause}` };
}

const VERDICTS: Readonly<Record<Outcome, Words>> = {
  met: { zh: "达标", en: "met" },
  missed: { zh: "未达标", en: "missed" },
  undecided: { zh: "无法判定", en: "undecided" },
};

export function verdictWords(outcome: Outcome): Words {
  return VERDICTS[outcome];
}

/** Why an indicator is never judged; `null` where it may be. */
export function whyUnjudged(definition: Definition): Words | null {
  if (definition.judged === "open") return definition.why ?? { zh: "原文不全，不判定", en: "the text is cut: not judged" };
  if (definition.judged === "direction")
    return definition.why ?? { zh: "原文只有方向没有数字，不判定达标", en: "the text gives a direction and no number: never a pass" };
  return null;
}

/** Why there is no verdict on an indicator without a limit. */
export function whyNoLimit(definition: Definition): Words {
  return whyUnjudged(definition) ?? definition.why ?? { zh: "没有目标，不判定", en: "no target: not judged" };
}

/** The verdict on a fact by a limit, where there is one. */
export function outcomeOn(fact: Fact | undefined, limit: Pick<LimitInForce, "operator" | "value" | "upTo"> | undefined): Outcome {
  return limit ? judge(fact, limit.operator, limit.value, limit.upTo) : "undecided";
}
