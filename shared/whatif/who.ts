/**
 * Who is needed for one target of one unit: the least number of pupils, in which score bands they are, nearest to the line first; or the
 * proof that it cannot be. For rates at a line of marks, and for their change since a baseline.
 */
import type { Paper, Verdict } from "../contract.ts";
import { marksOf, NO_BASELINE } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Rate } from "../marks/rates.ts";
import { invalid, type Words } from "../refusal.ts";
import type { RollupInput } from "../rollup.ts";
import type { Tallies } from "../tally.ts";
import { type Band, bandsOf } from "./bands.ts";
import { leastChange, type Since } from "./least.ts";
import { firstOf } from "./nearest.ts";
import { type Measure, papersAbout, type Stand, standOf, whyNotByMarks } from "./stand.ts";
import { whoWords } from "./whowords.ts";
import type { Limit } from "./window.ts";

export interface Target {
  /** A school's code or the region's. */
  readonly unit: string;
  readonly indicator: string;
  readonly stage: Paper["stage"];
  readonly grade: number | null;
  readonly subject: string | null;
  readonly limit: Limit;
}

/** What a verdict holds its figure against. */
export function targetOf({ unit, indicator, stage, grade, subject, operator, limit, upTo }: Omit<Verdict, "verdict">): Target {
  return { unit, indicator, stage, grade, subject, limit: { operator, value: limit, upTo } };
}

export interface Needed {
  readonly possible: true;
  /** 0 where the target is met. Of a stage's rate, a pupil counts once in each paper. */
  readonly pupils: number;
  /** They have to rise over the line; `false`: the limit asks that fewer reach it, and nobody is asked to fall. */
  readonly rising: boolean;
  readonly before: Rate;
  readonly after: Rate;
  readonly since: Since | null;
  readonly measure: Measure;
  /** In the measure's own unit: marks, per cent, pupils. */
  readonly effort: number;
  /** Where those who rise are, nearest to the line first. */
  readonly bands: readonly Band[];
  readonly words: Words;
}

export type Who = Needed | { readonly possible: false; readonly why: Words };

/** Whether pupils' marks decide the indicator; the change of a stage's rate too. */
function isByMarks(definition: Definition): boolean {
  return whyNotByMarks(definition) === null || isChange(definition);
}

function isChange({ reads, kind }: Definition): boolean {
  return reads.from === "stage" && kind.kind === "change";
}

/** Refuses an indicator or a unit that there is not, and an indicator that marks do not decide. */
export function whoIsNeeded(input: RollupInput, target: Target): Who {
  const { rules, collection, baseline } = input;
  const definition = rules.definitions.find(({ id }) => id === target.indicator);
  if (!definition) throw invalid(`没有指标 ${target.indicator}。`, `there is no indicator ${target.indicator}`);
  if (!isByMarks(definition)) throw invalid(`“${definition.names.zh}”不由分数线决定。`, `${definition.names.en} is not decided by marks`);
  const own = unitIn(input, target.unit);
  const standIn = (tallies: Tallies, papers: readonly Paper[]): Stand | null => {
    const about = papersAbout(definition, papers, target);
    return standOf(rules, definition, about, { marks: marksOf(rules, tallies, about), tallies }, true);
  };
  const stand = standIn(own.tallies, collection.exam?.papers ?? []);
  if (!stand) return { possible: false, why: NOT_SENT };
  let since: Since | null = null;
  if (isChange(definition)) {
    const then = baseline && own.baseline && standIn(own.baseline, baseline.collection.exam?.papers ?? []);
    if (!then) return { possible: false, why: NO_BASELINE };
    since = { rate: rateOf(then), mode: "points" };
  }
  const found = leastChange(stand.standing, target.limit, since);
  if (!found.possible) return found;
  const rising = found.change * stand.sign >= 0;
  const { taken, gap } = rising ? firstOf(stand.risers, found.pupils) : { taken: [], gap: 0 };
  const needed = {
    ...{ possible: true as const, pupils: found.pupils, rising, before: rateOf(stand), after: found.after, since, measure: stand.measure },
    effort: stand.measure.of === "marks" ? gap / stand.measure.parts : gap,
    bands: bandsOf(stand.risers, taken, stand.measure),
  };
  return { ...needed, words: whoWords(definition, target.limit, needed) };
}

const NOT_SENT: Words = { zh: "没有报这一项", en: "it has not been sent" };

function rateOf({ standing: { numerator, denominator } }: Stand): Rate {
  return { numerator, denominator };
}

/** What a unit sent, now and in the baseline. */
function unitIn({ region, sums, members, baseline }: RollupInput, unit: string): { tallies: Tallies; baseline: Tallies | undefined } {
  if (unit === region) return { tallies: sums, baseline: baseline?.sums };
  const found = members.find(({ school }) => school === unit);
  if (!found) throw invalid(`${unit} 没有填报。`, `${unit} has sent nothing`);
  return { tallies: found.tallies, baseline: found.baseline };
}
