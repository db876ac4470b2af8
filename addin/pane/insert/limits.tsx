/** The limits of an indicator, stage by stage: the number, what 以上 and 低于 mean by it, and who set it. */
import type { Operator } from "../../../shared/contract.ts";
import { shownLimit } from "../../../shared/display.ts";
import { type Definition, STAGES } from "../../../shared/indicators/definition.ts";
import type { Setter } from "../../../shared/indicators/limits.ts";
import { useSpoken, useWords } from "../say.ts";
import { limitRows } from "./limit-rows.ts";

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
