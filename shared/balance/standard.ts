/** What 优质均衡 asks of schools' resources, taken from the definitions in force: every number stands in the catalogue and nowhere else. */
import type { ResourceName } from "../contract.ts";
import type { Definition, Limit } from "../indicators/definition.ts";
import { floorOf, type SchoolCheckKind } from "../indicators/kinds/schoolcheck.ts";
import { chooseBy, type Rules } from "../indicators/rules.ts";
import type { Words } from "../refusal.ts";
import type { BalanceStage } from "./result.ts";
import { type StageWeights, weightsOf } from "./split.ts";

export const BALANCE_STAGES: readonly BalanceStage[] = ["primary", "junior"];

/** One of the seven, for one stage. */
export interface Asked {
  /** The definition of its figure, and its name without the stage. */
  readonly indicator: string;
  readonly names: Words;
  readonly resource: ResourceName;
  /** Per pupil, or per 100 pupils. */
  readonly factor: 1 | 100;
  readonly requirement: number;
  readonly floor: number;
}

export interface Standard {
  /** The school rule, with its definition. */
  readonly school: Definition & { readonly kind: SchoolCheckKind };
  /** 差异系数, with its definition. */
  readonly dispersion: Definition;
  /** In the order of the rule's own requirements. */
  readonly asked: Readonly<Record<BalanceStage, readonly Asked[]>>;
  readonly limit: Readonly<Record<BalanceStage, Limit>>;
  /** How shared amounts are split, and whether the weighted 差异系数 is judged: the region's choices. */
  readonly weights: StageWeights;
  readonly weighted: boolean;
}

export function standardOf(rules: Rules): Standard {
  const { definitions } = rules;
  const school = definitions.find(({ kind }) => kind.kind === "schoolCheck") as Standard["school"] | undefined;
  const dispersion = definitions.find(({ kind }) => kind.kind === "dispersion" && kind.measure === "cv");
  if (!school || !dispersion) throw new Error("the catalogue has no school rule or no 差异系数");
  return {
    school,
    dispersion,
    asked: { primary: askedOf(definitions, school.kind, "primary"), junior: askedOf(definitions, school.kind, "junior") },
    limit: { primary: limitOf(dispersion, "primary"), junior: limitOf(dispersion, "junior") },
    weights: weightsOf(chooseBy(rules, school)("stage-split")),
    weighted: chooseBy(rules, dispersion)("cv-weighting") !== "none",
  };
}

function askedOf(definitions: readonly Definition[], { requires, floorPercent }: SchoolCheckKind, stage: BalanceStage): Asked[] {
  const seven = definitions.filter(
    ({ family, reads, stages }) => family === "equity" && reads.from === "resource" && stages.includes(stage),
  );
  return seven.map(({ id, kind, reads }, at) => {
    const required = requires[at];
    if (kind.kind !== "ratio" || reads.from !== "resource" || required === undefined)
      throw new Error(`the school rule asks for ${requires.length} indicators, the catalogue has ${seven.length}`);
    const requirement = required[stage];
    const floor = floorOf(requirement, floorPercent);
    return { indicator: id, names: required.names, resource: reads.resource, factor: kind.factor, requirement, floor };
  });
}

function limitOf(definition: Definition, stage: BalanceStage): Limit {
  const found = definition.targets.find((target) => (target.stage ?? stage) === stage);
  if (!found) throw new Error(`${definition.id} has no limit for ${stage}`);
  return found;
}
