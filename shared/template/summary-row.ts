/** One line of 汇总: a figure by its formula, its target, the verdict, the gap, and how many are lacking. */
import type { Verdict } from "../contract.ts";
import { shownLimit, timesOf } from "../display.ts";
import { countedIn, countFormat } from "../figures/counted.ts";
import type { Definition } from "../indicators/definition.ts";
import { nativeVerdict } from "../indicators/view.ts";
import { addressOf } from "../tabulate/address.ts";
import { STATUS } from "./check.ts";
import { type FigureFormula, formatOf, NONE } from "./figure.ts";
import type { Placed } from "./sheet.ts";

export type Limit = Pick<Verdict, "operator" | "limit" | "upTo" | "source" | "origin">;

/** The heads of the columns; over the counts stands how many of how many, or an amount and what it is divided by. */
export const COUNTS = { counts: ["达到", "总数"], amounts: ["数量", "学生数"] } as const;
export const HEADERS = ["序号", "指标", "范围", ...COUNTS.counts, "数值", "目标", "判定", "差距", "还差", "目标出处", "口径"];
export const COLUMN = {
  no: 0,
  name: 1,
  about: 2,
  of: 3,
  among: 4,
  value: 5,
  target: 6,
  verdict: 7,
  gap: 8,
  needed: 9,
  source: 10,
  readings: 11,
} as const;

/** Points are shown a hundredfold: 5 个百分点. */
export function timesShown({ unit }: Pick<Definition, "unit">): 1 | 100 {
  return unit === "points" ? 100 : 1;
}

const UNDECIDED = "无法判定";
/** While 校验 has something that must be put right, nothing is judged yet. */
export const PENDING = "待校验";
const PENDS = `LEFT(${STATUS},1)="有"`;

export function rowCells(figure: FigureFormula, limit: Limit | null, row: number, number: number, readings: string): Placed[] {
  const { definition, about, counts, why } = figure;
  const count = (column: number, formula: string | undefined): Placed =>
    formula === undefined || why
      ? { row, column, look: "cell" }
      : {
          row,
          column,
          look: "number",
          formula,
          cached: counts?.amounts ? NONE : 0,
          format: counts?.amounts ? (column === COLUMN.of ? counts.amounts : "0") : countFormat(countedIn(definition)).zh,
        };
  return [
    { row, column: COLUMN.no, look: "cell", value: number },
    { row, column: COLUMN.name, look: "label", value: definition.names.zh },
    { row, column: COLUMN.about, look: "cell", value: about },
    count(COLUMN.of, counts?.of),
    count(COLUMN.among, counts?.among),
    valueCell(figure, row),
    {
      row,
      column: COLUMN.target,
      look: "cell",
      value: limit ? shownLimit(limit.operator, limit.limit, limit.upTo, definition).zh : "没有目标",
    },
    ...judgedCells(figure, limit, row),
    { row, column: COLUMN.source, look: "text", value: sourceShown(figure, limit) },
    { row, column: COLUMN.readings, look: "cell", value: readings },
  ];
}

/** Where the target is from, or why there is none. */
export function sourceShown({ definition, why }: FigureFormula, limit: Limit | null): string {
  return why || (limit?.source ?? definition.why?.zh ?? "");
}

function isComputed({ value, counts, why }: FigureFormula): boolean {
  return !why && (value !== undefined || counts !== undefined);
}

function valueCell(figure: FigureFormula, row: number): Placed {
  const { definition, value } = figure;
  const [column, look] = [COLUMN.value, "number" as const];
  if (!isComputed(figure)) return { row, column, look, value: NONE };
  const own = value ?? `${addressOf(row, COLUMN.of)}/${addressOf(row, COLUMN.among)}`;
  const times = timesShown(definition);
  const formula = `IFERROR(${times === 1 ? own : `(${own})*${times}`},"${NONE}")`;
  return { row, column, look, formula, cached: NONE, format: formatOf(definition) };
}

/** Verdict, gap and how many are lacking; without a number or a limit there is nothing to judge. */
function judgedCells(figure: FigureFormula, limit: Limit | null, row: number): Placed[] {
  const { definition, unless } = figure;
  const plain = (column: number, value: string): Placed => ({ row, column, look: "cell", value });
  if (!limit || !isComputed(figure)) return [plain(COLUMN.verdict, UNDECIDED), plain(COLUMN.gap, NONE), plain(COLUMN.needed, "")];
  const value = addressOf(row, COLUMN.value);
  const times = timesShown(definition);
  const judged = nativeVerdict(times === 1 ? value : `(${value}/${times})`, { ...limit, value: limit.limit }).slice(1);
  const gap = `ROUND((${value}-${limit.limit}*${times})*${timesOf(definition.unit) / times},9)`;
  const points = timesOf(definition.unit) === 100;
  const where = (formula: string, otherwise: string) => `IF(ISNUMBER(${value}),${formula},"${otherwise}")`;
  const verdict = unless === undefined ? judged : `IF(${unless},"${UNDECIDED}",${judged})`;
  return [
    { row, column: COLUMN.verdict, look: "cell", formula: where(`IF(${PENDS},"${PENDING}",${verdict})`, UNDECIDED), cached: UNDECIDED },
    {
      row,
      column: COLUMN.gap,
      look: "number",
      formula: where(`IF(${PENDS},"${NONE}",${gap})`, NONE),
      cached: NONE,
      format: points ? '+0.00"个百分点";-0.00"个百分点";0"个百分点"' : "+0.00;-0.00;0",
    },
    neededCell(figure, limit, row, where),
  ];
}

function neededCell(figure: FigureFormula, limit: Limit, row: number, where: (formula: string, otherwise: string) => string): Placed {
  const column = COLUMN.needed;
  if (!countsLacking(figure, limit)) return { row, column, look: "cell" };
  const lacking = `MAX(0,ROUNDUP(ROUND(${limit.limit}*${addressOf(row, COLUMN.among)}-${addressOf(row, COLUMN.of)},6),0))`;
  return {
    row,
    column,
    look: "number",
    formula: where(`IF(${PENDS},"${NONE}",${lacking})`, NONE),
    cached: NONE,
    format: countFormat(countedIn(figure.definition)).zh,
  };
}

/** Are more people what the limit asks for? As in verdicts. */
export function countsLacking({ definition, counts }: FigureFormula, { operator, limit }: Limit): boolean {
  const wantsMore = operator === ">=" || (operator === "=" && limit === 1);
  return counts !== undefined && !counts.amounts && wantsMore && definition.better === "high" && limit >= 0 && limit <= 1;
}
