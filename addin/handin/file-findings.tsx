import { useState } from "preact/hooks";
import type { FileFinding } from "../../shared/handin/finding.ts";
import { groupFindings } from "../pane/grouping.ts";
import { useSpoken } from "../pane/say.ts";
import { type Line, unexplainedOf } from "./lines.ts";
import { NoteField } from "./note-field.tsx";
import { useImportWords } from "./words.ts";

interface FileFindingsProps {
  readonly line: Line;
  /** Explains the queries at these places in the list; an empty text takes the explanation away. */
  note(places: readonly number[], text: string): void;
}

const SHOWN = 50;

/** What is wrong in one file: sheet, cells, words; what must be put right first, then what may be explained. The same of cells below each other is one line. */
export function FileFindings({ line, note }: FileFindingsProps) {
  const w = useImportWords();
  const [most, setMost] = useState(SHOWN);
  const findings = groupFindings(
    (line.handed?.findings ?? []).map((finding, at) => ({ ...finding, cell: finding.cell ?? "", list: finding.sheet ?? "", at })),
  );
  const unexplained = line.state === "taken" ? unexplainedOf(line) : [];
  const open = groupsAmong(findings, unexplained);
  // Of a file that waits for a person something is to be decided, whatever its findings.
  if (findings.length === 0) return line.state === "taken" ? <p class="q-hint">{w.nothing}</p> : null;
  return (
    <>
      <ul class="q-findings">
        {findings.slice(0, most).map((group) => {
          const places = group.members.map(({ at }) => at);
          return <Finding key={group.at} group={group} note={line.state === "taken" ? (text) => note(places, text) : null} />;
        })}
      </ul>
      {findings.length > most && (
        <button type="button" onClick={() => setMost(most + 10 * SHOWN)}>
          {w.more(findings.length - most)}
        </button>
      )}
      {open > 1 && (
        <NoteField key={unexplained.join()} label={w.same(open)} keep={(text) => text.trim() !== "" && note(unexplained, text)} />
      )}
    </>
  );
}

/** How many lines of findings hold one of these places. */
function groupsAmong(groups: readonly { readonly members: readonly { readonly at: number }[] }[], places: readonly number[]): number {
  return groups.filter(({ members }) => members.some(({ at }) => places.includes(at))).length;
}

interface FindingProps {
  readonly group: Pick<FileFinding, "level" | "sheet" | "words" | "note"> & { readonly range: string; readonly cells: number };
  /** `null`: there is nothing yet that an explanation could go with. */
  readonly note: ((text: string) => void) | null;
}

function Finding({ group, note }: FindingProps) {
  const w = useImportWords();
  const spoken = useSpoken();
  const { level, sheet, range, cells, words } = group;
  const place = [sheet ?? "", range].filter((part) => part !== "").join(" ") || w.whole;
  return (
    <li class={`q-finding q-file-finding q-${level}`}>
      <span class="q-file-place">
        {place}
        {cells > 1 && ` · ${w.cells(cells)}`}
      </span>
      <span>
        <strong>{w[level]}</strong> {spoken(words)}
        {level === "query" && note && <NoteField text={group.note} keep={note} />}
      </span>
    </li>
  );
}
