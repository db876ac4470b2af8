/** What a definition leaves open: the choice in force, who made it, when and why, and what else might be chosen. */
import type { ComponentChildren } from "preact";
import type { Choice } from "../../../shared/contract.ts";
import type { Definition, Option } from "../../../shared/indicators/definition.ts";
import { chooser } from "../../../shared/indicators/options.ts";
import { chosenIn } from "../../../shared/indicators/rules.ts";
import { dayOf } from "../../../shared/moment.ts";
import { useSpoken, useWords } from "../say.ts";

interface OptionsProps {
  readonly definition: Definition;
  readonly choices: readonly Choice[];
}

export function Options({ definition, choices }: OptionsProps) {
  const choose = chooser(definition, chosenIn(choices));
  return (
    <ul class="q-plain q-options">
      {(definition.options ?? []).map((option) => (
        <OptionInForce
          key={option.id}
          option={option}
          chosen={choose(option.id)}
          decision={choices.find((one) => one.option === option.id)}
        />
      ))}
    </ul>
  );
}

interface OptionInForceProps {
  readonly option: Option;
  readonly chosen: string;
  readonly decision: Choice | undefined;
  readonly children?: ComponentChildren;
}

export function OptionInForce({ option, chosen, decision, children }: OptionInForceProps) {
  const w = useWords();
  const spoken = useSpoken();
  const others = option.choices.filter(({ id }) => id !== chosen);
  return (
    <li>
      <span>
        {spoken(option.names)}
        {w.receipt.colon}
        {option.choices.filter(({ id }) => id === chosen).map(spoken)}
      </span>
      <small>{decision?.choice === chosen ? w.insert.decided(decision.why, decision.by, dayOf(decision.at)) : w.insert.byDefault}</small>
      <details>
        <summary>{w.insert.alternatives(others.length)}</summary>
        <ul>
          {others.map((other) => (
            <li key={other.id}>{spoken(other)}</li>
          ))}
        </ul>
        <small>{spoken(option.source)}</small>
      </details>
      {children}
    </li>
  );
}
