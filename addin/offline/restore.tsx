import { instant } from "../../shared/moment.ts";
import type { Office } from "./office.ts";
import type { HeldLine } from "./store.ts";
import { useOfflineWords } from "./words.ts";

interface RestoreProps {
  readonly line: HeldLine;
  /** Of the school, where several stand in one list. */
  readonly name: string | null;
  readonly office: Office;
}

/** The way back to the content that another file replaced; pressed again, it goes forth again. */
export function Restore({ line, name, office }: RestoreProps) {
  const w = useOfflineWords();
  const { school, collection, revision, former, back } = line;
  if (former === null) return null;
  const restore = () =>
    office.attempt(async () => {
      try {
        await office.helper.ask("restore", { school, collection, revision, now: instant(Date.now()) });
      } finally {
        await office.refresh();
      }
      office.say(w.results.restored(former));
    });
  const label = back === null ? w.results.restore(former) : w.results.swap(former);
  return (
    <>
      {back !== null && <span class="q-hint">{w.results.stands(revision, back)}</span>}
      <button type="button" aria-label={name === null ? label : `${label} ${name}`} onClick={() => void restore()}>
        {label}
      </button>
    </>
  );
}
