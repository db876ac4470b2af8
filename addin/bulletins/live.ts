/** Tables that follow what is submitted: the formulas that ask the Worker, under a title, on a sheet of their own. */
import type { Collection } from "../../shared/contract.ts";
import type { Tongue } from "../files/tables.ts";
import type { Workbook } from "../host.ts";
import { bulletinWords } from "./words.ts";

/** 一分三率: what a bulletin has of each school. */
const RATES = ["exam.mean", "exam.pass", "exam.excellent", "exam.low"] as const;
/** What SCHOOLS spills, and a blank column. */
const ACROSS = 10;

export type Live = "schools" | "rollup";

/** Rows of cells: texts, and formulas with their equals sign. */
export function liveCells(what: Live, region: string, collection: Collection, tongue: Tongue): string[][] {
  const w = bulletinWords[tongue];
  const ask = (call: string) => `=QUALITY.${call}${tongue === "en" ? ',"en")' : ")"}`;
  const place = `"${region}","${collection.collection}"`;
  const formulas =
    what === "rollup"
      ? // The family is left out: every figure.
        [tongue === "en" ? `=QUALITY.ROLLUP(${place},,"en")` : `=QUALITY.ROLLUP(${place})`]
      : RATES.map((id) => ask(`SCHOOLS("${id}",${place}`));
  const blank = (cells: readonly string[]) => {
    // What the last formula spills has its columns too.
    const row = Array<string>(what === "rollup" ? 1 : formulas.length * ACROSS).fill("");
    cells.forEach((cell, at) => {
      row[at * ACROSS] = cell;
    });
    return row;
  };
  return [
    blank([`${what === "rollup" ? w.live.rollup : w.live.schools} ${collection.name}`]),
    blank([w.live.note]),
    blank(what === "rollup" ? [] : [...w.live.rates]),
    blank(formulas),
  ];
}

export async function insertLive(workbook: Workbook, cells: string[][], tongue: Tongue, what: Live): Promise<void> {
  const w = bulletinWords[tongue];
  await workbook.insertSample(cells, what === "rollup" ? w.live.rollup : w.live.schools);
}
