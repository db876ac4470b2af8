/** This school's template of a collection: fetched with its writer when somebody asks for one. */
import type { Collection, Overview, School } from "../../../shared/contract.ts";
import { rulesOf } from "../../../shared/indicators/rules.ts";
import { type Template, templateOf } from "../../../shared/template/layout.ts";
import { inForce } from "../../all-definitions.ts";
import { writeTemplate } from "../../template/write.ts";

/** `made` is the day on which it is made. Refuses a collection that asks nothing of the school. */
export function makeTemplate(overview: Overview, collection: Collection, school: School, made: string): Template {
  const { region, name, targets, choices } = overview;
  const rules = rulesOf(inForce().catalogue, collection.definitions, collection.choices ?? choices);
  return templateOf({ region: { region, name }, school, collection, rules, targets, made });
}

export const bytesOf = writeTemplate;
