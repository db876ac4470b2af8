/** One strip of how many targets are met, missed, undecided; each part is a button that filters. */
import { useWords } from "../pane/say.ts";
import { GLYPHS, OUTCOMES, type Outcome } from "../pane/verdict.tsx";
import { useCheckWords } from "./words.ts";
import "./check.css";

interface StripProps {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly chosen: ReadonlySet<Outcome>;
  toggle(outcome: Outcome): void;
}

export function Strip({ counts, chosen, toggle }: StripProps) {
  const c = useCheckWords();
  const w = useWords();
  return (
    <fieldset class="q-strip">
      <legend class="q-unseen">{c.strip}</legend>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          class={`q-part q-${outcome}`}
          style={{ flexGrow: counts[outcome] }}
          aria-pressed={chosen.has(outcome)}
          disabled={counts[outcome] === 0}
          onClick={() => toggle(outcome)}
        >
          <span aria-hidden="true">{GLYPHS[outcome]}</span> <b>{counts[outcome]}</b> {w.verdicts[outcome]}
        </button>
      ))}
    </fieldset>
  );
}
