/** The lines that the chosen rate reads, to be moved: of one paper, of each paper of a stage, or of all papers of a grade together. */
import { useState } from "preact/hooks";
import type { Paper } from "../../shared/contract.ts";
import { type Lines, linesOf } from "../../shared/exam.ts";
import { percentsIn } from "../../shared/indicators/rules.ts";
import { onGrid } from "../../shared/kernel/decimal.ts";
import { uniformPercent } from "../../shared/lowest.ts";
import { type LineMove, movedPapers } from "../../shared/whatif/lines.ts";
import { papersAbout } from "../../shared/whatif/stand.ts";
import type { Answers } from "./answers.ts";
import { NumberField } from "./number-field.tsx";
import { type Scenarios, withMove } from "./state.ts";
import { useWhatIfWords } from "./words.ts";

interface LinesProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
}

export function LineFields({ answers, scenarios }: LinesProps) {
  const { current, prepared } = answers;
  if (!current) return null;
  const papers = papersAbout(current.definition, prepared.papers, current);
  if (papers.length === 0) return null;
  return current.definition.reads.from === "grade" ? (
    <AllLines {...{ answers, scenarios, papers }} />
  ) : (
    <OneLine key={current.indicator} {...{ answers, scenarios, papers }} />
  );
}

interface OfPapers extends LinesProps {
  readonly papers: readonly Paper[];
}

function OneLine({ answers: { current, prepared }, scenarios: { now, change }, papers }: OfPapers) {
  const w = useWhatIfWords();
  const [subject, setSubject] = useState<string | null>(null);
  const paper = papers.find((one) => placeOf(one) === subject) ?? papers[0];
  const line = current && lineOf(current.definition);
  if (!paper || !line) return null;
  const percents = percentsIn(prepared.rules);
  const real = linesOf(paper, percents)[line];
  const [moved] = movedPapers(
    [paper],
    now.moves.filter((move) => placeOf(move) === placeOf(paper)),
  );
  const mark = linesOf(moved ?? paper, percents)[line];
  const take = (value: number | null, typing: boolean) => {
    if (value === null || onGrid(value, paper.grid) === undefined) return;
    const { stage, grade, subject: of } = paper;
    change({ moves: withMove(now.moves, { stage, grade, subject: of, line, mark: value }, real) }, typing);
  };
  return (
    <div class="w-line">
      {papers.length > 1 && (
        <label>
          <span>{w.subject}</span>
          <select value={placeOf(paper)} onChange={({ currentTarget }) => setSubject(currentTarget.value)}>
            {papers.map((one) => (
              <option key={placeOf(one)} value={placeOf(one)}>
                {one.subject}
              </option>
            ))}
          </select>
        </label>
      )}
      <NumberField
        label={w.line[line]}
        value={mark}
        {...{ min: 0, max: paper.full, step: 1 / paper.grid, unit: w.mark(paper.full), take }}
      />
    </div>
  );
}

/** The pass lines of a grade move together, to per cents of the full mark that lie on the grid of every paper. */
function AllLines({ scenarios: { now, change }, papers }: OfPapers) {
  const w = useWhatIfWords();
  const real = uniformPercent(papers);
  const own = now.moves.filter((move) => papers.some((paper) => placeOf(paper) === placeOf(move)));
  const percent = uniformPercent(movedPapers(papers, own));
  if (real === undefined || percent === undefined) return <p class="q-hint">{w.notUniform}</p>;
  const steps = Array.from({ length: 100 }, (_, at) => at + 1).filter((one) =>
    papers.every((paper) => onGrid(markAt(paper, one), paper.grid) !== undefined),
  );
  const take = (to: number) => {
    const moves = papers.reduce<readonly LineMove[]>((all, paper) => {
      const { stage, grade, subject } = paper;
      return withMove(all, { stage, grade, subject, line: "pass", mark: markAt(paper, to) }, markAt(paper, real));
    }, now.moves);
    change({ moves });
  };
  return (
    <div class="w-line">
      <label>
        <span>{w.allLines}</span>
        <span class="w-input">
          <select value={String(percent)} onChange={({ currentTarget }) => take(Number(currentTarget.value))}>
            {steps.map((one) => (
              <option key={one} value={String(one)}>
                {one}
              </option>
            ))}
          </select>
          <span>{w.ofFull}</span>
        </span>
      </label>
    </div>
  );
}

function markAt({ full }: Paper, percent: number): number {
  return Number(((full * percent) / 100).toPrecision(12));
}

const placeOf = ({ stage, grade, subject }: Pick<Paper, "stage" | "grade" | "subject">) => [stage, grade, subject].join("|");

/** Which line a rate reads. */
function lineOf({ reads, kind }: NonNullable<Answers["current"]>["definition"]): keyof Lines | null {
  if (reads.from === "stage") return reads.line;
  return kind.kind === "share" ? kind.line : null;
}
