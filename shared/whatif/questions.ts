/** What can be asked of a unit: every rate that its pupils' marks decide, with the limits it is held against, the missed ones first. */
import { whyApart } from "../collecting/apart.ts";
import type { Figure } from "../contract.ts";
import { jointFigures } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Rate } from "../marks/rates.ts";
import type { Words } from "../refusal.ts";
import { type RollupInput, regionWaits, unitFigures } from "../rollup.ts";
import { judge, type Outcome } from "../target.ts";
import { type Limit, limitsFor, targetsIn, verdictOn } from "../verdicts.ts";
import { leastChange } from "./least.ts";
import type { Question, Unit } from "./move.ts";
import { rateName } from "./planwords.ts";
import { papersAbout, standOf, whyNotByMarks } from "./stand.ts";
import { whoIsNeeded } from "./who.ts";

export interface Asked extends Question {
  readonly definition: Definition;
  readonly rate: Rate;
  /** `null` where nobody has set one. */
  readonly limit: Limit | null;
  /** As the rollup judges it: undecided while somebody is missing. `null` without a limit. */
  readonly outcome: Outcome | null;
  /** Why nothing may be judged yet, in the rollup's words. */
  readonly waits: Words | null;
  /** By what has been handed in, whoever is missing. */
  readonly sent: Outcome | null;
  /** Pupils who must cross the line; `null` without a limit, or where no number of them reaches it. */
  readonly short: number | null;
}

const ORDER: Readonly<Record<Outcome, number>> = { missed: 0, undecided: 1, met: 2 };

/** Of the region or one school. Targets missed by what was handed in first, those nearest to being met before others. */
export function questionsIn(input: RollupInput, { code: unit, tallies, marks }: Unit): Asked[] {
  const { rules, collection, targets, region } = input;
  const papers = collection.exam?.papers ?? [];
  const undecided = unit === region ? regionWaits(input) : () => null;
  const court = { rules, unit, targets: targetsIn(collection.period, targets), undecided };
  const asked = unitFigures(rules, tallies, collection).flatMap(({ figure }): Asked[] => {
    const definition = rules.definitions.find(({ id }) => id === figure.indicator);
    if (!definition || !figure.counts || whyNotByMarks(definition)) return [];
    const limits = limitsFor(figure, court);
    const stand = limits.length > 0 ? standOf(rules, definition, papersAbout(definition, papers, figure), { marks, tallies }, true) : null;
    return (limits.length > 0 ? limits : [null]).map((limit): Asked => {
      const least = limit && stand && leastChange(stand.standing, limit);
      const fact = figure.counts as NonNullable<Figure["counts"]>;
      return {
        ...{ indicator: figure.indicator, stage: figure.stage, grade: figure.grade, subject: figure.subject },
        ...{ definition, rate: figure.counts as Rate, limit },
        outcome: limit && verdictOn(figure, limit, court).verdict,
        waits: undecided(figure),
        sent: limit && judge(fact, limit.operator, limit.value, limit.upTo),
        short: least?.possible ? least.pupils : null,
      };
    });
  });
  const rank = ({ sent }: Asked) => (sent === null ? 3 : ORDER[sent]);
  return asked.sort((a, b) => rank(a) - rank(b) || (a.short ?? Number.POSITIVE_INFINITY) - (b.short ?? Number.POSITIVE_INFINITY) || 0);
}

/** All-subject rates that cannot be told because schools' counts are kept apart: which, and why. */
export function apartIn({ rules, region, collection, members }: RollupInput, unit: string): Words[] {
  const behind = unit === region ? members : members.filter(({ school }) => school === unit);
  const papers = collection.exam?.papers ?? [];
  const found = jointFigures(rules, new Map(), papers, (grade) => whyApart(behind, grade)).flatMap(({ figure }) => {
    const { indicator, stage, grade, why } = figure;
    const definition = rules.definitions.find(({ id }) => id === indicator);
    const apart = grade === null ? null : whyApart(behind, { stage, grade });
    // One that is of other subjects is nobody's here.
    return definition && why && why.zh === apart?.zh ? [{ name: rateName(definition, { stage, grade, subject: null }), why }] : [];
  });
  return found.map(({ name, why }) => ({ zh: `${name.zh}：${why.zh}。`, en: `${name.en}: ${why.en}.` }));
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
