/** The server did not say whether the figures still stand: those read before stay, and it is said that they are. */
import { RefusalNote } from "../pane/status.tsx";
import type { Sent } from "./ground.ts";
import { useWhatIfWords } from "./words.ts";

export function Stale({ sent: { ground, refusal, refresh } }: { readonly sent: Sent }) {
  const w = useWhatIfWords();
  if (!refusal) return null;
  return (
    <RefusalNote refusal={refusal}>
      {ground && <p>{w.readBefore}</p>}
      <button type="button" onClick={refresh}>
        {w.again}
      </button>
    </RefusalNote>
  );
}
