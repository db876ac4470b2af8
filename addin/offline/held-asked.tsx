/** What one school was asked about and what it explained, opened from the list of what is held; what nobody has explained yet may be explained here. */
import { useEffect, useState } from "preact/hooks";
import { instant } from "../../shared/moment.ts";
import { NoteField } from "../handin/note-field.tsx";
import { useSpoken } from "../pane/say.ts";
import { useQuestionWords } from "../questions/words.ts";
import type { Office } from "./office.ts";
import type { Asked } from "./office-tasks.ts";
import type { HeldLine } from "./store.ts";
import { useOfflineWords } from "./words.ts";

export function HeldAsked({ office, line }: { readonly office: Office; readonly line: HeldLine }) {
  const w = useOfflineWords();
  const { explained } = useQuestionWords();
  const spoken = useSpoken();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Asked>({ findings: [], queries: 0 });
  const { school, collection, queries, noted, open: unexplained, other } = line;
  const { attempt, helper, refresh } = office;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when something else stands
  useEffect(() => {
    if (!open) return;
    let wanted = true;
    void attempt(() => helper.ask("asked", { school, collection })).then((read) => wanted && read && setAsked(read));
    return () => {
      wanted = false;
    };
  }, [open, line]);
  const summary = w.results.explained(queries, noted, unexplained, other);
  if (queries + other === 0) return <>{summary}</>;
  const explain = (at: number, text: string) =>
    attempt(async () => {
      const findings = asked.findings.slice(0, asked.queries);
      await helper.ask("note", { school, collection, findings, places: [at], text, now: instant(Date.now()) });
      await refresh();
    });
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open && (
        <ul class="q-plain">
          {asked.findings.map(({ code, sheet, cell, words, note }, at) => (
            <li key={`${code} ${sheet} ${cell}`}>
              <strong>{[sheet, cell].filter((part) => part !== null).join(" ")}</strong> {spoken(words)}
              {at < asked.queries ? (
                <NoteField text={note} keep={(text) => void explain(at, text)} />
              ) : (
                note !== undefined && <span class="q-hint"> {explained(note)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
