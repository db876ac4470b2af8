/** Scenarios and small counties that tests of them suppose something of. */
import type { RollupInput } from "../../shared/rollup.ts";
import type { Lift } from "../../shared/whatif/lift.ts";
import type { Scenario, Supposed } from "../../shared/whatif/scenario.ts";
import { type Pupil, rollupInput } from "../indicators/county.ts";
import { memberOf } from "./rows.ts";

export const NOTHING: Supposed = { moves: [], choices: [], inputs: [], lifts: [] };
const QUERY = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };
export const scenario = (name: string, over: Partial<Supposed> = {}): Scenario => ({
  name,
  collection: "final",
  query: QUERY,
  ...NOTHING,
  ...over,
});
export const move = (subject: "语文" | "数学", line: "pass" | "excellent" | "low", mark: number) =>
  ({ stage: "junior", grade: 9, subject, line, mark }) as const;
export const lift = (school: string, subject: string | null, pupils: number): Lift => ({
  school,
  stage: "junior",
  grade: 9,
  subject,
  line: subject === null ? null : "pass",
  pupils,
});

export const countyOf = (schools: readonly (readonly Pupil[])[], percent = 60, over: Partial<RollupInput> = {}) =>
  rollupInput(
    schools.map((pupils, at) => memberOf(pupils, at, percent)),
    over,
  );

/** Twelve pupils in each school, near the lines and over them. */
export const real = countyOf([
  [...Array(12)].map((_, at): Pupil => ({ class: "1", chinese: 130 + 2 * at, maths: 110 + 2 * at, entry: null })),
  [...Array(12)].map((_, at): Pupil => ({ class: "1", chinese: 150 + at, maths: 100 + 3 * at, entry: null })),
]);
