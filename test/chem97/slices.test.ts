/** All 131 counties and 2,410 schools through the shared code, without the Worker. */

import { beforeAll, describe, expect, test } from "vitest";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { type Member, readRollup } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { checkSubmission } from "../../shared/submission.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";
import { add, equal, type Tally, zero } from "../../shared/tally.ts";
import { compareRollup } from "./compare.ts";
import { collectionBody, paper, regionOf, schoolBody, schoolCodeOf, submissionOf } from "./county.ts";
import { Differences } from "./differences.ts";
import { type ExpectedCounty, expectedCounties } from "./oracle.ts";
import { groupedBy, type Pupil, readPupils } from "./pupils.ts";

const pupils = readPupils();
const counties = groupedBy(pupils, "lea");
const exam = { name: "A-level", papers: [paper] };

function sumOf(members: readonly Member[]): Map<string, Tally> {
  const sums = new Map<string, Tally>();
  for (const { tallies } of members) for (const [key, own] of tallies) sums.set(key, add(sums.get(key) ?? zero, own));
  return sums;
}

function membersOf(own: readonly Pupil[]): Member[] {
  return [...groupedBy(own, "school")].map(([school, list]) => ({ ...schoolBody(school), tallies: talliesOf(submissionOf(list)) }));
}

test("the file holds 31,022 pupils of 2,410 schools in 131 counties", () => {
  expect([pupils.length, groupedBy(pupils, "school").size, counties.size]).toEqual([31_022, 2410, 131]);
});

describe("the figures of every county and school", () => {
  let expected: ExpectedCounty[] = [];
  beforeAll(() => {
    expected = expectedCounties(pupils);
  });

  test("are those of the oracle: counts equal, reals to 1e-12", () => {
    const differences = new Differences();
    for (const county of expected) {
      const members = membersOf(counties.get(county.lea) ?? []);
      const coverage = { required: members.length, submitted: members.length, missing: [] };
      const input = {
        region: regionOf(county.lea),
        rules: rulesOf(shipped, latestRelease),
        collection: collectionBody,
        coverage,
        targets: [],
        baseline: null,
        asked: [],
        audience: "bureau",
      } as const;
      compareRollup(differences, readRollup({ ...input, sums: sumOf(members), members }), county);
    }
    expect(differences.found).toEqual([]);
    expect(differences.compared).toBeGreaterThan(45_000);
  });
});

test("every school's submission can be taken, and equals what the sheet of its marks is tabulated to", () => {
  const wrong: number[] = [];
  for (const [school, list] of groupedBy(pupils, "school")) {
    const sent = submissionOf(list);
    const cells = [["GCSE", "chemistry"], ...list.map(({ score, entry }) => [entry / 1000, score])];
    const { slices } = tabulate({ top: 0, left: 0, cells }, guessColumns(cells, exam.papers), exam, {
      school: schoolCodeOf(school),
      name: "",
    });
    const made = talliesOf({ definitions: sent.definitions, slices: [...slices] });
    const same = [...talliesOf(sent)].every(([key, own]) => equal(made.get(key) ?? zero, own)) && made.size === 3;
    if (!same || checkSubmission(sent, collectionBody, schoolBody(school)).length > 0) wrong.push(school);
  }
  expect(wrong).toEqual([]);
});
