/** 汇总: each figure by its native formula, held against its target, with the choices in force in words. */
import type { Figure, Paper } from "../contract.ts";
import { ownLines } from "../figures/own-lines.ts";
import { withoutRestated } from "../indicators/restated.ts";
import { readingIdsOf, readingTexts } from "../indicators/rules.ts";
import { dayOf } from "../moment.ts";
import { isTakenOver, targetsIn, verdictsOn } from "../verdicts.ts";
import { STATUS } from "./check.ts";
import type { FigureFormula, FigurePlace } from "./figure.ts";
import type { TemplateRequest } from "./request.ts";
import { boxOf, type Placed, rowOf, type Shade, type TemplateSheet } from "./sheet.ts";
import { signature } from "./sign.ts";
import { COLUMN, COUNTS, countsLacking, HEADERS, type Limit, PENDING, rowCells, sourceShown, timesShown } from "./summary-row.ts";
import { SHEETS, schoolLine } from "./words.ts";

const HEAD = 4;
const FIRST = HEAD + 1;

export interface Summary {
  readonly sheet: TemplateSheet;
  readonly figures: readonly FigurePlace[];
}

/** `elsewhere`: figures that stand in a table of their own are repeated here only where they are judged. */
export function summaryOf(
  title: string,
  formulas: readonly FigureFormula[],
  elsewhere: (formula: FigureFormula) => boolean,
  request: TemplateRequest,
  heads: readonly [of: string, among: string] = COUNTS.counts,
): Summary {
  const { rules, school, region, collection } = request;
  const each = formulas.flatMap((formula): { formula: FigureFormula; limit: Limit | null }[] => {
    const limits = limitsOf(formula, request);
    if (limits.length === 0) return elsewhere(formula) ? [] : [{ formula, limit: null }];
    return limits.map((limit) => ({ formula, limit }));
  });
  const placed = each.map((row) => ({ ...row, ...row.formula, indicator: row.formula.definition.id }));
  const rows = withoutRestated(
    placed,
    rules.definitions,
    (one, { limit }) => limit !== null && one.limit !== null && isTakenOver(one.limit, limit),
  );
  const after = FIRST + rows.length;
  const papers = (collection.exam?.papers ?? []).filter((paper) => formulas.some(({ stage, grade }) => isOf(paper, { stage, grade })));
  const texts = readingTexts(rules, new Set(formulas.flatMap(({ definition }) => readingIdsOf(rules, definition))), papers);
  const notes = texts.map(({ id, zh, decided }, at): Placed => {
    const open = id.includes(":") && !ownLines({ id, zh, en: "" }, papers)?.all;
    const undecided = open ? "（本区未作决定，用默认）" : "";
    const value = `${at + 1}．${zh}${decided ? `（本区决定：${decided.why}，${dayOf(decided.at)}）` : undecided}`;
    return { row: after + 2 + at, column: 0, look: "text", value };
  });
  const numbered = ({ definition }: FigureFormula) => {
    const ids = readingIdsOf(rules, definition);
    return texts.flatMap(({ id }, at) => (ids.includes(id) ? [at + 1] : [])).join("、");
  };
  const whole = (row: number) => boxOf(row, 0, row, HEADERS.length - 1);
  const sheet: TemplateSheet = {
    name: SHEETS.summary,
    landscape: true,
    columns: [5, 30, 20, 11, 10, 13, 13, 10, 15, 9, 44, 9].map((width) => ({ width })),
    heights: [
      [0, 30],
      [HEAD, 32],
      ...rows.map(({ formula, limit }, at) => [FIRST + at, Math.max(32, 15 * Math.ceil(sourceShown(formula, limit).length / 20))] as const),
      ...notes.map(({ row, value }) => [row, 17 * Math.ceil(String(value).length / 75)] as const),
    ],
    merges: [0, 1, 2, 3, ...notes.map(({ row }) => row), after + 1].map(whole),
    cells: [
      { row: 0, column: 0, look: "title", value: title },
      { row: 1, column: 0, look: "line", value: schoolLine(school, region) },
      { row: 2, column: 0, look: "line", formula: `"校验："&${STATUS}`, cached: "校验：还没有填" },
      {
        row: 3,
        column: 0,
        look: "note",
        value: "本表由公式算出，不用填。“校验”还有要改的，判定写“待校验”，数也不是最后的数。没有数或没有目标的写“无法判定”，不算达标。",
      },
      ...rowOf(HEAD, 0, "head", HEADERS),
      ...rowOf(HEAD, COLUMN.of, "head", heads),
      ...rows.flatMap(({ formula, limit }, at) => rowCells(formula, limit, FIRST + at, at + 1, numbered(formula))),
      { row: after + 1, column: 0, look: "section", value: notes.length > 0 ? "口径（现行选择）" : "" },
      ...notes,
      ...signature(after + 3 + notes.length),
    ],
    shades: rows.flatMap(({ formula }, at) => shadesOf(FIRST + at, formula.definition.unit === "rate")),
    freeze: { row: FIRST, column: 2 },
    repeat: { from: HEAD, to: HEAD },
  };
  return { sheet, figures: rows.map(({ formula, limit }, at) => placeOf(formula, limit, FIRST + at)) };
}

/** A figure of a whole stage is about every grade of it. */
function isOf(paper: Paper, { stage, grade }: Pick<FigureFormula, "stage" | "grade">): boolean {
  return paper.stage === stage && (grade === null || paper.grade === grade);
}

/** The limits a school is judged by: its own targets, the region's, else the source's. */
function limitsOf({ definition, stage, grade, subject, resource, why }: FigureFormula, request: TemplateRequest): Limit[] {
  const { rules, school, collection, targets } = request;
  const figure: Figure = {
    ...{ indicator: definition.id, stage, grade, subject, resource },
    ...{ value: null, counts: null, interval: null, readings: [], estimate: false, why: why ? { zh: why, en: why } : null },
  };
  const own = targetsIn(collection.period, targets).filter(({ indicator }) => indicator === definition.id);
  const verdicts = verdictsOn([figure], { rules, unit: school.school, targets: own, undecided: () => null });
  return verdicts.filter((verdict) => verdict.stage === stage);
}

function placeOf(formula: FigureFormula, limit: Limit | null, row: number): FigurePlace {
  const { definition, stage, grade, subject, resource, why } = formula;
  const needed = limit && countsLacking(formula, limit) ? COLUMN.needed : null;
  return {
    indicator: definition.id,
    ...{ stage, grade, subject, resource },
    sheet: SHEETS.summary,
    row,
    column: COLUMN.value,
    times: timesShown(definition),
    judged: limit && !why ? { verdict: COLUMN.verdict, gap: COLUMN.gap, needed } : null,
  };
}

/** Verdicts in colour; and a miss that two digits would show as a hit shows six. */
function shadesOf(row: number, rate: boolean): Shade[] {
  const [verdict, gap] = [`$H$${row + 1}`, `$I$${row + 1}`];
  const near = `AND(${verdict}="未达标",ABS(N(${gap}))<0.01)`;
  const at = (column: number) => boxOf(row, column);
  return [
    { range: at(COLUMN.verdict), formula: `${verdict}="达标"`, tone: "good" },
    { range: at(COLUMN.verdict), formula: `${verdict}="未达标"`, tone: "bad" },
    { range: at(COLUMN.verdict), formula: `OR(${verdict}="无法判定",${verdict}="${PENDING}")`, tone: "grey" },
    { range: at(COLUMN.gap), formula: near, tone: "bad", format: "0.000000" },
    ...(rate ? [{ range: at(COLUMN.value), formula: near, tone: "bad" as const, format: "0.000000%" }] : []),
  ];
}
