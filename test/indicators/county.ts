/** A small county for tests: two papers of grade 9, pupils with known scores, and the bodies their schools would send. */
import fc from "fast-check";
import type { CollectionBody, Paper, Scores, Slice, SubmissionBody } from "../../shared/contract.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import type { Member, RollupInput } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { add, type Tally, zero } from "../../shared/tally.ts";
import { type Away, STATE_ORDER } from "../tools/columns.ts";

const lines = { pass: null, excellent: null, low: null };
export const CHINESE: Paper = { stage: "junior", grade: 9, subject: "语文", full: 120, grid: 2, lines, before: null };
/** The entry exam of mathematics is marked in tenths. */
export const MATHS: Paper = { ...CHINESE, subject: "数学", full: 100, before: { name: "入学", full: 100, grid: 10 } };
export const PAPERS: readonly Paper[] = [CHINESE, MATHS];

export function collection(over: Partial<CollectionBody> = {}): CollectionBody {
  return {
    name: "期末",
    form: "exam",
    period: "2024-2025-2",
    exam: { name: "期末", papers: [...PAPERS] },
    opens: null,
    closes: null,
    required: null,
    baseline: null,
    definitions: null,
    indicators: null,
    ...over,
  };
}

/** Marks as whole numbers on their grid, or a state; the entry mark in tenths, or none. */
export interface Pupil {
  readonly class: string;
  readonly chinese: number | Away;
  readonly maths: number | Away;
  readonly entry: number | null;
}

const away = fc.constantFrom(...STATE_ORDER);
const mostly = <Value>(value: fc.Arbitrary<Value>, rest: fc.Arbitrary<Away>) =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: rest });
export const pupil: fc.Arbitrary<Pupil> = fc.record({
  class: fc.constantFrom("1", "2", "3"),
  chinese: mostly(fc.integer({ min: 0, max: 240 }), away),
  maths: mostly(fc.integer({ min: 0, max: 200 }), away),
  entry: fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 8 }),
});

export function scoresSent(grid: Paper["grid"], column: readonly (number | Away)[]): Scores {
  const marks = column.filter((score) => typeof score === "number");
  const of = (state: Away) => column.filter((score) => score === state).length;
  const states = {
    sat: marks.length,
    absent: of("absent"),
    deferred: of("deferred"),
    exempt: of("exempt"),
    misconduct: of("misconduct"),
    left: of("left"),
  };
  const counts = [...new Set(marks)]
    .sort((a, b) => a - b)
    .map((mark): [number, number] => [mark, marks.filter((one) => one === mark).length]);
  return { grid, states, counts };
}

/** Pupils with both marks in mathematics. */
export function matched(pupils: readonly Pupil[]): (readonly [entry: number, maths: number])[] {
  return pupils.flatMap(({ entry, maths }) => (entry !== null && typeof maths === "number" ? [[entry, maths] as const] : []));
}

function pairsSent(pupils: readonly Pupil[]): NonNullable<Slice["pairs"]> {
  const pairs = matched(pupils);
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + of(x, y), 0);
  return {
    grid: { before: 10, after: 2 },
    matched: pairs.length,
    unmatched: pupils.length - pairs.length,
    before: sum((x) => x),
    after: sum((_, y) => y),
    before2: sum((x) => x * x),
    after2: sum((_, y) => y * y),
    product: sum((x, y) => x * y),
  };
}

/** Passing both papers: 72 of 120 and 60 of 100, in half marks. Who is away in a paper does not pass; who left is no pupil. */
function jointSent(pupils: readonly Pupil[]): NonNullable<Slice["joint"]> {
  const judged = pupils.filter(
    ({ chinese, maths }) => chinese !== "left" && maths !== "left" && !(chinese === "exempt" && maths === "exempt"),
  );
  const passes = (score: number | Away, line: number) => score === "exempt" || (typeof score === "number" && score >= line);
  return { pupils: judged.length, passed: judged.filter(({ chinese, maths }) => passes(chinese, 144) && passes(maths, 120)).length };
}

function slicesOf(pupils: readonly Pupil[], name: string | null): Slice[] {
  const place = { stage: "junior", grade: 9, class: name } as const;
  return [
    {
      ...place,
      subject: "语文",
      scores: scoresSent(
        2,
        pupils.map(({ chinese }) => chinese),
      ),
    },
    {
      ...place,
      subject: "数学",
      scores: scoresSent(
        2,
        pupils.map(({ maths }) => maths),
      ),
      pairs: pairsSent(pupils),
    },
    { ...place, subject: null, joint: jointSent(pupils) },
  ];
}

/** What a school sends of its whole grade. */
export function bodySent(pupils: readonly Pupil[]): SubmissionBody {
  return { definitions: "test", slices: slicesOf(pupils, null) };
}

/** What a school sends class by class. */
export function bodyByClass(pupils: readonly Pupil[]): SubmissionBody {
  const names = [...new Set(pupils.map((one) => one.class))];
  return {
    definitions: "test",
    slices: names.flatMap((name) =>
      slicesOf(
        pupils.filter((one) => one.class === name),
        name,
      ),
    ),
  };
}

/** The definitions in force, with nothing chosen. */
export const RULES = rulesOf(shipped, latestRelease);

/** What a member is from the body it sent. */
export function member(body: SubmissionBody, at: number, stages: Member["stages"] = ["junior"]): Member {
  return { school: `S${at}`, name: `第${at}中学`, stages, tallies: talliesOf(body) };
}

/** The rollup's input where every school asked has submitted. */
export function rollupInput(members: readonly Member[], over: Partial<RollupInput> = {}): RollupInput {
  const sums = new Map<string, Tally>();
  for (const { tallies } of members) for (const [key, own] of tallies) sums.set(key, add(sums.get(key) ?? zero, own));
  const coverage = { required: members.length, submitted: members.length, missing: [] };
  return {
    rules: RULES,
    region: "370811",
    collection: collection(),
    coverage,
    asked: [],
    targets: [],
    sums,
    members,
    baseline: null,
    audience: "bureau",
    ...over,
  };
}
