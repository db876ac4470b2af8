/** 汇总: each figure by its native formula, held against its target, with the choices in force in words. */

import type { Figure, Verdict } from "../contract.ts";
import { shownLimit, timesOf } from "../display.ts";
import { type Rules, readingIdsOf, readingTexts } from "../indicators/rules.ts";
import { nativeVerdict } from "../indicators/view.ts";
import { parsePeriod } from "../period.ts";
import { addressOf } from "../tabulate/address.ts";
import { targetsIn, verdictsOn } from "../verdicts.ts";
import { STATUS } from "./check.ts";
import { type FigureFormula, type FigurePlace, FORMATS, NONE } from "./figure.ts";
import type { TemplateRequest } from "./request.ts";
import { boxOf, type Placed, rowOf, type Shade, type TemplateSheet } from "./sheet.ts";
import { signature } from "./sign.ts";
import { SHEETS, schoolLine } from "./words.ts";

const HEADERS = ["序号", "指标", "范围", "达到人数", "总人数", "数值", "目标", "判定", "差距", "还差人数", "目标出处", "口径"];
const [NO, NAME, ABOUT, OF, AMONG, VALUE, TARGET, VERDICT, GAP, NEEDED, SOURCE, READINGS] = HEADERS.map((_, at) => at) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const HEAD = 4;

type Limit = Pick<Verdict, "operator" | "limit" | "upTo" | "source">;

export interface Summary {
  readonly sheet: TemplateSheet;
  readonly figures: readonly FigurePlace[];
}

/** `onBulletin`: figures that stand in a table of their own are repeated here only where they are judged. */
export function summaryOf(
  title: string,
  formulas: readonly FigureFormula[],
  onBulletin: (formula: FigureFormula) => boolean,
  request: TemplateRequest,
): Summary {
  const { rules, school, region } = request;
  const rows = formulas.flatMap((formula): { formula: FigureFormula; limit: Limit | null }[] => {
    const limits = limitsOf(formula, request);
    if (limits.length === 0) return onBulletin(formula) ? [] : [{ formula, limit: null }];
    return limits.map((limit) => ({ formula, limit }));
  });
  const ids = new Set(formulas.flatMap(({ definition }) => readingIdsOf(rules, definition)));
  const texts = readingTexts(rules, ids);
  const numberOf = new Map(texts.map(({ id }, at) => [id, at + 1]));
  const first = HEAD + 1;
  const after = first + rows.length;
  const notes = texts.map(
    (text, at): Placed => ({
      row: after + 2 + at,
      column: 0,
      look: "text",
      value: `${at + 1}．${text.zh}${text.decided ? `（本区决定：${text.decided.why}，${text.decided.at.slice(0, 10)}）` : text.id.includes(":") ? "（本区未作决定，用默认）" : ""}`,
    }),
  );
  const end = after + 2 + notes.length;
  const places = rows.map(({ formula, limit }, at) => placeOf(formula, limit, first + at));
  const sheet: TemplateSheet = {
    name: SHEETS.summary,
    landscape: true,
    columns: [5, 30, 14, 9, 9, 13, 14, 10, 15, 9, 30, 10].map((width) => ({ width })),
    heights: [
      [0, 30],
      [HEAD, 32],
      ...rows.map((_, at) => [first + at, 34] as const),
      ...notes.map(({ row, value }) => [row, 17 * Math.ceil(String(value).length / 75)] as const),
    ],
    merges: [...[0, 1, 2, 3], ...notes.map(({ row }) => row), after + 1].map((row) => boxOf(row, 0, row, READINGS)),
    cells: [
      { row: 0, column: 0, look: "title", value: title },
      { row: 1, column: 0, look: "line", value: schoolLine(school, region) },
      { row: 2, column: 0, look: "line", formula: `"校验："&${STATUS}`, cached: "校验：还没有填" },
      {
        row: 3,
        column: 0,
        look: "note",
        value: "本表由公式算出，不用填。“校验”没有通过时，这里的数还不是最后的数。没有数或没有目标的写“无法判定”，不算达标。",
      },
      ...rowOf(HEAD, 0, "head", HEADERS),
      ...rows.flatMap(({ formula, limit }, at) => rowCells(formula, limit, first + at, at + 1, rules, numberOf)),
      { row: after + 1, column: 0, look: "section", value: "口径（现行选择）" },
      ...notes,
      ...signature(end + 1),
    ],
    shades: rows.length > 0 ? shadesOf(first, after - 1) : [],
    freeze: { row: first, column: 2 },
    repeat: { from: HEAD, to: HEAD },
  };
  return { sheet, figures: places };
}

/** The limits a school is judged by: its own targets, the region's, else the source's. */
function limitsOf(
  { definition, stage, grade, subject, resource, why }: FigureFormula,
  { rules, school, collection, targets }: TemplateRequest,
): Limit[] {
  parsePeriod(collection.period);
  const figure: Figure = {
    ...{ indicator: definition.id, stage, grade, subject, resource },
    ...{ value: null, counts: null, interval: null, readings: [], estimate: false, why: why ? { zh: why, en: why } : null },
  };
  const inForce = targetsIn(collection.period, targets).filter(({ indicator }) => indicator === definition.id);
  const court = { rules, unit: school.school, targets: inForce, undecided: () => null };
  return verdictsOn([figure], court).filter((verdict) => verdict.stage === stage);
}

function rowCells(
  { definition, about, counts, value, array, why }: FigureFormula,
  limit: Limit | null,
  row: number,
  number: number,
  rules: Rules,
  numberOf: ReadonlyMap<string, number>,
): Placed[] {
  const times = definition.unit === "points" ? 100 : 1;
  const at = (column: number) => addressOf(row, column);
  const count = (column: number, formula: string | undefined): Placed =>
    formula === undefined ? { row, column, look: "cell", value: "" } : { row, column, look: "number", formula, cached: 0, format: "0" };
  const own = value ?? (counts ? `${at(OF)}/${at(AMONG)}` : undefined);
  const scaled = own === undefined || times === 1 ? own : `(${own})*${times}`;
  return [
    { row, column: NO, look: "cell", value: number },
    { row, column: NAME, look: "label", value: definition.names.zh },
    { row, column: ABOUT, look: "cell", value: about },
    count(OF, why ? undefined : counts?.of),
    count(AMONG, why ? undefined : counts?.among),
    scaled === undefined || why
      ? { row, column: VALUE, look: "number", value: NONE }
      : {
          row,
          column: VALUE,
          look: "number",
          formula: `IFERROR(${scaled},"${NONE}")`,
          cached: NONE,
          ...(array && { array }),
          format: FORMATS[definition.unit],
        },
    { row, column: TARGET, look: "cell", value: limit ? shownLimit(limit.operator, limit.limit, limit.upTo, definition).zh : "没有目标" },
    ...judgedCells(definition, limit, row, at, Boolean(why) || scaled === undefined, counts !== undefined, times),
    { row, column: SOURCE, look: "text", value: why || (limit?.source ?? definition.why?.zh ?? "") },
    {
      row,
      column: READINGS,
      look: "cell",
      value: readingIdsOf(rules, definition)
        .flatMap((id) => numberOf.get(id) ?? [])
        .sort((a, b) => a - b)
        .join("、"),
    },
  ];
}

function judgedCells(
  definition: FigureFormula["definition"],
  limit: Limit | null,
  row: number,
  at: (column: number) => string,
  never: boolean,
  counted: boolean,
  times: 1 | 100,
): Placed[] {
  const plain = (column: number, value: string): Placed => ({ row, column, look: "cell", value });
  if (!limit || never) return [plain(VERDICT, "无法判定"), plain(GAP, NONE), plain(NEEDED, "")];
  const value = at(VALUE);
  const judged = nativeVerdict(times === 100 ? `(${value}/100)` : value, {
    operator: limit.operator,
    value: limit.limit,
    upTo: limit.upTo,
  }).slice(1);
  const points = timesOf(definition.unit);
  const gap = times === 100 ? `${value}-${limit.limit * 100}` : `(${value}-${limit.limit})*${points}`;
  const verdict: Placed = {
    row,
    column: VERDICT,
    look: "cell",
    formula: `IF(ISNUMBER(${value}),${judged},"无法判定")`,
    cached: "无法判定",
  };
  const away: Placed = {
    row,
    column: GAP,
    look: "number",
    formula: `IF(ISNUMBER(${value}),ROUND(${gap},9),"${NONE}")`,
    cached: NONE,
    format: points === 100 ? '+0.00"个百分点";-0.00"个百分点";0"个百分点"' : "+0.00;-0.00;0",
  };
  if (!isAsked(definition, limit, counted)) return [verdict, away, plain(NEEDED, "")];
  const lacking = `MAX(0,ROUNDUP(ROUND(${limit.limit}*${at(AMONG)}-${at(OF)},6),0))`;
  return [
    verdict,
    away,
    { row, column: NEEDED, look: "number", formula: `IF(ISNUMBER(${value}),${lacking},"${NONE}")`, cached: NONE, format: "0" },
  ];
}

/** Are more pupils what the limit asks for? As in verdicts. */
function isAsked(definition: FigureFormula["definition"], { operator, limit }: Limit, counted: boolean): boolean {
  const wantsMore = operator === ">=" || (operator === "=" && limit === 1);
  return counted && wantsMore && definition.better === "high" && limit >= 0 && limit <= 1;
}

function placeOf(
  { definition, stage, grade, subject, resource, why, counts }: FigureFormula,
  limit: Limit | null,
  row: number,
): FigurePlace {
  const needed = limit && isAsked(definition, limit, counts !== undefined) ? NEEDED : null;
  return {
    indicator: definition.id,
    ...{ stage, grade, subject, resource },
    sheet: SHEETS.summary,
    row,
    column: VALUE,
    times: definition.unit === "points" ? 100 : 1,
    judged: limit && !why ? { verdict: VERDICT, gap: GAP, needed } : null,
  };
}

function shadesOf(first: number, last: number): Shade[] {
  const verdict = `$H${first + 1}`;
  const near = `AND(${verdict}="未达标",ISNUMBER($I${first + 1}),ABS($I${first + 1})<0.01)`;
  return [
    { range: boxOf(first, VERDICT, last), formula: `${verdict}="达标"`, tone: "good" },
    { range: boxOf(first, VERDICT, last), formula: `${verdict}="未达标"`, tone: "bad" },
    { range: boxOf(first, VERDICT, last), formula: `${verdict}="无法判定"`, tone: "grey" },
    { range: boxOf(first, GAP, last), formula: near, tone: "bad", format: "0.000000" },
  ];
}
