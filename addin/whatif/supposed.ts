/** What is supposed, each thing with what is real: above the answers, and in every table that leaves them. */
import type { Paper } from "../../shared/contract.ts";
import { linesOf } from "../../shared/exam.ts";
import type { Option } from "../../shared/indicators/definition.ts";
import { chooseBy, percentsIn, type Rules } from "../../shared/indicators/rules.ts";
import { uniformPercent } from "../../shared/marks/lowest.ts";
import { type LineMove, movedPapers } from "../../shared/whatif/lines.ts";
import type { Supposed } from "../../shared/whatif/scenario.ts";
import type { Language } from "../language.ts";
import { inLanguage } from "../pane/format.ts";
import type { Answers } from "./answers.ts";
import { limitText } from "./say.ts";
import type { Scenario } from "./state.ts";
import { whatIfWords } from "./words.ts";

export function supposedTexts(
  { prepared: { papers, rules }, current }: Pick<Answers, "prepared" | "current">,
  { moves, choices, limit }: Pick<Scenario, "moves" | "choices" | "limit">,
  language: Language,
): string[] {
  const w = whatIfWords[language];
  const percents = percentsIn(rules);
  const together = togetherIn(papers, moves);
  const lines = moves
    .filter((move) => !together.some((one) => one.moves.includes(move)))
    .map((move) => {
      const paper = papers.find((one) => isOf(move, one)) as Paper;
      const name = `${move.subject}${language === "en" ? " " : ""}${w.line[move.line]}`;
      return w.supposedLine(name, String(linesOf(paper, percents)[move.line]), String(move.mark));
    });
  lines.push(...together.map(({ from, to }) => w.supposedLines(String(from), String(to))));
  lines.push(...choices.flatMap((choice) => choiceText(rules, choice, language) ?? []));
  if (!limit || !current) return lines;
  const from = current.limit ? limitText(current.limit, current.definition, language) : "—";
  return [w.supposedLimit(from, limitText(limit, current.definition, language)), ...lines];
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

/** A supposed choice in words; `null` of one that there is not. */
function choiceText(rules: Rules, { option: id, choice }: Supposed["choices"][number], language: Language): string | null {
  const definition = rules.definitions.find(({ options = [] }) => options.some((one) => one.id === id));
  const option = definition?.options?.find((one) => one.id === id) as Option | undefined;
  const [from, to] = [definition && chooseBy(rules, definition)(id), choice].map((own) => option?.choices.find((one) => one.id === own));
  return from && to ? whatIfWords[language].supposedChoice(inLanguage(from, language), inLanguage(to, language)) : null;
}
