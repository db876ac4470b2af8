import type { Verdict } from "../../shared/contract.ts";
import { useWords } from "./say.ts";

export type Outcome = Verdict["verdict"];
export const OUTCOMES: readonly Outcome[] = ["met", "missed", "undecided"];

/** Never colour alone: a glyph and a word with it. */
export const GLYPHS: Readonly<Record<Outcome, string>> = { met: "✓", missed: "✕", undecided: "–" };

export function VerdictMark({ outcome }: { readonly outcome: Outcome }) {
  const w = useWords();
  return (
    <span class={`q-verdict q-${outcome}`}>
      <span aria-hidden="true">{GLYPHS[outcome]}</span> {w.verdicts[outcome]}
    </span>
  );
}
