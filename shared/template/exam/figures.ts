/** The figures an exam yields for one school, as formulas: the same list that the kernel reads, row by row. */
import type { CollectionBody, Figure, Paper } from "../../contract.ts";
import { linesOf } from "../../exam.ts";
import type { Definition } from "../../indicators/definition.ts";
import { STAGES } from "../../indicators/definition.ts";
import { allPassCounts } from "../../indicators/kinds/joint.ts";
import { percentsIn, type Rules } from "../../indicators/rules.ts";
import { unitFigures } from "../../rollup.ts";
import { placeKey } from "../../slice.ts";
import type { Tallies, Tally } from "../../tally.ts";
import type { FigureFormula } from "../figure.ts";
import type { ScorePlace } from "../places.ts";
import { gradeName, subjectHeader } from "../words.ts";
import type { Bulletin } from "./bulletin.ts";

/** What the kernel reads when one pupil has 0 in everything: which figures there are, and which cannot be had from one school. */
function everyFigure(rules: Rules, collection: CollectionBody): Figure[] {
  const papers = collection.exam?.papers ?? [];
  const one: [string, Tally][] = papers.flatMap(({ stage, grade, subject }) => [
    [placeKey({ part: "scores", stage, grade, subject }), { "0": 1 }],
    [placeKey({ part: "joint", stage, grade, subject: null }), { pupils: 1 }],
  ]);
  const tallies: Tallies = new Map(one);
  return unitFigures(rules, tallies, collection).map(({ figure }) => figure);
}

export function examFigures(scores: readonly ScorePlace[], collection: CollectionBody, rules: Rules, bulletin: Bulletin): FigureFormula[] {
  const papers = scores.flatMap(({ marks }) => marks.map(({ paper }) => paper));
  const own: CollectionBody = { ...collection, exam: collection.exam && { ...collection.exam, papers } };
  return everyFigure(rules, own).flatMap((figure): FigureFormula[] => {
    const definition = rules.definitions.find(({ id }) => id === figure.indicator);
    if (!definition) return [];
    const { stage, grade, subject, resource } = figure;
    const common = { definition, stage, grade, subject, resource, about: aboutOf(figure, papers) };
    if (figure.value === null) return [{ ...common, why: figure.why?.zh ?? "" }];
    return [{ ...common, ...formulaOf(definition, figure, scores, papers, rules, bulletin) }];
  });
}

function aboutOf({ stage, grade, subject }: Figure, papers: readonly Paper[]): string {
  if (grade === null) return `${STAGES[stage].zh}各科合计（人次）`;
  const name = gradeName({ stage, grade }, papers);
  return subject === null ? `${name} 各科` : `${name} ${subjectHeader({ subject })}`;
}

function formulaOf(
  definition: Definition,
  { stage, grade, subject }: Figure,
  scores: readonly ScorePlace[],
  papers: readonly Paper[],
  rules: Rules,
  bulletin: Bulletin,
): Pick<FigureFormula, "counts" | "value"> {
  const { from } = definition.reads;
  if (from === "paper") {
    const paper = papers.find((one) => one.stage === stage && one.grade === grade && one.subject === subject) as Paper;
    const { value, of, among } = bulletin.cellsOf(paper, definition);
    return definition.kind.kind === "share" ? { counts: { of, among }, value } : { value };
  }
  if (from === "stage") {
    const cells = papers.filter((one) => one.stage === stage).map((paper) => bulletin.cellsOf(paper, definition));
    return { counts: { of: cells.map(({ of }) => of).join("+"), among: cells.map(({ among }) => among).join("+") } };
  }
  const place = scores.find((one) => one.stage === stage && one.grade === grade) as ScorePlace;
  const percents = percentsIn(rules);
  const { passed, pupils } = allPassCounts(
    place.marks.map(({ name }) => name),
    place.marks.map(({ paper }) => String(linesOf(paper, percents).pass)),
  );
  return { counts: { of: passed, among: pupils } };
}
