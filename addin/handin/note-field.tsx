import { useLayoutEffect, useRef } from "preact/hooks";
import { useImportWords } from "./words.ts";

interface NoteFieldProps {
  /** What it explains, where that is not the question it stands below. */
  readonly label?: string;
  readonly text?: string | undefined;
  keep(text: string): void;
}

/** Why a number that was asked about is right; kept with the submission when the field is left. */
export function NoteField({ label, text = "", keep }: NoteFieldProps) {
  const w = useImportWords();
  const field = useRef<HTMLInputElement>(null);
  // Before anyone can type: later it would wipe out what was typed first.
  useLayoutEffect(() => {
    if (field.current) field.current.value = text;
  }, [text]);
  return (
    <label class="q-file-note">
      <span>{label ?? w.note}</span>
      <input
        ref={field}
        type="text"
        maxLength={300}
        placeholder={w.notePlaceholder}
        onChange={({ currentTarget }) => keep(currentTarget.value)}
      />
    </label>
  );
}
