/** What a report is about besides its figures: the unit, the exam, who is asked, and what of the unit's own numbers is at hand. */

import type { Choice, Collection, Lineage, School, Submission, Target } from "../../shared/contract.ts";
import type { AtHand } from "../../shared/figures/behind.ts";
import { figureKey } from "../../shared/figures/figure-key.ts";
import { talliesOf } from "../../shared/slice.ts";
import type { SchoolFigures } from "../pane/check.ts";

export interface About {
  /** Name of the school or the region. */
  readonly name: string;
  /** Of a school: the school itself. `null` of a region, and of a school that is not registered any more. */
  readonly unit: School | null;
  /** Code of the region, for the targets that name it. */
  readonly region: string;
  readonly collection: Collection;
  readonly targets: readonly Target[];
  readonly choices: readonly Choice[];
  /** Name of the collection that changes are measured from; `null` where there is none. */
  readonly baseline: string | null;
  readonly atHand: AtHand;
  /** The submissions behind it, in the order of the schools' codes; none behind a sheet that was not sent. */
  readonly lineage: readonly Lineage[];
  /** Of a region: everybody who is asked. */
  readonly asked: readonly School[];
}

export type Held = Pick<About, "name" | "region" | "collection" | "targets" | "choices" | "baseline">;

export function baselineName({ baseline }: Collection, collections: readonly Collection[]): string | null {
  return collections.find(({ collection }) => collection === baseline)?.name ?? null;
}

/** A sheet, or a submission: one school with all its numbers. */
export function aboutSchool(
  held: Held & Pick<About, "unit">,
  submission: Pick<Submission, "body"> | null,
  lineage: readonly Lineage[],
): About {
  const tallies = submission?.body ? talliesOf(submission.body) : null;
  return { ...held, atHand: { papers: held.collection.exam?.papers ?? [], tallies, totals: [] }, lineage, asked: [] };
}

type Of = Pick<SchoolFigures["figures"][number], "indicator" | "stage" | "grade" | "subject" | "resource">;

export const sameFigure = (a: Of, b: Of) =>
  a.indicator === b.indicator && a.stage === b.stage && a.grade === b.grade && a.subject === b.subject && a.resource === b.resource;

/** The schools that a region's figure is made of: those that have it; of what is read over schools, those that sent the same paper. */
export function membersOf(of: Of, schools: readonly SchoolFigures[]): SchoolFigures[] {
  const have = schools.filter(({ figures, verdicts }) => [...figures, ...verdicts].some((one) => sameFigure(one, of)));
  if (have.length > 0) return have;
  return schools.filter(({ figures }) =>
    figures.some(({ stage, grade, subject }) => stage === of.stage && grade === of.grade && subject === of.subject),
  );
}

export interface Covered {
  readonly has: number;
  readonly of: number;
}

/**
 * How many of the schools asked are behind a figure; schools without its stage are not asked. All schools are gone through once, so that
 * a list of hundreds of rows stays quick.
 */
export function coverageBy(schools: readonly SchoolFigures[]): (of: Of, asked: readonly School[]) => Covered {
  const [have, sent] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const put = (into: Map<string, Set<string>>, key: string, school: string) => {
    const known = into.get(key);
    if (known) known.add(school);
    else into.set(key, new Set([school]));
  };
  for (const { school, figures } of schools)
    for (const figure of figures) {
      // A school that sent zeros has no value of a paper, and is none that anything is read over.
      if (figure.value !== null) put(sent, placeOf(figure), school);
      put(have, figureKey(figure), figure.value === null ? "" : school);
    }
  return (of, asked) => {
    const own = have.get(figureKey(of)) ?? sent.get(placeOf(of));
    const about = asked.filter(({ stages }) => stages.includes(of.stage));
    return { has: about.filter(({ school }) => own?.has(school)).length, of: about.length };
  };
}

const placeOf = ({ stage, grade, subject }: Of) => `${stage}|${grade}|${subject}`;
