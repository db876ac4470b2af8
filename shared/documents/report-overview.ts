/** 概况与填报: what was taken, who has handed in and who has not, how many sat. */
import { shownValue } from "../display.ts";
import { expected, STATE_WORDS } from "../marks/states.ts";
import { subjectName } from "../subjects.ts";
import type { Block, Row } from "./document.ts";
import { definitionOf, placeOf, type Reporting, schoolName } from "./report-input.ts";

export function overview(report: Reporting): Block[] {
  const { rollup, collection, w } = report;
  const { required, submitted, missing } = rollup.coverage;
  const beyond = rollup.lineage.length - submitted;
  const names = missing.map((code) => schoolName(report, code));
  const texts = [
    w.about(collection.name, rollup.period, collection.exam?.name ?? null, collection.exam?.papers.length ?? 0),
    names.length === 0 ? w.complete(required) : w.incomplete(required, submitted, names),
    ...(beyond > 0 ? [w.beyond(beyond)] : []),
    ...deadline(report),
  ];
  return [...texts.map((text): Block => ({ kind: "paragraph", text })), ...takenBy(report)];
}

/** The term in which such a report is due, by the source's own limit; nothing where the day of the exam is not known. */
function deadline(report: Reporting): string[] {
  const definition = definitionOf(report, "analysis.report.days");
  const limit = definition?.targets[0];
  if (!report.ended || !definition || !limit) return [];
  const due = new Date(Date.parse(`${report.ended}T00:00:00Z`) + limit.value * 86_400_000).toISOString().slice(0, 10);
  return [report.w.due(report.ended, due, shownValue(limit.value, definition)[report.tongue], report.made)];
}

/** Wide enough for the English words: none breaks inside. */
const ENGLISH = { sat: 8, absent: 10, deferred: 12, exempt: 10, misconduct: 16, left: 8 } as const;
const states = Object.keys(ENGLISH) as (keyof typeof ENGLISH)[];

function takenBy(report: Reporting): Block[] {
  const { rollup, tongue, w } = report;
  if (rollup.totals.length === 0) return [];
  const columns = [
    { head: w.subject, width: tongue === "zh" ? 20 : 15 },
    { head: w.full, width: tongue === "zh" ? 10 : 8, align: "right" },
    { head: w.expected, width: tongue === "zh" ? 10 : 13, align: "right" },
    ...states.map((state) => ({ head: STATE_WORDS[state][tongue], width: tongue === "zh" ? 10 : ENGLISH[state], align: "right" }) as const),
  ] as const;
  const rows = rollup.totals.map((total): Row => {
    const { states: counted } = total.scores;
    const place = placeOf(report, { ...total, subject: tongue === "zh" ? subjectNamed(total.subject) : total.subject, resource: null });
    return { cells: [place, String(total.full), String(expected(counted)), ...states.map((state) => String(counted[state]))] };
  });
  return [{ kind: "table", caption: w.takenBy, columns, rows }];
}

function subjectNamed(subject: string | null): string | null {
  return subject === null ? null : subjectName(subject);
}
