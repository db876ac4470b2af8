/**
 * The limit in force for an indicator: the region's own target, else the source's. Where it cannot be told, why. Periods are not asked
 * for here: where a region's targets of several periods differ, there is none to tell.
 */
import type { Choice, Stage, Target } from "../contract.ts";
import { shownLimit } from "../display.ts";
import type { Words } from "../refusal.ts";
import { clauseOf, type LimitInForce, whyUnjudged } from "./compute.ts";
import { type Definition, STAGES } from "./definition.ts";
import { both } from "./kinds/rule.ts";
import { sourceTargets } from "./options.ts";

/** Whose targets are asked: the region's, for itself and for every school in it. */
export interface Setter {
  readonly region: string | null;
  readonly targets: readonly Target[];
  readonly choices: readonly Pick<Choice, "option" | "choice">[];
}

export interface Ruling extends LimitInForce {
  /** The period of a region's own target; null where the source itself sets the limit. */
  readonly period: string | null;
}

export type Ruled = { readonly limit: Ruling; readonly why?: never } | { readonly why: Words; readonly limit?: never };

/** The limit for a stage; without one, the limit that all stages of the indicator share. */
export function limitInForce(definition: Definition, stage: Stage | null, setter: Setter): Ruled {
  const never = neverJudged(definition);
  if (never) return { why: never };
  if (stage !== null && !definition.stages.includes(stage)) return { why: notAbout(definition, stage) };
  const found = limitsByStage(definition, setter).filter((own) => stage === null || own.stage === stage);
  const crowded = found.find(({ limits }) => limits.length > 1);
  if (crowded) return { why: severalApply(definition, crowded.limits) };
  const [limit, ...others] = distinct(found.flatMap(({ limits }) => limits));
  if (!limit) return { why: whyUnjudged(definition) ?? definition.why ?? unset(definition) };
  if (others.length > 0 || found.some(({ limits }) => limits.length === 0)) return { why: nameTheStage(definition, found) };
  return { limit };
}

/** What stands in a list as the rule: the limits in force by stage, or why there is none. */
export function ruleShown(definition: Definition, setter: Setter): Words {
  const never = neverJudged(definition);
  if (never) return definition.kind.kind === "event" ? EVENT : OPEN;
  const found = limitsByStage(definition, setter);
  const first = found[0]?.limits ?? [];
  if (new Set(found.map(({ limits }) => limits.map(keyOf).join())).size > 1) return shownByStage(definition, found);
  if (first.length === 0) return definition.judged === "direction" ? DIRECTION : unset(definition);
  return shownTogether(definition, first);
}

/** Why no limit may ever judge it, whoever sets one; a direction may be given a number by the region. */
function neverJudged(definition: Definition): Words | null {
  if (definition.kind.kind === "event") return EVENT;
  return definition.judged === "open" ? whyUnjudged(definition) : null;
}

const EVENT: Words = { zh: "触发规则，不与目标值比较", en: "an event rule: not held against a limit" };
const OPEN: Words = { zh: "原文不全，不判定", en: "the text is cut: not judged" };
const DIRECTION: Words = { zh: "只有方向，不判定", en: "a direction only: not judged" };
const UNSET: Words = { zh: "原文没有目标，本区也未设定", en: "no target: neither the source nor the region sets one" };

const UNUSED: Words = {
  zh: "来源文件有目标，本区决定不用它判定，也未设定自己的",
  en: "no target: the region decided not to judge by the source's, and has set none of its own",
};

const unset = ({ targets }: Definition) => (targets.length > 0 ? UNUSED : UNSET);

interface StageLimits {
  readonly stage: Stage;
  readonly limits: readonly Ruling[];
}

function limitsByStage(definition: Definition, setter: Setter): StageLimits[] {
  return definition.stages.map((stage) => ({ stage, limits: distinct(limitsAt(definition, stage, setter)) }));
}

/** The most particular win, as in a rollup: targets that name the region, then its general ones, then the source's own. */
function limitsAt(definition: Definition, stage: Stage, { region, targets, choices }: Setter): Ruling[] {
  const own = targets.filter(
    (target) => target.indicator === definition.id && (target.unit ?? region) === region && (target.stage ?? stage) === stage,
  );
  const named = own.filter(({ unit }) => unit !== null);
  const chosen = named.length > 0 ? named : own;
  if (chosen.length > 0)
    return chosen.map(({ operator, value, upTo, period, source }) => ({
      ...{ operator, value, upTo, period },
      source: regionSource(period, source),
    }));
  return sourceTargets(definition, choices)
    .filter((target) => (target.stage ?? stage) === stage)
    .map(({ operator, value, upTo }) => ({ operator, value, upTo: upTo ?? null, period: null, source: clauseOf(definition) }));
}

/** Who set a limit, where the region did. */
export function regionSource(period: string, source: string): Words {
  return { zh: `本区目标 ${period}：${source}`, en: `the region's target ${period}: ${source}` };
}

const keyOf = ({ operator, value, upTo }: Ruling) => `${operator} ${value} ${upTo}`;

function distinct(limits: readonly Ruling[]): Ruling[] {
  return [...new Map(limits.map((limit) => [keyOf(limit), limit])).values()];
}

function shownTogether(definition: Definition, limits: readonly Ruling[]): Words {
  return both((language) => {
    const own = ({ period }: Ruling) => (period === null ? "" : language === "zh" ? `（本区 ${period}）` : ` (the region's, ${period})`);
    const texts = limits.map((limit) => shownLimit(limit.operator, limit.value, limit.upTo, definition)[language] + own(limit));
    return texts.join(language === "zh" ? "，" : ", ");
  });
}

function shownByStage(definition: Definition, found: readonly StageLimits[]): Words {
  const none = { zh: "无目标", en: "no target" };
  return both((language) =>
    found
      .map(({ stage, limits }) => {
        const limit = limits.length === 0 ? none : shownTogether(definition, limits);
        return `${STAGES[stage][language]} ${limit[language]}`;
      })
      .join(language === "zh" ? "；" : "; "),
  );
}

function notAbout({ stages }: Definition, stage: Stage): Words {
  const names = (language: "zh" | "en") => stages.map((one) => STAGES[one][language]).join(language === "zh" ? "、" : ", ");
  return {
    zh: `这个指标不用于${STAGES[stage].zh}，只用于${names("zh")}`,
    en: `the indicator is not for ${STAGES[stage].en}: it is for ${names("en")}`,
  };
}

function severalApply(definition: Definition, limits: readonly Ruling[]): Words {
  const { zh, en } = shownTogether(definition, limits);
  return { zh: `有几个不同的目标，不能确定用哪个：${zh}`, en: `several different targets apply, there is none to tell: ${en}` };
}

function nameTheStage(definition: Definition, found: readonly StageLimits[]): Words {
  const { zh, en } = shownByStage(definition, found);
  return { zh: `目标分学段，须写明学段：${zh}`, en: `the limit differs by stage, name the stage: ${en}` };
}

/** What is wrong with a number that no value of the indicator can be: 95 for 95 %, rank 0, a negative count. A growth may pass 100 %. */
export function impossible({ unit, kind }: Pick<Definition, "unit" | "kind">, value: number): Words | null {
  if (!Number.isFinite(value)) return { zh: "不是数。", en: "it is no number" };
  if (unit === "rank" && !(Number.isInteger(value) && value >= 1))
    return { zh: "名次从 1 开始。", en: "a rank is a whole number from 1 on" };
  if (kind.kind === "outside" && typeof kind.scale !== "string" && !(Number.isInteger(value) && value >= 1 && value <= kind.scale.length))
    return { zh: `等级为 1 到 ${kind.scale.length}。`, en: `a level is 1 to ${kind.scale.length}` };
  if (unit === "flag" && value !== 0 && value !== 1) return { zh: "是写 1，否写 0。", en: "1 is yes, 0 is no" };
  if (value < 0 && ["count", "worst", "mean", "ratio", "checklist"].includes(kind.kind))
    return { zh: "不能小于 0。", en: "it cannot be below 0" };
  if (unit === "rate" && kind.kind !== "change" && (value < 0 || value > 1)) return NO_RATE;
  if (unit === "points" && Math.abs(value) > 1) return NO_POINTS;
  return null;
}

export const NO_RATE: Words = { zh: "比率写小数：95% 写 0.95，不写 95。", en: "a rate is a fraction: write 0.95, not 95" };
export const NO_POINTS: Words = {
  zh: "百分点写小数：5 个百分点写 0.05。",
  en: "percentage points are a fraction: write 0.05 for 5 points",
};
