import type { Verdict } from "../../shared/contract.ts";
import { useWords } from "./say.ts";

export type Outcome = Verdict["verdict"];
export const OUTCOMES: readonly Outcome[] = ["met", "missed", "undecided"];

/** Never colour alone: a glyph and a word with it. */
const GLYPHS: Readonly<Record<Outcome, string>> = { met: "✓", missed: "✕", undecided: "–" };

export function VerdictMark({ outcome }: { readonly outcome: Outcome }) {
  const w = useWords();
  return (
    <span class={`q-verdict q-${outcome}`}>
      <span aria-hidden="true">{GLYPHS[outcome]}</span> {w.verdicts[outcome]}
    </span>
  );
}

interface StripProps {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly filter: Outcome | null;
  choose(filter: Outcome | null): void;
}

/** How many targets are met, missed, undecided; pressing one shows only those. */
export function Strip({ counts, filter, choose }: StripProps) {
  const w = useWords();
  const all = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  if (all === 0) return null;
  return (
    <div class="q-strip">
      <div class="q-bar" aria-hidden="true">
        {OUTCOMES.map(
          (outcome) => counts[outcome] > 0 && <span key={outcome} class={`q-fill-${outcome}`} style={{ flexGrow: counts[outcome] }} />,
        )}
      </div>
      <fieldset class="q-buttons">
        <legend class="q-unseen">{w.check.filter}</legend>
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            class={`q-chip q-${outcome}`}
            aria-pressed={filter === outcome}
            disabled={counts[outcome] === 0}
            onClick={() => choose(filter === outcome ? null : outcome)}
          >
            <span aria-hidden="true">{GLYPHS[outcome]}</span> {counts[outcome]} {w.verdicts[outcome]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
