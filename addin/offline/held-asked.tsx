/** What one school was asked about and what it explained, opened from the list of what is held. */
import { useState } from "preact/hooks";
import type { FileFinding } from "../../shared/handin/finding.ts";
import { useSpoken } from "../pane/say.ts";
import { useQuestionWords } from "../questions/words.ts";
import type { Office } from "./office.ts";
import type { HeldLine } from "./store.ts";
import { useOfflineWords } from "./words.ts";

export function HeldAsked({ office, line }: { readonly office: Office; readonly line: HeldLine }) {
  const w = useOfflineWords();
  const { explained } = useQuestionWords();
  const spoken = useSpoken();
  const [read, setRead] = useState<{ readonly of: HeldLine; readonly asked: readonly FileFinding[] } | null>(null);
  const { school, collection, queries, noted, other } = line;
  const summary = w.results.explained(queries, noted, other);
  if (queries + other === 0) return <>{summary}</>;
  const open = () => office.attempt(async () => setRead({ of: line, asked: await office.helper.ask("asked", { school, collection }) }));
  // Closed, or of what stood before: read when it is opened.
  const asked = read?.of === line ? read.asked : [];
  return (
    <details key={line.revision} onToggle={({ currentTarget }) => void (currentTarget.open && open())}>
      <summary>{summary}</summary>
      <ul class="q-plain">
        {asked.map(({ code, sheet, cell, words, note }) => (
          <li key={`${code} ${sheet} ${cell}`}>
            <strong>{[sheet, cell].filter((part) => part !== null).join(" ")}</strong> {spoken(words)}
            {note !== undefined && <span class="q-hint"> {explained(note)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
