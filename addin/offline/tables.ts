/** Tables of what is held: on the page, and as a workbook that goes round. */
import { askedOf, placed } from "../../shared/handin/asked.ts";
import { bandTable, classSummary, hasClasses, paperAt, papersIn, schoolSummary } from "../../shared/handin/bulletin.ts";
import { classesOf } from "../../shared/handin/class-table.ts";
import { consistencyOf } from "../../shared/handin/consistency.ts";
import type { Store } from "../../shared/handin/held.ts";
import { inputFrom, rollupOf } from "../../shared/handin/rollup.ts";
import { standingIn } from "../../shared/handin/standing.ts";
import { headed, type Table } from "../../shared/handin/table.ts";
import { coverageTable, figureTable, questionTable, verdictTable } from "../../shared/handin/tables.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { dayOf } from "../../shared/moment.ts";
import type { Words } from "../../shared/refusal.ts";
import { csvOf, workbookOf } from "../files/tables.ts";

/** One paper, by its place in the exam, over the schools; or one school's classes in every subject. */
export interface BulletinGiven {
  readonly collection: string;
  /** The moment, ISO 8601. */
  readonly now: string;
  readonly paper?: number;
  readonly school?: string;
}

export function bulletinOf(store: Store, { collection, now, paper: at = 0, school }: BulletinGiven): Table {
  const { input, standing } = inputFrom(store, collection, { now: Date.parse(now), audience: "bureau" });
  if (school === undefined) {
    return headed(schoolSummary(input, paperAt(input, at)), store.county, input.collection);
  }
  const own = standing.find((one) => one.school === school)?.body;
  return headed(classesOf(input, school, own), store.county, input.collection);
}

/** Coverage, what is to be checked, verdicts, and of an exam each subject over the schools, with its bands, and over the classes that were sent. */
export async function resultsWorkbook(
  store: Store,
  { collection, now, tongue }: { collection: string; now: string; tongue: keyof Words },
): Promise<Blob> {
  const reader = { now: Date.parse(now), audience: "bureau" } as const;
  const rollup = rollupOf(store, collection, reader);
  const { input } = inputFrom(store, collection, reader);
  const papers = input.collection.exam ? papersIn(input) : [];
  const { standing, findings } = standingIn(store, collection, shipped);
  const bodies = new Map(standing.map(({ school, body }) => [school, body]));
  const inFiles = standing.flatMap((own) => askedOf(own).map((finding) => ({ school: own.school, finding: placed(finding) })));
  const tables = [
    coverageTable(store.county, rollup, findings),
    questionTable(store.county, [...consistencyOf(store, collection, reader.now), ...inFiles]),
    verdictTable(store.county, rollup),
    figureTable(store.county, rollup),
    ...papers.map((paper) => schoolSummary(input, paper)),
    ...papers.map((paper) => bandTable(input, paper)),
    ...papers.filter((paper) => hasClasses(bodies, paper)).map((paper) => classSummary(input, bodies, paper)),
  ];
  const heads = tables.map((table) => headed(table, store.county, input.collection));
  return new Blob([await workbookOf(heads, dayOf(now), tongue)]);
}

export interface TableAsked {
  readonly table: Table;
  readonly now: string;
  readonly tongue: keyof Words;
  readonly as: "xlsx" | "csv";
}

/** One table by itself. */
export async function tableFile({ table, now, tongue, as }: TableAsked): Promise<Blob> {
  return new Blob([as === "csv" ? csvOf(table, tongue) : await workbookOf([table], dayOf(now), tongue)]);
}
