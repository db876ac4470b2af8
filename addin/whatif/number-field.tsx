/** A number that may be left empty. What is typed stays as typed until it is a number that holds; only then it is taken. */
import { useEffect, useId, useState } from "preact/hooks";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max?: number | undefined;
  readonly step: number;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  /** The label is for those who hear it: what is around the field says the same. */
  readonly unseen?: boolean;
  /** Whether it may be empty. */
  readonly optional?: boolean;
  /** `typing`: more may follow, and all of it is one change. */
  take(value: number | null, typing: boolean): void;
}

export function NumberField({ label, value, min, max, step, unit, placeholder, unseen = false, optional = false, take }: NumberFieldProps) {
  const id = useId();
  const shown = value === null ? "" : String(value);
  const [text, setText] = useState(shown);
  useEffect(() => setText((now) => (numberIn(now) === value ? now : shown)), [value, shown]);
  const read = (typed: string): number | null | undefined => {
    if (typed.trim() === "") return optional ? null : undefined;
    const number = numberIn(typed);
    return number === null || number < min || (max !== undefined && number > max) ? undefined : number;
  };
  const wrong = read(text) === undefined;
  const hear = (typed: string, typing: boolean) => {
    setText(typed);
    const number = read(typed);
    if (number !== undefined) take(number, typing);
    else if (!typing) setText(shown);
  };
  return (
    <span class="w-number">
      <label for={id} class={unseen ? "q-unseen" : undefined}>
        {label}
      </label>
      <span class="w-input">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          {...{ min, max, step, placeholder }}
          value={text}
          aria-invalid={wrong}
          onInput={({ currentTarget }) => hear(currentTarget.value, true)}
          onChange={({ currentTarget }) => hear(currentTarget.value, false)}
        />
        {unit && <span>{unit}</span>}
      </span>
    </span>
  );
}

function numberIn(text: string): number | null {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
}
