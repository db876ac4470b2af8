/** 各校情况: letters in place of ranks, how many schools meet each target, and what schools explain. */
import type { SliceTotal } from "../contract.ts";
import { shownLimit } from "../display.ts";
import { bandsOf, FEWEST, OUTER } from "../marks/quarters.ts";
import { stripPicture } from "../pictures/strip.ts";
import { SMALL_GROUP } from "../submission.ts";
import { type Block, type Column, PICTURE_WIDTH, type Row } from "./document.ts";
import { schoolTargetFindings } from "./report-findings.ts";
import { definitionOf, nameOf, placeOf, printable, type Reporting, type SchoolRead, scopeOf, shownIn } from "./report-input.ts";

/** What schools are put into bands by. */
const BANDED = ["exam.mean", "exam.pass"];

/** A table per grade and measure, schools in the order of their codes. */
export function schoolBands(report: Reporting): Block[] {
  const { rollup, w } = report;
  const schools = rollup.schools.filter(({ figures }) => figures.length > 0);
  const papers = rollup.totals;
  const grades = [...new Set(papers.map(({ stage, grade }) => `${stage} ${grade}`))];
  const tables = grades.flatMap((key) => {
    const own = papers.filter(({ stage, grade }) => `${stage} ${grade}` === key);
    return BANDED.filter((id) => printable(report, [{ indicator: id }]).length > 0).map((id): Block => {
      const letters = own.map((paper) => bandsOf(schools.map((school) => shownIn(school, id, paper))));
      const columns: Column[] = [
        { head: w.school, width: 26 },
        ...own.map(({ subject }): Column => ({ head: subject ?? "", width: 12, align: "center" })),
      ];
      const rows = schools.map(({ name }, at): Row => ({ cells: [name, ...letters.map((column) => column[at] ?? "—")] }));
      const place = placeOf(report, { ...(own[0] as (typeof own)[0]), subject: null, resource: null });
      return { kind: "table", caption: w.bandsBy(place, nameOf(report, id)), columns, rows };
    });
  });
  if (tables.length === 0) return [];
  const strips = papers.flatMap((paper) => schoolStrip(report, schools, paper));
  return [
    { kind: "subheading", text: w.schoolBands },
    { kind: "paragraph", text: w.howBanded(OUTER * 100, FEWEST, SMALL_GROUP) },
    ...tables,
    ...(strips.length === 0
      ? []
      : [{ kind: "subheading", text: w.strips } as const, { kind: "note", text: w.aboutStrips } as const, ...strips]),
  ];
}

/** A dot for each school along the pass rate of a paper, without its name: how far apart they lie, and nobody's place among them. */
function schoolStrip(report: Reporting, schools: readonly SchoolRead[], paper: SliceTotal): Block[] {
  const { rollup, tongue } = report;
  const [id] = printable(report, [{ indicator: "exam.pass" }]);
  const of = id && definitionOf(report, id.indicator);
  const dots = schools.map((school) => ({ school: school.school, name: "", value: shownIn(school, "exam.pass", paper), outcome: null }));
  if (!of || dots.filter(({ value }) => value !== null).length < FEWEST) return [];
  const { stage, grade, subject } = paper;
  const whole = rollup.figures.find(
    (one) => one.indicator === of.id && one.stage === stage && one.grade === grade && one.subject === subject,
  );
  const title = `${nameOf(report, of.id)} ${placeOf(report, { ...paper, resource: null })}`;
  const data = { title, of, schools: dots, target: null, whole: whole?.value ?? null };
  return [{ kind: "picture", scene: stripPicture(data, { width: PICTURE_WIDTH, tongue, heading: true }) }];
}

/** How many schools meet each target, without saying which. */
export function schoolsAgainstTargets(report: Reporting): Block[] {
  const { rollup, tongue, w } = report;
  const all = rollup.schools.flatMap(({ verdicts }) => printable(report, verdicts));
  const groups = new Map<string, typeof all>();
  for (const one of all) {
    const key = [one.indicator, one.stage, one.grade, one.subject, one.resource, one.operator, one.limit, one.upTo].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  if (groups.size === 0) return [];
  const columns: Column[] = [
    { head: w.indicator, width: 28 },
    { head: w.scope, width: 16, align: "center" },
    { head: w.target, width: 16, align: "center" },
    ...(["met", "missed", "undecided"] as const).map(
      (outcome): Column => ({ head: w.schoolsThat(w.verdicts[outcome]), width: 13, align: "right" }),
    ),
  ];
  const rows = [...groups.values()].flatMap((group): Row[] => {
    const [first] = group;
    const definition = first && definitionOf(report, first.indicator);
    if (!first || !definition) return [];
    const count = (outcome: string) => String(group.filter(({ verdict }) => verdict === outcome).length);
    const limit = shownLimit(first.operator, first.limit, first.upTo, definition)[tongue];
    return [{ cells: [definition.names[tongue], scopeOf(report, first), limit, count("met"), count("missed"), count("undecided")] }];
  });
  return [
    { kind: "subheading", text: w.schoolTargets },
    ...schoolTargetFindings(report, [...groups.values()]),
    { kind: "table", columns, rows },
  ];
}

/** What schools explain, beside where. */
export function notes(report: Reporting): Block[] {
  const { rollup, w } = report;
  const rows = rollup.schools.flatMap(({ name, notes }) =>
    notes.map(({ sheet, cell, text }): Row => ({ cells: [name, [sheet, cell].filter((part) => part !== null).join(" "), text] })),
  );
  if (rows.length === 0) return [{ kind: "paragraph", text: w.noNotes }];
  const columns: Column[] = [
    { head: w.school, width: 22 },
    { head: w.where, width: 20 },
    { head: w.noteText, width: 58 },
  ];
  return [{ kind: "table", columns, rows }];
}
