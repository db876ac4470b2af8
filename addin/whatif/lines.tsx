/** The lines that the chosen rate reads, on their distribution: of one paper, of each paper of a stage, or of all papers of a grade together. */
import { useState } from "preact/hooks";
import type { Paper } from "../../shared/contract.ts";
import { type Lines, linesOf } from "../../shared/exam.ts";
import { partOf } from "../../shared/figures.ts";
import { percentsIn } from "../../shared/indicators/rules.ts";
import { onGrid } from "../../shared/kernel/decimal.ts";
import { uniformPercent } from "../../shared/marks/lowest.ts";
import { countOf, lowestIn } from "../../shared/slice.ts";
import { type LineMove, movedPapers } from "../../shared/whatif/lines.ts";
import { papersAbout } from "../../shared/whatif/stand.ts";
import { formatGrade } from "../pane/format.ts";
import { useLanguage } from "../pane/say.ts";
import { Distribution } from "../pictures/distribution.tsx";
import type { Answers } from "./answers.ts";
import type { Way } from "./leave.tsx";
import { NumberField } from "./number-field.tsx";
import { type Scenarios, withMove } from "./state.ts";
import { useWhatIfWords } from "./words.ts";

interface LinesProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
  readonly way: Way;
}

interface OfPapers extends LinesProps {
  readonly papers: readonly Paper[];
}

export function MovableLines(given: LinesProps) {
  const { current, prepared } = given.answers;
  if (!current) return null;
  const papers = papersAbout(current.definition, prepared.papers, current);
  if (papers.length === 0) return null;
  return current.definition.reads.from === "grade" ? <AllLines {...given} papers={papers} /> : <OneLine {...given} papers={papers} />;
}

const NAMES = ["pass", "excellent", "low"] as const;

/** The three lines of a paper, of which the rate's own is moved. */
function OneLine({ answers: { current, prepared, supposed, unit }, scenarios: { now, change }, papers, way }: OfPapers) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const [subject, setSubject] = useState<string | null>(null);
  const paper = papers.find((one) => placeOf(one) === subject) ?? papers[0];
  const line = current && lineOf(current.definition);
  if (!paper || !line) return null;
  const severalGrades = new Set(papers.map(({ grade }) => grade)).size > 1;
  const real = linesOf(paper, percentsIn(prepared.rules));
  const percents = percentsIn(supposed.rules);
  const unmoved = linesOf(paper, percents);
  const own = now.moves.filter((move) => placeOf(move) === placeOf(paper));
  const lines = linesOf(movedPapers([paper], own)[0] ?? paper, percents);
  const move = (mark: number, moving: boolean) => {
    if (onGrid(mark, paper.grid) === undefined) return;
    const { stage, grade, subject: of } = paper;
    change({ moves: withMove(now.moves, { stage, grade, subject: of, line, mark }, unmoved[line]) }, moving);
  };
  const marks = prepared.units.find(({ code }) => code === unit)?.marks.get(paper);
  return (
    <>
      <div class="w-line">
        {papers.length > 1 && (
          <label>
            <span>{w.subject}</span>
            <select value={placeOf(paper)} onChange={({ currentTarget }) => setSubject(currentTarget.value)}>
              {papers.map((one) => (
                <option key={placeOf(one)} value={placeOf(one)}>
                  {severalGrades ? `${formatGrade(one.stage, one.grade, language)} ` : ""}
                  {one.subject}
                </option>
              ))}
            </select>
          </label>
        )}
        <NumberField
          key={placeOf(paper) + line}
          label={w.line[line]}
          value={lines[line]}
          {...{ min: 0, max: paper.full, step: 1 / paper.grid, parts: paper.grid, unit: w.mark(paper.full) }}
          take={(mark, typing) => mark !== null && move(mark, typing)}
        />
      </div>
      {marks && (
        <Distribution
          title={`${formatGrade(paper.stage, paper.grade, language)} ${paper.subject}`}
          counts={marks.frequency.map(([mark, pupils]) => [Math.round(mark * paper.grid), pupils])}
          grid={paper.grid}
          full={paper.full}
          lines={NAMES.map((id) => ({
            ...{ id, name: w.lineName[id], side: id === "low" ? "below" : "reached", mark: lines[id], fixed: id !== line },
            ...(lines[id] !== real[id] && { from: real[id] }),
          }))}
          onMove={(_, mark, settled) => move(mark, !settled)}
          say={way.say}
          {...(way.workbook && { workbook: way.workbook })}
        />
      )}
    </>
  );
}

/** The pass lines of a grade move together, to per cents of the full mark that lie on the grid of every paper. */
function AllLines({ answers: { prepared, unit, current }, scenarios: { now, change }, papers, way }: OfPapers) {
  const w = useWhatIfWords();
  const real = uniformPercent(papers);
  const own = now.moves.filter((move) => papers.some((paper) => placeOf(paper) === placeOf(move)));
  const percent = uniformPercent(movedPapers(papers, own));
  if (!current || real === undefined || percent === undefined) return <p class="q-hint">{w.notUniform}</p>;
  const steps = Array.from({ length: 100 }, (_, at) => at + 1).filter((one) =>
    papers.every((paper) => onGrid(markAt(paper, one), paper.grid) !== undefined),
  );
  const move = (to: number, moving: boolean) => {
    const moves = papers.reduce<readonly LineMove[]>((all, paper) => {
      const { stage, grade, subject } = paper;
      return withMove(all, { stage, grade, subject, line: "pass", mark: markAt(paper, to) }, markAt(paper, real));
    }, now.moves);
    change({ moves }, moving);
  };
  const joint = partOf(prepared.units.find(({ code }) => code === unit)?.tallies ?? new Map(), "joint", { ...current, subject: null });
  const lowest = joint && lowestIn(joint);
  return (
    <>
      <div class="w-line">
        <label>
          <span>{w.allLines}</span>
          <span class="w-input">
            <select value={String(percent)} onChange={({ currentTarget }) => move(Number(currentTarget.value), false)}>
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
      {joint && !lowest && <p class="q-hint">{w.noLowest}</p>}
      {joint && lowest && (
        <Distribution
          title={w.lowest}
          counts={lowest}
          of={countOf(joint, "pupils")}
          grid={1}
          full={100}
          percent
          lines={[{ id: "pass", name: w.lineName.pass, side: "reached", mark: percent, ...(percent !== real && { from: real }) }]}
          onMove={(_, to, settled) => move(nextOf(steps, percent, to), !settled)}
          say={way.say}
          {...(way.workbook && { workbook: way.workbook })}
        />
      )}
    </>
  );
}

/** The step nearest to where a line is put; of a move of one, the next step in its direction. */
function nextOf(steps: readonly number[], from: number, to: number): number {
  const beyond = steps.filter((one) => (to > from ? one > from : to < from ? one < from : one === from));
  return [...(beyond.length > 0 ? beyond : [from])].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? from;
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
