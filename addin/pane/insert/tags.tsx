/** What must be seen before a number is used: restricted, an estimate, a direction only, cut text, an event rule. */
import type { Definition } from "../../../shared/indicators/definition.ts";
import { useWords } from "../say.ts";

export function Tags({ definition: { restricted, estimate, judged, kind } }: { readonly definition: Definition }) {
  const w = useWords();
  return (
    <>
      {restricted && <span class="q-tag q-tag-restricted">{w.insert.restricted}</span>}
      {estimate && <span class="q-tag q-tag-restricted">{w.check.estimate}</span>}
      {kind.kind === "event" ? (
        <span class="q-tag">{w.insert.event}</span>
      ) : (
        (judged === "direction" || judged === "open") && <span class="q-tag">{w.insert[judged]}</span>
      )}
    </>
  );
}
