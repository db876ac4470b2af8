import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { SheetFinding } from "../../shared/tabulate.ts";
import type { Desk } from "./desk.ts";
import { Explain } from "./explain.tsx";
import { Fill } from "./fill.tsx";
import { type FindingGroup, groupFindings } from "./grouping.ts";
import type { Reasons } from "./reasons.ts";
import { useSpoken, useWords } from "./say.ts";

/** How questions are explained where the list is sent. */
interface Explaining {
  readonly reasons: Reasons;
  write(questions: readonly SheetFinding[], text: string): void;
}

interface FindingsProps extends Pick<Desk, "workbook" | "reading" | "earlier" | "say"> {
  readonly findings: readonly SheetFinding[];
  readonly explaining?: Explaining;
}

const SHOWN = 50;

/** Everything that must be put right, or is worth a look; a click goes to the cell, where the list is open and not a file. */
export function Findings({ findings, explaining, workbook, reading, earlier, say }: FindingsProps) {
  const w = useWords();
  const spoken = useSpoken();
  const [all, setAll] = useState(false);
  const errors = findings.filter(({ level }) => level === "error").length;
  const groups = groupFindings(findings);
  const shown = all ? groups : groups.slice(0, SHOWN);
  if (findings.length === 0) return null;
  const go = ({ list, range }: FindingGroup) =>
    (list === undefined ? workbook.select(range) : workbook.goTo(list, range)).then(
      () => say(w.findings.at(range)),
      () => say(w.findings.lost(range)),
    );
  const inFile = ({ list }: FindingGroup) => (list === undefined ? reading.file : earlier.file) !== null;
  return (
    <section aria-labelledby="q-findings">
      <h2 id="q-findings">{errors > 0 ? w.findings.errors(errors) : w.findings.queries(findings.length)}</h2>
      <ul class="q-findings">
        {shown.map((group) => (
          <li key={`${group.list}${group.sheet}${group.range}${group.words.zh}`} class={`q-finding q-${group.level}`}>
            <div class="q-explained">
              <Place go={inFile(group) ? null : () => void go(group)}>
                <span class="q-cell">{group.range}</span>
                <span>
                  <strong>{w.findings[group.level]}</strong>{" "}
                  {(group.list ?? group.sheet) !== undefined && <small>{group.list ?? group.sheet} </small>}
                  {spoken(group.words)}
                </span>
              </Place>
              {explaining && group.level === "query" && <Reason of={group} {...explaining} />}
            </div>
            {group.blank && !inFile(group) && <Fill group={group} workbook={workbook} say={say} />}
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

/** Of all cells of a run at once: one may be put right, and the reason stays with the others. */
function Reason({ of: { members }, reasons, write }: Explaining & { readonly of: FindingGroup }) {
  const [first] = members;
  return first ? <Explain text={reasons.of(first)} write={(text) => write(members, text)} /> : null;
}

/** What a finding says: a way to its cell, or, of a file that is not open here, the words alone. */
function Place({ go, children }: { readonly go: (() => void) | null; readonly children: ComponentChildren }) {
  return go ? (
    <button type="button" onClick={go}>
      {children}
    </button>
  ) : (
    <div class="q-place">{children}</div>
  );
}
