import { NotLoaded } from "./lazily.tsx";
import { useWords } from "./say.ts";
import type { Work } from "./work.ts";

/** That the questions about a list are still to come, or could not be loaded: it is not sent without them. */
export function Asking({ work: { questions } }: { readonly work: Work }) {
  const w = useWords().findings;
  if (questions.there) return null;
  return questions.failed ? <NotLoaded words={w.unasked} again={questions.again} /> : <p class="q-hint">{w.asking}</p>;
}
