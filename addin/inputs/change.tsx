/** 改动一个数: any number that a unit reported, by so many whole units. */
import { useState } from "preact/hooks";
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
  const units = Number(by);
  const wrong = !Number.isInteger(units) || units === 0 || units > lever.most || units < lever.fewest;
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
              type="number"
              step={1}
              min={Math.max(lever.fewest, -1_000_000_000)}
              max={Math.min(lever.most, 1_000_000_000)}
              value={by}
              aria-invalid={wrong}
              onInput={({ currentTarget }) => setBy(currentTarget.value)}
            />
            <span>{spoken(lever.unit)}</span>
            <button type="submit" disabled={wrong}>
              {w.add}
            </button>
          </span>
        </label>
      </div>
    </form>
  );
}
