/** One number, one way: what a cell shows and what the rollup shows are the same bits, on real scores. */

import { expect, test } from "vitest";
import { BETWEENSCHOOLS, SUMMARYBY, VALUEADDED } from "../../addin/functions.ts";
import type { Figure } from "../../shared/contract.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { type Member, readRollup } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { add, type Tally, zero } from "../../shared/tally.ts";
import { collectionBody, PASS, regionOf, schoolBody, submissionOf, TOP } from "./county.ts";
import { groupedBy, type Pupil, readPupils } from "./pupils.ts";

function rollupOf(lea: number, own: readonly Pupil[]) {
  const members = [...groupedBy(own, "school")].map(
    ([school, list]): Member => ({ ...schoolBody(school), tallies: talliesOf(submissionOf(list)) }),
  );
  const sums = new Map<string, Tally>();
  for (const { tallies } of members) for (const [key, one] of tallies) sums.set(key, add(sums.get(key) ?? zero, one));
  const coverage = { required: members.length, submitted: members.length, missing: [] };
  return readRollup({
    rules: rulesOf(shipped, latestRelease),
    region: regionOf(lea),
    collection: collectionBody,
    coverage,
    targets: [],
    sums,
    members,
    baseline: null,
    asked: [],
    audience: "bureau",
  });
}

const SUMMARISED = ["exam.mean", "exam.sd", "exam.pass", "exam.excellent", "exam.low"];
const figure = (figures: readonly Figure[], indicator: string) => figures.find((one) => one.indicator === indicator);

test("the cells and the rollup of 131 counties and their schools agree to the bit", () => {
  const differing: string[] = [];
  const same = (what: string, cells: unknown[], figures: unknown[]) => {
    if (!cells.every((cell, at) => Object.is(cell, figures[at] ?? "")))
      differing.push(`${what}: ${cells} in cells, ${figures} in the rollup`);
  };
  for (const [lea, own] of groupedBy(readPupils(), "lea")) {
    const rollup = rollupOf(lea, own);
    const column = (of: (pupil: Pupil) => number) => own.map((pupil) => [of(pupil)]);
    const [schools, scores] = [column(({ school }) => school), column(({ score }) => score)];
    const summary = SUMMARYBY(schools, scores, 10, [[PASS, TOP, null]]).slice(1);
    const added = VALUEADDED(
      schools,
      column(({ entry }) => entry / 1000),
      scores,
    ).slice(1);
    const units = [...rollup.schools.map(({ figures }) => figures), rollup.figures];
    for (const [at, figures] of units.entries()) {
      const row = summary[at] ?? [];
      same(
        `${lea} ${row[0]}`,
        [row[8], row[9], ...row.slice(13, 16)],
        SUMMARISED.map((indicator) => figure(figures, indicator)?.value),
      );
    }
    for (const [at, { figures }] of rollup.schools.entries()) {
      const { value, interval } = figure(figures, "exam.valueadded") ?? {};
      same(`${lea} ${added[at]?.[0]} value added`, added[at]?.slice(5) ?? [], [value, interval?.low, interval?.high]);
    }
    const between = figure(rollup.figures, "exam.betweenschools")?.value;
    if (between !== null) same(`${lea} between schools`, [BETWEENSCHOOLS(schools, scores)], [between]);
  }
  expect(differing).toEqual([]);
});
