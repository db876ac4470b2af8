/**
 * `npm run chem97`: starts the product on an empty store of its own, posts the real scores of 2,410 schools through the public API, and
 * compares every figure of every county and school with engines that are not the product's.
 */
import { serve } from "../tools/serve.ts";
import { compareRollup } from "./compare.ts";
import { Differences } from "./differences.ts";
import { expectedCounties } from "./oracle.ts";
import { postCounties } from "./post.ts";
import { groupedBy, readPupils } from "./pupils.ts";

const pupils = readPupils();
const expected = new Map(expectedCounties(pupils).map((county) => [county.lea, county]));
const differences = new Differences();
const product = await serve();
const began = performance.now();
let submissions = 0;
try {
  await postCounties(product, pupils, ({ lea, rollup, recount }) => {
    const county = expected.get(lea);
    if (!county) throw new Error(`there is no county ${lea}`);
    compareRollup(differences, rollup, county);
    differences.equal(`county ${lea} recount`, [recount.identical, recount.submissions], [true, county.schools.length]);
    submissions += recount.submissions;
  });
} finally {
  await product.stop();
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
const people = `${expected.size} counties, ${groupedBy(pupils, "school").size} schools, ${pupils.length} pupils`;
console.log(`${people}: ${submissions} submissions and every rollup in ${seconds} s`);
for (const difference of differences.found.slice(0, 20)) console.log(difference);
console.log(`${differences.compared} figures compared, ${differences.found.length} differ`);
process.exitCode = differences.found.length > 0 || submissions !== 2410 ? 1 : 0;
