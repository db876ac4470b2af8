/** 还差什么: each missed target of a unit with the least that would meet it, to be tried at a press; what cannot be says why. */
import { useMemo } from "preact/hooks";
import type { Verdict } from "../../shared/contract.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import type { InputChange } from "../../shared/whatif/inputs.ts";
import { inputsNeeded } from "../../shared/whatif/reach.ts";
import { targetOf } from "../../shared/whatif/who.ts";
import { formatStage } from "../pane/format.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { useInputsWords } from "./words.ts";

interface LackingProps {
  readonly input: RollupInput;
  readonly verdicts: readonly Verdict[];
  take(changes: readonly InputChange[]): void;
}

export function Lacking({ input, verdicts, take }: LackingProps) {
  const w = useInputsWords();
  const spoken = useSpoken();
  const language = useLanguage();
  const rows = useMemo(
    () =>
      verdicts
        .filter(({ verdict }) => verdict === "missed")
        .map((verdict) => ({ verdict, reach: inputsNeeded(input, { ...targetOf(verdict), resource: verdict.resource }) })),
    [input, verdicts],
  );
  const nameOf = (id: string) => spoken(input.rules.definitions.find((one) => one.id === id)?.names ?? { zh: id, en: id });
  return (
    <section aria-labelledby="i-lacking">
      <h2 id="i-lacking">{w.short}</h2>
      {rows.length === 0 ? (
        <p class="q-hint">{w.allMet}</p>
      ) : (
        <>
          <p class="q-hint">{w.missed(rows.length)}</p>
          <ul class="q-plain i-list">
            {rows.map(({ verdict: { indicator, stage, source, operator, limit }, reach }) => (
              <li key={[indicator, stage, operator, limit, source].join()}>
                <strong>
                  {nameOf(indicator)} <span class="q-hint">{formatStage(stage, language)}</span>
                </strong>
                {reach.possible ? (
                  reach.ways.map(({ words, changes }) => (
                    <p key={words.zh}>
                      {spoken(words)}{" "}
                      <button type="button" class="w-small" aria-label={`${w.try}: ${spoken(words)}`} onClick={() => take(changes)}>
                        {w.try}
                      </button>
                    </p>
                  ))
                ) : (
                  <p class="q-hint">{spoken(reach.why)}</p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
