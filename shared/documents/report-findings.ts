/**
 * What the numbers of a report say, in sentences: only what follows from the rollup exactly, compared unrounded. No causes, no thresholds of
 * our own, no school by its place among others; and the chapter that is for the bureau to write.
 */
import type { Figure, Verdict } from "../contract.ts";
import { shownAlike, shownGap, shownLimit } from "../display.ts";
import { countedIn, countWords } from "../figures/counted.ts";
import type { Block } from "./document.ts";
import { FINDING_WORDS } from "./finding-words.ts";
import { definitionOf, limitsOf, nameOf, placeOf, printable, type Reporting, scopeOf, shownOf } from "./report-input.ts";

/** So many of the missed are told in sentences, and those as far off as the last of them; the table has all. */
const TOLD = 3;
/** More reasons than this are left to the table. */
const REASONS = 4;

const paragraphs = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: "paragraph", text }));

/** What goes together by a key, in the order of its first. */
function grouped<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** Which targets are missed by most, by what and by how many pupils; and why others cannot be judged. */
export function targetFindings(report: Reporting): Block[] {
  const f = FINDING_WORDS[report.tongue];
  const verdicts = printable(report, report.rollup.verdicts);
  const missed = verdicts.filter(({ verdict }) => verdict === "missed");
  const isRate = ({ indicator }: Verdict) => definitionOf(report, indicator)?.unit === "rate";
  const off = ({ gap }: Verdict) => Math.abs(gap ?? 0);
  const rates = missed.filter(isRate).sort((a, b) => off(b) - off(a));
  const last = rates[TOLD - 1];
  const told = last ? rates.filter((one) => off(one) >= off(last)) : rates;
  const others = missed.filter((one) => !isRate(one)).map((one) => namedOf(report, one));
  const whys = verdicts.flatMap(({ verdict, reason }) => (verdict === "undecided" && reason ? [reason[report.tongue]] : []));
  const reasons = [...grouped(whys, (why) => why)].map(([why, those]) => [why, those.length] as const);
  return paragraphs([
    ...(told.length === 0
      ? []
      : [
          f.furthest(
            rates.length,
            told.length,
            told.map((one) => missedWords(report, one)),
          ),
        ]),
    ...(others.length === 0 ? [] : [f.otherMissed(others)]),
    ...(reasons.length === 0 || reasons.length > REASONS ? [] : [f.undecided(reasons)]),
  ]);
}

/** With where it is read, unless the name says so. */
function namedOf(report: Reporting, verdict: Verdict): string {
  const [name, place] = [nameOf(report, verdict.indicator), scopeOf(report, verdict)];
  return name.includes(place) ? name : FINDING_WORDS[report.tongue].named(name, place);
}

function missedWords(report: Reporting, verdict: Verdict): string {
  const { tongue } = report;
  const { indicator, operator, limit, upTo } = verdict;
  const definition = definitionOf(report, indicator);
  const target = definition ? shownLimit(operator, limit, upTo, definition)[tongue] : "—";
  return FINDING_WORDS[tongue].oneMissed(
    namedOf(report, verdict),
    shownOf(report, verdict, limitsOf(verdict)),
    target,
    behindOf(report, verdict),
  );
}

/** How far off, and how many would have to change: as the table and the sentences say it. */
export function behindOf(report: Reporting, { indicator, verdict, gap, needed }: Verdict): string[] {
  const { w, tongue } = report;
  const definition = definitionOf(report, indicator);
  const away = definition && gap !== null && gap !== 0 && verdict !== "undecided" ? shownGap(gap, definition)[tongue] : null;
  return [
    ...(away === null ? [] : [w.gap(verdict === "met", away.replace(/^-/, ""))]),
    ...(verdict === "missed" && needed !== null && needed > 0
      ? [w.needed(countWords(needed, definition ? countedIn(definition) : "things")[tongue])]
      : []),
  ];
}

/** Of each grade: the subjects with the highest and the lowest of each rate, and of what tells schools apart. Marks of different papers are not compared. */
export function subjectFindings(report: Reporting): Block[] {
  const f = FINDING_WORDS[report.tongue];
  const figures = printable(report, report.rollup.figures).filter(({ subject, value, indicator }) => {
    const definition = definitionOf(report, indicator);
    return subject !== null && value !== null && (definition?.unit === "rate" || definition?.kind.kind === "dispersion");
  });
  const grades = grouped(figures, ({ stage, grade }) => `${stage} ${grade}`);
  return paragraphs(
    [...grades.values()].flatMap((own) => {
      const parts = [...grouped(own, ({ indicator }) => indicator).values()].flatMap((those) => extremesOf(report, those));
      return parts.length === 0 ? [] : [f.ofSubjects(placeOf(report, { ...(own[0] as Figure), subject: null, resource: null }), parts)];
    }),
  );
}

/** Of one indicator, several subjects: those that share the first or the last place are named together. */
function extremesOf(report: Reporting, figures: readonly Figure[]): string[] {
  const f = FINDING_WORDS[report.tongue];
  const sorted = [...figures].sort((a, b) => compared(b, a));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || figures.length < 2) return [];
  const name = `${nameOf(report, first.indicator)}${definitionOf(report, first.indicator)?.estimate ? report.w.estimate : ""}`;
  if (compared(first, last) === 0) return [f.alike(name, shownOf(report, first))];
  const definition = definitionOf(report, first.indicator);
  const shown = definition ? shownAlike([first.value as number, last.value as number], definition, [], true) : [];
  const [high, low] = [first, last].map((figure, at) => {
    const subjects = figures.filter((one) => compared(one, figure) === 0).map(({ subject }) => subject);
    return [subjects.join(f.list), shown[at]?.[report.tongue] ?? "—"] as const;
  }) as [readonly [string, string], readonly [string, string]];
  return [f.extremes(name, high, low)];
}

/** By whole numbers where a figure is counted, else to 12 digits, as verdicts compare reals. */
function compared(a: Figure, b: Figure): number {
  if (a.counts && b.counts) {
    const [one, other] = [
      BigInt(a.counts.numerator) * BigInt(b.counts.denominator),
      BigInt(b.counts.numerator) * BigInt(a.counts.denominator),
    ];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  return Number((a.value as number).toPrecision(12)) - Number((b.value as number).toPrecision(12));
}

/** Of targets that schools are judged by, each with its verdicts: how many all meet, and which most miss; no school is named. */
export function schoolTargetFindings(report: Reporting, groups: readonly (readonly Verdict[])[]): Block[] {
  const f = FINDING_WORDS[report.tongue];
  const missed = (group: readonly Verdict[]) => group.filter(({ verdict }) => verdict === "missed").length;
  const met = groups.filter((group) => group.every(({ verdict }) => verdict === "met")).length;
  const most = Math.max(0, ...groups.map(missed));
  const names = groups.filter((group) => missed(group) === most).flatMap(([one]) => (one ? [namedOf(report, one)] : []));
  return paragraphs([
    f.schoolTargets(groups.length, met, report.rollup.coverage.missing.length) +
      (most === 0 || names.length > TOLD ? "" : f.mostMissed(names, most)),
  ]);
}

export interface Added {
  readonly name: string;
  readonly figure: Figure;
}

/** Of each paper: the schools whose interval leaves 0 out, in the order of their codes, and those of which no value is listed. */
export function addedFindings(report: Reporting, listed: readonly Added[], unlisted: readonly string[], fewest: number): Block[] {
  const f = FINDING_WORDS[report.tongue];
  const papers = grouped(listed, ({ figure }) => placeOf(report, figure));
  const sentences = [...papers].map(([place, own]) => {
    const names = (is: (interval: NonNullable<Figure["interval"]>) => boolean) =>
      own.filter(({ figure: { interval } }) => interval !== null && is(interval)).map(({ name }) => name);
    const across = names(({ low, high }) => low <= 0 && high >= 0).length;
    return f.added(
      place,
      names(({ low }) => low > 0),
      names(({ high }) => high < 0),
      across,
    );
  });
  return paragraphs([...sentences, ...(unlisted.length === 0 ? [] : [withoutAdded(report, unlisted, fewest)])]);
}

/** Schools that no value is listed of. */
export function withoutAdded({ tongue }: Reporting, names: readonly string[], fewest: number): string {
  return FINDING_WORDS[tongue].withoutAdded(names, fewest);
}

/** The last chapter: whose it is to write, and room for it. */
export function actions({ tongue }: Reporting): Block[] {
  const f = FINDING_WORDS[tongue];
  return [
    { kind: "paragraph", text: f.aboutActions },
    { kind: "subheading", text: f.problems },
    { kind: "room", lines: 5 },
    { kind: "subheading", text: f.measures },
    { kind: "room", lines: 5 },
  ];
}
