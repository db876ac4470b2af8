/**
 * 增值: each school's value with its interval, and whether the interval leaves 0 out: the one number of its own that a school has in a report.
 * No order but that of the codes, and none of fewer than ten pupils.
 */
import type { Figure } from "../contract.ts";
import type { Cell, Table } from "../handin/table.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { SMALL_GROUP } from "../submission.ts";
import type { Block, Column } from "./document.ts";
import { addedFindings, withoutAdded } from "./report-findings.ts";
import { definitionOf, placeOf, printable, type ReportInput, type Reporting, reporting, shownIn, shownOf } from "./report-input.ts";

/** The chapter of a report. */
export function valueAdded(report: Reporting): Block[] {
  const { w } = report;
  const { listed, unlisted } = addedIn(report);
  if (listed.length === 0) return [];
  const columns: Column[] = [
    { head: w.school, width: 22 },
    { head: w.scope, width: 18, align: "center" },
    { head: w.value, width: 14, align: "right" },
    { head: w.interval, width: 22, align: "center" },
    { head: w.reading, width: 24, align: "center" },
  ];
  return [
    { kind: "paragraph", text: w.howAdded },
    ...addedFindings(report, listed, unlisted, SMALL_GROUP),
    { kind: "table", columns, rows: listed.map((one) => ({ cells: cellsOf(report, one) })) },
  ];
}

/** The same as a table by itself, in both languages; `null` where no school has any. */
export function addedTable(input: ReportInput, catalogue: Catalogue): Table | null {
  const [zh, en] = [reporting(input, catalogue, "zh"), reporting(input, catalogue, "en")];
  const { listed, unlisted } = addedIn(zh);
  if (listed.length === 0) return null;
  const rows = listed.map((one): Cell[] => {
    const [chinese, english] = [cellsOf(zh, one), cellsOf(en, one)];
    return chinese.map((text, at) => ({ zh: text, en: english[at] ?? text }));
  });
  const heads = ["school", "scope", "value", "interval", "reading"] as const;
  const missing = (report: Reporting) => (unlisted.length === 0 ? "" : withoutAdded(report, unlisted, SMALL_GROUP));
  return {
    title: { zh: zh.w.valueAdded, en: en.w.valueAdded },
    note: { zh: zh.w.howAdded + missing(zh), en: `${en.w.howAdded} ${missing(en)}`.trim() },
    columns: heads.map((head) => ({ name: { zh: zh.w[head], en: en.w[head] }, format: "text" })),
    rows,
  };
}

interface Added {
  readonly name: string;
  readonly figure: Figure;
}

function addedIn(report: Reporting): { readonly listed: readonly Added[]; readonly unlisted: readonly string[] } {
  const isAdded = ({ indicator }: Figure) => definitionOf(report, indicator)?.reads.from === "pairs";
  const all = report.rollup.schools.flatMap((school) =>
    printable(report, school.figures)
      .filter(isAdded)
      .map((figure) => ({ name: school.name, figure, listed: shownIn(school, figure.indicator, figure) !== null })),
  );
  return { listed: all.filter((one) => one.listed), unlisted: [...new Set(all.filter((one) => !one.listed).map(({ name }) => name))] };
}

function cellsOf(report: Reporting, { name, figure }: Added): string[] {
  const { interval, indicator } = figure;
  const shown = (value: number) => shownOf(report, { indicator, value });
  return [
    ...[name, placeOf(report, figure), shownOf(report, figure)],
    ...(interval ? [`${shown(interval.low)} — ${shown(interval.high)}`, report.w.stands(interval)] : ["—", "—"]),
  ];
}
