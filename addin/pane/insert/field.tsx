/** One input of an indicator: written by hand, or taken from what is selected in the sheet. */
import { SHAPES } from "../../../shared/indicators/fields.ts";
import type { Input } from "../../../shared/indicators/kinds/rule.ts";
import { useSpoken, useWords } from "../say.ts";
import type { Written } from "./written.ts";

interface InputFieldProps {
  readonly input: Input;
  readonly text: string;
  readonly written: Written;
  write(text: string): void;
  pick(): void;
}

export function InputField({ input: { id, names, shape, optional }, text, written, write, pick }: InputFieldProps) {
  const w = useWords();
  const spoken = useSpoken();
  const name = spoken(names);
  return (
    <div class="q-input">
      <label for={`q-input-${id}`}>
        {name} <small>{[spoken(SHAPES[shape]), ...(optional ? [w.insert.optional] : [])].join(w.preview.comma)}</small>
      </label>
      <span class="q-input-line">
        <input
          id={`q-input-${id}`}
          value={text}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={written.is === "wrong"}
          aria-describedby={written.is === "wrong" ? `q-wrong-${id}` : undefined}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
        <button type="button" aria-label={w.insert.pickFor(name)} onClick={pick}>
          {w.insert.pick}
        </button>
      </span>
      {written.is === "wrong" && (
        <span class="q-warn" id={`q-wrong-${id}`}>
          {spoken(written.words)}
        </span>
      )}
    </div>
  );
}
