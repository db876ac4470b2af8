/** What a quality analysis report is made from, and how its parts find definitions, names and places. */
import type { ItemFigures } from "../analysis/items.ts";
import type { Collection, Figure, Rollup, School, Verdict } from "../contract.ts";
import { shownValue } from "../display.ts";
import { placeWords } from "../handin/place-words.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import { SMALL_GROUP } from "../submission.ts";
import type { Tongue } from "./document.ts";
import { REPORT_WORDS, type ReportWords } from "./report-words.ts";

/** 试题分析 of one paper, by the computation of QUALITY.ITEMANALYSIS. */
export interface ItemsOfPaper {
  /** Where the marks are from: a sheet's name and range. */
  readonly name: string;
  readonly pupils: number;
  /** As the items are called in the sheet, in its order. */
  readonly labels: readonly string[];
  readonly items: readonly ItemFigures[];
  readonly paper: ItemFigures;
}

export interface ReportInput {
  readonly region: { readonly region: string; readonly name: string };
  /** Of the bureau: with the exact distributions and what schools explain. */
  readonly rollup: Rollup;
  readonly collection: Collection;
  /** All of the region, for the names of those that are missing. */
  readonly schools: readonly School[];
  /** The day the report is made. */
  readonly made: string;
  /** The day on which the exam ended, where the bureau says so. */
  readonly ended?: string | null;
  /** What a county's submissions do not hold: marks by item, where somebody has them in a sheet. */
  readonly items?: ItemsOfPaper | null;
  /** Indicators by which policy bars comparing are left out unless this says otherwise. */
  readonly withRestricted?: boolean;
}

export interface Reporting extends ReportInput {
  readonly catalogue: Catalogue;
  readonly tongue: Tongue;
  readonly w: ReportWords;
}

export function reporting(input: ReportInput, catalogue: Catalogue, tongue: Tongue): Reporting {
  return { ...input, catalogue, tongue, w: REPORT_WORDS[tongue] };
}

/** The definition a figure was read by: that of the rollup's release. */
export function definitionOf({ catalogue, rollup }: Reporting, indicator: string): Definition | undefined {
  return catalogue.find(indicator, rollup.definitions);
}

/** What may be printed of a unit: without what policy restricts, unless that was asked for. */
export function printable<One extends { readonly indicator: string }>(report: Reporting, all: readonly One[]): One[] {
  return all.filter(({ indicator }) => {
    const definition = definitionOf(report, indicator);
    return definition !== undefined && (report.withRestricted === true || definition.restricted === undefined);
  });
}

export function nameOf(report: Reporting, indicator: string): string {
  return definitionOf(report, indicator)?.names[report.tongue] ?? indicator;
}

export function schoolName({ schools, rollup }: ReportInput, code: string): string {
  return schools.find(({ school }) => school === code)?.name ?? rollup.schools.find(({ school }) => school === code)?.name ?? code;
}

export function placeOf({ tongue }: Reporting, at: Pick<Figure, "stage" | "grade" | "subject" | "resource">): string {
  return placeWords(at)[tongue];
}

/** Where a figure of an indicator is read: of which resource is not said again where the indicator is of that one. */
export function scopeOf(report: Reporting, at: Pick<Figure, "indicator" | "stage" | "grade" | "subject" | "resource">): string {
  const reads = definitionOf(report, at.indicator)?.reads;
  const own = reads?.from === "resource" && reads.resource === at.resource;
  return placeOf(report, own ? { ...at, resource: null } : at);
}

/** A value against the limits it is judged by; "—" where there is none. */
export function shownOf(
  report: Reporting,
  { indicator, value }: Pick<Figure, "indicator" | "value">,
  limits: readonly number[] = [],
): string {
  const definition = definitionOf(report, indicator);
  return value === null || !definition ? "—" : shownValue(value, definition, limits)[report.tongue];
}

export function limitsOf({ limit, upTo }: Verdict): number[] {
  return upTo === null ? [limit] : [limit, upTo];
}

/** Of figures and verdicts alike: is it about the same thing in the same place? */
type Placed = Pick<Figure, "indicator" | "stage" | "grade" | "subject" | "resource">;
export function samePlace(one: Placed, other: Placed): boolean {
  const keys = ["indicator", "stage", "grade", "subject", "resource"] as const;
  return keys.every((key) => one[key] === other[key]);
}

export type SchoolRead = Rollup["schools"][number];

/** A school's figure of a paper; none where fewer than ten pupils stand behind it. */
export function shownIn(
  school: SchoolRead,
  indicator: string,
  { stage, grade, subject }: Pick<Figure, "stage" | "grade" | "subject">,
): number | null {
  const at = (id: string) =>
    school.figures.find((one) => one.indicator === id && one.stage === stage && one.grade === grade && one.subject === subject);
  const heads = at("exam.pass")?.counts?.denominator ?? 0;
  return heads < SMALL_GROUP ? null : (at(indicator)?.value ?? null);
}
