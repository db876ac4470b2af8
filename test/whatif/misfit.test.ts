/** A scenario kept on another day, held against the county of today: what of it does not fit is said. */
import { expect, test } from "vitest";
import { misfitOf, type Scenario } from "../../shared/whatif/scenario.ts";
import { rollupInput } from "../indicators/county.ts";
import { memberOf } from "./rows.ts";

const real = rollupInput([memberOf([{ class: "1", chinese: 100, maths: 100, entry: null }], 0)]);
const QUERY = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };
const KEPT: Scenario = { name: "旧", collection: "final", query: QUERY, moves: [], choices: [], inputs: [], lifts: [] };
const lift = (school: string) => ({ school, stage: "junior", grade: 9, subject: "语文", line: "pass", pupils: 1 }) as const;
const said = (over: Partial<Scenario>) => misfitOf(real, { ...KEPT, ...over })?.zh ?? null;

test("a school that is gone is named, and a paper that is gone is; of what fits nothing is said", () => {
  expect(said({ lifts: [lift("S0")], query: { ...QUERY, unit: "S0" } })).toBeNull();
  expect(said({ query: { ...QUERY, unit: real.region } })).toBeNull();
  expect(said({ query: { ...QUERY, unit: "S9" } })).toMatch(/^S9 在这次采集里没有数据/);
  expect(said({ lifts: [lift("S8"), lift("S9")] })).toMatch(/^S8、S9 在这次采集里没有数据/);
  expect(said({ moves: [{ stage: "junior", grade: 9, subject: "体育", line: "pass", mark: 60 }] })).toContain("没有9年级体育的试卷");
});
