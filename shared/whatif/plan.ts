/**
 * Which pupils' worth of improvement, in which schools, brings a county to its target: least effort first, then fewest schools, then the
 * first codes; with limits per school, and in at most k schools where that is asked. The same of one school: which of its pupils.
 */
import type { Rate } from "../marks/rates.ts";
import type { Words } from "../refusal.ts";
import type { RollupInput } from "../rollup.ts";
import { leastIn } from "./ceiling.ts";
import { type Farthest, farthest, mostOf } from "./farthest.ts";
import { finish, preparing, type Question } from "./move.ts";
import { firstOf } from "./nearest.ts";
import type { Choice } from "./plan/cheapest.ts";
import { type Offer, planAmong, type Short } from "./plan/offers.ts";
import type { Solved } from "./plan/solve.ts";
import { impossiblePlan, planWords } from "./planwords.ts";
import { type Measure, papersAbout, type Riser, type Stand } from "./stand.ts";
import { definitionAsked, type Own, type Stands, standing } from "./stands.ts";
import type { Limit } from "./window.ts";

/** What a plan has to keep to. */
export interface PlanTerms {
  readonly limit: Limit;
  /** In at most so many schools. */
  readonly schools?: number | null;
  /** No school more than so many pupils, and no more than this share of those it counts. */
  readonly pupils?: number | null;
  readonly share?: number | null;
}

export interface PlanAsk extends PlanTerms, Question {}

export interface PlanSchool {
  readonly school: string;
  readonly name: string;
  readonly pupils: number;
  /** In the measure's own unit: marks, per cent, pupils. */
  readonly effort: number;
  readonly from: readonly Riser[];
}

export interface PlanOf {
  readonly effort: number;
  readonly schools: readonly PlanSchool[];
}

export interface Impossible {
  readonly possible: false;
  readonly why: Words;
  /** In so many schools it would be possible; `null` where more schools do not help. */
  readonly fewest: number | null;
  /** The best there is within the terms; `null` where they leave nothing out or nothing is gained. */
  readonly farthest: Farthest | null;
}

export type CountyPlan =
  | {
      readonly possible: true;
      /** 0 where the target is met already. */
      readonly pupils: number;
      readonly before: Rate;
      readonly after: Rate;
      readonly measure: Measure;
      readonly plan: PlanOf;
      readonly runnerUp: PlanOf | null;
      readonly words: Words;
    }
  | Impossible;

/** What is to be solved: so many pupils from these schools, which stand in the order of the codes. `need` is 0 where the target is met. */
export interface Sought {
  readonly possible: true;
  readonly need: number;
  readonly after: Rate;
  readonly offers: readonly Offer[];
  readonly k: number | null;
}

export function planFor(input: RollupInput, ask: PlanAsk): CountyPlan {
  const papers = papersAbout(definitionAsked(input.rules, ask.indicator), input.collection.exam?.papers ?? [], ask);
  const stands = finish(standing(finish(preparing(input, papers)), ask));
  if ("why" in stands) return { possible: false, why: stands.why, fewest: null, farthest: null };
  const sought = finish(seeking(stands, ask));
  if (!sought.possible) return sought;
  const { offers, need, k } = sought;
  return planFrom(stands, ask, sought, need === 0 ? null : planAmong(offers, need, k));
}

/** How many must rise and who could, or why no number of pupils reaches the target: told without solving anything, a school at a time. */
export function* seeking(stands: Stands, terms: PlanTerms): Generator<undefined, Sought | Impossible> {
  const { whole, own, definition } = stands;
  const { sign } = whole;
  const found = leastIn(whole, definition, terms.limit);
  if (!found.possible) return { ...found, fewest: null, farthest: farthest(stands, terms) };
  if (found.change * sign < 0) return { possible: false, why: FEWER, fewest: null, farthest: null };
  const offers: Offer[] = [];
  for (const { school, stand } of own) {
    offers.push({ code: school, steps: stepsOf(stand), limit: mostOf(terms, stand) });
    yield;
  }
  return { possible: true, need: found.pupils, after: found.after, offers, k: terms.schools ?? null };
}

/** Those of one cost are one step: over several papers there are many of them. */
function stepsOf({ risers }: Stand): Float64Array {
  const steps: number[] = [];
  let last: number | null = null;
  for (const { gap, pupils } of risers) {
    if (gap === last) (steps[steps.length - 1] as number) += pupils;
    else steps.push(gap, pupils);
    last = gap;
  }
  return Float64Array.from(steps);
}

/** The plan that was found, in the words of its schools, or why there is none; `null`: nobody has to rise. */
export function planFrom(stands: Stands, terms: PlanTerms, { need, after, k }: Sought, solved: Solved | Short | null): CountyPlan {
  const { whole, own, definition } = stands;
  if (solved && "most" in solved) {
    const limited = (terms.pupils ?? null) !== null || (terms.share ?? null) !== null;
    const why = impossiblePlan(need, solved.most, k, limited, definition);
    return { possible: false, why, fewest: solved.fewest, farthest: farthest(stands, terms) };
  }
  const { measure } = whole;
  const { numerator, denominator } = whole.standing;
  const plan = solved ? planOf(own, solved, measure) : { effort: 0, schools: [] };
  const runnerUp = solved?.runnerUp ? planOf(own, solved.runnerUp, measure) : null;
  const frame = { possible: true, pupils: need, before: { numerator, denominator }, after, measure } as const;
  return { ...frame, plan, runnerUp, words: planWords(stands, terms.limit, frame, plan, runnerUp) };
}

const FEWER: Words = {
  zh: "目标要求达线的人更少，不作提高方案",
  en: "the target asks for fewer pupils at the line, and the plan only lifts pupils",
};

function planOf(own: readonly Own[], { cost, pupils }: Choice, measure: Measure): PlanOf {
  const parts = measure.of === "marks" ? measure.parts : 1;
  const schools = own.flatMap(({ school, name, stand }, at): PlanSchool[] => {
    const count = pupils[at] as number;
    if (count === 0) return [];
    const { taken, gap } = firstOf(stand.risers, count);
    return [{ school, name, pupils: count, effort: gap / parts, from: taken }];
  });
  return { effort: cost / parts, schools };
}
