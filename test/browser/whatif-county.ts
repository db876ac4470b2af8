/** What the demo county's schools sent, and the answers of 推演 found by trying everything: every set of schools, every pupil in a row. */
import type { SubmissionBody } from "../../shared/contract.ts";
import * as county from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";

interface Sent {
  readonly school: string;
  readonly name: string;
  readonly body: SubmissionBody;
}

export const sent: readonly Sent[] = county.schools.flatMap(({ school, name }, at) =>
  school === county.missing ? [] : [{ school, name, body: submissionOf(at, school, name) }],
);

const jointOf = ({ body }: Sent) => body.slices.find(({ joint }) => joint)?.joint as NonNullable<SubmissionBody["slices"][number]["joint"]>;

/** Pupils who pass in every subject, of all, in the whole county. */
export const passing = {
  numerator: sent.reduce((sum, one) => sum + jointOf(one).passed, 0),
  denominator: sent.reduce((sum, one) => sum + jointOf(one).pupils, 0),
};

/** Pupils of whom no lowest mark is told: no mark that is lifted makes them pass. */
export const withoutLowest = sent.reduce((sum, one) => {
  const { pupils, passed, lowest = [] } = jointOf(one);
  return sum + pupils - passed - lowest.reduce((all, [percent, own]) => all + (percent < 60 ? own : 0), 0);
}, 0);

/** How far the lowest subject of each pupil of a school is below 60 %, nearest first. */
function gapsOf(one: Sent): number[] {
  const below = (jointOf(one).lowest ?? []).filter(([percent]) => percent < 60);
  return below.flatMap(([percent, pupils]) => Array.from({ length: pupils }, () => 60 - percent)).sort((a, b) => a - b);
}

export interface Best {
  readonly pupils: number;
  readonly effort: number;
  readonly schools: readonly string[];
}

/** The cheapest so many pupils of at most k schools: every set of schools is tried. */
export function bestOf(hundredths: number, k: number): Best | null {
  const pupils = Math.max(0, Math.ceil((passing.denominator * hundredths) / 100) - passing.numerator);
  let best: Best | null = null;
  for (let set = 1; set < 2 ** sent.length; set++) {
    const chosen = sent.filter((_, at) => (set >> at) & 1);
    const gaps = chosen.flatMap(gapsOf).sort((a, b) => a - b);
    if (chosen.length > k || gaps.length < pupils) continue;
    const effort = gaps.slice(0, pupils).reduce((sum, gap) => sum + gap, 0);
    const schools = chosen.map(({ name }) => name);
    const better = !best || effort < best.effort || (effort === best.effort && schools.length < best.schools.length);
    if (better) best = { pupils, effort, schools };
  }
  return best;
}

/** The least that so many pupils of a school cost. */
export function costIn(name: string, pupils: number): number {
  const one = sent.find((other) => other.name === name) as Sent;
  return gapsOf(one)
    .slice(0, pupils)
    .reduce((sum, gap) => sum + gap, 0);
}

/** The share of those who sat with at least a mark in a subject, in per cent to one digit; of one school where it is named. */
export function shareAtLeast(subject: string, mark: number, name?: string): string {
  let [reached, all] = [0, 0];
  for (const { body } of sent.filter((one) => name === undefined || one.name === name)) {
    const own = body.slices.find((slice) => slice.subject === subject && slice.class === null && slice.scores)?.scores;
    for (const [half, pupils] of own?.counts ?? []) {
      all += pupils;
      if (half >= 2 * mark) reached += pupils;
    }
  }
  return ((100 * reached) / all).toFixed(1);
}
