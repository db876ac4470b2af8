/** 改动一个数: any number that a unit reported, by so many whole units. */
import { useRef, useState } from "preact/hooks";
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
  const field = useRef<HTMLInputElement>(null);
  const movable = movables[at] ?? movables[0];
  if (!movable) return null;
  const { lever } = movable;
  const [fewest, most] = [Math.max(lever.fewest, -LARGEST), Math.min(lever.most, LARGEST)];
  const units = unitsIn(by);
  const wrong = units === undefined || units > most || units < fewest;
  // Nobody is told off for a field that is empty since its number was taken.
  const told = wrong && by.trim() !== "";
  return (
    <form
      aria-label={w.change}
      class="i-change"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        take(lever.changes(units));
        setBy("");
        field.current?.focus();
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
              ref={field}
              value={by}
              autocomplete="off"
              aria-invalid={told}
              aria-describedby={told ? "i-by-wrong" : undefined}
              onInput={({ currentTarget }) => setBy(currentTarget.value)}
            />
            <span>{spoken(lever.unit)}</span>
            <button type="submit" disabled={wrong}>
              {w.add}
            </button>
          </span>
        </label>
      </div>
      {told && (
        <p id="i-by-wrong" class="q-wrong" role="alert">
          {w.wrong(by.trim(), fewest === 0 ? 1 : fewest, most === 0 ? -1 : most === LARGEST && (units ?? 0) <= most ? null : most)}
        </p>
      )}
    </form>
  );
}

/** No bound that anybody comes near, and said to nobody who has not passed it. */
const LARGEST = 1_000_000_000;

/** Whole units, not 0; `undefined` of anything else. */
function unitsIn(typed: string): number | undefined {
  const plain = plainText(typed).replace("−", "-");
  return /^[-+]?\d{1,10}$/.test(plain) ? Number(plain) || undefined : undefined;
}
