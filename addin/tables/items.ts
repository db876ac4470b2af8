/** What the functions of everyday analysis spill about a table of numbers: item marks, components of an index. */
import { checkWeights, composite } from "../../shared/analysis/composite.ts";
import { groupSize } from "../../shared/analysis/discrimination.ts";
import { type ItemFigures, itemAnalysis } from "../../shared/analysis/items.ts";
import { checkFull } from "../../shared/exam.ts";
import { invalid } from "../../shared/refusal.ts";
import { type Cells, placeOf, readScore, shown } from "../../shared/scores.ts";
import { argument, requiredNumber, someCells } from "../cells.ts";
import { markAt } from "../marks.ts";
import type { Table } from "../tables.ts";

const ITEM_HEADER = [
  "题号",
  "满分",
  "平均分",
  "得分率（难度P）",
  "标准差",
  "区分度（27%）",
  "题与其余总分相关",
  "信度α（小题为删题后）",
  "实考",
  "高低分组各",
];

/** 试题分析: a row for each item, then 全卷. */
export function itemTable(marks: unknown, fulls: unknown): Table {
  const rows = argument("marks", () => someCells(marks));
  const tops = onePerColumn("fulls", fulls, widthOf(rows)).map((full, at) => argument(`fulls[${at + 1}]`, () => checkFull(full)));
  const pupils = argument("marks", () => rows.map((row, at) => sitting(row, at, tops)).filter((row) => row !== undefined));
  const { items, paper } = argument("marks", () => itemAnalysis(pupils, tops));
  const line = (name: string | number, figures: ItemFigures) => [
    ...[name, figures.full, figures.mean, figures.rate, figures.deviation],
    ...[figures.discrimination ?? "", figures.itemRest ?? "", figures.alpha ?? "", pupils.length, groupSize(pupils.length)],
  ];
  return [ITEM_HEADER, ...items.map((item, at) => line(at + 1, item)), line("全卷", paper)];
}

/** A pupil's marks, or `undefined` for one without any: states and blanks all along. A hole among marks is refused, never read as 0. */
function sitting(row: readonly unknown[], at: number, fulls: readonly number[]): number[] | undefined {
  const scores = fulls.map((full, column) => markAt(row[column], at, column, full));
  if (scores.every((score) => typeof score !== "number")) return undefined;
  return scores.map((score, column) => {
    if (typeof score === "number") return score;
    const place = placeOf(at, column);
    const what = score === null ? { zh: "是空的", en: "is blank" } : { zh: `是${shown(row[column])}`, en: `is ${shown(row[column])}` };
    throw invalid(
      `${place.zh}${what.zh}，同一学生其他题有分数：没有得分请填 0，没有参考请整行留空或写缺考。`,
      `${place.en} ${what.en}, and the pupil has marks on other items: write 0 for no mark, or leave the whole row blank or absent`,
    );
  });
}

/** 综合指数: one column, a row for each unit; a row wholly blank is no unit and stays empty. */
export function compositeTable(table: unknown, weights: unknown): Table {
  const rows = argument("table", () => someCells(table));
  const shares = onePerColumn("weights", weights, widthOf(rows));
  argument("weights", () => checkWeights(shares));
  return argument("table", () =>
    rows.map((row, at) => {
      const cells = shares.map((_, column) => row[column]);
      if (cells.every((cell) => readScore(cell) === null)) return [""];
      return [
        composite(
          cells.map((cell, column) => componentAt(cell, at, column)),
          shares,
        ),
      ];
    }),
  );
}

function componentAt(cell: unknown, row: number, column: number): number {
  const value = readScore(cell);
  if (typeof value === "number") return value;
  const at = placeOf(row, column);
  if (value === null) {
    throw invalid(`${at.zh}是空的：请填数值，没有就从表中去掉这一行。`, `${at.en} is blank: give a number, or leave the row out`);
  }
  const header = row === 0 && typeof cell === "string" && !cell.startsWith("#");
  throw header
    ? invalid(
        `${at.zh}的${shown(cell)}不是数：看来表头也选进来了，请从下一行选起。`,
        `${shown(cell)} at ${at.en} is not a number: it looks like a header, start the range one row below`,
      )
    : invalid(`${at.zh}的${shown(cell)}不是数。`, `${shown(cell)} at ${at.en} is not a number`);
}

function widthOf(rows: Cells): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** As many numbers as the table has columns, none left out. */
function onePerColumn(name: string, value: unknown, width: number): number[] {
  const cells = argument(name, () => someCells(value)).flat();
  if (cells.length !== width) {
    return argument(name, () => {
      throw invalid(
        `请给每列一个数（${width} 个），现在是 ${cells.length} 个。`,
        `give one number per column (${width}), not ${cells.length}`,
      );
    });
  }
  return cells.map((cell, at) => requiredNumber(`${name}[${at + 1}]`, cell));
}
