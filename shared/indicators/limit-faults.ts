/** What is wrong with a limit that somebody wants to set for an indicator: a target of a region, a line of a statement. */
import type { TargetBody } from "../contract.ts";
import { parsePeriod } from "../period.ts";
import { Refusal, type Words } from "../refusal.ts";
import { whyUnjudged } from "./compute.ts";
import type { Definition } from "./definition.ts";
import { holdsForEach, type WorstKind } from "./kinds/worst.ts";
import { impossible } from "./limits.ts";

export type LimitAsked = Pick<TargetBody, "indicator" | "stage" | "period" | "operator" | "value" | "upTo">;
type LimitFault = readonly [key: keyof LimitAsked, words: Words];

/** Everything wrong with a limit, under the name of its field; `definition` is what the catalogue has under the id. */
export function limitFaults(asked: LimitAsked, definition: Definition | undefined): LimitFault[] {
  const unknown = nameFault(asked.indicator, definition);
  if (!definition || unknown) return unknown ? [["indicator", unknown]] : [];
  if (definition.judged === "open" || definition.kind.kind === "event")
    return [["indicator", whyUnjudged(definition) ?? { zh: "触发规则没有目标值。", en: "an event rule has no target" }]];
  const faults: LimitFault[] = [];
  const stage = stageFault(asked.stage, definition);
  if (stage) faults.push(["stage", stage]);
  const words = impossible(definition, asked.value);
  if (words) faults.push(["value", words]);
  const end = asked.upTo === null ? null : impossible(definition, asked.upTo);
  if (end) faults.push(["upTo", end]);
  if (definition.kind.kind === "worst" && !holdsForEach(definition.kind, asked.operator, asked.value))
    faults.push(["operator", onWorst(definition.kind)]);
  if ((asked.operator === "between") !== (asked.upTo !== null) || (asked.upTo !== null && asked.upTo < asked.value))
    faults.push([
      "upTo",
      { zh: "只有 between 有第二个数 upTo，且不小于 value。", en: "between, and only it, has a second number upTo, not below value" },
    ]);
  const period = periodFault(asked.period);
  if (period) faults.push(["period", period]);
  return faults;
}

export function nameFault(id: string, definition: Definition | undefined): Words | null {
  if (!definition) return { zh: "指标目录中没有这个指标。", en: "the catalogue has no such indicator" };
  return definition.id === id ? null : { zh: `这是别名，请写 ${definition.id}。`, en: `this is an alias: write ${definition.id}` };
}

export function stageFault(stage: LimitAsked["stage"], { stages }: Definition): Words | null {
  return stage === null || stages.includes(stage) ? null : { zh: "这个指标不用于该学段。", en: "the indicator is not for this stage" };
}

export function periodFault(period: string): Words | null {
  try {
    parsePeriod(period);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.words;
  }
}

/** Only one end of all units is known: a limit on the other would pass units outside it. */
function onWorst({ end }: WorstKind): Words {
  return end === "min"
    ? { zh: "这个指标按最小的一个判定，只能用 >= 或 >。", en: "it is judged on the smallest unit: only >= or > holds for all" }
    : {
        zh: "这个指标按最大的一个判定，只能用 <= 或 <（或 = 0）。",
        en: "it is judged on the largest unit: only <= or < (or = 0) holds for all",
      };
}
