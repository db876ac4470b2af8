/** The limits of an indicator, one row for all stages that share one. */
import type { Stage } from "../../../shared/contract.ts";
import type { Definition } from "../../../shared/indicators/definition.ts";
import { limitInForce, type Ruled, type Setter } from "../../../shared/indicators/limits.ts";

export interface LimitRow {
  readonly stages: readonly Stage[];
  readonly ruled: Ruled;
}

/** Each row has its limit, or the reason why there is none. */
export function limitRows(definition: Definition, setter: Setter): LimitRow[] {
  const rows = new Map<string, { stages: Stage[]; ruled: Ruled }>();
  for (const stage of definition.stages) {
    const ruled = limitInForce(definition, stage, setter);
    const key = JSON.stringify(ruled);
    const row = rows.get(key) ?? { stages: [], ruled };
    row.stages.push(stage);
    rows.set(key, row);
  }
  return [...rows.values()];
}
