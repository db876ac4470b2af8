/** The rollup of a county: 300 schools that send 24 slices each, beside merging their tallies into the county's sums. */

import type { CollectionBody, Paper, Slice, SubmissionBody } from "../../shared/contract.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { type Member, readRollup } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { add, type Tally, zero } from "../../shared/tally.ts";
import { randomness } from "./marks.ts";
import { measure, type Timed } from "./measure.ts";

const SUBJECTS = ["语文", "数学", "英语", "物理", "化学", "历史", "地理", "生物"];
const lines = { pass: null, excellent: null, low: null };
const papers: Paper[] = [7, 8, 9].flatMap((grade) =>
  SUBJECTS.map((subject): Paper => ({ stage: "junior", grade, subject, full: 100, grid: 2, lines, before: null })),
);
const collection: CollectionBody = {
  name: "期末",
  form: "exam",
  period: "2025",
  exam: { name: "期末", papers },
  opens: null,
  closes: null,
  required: null,
  baseline: null,
  definitions: null,
  indicators: null,
};

function submission(random: () => number): SubmissionBody {
  const slices = papers.map(({ stage, grade, subject }): Slice => {
    const counts = Array.from({ length: 60 }, (_, at): [number, number] => [40 + 2 * at, 1 + Math.floor(random() * 4)]);
    const sat = counts.reduce((sum, [, pupils]) => sum + pupils, 0);
    const states = { sat, absent: 2, deferred: 0, exempt: 1, misconduct: 0, left: 1 };
    return { stage, grade, subject, class: null, scores: { grid: 2, states, counts } };
  });
  return { definitions: "bench", slices };
}

function merged(members: readonly Member[]): Map<string, Tally> {
  const sums = new Map<string, Tally>();
  for (const { tallies } of members) for (const [key, own] of tallies) sums.set(key, add(sums.get(key) ?? zero, own));
  return sums;
}

export function rollups(rounds: number): Timed[] {
  const random = randomness(42);
  const bodies = Array.from({ length: 300 }, () => submission(random));
  const members = bodies.map(
    (body, at): Member => ({ school: `S${at}`, name: `第${at}中学`, stages: ["junior"], tallies: talliesOf(body) }),
  );
  const sums = merged(members);
  const coverage = { required: 300, submitted: 300, missing: [] };
  const input = {
    rules: rulesOf(shipped, latestRelease),
    region: "370811",
    collection,
    coverage,
    targets: [],
    sums,
    members,
    baseline: null,
    asked: [],
    audience: "bureau",
  } as const;
  const any = () => true;
  return [
    ...measure([{ name: "tallies of 300 submissions", run: () => bodies.map(talliesOf).length }], rounds, any),
    ...measure([{ name: "adding up 300 x 24 tallies", run: () => merged(members).size }], rounds, any),
    ...measure([{ name: "reading every figure and verdict", run: () => readRollup(input).figures.length }], rounds, any),
  ];
}
