import { useState } from "preact/hooks";
import type { FileFinding } from "../../shared/handin/finding.ts";
import { useSpoken } from "../pane/say.ts";
import type { Line } from "./lines.ts";
import { useImportWords } from "./words.ts";

interface FileFindingsProps {
  readonly line: Line;
  /** Explains the query at this place in the list; an empty text takes the explanation away. */
  note(at: number, text: string): void;
}

const SHOWN = 50;

/** What is wrong in one file: sheet, cell, words; what must be put right first, then what may be explained. */
export function FileFindings({ line, note }: FileFindingsProps) {
  const w = useImportWords();
  const [most, setMost] = useState(SHOWN);
  const findings = (line.handed?.findings ?? [])
    .map((finding, at) => ({ finding, at }))
    .sort((a, b) => Number(a.finding.level === "query") - Number(b.finding.level === "query"));
  if (findings.length === 0) return <p class="q-hint">{w.nothing}</p>;
  return (
    <>
      <ul class="q-findings">
        {findings.slice(0, most).map(({ finding, at }) => (
          <Finding key={at} finding={finding} note={line.state === "taken" ? (text) => note(at, text) : null} />
        ))}
      </ul>
      {findings.length > most && (
        <button type="button" onClick={() => setMost(most + 10 * SHOWN)}>
          {w.more(findings.length - most)}
        </button>
      )}
    </>
  );
}

interface FindingProps {
  readonly finding: FileFinding;
  /** `null`: there is nothing yet that an explanation could go with. */
  readonly note: ((text: string) => void) | null;
}

function Finding({ finding, note }: FindingProps) {
  const w = useImportWords();
  const spoken = useSpoken();
  const { level, sheet, cell, words } = finding;
  const place = [sheet, cell].filter((part) => part !== null).join(" ") || w.whole;
  return (
    <li class={`q-finding q-file-finding q-${level}`}>
      <span class="q-file-place">{place}</span>
      <span>
        <strong>{w[level]}</strong> {spoken(words)}
        {level === "query" && note && (
          <label class="q-file-note">
            <span>{w.note}</span>
            <input
              type="text"
              maxLength={300}
              placeholder={w.notePlaceholder}
              defaultValue={finding.note ?? ""}
              onChange={({ currentTarget }) => note(currentTarget.value)}
            />
          </label>
        )}
      </span>
    </li>
  );
}
