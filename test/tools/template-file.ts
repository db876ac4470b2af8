/** A template of the demo county as a file, for tests of what is done with such files. */
import { writeTemplate } from "../../addin/template/write.ts";
import type { Collection, School } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { templateOf } from "../../shared/template/layout.ts";
import { demoOverview } from "./demo-templates.ts";

export function demoTemplate(form: Collection["form"] = "exam", school: string = "S03"): Promise<Uint8Array> {
  const collection = demoOverview.collections.find((one) => one.form === form) as Collection;
  const own = demoOverview.schools.find((one) => one.school === school) as School;
  const rules = rulesOf(shipped, collection.definitions);
  return writeTemplate(templateOf({ region: demoOverview, school: own, collection, rules, targets: [], made: "2025-06-01" }));
}
