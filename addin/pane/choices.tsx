/** What the region chose where definitions leave something open: for everyone to read, and for the bureau to change. */
import { useState } from "preact/hooks";
import type { ChoiceBody } from "../../shared/contract.ts";
import type { Option } from "../../shared/indicators/definition.ts";
import type { ApiRefusal } from "../api.ts";
import type { InForce } from "../catalogue.ts";
import type { Connection } from "./connection.ts";
import { OptionInForce } from "./insert/options.tsx";
import { useSpoken, useWords } from "./say.ts";
import { RefusalNote } from "./status.tsx";

interface ChoicesProps {
  readonly connection: Connection;
  readonly here: InForce;
  say(text: string): void;
}

export function Choices({ connection, here, say }: ChoicesProps) {
  const w = useWords();
  const spoken = useSpoken();
  const { api, overview, run, reload } = connection;
  const choices = overview?.choices ?? [];
  const may = overview?.role === "bureau" || overview?.role === "admin";
  const options = openOptions(here);

  /** The list is sent whole: what is left out stands at its default. */
  const decide = async (option: Option, decided: ChoiceBody | null) => {
    if (!api) return;
    const others = choices.filter((one) => one.option !== option.id).map(({ option, choice, why }) => ({ option, choice, why }));
    await run(api.putChoices(decided ? [...others, decided] : others));
    await reload();
    say(w.choices.saved(spoken(option.names)));
  };

  return (
    <section aria-labelledby="q-choices">
      <h2 id="q-choices">{w.insert.options}</h2>
      <p class="q-hint">{w.choices.what}</p>
      <ul class="q-plain q-options">
        {options.map((option) => {
          const decision = choices.find((one) => one.option === option.id);
          const chosen = option.choices.find(({ id }) => id === decision?.choice) ?? option.choices[0];
          return (
            <OptionInForce key={option.id} option={option} chosen={chosen?.id ?? ""} decision={decision}>
              {may && <Decide option={option} decision={decision} decide={(decided) => decide(option, decided)} />}
            </OptionInForce>
          );
        })}
      </ul>
    </section>
  );
}

interface DecideProps {
  readonly option: Option;
  readonly decision: ChoiceBody | undefined;
  decide(decided: ChoiceBody | null): Promise<void>;
}

/** A choice and the reason for it; the default needs none. */
function Decide({ option, decision, decide }: DecideProps) {
  const w = useWords();
  const spoken = useSpoken();
  const [choice, setChoice] = useState(decision?.choice ?? "");
  const [why, setWhy] = useState(decision?.why ?? "");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      await decide(choice === "" ? null : { option: option.id, choice, why: why.trim() });
    } catch (error) {
      setRefusal(error as ApiRefusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <details>
      <summary>{w.choices.change}</summary>
      <form class="q-fields" onSubmit={(event) => void submit(event)}>
        <label>
          <span>{spoken(option.names)}</span>
          <select value={choice} onChange={({ currentTarget }) => setChoice(currentTarget.value)}>
            <option value="">{w.choices.undecided}</option>
            {option.choices.map((one) => (
              <option key={one.id} value={one.id}>
                {spoken(one)}
              </option>
            ))}
          </select>
        </label>
        {choice !== "" && (
          <label>
            <span>{w.choices.why}</span>
            <input
              required
              maxLength={200}
              placeholder={w.choices.whyExample}
              value={why}
              onInput={({ currentTarget }) => setWhy(currentTarget.value)}
            />
          </label>
        )}
        <p class="q-actions">
          <button type="submit" disabled={busy}>
            {w.choices.save}
          </button>
        </p>
        {refusal && <RefusalNote refusal={refusal} />}
      </form>
    </details>
  );
}

/** Each option once, in the order of the definitions that carry it. */
function openOptions({ catalogue, release }: InForce): Option[] {
  const all = catalogue.inForce(release).flatMap(({ options = [] }) => options);
  return [...new Map(all.map((option) => [option.id, option])).values()];
}
