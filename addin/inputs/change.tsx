/** 改动一个数: any number that a unit reported, by so many whole units. */
import { useState } from "preact/hooks";
import { plainText } from "../../shared/scores.ts";
import type { InputChange } from "../../shared/whatif/inputs.ts";
import { useSpoken } from "../pane/say.ts";
import type { Movable } from "./supposed.ts";
import { useInputsWords } from "./words.ts";

interface ChangeFormProps {
  readonly movables: readonly Movable[];
  take(changes: readonly InputChange[]): void;
}

export function ChangeForm({ movables, take }: ChangeFormProps) {
  const w = useInputsWords();
  const spoken = useSpoken();
  const [at, setAt] = useState(0);
  const [by, setBy] = useState("1");
  const movable = movables[at] ?? movables[0];
  if (!movable) return null;
  const { lever } = movable;
  const [fewest, most] = [Math.max(lever.fewest, -LARGEST), Math.min(lever.most, LARGEST)];
  const units = unitsIn(by);
  const wrong = units === undefined || units > most || units < fewest;
  return (
    <form
      aria-label={w.change}
      class="i-change"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) take(lever.changes(units));
      }}
    >
      <h2>{w.change}</h2>
      <div class="q-fields">
        <label>
          <span>{w.number}</span>
          <select value={at} onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}>
            {movables.map((one, place) => (
              <option key={JSON.stringify(one.lever.changes(1))} value={place}>
                {spoken(one.lever.names)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{w.by}</span>
          <span class="w-input">
            <input
              value={by}
              autocomplete="off"
              aria-invalid={wrong}
              aria-describedby={wrong ? "i-by-wrong" : undefined}
              onInput={({ currentTarget }) => setBy(currentTarget.value)}
            />
            <span>{spoken(lever.unit)}</span>
            <button type="submit" disabled={wrong}>
              {w.add}
            </button>
          </span>
        </label>
      </div>
      {wrong && (
        <p id="i-by-wrong" class="q-wrong" role="alert">
          {w.wrong(by.trim(), fewest === 0 ? 1 : fewest, most === 0 ? -1 : most)}
        </p>
      )}
    </form>
  );
}

const LARGEST = 1_000_000_000;

/** Whole units, not 0; `undefined` of anything else. */
function unitsIn(typed: string): number | undefined {
  const plain = plainText(typed).replace("−", "-");
  return /^[-+]?\d{1,10}$/.test(plain) ? Number(plain) || undefined : undefined;
}
