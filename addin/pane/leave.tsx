import { useWords } from "./say.ts";
import type { Work } from "./work.ts";

/** Rows that are no pupils: one press leaves them out, another takes them back. What is left out goes with the submission as a note. */
export function Leave({ work: { mapping, map, tabulated } }: { readonly work: Work }) {
  const w = useWords().leave;
  const { nobody } = tabulated.preview;
  if (!nobody) return null;
  const { rows, cells, left } = nobody;
  return (
    <p class="q-actions">
      {left && <span class="q-hint">{w.left(rows, cells)}</span>}
      <button type="button" onClick={() => map({ ...mapping, leave: left ? null : cells })}>
        {left ? w.read : w.leave(rows)}
      </button>
      {!left && <span class="q-hint">{w.which(cells)}</span>}
    </p>
  );
}
