import { useMemo, useState } from "preact/hooks";
import { whyNotAsked } from "../../shared/entered.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { found } from "../pane/insert/find.ts";
import { useSpoken } from "../pane/say.ts";
import type { Draft } from "./draft.ts";
import { useOfflineWords } from "./words.ts";

interface IndicatorPickerProps {
  readonly draft: Draft;
  readonly frozen: boolean;
  readonly release: string;
  change(next: Partial<Draft>): void;
}

const SHOWN = 30;

/** The indicators that schools can report by themselves, found as one types; what is chosen stands first. */
export function IndicatorPicker({ draft, frozen, release, change }: IndicatorPickerProps) {
  const w = useOfflineWords();
  const spoken = useSpoken();
  const [q, setQ] = useState("");
  const definitions = useMemo(() => {
    const inForce = shipped.inForce(draft.before?.definitions ?? release);
    return inForce.filter((definition) => whyNotAsked(definition, definition.id) === null);
  }, [draft.before, release]);
  const chosen = definitions.filter(({ id }) => draft.indicators.includes(id));
  const fitting = found(definitions, { q }).filter(({ id }) => !draft.indicators.includes(id));
  const tick = (id: string, on: boolean) =>
    change({ indicators: on ? [...draft.indicators, id] : draft.indicators.filter((one) => one !== id) });
  const asked = new Set(draft.before?.indicators ?? []);
  return (
    <fieldset>
      <legend>{w.collection.indicators}</legend>
      <p role="status">{w.collection.chosen(chosen.length)}</p>
      <ul class="q-plain o-ticks">
        {chosen.map(({ id, names }) => (
          <Choice key={id} id={id} name={spoken(names)} checked disabled={frozen && asked.has(id)} tick={tick} />
        ))}
      </ul>
      <label class="o-field">
        <span>{w.collection.search}</span>
        <input
          type="search"
          placeholder={w.collection.searchExample}
          value={q}
          onInput={({ currentTarget }) => setQ(currentTarget.value)}
        />
      </label>
      <p class="q-hint" role="status">
        {w.collection.found(fitting.length, SHOWN)}
      </p>
      <ul class="q-plain o-ticks">
        {fitting.slice(0, SHOWN).map(({ id, names }) => (
          <Choice key={id} id={id} name={spoken(names)} tick={tick} />
        ))}
      </ul>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  tick(id: string, chosen: boolean): void;
}

function Choice({ id, name, checked = false, disabled = false, tick }: ChoiceProps) {
  return (
    <li>
      <label class="q-tick">
        <input type="checkbox" checked={checked} disabled={disabled} onChange={() => tick(id, !checked)} />
        <span>
          {name} <small>{id}</small>
        </span>
      </label>
    </li>
  );
}
