/**
 * `npm run template -- FOLDER [OVERVIEW.json] [COLLECTION]`: one .xlsx for each school that a collection asks, and for the county where only it
 * can report something, written into FOLDER. OVERVIEW is what `GET /api/regions/{region}` answers to a bureau; without it the demo county's.
 * Without COLLECTION: every collection there is.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rememberingEntries } from "../../addin/files/pack.ts";
import { writeTemplate } from "../../addin/template/write.ts";
import type { Overview } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { dayOf, instant } from "../../shared/moment.ts";
import { Refusal } from "../../shared/refusal.ts";
import { askedIn } from "../../shared/template/asked.ts";
import { templateOf } from "../../shared/template/layout.ts";
import { demoOverview } from "./demo-templates.ts";

const [folder = "templates", file, only] = process.argv.slice(2);
const overview: Overview = file ? JSON.parse(readFileSync(file, "utf8")) : demoOverview;
const made = dayOf(instant(Date.now()));
mkdirSync(folder, { recursive: true });

for (const collection of overview.collections.filter((one) => only === undefined || one.collection === only)) {
  const rules = rulesOf(shipped, collection.definitions, collection.choices ?? overview.choices);
  const asked = askedIn(overview, collection, shipped).filter(({ required }) => required);
  const alike = overview.collections.some((other) => other !== collection && other.name === collection.name);
  const compress = rememberingEntries();
  let written = 0;
  for (const { filler: school } of asked) {
    try {
      const template = templateOf({ region: overview, school, collection, rules, targets: overview.targets, made });
      const name = alike ? `${template.file}_${collection.collection}` : template.file;
      writeFileSync(join(folder, `${name}.xlsx`), await writeTemplate(template, compress));
      written++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`${school.school}: ${error.words.zh} ${error.words.en}`);
    }
  }
  console.log(`${collection.name}: ${written} → ${folder}`);
}
