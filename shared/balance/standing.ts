/**
 * 学校综合达标 over a region, read from the figures of its schools as a rollup has them: how many schools of each stage pass, which do not,
 * and which of the seven requirements they miss. Of every school it is asked, so no sum of the region says it.
 */
import type { Figure, School } from "../contract.ts";
import type { Words } from "../refusal.ts";
import { judge, type Outcome } from "../target.ts";
import { together } from "./county.ts";
import type { BalanceStage } from "./result.ts";
import { isOutside } from "./scope.ts";
import { type Asked, BALANCE_STAGES, type Standard } from "./standard.ts";

/** One of the seven as the schools that are asked about stand to it. */
export interface RequirementStanding {
  readonly names: Words;
  /** Schools under the requirement, and those of them under its floor too: one of those alone is enough to fail the school. */
  readonly missed: number;
  readonly underFloor: number;
}

interface Known {
  readonly school: string;
  readonly name: string;
}

export interface FailingSchool extends Known {
  /** How many of the seven it meets. */
  readonly met: number;
  /** The others: the names, and whether each stays under its floor. */
  readonly missed: readonly { readonly names: Words; readonly underFloor: boolean }[];
}

export interface StageStanding {
  readonly stage: BalanceStage;
  /** Schools asked about: those out of scope are not among them, those that have not submitted are. */
  readonly asked: number;
  readonly passing: number;
  readonly failing: readonly FailingSchool[];
  /** Schools of which it cannot be told, and why; `null` where they have not submitted. */
  readonly open: readonly (Known & { readonly why: Words | null })[];
  /** In the order of the standard, without those that nobody misses. */
  readonly requirements: readonly RequirementStanding[];
  /** Undecided while a school is missing, as every verdict of the region; else every school must pass. */
  readonly verdict: Outcome;
}

/** A school that has submitted, with the figures a rollup has of it. */
export interface Read extends Known {
  readonly figures: readonly Pick<Figure, "indicator" | "stage" | "value" | "why">[];
}

/** Stages that no school asked about has are left out; `required`: the schools the collection asks. */
export function schoolsStanding(
  standard: Standard,
  schools: readonly Read[],
  required: readonly Pick<School, "school" | "name" | "stages">[],
): StageStanding[] {
  return BALANCE_STAGES.flatMap((stage) => {
    const judged = schools.flatMap((school) => judgedIn(standard, stage, school) ?? []);
    const sent = new Set(schools.map(({ school }) => school));
    const missing = required.filter(({ school, stages }) => stages.includes(stage) && !sent.has(school));
    if (judged.length === 0) return [];
    const failing = judged.flatMap(({ failed }) => failed ?? []);
    const open = [
      ...judged.flatMap(({ school, name, why }) => (why ? [{ school, name, why }] : [])),
      ...missing.map(({ school, name }) => ({ school, name, why: null })),
    ];
    const outcomes = judged.map(({ failed, why }): Outcome => (why ? "undecided" : failed ? "missed" : "met"));
    return [
      {
        ...{ stage, failing, open },
        asked: judged.length + missing.length,
        passing: outcomes.filter((one) => one === "met").length,
        requirements: requirementsOf(standard.asked[stage], judged),
        verdict: missing.length > 0 ? "undecided" : together(outcomes),
      },
    ];
  });
}

interface Judged extends Known {
  readonly missed: FailingSchool["missed"];
  readonly failed: FailingSchool | null;
  readonly why: Words | null;
}

/** `undefined` where the school is not asked, or has nothing of the stage. */
function judgedIn(standard: Standard, stage: BalanceStage, { school, name, figures }: Read): Judged | undefined {
  const rule = figures.find((one) => one.indicator === standard.school.id && one.stage === stage);
  if (!rule || isOutside(rule.why)) return undefined;
  const seven = standard.asked[stage];
  const missed = seven.flatMap(({ indicator, names, requirement, floor }) => {
    const value = figures.find((one) => one.indicator === indicator && one.stage === stage)?.value ?? null;
    if (value === null || judge(value, ">=", requirement) === "met") return [];
    return [{ names, underFloor: judge(value, ">=", floor) === "missed" }];
  });
  const known = { school, name };
  const met = seven.length - missed.length;
  const failed = rule.value === 0 ? { ...known, met, missed } : null;
  return { ...known, missed, failed, why: rule.value === null ? (rule.why ?? NO_DATA) : null };
}

const NO_DATA: Words = { zh: "没有数据", en: "no data" };

function requirementsOf(seven: readonly Asked[], judged: readonly Judged[]): RequirementStanding[] {
  return seven.flatMap(({ names }) => {
    const missed = judged.flatMap((one) => one.missed.filter((own) => own.names === names));
    return missed.length === 0 ? [] : [{ names, missed: missed.length, underFloor: missed.filter(({ underFloor }) => underFloor).length }];
  });
}
