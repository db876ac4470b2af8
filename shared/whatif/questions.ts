/** What can be asked of a unit: every rate that its pupils' marks decide, with the limits it is held against, the missed ones first. */
import type { Figure } from "../contract.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Rate } from "../rates.ts";
import type { Words } from "../refusal.ts";
import { type RollupInput, unitFigures } from "../rollup.ts";
import { judge, type Outcome } from "../target.ts";
import { type Limit, limitsFor, targetsIn } from "../verdicts.ts";
import { leastChange } from "./least.ts";
import type { Question, Unit } from "./move.ts";
import { papersAbout, standOf, whyNotByMarks } from "./stand.ts";
import { whoIsNeeded } from "./who.ts";

export interface Asked extends Question {
  readonly definition: Definition;
  readonly rate: Rate;
  /** `null` where nobody has set one. */
  readonly limit: Limit | null;
  /** By what has been handed in, whoever is missing. */
  readonly outcome: Outcome | null;
  /** Pupils who must cross the line; `null` without a limit, or where no number of them reaches it. */
  readonly short: number | null;
}

const ORDER: Readonly<Record<Outcome, number>> = { missed: 0, undecided: 1, met: 2 };

/** Of the region or one school. Missed targets first, those nearest to being met before others. */
export function questionsIn({ rules, collection, targets }: RollupInput, { code: unit, tallies, marks }: Unit): Asked[] {
  const papers = collection.exam?.papers ?? [];
  const court = { rules, unit, targets: targetsIn(collection.period, targets) };
  const asked = unitFigures(rules, tallies, collection).flatMap(({ figure }): Asked[] => {
    const definition = rules.definitions.find(({ id }) => id === figure.indicator);
    if (!definition || !figure.counts || whyNotByMarks(definition)) return [];
    const limits = limitsFor(figure, court);
    const stand = limits.length > 0 ? standOf(rules, definition, papersAbout(definition, papers, figure), { marks, tallies }, true) : null;
    return (limits.length > 0 ? limits : [null]).map((limit): Asked => {
      const least = limit && stand && leastChange(stand.standing, limit);
      return {
        ...{ indicator: figure.indicator, stage: figure.stage, grade: figure.grade, subject: figure.subject },
        ...{ definition, rate: figure.counts as Rate, limit },
        outcome: limit && judge(figure.counts as NonNullable<Figure["counts"]>, limit.operator, limit.value, limit.upTo),
        short: least?.possible ? least.pupils : null,
      };
    });
  });
  const rank = ({ outcome }: Asked) => (outcome === null ? 3 : ORDER[outcome]);
  return asked.sort((a, b) => rank(a) - rank(b) || (a.short ?? Number.POSITIVE_INFINITY) - (b.short ?? Number.POSITIVE_INFINITY) || 0);
}

export function sameQuestion(a: Question, b: Question): boolean {
  return a.indicator === b.indicator && a.stage === b.stage && a.grade === b.grade && a.subject === b.subject;
}

/** Targets on a change since a baseline: what each takes of the unit, in words. A line cannot be moved for them, nor a plan made. */
export function changesIn(input: RollupInput, unit: string): Words[] {
  const { rules, collection, targets } = input;
  const court = { rules, unit, targets: targetsIn(collection.period, targets) };
  return rules.definitions.flatMap((definition) => {
    if (definition.kind.kind !== "change" || definition.reads.from !== "stage") return [];
    const [stage] = definition.stages;
    if (!stage || !collection.exam?.papers.some((paper) => paper.stage === stage)) return [];
    const at = { indicator: definition.id, stage, grade: null, subject: null };
    return limitsFor({ ...at, ...NO_FIGURE }, court).map((limit): Words => {
      const who = whoIsNeeded(input, { unit, ...at, limit });
      const said = who.possible ? who.words : who.why;
      return { zh: `${definition.names.zh}：${said.zh}`, en: `${definition.names.en}: ${said.en}` };
    });
  });
}

const NO_FIGURE = { resource: null, value: null, counts: null, interval: null, readings: [], estimate: false, why: null };
