/** Schools of the balance check as tests write them: the seven amounts in the order of the form, areas in ㎡, equipment in yuan. */
import type { BalanceStage } from "../../shared/balance/result.ts";
import type { Sender } from "../../shared/balance/rows.ts";
import type { StageRow } from "../../shared/balance/school.ts";
import type { Amounts } from "../../shared/balance/split.ts";
import type { ResourceName, SchoolBody, Stage } from "../../shared/contract.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/resources.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { talliesOf } from "../../shared/slice.ts";

export const rules = rulesOf(shipped, latestRelease);
export const RESOURCES = Object.keys(RESOURCE_UNITS) as ResourceName[];
export type Seven = readonly (number | null)[];

/** 1000 pupils who have exactly what each stage requires. */
export const ENOUGH = {
  primary: [42, 10, 9, 4500, 7500, 2_000_000, 23],
  junior: [53, 10, 9, 5800, 10_200, 2_500_000, 24],
} as const satisfies Record<BalanceStage, Seven>;

/** In hundredths, so that 4506.99 is exact. */
export function amounts(seven: Seven): Amounts {
  return Object.fromEntries(
    seven.flatMap((value, at) =>
      value === null ? [] : [[RESOURCES[at] as ResourceName, { numerator: BigInt(Math.round(value * 100)), denominator: 100n }]],
    ),
  );
}

export function row(stage: BalanceStage, pupils: number, seven: Seven, school = "S"): StageRow {
  return { school, name: school, stage, pupils, amounts: amounts(seven), split: false, unclear: null };
}

/** A school as its submission is kept: a slice for each stage, amounts in the whole parts of the form. */
export function member(
  school: string,
  parts: readonly { readonly stage: Stage; readonly pupils: number; readonly seven: Seven }[],
  more: { readonly stages?: SchoolBody["stages"]; readonly type?: string } = {},
): Sender {
  const slices = parts.map(({ stage, pupils, seven }) => ({
    stage,
    grade: null,
    subject: null,
    class: null,
    resources: {
      pupils,
      amounts: Object.fromEntries(
        seven.flatMap((value, at) => {
          const resource = RESOURCES[at] as ResourceName;
          return value === null ? [] : [[resource, Math.round(value * RESOURCE_UNITS[resource].parts)]];
        }),
      ),
    },
  }));
  const tallies = talliesOf({ definitions: "2026-11", slices });
  return { school, name: school, stages: more.stages ?? parts.map(({ stage }) => stage), type: more.type ?? null, tallies };
}
