/** A county's rollup, from the API or straight from shared/, against the oracle. */
import type { Figure, Rollup } from "../../shared/contract.ts";
import { schoolCodeOf } from "./county.ts";
import type { Differences } from "./differences.ts";
import type { Counted, ExpectedCounty, ExpectedSchool } from "./oracle.ts";

type Read = Pick<Rollup, "totals" | "figures" | "schools">;

export function compareRollup(differences: Differences, rollup: Read, county: ExpectedCounty): void {
  const name = `county ${county.lea}`;
  const states = { sat: county.sat, absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
  differences.equal(`${name} distribution`, rollup.totals[0]?.scores, {
    grid: 2,
    states,
    counts: county.counts.map(([mark, pupils]) => [2 * mark, pupils]),
  });
  compareFigures(differences, name, rollup.figures, county);
  const between = figureValue(rollup.figures, "exam.betweenschools");
  if (county.icc === undefined) differences.equal(`${name} between schools`, between, null);
  // The two mean squares nearly cancel where schools hardly differ, so a share is held to 1e-12 of a hundredth at least.
  else differences.near(`${name} between schools`, between, county.icc, Math.max(Math.abs(county.icc), 0.01));
  differences.equal(
    `${name} schools`,
    rollup.schools.map(({ school }) => school).sort(),
    county.schools.map(({ school }) => schoolCodeOf(school)).sort(),
  );
  for (const expected of county.schools) {
    const school = rollup.schools.find((one) => one.school === schoolCodeOf(expected.school));
    compareFigures(differences, `school ${expected.school}`, school?.figures ?? [], expected);
    compareValueAdded(differences, find(school?.figures ?? [], "exam.valueadded"), expected, county.sd);
  }
}

const RATES = {
  "exam.pass": "pass",
  "exam.excellent": "top",
  "exam.low": "low",
  "exam.allpass": "pass",
  "academic.attainment.rate.junior": "pass",
  "academic.excellence.rate.junior": "top",
  "academic.pass.all.rate.junior.grad": "pass",
} as const;

function compareFigures(differences: Differences, name: string, figures: readonly Figure[], expected: Counted): void {
  for (const [indicator, key] of Object.entries(RATES)) {
    const figure = find(figures, indicator);
    differences.equal(`${name} ${indicator}`, figure?.counts, { numerator: expected[key], denominator: expected.sat });
    differences.near(`${name} ${indicator}`, figure?.value, expected[key] / expected.sat);
  }
  differences.near(`${name} mean`, figureValue(figures, "exam.mean"), expected.mean);
  differences.near(`${name} deviation`, figureValue(figures, "exam.sd"), expected.sd);
}

function compareValueAdded(differences: Differences, figure: Figure | undefined, expected: ExpectedSchool, sdAfter: number): void {
  const name = `school ${expected.school} value added`;
  differences.near(name, figure?.value, expected.valueAdded, sdAfter);
  if (expected.half === undefined) {
    differences.equal(`${name} interval`, figure?.interval, null);
    return;
  }
  const scale = Math.max(sdAfter, expected.half);
  differences.near(`${name} low`, figure?.interval?.low, expected.valueAdded - expected.half, scale);
  differences.near(`${name} high`, figure?.interval?.high, expected.valueAdded + expected.half, scale);
}

function find(figures: readonly Figure[], indicator: string): Figure | undefined {
  return figures.find((figure) => figure.indicator === indicator);
}

function figureValue(figures: readonly Figure[], indicator: string): number | null | undefined {
  return find(figures, indicator)?.value;
}
