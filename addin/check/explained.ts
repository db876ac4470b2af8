/** The sentence of EXPLAIN on a figure that stands already: of the open sheet, of a submission, of a region. */

import type { Choice, Figure, ReadingInForce, Target, Verdict } from "../../shared/contract.ts";
import { type Behind, behind } from "../../shared/figures/behind.ts";
import { clauseOf, type LimitInForce } from "../../shared/indicators/compute.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { type Ruled, sentence } from "../../shared/indicators/explain.ts";
import { withDecisions } from "../../shared/indicators/fields.ts";
import { limitInForce, regionSource } from "../../shared/indicators/limits.ts";
import { chosenIn } from "../../shared/indicators/rules.ts";
import type { Words } from "../../shared/refusal.ts";
import { targetsFor, targetsIn } from "../../shared/verdicts.ts";
import type { MarksBehind } from "../../shared/whatif/gap.ts";
import { choicesBehind } from "../pane/readings.ts";
import type { About } from "./about.ts";

export interface Told {
  readonly indicator: Definition;
  readonly figure: Figure | null;
  readonly verdict: Verdict | null;
}

type Ground = Pick<About, "atHand" | "targets" | "choices" | "region" | "collection">;

const NOTHING: Behind = { members: null, unit: 1n, line: undefined };
const PER_SCHOOL: Words = {
  zh: "这是对每所学校的要求，不按全县合计判定",
  en: "this is asked of each school and not judged on the region's sum",
};

export function explained({ indicator, figure, verdict }: Told, readings: readonly ReadingInForce[], about: Ground): Words {
  const ids = verdict?.readings ?? figure?.readings ?? [];
  const choices = choicesIn(readings.filter(({ id }) => ids.includes(id)));
  const choose = choicesBehind(ids, indicator);
  const found = figure ? behind(indicator, figure, choose, about.atHand) : NOTHING;
  const fact = figure?.counts ?? figure?.value ?? undefined;
  const said = sentence({ definition: indicator, fact, choose, ...found }, ruledBy(indicator, figure, verdict, about), chosenIn(choices));
  const decided = choices.filter(({ why }) => why !== "");
  return withDecisions(said, indicator, decided, found.line?.typed ?? false);
}

/** The sum of marks behind a mean, for how many marks are missing. */
export function marksBehind({ indicator, figure }: Told, { atHand }: Ground): MarksBehind | undefined {
  if (!figure || indicator.kind.kind !== "marks" || indicator.kind.of !== "mean") return undefined;
  const paper = atHand.papers.find(
    ({ stage, grade, subject }) => stage === figure.stage && grade === figure.grade && subject === figure.subject,
  );
  const { members, unit } = behind(indicator, figure, () => "", atHand);
  const own = members?.[0];
  return own && paper ? { own, unit, grid: paper.grid } : undefined;
}

function ruledBy(
  indicator: Definition,
  figure: Figure | null,
  verdict: Verdict | null,
  { targets, choices, region, collection }: Ground,
): Ruled {
  if (verdict) {
    const { operator, limit, upTo } = verdict;
    const undecided = verdict.verdict === "undecided" ? (verdict.reason ?? undefined) : undefined;
    return { limit: { operator, value: limit, upTo, source: setBy(indicator, verdict, targets, collection) }, undecided };
  }
  const ruled = limitInForce(indicator, figure?.stage ?? null, { region, targets, choices: collection.choices ?? choices });
  return { why: ruled.why ?? figure?.why ?? PER_SCHOOL };
}

/** Who set the limit, as EXPLAIN has it: the clause, or the period and source of the target that is in force for the unit. */
function setBy(
  indicator: Definition,
  verdict: Verdict,
  targets: readonly Target[],
  { period }: Ground["collection"],
): LimitInForce["source"] {
  if (verdict.origin === "default") return clauseOf(indicator);
  const own = targetsFor(verdict, { unit: verdict.unit, targets: targetsIn(period, targets) }).find(
    ({ operator, value, upTo, source }) =>
      operator === verdict.operator && value === verdict.limit && upTo === verdict.upTo && source === verdict.source,
  );
  return own ? regionSource(own.period, own.source) : { zh: verdict.source, en: verdict.source };
}

/** The readings that are choices, with who made them where somebody did. */
function choicesIn(readings: readonly ReadingInForce[]): Choice[] {
  return readings.flatMap(({ id, decided }): Choice[] => {
    const [option, choice] = id.split(":");
    return option && choice ? [{ option, choice, by: "", at: "", why: "", ...decided }] : [];
  });
}
