/**
 * The rollup: members' tallies -> the region's figures -> verdicts, and the same for each school.
 * The region's sums are given (the Worker keeps them up to date); what is not a sum is read over the members.
 */

import { leftOut } from "./complete.ts";
import type { CollectionBody, Coverage, Figure, Paper, ResourceName, Rollup, SchoolBody, SliceTotal, Target } from "./contract.ts";
import { linesOf } from "./exam.ts";
import {
  type Baseline,
  figureOf,
  jointFigures,
  type Marks,
  marksOf,
  paperFigures,
  partOf,
  pooledFigures,
  type Read,
  regressions,
  valueAddedFigures,
} from "./figures.ts";
import { indicators } from "./indicators/index.ts";
import { type Definition, RESOURCE_UNITS } from "./indicators/kinds.ts";
import { betweenMembers, disparityOfMembers } from "./members.ts";
import type { Words } from "./refusal.ts";
import { placeKey, reports, scoresOf } from "./slice.ts";
import type { Tallies } from "./tally.ts";
import { type Court, targetsIn, verdictsOn } from "./verdicts.ts";
import { withholdSmall } from "./withhold.ts";

export interface Member {
  readonly school: string;
  readonly name: string;
  readonly stages: SchoolBody["stages"];
  readonly tallies: Tallies;
  /** The same school's tallies in the baseline collection, where there is one. */
  readonly baseline?: Tallies;
}

export interface RollupInput {
  readonly region: string;
  readonly collection: CollectionBody;
  readonly coverage: Coverage;
  readonly targets: readonly Target[];
  readonly sums: Tallies;
  readonly members: readonly Member[];
  readonly baseline: { readonly sums: Tallies; readonly collection: CollectionBody } | null;
  /** A viewer does not see a school's figures from fewer than ten pupils. */
  readonly audience: "bureau" | "viewer";
}

export function readRollup(input: RollupInput): Pick<Rollup, "totals" | "figures" | "verdicts" | "schools"> {
  const { region, collection, coverage, targets, sums, members, audience } = input;
  const papers = collection.exam?.papers ?? [];
  const against = regressions(sums, papers);
  const baseline: Baseline | null = input.baseline && { tallies: input.baseline.sums, collection: input.baseline.collection };
  const sent = members.map(({ tallies }) => marksOf(tallies, papers));
  const schools = members.map((member, at) => {
    const then: Baseline | null = baseline && member.baseline ? { tallies: member.baseline, collection: baseline.collection } : null;
    return [...figuresOf(sent[at] as Marks, member.tallies, papers, then), ...valueAddedFigures(member.tallies, against)];
  });
  const across = collection.form === "resources" ? resourceFigures(members) : betweenFigures(sent, papers);
  const own = [...figuresOf(marksOf(sums, papers), sums, papers, baseline), ...across];
  const [shownSchools, shownOwn] = audience === "viewer" ? [withholdSmall(schools), withholdSmall([own])[0] ?? []] : [schools, own];
  const missing = missingSchools(coverage);
  const inForce = targetsIn(collection.period, targets);
  const ofRegion = (figure: Figure) => missing ?? leftOut(figure, members, papers);
  const figures = shownOwn.map(({ figure }) => figure);
  return {
    totals: audience === "bureau" ? totalsOf(sums, papers) : [],
    figures,
    verdicts: verdictsOn(figures, {
      unit: region,
      targets: inForce.filter(({ indicator }) => !relative.has(indicator)),
      undecided: ofRegion,
    }),
    schools: members.map(({ school, name }, at) => {
      const figures = (shownSchools[at] ?? []).map(({ figure }) => figure);
      return { school, name, figures, verdicts: schoolVerdicts(figures, { unit: school, targets: inForce, undecided: ofRegion }) };
    }),
  };
}

/** What one unit reads from its own tallies: a school before it submits, a region after. */
export function unitFigures(tallies: Tallies, collection: CollectionBody): Read[] {
  const papers = collection.exam?.papers ?? [];
  return figuresOf(marksOf(tallies, papers), tallies, papers, null);
}

function figuresOf(sent: Marks, tallies: Tallies, papers: readonly Paper[], baseline: Baseline | null): Read[] {
  return [...paperFigures(sent), ...jointFigures(tallies, papers), ...pooledFigures(sent, baseline)];
}

/** Value added is measured against the whole region, so it waits as the region does; the rest of a school's figures are its own. */
function schoolVerdicts(figures: readonly Figure[], court: Court) {
  const targets = court.targets.filter(({ indicator }) => !regional.has(indicator));
  return verdictsOn(figures, {
    ...court,
    targets,
    undecided: (figure) => (relative.has(figure.indicator) ? court.undecided(figure) : null),
  });
}

const idsOf = (...kinds: Definition["kind"]["kind"][]) =>
  new Set(indicators.filter(({ kind }) => kinds.includes(kind.kind)).map(({ id }) => id));
const relative = idsOf("valueAdded");
const regional = idsOf("between", "disparity");

function missingSchools({ missing, required }: Coverage): Words | null {
  if (missing.length === 0) return null;
  return {
    zh: `应填报 ${required} 所，还有 ${missing.length} 所未填报`,
    en: `${missing.length} of ${required} required schools have not submitted`,
  };
}

/** 校际差异率 of each paper, read over the members. */
function betweenFigures(sent: readonly Marks[], papers: readonly Paper[]): Read[] {
  const definition = kindOf("between");
  const why = { zh: "只有一所学校，或每校只有一人，或分数没有差异", en: "one school, one pupil per school, or no variance" };
  return papers.flatMap((paper) => {
    const found = sent.flatMap((marks) => marks.get(paper)?.sums ?? []);
    return found.length === 0 ? [] : [figureOf(definition, paper, betweenMembers(found, paper.grid), why, Number.POSITIVE_INFINITY)];
  });
}

/** 差异系数 of each resource, read over the members that report it. */
function resourceFigures(members: readonly Member[]): Read[] {
  const definition = kindOf("disparity");
  return definition.stages.flatMap((stage) => {
    const found = members.map(({ tallies }) => partOf(tallies, "resources", { stage })).filter((own) => own !== undefined);
    return (Object.keys(RESOURCE_UNITS) as ResourceName[]).flatMap((resource) => {
      const reporting = found.filter((own) => reports(own, resource));
      if (reporting.length === 0) return [];
      const read = figureOf(
        definition,
        { stage },
        disparityOfMembers(reporting, resource),
        { zh: "总量为 0", en: "the amounts add up to 0" },
        Number.POSITIVE_INFINITY,
      );
      return [{ ...read, figure: { ...read.figure, resource } }];
    });
  });
}

function kindOf(kind: Definition["kind"]["kind"]): Definition {
  const found = indicators.find((definition) => definition.kind.kind === kind);
  if (!found) throw new Error(`no indicator of kind ${kind}`);
  return found;
}

/** The exact distribution of each paper over the region, for the bureau only: it is also the school's while only one has submitted. */
function totalsOf(sums: Tallies, papers: readonly Paper[]): SliceTotal[] {
  return papers.flatMap((paper) => {
    const own = sums.get(placeKey({ part: "scores", stage: paper.stage, grade: paper.grade, subject: paper.subject }));
    if (!own) return [];
    const scores = scoresOf(own, paper.grid);
    return [{ stage: paper.stage, grade: paper.grade, subject: paper.subject, full: paper.full, lines: { ...linesOf(paper) }, scores }];
  });
}
