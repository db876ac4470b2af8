import type { FileFinding } from "../../../shared/handin/finding.ts";
import type { Desk } from "../desk.ts";
import { Explain } from "../explain.tsx";
import { groupFindings } from "../grouping.ts";
import { useSpoken, useWords } from "../say.ts";
import { keyOf, type TemplateCheck } from "./check.ts";

interface FindingsProps {
  readonly findings: readonly FileFinding[];
  readonly desk: Pick<Desk, "workbook" | "say">;
  readonly template: Pick<TemplateCheck, "file" | "notes" | "explain">;
}

/** More of one sheet are told in a number: whoever has put these right checks again. */
const SHOWN = 50;

/** What is wrong, sheet by sheet; a click shows the cell, where the workbook is open and no file. A query may be explained here, and the explanation goes along. */
export function TemplateFindings({ findings, desk, template }: FindingsProps) {
  const w = useWords();
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  const errors = findings.filter(({ level }) => level === "error").length;
  return (
    <>
      <p class={errors > 0 ? "q-bad" : undefined}>{errors > 0 ? w.findings.errors(errors) : w.template.clean}</p>
      {sheets.map((sheet) => (
        <OneSheet key={sheet} sheet={sheet} findings={findings.filter((one) => one.sheet === sheet)} desk={desk} template={template} />
      ))}
    </>
  );
}

function OneSheet({ sheet, findings, desk, template }: FindingsProps & { readonly sheet: string | null }) {
  const w = useWords();
  const spoken = useSpoken();
  const { workbook, say } = desk;
  const groups = groupFindings(findings.map((finding) => ({ ...finding, cell: finding.cell ?? "", finding })));
  const go = (range: string) =>
    workbook.goTo(sheet ?? "", range).then(
      () => say(w.findings.at(range)),
      () => say(w.findings.lost(range)),
    );
  return (
    <>
      <h3>{sheet ?? w.template.whole}</h3>
      <ul class="q-findings">
        {groups.slice(0, SHOWN).map(({ range, level, words, finding, members }) => (
          <li key={range + words.zh} class={`q-finding q-${level}`}>
            <div class="q-explained">
              {range === "" || sheet === null || template.file ? (
                <p class="q-about">
                  {range !== "" && <span class="q-cell">{range} </span>}
                  <strong>{w.findings[level]}</strong> {spoken(words)}
                </p>
              ) : (
                <button type="button" onClick={() => void go(range)}>
                  <span class="q-cell">{range}</span>
                  <span>
                    <strong>{w.findings[level]}</strong> {spoken(words)}
                  </span>
                </button>
              )}
              {level === "query" && (
                <Explain
                  text={template.notes.get(keyOf(finding)) ?? finding.note ?? ""}
                  write={(text) =>
                    template.explain(
                      members.map((one) => one.finding),
                      text,
                    )
                  }
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {groups.length > SHOWN && <p class="q-hint">{w.template.more(groups.length - SHOWN)}</p>}
    </>
  );
}
