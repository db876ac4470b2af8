/** Whom a collection asks is told before a template is made: of every school, exactly those for which one can be made. */
import { expect, test } from "vitest";
import { writeAll } from "../../../addin/template/all.ts";
import { makeTemplates } from "../../../addin/template/make.ts";
import type { Collection, School } from "../../../shared/contract.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { rulesOf } from "../../../shared/indicators/rules.ts";
import { askedIn } from "../../../shared/template/asked.ts";
import { demoOverview } from "../../tools/demo-templates.ts";

const school = (code: string, stages: School["stages"]): School => ({
  ...(demoOverview.schools[0] as School),
  ...{ school: code, name: `${code}学校`, stages },
});
const schools = [school("P", ["primary"]), school("J", ["junior"]), school("N", ["primary", "junior"]), school("S", ["senior"])];
const county = { ...demoOverview, schools };
const [exam, conditions, process] = demoOverview.collections as [Collection, Collection, Collection];
const ofCounty: Collection = { ...process, collection: "2025-county", indicators: ["rank.city.junior"] };
const mixed: Collection = { ...process, collection: "2025-mixed", indicators: ["rank.city.junior", "teacher.backbone.share"] };

const state = (collection: Collection) =>
  askedIn(county, collection, shipped).map(({ filler, required, nothing }) => `${filler.school} ${required} ${nothing === null}`);

test("an exam of one stage asks the schools that have it; who was not named may fill in all the same", () => {
  expect(state(exam)).toEqual(["P false false", "J true true", "N true true", "S false false"]);
  expect(state({ ...exam, required: ["J", "P"] })).toEqual(["P true false", "J true true", "N false true", "S false false"]);
});

test("what only the county can report is asked of the county, under the region's code", () => {
  expect(state(conditions).at(-1)).toBe("S true false");
  expect(state(ofCounty)).toEqual(["P false false", "J false false", "N false false", "S false false", "370811 true true"]);
  expect(state(mixed).at(-1)).toBe("370811 true true");
});

test.each([exam, conditions, process, mixed, ofCounty])("of $name the writer makes templates of just those", async (collection) => {
  const asked = askedIn(county, collection, shipped);
  const { written, notAsked } = await writeAll(
    {
      ...{ region: county, collection, targets: [], made: "2026-11-28", schools: asked.map(({ filler }) => filler) },
      rules: rulesOf(shipped, collection.definitions),
    },
    () => {},
  );
  const without = asked.filter(({ nothing }) => nothing !== null);
  expect(notAsked.map(({ school, words }) => [school, words])).toEqual(without.map(({ filler, nothing }) => [filler.school, nothing]));
  expect(written).toBe(asked.length - without.length);
});

test("the county's own template comes alone, as a workbook under the region's code", async () => {
  const told: number[] = [];
  const given = {
    county: { ...county, collections: [ofCounty] },
    collection: ofCounty.collection,
    schools: ["370811"],
    made: "2026-11-28",
  };
  const { file, count } = await makeTemplates(given, (done) => told.push(done));
  expect([file, count, told]).toEqual([`370811_示例县(演示数据)_2025_年教育教学过程指标(示例).xlsx`, 1, [1]]);
});
