/**
 * Slices: what a tally is about inside a unit (stage, grade, subject, class), and the whole numbers under each.
 * A grade's own slice (class null) is the whole grade; class slices lie inside it. Where a grade is sent in classes only, it is their sum.
 */

import { NO_PERSON } from "./collecting/personal.ts";
import type { Joint, Pairs, Paper, ResourceName, Resources, Scores, Slice, Stage, SubmissionBody } from "./contract.ts";
import type { Frequency } from "./kernel/frequency.ts";
import { STATES, type StateCounts } from "./marks/states.ts";
import { add, type Tally, tally } from "./tally.ts";

export type Part = "scores" | "pairs" | "joint" | "resources" | "entered";

/** The label of a class: letters of any script, digits and a few signs, 16 at most, and nobody's number. */
export const CLASS_NAME = new RegExp(`^${NO_PERSON}[\\p{L}\\p{N}()（）._-]{1,16}$`, "u");

export interface Place {
  readonly part: Part;
  readonly stage: Stage;
  readonly grade: number | null;
  readonly subject: string | null;
  /** Of part entered: whose numbers these are. */
  readonly indicator?: string | undefined;
}

/** The name of a slice's tally; parts, stages, grades, subjects and resource names hold no `|`. */
export function placeKey({ part, stage, grade, subject, indicator }: Place): string {
  return [part, stage, grade ?? "", subject ?? "", ...(indicator === undefined ? [] : [indicator])].join("|");
}

export function readKey(key: string): Place {
  const [part, stage, grade, subject, indicator] = key.split("|");
  return { part: part as Part, stage: stage as Stage, grade: grade ? Number(grade) : null, subject: subject || null, indicator };
}

/** The tallies of a submission, one per part, stage, grade and subject: the school's whole grades, classes added up. */
export function talliesOf(body: SubmissionBody): Map<string, Tally> {
  const { whole, classes } = wholeAndClasses(body);
  return new Map([...classes, ...[...whole].map(([key, { own }]) => [key, own] as const)]);
}

/** Under each place: the slice of the whole grade, with where it stands in the body, and the sum of the class slices. */
export function wholeAndClasses({ slices }: SubmissionBody) {
  const whole = new Map<string, { readonly at: number; readonly own: Tally }>();
  const classes = new Map<string, Tally>();
  slices.forEach((slice, at) => {
    for (const [part, own, indicator] of partTallies(slice)) {
      const key = placeKey({ part, stage: slice.stage, grade: slice.grade, subject: slice.subject, indicator });
      if (slice.class === null) whole.set(key, { at, own });
      else classes.set(key, add(classes.get(key) ?? {}, own));
    }
  });
  return { whole, classes };
}

/** The tally of each part a slice carries. */
function partTallies(slice: Slice): [part: Part, own: Tally, indicator?: string][] {
  const parts: [Part, Tally, string?][] = [];
  if (slice.scores) parts.push(["scores", scoresTally(slice.scores)]);
  if (slice.pairs) parts.push(["pairs", pairsTally(slice.pairs)]);
  if (slice.joint) parts.push(["joint", jointTally(slice.joint)]);
  if (slice.resources) parts.push(["resources", resourcesTally(slice.resources)]);
  for (const [indicator, own] of Object.entries(slice.entered ?? {})) {
    parts.push(["entered", tally([...Object.entries(own), ["units", 1]]), indicator]);
  }
  return parts;
}

/** States under their names, pupils under mark x grid; `sat` is the sum of the marks and is not kept twice. */
function scoresTally({ states, counts }: Scores): Tally {
  const written = STATES.filter((state) => state !== "sat").map((state) => [state, states[state]] as const);
  return tally([...counts.map(([mark, pupils]) => [String(mark), pupils] as const), ...written]);
}

function pairsTally({ matched, unmatched, ...sums }: Pairs): Tally {
  const { before, after, before2, after2, product } = sums;
  const long = Object.entries({ before, after, before2, after2, product }).map(([name, value]) => [name, BigInt(value)] as const);
  return tally([["matched", matched], ["unmatched", unmatched], ...long]);
}

/** Where schools that gave the lowest marks are added to schools that did not, the pupils of the former are counted beside all. */
function jointTally({ pupils, passed, lowest }: Joint): Tally {
  const told = lowest === undefined ? [] : [["lowest of", pupils] as const, ...lowest.map(([percent, n]) => [`${percent} %`, n] as const)];
  return tally([["pupils", pupils], ["passed", passed], ...told]);
}

/** Is it one of the names of the lowest marks? A grade that does not tell them contradicts no class that does. */
export function isOfLowest(name: string): boolean {
  return name === "lowest of" || name.endsWith(" %");
}

/** [per cent, pupils], ascending: what pupils reach in every subject. `undefined` where somebody's is not known. */
export function lowestIn(own: Tally): [percent: number, pupils: number][] | undefined {
  if (countOf(own, "lowest of") !== countOf(own, "pupils")) return undefined;
  const percents = Array.from({ length: 101 }, (_, percent) => percent);
  return percents.flatMap((percent): [number, number][] => {
    const pupils = countOf(own, `${percent} %`);
    return pupils === 0 ? [] : [[percent, pupils]];
  });
}

/** An amount of 0 leaves no trace in a tally, so each amount is accompanied by how many units reported it: 0 is not blank. */
function resourcesTally({ pupils, amounts }: Resources): Tally {
  const entries = Object.entries(amounts).flatMap(([name, amount]) => [[name, amount] as const, [reported(name), 1] as const]);
  return tally([["pupils", pupils], ...entries]);
}

function reported(resource: string): string {
  return `${resource} reported`;
}

/** Did the unit report this resource? */
export function reports(own: Tally, resource: ResourceName): boolean {
  return countOf(own, reported(resource)) > 0;
}

/** The marks of a score tally as they crossed the wire: [mark x grid, pupils], ascending. States have no digits in their names. */
function countsOf(own: Tally): [number, number][] {
  const counts: [number, number][] = [];
  for (const name of Object.keys(own)) {
    const mark = Number(name);
    if (!Number.isNaN(mark)) counts.push([mark, Number(own[name])]);
  }
  return counts.sort(([a], [b]) => a - b);
}

/** The marks of a score tally on a paper's grid, ascending. */
export function frequencyOf(own: Tally, grid: number): Frequency {
  return countsOf(own).map(([mark, pupils]) => [mark / grid, pupils] as const);
}

/** The states of a score tally whose marks are these. */
export function statesIn(own: Tally, marks: Frequency): StateCounts {
  const written = Object.fromEntries(STATES.map((state) => [state, countOf(own, state)])) as StateCounts;
  return { ...written, sat: marks.reduce((n, [, pupils]) => n + pupils, 0) };
}

/** A score tally as it crosses the wire. */
export function scoresOf(own: Tally, grid: Paper["grid"]): Scores {
  const counts = countsOf(own);
  const sat = counts.reduce((n, [, pupils]) => n + pupils, 0);
  const written = Object.fromEntries(STATES.map((state) => [state, countOf(own, state)])) as Scores["states"];
  return { grid, states: { ...written, sat }, counts };
}

/** A count or sum of a tally as a number or bigint. */
export function countOf(own: Tally | undefined, name: string): number {
  return Number(own?.[name] ?? 0);
}

export function longOf(own: Tally | undefined, name: string): bigint {
  return BigInt(own?.[name] ?? 0);
}
