/** The real scores of 2,410 schools through the public API, every figure of every county and school against an independent oracle. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../tools/serve.ts";
import { compareRollup } from "./compare.ts";
import { Differences } from "./differences.ts";
import { expectedCounties } from "./oracle.ts";
import { postCounties } from "./post.ts";
import { readPupils } from "./pupils.ts";

let product: Served;
beforeAll(async () => {
  product = await serve();
});
afterAll(() => product?.stop());

test("2,410 schools submit and 131 counties read the oracle's figures", { timeout: 180_000 }, async () => {
  const pupils = readPupils();
  const expected = new Map(expectedCounties(pupils).map((county) => [county.lea, county]));
  const differences = new Differences();
  const read = new Set<number>();
  await postCounties(product, pupils, ({ lea, rollup, recount }) => {
    const county = expected.get(lea);
    if (!county) throw new Error(`there is no county ${lea}`);
    read.add(lea);
    const schools = county.schools.length;
    compareRollup(differences, rollup, county);
    differences.equal(`county ${lea} coverage`, rollup.coverage, { required: schools, submitted: schools, missing: [] });
    differences.equal(`county ${lea} lineage`, rollup.lineage.length, schools);
    differences.equal(`county ${lea} recount`, [recount.identical, recount.submissions, recount.differences], [true, schools, []]);
  });
  expect(differences.found).toEqual([]);
  expect(read.size).toBe(131);
  expect(differences.compared).toBeGreaterThan(45_000);
});
