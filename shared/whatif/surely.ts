/**
 * What lifting pupils over all subjects does to the figures of the papers. In which of them a pupil gains is not said, so the papers stay as
 * they are; but whoever comes to pass all of them passes at least one more. A verdict is given where that settles it, else it is open.
 */

import type { Figure, Verdict } from "../contract.ts";
import { figureKey } from "../figures/figure-key.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import type { RollupInput, readRollup } from "../rollup.ts";
import { type Fact, meets } from "../target.ts";
import type { Lift } from "./lift.ts";

/** What is known of a value: that it is no less than what is told, or no more, or nothing. */
export type Bound = "least" | "most" | "open";
export type Bounded = Figure & { readonly bound?: Bound };
type Reading = Pick<ReturnType<typeof readRollup>, "figures" | "verdicts" | "schools">;
type Own = Pick<Reading, "figures" | "verdicts">;

export const NOT_SAID: Words = {
  zh: "提高的是全科合格，在哪一科提高没有说定",
  en: "pupils are lifted over all subjects, and in which of them is not said",
};

/** The reading with the verdicts that the lifts leave open or settle. */
export function afterLifts(reading: Reading, lifts: readonly Lift[], { rules }: RollupInput): Reading {
  if (lifts.every(({ subject }) => subject !== null)) return reading;
  const definitions = new Map(rules.definitions.map((one) => [one.id, one]));
  return {
    ...settled(reading, lifts, definitions),
    schools: reading.schools.map((one) => ({
      ...one,
      ...settled(
        one,
        lifts.filter(({ school }) => school === one.school),
        definitions,
      ),
    })),
  };
}

function settled({ figures, verdicts }: Own, lifts: readonly Lift[], definitions: ReadonlyMap<string, Definition>): Own {
  const bounded = new Map(
    figures.flatMap((figure): [string, Bounded][] => {
      const definition = definitions.get(figure.indicator);
      if (!definition || !readsPapers(definition) || !touches(lifts, figure) || figure.value === null) return [];
      return [[figureKey(figure), atLeast(figure, definition, lifts) ?? { ...figure, bound: boundOf(definition) }]];
    }),
  );
  const judged = verdicts.map((verdict): Verdict => {
    const figure = bounded.get(figureKey(verdict));
    // Of what is not told nothing more is open.
    if (!figure || figure.value === null) return verdict;
    const { operator, limit, upTo, reason } = verdict;
    const reached = (fact: Fact) => meets(fact, operator, limit, upTo);
    // What waits for another reason, a school that has not sent, is held for that one as well.
    const surely = figure.bound === "least" ? ">" : figure.bound === "most" ? "<" : null;
    if (surely !== null && operator.startsWith(surely) && reached(figure.counts ?? figure.value))
      return { ...verdict, value: figure.value, ...(reason === null && { verdict: "met" }) };
    return { ...verdict, verdict: "undecided", reason: both(reason, NOT_SAID) };
  });
  return { figures: figures.map((figure) => bounded.get(figureKey(figure)) ?? figure), verdicts: judged };
}

function both(one: Words | null, other: Words): Words {
  return one === null ? other : { zh: `${one.zh}；${other.zh}`, en: `${one.en}; ${other.en}` };
}

/** More marks only raise a mean and a rate of those at or above a line, and only lower a rate of those below; a spread of marks, and what is compared between schools, may go either way. */
function boundOf({ kind }: Definition): Bound {
  if (kind.kind === "share") return kind.side === "reached" ? "least" : "most";
  return kind.kind === "marks" && kind.of === "mean" ? "least" : "open";
}

/** A pass rate over all papers of the stage: each pupil passes one more at least. Those who are lifted in a paper as well may be the same. */
function atLeast(figure: Figure, { kind, reads }: Definition, lifts: readonly Lift[]): Bounded | null {
  if (kind.kind !== "share" || kind.line !== "pass" || kind.side !== "reached" || reads.from !== "stage" || !figure.counts) return null;
  const own = lifts.filter(({ stage }) => stage === figure.stage);
  const [over, within] = [own.filter(({ subject }) => subject === null), own.filter(({ subject }) => subject !== null)].map((some) =>
    some.reduce((sum, { pupils }) => sum + pupils, 0),
  ) as [number, number];
  const { numerator, denominator } = figure.counts;
  const reached = numerator + Math.max(0, over - within);
  return { ...figure, counts: { numerator: reached, denominator }, value: reached / denominator, bound: "least" };
}

function readsPapers({ reads: { from } }: Definition): boolean {
  return from === "paper" || from === "stage" || from === "pairs" || from === "members";
}

function touches(lifts: readonly Lift[], { stage, grade }: Pick<Figure, "stage" | "grade">): boolean {
  return lifts.some((lift) => lift.subject === null && lift.stage === stage && (grade === null || lift.grade === grade));
}
