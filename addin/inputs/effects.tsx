/** 会怎样: every verdict that turns, of whatever unit, before and after. */
import { useMemo } from "preact/hooks";
import { effectBetween } from "../../shared/effect.ts";
import type { RollupInput, readRollup } from "../../shared/rollup.ts";
import { formatValue } from "../pane/format.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { VerdictMark } from "../pane/verdict.tsx";
import { useInputsWords } from "./words.ts";

interface EffectsProps {
  readonly input: RollupInput;
  readonly real: ReturnType<typeof readRollup>;
  readonly now: ReturnType<typeof readRollup>;
  /** The one school there is: of the region nothing is shown. */
  readonly alone: string | null;
}

export function Effects({ input, real, now, alone }: EffectsProps) {
  const w = useInputsWords();
  const spoken = useSpoken();
  const language = useLanguage();
  const rows = useMemo(
    () =>
      effectBetween(input, real, now)
        .filter(({ unit }) => alone === null || unit !== input.region)
        .flatMap(({ unit, name, rows: own }) => own.map((row) => ({ unit, name, ...row })))
        .filter((row) => row.now.verdicts.join() !== row.other.verdicts.join()),
    [input, real, now, alone],
  );
  const turned = (to: string) =>
    rows.filter(({ other, now: before }) => other.verdicts.includes(to as "met") && !before.verdicts.includes(to as "met")).length;
  const definitionOf = (id: string) => input.rules.definitions.find((one) => one.id === id);
  return (
    <section aria-labelledby="i-effects">
      <h2 id="i-effects">{w.effects}</h2>
      {rows.length === 0 ? (
        <p class="q-hint">{w.nothing}</p>
      ) : (
        <>
          <p class="w-sentence" role="status">
            {w.flips(turned("met"), turned("missed"))}
          </p>
          <ul class="q-plain i-list">
            {rows.map(({ unit, name, indicator, stage, resource, now: before, other }) => {
              const definition = definitionOf(indicator);
              if (!definition) return null;
              const shown = (value: number | null) => (value === null ? "—" : formatValue(value, definition, language));
              return (
                <li key={[unit, indicator, stage, resource].join()}>
                  <strong>
                    {unit === input.region ? w.region : name} {spoken(definition.names)}
                  </strong>
                  <p>
                    {shown(before.value)} <VerdictMark outcome={before.verdicts[0] ?? "undecided"} /> → {shown(other.value)}{" "}
                    <VerdictMark outcome={other.verdicts[0] ?? "undecided"} />
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
