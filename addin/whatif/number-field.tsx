/**
 * A number that may be left empty. What is typed stays as typed; only a number that is allowed is taken, and until then what was computed
 * with before the field was entered is computed with again, and it is said what is allowed.
 */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { onGrid } from "../../shared/kernel/decimal.ts";
import { plainText } from "../../shared/scores.ts";
import { useWhatIfWords } from "./words.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max?: number | undefined;
  /** What an arrow key adds. */
  readonly step: number;
  /** Parts of one that may be typed: 1 for whole numbers, 2 for half marks; without it any number. */
  readonly parts?: number | undefined;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  /** The label is for those who hear it: what is around the field says the same. */
  readonly unseen?: boolean;
  /** Whether it may be empty. */
  readonly optional?: boolean;
  /** What holds as long as nothing that is typed can be taken. */
  readonly missing?: string;
  /** `typing`: more may follow, and all of it is one change. */
  take(value: number | null, typing: boolean): void;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, step, parts, unit, placeholder, unseen = false, optional = false, missing, take } = props;
  const w = useWhatIfWords();
  const id = useId();
  const shown = value === null ? "" : String(value);
  const [text, setText] = useState(shown);
  const [left, setLeft] = useState(true);
  // What holds as long as what is typed does not.
  const held = useRef(value);
  const number = readIn(text, props);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed changes nothing here, only a value from elsewhere does
  useEffect(() => {
    // Another place has changed it: what was typed here is no longer asked.
    if (number === value || (number === undefined && value === held.current)) return;
    held.current = value;
    setText(shown);
  }, [value, shown]);
  const hear = (typed: string, typing: boolean) => {
    setText(typed);
    setLeft(!typing);
    const read = readIn(typed, props);
    if (!typing && read !== undefined) held.current = read;
    take(read === undefined ? held.current : read, typing);
  };
  const turn = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? step : event.key === "ArrowDown" ? -step : 0;
    if (by === 0 || number === undefined) return;
    event.preventDefault();
    const next = Number(((number ?? min - by) + by).toPrecision(12));
    hear(String(Math.min(Math.max(next, min), max ?? next)), false);
  };
  // Nobody is told off for having emptied a field to type anew.
  const told = number === undefined && (text.trim() !== "" || left);
  // What holds meanwhile is said of what is not taken as well.
  const meanwhile = number === undefined ? missing : undefined;
  return (
    <span class={told || meanwhile ? "w-number w-told" : "w-number"}>
      <label for={id} class={unseen ? "q-unseen" : undefined}>
        {label}
      </label>
      <span class="w-input">
        <input
          id={id}
          role="spinbutton"
          inputMode="decimal"
          autocomplete="off"
          {...{ placeholder }}
          value={text}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={value ?? undefined}
          aria-valuetext={text === "" ? placeholder : text}
          aria-invalid={number === undefined}
          aria-describedby={told ? `${id}-wrong` : undefined}
          onFocus={() => {
            if (number !== undefined) held.current = value;
          }}
          onKeyDown={turn}
          onInput={({ currentTarget }) => hear(currentTarget.value, true)}
          onChange={({ currentTarget }) => hear(currentTarget.value, false)}
        />
        {unit && <span>{unit}</span>}
      </span>
      {told ? (
        <span id={`${id}-wrong`} class="q-wrong" role="alert">
          {w.wrong.notTaken(text.trim(), w.wrong.allowed(min, max ?? null, parts ?? null), optional)}
          {meanwhile && ` ${meanwhile}`}
        </span>
      ) : (
        meanwhile && (
          <span class="q-hint" role="status">
            {meanwhile}
          </span>
        )
      )}
    </span>
  );
}

type Allowed = Pick<NumberFieldProps, "min" | "max" | "parts" | "optional">;

/** `null` of an empty field that may be empty; `undefined` of what is not allowed. */
export function readIn(typed: string, { min, max, parts, optional = false }: Allowed): number | null | undefined {
  const plain = plainText(typed).trim();
  if (plain === "") return optional ? null : undefined;
  if (!/^-?\d{1,9}(\.\d{1,9})?$/.test(plain)) return undefined;
  const number = Number(plain);
  const outside = number < min || (max !== undefined && number > max);
  return outside || (parts !== undefined && onGrid(number, parts) === undefined) ? undefined : number;
}
