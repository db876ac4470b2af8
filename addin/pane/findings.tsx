import { useState } from "preact/hooks";
import type { SheetFinding } from "../../shared/tabulate.ts";
import type { Workbook } from "../host.ts";
import { Fill } from "./fill.tsx";
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
        {shown.map((group) => (
          <li key={group.range + group.words.zh} class={`q-finding q-${group.level}`}>
            <button type="button" onClick={() => void go(group.range)}>
              <span class="q-cell">{group.range}</span>
              <span>
                <strong>{w.findings[group.level]}</strong> {spoken(group.words)}
              </span>
            </button>
            {group.blank && <Fill group={group} workbook={workbook} say={say} />}
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
