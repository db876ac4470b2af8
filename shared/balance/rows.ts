/**
 * What a school sent, as the rows that are judged: one for each of its stages, shared amounts split, with why the school is out of scope
 * where it is. The one place in front of the rollup and of the 优质均衡 check, so that both read the same numbers.
 */
import type { ResourceName, Stage } from "../contract.ts";
import { STAGES } from "../indicators/definition.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import type { Words } from "../refusal.ts";
import { countOf, longOf, placeKey, reports } from "../slice.ts";
import type { Tallies, Tally } from "../tally.ts";
import type { StageRow } from "./school.ts";
import { outsideScope } from "./scope.ts";
import { type Amounts, type Split, type StagePart, type StageWeights, splitShared, unclearParts } from "./split.ts";
import { BALANCE_STAGES } from "./standard.ts";

/** A school with what it sent. */
export interface Sender {
  readonly school: string;
  readonly name: string;
  readonly stages: readonly Stage[];
  /** As the bureau wrote it; `null` or absent where it wrote none. */
  readonly type?: string | null;
  readonly tallies: Tallies;
}

export interface SentRows {
  /** Why the school is not asked about. Its rows are its values all the same. */
  readonly outside: Words | null;
  /** Empty where it has sent no resources of any stage. */
  readonly rows: readonly StageRow[];
}

const ALL_STAGES: readonly Stage[] = [...BALANCE_STAGES, "senior"];

/** 高中 only takes its part of what is shared. */
export function sentRows(weights: StageWeights, { school, name, stages, type, tallies }: Sender): SentRows {
  const sent = ALL_STAGES.flatMap((stage) => partOf(tallies, stage) ?? []);
  const { split, parts, unclear } = sharedOut(sent, stages, weights);
  const rows = BALANCE_STAGES.flatMap((stage): StageRow[] => {
    const part = parts.find((one) => one.stage === stage);
    if (part) return [{ school, name, stage, pupils: part.pupils, amounts: part.amounts, split, unclear }];
    return sent.length > 0 && stages.includes(stage)
      ? [{ school, name, stage, pupils: null, amounts: {}, split: false, unclear: null }]
      : [];
  });
  return { outside: outsideScope(type ?? null, pupilsOf(tallies)), rows };
}

/** Pupils of compulsory age that a school reported with its resources; `null` where it reported none of its stages. */
export function pupilsOf(tallies: Tallies): number | null {
  const sent = BALANCE_STAGES.map((stage) => resourcesOf(tallies, stage)).filter((own) => own !== undefined);
  return sent.length === 0 ? null : sent.reduce((sum, own) => sum + countOf(own, "pupils"), 0);
}

/** Nothing is known of what stages share before all of them have reported. */
function sharedOut(sent: readonly StagePart[], stages: readonly Stage[], weights: StageWeights): Split {
  const lacking = ALL_STAGES.filter((stage) => stages.includes(stage) && !sent.some((part) => part.stage === stage));
  if (lacking.length === 0) return splitShared(sent, weights);
  const names = (language: "zh" | "en") => lacking.map((stage) => STAGES[stage][language]);
  const unclear = {
    zh: `${names("zh").join("、")}未填报，各学段共用的无法确定`,
    en: `${names("en").join(", ")} not reported yet, so what the stages share is not known`,
  };
  return { ...unclearParts(sent), unclear };
}

function partOf(tallies: Tallies, stage: Stage): StagePart | undefined {
  const own = resourcesOf(tallies, stage);
  return own && { stage, pupils: countOf(own, "pupils"), amounts: amountsOf(own) };
}

function resourcesOf(tallies: Tallies, stage: Stage): Tally | undefined {
  return tallies.get(placeKey({ part: "resources", stage, grade: null, subject: null }));
}

function amountsOf(own: Tally): Amounts {
  const names = (Object.keys(RESOURCE_UNITS) as ResourceName[]).filter((resource) => reports(own, resource));
  return Object.fromEntries(names.map((name) => [name, { numerator: longOf(own, name), denominator: BigInt(RESOURCE_UNITS[name].parts) }]));
}
