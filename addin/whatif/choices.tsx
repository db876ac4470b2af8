/** 换一种口径: what the definition of the rate leaves open, supposed otherwise; with where each comes from, so that nobody takes it for decided. */
import { chooseBy } from "../../shared/indicators/rules.ts";
import { useSpoken } from "../pane/say.ts";
import type { Answers } from "./answers.ts";
import { type Scenarios, withChoice } from "./state.ts";
import { useWhatIfWords } from "./words.ts";

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
