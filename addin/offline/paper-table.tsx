import { useState } from "preact/hooks";
import type { Choice } from "../../shared/contract.ts";
import { defaultLine, type Lines } from "../../shared/exam.ts";
import { percentsIn } from "../../shared/indicators/rules.ts";
import { formatGrade } from "../pane/format.ts";
import { useLanguage } from "../pane/say.ts";
import { type Draft, type DraftFault, type PaperDraft, STAGE_OF_GRADE } from "./draft.ts";
import { Scroll } from "./scroll.tsx";
import { useOfflineWords } from "./words.ts";

interface PaperTableProps {
  readonly draft: Draft;
  readonly frozen: boolean;
  readonly faults: readonly DraftFault[];
  change(next: Partial<Draft>): void;
  /** What the region has decided about lines that no paper sets. */
  readonly choices: readonly Choice[];
}

const GRADES = Array.from({ length: 12 }, (_, at) => at + 1);
const LINES = ["pass", "excellent", "low"] as const;

/** The papers of an exam: several subjects are added at once, then each has its full mark and, where it differs, its lines. */
export function PaperTable({ draft, change, frozen, faults, choices }: PaperTableProps) {
  const w = useOfflineWords();
  const language = useLanguage();
  const { papers } = draft;
  const percents = percentsIn({ choices });
  const [grade, setGrade] = useState(papers.at(-1)?.grade ?? 9);
  const [subjects, setSubjects] = useState("");
  const [full, setFull] = useState("100");
  const typed = papers.some(({ beforeName, beforeFull }) => beforeName + beforeFull !== "");
  const [asked, setAsked] = useState(false);
  const earlier = asked || typed;

  const add = () => {
    const named = subjects.split(/[、,，;；\s]+/).filter((subject) => subject !== "");
    const fresh = [...new Set(named)].filter((subject) => !papers.some((one) => one.grade === grade && one.subject === subject));
    if (fresh.length === 0) return;
    const more = fresh.map(
      (subject): PaperDraft => ({ grade, subject, full, pass: "", excellent: "", low: "", beforeName: "", beforeFull: "", kept: null }),
    );
    change({ papers: [...papers, ...more] });
    setSubjects("");
  };
  const put = (at: number, next: Partial<PaperDraft>) =>
    change({ papers: papers.map((one, own) => (own === at ? { ...one, ...next } : one)) });
  const byEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset>
      <legend>{w.collection.papers}</legend>
      {frozen && <p class="q-hint">{w.collection.frozen}</p>}
      <div class="o-line">
        <label>
          <span>{w.collection.grade}</span>
          <select value={grade} onChange={({ currentTarget }) => setGrade(Number(currentTarget.value))}>
            {GRADES.map((one) => (
              <option key={one} value={one}>
                {formatGrade(STAGE_OF_GRADE(one), one, language)}
              </option>
            ))}
          </select>
        </label>
        <label class="o-wide">
          <span>{w.collection.subjects}</span>
          <input
            placeholder={w.collection.subjectsExample}
            value={subjects}
            onInput={({ currentTarget }) => setSubjects(currentTarget.value)}
            onKeyDown={byEnter}
          />
        </label>
        <label class="o-short">
          <span>{w.collection.full}</span>
          <input inputMode="decimal" value={full} onInput={({ currentTarget }) => setFull(currentTarget.value)} onKeyDown={byEnter} />
        </label>
        <button type="button" disabled={subjects.trim() === ""} onClick={add}>
          {w.collection.addPapers}
        </button>
      </div>
      {papers.length > 0 && (
        <>
          <Scroll label={w.collection.papers}>
            <table class="o-table o-papers">
              <thead>
                <tr>
                  <th scope="col">{w.collection.grade}</th>
                  <th scope="col">{w.collection.subject}</th>
                  <th scope="col">{w.collection.full}</th>
                  {LINES.map((line) => (
                    <th key={line} scope="col">
                      {w.collection[line]}
                    </th>
                  ))}
                  {earlier && (
                    <>
                      <th scope="col">{w.collection.beforeName}</th>
                      <th scope="col">{w.collection.beforeFull}</th>
                    </>
                  )}
                  <td />
                </tr>
              </thead>
              <tbody>
                {papers.map((paper, at) => (
                  <tr key={`${paper.grade} ${paper.subject}`} class={faults.some(({ row }) => row === at) ? "o-wrong" : ""}>
                    <td>{formatGrade(paper.kept?.stage ?? STAGE_OF_GRADE(paper.grade), paper.grade, language)}</td>
                    <th scope="row">{paper.subject}</th>
                    {(["full", ...LINES] as const).map((field) => (
                      <td key={field}>
                        <input
                          inputMode="decimal"
                          aria-label={`${paper.subject} ${w.collection[field]}`}
                          disabled={field === "full" && frozen && paper.kept !== null}
                          placeholder={field === "full" ? "" : placeholder(field, paper.full, percents[field])}
                          value={paper[field]}
                          onInput={({ currentTarget }) => put(at, { [field]: currentTarget.value })}
                        />
                      </td>
                    ))}
                    {earlier &&
                      (["beforeName", "beforeFull"] as const).map((field) => (
                        <td key={field}>
                          <input
                            inputMode={field === "beforeFull" ? "decimal" : "text"}
                            aria-label={`${paper.subject} ${w.collection[field]}`}
                            // What was counted against the earlier marks stays countable; its name may be put right.
                            disabled={frozen && paper.kept !== null && (field === "beforeFull" || paper.kept.before === null)}
                            placeholder={field === "beforeName" ? w.collection.beforeExample : ""}
                            value={paper[field]}
                            onInput={({ currentTarget }) => put(at, { [field]: currentTarget.value })}
                          />
                        </td>
                      ))}
                    <td>
                      <button
                        type="button"
                        aria-label={w.collection.removePaper(paper.subject)}
                        title={w.collection.removePaper(paper.subject)}
                        onClick={() => change({ papers: papers.filter((_, own) => own !== at) })}
                      >
                        ✕
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p class="q-hint">{w.collection.linesHint}</p>
          <label class="q-tick">
            <input type="checkbox" checked={earlier} disabled={typed} onChange={({ currentTarget }) => setAsked(currentTarget.checked)} />
            <span>{w.collection.beforeAsked}</span>
          </label>
        </>
      )}
    </fieldset>
  );
}

function placeholder(line: keyof Lines, full: string, percent: number): string {
  const mark = Number(full);
  return full.trim() !== "" && Number.isFinite(mark) && mark > 0 ? String(defaultLine(line, mark, percent)) : "";
}
