/** The same real scores through the functions people type in a cell, county by county. */
import { expect, test } from "vitest";
import { BETWEENSCHOOLS, EXCELLENTRATE, MEANSCORE, PASSRATE, SUMMARYBY, VALUEADDED } from "../../addin/functions.ts";
import { PASS, TOP } from "./county.ts";
import { Differences } from "./differences.ts";
import { expectedCounties } from "./oracle.ts";
import { groupedBy, readPupils } from "./pupils.ts";

const pupils = readPupils();
const counties = groupedBy(pupils, "lea");

test("all figures of 131 counties and 2,410 schools agree with the oracle", { timeout: 60_000 }, () => {
  const differences = new Differences();
  for (const county of expectedCounties(pupils)) {
    const own = counties.get(county.lea) ?? [];
    const [schools, scores, before] = [
      own.map(({ school }) => [school]),
      own.map(({ score }) => [score]),
      own.map(({ entry }) => [entry / 1000]),
    ];
    const name = `county ${county.lea}`;
    differences.near(`${name} pass rate`, PASSRATE(scores, PASS, 10), county.pass / county.sat);
    differences.near(`${name} top rate`, EXCELLENTRATE(scores, TOP, 10), county.top / county.sat);
    differences.near(`${name} mean`, MEANSCORE(scores), county.mean);

    const summary = SUMMARYBY(schools, scores, 10, [[PASS, TOP, null]]).slice(1);
    const rows = [...county.schools, { ...county, school: "合计" }];
    differences.equal(
      `${name} groups`,
      summary.map((row) => row[0]),
      rows.map(({ school }) => school),
    );
    for (const [at, { school, sat, mean, sd, pass, top, low }] of rows.entries()) {
      const row = summary[at] ?? [];
      differences.equal(`${name} ${school} counts`, row.slice(1, 8), [sat, sat, 0, 0, 0, 0, 0]);
      for (const [column, value] of Object.entries({ 8: mean, 9: sd, 13: pass / sat, 14: top / sat, 15: low / sat })) {
        differences.near(`${name} ${school} column ${column}`, row[Number(column)], value);
      }
    }

    if (county.icc !== undefined)
      differences.near(`${name} icc`, BETWEENSCHOOLS(schools, scores), county.icc, Math.max(Math.abs(county.icc), 0.01));
    differences.near(`${name} sd of means`, BETWEENSCHOOLS(schools, scores, "sd", 10), county.sdOfMeans / 10);
    differences.near(`${name} cv of means`, BETWEENSCHOOLS(schools, scores, "cv"), county.sdOfMeans / county.mean);

    const added = VALUEADDED(schools, before, scores).slice(1);
    for (const [at, { school, sat, mean, meanBefore, valueAdded, half }] of county.schools.entries()) {
      const [label, matched, unmatched, x, y, value, low, high] = added[at] ?? [];
      differences.equal(`${name} ${school} matched`, [label, matched, unmatched], [school, sat, 0]);
      differences.near(`${name} ${school} before`, x, meanBefore);
      differences.near(`${name} ${school} after`, y, mean);
      differences.near(`${name} ${school} value added`, value, valueAdded, county.sd);
      if (half === undefined) differences.equal(`${name} ${school} interval`, [low, high], ["", ""]);
      else {
        differences.near(`${name} ${school} low`, low, valueAdded - half, Math.max(county.sd, half));
        differences.near(`${name} ${school} high`, high, valueAdded + half, Math.max(county.sd, half));
      }
    }
  }
  expect(differences.found).toEqual([]);
  expect(differences.compared).toBeGreaterThan(30_000);
});
