/** 换一种口径: what the definition of the rate leaves open, supposed otherwise; with where each comes from, so that nobody takes it for decided. */
import type { Option } from "../../shared/indicators/definition.ts";
import { chooseBy, type Rules } from "../../shared/indicators/rules.ts";
import type { Words } from "../../shared/refusal.ts";
import type { Supposed } from "../../shared/whatif/scenario.ts";
import { useSpoken } from "../pane/say.ts";
import type { Answers } from "./answers.ts";
import { type Scenarios, withChoice } from "./state.ts";
import { useWhatIfWords, type WhatIfDictionary } from "./words.ts";

interface OtherChoicesProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
}

export function OtherChoices({ answers: { current, prepared }, scenarios: { now, change } }: OtherChoicesProps) {
  const w = useWhatIfWords();
  const spoken = useSpoken();
  const options = current?.definition.options ?? [];
  if (!current || options.length === 0) return null;
  const inForce = chooseBy(prepared.rules, current.definition);
  return (
    <details class="w-choices" open={now.choices.length > 0}>
      <summary>{w.choices}</summary>
      {options.map((option) => {
        const real = inForce(option.id);
        const chosen = now.choices.find((one) => one.option === option.id)?.choice ?? real;
        const decision = prepared.rules.choices.find((one) => one.option === option.id);
        return (
          <label key={option.id}>
            <span>{spoken(option.names)}</span>
            <select
              value={chosen}
              onChange={({ currentTarget: { value: choice } }) =>
                change({ choices: withChoice(now.choices, { option: option.id, choice }, real) })
              }
            >
              {option.choices.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.id === real ? w.choiceInForce(spoken(one)) : spoken(one)}
                </option>
              ))}
            </select>
            <small>
              {decision ? w.choiceDecided(decision.why, decision.by, spoken(option.source)) : w.choiceByDefault(spoken(option.source))}
            </small>
          </label>
        );
      })}
    </details>
  );
}

/** A supposed choice in words; `null` of one that there is not. */
export function choiceText(
  rules: Rules,
  { option: id, choice }: Supposed["choices"][number],
  spoken: (words: Words) => string,
  w: WhatIfDictionary,
): string | null {
  const definition = rules.definitions.find(({ options = [] }) => options.some((one) => one.id === id));
  const option = definition?.options?.find((one) => one.id === id) as Option | undefined;
  const [from, to] = [definition && chooseBy(rules, definition)(id), choice].map((own) => option?.choices.find((one) => one.id === own));
  return from && to ? w.supposedChoice(spoken(from), spoken(to)) : null;
}
