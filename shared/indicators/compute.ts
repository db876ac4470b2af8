/** One indicator computed from its inputs: the value, and the sentence with the numbers in it. */
import { shownLimit, shownValue } from "../display.ts";
import { defaultLine } from "../exam.ts";
import { quotient } from "../kernel/quotient.ts";
import type { Words } from "../refusal.ts";
import type { Cells } from "../scores.ts";
import type { Tally } from "../tally.ts";
import { type Fact, judge, meets, type Operator, type Outcome } from "../target.ts";
import type { Definition } from "./definition.ts";
import { readInputs, unitFor } from "./given.ts";
import { jointSubjects } from "./kinds/joint.ts";
import { both, type Given } from "./kinds/rule.ts";
import { percentOf } from "./kinds/share.ts";
import { ruleOf } from "./kinds.ts";
import { type Choose, chooser, readingsInForce } from "./options.ts";
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
function whyNoLimit(definition: Definition): Words {
  return whyUnjudged(definition) ?? definition.why ?? { zh: "没有目标，不判定", en: "no target: not judged" };
}

/** The line of marks that a share was taken at; `typed` where the person gave it, so that no choice of lines stands behind it. */
export function lineUsed({ definition: { kind }, given, choose }: Pick<Computed, "definition" | "given" | "choose">) {
  if (kind.kind !== "share" && kind.kind !== "joint") return undefined;
  const [rows, ...papers] = given;
  if (kind.kind === "joint") {
    const subjects = jointSubjects(rows as readonly (readonly unknown[])[], papers[0], papers[1]);
    const [lines, fulls] = [alike(subjects.map(({ line }) => line)), alike(subjects.map(({ full }) => full))];
    const [zh, en] = [lines.length + fulls.length > 2 ? "各科" : "", (list: readonly number[]) => (list.length > 1 ? "s" : "")];
    return {
      typed: papers[0] !== undefined,
      words: {
        zh: `${zh}线为 ${lines.join("、")} 分，满分 ${fulls.join("、")} 分`,
        en: `line${en(lines)} ${lines.join(", ")}, full mark${en(fulls)} ${fulls.join(", ")}`,
      },
    };
  }
  const [line, full] = papers as readonly (number | undefined)[];
  const top = full ?? 100;
  const mark = line ?? defaultLine(kind.line, top, percentOf(kind.line, choose));
  return { typed: line !== undefined, words: { zh: `线为 ${mark} 分，满分 ${top} 分`, en: `line ${mark}, full mark ${top}` } };
}

/** One for all where all are the same, else each. */
function alike(numbers: readonly number[]): readonly number[] {
  return new Set(numbers).size === 1 ? numbers.slice(0, 1) : numbers;
}

/** The sentence: formula with the numbers in it, value, limit with its source or why there is none, verdict, and what the number rests on. */
export function explain(computed: Computed, limit: LimitInForce | undefined, chosen: Chosen = {}, whyNone?: Words): Words {
  const { definition, fact, members, unit, choose } = computed;
  const { kind, names, version, id } = definition;
  const rule = ruleOf(kind);
  const filled = rule.filled(kind, members, unit, choose);
  const line = lineUsed(computed);
  const readings = readingsInForce(definition, chosen).filter(({ id }) => !(line?.typed && /^(excellent|low)-line:/.test(id)));
  const value =
    fact === undefined ? undefined : shownValue(numberOf(fact), definition, limit ? [limit.value, limit.upTo ?? limit.value] : []);
  const target = limit && shownLimit(limit.operator, limit.value, limit.upTo, definition);
  const outcome = limit ? judge(fact, limit.operator, limit.value, limit.upTo) : "undecided";
  const meeting = limit && rule.meeting?.(kind, members, (one) => meets(one, limit.operator, limit.value, limit.upTo));
  return both((language) => {
    const zh = language === "zh";
    const parts = [
      value ? `${filled[language]} = ${value[language]}` : `${filled[language]}${zh ? "，没有可计算的数" : ", nothing to compute from"}`,
      line?.words[language] ?? "",
      meeting
        ? zh
          ? `${meeting.denominator} 个中 ${meeting.numerator} 个达到`
          : `${meeting.numerator} of ${meeting.denominator} meet the limit`
        : "",
      limit && target
        ? `${zh ? "目标" : "target"} ${target[language]}${zh ? "（" : " ("}${limit.source[language]}${zh ? "）：" : "): "}${VERDICTS[outcome][language]}`
        : (whyNone ?? whyNoLimit(definition))[language],
      readings.length > 0 ? `${zh ? "口径：" : "rests on: "}${readings.map((reading) => reading[language]).join(zh ? "，" : ", ")}` : "",
      definition.restricted?.[language] ?? "",
      `${zh ? "定义" : "definition"} ${id}@${version}`,
    ];
    return `${names[language]}${zh ? "：" : ": "}${parts.filter((part) => part !== "").join(zh ? "；" : "; ")}`;
  });
}
