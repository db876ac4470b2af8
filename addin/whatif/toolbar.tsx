/** Whose figures, the way back, and what is supposed, so that nobody takes it for real. */
import type { Paper } from "../../shared/contract.ts";
import { linesOf } from "../../shared/exam.ts";
import { percentsIn } from "../../shared/indicators/rules.ts";
import { uniformPercent } from "../../shared/marks/lowest.ts";
import { type LineMove, movedPapers } from "../../shared/whatif/lines.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import type { Answers } from "./answers.ts";
import { choiceText } from "./choices.tsx";
import { limitText } from "./say.ts";
import { isReal, type Scenarios } from "./state.ts";
import { StepsBar } from "./steps-bar.tsx";
import { useWhatIfWords } from "./words.ts";

interface ToolbarProps {
  readonly answers: Answers;
  readonly scenarios: Scenarios;
  /** There is one school and no county. */
  readonly alone: boolean;
}

export function Toolbar({ answers, scenarios, alone }: ToolbarProps) {
  const w = useWhatIfWords();
  const { history, now, take } = scenarios;
  const real = isReal(now);
  const supposed = useSupposed(answers, scenarios);
  return (
    <div class={real ? "w-top" : "w-top w-supposed"}>
      <div class="w-bar">
        {alone ? <strong>{unitName(answers, w.county)}</strong> : <UnitChoice answers={answers} scenarios={scenarios} />}
        <StepsBar {...{ history, real }} take={(step) => take({ step })} />
      </div>
      <p role="status" class="w-said">
        {!real && <strong>{w.supposed}</strong>}
        {supposed.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
    </div>
  );
}

function UnitChoice({ answers: { prepared, school }, scenarios }: Omit<ToolbarProps, "alone">) {
  const w = useWhatIfWords();
  return (
    <label class="w-unit">
      <span>{w.unit}</span>
      <select value={school ?? ""} onChange={({ currentTarget }) => scenarios.change({ unit: currentTarget.value || null })}>
        <option value="">{w.county}</option>
        {prepared.units.slice(1).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function unitName({ prepared, school }: Answers, county: string): string {
  return school === null ? county : (prepared.units.find(({ code }, at) => at > 0 && code === school)?.name ?? school);
}

/** Each thing that is supposed, with what is real. */
function useSupposed({ prepared: { papers, rules }, current }: Answers, { now }: Scenarios): string[] {
  const w = useWhatIfWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const percents = percentsIn(rules);
  const together = togetherIn(papers, now.moves);
  const lines = now.moves
    .filter((move) => !together.some(({ moves }) => moves.includes(move)))
    .map((move) => {
      const paper = papers.find((one) => isOf(move, one)) as Paper;
      const name = `${move.subject}${language === "en" ? " " : ""}${w.line[move.line]}`;
      return w.supposedLine(name, String(linesOf(paper, percents)[move.line]), String(move.mark));
    });
  lines.push(...together.map(({ from, to }) => w.supposedLines(String(from), String(to))));
  lines.push(...now.choices.flatMap((choice) => choiceText(rules, choice, spoken, w) ?? []));
  if (!now.limit || !current) return lines;
  const from = current.limit ? limitText(current.limit, current.definition, language) : "—";
  return [w.supposedLimit(from, limitText(now.limit, current.definition, language)), ...lines];
}

const isOf = (move: LineMove, paper: Paper) => paper.stage === move.stage && paper.grade === move.grade && paper.subject === move.subject;

/** Pass lines of whole grades that were moved together, from one per cent of the full marks to another: one thing to say, not nine. */
function togetherIn(papers: readonly Paper[], moves: readonly LineMove[]) {
  const grades = [...new Set(papers.map(({ stage, grade }) => `${stage} ${grade}`))];
  return grades.flatMap((key) => {
    const all = papers.filter(({ stage, grade }) => `${stage} ${grade}` === key);
    const own = moves.filter((move) => move.line === "pass" && all.some((paper) => isOf(move, paper)));
    const [from, to] = [uniformPercent(all), uniformPercent(movedPapers(all, own))];
    const every = all.length > 1 && own.length === all.length;
    return every && from !== undefined && to !== undefined ? [{ moves: own, from, to }] : [];
  });
}
