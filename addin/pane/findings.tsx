import { useState } from "preact/hooks";
import type { SheetFinding } from "../../shared/tabulate.ts";
import type { Workbook } from "../host.ts";
import { groupFindings } from "./grouping.ts";
import { useSpoken, useWords } from "./say.ts";

interface FindingsProps {
  readonly findings: readonly SheetFinding[];
  readonly workbook: Workbook;
  say(text: string): void;
}

const SHOWN = 50;

/** Everything that must be put right, or is worth a look; a click goes to the cell. */
export function Findings({ findings, workbook, say }: FindingsProps) {
  const w = useWords();
  const spoken = useSpoken();
  const [all, setAll] = useState(false);
  const errors = findings.filter(({ level }) => level === "error").length;
  const groups = groupFindings(findings);
  const shown = all ? groups : groups.slice(0, SHOWN);
  if (findings.length === 0) return null;
  const go = (range: string) =>
    workbook.select(range).then(
      () => say(w.findings.at(range)),
      () => say(w.findings.lost(range)),
    );
  return (
    <section aria-labelledby="q-findings">
      <h2 id="q-findings">{errors > 0 ? w.findings.errors(errors) : w.findings.queries(findings.length)}</h2>
      <ul class="q-findings">
        {shown.map(({ level, range, words }) => (
          <li key={range + words.zh}>
            <button type="button" class={`q-finding q-${level}`} onClick={() => void go(range)}>
              <span class="q-cell">{range}</span>
              <span>
                <strong>{w.findings[level]}</strong> {spoken(words)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {groups.length > shown.length && (
        <button type="button" onClick={() => setAll(true)}>
          {w.findings.more(groups.length - shown.length)}
        </button>
      )}
    </section>
  );
}
