/** Whom a collection asks: a line for each school of a county, and one for the county itself where there is something only it can report. */
import { choicesFor } from "../choices.ts";
import { requiredSchools } from "../collecting/coverage.ts";
import type { Collection } from "../contract.ts";
import type { County } from "../handin/county.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { rulesOf } from "../indicators/rules.ts";
import { Refusal, type Words } from "../refusal.ts";
import { placesOf } from "./layout.ts";
import type { TemplateRequest } from "./request.ts";

/** Who fills in a template: a school, or the county under its region's code. */
export type Filler = TemplateRequest["school"];

export interface Asked {
  readonly filler: Filler;
  /** Whether the bureau waits for it. A school may hand in what it has without being waited for. */
  readonly required: boolean;
  /** Why it has nothing to fill in; `null` where there is a template for it. */
  readonly nothing: Words | null;
}

/** The county as one that fills in: under its region's code, with every stage. */
export function countyAsFiller({ region, name }: Pick<County, "region" | "name">): Filler {
  return { school: region, name, stages: ["primary", "junior", "senior"] };
}

/** In the order of the county's list, the county itself last. */
export function askedIn(county: County, collection: Collection, catalogue: Catalogue): Asked[] {
  const rules = rulesOf(catalogue, collection.definitions, choicesFor(collection, county.choices));
  const nothingFor = (school: Filler): Words | null => {
    try {
      placesOf({ region: county, school, collection, rules });
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.words;
      throw error;
    }
  };
  const required = new Set(requiredSchools(collection, county.schools));
  const schools = county.schools.map((filler) => ({ filler, required: required.has(filler.school), nothing: nothingFor(filler) }));
  const own = countyAsFiller(county);
  const ofCounty = collection.form === "indicators" && nothingFor(own) === null;
  return ofCounty ? [...schools, { filler: own, required: true, nothing: null }] : schools;
}
