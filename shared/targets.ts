/** A region's targets: what is wrong with one that somebody wants to set, and one while it is typed, every field a text. */
import { canonical } from "./canonical.ts";
import type { Overview, School, Target, TargetBody } from "./contract.ts";
import { limitDigits } from "./display.ts";
import { clauseOf } from "./indicators/compute.ts";
import { type Definition, STAGES } from "./indicators/definition.ts";
import { shipped } from "./indicators/index.ts";
import { limitFaults } from "./indicators/limit-faults.ts";
import type { Words } from "./refusal.ts";
import { plainText } from "./scores.ts";
import { asTyped, notANumber, numberIn } from "./statement/typed.ts";

export type TargetFault = readonly [key: keyof TargetBody, words: Words];

/**
 * Everything wrong with a target, under the name of its field. `units`: the region's code and those of its schools; `others`: the targets it
 * is to stand beside.
 */
export function targetFaults(target: TargetBody, units: ReadonlySet<string>, others: readonly TargetBody[]): TargetFault[] {
  const faults: TargetFault[] = limitFaults(target, latest(target.indicator));
  const same = others.find((one) => asksOf(one) === asksOf(target));
  if (same) {
    const zh = `同样的目标已经有了（出处：${same.source}），再设一条会判定两次。要写两个出处，请改原来那一条。`;
    const en = `the same target is set already (source: ${same.source}) and would be judged twice; to name two sources, change that one`;
    faults.push(["value", { zh, en }]);
  }
  if (target.unit === null || units.has(target.unit)) return faults;
  return [...faults, ["unit", { zh: "既不是本区划，也不是已登记的学校。", en: "neither this region nor a school registered in it" }]];
}

/** Alike for two targets that ask the same, whoever wrote them. */
function asksOf({ indicator, stage, unit, period, operator, value, upTo }: TargetBody): string {
  return canonical([indicator, stage, unit, period, operator, value, upTo]);
}

/** A list that replaces the one before: who set a target and when stays with those that did not change. */
export function setTargets(before: readonly Target[], next: readonly TargetBody[], now: Pick<Target, "by" | "at">): Target[] {
  const known = new Map(before.map(({ by, at, ...body }) => [canonical(body), { by, at }]));
  return next.map(({ indicator, stage, unit, period, operator, value, upTo, source }) => {
    const body = { indicator, stage, unit, period, operator, value, upTo, source };
    return { ...body, ...(known.get(canonical(body)) ?? now) };
  });
}

export interface TypedTarget extends Pick<TargetBody, "indicator" | "stage" | "unit" | "operator"> {
  readonly period: string;
  /** Per cent for rates and points, as it is spoken. */
  readonly value: string;
  readonly upTo: string;
  readonly source: string;
}

/** A target as it stands in the fields. */
export function typedTarget({ indicator, stage, unit, operator, period, value, upTo, source }: Omit<Target, "by" | "at">): TypedTarget {
  const digits = (number: number | null) => (number === null ? "" : limitDigits(number, unitOf(indicator)));
  return { indicator, stage, unit, operator, period, source, value: digits(value), upTo: digits(upTo) };
}

/** A new target of an indicator: with the limit and the clause of its source, where that sets one. */
export function newTarget(definition: Definition, period: string): TypedTarget {
  const [limit] = definition.targets;
  const empty = { indicator: definition.id, stage: null, unit: null, operator: ">=", period, value: "", upTo: "", source: "" } as const;
  if (!limit) return empty;
  const { stage = null, operator, value, upTo = null } = limit;
  return typedTarget({ ...empty, stage, operator, value, upTo, source: clauseOf(definition).zh.slice(0, 200) });
}

/** The target where all of it can be read, and everything that is wrong in a region with these schools. */
export function readTarget(
  typed: TypedTarget,
  { region, schools }: Pick<Overview, "region" | "schools">,
  others: readonly TargetBody[],
): { target: TargetBody | null; faults: TargetFault[] } {
  const faults: TargetFault[] = [];
  const number = (key: "value" | "upTo"): number => {
    const read = numberIn(typed[key], unitOf(typed.indicator));
    if (read === undefined) faults.push([key, notANumber(typed[key], unitOf(typed.indicator))]);
    return read ?? 0;
  };
  const { indicator, stage, unit, operator } = typed;
  const target: TargetBody = {
    ...{ indicator, stage, unit, operator, period: plainText(typed.period), value: number("value") },
    upTo: operator === "between" ? number("upTo") : null,
    source: typed.source.trim(),
  };
  if (target.source === "") faults.push(["source", { zh: "请写出处：目标来自哪份文件。", en: "write the source: which document sets it" }]);
  // What could not be read is told once.
  const told = new Set(faults.map(([key]) => key));
  const units = new Set([region, ...schools.map(({ school }) => school)]);
  const found = [...targetFaults(target, units, others), ...neverAsked(target, schools)].filter(([key]) => !told.has(key));
  faults.push(...found.map(([key, words]) => [key, asTyped(words)] as const));
  return { target: faults.length === 0 ? target : null, faults };
}

/** Nobody would be judged by it: the school it names has no pupils of that stage. */
function neverAsked({ unit, stage }: TargetBody, schools: readonly School[]): TargetFault[] {
  const school = schools.find((one) => one.school === unit);
  if (!school || stage === null || school.stages.includes(stage)) return [];
  const { zh, en } = STAGES[stage];
  return [
    [
      "unit",
      {
        zh: `${school.name}没有${zh}，这条目标不会判定。请改学校或学段。`,
        en: `${school.name} has no pupils of the ${en} stage, so the target would judge nobody: change the school or the stage`,
      },
    ],
  ];
}

function latest(indicator: string): Definition | undefined {
  return shipped.versionsOf(indicator).at(-1);
}

function unitOf(indicator: string): Definition["unit"] {
  return latest(indicator)?.unit ?? "none";
}
