/**
 * Which pupils' worth of improvement, in which schools, brings a county to its target: least effort first, then fewest schools, then the
 * first codes; with limits per school, and in at most k schools where that is asked.
 */
import type { Paper } from "../contract.ts";
import { marksOf } from "../figures.ts";
import { ceilTimes, decimal } from "../kernel/decimal.ts";
import type { Rate } from "../rates.ts";
import { Refusal, type Words } from "../refusal.ts";
import type { RollupInput } from "../rollup.ts";
import { leastChange } from "./least.ts";
import { firstOf } from "./nearest.ts";
import type { Choice } from "./plan/cheapest.ts";
import { curveOf } from "./plan/curve.ts";
import { solve } from "./plan/solve.ts";
import { mostIn } from "./plan/within.ts";
import { impossiblePlan, planWords } from "./planwords.ts";
import { type Measure, papersAbout, type Riser, type Stand, standOf, whyNotByMarks } from "./stand.ts";
import type { Limit } from "./window.ts";

export interface PlanAsk {
  readonly indicator: string;
  readonly stage: Paper["stage"];
  readonly grade: number | null;
  readonly subject: string | null;
  readonly limit: Limit;
  /** In at most so many schools. */
  readonly schools?: number | null;
  /** No school more than so many pupils, and no more than this share of those it counts. */
  readonly pupils?: number | null;
  readonly share?: number | null;
}

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
  | { readonly possible: false; readonly why: Words };

interface Own {
  readonly school: string;
  readonly name: string;
  readonly stand: Stand;
}

export function planFor({ rules, collection, sums, members }: RollupInput, ask: PlanAsk): CountyPlan {
  const definition = rules.definitions.find(({ id }) => id === ask.indicator);
  const refused = definition
    ? whyNotByMarks(definition)
    : { zh: `没有指标 ${ask.indicator}。`, en: `there is no indicator ${ask.indicator}` };
  if (!definition || refused) throw new Refusal("invalid", refused as Words);
  const papers = collection.exam?.papers ?? [];
  const about = papersAbout(definition, papers, ask);
  const county = standOf(rules, definition, about, { marks: marksOf(rules, sums, about), tallies: sums }, true);
  if (!county) return { possible: false, why: { zh: "没有学校报这一项", en: "no school has sent it" } };
  const { standing, sign, measure } = county;
  const found = leastChange(standing, ask.limit);
  if (!found.possible) return found;
  if (found.change * sign < 0) return { possible: false, why: FEWER };
  const told = measure.of !== "pupils";
  const own = members.flatMap(({ school, name, tallies }): Own[] => {
    const stand = standOf(rules, definition, about, { marks: marksOf(rules, tallies, about), tallies }, told);
    return stand ? [{ school, name, stand }] : [];
  });
  own.sort((a, b) => (a.school < b.school ? -1 : 1));
  const curves = own.map(({ school, stand }) =>
    curveOf(
      school,
      stand.risers.map(({ gap, pupils }) => [gap, pupils] as const),
      limitOf(ask, stand),
    ),
  );
  const k = ask.schools ?? null;
  const before: Rate = { numerator: standing.numerator, denominator: standing.denominator };
  const frame = { possible: true, pupils: found.pupils, before, after: found.after, measure } as const;
  const said = (plan: PlanOf, runnerUp: PlanOf | null) => ({
    ...frame,
    plan,
    runnerUp,
    words: planWords(definition, ask, frame, plan, runnerUp),
  });
  if (found.pupils === 0) return said({ effort: 0, schools: [] }, null);
  const solved = solve(curves, found.pupils, k);
  if (!solved) return { possible: false, why: impossiblePlan(found.pupils, mostIn(curves, k ?? curves.length), k) };
  return said(planOf(own, solved, measure), solved.runnerUp && planOf(own, solved.runnerUp, measure));
}

const FEWER: Words = {
  zh: "目标要求达线的人更少，不作提高方案",
  en: "the target asks for fewer pupils at the line, and the plan only lifts pupils",
};

function limitOf({ pupils, share }: PlanAsk, { standing: { denominator } }: Stand): number {
  // A share of pupils is rounded down: at most is at most.
  const ofShare = share === null || share === undefined ? Number.POSITIVE_INFINITY : -ceilTimes(decimal(-share), denominator);
  return Math.min(pupils ?? Number.POSITIVE_INFINITY, ofShare);
}

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
