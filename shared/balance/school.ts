/** One school in one stage against the school rule: the seven values as exact fractions, at least six met, the rest at 85 %. */
import type { ResourceName } from "../contract.ts";
import { roundHalfUp } from "../display.ts";
import { standingOf } from "../indicators/kinds/schoolcheck.ts";
import { decimal } from "../kernel/decimal.ts";
import { quotient } from "../kernel/quotient.ts";
import { compareRatio, type Ratio } from "../kernel/ratio.ts";
import type { Words } from "../refusal.ts";
import type { BalanceSchool, BalanceStage, BalanceValue } from "./result.ts";
import type { Amounts } from "./split.ts";
import type { Asked, Standard } from "./standard.ts";

/** A school in one stage, its shared amounts split already. `null` where the stage has not reported its pupils. */
export interface StageRow {
  readonly school: string;
  readonly name: string;
  readonly stage: BalanceStage;
  readonly pupils: number | null;
  readonly amounts: Amounts;
  readonly split: boolean;
  /** Why what its stages share is not known, and not among the amounts; `null` where it is. */
  readonly unclear: Words | null;
}

export function schoolCheck({ school, asked }: Pick<Standard, "school" | "asked">, row: StageRow): BalanceSchool {
  const own = asked[row.stage];
  const facts = own.map((one) => perPupil(row, one));
  const { met, aboveFloor, passes } = standingOf(school.kind, row.stage, facts);
  const lacking = facts.filter((fact) => fact === null).length;
  const values = own.map((one, at) => standingValue(one, facts[at] ?? null, met[at] === true, aboveFloor[at] === true));
  return {
    school: row.school,
    name: row.name,
    stage: row.stage,
    pupils: row.pupils,
    split: row.split,
    values,
    met: lacking > 0 ? null : met.filter(Boolean).length,
    restAboveFloor: lacking > 0 ? null : aboveFloor.every(Boolean),
    verdict: lacking > 0 ? "undecided" : passes ? "met" : "missed",
    reason: lacking > 0 ? whyUndecided(row, lacking, own.length) : null,
  };
}

/** Amount per pupil, or per 100 pupils, never divided out. */
export function perPupil({ amounts, pupils }: StageRow, { resource, factor }: { resource: ResourceName; factor: 1 | 100 }): Ratio | null {
  const amount = amounts[resource];
  if (amount === undefined || pupils === null || pupils === 0) return null;
  return { numerator: amount.numerator * BigInt(factor), denominator: amount.denominator * BigInt(pupils) };
}

function standingValue({ resource, requirement, floor }: Asked, fact: Ratio | null, met: boolean, aboveFloor: boolean): BalanceValue {
  const printedFloor = roundHalfUp(floor, 2);
  return {
    resource,
    value: fact && quotient(fact.numerator, fact.denominator),
    requirement,
    met: fact && met,
    floor,
    aboveFloor: fact && aboveFloor,
    printedFloor,
    abovePrintedFloor: fact && compareRatio(fact, decimal(printedFloor)) >= 0,
  };
}

function whyUndecided({ pupils, unclear }: StageRow, lacking: number, all: number): Words {
  if (pupils === null) return { zh: "这个学段未填报", en: "this stage has not been reported" };
  if (unclear) return unclear;
  if (pupils === 0) return { zh: "没有学生", en: "no pupils" };
  return { zh: `${all} 项中有 ${lacking} 项未填`, en: `${lacking} of the ${all} are not reported` };
}
