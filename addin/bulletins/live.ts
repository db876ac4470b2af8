/** Tables that follow what is submitted: the formulas that ask the Worker, under a title, on a sheet of their own. */
import { requiredSchools } from "../../shared/collecting/coverage.ts";
import type { Collection, Overview, Paper } from "../../shared/contract.ts";
import { FORMATS, type Tongue } from "../files/tables.ts";
import type { ColumnFormats, Workbook } from "../host.ts";
import { actualFormula } from "../pane/actual-formula.ts";
import { formatGrade } from "../pane/format.ts";
import { bulletinWords } from "./words.ts";

/** 一分三率: what a bulletin has of each school. */
const RATES = ["exam.mean", "exam.pass", "exam.excellent", "exam.low"] as const;

export interface LiveTable {
  readonly name: string;
  /** Rows of cells: texts, and formulas with their equals sign. */
  readonly cells: string[][];
  readonly formats?: ColumnFormats;
}

type County = Pick<Overview, "region" | "schools">;

/** 一分三率 of one paper: a row for each school that is asked, the county last. */
export function liveSchools({ region, schools }: County, collection: Collection, paper: Paper, tongue: Tongue): LiveTable {
  const w = bulletinWords[tongue].live;
  const asked = new Set(requiredSchools(collection, [...schools]));
  const units = [
    ...schools
      .filter(({ school, stages }) => asked.has(school) && stages.includes(paper.stage))
      .map(({ school, name }) => [school, name] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    [region, w.whole] as const,
  ];
  const { stage, grade, subject } = paper;
  const wide = (text: string) => [text, ...Array<string>(RATES.length + 1).fill("")];
  return {
    name: w.schools,
    cells: [
      wide(`${formatGrade(stage, grade, tongue === "en" ? "en" : "zh-CN")} ${subject} ${w.schools} ${collection.name}`),
      wide(w.note),
      [...w.heads, ...w.rates],
      ...units.map(([code, name]) => [
        code,
        name,
        ...RATES.map((indicator) => actualFormula({ indicator, stage, grade, subject }, code, collection.collection)),
      ]),
    ],
    formats: [null, null, FORMATS.mark, ...Array<string>(RATES.length - 1).fill(FORMATS.rate)],
  };
}

/** Every figure of the rollup: one formula that spills. */
export function liveRollup({ region }: Pick<County, "region">, collection: Collection, tongue: Tongue): LiveTable {
  const w = bulletinWords[tongue].live;
  const place = `"${region}","${collection.collection}"`;
  // The family is left out: every figure.
  const formula = tongue === "en" ? `=QUALITY.ROLLUP(${place},,"en")` : `=QUALITY.ROLLUP(${place})`;
  return { name: w.rollup, cells: [[`${w.rollup} ${collection.name}`], [w.note], [""], [formula]] };
}

export async function insertLive(workbook: Workbook, { cells, name, formats }: LiveTable): Promise<void> {
  await workbook.insertSample(cells, name, formats);
}
