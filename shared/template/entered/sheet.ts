/** The sheets on which reported indicators are typed: cells on the first, columns of numbers on the second. */

import type { Stage } from "../../contract.ts";
import { clauseOf } from "../../indicators/compute.ts";
import { type Definition, STAGES } from "../../indicators/definition.ts";
import { ruleOf } from "../../indicators/kinds.ts";
import { chooseBy } from "../../indicators/rules.ts";
import { addressOf } from "../../tabulate/address.ts";
import type { EnteredPlaces, InputPlace } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import {
  boxOf,
  type ColumnLook,
  type DefinedName,
  type Placed,
  rangeOf,
  rowOf,
  type Shade,
  type TemplateSheet,
  type Validation,
} from "../sheet.ts";
import { signature } from "../sign.ts";
import { SHEETS, schoolLine } from "../words.ts";
import { faultOf, howTyped, unitShown, validationOf } from "./inputs.ts";
import { COLUMN_HEADS, COLUMN_ROOM } from "./places.ts";

export const MARKS = { done: "✓", none: "没有填", part: "还缺", wrong: "不对" } as const;

/** One row of the first sheet: an input of an indicator, or an indicator whose numbers stand on the second sheet. */
export interface EnteredRow {
  readonly definition: Definition;
  readonly row: number;
  readonly places: readonly InputPlace[];
  readonly first: boolean;
}

/** The rows in order; of indicators with columns, one row for all. */
export function rowsOf({ header, inputs }: EnteredPlaces): EnteredRow[] {
  const rows: EnteredRow[] = [];
  let row = header;
  for (const definition of new Set(inputs.map((place) => place.definition))) {
    const own = inputs.filter((place) => place.definition === definition);
    const groups =
      own[0]?.room === 1 ? [...new Set(own.map(({ input }) => input))].map((input) => own.filter((one) => one.input === input)) : [own];
    groups.forEach((places, at) => {
      row++;
      rows.push({ definition, row, places, first: at === 0 });
    });
  }
  return rows;
}

/** The column that says how each row stands. */
export function checkColumn({ stages }: EnteredPlaces): number {
  return 4 + stages.length;
}

export function enteredSheet(places: EnteredPlaces, request: TemplateRequest): TemplateSheet {
  const { stages, header } = places;
  const rows = rowsOf(places);
  const mark = checkColumn(places);
  const last = rows.at(-1)?.row ?? header;
  const blocks = rows
    .filter(({ first }) => first)
    .map(({ definition, row }) => [row, row + rows.filter((one) => one.definition === definition).length - 1] as const);
  const cells = rows.map((one) => rowCells(one, places, request, blocks.findIndex(([from, to]) => from <= one.row && one.row <= to) + 1));
  const columns = blocks
    .filter(([from, to]) => to > from)
    .flatMap(([from, to]) => [0, 1, mark + 1].map((column) => boxOf(from, column, to, column)));
  return {
    name: SHEETS.entered,
    landscape: true,
    columns: [5, 26, 30, 8, ...stages.map(() => 13), 9, 44].map((width) => ({ width })),
    heights: [
      [0, 30],
      [2, 22],
      [header, 24],
      ...blocks.flatMap(([from, to]) => {
        const own = cells.slice(from - (rows[0]?.row ?? from), to - (rows[0]?.row ?? from) + 1);
        const basis = pointsOf(own[0], mark + 1, BASIS_SIGNS);
        return own.map(
          (one, at) =>
            [from + at, Math.max(own.length > 1 ? 32 : 62, pointsOf(one, 2, ASKED_SIGNS), Math.ceil(basis / own.length))] as const,
        );
      }),
    ],
    merges: [...[0, 1, 2].map((row) => boxOf(row, 0, row, mark + 1)), ...columns],
    cells: [
      { row: 0, column: 0, look: "title", value: request.collection.name },
      { row: 1, column: 0, look: "line", value: schoolLine(request.school, request.region) },
      { row: 2, column: 0, look: "note", value: "填黄色的格子；灰色的格子不用填。“检查”一列显示 ✓ 就填好了。" },
      ...rowOf(header, 0, "head", [
        "序号",
        "指标",
        "要填的数",
        "单位",
        ...stages.map(({ stage }) => STAGES[stage].zh),
        "检查",
        "依据和算法",
      ]),
      ...cells.flat(),
      ...signature(last + 2),
    ],
    validations: rows.flatMap(({ definition, places: own }) =>
      own.flatMap(({ input, row, column, room }): Validation[] =>
        room > 1 ? [] : validationOf(definition, input, boxOf(row, column), addressOf(row, column)),
      ),
    ),
    shades: shadesOf(rows, mark),
    freeze: { row: header + 1, column: 2 },
    repeat: { from: header, to: header },
    signed: true,
  };
}

/** How many Chinese signs the columns of what is asked and of its basis hold in a line. */
const ASKED_SIGNS = 17;
const BASIS_SIGNS = 23;

/** The height that the text of a cell needs. */
function pointsOf(cells: readonly Placed[] | undefined, column: number, signs: number): number {
  const text = cells?.find((cell) => cell.column === column && "value" in cell);
  const lines = text && "value" in text ? String(text.value).split("\n") : [];
  return 4 + 14 * lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signs)), 0);
}

function rowCells(
  { definition, row, places: own, first }: EnteredRow,
  places: EnteredPlaces,
  { rules }: TemplateRequest,
  number: number,
): Placed[] {
  const input = own[0]?.input;
  const inColumns = (own[0]?.room ?? 1) > 1;
  const mark = checkColumn(places);
  if (!input) return [];
  const what = inColumns
    ? own
        .filter(({ stage }) => stage === own[0]?.stage)
        .map(({ input: { names } }) => names.zh)
        .join("、")
    : input.names.zh;
  const restricted = definition.restricted ? `（${definition.restricted.zh}）` : "";
  const source = `${clauseOf(definition).zh}。算法：${ruleOf(definition.kind).words(definition.kind, chooseBy(rules, definition)).zh}${restricted}`;
  return [
    { row, column: 0, look: "cell", ...(first && { value: number }) },
    { row, column: 1, look: "label", ...(first && { value: definition.names.zh }) },
    { row, column: 2, look: "text", value: `${what}\n${howTyped(definition, input)}` },
    { row, column: 3, look: "cell", value: unitShown(definition, input) },
    ...places.stages.map(({ stage, column }): Placed => {
      const place = own.find((one) => one.stage === stage);
      if (!place) return { row, column, look: "blocked", value: "—" };
      if (inColumns) return { row, column, look: "cell", formula: `COUNT(${place.name})&" 行"`, cached: "0 行" };
      return {
        row,
        column,
        look: input.shape === "text" || input.shape === "flag" || input.shape === "level" ? "input mark" : "input number",
      };
    }),
    { row, column: mark, look: "cell", formula: markFormula(own, places), cached: input.optional ? "" : MARKS.none },
    { row, column: mark + 1, look: "text", ...(first && { value: source }) },
  ];
}

/** How a row stands over all its stages: wrong, lacking where a stage has only a part of the indicator, blank where a stage has nothing of it, or done. */
function markFormula(own: readonly InputPlace[], { inputs }: EnteredPlaces): string {
  const definition = own[0]?.definition as Definition;
  const stages = [...new Set(own.map(({ stage }) => stage))];
  const inStage = (stage: Stage) => inputs.filter((one) => one.definition === definition && one.stage === stage && !one.input.optional);
  if ((own[0]?.room ?? 1) > 1) {
    const wrong = own.map(({ name }) => `COUNTA(${name})-COUNT(${name})+COUNTIF(${name},"<0")`);
    const part = stages.flatMap((stage) => {
      const [top, below] = inStage(stage).map(({ name }) => name);
      return below ? [`SUMPRODUCT(--(ISNUMBER(${top})<>ISNUMBER(${below})))+COUNTIF(${below},0)`] : [];
    });
    return marked(
      wrong,
      part,
      stages.map((stage) => `(COUNT(${inStage(stage)[0]?.name})=0)`),
    );
  }
  const wrong = own.map((place) => `${faultOf(definition, place.input, at(place))}${moreThanAll(place, inputs)}`);
  if (own[0]?.input.optional) return `IF(${sum(wrong)}>0,"${MARKS.wrong}","")`;
  const filled = (stage: Stage) => `COUNTA(${inStage(stage).map(at).join(",")})`;
  const part = own.map((place) => `ISBLANK(${at(place)})*(${filled(place.stage)}>0)`);
  return marked(
    wrong,
    part,
    stages.map((stage) => `(${filled(stage)}=0)`),
  );
}

const at = ({ row, column }: InputPlace) => addressOf(row, column);
const sum = (formulas: readonly string[]) => (formulas.length === 0 ? "0" : formulas.join("+"));

function marked(wrong: readonly string[], part: readonly string[], none: readonly string[]): string {
  return `IF(${sum(wrong)}>0,"${MARKS.wrong}",IF(${sum(part)}>0,"${MARKS.part}",IF(${sum(none)}>0,"${MARKS.none}","${MARKS.done}")))`;
}

/** More of them than there are: 1 beside the numerator of a rate. */
function moreThanAll(place: InputPlace, inputs: readonly InputPlace[]): string {
  const { definition, stage, input } = place;
  const [k, n] = definition.kind.kind === "rate" ? ["of", "among"] : definition.kind.kind === "joint" ? ["passed", "pupils"] : [];
  const all = inputs.find((one) => one.definition === definition && one.stage === stage && one.input.id === n);
  return input.id === k && all ? `+IF(COUNT(${at(place)},${at(all)})=2,IF(${at(place)}>${at(all)},1,0),0)` : "";
}

function shadesOf(rows: readonly EnteredRow[], mark: number): Shade[] {
  const cells = rows.flatMap(({ definition, places }) =>
    places.flatMap(({ input, row, column, room }): Shade[] => {
      if (room > 1) return [];
      const at = addressOf(row, column);
      const wrong: Shade = { range: at, formula: `(${faultOf(definition, input, `$${at.replace(/(\d+)/, "$$$1")}`)})>0`, tone: "wrong" };
      return input.optional ? [wrong] : [wrong, { range: at, formula: `ISBLANK(${at})`, tone: "blank" }];
    }),
  );
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0];
  const own = addressOf(first, mark);
  return [
    ...cells,
    { range: boxOf(first, mark, last), formula: `${own}="${MARKS.done}"`, tone: "good" },
    { range: boxOf(first, mark, last), formula: `OR(${own}="${MARKS.wrong}",${own}="${MARKS.part}")`, tone: "bad" },
  ];
}

/** The second sheet: for each indicator and stage a column to say which one it is, and the columns of numbers. */
export function columnsSheet({ inputs }: EnteredPlaces, { school, region }: TemplateRequest): TemplateSheet | null {
  const own = inputs.filter(({ room }) => room > 1);
  if (own.length === 0) return null;
  const groups = [...new Map(own.map((place) => [`${place.definition.id} ${place.stage}`, place])).values()].map((head) =>
    own.filter((place) => place.definition === head.definition && place.stage === head.stage),
  );
  const width = Math.max(...own.map(({ column }) => column)) + 1;
  const columns: ColumnLook[] = Array.from({ length: width }, () => ({ width: 18, look: "input text", format: "@" }));
  for (const { column } of own) columns[column] = { width: 18, look: "input number", format: "General" };
  const head = COLUMN_HEADS - 1;
  return {
    name: SHEETS.columns,
    landscape: true,
    columns,
    heights: [
      [0, 30],
      [2, 36],
      [head - 2, 50],
      [head, 16 * Math.max(2, ...own.map(({ input }) => Math.ceil((input.names.zh.length + 6) / 8)))],
    ],
    merges: [
      ...[0, 1, 2].map((row) => boxOf(row, 0, row, Math.max(width, 8) - 1)),
      ...groups.flatMap((group) => [head - 2, head - 1].map((row) => boxOf(row, (group[0]?.column ?? 1) - 1, row, group.at(-1)?.column))),
    ],
    cells: [
      { row: 0, column: 0, look: "title", value: "逐项填报" },
      { row: 1, column: 0, look: "line", value: schoolLine(school, region) },
      {
        row: 2,
        column: 0,
        look: "note",
        value: `一行填一个（一个班、一位教师、一次……），从第 ${COLUMN_HEADS + 1} 行填起，中间不要写合计。左边一列写是哪一个，只为校内核对，可以不填。`,
      },
      ...groups.flatMap((group): Placed[] => {
        const left = (group[0]?.column ?? 1) - 1;
        const { definition, stage } = group[0] as InputPlace;
        return [
          { row: head - 2, column: left, look: "head", value: definition.names.zh },
          { row: head - 1, column: left, look: "small", value: STAGES[stage].zh },
          { row: head, column: left, look: "head", value: "哪一个（可不填）" },
          ...group.map(
            ({ input, column }): Placed => ({
              row: head,
              column,
              look: "head",
              value: `${input.names.zh}（${unitShown(definition, input)}）`,
            }),
          ),
        ];
      }),
    ],
    validations: own.flatMap(({ definition, input, row, column, room }) =>
      validationOf(definition, input, boxOf(row, column, row + room - 1, column), addressOf(row, column)),
    ),
    shades: own.map(({ definition, input, row, column, room }) => ({
      range: boxOf(row, column, row + room - 1, column),
      formula: `${faultOf(definition, { ...input, shape: "amount" }, addressOf(row, column))}>0`,
      tone: "wrong" as const,
    })),
    freeze: { row: COLUMN_HEADS, column: 0 },
    repeat: { from: head - 2, to: head },
    signed: true,
    digitsAsText: boxOf(COLUMN_HEADS, 0, COLUMN_HEADS + COLUMN_ROOM - 1, width - 1),
  };
}

export function enteredNames({ inputs }: EnteredPlaces): DefinedName[] {
  return inputs.map(({ name, sheet, row, column, room }) => ({ name, sheet, range: rangeOf(row, column, row + room - 1, column) }));
}
