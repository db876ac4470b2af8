/** 方法与口径: how numbers are made, which definitions and choices they rest on, whose figures they are made of, and what was left out. */
import { clauseOf } from "../indicators/compute.ts";
import type { Definition } from "../indicators/definition.ts";
import { ruleOf } from "../indicators/kinds.ts";
import { chooser } from "../indicators/options.ts";
import { dayOf } from "../moment.ts";
import type { Block, Column, Row } from "./document.ts";
import { idColumn } from "./id-column.ts";
import { definitionOf, printable, type Reporting, schoolName } from "./report-input.ts";

/** Digits of a digest by which people compare it. */
const DIGITS = 12;

export function method(report: Reporting): Block[] {
  const { rollup, w } = report;
  return [
    ...[
      ...(report.collection.form === "exam" ? [w.pooled] : []),
      w.exact,
      ...(withIntervals(report) ? [w.howInterval] : []),
      w.release(rollup.definitions),
    ].map((text): Block => ({ kind: "paragraph", text })),
    definitions(report),
    ...choices(report),
    ...leftOut(report),
    lineage(report),
  ];
}

function withIntervals({ rollup }: Reporting): boolean {
  return rollup.schools.some(({ figures }) => figures.some(({ interval }) => interval !== null));
}

function used(report: Reporting): Definition[] {
  const { rollup } = report;
  const all = [rollup, ...rollup.schools].flatMap(({ figures, verdicts }) => [...figures, ...verdicts]);
  return [...new Set(all.map(({ indicator }) => indicator))].flatMap((id) => definitionOf(report, id) ?? []);
}

function definitions(report: Reporting): Block {
  const { w, tongue, rollup } = report;
  const decided = new Set(rollup.readings.map(({ id }) => id));
  const shown = printable(
    report,
    used(report).map((definition) => ({ indicator: definition.id, definition })),
  );
  const versions = shown.map(({ definition }) => `${definition.id}@${definition.version}`);
  const room = idColumn(versions);
  const columns: Column[] = [
    { head: w.indicator, width: (100 - room) * 0.22 },
    { head: w.formula, width: (100 - room) * 0.38 },
    { head: w.source, width: (100 - room) * 0.4 },
    { head: w.version, width: room },
  ];
  const rows = shown.map(({ definition }, at): Row => {
    const formula = ruleOf(definition.kind).words(definition.kind, chooser(definition, chosenOf(definition, decided)))[tongue];
    return { cells: [definition.names[tongue], formula, clauseOf(definition)[tongue], versions[at] as string] };
  });
  return { kind: "table", small: true, caption: w.definitions, columns, rows };
}

/** The choices in force of a definition, found among the readings its figures rest on. */
function chosenOf({ options = [] }: Definition, readings: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    options.flatMap(({ id, choices }) => {
      const chosen = choices.find((choice) => readings.has(`${id}:${choice.id}`));
      return chosen ? [[id, chosen.id]] : [];
    }),
  );
}

function choices({ rollup, w, tongue }: Reporting): Block[] {
  if (rollup.readings.length === 0) return [];
  const columns: Column[] = [
    { head: w.readingInForce, width: 50 },
    { head: w.decided, width: 50 },
  ];
  const rows = rollup.readings.map((one): Row => {
    const { decided } = one;
    return { cells: [one[tongue], decided ? w.decidedBy(decided.by, dayOf(decided.at), decided.why) : w.byDefinition] };
  });
  return [{ kind: "table", caption: w.readings, columns, rows }];
}

/** What policy restricts, by name and with the policy; its values only where they were asked for. */
function leftOut(report: Reporting): Block[] {
  const { w, tongue, withRestricted = false } = report;
  return used(report).flatMap(({ names, restricted }): Block[] =>
    restricted ? [{ kind: "note", text: w.restricted(withRestricted, names[tongue], restricted[tongue]) }] : [],
  );
}

function lineage(report: Reporting): Block {
  const { w, rollup } = report;
  const columns: Column[] = [
    { head: w.school, width: 34 },
    { head: w.revision, width: 14, align: "right" },
    { head: w.received, width: 22, align: "center" },
    { head: w.digest, width: 30, align: "center" },
  ];
  const rows = rollup.lineage.map(
    ({ school, revision, received, sha256 }): Row => ({
      cells: [schoolName(report, school), String(revision), dayOf(received), sha256?.slice(0, DIGITS) ?? "—"],
    }),
  );
  return { kind: "table", caption: w.lineage, columns, rows };
}
