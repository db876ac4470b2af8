/** 与目标对照, 各学科成绩, 成绩分布: the region's figures with their verdicts, subject by subject, and what lies behind the means. */

import type { Figure, SliceTotal, Verdict } from "../contract.ts";
import { shownLimit, shownValue } from "../display.ts";
import { withoutRestated } from "../indicators/restated.ts";
import { type Band, bands, bandWords, usualWidth } from "../marks/bands.ts";
import { distributionPicture } from "../pictures/distribution.ts";
import type { Scene } from "../pictures/scene.ts";
import { sourceWords } from "../statement/source.ts";
import { type Block, type Column, PICTURE_WIDTH, type Row } from "./document.ts";
import { behindOf, subjectFindings, targetFindings } from "./report-findings.ts";
import { definitionOf, limitsOf, nameOf, placeOf, printable, type Reporting, samePlace, scopeOf, shownOf } from "./report-input.ts";

/** Every verdict on the region, in one table, with a sentence that counts them. */
export function againstTargets(report: Reporting): Block[] {
  const { rollup, w } = report;
  const verdicts = ownFirst(report, printable(report, rollup.verdicts));
  if (verdicts.length === 0) return [{ kind: "paragraph", text: w.noTargets }];
  const count = (outcome: Verdict["verdict"]) => verdicts.filter(({ verdict }) => verdict === outcome).length;
  const counted = verdicts.some((verdict) => countsBehind(report, verdict) !== null);
  const columns: Column[] = [
    { head: w.indicator, width: 20 },
    { head: w.scope, width: counted ? 11 : 24, align: "center" },
    // Wide enough for a value and the counts behind it on one line.
    { head: w.value, width: counted ? 25 : 12, align: "center" },
    { head: w.target, width: 12, align: "center" },
    { head: w.verdict, width: 12, align: "center" },
    { head: w.gapOrReason, width: 20 },
  ];
  return [
    { kind: "paragraph", text: w.counted(verdicts.length, count("met"), count("missed"), count("undecided")) },
    ...targetFindings(report),
    { kind: "table", columns, rows: verdicts.map((verdict) => ({ cells: verdictCells(report, verdict) })) },
    { kind: "note", text: w.targetSources(sourcesOf(report, verdicts)) },
  ];
}

/** The region's own targets, then the thresholds of the sources; what is only estimated comes last. */
function ownFirst(report: Reporting, verdicts: readonly Verdict[]): Verdict[] {
  const rank = ({ indicator, origin }: Verdict) => (definitionOf(report, indicator)?.estimate ? 2 : origin === "region" ? 0 : 1);
  return [...verdicts].sort((a, b) => rank(a) - rank(b));
}

/** Where the limits come from, each source with the indicators it is one of. */
function sourcesOf(report: Reporting, verdicts: readonly Verdict[]): [source: string, names: string[]][] {
  const names = new Map<string, Set<string>>();
  for (const { source: kept, indicator } of verdicts) {
    const source = sourceWords(kept, definitionOf(report, indicator))[report.tongue];
    names.set(source, (names.get(source) ?? new Set()).add(nameOf(report, indicator)));
  }
  return [...names].map(([source, own]) => [source, [...own]]);
}

function countsBehind({ rollup }: Reporting, verdict: Verdict): Figure["counts"] {
  if (verdict.value === null) return null;
  return rollup.figures.find((figure) => samePlace(figure, verdict))?.counts ?? null;
}

function verdictCells(report: Reporting, verdict: Verdict): string[] {
  const { tongue, w } = report;
  const definition = definitionOf(report, verdict.indicator);
  const counts = countsBehind(report, verdict);
  const value = shownOf(report, verdict, limitsOf(verdict));
  const behind = [...behindOf(report, verdict), ...(verdict.reason === null ? [] : [verdict.reason[tongue]])];
  return [
    headOf(report, verdict.indicator),
    scopeOf(report, verdict),
    // A value and its unit stay on one line; what it was counted from may take the next.
    counts ? `${value.replace(" ", "\u00a0")}${w.of(counts.numerator, counts.denominator)}` : value,
    definition ? shownLimit(verdict.operator, verdict.limit, verdict.upTo, definition)[tongue] : "—",
    w.verdicts[verdict.verdict],
    behind.join(w.semicolon),
  ];
}

/** A table per grade: subjects down, figures across; then what is read over all subjects. */
export function bySubject(report: Reporting): Block[] {
  const { w } = report;
  const { catalogue, rollup } = report;
  const figures = withoutRestated(printable(report, rollup.figures), catalogue.inForce(rollup.definitions));
  const ofPapers = figures.filter(({ subject }) => subject !== null);
  const over = figures.filter(({ subject }) => subject === null);
  const grades = [...new Set(ofPapers.map(({ stage, grade }) => `${stage} ${grade}`))];
  const tables = grades.map((key): Block => {
    const own = ofPapers.filter(({ stage, grade }) => `${stage} ${grade}` === key);
    const ids = [...new Set(own.map(({ indicator }) => indicator))];
    const subjects = [...new Set(own.map(({ subject }) => subject as string))];
    const cell = (subject: string, id: string) => {
      const figure = own.find((one) => one.subject === subject && one.indicator === id);
      return figure ? shownOf(report, figure) : "—";
    };
    const columns: Column[] = [
      { head: w.subject, width: 14 },
      ...ids.map((id): Column => ({ head: headOf(report, id), width: 12, align: "right" })),
    ];
    const caption = placeOf(report, { ...(own[0] as Figure), subject: null, resource: null });
    return {
      kind: "table",
      caption,
      columns,
      rows: subjects.map((subject) => ({ cells: [subject, ...ids.map((id) => cell(subject, id))] })),
    };
  });
  return [...subjectFindings(report), ...tables, ...overAll(report, over)];
}

/** An estimate is marked as one wherever it stands. */
function headOf(report: Reporting, id: string): string {
  const { w } = report;
  return `${nameOf(report, id)}${definitionOf(report, id)?.estimate ? w.estimate : ""}`;
}

function overAll(report: Reporting, figures: readonly Figure[]): Block[] {
  const { w, tongue } = report;
  if (figures.length === 0) return [];
  const all = figures.map((figure) => {
    const made = figure.counts ? `${figure.counts.numerator} / ${figure.counts.denominator}` : (figure.why?.[tongue] ?? "");
    return { cells: [headOf(report, figure.indicator), scopeOf(report, figure), shownOf(report, figure)], made };
  });
  // Of resources nothing is counted.
  const counted = all.some(({ made }) => made !== "");
  const columns: Column[] = [
    { head: w.indicator, width: counted ? 34 : 50 },
    { head: w.scope, width: counted ? 18 : 28, align: "center" },
    { head: w.value, width: counted ? 18 : 22, align: "right" },
    ...(counted ? [{ head: w.madeOf, width: 30 }] : []),
  ];
  const rows = all.map(({ cells, made }): Row => ({ cells: counted ? [...cells, made] : cells }));
  return [{ kind: "table", caption: report.collection.form === "exam" ? w.overAll : w.ofRegion, columns, rows }];
}

/** Each paper's distribution as a picture, and 分数段 counted from it in a table with bars. */
export function distributions(report: Reporting): Block[] {
  return report.rollup.totals.flatMap((total): Block[] => [{ kind: "picture", scene: pictureOf(report, total) }, bandTable(report, total)]);
}

/** Two papers fit on a page, with their tables; the table's caption says which paper it is. */
const TALLEST = 72;

function pictureOf(report: Reporting, total: SliceTotal): Scene {
  const { tongue, w } = report;
  const { counts, grid } = total.scores;
  const lines = (["excellent", "pass", "low"] as const).map((id) => ({
    ...{ id, name: w.lines[id], mark: total.lines[id] },
    side: id === "low" ? ("below" as const) : ("reached" as const),
  }));
  const data = { title: placeOf(report, { ...total, resource: null }), counts, grid, full: total.full, lines };
  return distributionPicture(data, { width: PICTURE_WIDTH, tongue, tallest: TALLEST });
}

function bandTable(report: Reporting, total: SliceTotal): Block {
  const { w, tongue } = report;
  const width = usualWidth(total.full);
  const { grid, counts, states } = total.scores;
  const found = withoutEmptyFoot(
    bands(
      counts.map(([mark, pupils]) => [mark / grid, pupils] as const),
      width,
      total.full,
    ),
  );
  const most = Math.max(1, ...found.map(({ pupils }) => pupils));
  const share = (value: number | undefined) => (value === undefined ? "—" : shownValue(value, RATE).zh);
  const rows = found.map(
    (band): Row => ({
      cells: [bandWords(band, grid)[tongue], String(band.pupils), share(band.share), share(band.cumulative)],
      bar: band.pupils / most,
    }),
  );
  const columns: Column[] = [
    { head: w.band, width: 20, align: "center" },
    { head: w.pupils, width: 13, align: "right" },
    { head: w.share, width: 15, align: "right" },
    { head: w.cumulative, width: 15, align: "right" },
  ];
  return { kind: "table", small: true, caption: captionOf(report, total, states.sat, width), columns, bars: w.bars, rows };
}

/** The lowest bands in which nobody is stand as one: rows of zeros would fill half a page. */
function withoutEmptyFoot(found: readonly Band[]): Band[] {
  const foot = found.reduce((last, { pupils }, at) => (pupils > 0 ? at + 1 : last), 0);
  const [highest, lowest] = [found[foot], found.at(-1)];
  return foot === 0 || !highest || !lowest ? [...found] : [...found.slice(0, foot), { ...highest, low: lowest.low }];
}

const RATE = { unit: "rate", kind: { kind: "share", line: "pass", side: "reached" } } as const;

function captionOf(report: Reporting, total: SliceTotal, sat: number, width: number): string {
  const { pass, excellent, low } = total.lines;
  return report.w.distribution(placeOf(report, { ...total, resource: null }), total.full, sat, width, [pass, excellent, low]);
}
