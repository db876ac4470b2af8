/** One sheet, row by row from its part (ECMA-376 part 1, 18.3.1). What it says of its own size is not asked. */
import type { Words } from "../../shared/refusal.ts";
import { isDate, type Sheet, type Value } from "./book.ts";
import { asksProgram, refersOutside } from "./formulas.ts";
import { type Budget, COLUMNS, FORMULA, MERGES, ROWS, TEXT } from "./limits.ts";
import { type Parts, SPREADSHEET } from "./parts.ts";
import { columnOf, keyOfPlace, LAST_COLUMN, LAST_ROW, placeKey, type Range, rangeOf, rowOf } from "./places.ts";
import { damagedCell, faultyCell, faultySheet, notAccepted, tooMuch } from "./refusals.ts";
import type { SharedFormula } from "./shift.ts";
import type { Attributes } from "./tags.ts";
import { type Surroundings, valueIn } from "./values.ts";
import { isTrue, type SheetPart } from "./workbook.ts";
import type { Outline } from "./xml.ts";

export interface Known extends Surroundings {
  readonly dateStyles: readonly boolean[];
}

const OUTLINE: Outline = new Map([
  ["", ["worksheet"]],
  ["worksheet", ["cols", "sheetData", "mergeCells"]],
  ["cols", ["col"]],
  ["sheetData", ["row"]],
  ["row", ["c"]],
  ["c", ["f", "v", "is"]],
  ["is", ["t", "r"]],
  ["r", ["t"]],
  ["f", ["#text"]],
  ["v", ["#text"]],
  ["t", ["#text"]],
  ["mergeCells", ["mergeCell"]],
]);

/** Rows without a cell, with the attributes that programs give them when formats reach down to the last row; each once, as Excel orders them. */
const BARE_ROWS =
  /(?:<row r="([1-9]\d{0,6})"(?: spans="[\d:]*")?(?: s="\d*")?(?: customFormat="1")?(?: ht="[\d.]*")?(?: customHeight="1")?(?: x14ac:dyDescent="[\d.]*")? ?\/>)+/y;

const NOTHING: readonly Value[] = [];

/** What a cell has once at most. */
const TWICE: Readonly<Record<string, Words>> = {
  v: { zh: "写了两个值", en: "it has two values" },
  is: { zh: "写了两段文本", en: "it has two texts" },
  f: { zh: "写了两个公式", en: "it has two formulas" },
};

export function readSheet(parts: Parts, { name, state, path }: SheetPart, known: Known, budget: Budget): Sheet {
  const rows: (readonly Value[])[] = [];
  const formulas = new Map<number, string | SharedFormula>();
  const shared = new Map<string, SharedFormula>();
  const [merges, hiddenRows, hiddenColumns]: [Range[], Set<number>, Set<number>] = [[], new Set(), new Set()];
  const uncomputed = new Set<number>();
  const sheet: Sheet = { name, state, rows, formulas, merges, hiddenRows, hiddenColumns, uncomputed };
  if (path === undefined) return sheet;

  let [row, column] = [-1, -1];
  let [type, style, formulaType, formulaGroup]: (string | undefined)[] = [];
  let [formula, value, inline]: (string | undefined)[] = [];
  let begun = false;

  const toRow = (number: string | undefined): void => {
    row = number === undefined ? row + 1 : /^[1-9]\d{0,6}$/.test(number) ? Number(number) - 1 : LAST_ROW;
    if (row >= LAST_ROW) throw faultySheet(name, "行号不对", "the number of a row is wrong");
    column = -1;
  };

  const openRow = (attributes: Attributes): void => {
    toRow(attributes.get("r"));
    if (row < ROWS && isTrue(attributes.get("hidden"))) hiddenRows.add(row);
  };

  const openCell = (attributes: Attributes): void => {
    const place = attributes.get("r");
    if (place === undefined) column++;
    else {
      const key = keyOfPlace(place);
      if (key < 0 || rowOf(key) !== row)
        throw faultySheet(name, `第 ${row + 1} 行有单元格地址不对`, `the address of a cell in row ${row + 1} is wrong`);
      column = columnOf(key);
    }
    if (column >= LAST_COLUMN) throw faultySheet(name, `第 ${row + 1} 行的单元格过多`, `row ${row + 1} has too many cells`);
    [type, style] = [attributes.get("t"), attributes.get("s")];
    formula = value = inline = formulaType = formulaGroup = undefined;
  };

  const openOnce = (element: string, before: string | undefined): string => {
    if (before === undefined) return "";
    throw damagedCell(name, row, column, TWICE[element] as Words);
  };

  const openFormula = (attributes: Attributes): void => {
    formula = openOnce("f", formula);
    [formulaType, formulaGroup] = [attributes.get("t"), attributes.get("si")];
  };

  const put = (text: string, parent: string): void => {
    if (parent === "f") {
      formula += text;
      if ((formula as string).length > FORMULA) throw tooMuch.formula(name, row, column, FORMULA);
      return;
    }
    if (parent === "v") value = (value ?? "") + text;
    else inline = (inline ?? "") + text;
    if (((parent === "v" ? value : inline) as string).length > TEXT) throw tooMuch.text(name, row, column, TEXT);
  };

  const closeCell = (): void => {
    const dated = style !== undefined && (known.dateStyles[Number(style)] ?? false);
    const found = valueIn({ type, value, inline, dated }, known);
    if (inline !== undefined && (value !== undefined || type !== "inlineStr"))
      throw damagedCell(name, row, column, { zh: "数和文本混在一起", en: "it has a text where none belongs" });
    if (!("value" in found) && type === "s" && known.strings.length === 0)
      throw damagedCell(name, row, column, {
        zh: "单元格引用的文本都不在文件里",
        en: "none of the texts that cells refer to is in the file",
      });
    if (!("value" in found)) throw faultyCell(name, row, column, found);
    const own = formula === undefined ? undefined : formulaHere(formula);
    if (found.value === null && own === undefined) return;
    if (row >= ROWS) throw tooMuch.rows(name, row, column, ROWS);
    if (column >= COLUMNS) throw tooMuch.columns(name, row, column, COLUMNS);
    const cells = cellsOfRow();
    const key = placeKey(row, column);
    if ((cells[column] ?? null) !== null || formulas.has(key))
      throw faultyCell(name, row, column, { zh: "这个单元格出现了两次", en: "this cell is there twice" });
    if (column >= cells.length) budget.cells(column + 1 - cells.length);
    while (cells.length < column) cells.push(null);
    cells[column] = found.value;
    if (typeof found.value === "string" && type !== "s") budget.ownText(found.value.length);
    else if (isDate(found.value)) budget.date();
    if (own === undefined) return;
    budget.formula(typeof own === "string" ? own.length : 0);
    formulas.set(key, own);
    // A text may be computed to be empty; a number never is.
    if (found.value === null && type !== "str") uncomputed.add(key);
  };

  const cellsOfRow = (): Value[] => {
    while (rows.length <= row) rows.push(NOTHING);
    if (rows[row] === NOTHING) rows[row] = [];
    return rows[row] as Value[];
  };

  const formulaHere = (written: string): string | SharedFormula => {
    const text = written.trim().replace(/^=/, "");
    if (text === "" && formulaType === "shared") {
      const origin = shared.get(formulaGroup ?? "");
      if (!origin) throw faultyCell(name, row, column, { zh: "公式不完整", en: "the formula is incomplete" });
      return origin;
    }
    if (asksProgram(text)) throw notAccepted.ddeIn(name, row, column);
    if (refersOutside(text)) throw notAccepted.linkIn(name, row, column);
    if (formulaType === "shared" && formulaGroup !== undefined) shared.set(formulaGroup, { text, row, column });
    return text;
  };

  const openData = (): void => {
    if (begun) throw faultySheet(name, "有两段单元格数据", "it has its cells twice");
    begun = true;
  };

  const openColumns = (attributes: Attributes): void => {
    if (!isTrue(attributes.get("hidden"))) return;
    const [first, last] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    if (!(first >= 1 && last <= LAST_COLUMN)) throw faultySheet(name, "列号不对", "the number of a column is wrong");
    for (let hidden = first - 1; hidden < Math.min(last, COLUMNS); hidden++) hiddenColumns.add(hidden);
  };

  const openMerge = (attributes: Attributes): void => {
    if (merges.length === MERGES) throw tooMuch.merges(name, MERGES);
    const range = rangeOf(attributes.get("ref") ?? "");
    if (!range) throw faultySheet(name, "合并单元格的地址不对", "the address of a merged range is wrong");
    merges.push(range);
  };

  const opening = new Map([
    ["sheetData", openData],
    ["row", openRow],
    ["c", openCell],
    ["f", openFormula],
    ["col", openColumns],
    ["mergeCell", openMerge],
  ]);
  parts.read(path, SPREADSHEET, OUTLINE, {
    open(element, attributes) {
      if (element === "v") value = openOnce("v", value);
      else if (element === "is") inline = openOnce("is", inline);
      else opening.get(element)?.(attributes);
    },
    text: put,
    bare: { parent: "sheetData", run: BARE_ROWS, passed: toRow },
    stray(parent) {
      throw damagedCell(name, row, column, { zh: "值里夹着别的东西", en: `there is another element inside its <${parent}>` });
    },
    close(element) {
      if (element === "c") closeCell();
    },
  });
  return sheet;
}
