/** The rows of the two lists of source indicators, as they were handed over (test/data). */
import { readFileSync } from "node:fs";
import Papa from "papaparse";

export interface SourceRow {
  readonly id: string;
  readonly name_zh: string;
  readonly stage: string;
  readonly unit: string;
  readonly operator: string;
  readonly threshold: string;
  /** Of the 245 rows of the source documents only. */
  readonly seed?: string;
  readonly period?: string;
  readonly level?: string;
  /** Of the 43 rows of the national standard only. */
  readonly group?: string;
}

function rowsOf(file: string): SourceRow[] {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8");
  const { data, errors } = Papa.parse<SourceRow>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors[0])}`);
  return data;
}

export const seedRows = rowsOf("seed-indicators.csv");
export const standardRows = rowsOf("standard-indicators.csv");
