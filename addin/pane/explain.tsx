import { holdsPersonal } from "../../shared/collecting/personal.ts";
import { PERSONAL_NOTE } from "../../shared/handin/notes.ts";
import { useSpoken, useWords } from "./say.ts";

interface ExplainProps {
  readonly text: string;
  write(text: string): void;
}

/** Why a number that was asked about is right, written below the question; it goes along with what is sent. */
export function Explain({ text, write }: ExplainProps) {
  const w = useWords();
  const spoken = useSpoken();
  const personal = holdsPersonal(text);
  return (
    <>
      <label class="q-explain">
        <span>{w.findings.note}</span>
        <input maxLength={300} value={text} aria-invalid={personal} onInput={({ currentTarget }) => write(currentTarget.value)} />
      </label>
      {personal && <p class="q-explain q-bad">{spoken(PERSONAL_NOTE)}</p>}
    </>
  );
}
