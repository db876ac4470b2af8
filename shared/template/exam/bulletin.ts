/** 一分三率: the table every school knows, one row per paper, by native formulas over the columns of marks. */
import type { Paper } from "../../contract.ts";
import { linesOf } from "../../exam.ts";
import { reading } from "../../figures.ts";
import type { Definition } from "../../indicators/definition.ts";
import { marksIn } from "../../indicators/kinds/guard.ts";
import { awayStates } from "../../indicators/kinds/share.ts";
import { chooseBy, percentsIn, type Rules } from "../../indicators/rules.ts";
import { nativeFormula } from "../../indicators/view.ts";
import { addressOf } from "../../tabulate/address.ts";
import { type FigurePlace, NONE } from "../figure.ts";
import type { MarkPlace, ScorePlace } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import { boxOf, cellOn, type Placed, rowOf, type TemplateSheet } from "../sheet.ts";
import { signature } from "../sign.ts";
import { SHEETS, schoolLine, subjectHeader, WRITTEN_STATES } from "../words.ts";

/** Columns before those of the definitions: 学科 满分 应考 实考, then the states. */
const [SUBJECT, FULL, EXPECTED, SAT, STATES] = [0, 1, 2, 3, 4];
const AFTER_STATES = STATES + WRITTEN_STATES.length;

interface RateColumn {
  readonly definition: Definition;
  /** Of a share: line, number of pupils, rate. Of a mean or deviation: the value alone. */
  readonly at: number;
}

export interface Bulletin {
  readonly sheet: TemplateSheet;
  readonly figures: readonly FigurePlace[];
  /** Cells of one paper that other formulas count on. */
  cellsOf(paper: Paper, definition: Definition): { readonly value: string; readonly of: string; readonly among: string };
}

/** The definitions of one paper's marks, with their columns. */
function rateColumns(rules: Rules): RateColumn[] {
  let next = AFTER_STATES;
  return reading(rules, "paper").flatMap((definition) => {
    const width = definition.kind.kind === "share" ? 3 : definition.kind.kind === "marks" ? 1 : 0;
    if (width === 0) return [];
    const at = next;
    next += width;
    return [{ definition, at }];
  });
}

export function bulletinOf(scores: readonly ScorePlace[], request: TemplateRequest, status: string): Bulletin {
  const { rules, school, region, collection } = request;
  const columns = rateColumns(rules);
  const width = Math.max(...columns.map(({ definition, at }) => at + (definition.kind.kind === "share" ? 3 : 1)));
  const rows = new Map<Paper, number>();
  const cells: Placed[] = [
    { row: 0, column: 0, look: "title", value: `${collection.exam?.name ?? collection.name}　一分三率` },
    { row: 1, column: 0, look: "line", value: schoolLine(school, region) },
    { row: 2, column: 0, look: "note", formula: `"校验："&${status}`, cached: "校验：还没有填" },
  ];
  const merges = [0, 1, 2].map((row) => boxOf(row, 0, row, width - 1));
  let row = 3;
  for (const place of scores) {
    cells.push({ row, column: 0, look: "section", value: place.spoken });
    cells.push(...rowOf(row + 1, 0, "head", ["学科", "满分", "应考", "实考", ...WRITTEN_STATES]));
    cells.push(...columns.flatMap((one) => headsOf(one, row + 1)));
    row += 2;
    for (const mark of place.marks) {
      rows.set(mark.paper, row);
      cells.push(...paperRow(mark, row, columns, rules));
      row++;
    }
    row++;
  }
  cells.push({
    row,
    column: 0,
    look: "note",
    value: "应考＝实考＋缺考＋缓考＋免考＋违纪（转出不算）；标准差为总体标准差；各线及分母的口径见“汇总”。本表由公式算出，不用填。",
  });
  merges.push(boxOf(row, 0, row, width - 1));
  cells.push(...signature(row + 2));
  const sheet: TemplateSheet = {
    name: SHEETS.bulletin,
    landscape: true,
    columns: Array.from({ length: width }, (_, at) => ({ width: at === SUBJECT ? 12 : at < AFTER_STATES ? 6 : 8 })),
    heights: [
      [0, 30],
      [2, 20],
      ...cells.flatMap(({ row: at, look }): [number, number][] =>
        look === "section"
          ? [
              [at, 24],
              [at + 1, 32],
            ]
          : [],
      ),
      ...[...rows.values()].map((at) => [at, 20] as const),
      [row, 20],
    ],
    cells,
    merges,
  };
  return { sheet, figures: figuresOf(scores, rows, columns), cellsOf: cellsIn(rows, columns, rules) };
}

function headsOf({ definition, at }: RateColumn, row: number): Placed[] {
  const name = definition.names.zh;
  if (definition.kind.kind !== "share") return rowOf(row, at, "head", [name]);
  const stem = name.replace(/率$/, "");
  return rowOf(row, at, "head", [`${stem}线`, `${stem}人数`, name]);
}

function paperRow({ paper, name }: MarkPlace, row: number, columns: readonly RateColumn[], rules: Rules): Placed[] {
  const lines = linesOf(paper, percentsIn(rules));
  const count = (column: number, formula: string): Placed => ({ row, column, look: "number", formula, cached: 0, format: "0" });
  const at = (column: number) => addressOf(row, column);
  const left = STATES + WRITTEN_STATES.length - 1;
  return [
    { row, column: SUBJECT, look: "label", value: subjectHeader(paper) },
    { row, column: FULL, look: "number", value: paper.full },
    count(EXPECTED, `SUM(${at(SAT)}:${at(left - 1)})`),
    count(SAT, `COUNT(${name})`),
    ...WRITTEN_STATES.map((state, index) => count(STATES + index, `COUNTIF(${name},"${state}")`)),
    ...columns.flatMap(({ definition, at: column }): Placed[] => {
      const choose = chooseBy(rules, definition);
      const { kind } = definition;
      const value = (formula: string | null, of: number): Placed => ({
        row,
        column: of,
        look: "number",
        formula: `IFERROR(${formula?.slice(1)},"${NONE}")`,
        cached: NONE,
        format: definition.unit === "rate" ? "0.0%" : "0.00",
      });
      // Like the rates, nothing is shown of a column with a mark beyond the full mark.
      if (kind.kind !== "share")
        return [
          value(`=IF(${marksIn(name, String(paper.full))},${nativeFormula(definition, [name], choose)?.slice(1)},"${NONE}")`, column),
        ];
      const line = lines[kind.line];
      const reached = `COUNTIF(${name},">="&${line})`;
      return [
        { row, column, look: "number", value: line },
        count(column + 1, kind.side === "reached" ? reached : `${amongOf(row, definition, rules)}-${reached}`),
        value(nativeFormula(definition, [name, String(line), String(paper.full)], choose), column + 2),
      ];
    }),
  ];
}

/** The pupils a rate is taken of, by the region's choice, from the counts on the row. */
function amongOf(row: number, definition: Definition, rules: Rules, on = ""): string {
  const away = awayStates(chooseBy(rules, definition)).map((state) => STATES + WRITTEN_STATES.indexOf(state));
  const sum = [SAT, ...away].map((column) => `${on}${addressOf(row, column)}`).join("+");
  return away.length > 0 ? `(${sum})` : sum;
}

function figuresOf(scores: readonly ScorePlace[], rows: ReadonlyMap<Paper, number>, columns: readonly RateColumn[]): FigurePlace[] {
  return scores.flatMap(({ marks }) =>
    marks.flatMap(({ paper }) =>
      columns.map(
        ({ definition, at }): FigurePlace => ({
          indicator: definition.id,
          stage: paper.stage,
          grade: paper.grade,
          subject: paper.subject,
          resource: null,
          sheet: SHEETS.bulletin,
          row: rows.get(paper) as number,
          column: definition.kind.kind === "share" ? at + 2 : at,
          times: 1,
          judged: null,
        }),
      ),
    ),
  );
}

/** For a rate of one line, whichever definition asks: those who reach it, those it is taken of, and the value of the definition itself. */
function cellsIn(rows: ReadonlyMap<Paper, number>, columns: readonly RateColumn[], rules: Rules): Bulletin["cellsOf"] {
  const on = `${SHEETS.bulletin}!`;
  return (paper, definition) => {
    const row = rows.get(paper) as number;
    const line = definition.kind.kind === "share" ? definition.kind.line : definition.reads.from === "stage" ? definition.reads.line : null;
    const found =
      columns.find((one) => one.definition.id === definition.id) ??
      columns.find(({ definition: { kind } }) => kind.kind === "share" && kind.line === line && kind.side === "reached");
    if (!found) return { value: `"${NONE}"`, of: "0", among: "0" };
    const share = found.definition.kind.kind === "share";
    return {
      value: cellOn(SHEETS.bulletin, row, share ? found.at + 2 : found.at),
      of: `${on}${addressOf(row, found.at + 1)}`,
      among: amongOf(row, definition, rules, on),
    };
  };
}
