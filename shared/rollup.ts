/**
 * The rollup: members' tallies -> the region's figures -> verdicts, and the same for each school.
 * The region's sums are given (the Worker keeps them up to date); what is not a sum is read over the members.
 */

import { type Apart, whyApart } from "./collecting/apart.ts";
import { leftOut } from "./collecting/complete.ts";
import { type Asked, missingOf } from "./collecting/missing.ts";
import { withholdSmall } from "./collecting/withhold.ts";
import type { CollectionBody, Coverage, Figure, Note, Paper, Rollup, SchoolBody, SliceTotal, Target, Verdict } from "./contract.ts";
import { enteredFigures, isOfCounty, unpooled } from "./entered.ts";
import { linesOf } from "./exam.ts";
import { betweenMembers } from "./figures/members.ts";
import { regionResourceFigures, resourceFigures } from "./figures/resources.ts";
import {
  type Baseline,
  figureOf,
  jointFigures,
  type Marks,
  marksOf,
  paperFigures,
  pooledFigures,
  type Read,
  reading,
  regressions,
  valueAddedFigures,
} from "./figures.ts";
import type { Reads } from "./indicators/definition.ts";
import { NEGATIVE_SHARE } from "./indicators/readings.ts";
import { percentsIn, type Rules, readingTexts } from "./indicators/rules.ts";
import { placeKey, scoresOf } from "./slice.ts";
import type { Tallies } from "./tally.ts";
import { type Court, targetsIn, targetsOfStages, verdictsOn } from "./verdicts.ts";

export interface Member {
  readonly school: string;
  readonly name: string;
  readonly stages: SchoolBody["stages"];
  /** As the bureau wrote it: special schools are out of the scope of 优质均衡. */
  readonly type?: SchoolBody["type"];
  readonly tallies: Tallies;
  /** What the school explains. */
  readonly notes?: readonly Note[] | undefined;
  /** Grades whose joint counts were made at other lines, and are in no tally. */
  readonly apart?: readonly Apart[];
  /** The same school's tallies in the baseline collection, where there is one. */
  readonly baseline?: Tallies;
}

type Regressions = ReturnType<typeof regressions>;

export interface RollupInput {
  readonly rules: Rules;
  readonly region: string;
  readonly collection: CollectionBody;
  readonly coverage: Coverage;
  /** The schools asked, with what is known of their stages. */
  readonly asked: readonly Asked[];
  readonly targets: readonly Target[];
  readonly sums: Tallies;
  readonly members: readonly Member[];
  readonly baseline: { readonly sums: Tallies; readonly collection: CollectionBody } | null;
  /** A viewer does not see a school's figures from fewer than ten pupils, nor what schools write. */
  readonly audience: "bureau" | "viewer";
}

export function readRollup(input: RollupInput): Pick<Rollup, "readings" | "totals" | "figures" | "verdicts" | "schools"> {
  const { rules, region, collection, targets, sums, members, audience } = input;
  const papers = collection.exam?.papers ?? [];
  const against = regressions(sums, papers);
  const baseline: Baseline | null = input.baseline && { tallies: input.baseline.sums, collection: input.baseline.collection };
  const sent = members.map(({ tallies }) => marksOf(rules, tallies, papers));
  const ofResources = collection.form === "resources";
  const schools = members.map((member, at) => memberReads(input, member, sent[at] as Marks, against));
  const across = ofResources ? regionResourceFigures(rules, members) : betweenFigures(rules, sent, papers);
  const own = [...figuresOf(rules, { tallies: sums, units: members }, marksOf(rules, sums, papers), papers, baseline), ...across];
  const [shownSchools, shownOwn] = audience === "viewer" ? [withholdSmall(schools), withholdSmall([own])[0] ?? []] : [schools, own];
  const readable = readableIn(rules, collection);
  const inForce = targetsIn(collection.period, targets).filter(({ indicator }) => readable.has(indicator));
  const ofRegion = regionWaits(input);
  const figures = shownOwn.map(({ figure }) => figure);
  const verdicts = regionVerdicts(figures, { rules, unit: region, targets: inForce, undecided: ofRegion });
  const schoolsRead = members.map(({ school, name, stages, notes = [] }, at) => {
    const figures = (shownSchools[at] ?? []).map(({ figure }) => figure);
    const own = targetsOfStages(inForce, stages, rules);
    const verdicts = schoolVerdicts(figures, { rules, unit: school, targets: own, undecided: ofRegion });
    return audience === "viewer"
      ? { school, name, ...withoutRestricted(rules, { figures, verdicts }), notes: [] }
      : { school, name, figures, verdicts, notes: [...notes] };
  });
  const all = [{ figures, verdicts }, ...schoolsRead];
  const resting = new Set(all.flatMap((unit) => [...unit.figures, ...unit.verdicts].flatMap(({ readings }) => readings)));
  return {
    readings: readingTexts(rules, resting, papers),
    totals: audience === "bureau" ? totalsOf(rules, sums, papers) : [],
    figures,
    verdicts,
    schools: schoolsRead,
  };
}

/** Why a figure of the region cannot be judged yet: a school asked that has its stage is missing, or left it out. What the county itself reports waits for nobody. */
export function regionWaits({ rules, collection, coverage, asked, members }: RollupInput): Court["undecided"] {
  const entered = new Set(reading(rules, "entered").map(({ id }) => id));
  const ofCounty = new Set(rules.definitions.filter(isOfCounty).map(({ id }) => id));
  return (figure) =>
    ofCounty.has(figure.indicator) && entered.has(figure.indicator)
      ? null
      : (missingOf(figure.stage, coverage, asked) ??
        leftOut(figure, members, collection.exam?.papers ?? [], entered.has(figure.indicator)));
}

/** What a member reads from its own tallies, and against the region's regressions. */
function memberReads({ rules, collection, baseline }: RollupInput, member: Member, sent: Marks, against: Regressions): Read[] {
  const { tallies } = member;
  const then: Baseline | null = baseline && member.baseline ? { tallies: member.baseline, collection: baseline.collection } : null;
  return [
    ...figuresOf(rules, { tallies, units: [member] }, sent, collection.exam?.papers ?? [], then),
    ...(collection.form === "resources" ? resourceFigures(rules, member) : []),
    ...valueAddedFigures(rules, tallies, against),
  ];
}

/** One member's figures, as the rollup has them for the bureau, without reading all others. */
export function memberFigures(input: RollupInput, member: Member): Figure[] {
  const papers = input.collection.exam?.papers ?? [];
  const sent = marksOf(input.rules, member.tallies, papers);
  return memberReads(input, member, sent, regressions(input.sums, papers)).map(({ figure }) => figure);
}

/** The indicators that this collection can say anything about: a target on another is no business of its schools. */
export function readableIn({ definitions }: Rules, { form, indicators }: CollectionBody): ReadonlySet<string> {
  const from: Readonly<Record<CollectionBody["form"], readonly Reads["from"][]>> = {
    exam: ["paper", "stage", "grade", "pairs"],
    resources: ["resource", "resources"],
    indicators: [],
  };
  const measure = { exam: "icc", resources: "cv", indicators: "" }[form];
  const readable = definitions.filter(
    ({ id, kind, reads }) =>
      from[form].includes(reads.from) || (kind.kind === "dispersion" && kind.measure === measure) || indicators?.includes(id),
  );
  return new Set(readable.map(({ id }) => id));
}

/** Policy bars comparing schools by these: a viewer sees them of the region only. */
function withoutRestricted<Unit extends { readonly figures: Figure[]; readonly verdicts: Verdict[] }>({ definitions }: Rules, unit: Unit) {
  const restricted = new Set(definitions.filter((one) => one.restricted).map(({ id }) => id));
  const open = ({ indicator }: { readonly indicator: string }) => !restricted.has(indicator);
  return { figures: unit.figures.filter(open), verdicts: unit.verdicts.filter(open) };
}

/** What one unit reads from its own tallies: a school before it submits, a region after. */
export function unitFigures(rules: Rules, tallies: Tallies, collection: CollectionBody, unit?: Omit<Member, "tallies">): Read[] {
  const papers = collection.exam?.papers ?? [];
  const own = figuresOf(rules, { tallies, units: [] }, marksOf(rules, tallies, papers), papers, null);
  return unit && collection.form === "resources" ? [...own, ...resourceFigures(rules, { ...unit, tallies })] : own;
}

/** What is added up, and whose it is. */
interface Counts {
  readonly tallies: Tallies;
  readonly units: readonly Member[];
}

function figuresOf(rules: Rules, { tallies, units }: Counts, sent: Marks, papers: readonly Paper[], baseline: Baseline | null): Read[] {
  return [
    ...paperFigures(rules, sent),
    ...jointFigures(rules, tallies, papers, (grade) => whyApart(units, grade)),
    ...pooledFigures(rules, sent, baseline),
    ...enteredFigures(rules, tallies),
  ];
}

/** A region has no value added, and what every school must have is not met by an average. */
function regionVerdicts(figures: readonly Figure[], court: Court): Verdict[] {
  const others = new Set([...idsOf(court.rules, "pairs", "resource", "resources"), ...unpooled(court.rules)]);
  const own = figures.filter(({ indicator }) => !others.has(indicator));
  return verdictsOn(own, { ...court, targets: court.targets.filter(({ indicator }) => !others.has(indicator)) });
}

/** Value added is measured against the whole region, so it waits as the region does; the rest of a school's figures are its own. */
function schoolVerdicts(figures: readonly Figure[], court: Court): Verdict[] {
  const regional = idsOf(court.rules, "members");
  const relative = idsOf(court.rules, "pairs");
  const ofCounty = new Set(court.rules.definitions.filter(isOfCounty).map(({ id }) => id));
  return verdictsOn(figures, {
    ...court,
    targets: court.targets.filter(({ indicator }) => !regional.has(indicator) && !ofCounty.has(indicator)),
    undecided: (figure) => (relative.has(figure.indicator) ? court.undecided(figure) : null),
  });
}

function idsOf({ definitions }: Rules, ...from: Reads["from"][]): ReadonlySet<string> {
  return new Set(definitions.filter(({ reads }) => from.includes(reads.from)).map(({ id }) => id));
}

/** 校际差异率 of each paper, read over the members. */
function betweenFigures(rules: Rules, sent: readonly Marks[], papers: readonly Paper[]): Read[] {
  const why = { zh: "只有一所学校，或每校只有一人，或分数没有差异", en: "one school, one pupil per school, or no variance" };
  return overMembers(rules, "icc").flatMap((definition) =>
    papers.flatMap((paper) => {
      const found = sent.flatMap((marks) => marks.get(paper)?.sums ?? []);
      if (found.length === 0) return [];
      const read = figureOf(rules, definition, paper, betweenMembers(found, paper.grid), why, Number.POSITIVE_INFINITY);
      if ((read.figure.value ?? 0) >= 0) return [read];
      return [{ ...read, figure: { ...read.figure, readings: [...read.figure.readings, NEGATIVE_SHARE.id] } }];
    }),
  );
}

function overMembers(rules: Rules, measure: "cv" | "icc") {
  return reading(rules, "members").filter(({ kind }) => kind.kind === "dispersion" && kind.measure === measure);
}

/** The exact distribution of each paper over the region, for the bureau only: it is also the school's while only one has submitted. */
function totalsOf(rules: Rules, sums: Tallies, papers: readonly Paper[]): SliceTotal[] {
  const percents = percentsIn(rules);
  return papers.flatMap((paper) => {
    const own = sums.get(placeKey({ part: "scores", stage: paper.stage, grade: paper.grade, subject: paper.subject }));
    if (!own) return [];
    const scores = scoresOf(own, paper.grid);
    return [
      { stage: paper.stage, grade: paper.grade, subject: paper.subject, full: paper.full, lines: { ...linesOf(paper, percents) }, scores },
    ];
  });
}
