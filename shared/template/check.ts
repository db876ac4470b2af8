/**
 * 校验: what is still to be done before a file is handed in, by native formulas that count places. What `must` be is put right; the rest is
 * to be looked at. A link leads to the first place.
 */
import { addressOf, columnLetters } from "../tabulate/address.ts";
import { numbersHeld } from "./personal.ts";
import type { TemplateRequest } from "./request.ts";
import { boxOf, cellOn, heightFor, type Placed, quoted, rowOf, type Shade, type TemplateSheet } from "./sheet.ts";
import { SHEETS, schoolLine } from "./words.ts";

/** A count as a formula; `array` where it must be evaluated as one, `empty` what it counts in the empty template. */
export interface Counted {
  readonly formula: string;
  readonly array?: true;
  readonly empty?: number;
}

/** The first place: the row (counted from 1, 0 for none) as an array formula, in a column of a sheet. */
export interface FirstPlace {
  readonly sheet: string;
  readonly column: number;
  readonly row: string;
  /** That row in the empty template; none where it is left out. */
  readonly empty?: number;
}

/** One thing that is checked. */
export interface Check extends Counted {
  /** Of what is to be looked at: the finding that a reader of the file makes of it, which the school may explain beside it. */
  readonly id?: string;
  /** Which sheet it is about, in words. */
  readonly about: string;
  readonly what: string;
  readonly level: "must" | "look" | "count";
  readonly fix: string;
  readonly first?: FirstPlace;
}

/** One column of inputs, checked for several faults at once: a count under each head, null where the fault cannot be. All must be put right. */
export interface ColumnCheck {
  readonly about: string;
  readonly what: string;
  readonly counts: readonly (Counted | null)[];
  readonly first: FirstPlace;
}

/** The table of columns: its heads, and under them what each fault asks for. */
export interface ColumnChecks {
  readonly title: string;
  readonly heads: readonly string[];
  readonly legend: string;
  readonly columns: readonly ColumnCheck[];
}

export const LEVELS = { must: "必须改", look: "请核对", count: "" } as const;
const STATUS_EMPTY = "还没有填";
const STATUS_READY = "可以上报";

const NOTHING = "没有要核对的。点“第一处”里的格号，就跳到那里。";
const toLookAt = (places: string) => `另有 ${places} 处请核对：确实如此就不用改，在“说明”一列写一句即可。点“第一处”里的格号，就跳到那里。`;
/** The row for whatever no check asks about; what is counted there are numbers of persons in all of the notes. */
const OTHER = {
  about: "整份文件",
  what: "其他要说明的",
  fix: "没有就空着。说明会随数字交给教育局：不要写姓名、电话、身份证号和学籍号，左边数出的号码必须删去。",
} as const;

const FAULTS = 4;
const [ABOUT, WHAT, COUNT, LEVEL] = [0, 1, 2, 3];
const FIRST = COUNT + FAULTS;
const [FIX, NOTE, ROW] = [FIRST + 1, FIRST + 2, FIRST + 3];
const STATUS_ROW = 2;
const LIST_ROW = STATUS_ROW + 3;
const WIDTHS = [14, 31, 9, 9, 9, 9, 10, 50, 30];
/** Points of height that a landscape A4 page surely has for columns of these widths (600 in Excel, 760 in LibreOffice), and those of a row whose height is not set. */
const [PAGE, PLAIN] = [600, 15];
/** As long as a note may be that travels with the figures. */
export const LONGEST_NOTE = 300;

/** Where a school explains: beside what is to be looked at, and, without an id, one for the whole file. */
export interface NotePlace {
  readonly id: string | null;
  readonly row: number;
  readonly column: number;
}

/** The first row of the list of checks: what stands above are titles and heads. */
export const CHECKS_FROM = LIST_ROW + 1;

export function notePlaces(checks: readonly Check[]): NotePlace[] {
  const asked = checks.flatMap(({ level, id }, at) => (level === "look" && id ? [{ id, row: LIST_ROW + 1 + at, column: NOTE }] : []));
  return [...asked, { id: null, row: LIST_ROW + 1 + checks.length, column: NOTE }];
}

/** The cell that says how the file stands; other sheets show it too. */
export const STATUS = cellOn(SHEETS.checks, STATUS_ROW, 0);

/** The sheet of all checks; `filled` is a formula that counts what has been typed at all. */
export function checkSheet(checks: readonly Check[], marks: ColumnChecks | null, filled: string, request: TemplateRequest): TemplateSheet {
  const { school, region } = request;
  const listAt = LIST_ROW;
  const otherAt = listAt + checks.length + 1;
  const columnsAt = otherAt + 3;
  const box = (row: number, height: number, from: number, to = from) =>
    `$${columnLetters(from)}$${row + 1}:$${columnLetters(to)}$${row + Math.max(1, height)}`;
  const sum = (level: keyof typeof LEVELS) =>
    `SUMIF(${box(listAt + 1, checks.length + 1, LEVEL)},"${LEVELS[level]}",${box(listAt + 1, checks.length + 1, COUNT)})`;
  const inColumns = marks ? `+SUM(${box(columnsAt + 2, marks.columns.length, COUNT, COUNT + FAULTS - 1)})` : "";
  const [must, look] = [`(${sum("must")}${inColumns})`, sum("look")];
  const looked = checks.reduce((all, { level, empty = 0 }) => (level === "look" ? all + empty : all), 0);
  const notes = box(listAt + 1, checks.length + 1, NOTE);
  const held = numbersHeld(notes, `COLUMN($A$1:$${columnLetters(LONGEST_NOTE - 1)}$1)`);
  const ofMarks = marks ? columnTable(marks, columnsAt) : { cells: [], merges: [], heights: [], shades: [] };
  const heights = [
    [0, 30],
    [STATUS_ROW, 42],
    [STATUS_ROW + 1, 20],
    [listAt, 22],
    ...[...checks, OTHER].map(({ fix }, at) => [listAt + 1 + at, Math.max(26, heightFor(fix, WIDTHS[FIX] ?? 0))] as const),
    ...ofMarks.heights,
  ] as const;
  const high = heights.reduce((sum, [, points]) => sum + points - PLAIN, PLAIN * (columnsAt + 2 + (marks?.columns.length ?? 0)));
  return {
    name: SHEETS.checks,
    landscape: true,
    columns: [...WIDTHS.map((width) => ({ width })), { width: 6, hidden: true }],
    heights,
    ...(marks && high > PAGE && { breaks: [columnsAt] }),
    merges: [
      ...[0, 1, STATUS_ROW, STATUS_ROW + 1].map((row) => boxOf(row, 0, row, NOTE)),
      ...[0, ...checks.map((_, at) => at + 1), otherAt - listAt].map((at) => boxOf(listAt + at, LEVEL, listAt + at, FIRST - 1)),
      ...ofMarks.merges,
    ],
    cells: [
      { row: 0, column: 0, look: "title", value: "校验" },
      { row: 1, column: 0, look: "line", value: schoolLine(school, region) },
      {
        row: STATUS_ROW,
        column: 0,
        look: "status",
        formula: `IFERROR(IF(${filled}=0,"${STATUS_EMPTY}",IF(${must}=0,"${STATUS_READY}","有 "&${must}&" 处要改")),"有格子出错，请逐行核对")`,
        cached: STATUS_EMPTY,
      },
      {
        row: STATUS_ROW + 1,
        column: 0,
        look: "note",
        formula: `IFERROR(IF(${look}=0,"${NOTHING}","${toLookAt(`"&${look}&"`)}"),"")`,
        cached: looked > 0 ? toLookAt(String(looked)) : NOTHING,
      },
      ...rowOf(listAt, 0, "head", ["在哪张表", "查什么", "处数", "级别"]),
      ...rowOf(listAt, FIRST, "head", ["第一处", "怎么办", "说明（学校填）"]),
      ...checks.flatMap((check, at) => checkRow(check, listAt + 1 + at)),
      ...rowOf(otherAt, ABOUT, "label", [OTHER.about, OTHER.what]),
      counted({ formula: `SUM(${held})`, array: true }, otherAt, COUNT),
      { row: otherAt, column: LEVEL, look: "cell", formula: `IF(N(${addressOf(otherAt, COUNT)})>0,"${LEVELS.must}","")`, cached: "" },
      ...firstCells({ sheet: SHEETS.checks, column: NOTE, row: `MIN(IF(${held}>0,ROW(${notes})))` }, otherAt),
      { row: otherAt, column: FIX, look: "text", value: OTHER.fix },
      noteCell(otherAt),
      ...ofMarks.cells,
    ],
    shades: [
      { range: boxOf(STATUS_ROW, 0), formula: `LEFT($A$${STATUS_ROW + 1},2)="可以"`, tone: "good" },
      { range: boxOf(STATUS_ROW, 0), formula: `LEFT($A$${STATUS_ROW + 1},1)="有"`, tone: "bad" },
      ...(["must", "look"] as const).map(
        (level): Shade => ({
          range: boxOf(listAt + 1, COUNT, otherAt),
          formula: `AND(N($C${listAt + 2})>0,$D${listAt + 2}="${LEVELS[level]}")`,
          tone: level === "must" ? "wrong" : "blank",
        }),
      ),
      {
        range: boxOf(listAt + 1, NOTE, listAt + checks.length),
        formula: `AND(N($C${listAt + 2})>0,$D${listAt + 2}="${LEVELS.look}",ISBLANK($${columnLetters(NOTE)}${listAt + 2}))`,
        tone: "blank",
      },
      ...ofMarks.shades,
    ],
    validations: [
      {
        range: boxOf(listAt + 1, NOTE, otherAt),
        type: "textLength",
        operator: "between",
        formula1: "0",
        formula2: String(LONGEST_NOTE),
        title: "说明",
        message: `最多 ${LONGEST_NOTE} 个字，不要写姓名和号码。`,
        prompt: "确实如此就写一句原因。会随数字交给教育局，不要写姓名、电话、身份证号和学籍号。",
      },
    ],
    signed: true,
  };
}

function noteCell(row: number): Placed {
  return { row, column: NOTE, look: "input note", format: "@" };
}

function counted({ formula, array, empty = 0 }: Counted, row: number, column: number): Placed {
  return { row, column, look: "number", formula, ...(array && { array }), cached: empty, format: "0" };
}

function checkRow({ about, what, level, fix, first, ...count }: Check, row: number): Placed[] {
  return [
    { row, column: ABOUT, look: "label", value: about },
    { row, column: WHAT, look: "label", value: what },
    counted(count, row, COUNT),
    { row, column: LEVEL, look: "cell", value: LEVELS[level] },
    ...(first ? firstCells(first, row) : [{ row, column: FIRST, look: "cell" as const }]),
    { row, column: FIX, look: "text", value: fix },
    level === "look" ? noteCell(row) : { row, column: NOTE, look: "blocked" },
  ];
}

const ROW_HEIGHT = 26;

function columnTable({ title, heads, legend, columns }: ColumnChecks, at: number) {
  const top = at + 2;
  const last = at + 1 + columns.length;
  // As many rows as it takes: a cell that runs over two pages shows its text on neither.
  const legendHeight = heightFor(legend, WIDTHS[FIX] ?? 0);
  const beside = Math.min(columns.length, Math.ceil(legendHeight / ROW_HEIGHT));
  const rowHeight = Math.max(ROW_HEIGHT, Math.ceil(legendHeight / beside));
  const cells: Placed[] = [
    { row: at, column: 0, look: "section", value: title },
    ...rowOf(at + 1, ABOUT, "head", ["在哪张表", "哪一列", ...heads]),
    ...rowOf(at + 1, FIRST, "head", ["第一处", "怎么办"]),
    { row: top, column: FIX, look: "text", value: legend },
    ...columns.flatMap((column, index) => columnRow(column, top + index)),
  ];
  return {
    cells,
    merges: beside > 1 ? [boxOf(top, FIX, top + beside - 1, FIX)] : [],
    heights: [[at, 24] as const, [at + 1, 34] as const, ...columns.map((_, index) => [top + index, rowHeight] as const)],
    shades: [{ range: boxOf(top, COUNT, last, COUNT + FAULTS - 1), formula: `N(C${top + 1})>0`, tone: "wrong" } satisfies Shade],
  };
}

function columnRow({ about, what, counts, first }: ColumnCheck, row: number): Placed[] {
  return [
    { row, column: ABOUT, look: "label", value: about },
    { row, column: WHAT, look: "label", value: what },
    ...counts.map((count, at): Placed => (count ? counted(count, row, COUNT + at) : { row, column: COUNT + at, look: "blocked" })),
    ...firstCells(first, row),
  ];
}

function firstCells(first: FirstPlace, row: number): Placed[] {
  const { empty = 0 } = first;
  const at = `"${columnLetters(first.column)}"&${addressOf(row, ROW)}`;
  const link = `HYPERLINK("#${quoted(first.sheet)}!"&${at},${at})`;
  return [
    {
      row,
      column: FIRST,
      look: "link",
      formula: `IF(N(${addressOf(row, ROW)})>0,${link},"")`,
      cached: empty > 0 ? `${columnLetters(first.column)}${empty}` : "",
    },
    { row, column: ROW, look: "number", formula: first.row, array: true, cached: empty, format: "0" },
  ];
}
