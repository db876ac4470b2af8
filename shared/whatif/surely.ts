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

/** `least`: the value is no less than this, and nothing more is known of it. */
export type Bounded = Figure & { readonly least?: true };
type Reading = Pick<ReturnType<typeof readRollup>, "figures" | "verdicts" | "schools">;
type Own = Pick<Reading, "figures" | "verdicts">;

const NOT_SAID: Words = {
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
  const fresh = new Map<string, Bounded>();
  const judged = verdicts.map((verdict): Verdict => {
    const definition = definitions.get(verdict.indicator);
    if (!definition || !readsPapers(definition) || !touches(lifts, verdict)) return verdict;
    const figure = figures.find((one) => figureKey(one) === figureKey(verdict));
    // Of what is not told nothing more is open.
    if (!figure || figure.value === null) return verdict;
    const least = atLeast(figure, definition, lifts);
    if (least) fresh.set(figureKey(least), least);
    const { operator, limit, upTo, reason } = verdict;
    const reached = (fact: Fact) => meets(fact, operator, limit, upTo);
    // What waits for another reason, a school that has not sent, is held for that one as well.
    if (least?.counts && operator.startsWith(">") && reached(least.counts))
      return { ...verdict, value: least.value, ...(reason === null && { verdict: "met" }) };
    if (reached(figure.counts ?? figure.value) && onlyHelped(definition, verdict)) return verdict;
    return { ...verdict, verdict: "undecided", reason: both(reason, NOT_SAID) };
  });
  return { figures: figures.map((figure) => fresh.get(figureKey(figure)) ?? figure), verdicts: judged };
}

function both(one: Words | null, other: Words): Words {
  return one === null ? other : { zh: `${one.zh}；${other.zh}`, en: `${one.en}; ${other.en}` };
}

/** More marks only raise a mean and a rate of those at or above a line, and only lower a rate of those below; a spread of marks, and what is compared between schools, may go either way. */
function onlyHelped({ kind }: Definition, { operator }: Verdict): boolean {
  if (kind.kind === "share") return operator.startsWith(kind.side === "reached" ? ">" : "<");
  return kind.kind === "marks" && kind.of === "mean" && operator.startsWith(">");
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
  return { ...figure, counts: { numerator: reached, denominator }, value: reached / denominator, least: true };
}

function readsPapers({ reads: { from } }: Definition): boolean {
  return from === "paper" || from === "stage" || from === "pairs" || from === "members";
}

function touches(lifts: readonly Lift[], { stage, grade }: Pick<Figure, "stage" | "grade">): boolean {
  return lifts.some((lift) => lift.subject === null && lift.stage === stage && (grade === null || lift.grade === grade));
}
