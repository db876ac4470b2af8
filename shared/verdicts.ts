/** Figures against the limits in force: the region's own targets, else the thresholds of the sources. */
import type { Figure, Operator, Stage, Target, Verdict } from "./contract.ts";
import { clauseOf } from "./indicators/compute.ts";
import type { Definition } from "./indicators/definition.ts";
import { sourceTargets } from "./indicators/options.ts";
import { withoutRestated } from "./indicators/restated.ts";
import { type Rules, readingIdsOf } from "./indicators/rules.ts";
import { decimal } from "./kernel/decimal.ts";
import { quotient } from "./kernel/quotient.ts";
import { contains, parsePeriod } from "./period.ts";
import type { Words } from "./refusal.ts";
import { type Fact, judge } from "./target.ts";
import { needed } from "./whatif/needed.ts";

export interface Limit {
  readonly operator: Operator;
  readonly value: number;
  readonly upTo: number | null;
  readonly source: string;
  readonly origin: "region" | "default";
}

/** Of a school's targets those of its own stages: what all schools of another stage are to reach is no target of this one. */
export function targetsOfStages(targets: readonly Target[], stages: readonly Stage[], { definitions }: Rules): Target[] {
  const known = new Map(definitions.map((one) => [one.id, one.stages]));
  return targets.filter(({ indicator, stage, unit }) => {
    const asked = stage === null ? (known.get(indicator) ?? stages) : [stage];
    return unit !== null || asked.some((one) => stages.includes(one));
  });
}

/** The targets whose period holds the one asked for. */
export function targetsIn(period: string, targets: readonly Target[]): Target[] {
  const asked = parsePeriod(period);
  return targets.filter((target) => contains(parsePeriod(target.period), asked));
}

/** Who is judged, by which targets of the period; `undecided` says why a figure cannot be judged yet, e.g. schools missing. */
export interface Court {
  readonly rules: Rules;
  readonly unit: string;
  readonly targets: readonly Target[];
  readonly undecided: (figure: Figure) => Words | null;
}

/**
 * A verdict for each figure and limit, and an undecided one for each of the region's targets without a figure. A threshold that a source takes
 * over from the standard is judged once; a target of the region's own always is.
 */
export function verdictsOn(figures: readonly Figure[], court: Court): Verdict[] {
  const judged = figures.flatMap((figure) => limitsFor(figure, court).map((limit) => verdictOn(figure, limit, court)));
  const once = withoutRestated(judged, court.rules.definitions, isTakenOver);
  return [...once, ...withoutFigure(figures, court)];
}

/** A source's own threshold with the numbers of the standard. */
export function isTakenOver(one: Bounds & Pick<Verdict, "origin">, standard: Bounds): boolean {
  return one.origin === "default" && sameLimit(one, standard);
}

type Bounds = Pick<Verdict, "operator" | "limit" | "upTo">;

export function sameLimit(one: Bounds, other: Bounds): boolean {
  return one.operator === other.operator && one.limit === other.limit && one.upTo === other.upTo;
}

/** The most particular targets win: those that name the unit, then the region's general ones, then the source's own. */
export function limitsFor(figure: Pick<Figure, "indicator" | "stage">, court: Pick<Court, "rules" | "unit" | "targets">): Limit[] {
  const definition = definitionOf(court, figure.indicator);
  const chosen = targetsFor(figure, court);
  if (chosen.length > 0) return chosen.map(({ operator, value, upTo, source }) => ({ operator, value, upTo, source, origin: "region" }));
  if (!definition) return [];
  return sourceTargets(definition, court.rules.choices)
    .filter((target) => (target.stage ?? figure.stage) === figure.stage)
    .map(({ operator, value, upTo }) => ({ operator, value, upTo: upTo ?? null, source: clauseOf(definition).zh, origin: "default" }));
}

/** The region's targets that hold for a figure of a unit; `targets`: those of the period. */
export function targetsFor(figure: Pick<Figure, "indicator" | "stage">, court: Pick<Court, "unit" | "targets">): Target[] {
  const own = applicable(court).filter(
    (target) => target.indicator === figure.indicator && (target.stage ?? figure.stage) === figure.stage,
  );
  const named = own.filter((target) => target.unit !== null);
  return named.length > 0 ? named : own;
}

function definitionOf({ rules }: Pick<Court, "rules">, id: string): Definition | undefined {
  return rules.definitions.find((definition) => definition.id === id);
}

function applicable({ targets, unit }: Pick<Court, "targets" | "unit">): Target[] {
  return targets.filter((target) => (target.unit ?? unit) === unit);
}

/** The verdict on one figure by one limit; undecided with the reason where the figure or the court has one. */
export function verdictOn(figure: Figure, limit: Limit, court: Omit<Court, "targets">): Verdict {
  const fact: Fact | undefined = figure.counts ?? figure.value ?? undefined;
  const reason = figure.why ?? (fact === undefined ? { zh: "没有数据", en: "no data" } : court.undecided(figure));
  return {
    indicator: figure.indicator,
    stage: figure.stage,
    grade: figure.grade,
    subject: figure.subject,
    resource: figure.resource,
    unit: court.unit,
    operator: limit.operator,
    limit: limit.value,
    upTo: limit.upTo,
    source: limit.source,
    origin: limit.origin,
    verdict: reason ? "undecided" : judge(fact, limit.operator, limit.value, limit.upTo),
    value: figure.value,
    gap: fact === undefined ? null : gapOf(fact, limit.value),
    needed: neededFor(figure, limit, definitionOf(court, figure.indicator)),
    readings: figure.readings,
    reason,
  };
}

/** Value minus limit, exact for counts. */
function gapOf(fact: Fact, limit: number): number {
  if (typeof fact === "number") return Number((fact - limit).toPrecision(12));
  const { digits, places } = decimal(limit);
  const unit = 10n ** BigInt(places);
  return quotient(BigInt(fact.numerator) * unit - digits * BigInt(fact.denominator), BigInt(fact.denominator) * unit);
}

/** Pupils more who must reach the line, where more pupils is what the limit asks for. */
function neededFor(figure: Figure, { operator, value }: Limit, definition: Definition | undefined): number | null {
  const wantsMore = operator === ">=" || (operator === "=" && value === 1);
  return figure.counts && wantsMore && definition?.better === "high" && value >= 0 && value <= 1 ? needed(figure.counts, value) : null;
}

function withoutFigure(figures: readonly Figure[], court: Court): Verdict[] {
  const has = (definition: Definition, target: Target) =>
    figures.some((figure) => figure.indicator === definition.id && (target.stage ?? figure.stage) === figure.stage);
  return applicable(court).flatMap((target) => {
    const definition = definitionOf(court, target.indicator);
    if (!definition || has(definition, target)) return [];
    const stage = target.stage ?? definition.stages[0] ?? "primary";
    const place = { stage, grade: null, subject: null, resource: null };
    const rest = {
      value: null,
      gap: null,
      needed: null,
      readings: readingIdsOf(court.rules, definition),
      reason: { zh: "本次采集没有这个指标的数据", en: "this collection has no data for the indicator" },
    };
    return [
      {
        indicator: definition.id,
        ...place,
        unit: court.unit,
        operator: target.operator,
        limit: target.value,
        upTo: target.upTo,
        source: target.source,
        origin: "region" as const,
        verdict: "undecided" as const,
        ...rest,
      },
    ];
  });
}
