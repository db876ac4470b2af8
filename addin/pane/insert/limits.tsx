/** The limits of an indicator, stage by stage: the number, what 以上 and 低于 mean by it, and who set it. */
import type { Operator, Stage } from "../../../shared/contract.ts";
import { shownLimit } from "../../../shared/display.ts";
import { type Definition, STAGES } from "../../../shared/indicators/definition.ts";
import { limitInForce, type Ruled, type Setter } from "../../../shared/indicators/limits.ts";
import { useSpoken, useWords } from "../say.ts";

interface LimitsProps {
  readonly definition: Definition;
  readonly setter: Setter;
}

export function Limits({ definition, setter }: LimitsProps) {
  const w = useWords();
  const spoken = useSpoken();
  const rows = limitRows(definition, setter);
  return (
    <ul class="q-plain">
      {rows.map(({ stages, ruled: { limit, why } }) => (
        <li key={stages[0]}>
          {stages.length < definition.stages.length && `${stages.map((stage) => spoken(STAGES[stage])).join(w.insert.and)} `}
          {limit ? (
            <>
              <strong>{spoken(shownLimit(limit.operator, limit.value, limit.upTo, definition))}</strong>{" "}
              <span>{w.insert.means[limit.operator satisfies Operator]}</span>
              {limit.period !== null && <small> {spoken(limit.source)}</small>}
            </>
          ) : (
            spoken(why)
          )}
        </li>
      ))}
    </ul>
  );
}

export interface LimitRow {
  readonly stages: readonly Stage[];
  readonly ruled: Ruled;
}

/** One row for all stages that share a limit, or the reason why there is none. */
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
