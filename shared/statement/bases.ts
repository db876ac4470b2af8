/** How many a unit has of what is counted in a place: what a rate of it is taken of. Null where it is not known, and never guessed. */
import type { CollectionBody, Paper, StatementLine } from "../contract.ts";
import { enteredFigures } from "../entered.ts";
import { marksOf, partOf } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import { denominatorOf } from "../indicators/kinds/share.ts";
import { chooseBy, type Rules } from "../indicators/rules.ts";
import { countOf } from "../slice.ts";
import type { Tallies } from "../tally.ts";
import { papersOf } from "./facts.ts";

type Place = Pick<StatementLine, "stage" | "grade" | "subject">;

/** What a unit has sent. */
export interface Unit {
  readonly tallies: Tallies;
  /** Of a group and of a teacher: the papers that are theirs. A place is these of it. */
  readonly papers?: readonly Paper[];
  /** Those of them of which it is not known how many there are: a class taught was not sent. */
  readonly untold?: readonly Paper[];
}

export interface Reading {
  readonly rules: Rules;
  readonly collection: CollectionBody;
}

/** Pupils (of a pass in all subjects), marks given (of a line in papers), or cases (of a rate reported by itself). */
export function baseIn(unit: Unit | null, definition: Definition, place: Place, { rules, collection }: Reading): number | null {
  if (unit === null) return null;
  const { kind, reads } = definition;
  const all = papersOf(place, collection.exam?.papers ?? []);
  const { papers: theirs } = unit;
  const papers = theirs ? all.filter((paper) => theirs.includes(paper)) : all;
  if (papers.some((paper) => unit.untold?.includes(paper))) return null;
  if (kind.kind === "joint" && place.subject === null) {
    const grade = (reads.from === "grade" ? reads.grade : null) ?? place.grade ?? onlyGrade(papers);
    const own = grade === null ? undefined : partOf(unit.tallies, "joint", { stage: place.stage, grade });
    return own ? countOf(own, "pupils") : null;
  }
  if (kind.kind === "share" || kind.kind === "joint" || kind.kind === "marks") {
    // Nobody sits a subject for a group that it is not of, nor anything for one whose statement names no subject.
    if (theirs && papers.length === 0) return 0;
    const marks = marksOf(rules, unit.tallies, papers);
    if (papers.length === 0 || marks.size < papers.length) return null;
    const choose = chooseBy(rules, definition);
    const counted = [...marks.values()].map(({ states, sums }) => (kind.kind === "marks" ? sums.n : denominatorOf(states, choose)));
    return counted.reduce((sum, one) => sum + one, 0);
  }
  const found = enteredFigures(rules, unit.tallies).find(
    ({ figure }) => figure.indicator === definition.id && figure.stage === place.stage,
  );
  return found?.figure.counts?.denominator ?? null;
}

/** Those excused in the papers of a place: in all subjects at once they count as passing there. */
export function excusedIn(unit: Unit | null, place: Place, { rules, collection }: Reading): number {
  if (unit === null) return 0;
  const marks = marksOf(rules, unit.tallies, papersOf(place, collection.exam?.papers ?? []));
  return [...marks.values()].reduce((sum, { states }) => sum + states.exempt, 0);
}

function onlyGrade(papers: readonly Paper[]): number | null {
  const grades = new Set(papers.map(({ grade }) => grade));
  return grades.size === 1 ? ([...grades][0] ?? null) : null;
}
