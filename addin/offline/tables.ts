/** Tables of what is held: on the page, and as a workbook that goes round. */
import type { School } from "../../shared/contract.ts";
import { bandTable, classSummary, papersIn, schoolSummary } from "../../shared/handin/bulletin.ts";
import type { Store } from "../../shared/handin/held.ts";
import { inputFrom, rollupOf } from "../../shared/handin/rollup.ts";
import { standingIn } from "../../shared/handin/standing.ts";
import type { Cell, Table } from "../../shared/handin/table.ts";
import { coverageTable, verdictTable } from "../../shared/handin/tables.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { dayOf } from "../../shared/moment.ts";
import { invalid, type Words } from "../../shared/refusal.ts";
import { subjectName } from "../../shared/subjects.ts";
import { workbookOf } from "../files/tables.ts";

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
    const paper = papersIn(input)[at];
    if (!paper) throw invalid("没有这张试卷。", "there is no such paper");
    return schoolSummary(input, paper);
  }
  const member = input.members.find((one) => one.school === school);
  const held = standing.find((one) => one.school === school);
  if (!member || !held) throw invalid("这所学校没有计入汇总的填报。", "nothing of this school is counted");
  const alone = { ...input, members: [member] };
  const bodies = new Map([[school, held.body]]);
  const tables = papersIn(input).map((paper) => ({ paper, table: classSummary(alone, bodies, paper) }));
  return joined(
    member,
    tables.map(({ paper, table }) => ({ subject: subjectName(paper.subject), table })),
  );
}

/** The classes of one school under each other, subject by subject, without the county that ends each table. */
function joined({ name, school }: Pick<School, "name" | "school">, parts: readonly { subject: string; table: Table }[]): Table {
  const [first] = parts;
  if (!first) throw invalid("这个采集没有考试。", "this collection has no exam");
  const rows = parts.flatMap(({ subject, table }) =>
    table.rows.filter(([code]) => code === school).map((row): readonly Cell[] => [subject, ...row.slice(2)]),
  );
  return {
    title: { zh: `${name} 分班一分三率`, en: `${name}: summary by class` },
    note: first.table.note,
    columns: [{ name: { zh: "学科", en: "Subject" }, format: "text" }, ...first.table.columns.slice(2)],
    rows,
  };
}

/** Coverage and verdicts, and of an exam each subject over the schools, with its bands. */
export async function resultsWorkbook(
  store: Store,
  { collection, now, tongue }: { collection: string; now: string; tongue: keyof Words },
): Promise<Blob> {
  const reader = { now: Date.parse(now), audience: "bureau" } as const;
  const rollup = rollupOf(store, collection, reader);
  const { input } = inputFrom(store, collection, reader);
  const papers = input.collection.exam ? papersIn(input) : [];
  const tables = [
    coverageTable(store.county, rollup, standingIn(store, collection, shipped).findings),
    verdictTable(store.county, rollup),
    ...papers.map((paper) => schoolSummary(input, paper)),
    ...papers.map((paper) => bandTable(input, paper)),
  ];
  return new Blob([await workbookOf(tables, dayOf(now), tongue)]);
}

/** One table by itself. */
export async function tableWorkbook({ table, now, tongue }: { table: Table; now: string; tongue: keyof Words }): Promise<Blob> {
  return new Blob([await workbookOf([table], dayOf(now), tongue)]);
}
