/** 办学条件: one row for each amount, one column for each stage of the school; below, what the formulas make of it. */

import { SHARED } from "../../balance/split.ts";
import { BALANCE_STAGES } from "../../balance/standard.ts";
import type { Collection, ResourceName, School, Stage } from "../../contract.ts";
import { RESOURCE_UNITS } from "../../indicators/resources.ts";
import { invalid } from "../../refusal.ts";
import type { ConditionPlaces } from "../places.ts";
import { cellOn } from "../sheet.ts";
import { SHEETS } from "../words.ts";

export const RESOURCES = Object.keys(RESOURCE_UNITS) as ResourceName[];
const HEADER = 4;
/** First column of the stages: 项目 and 单位 come before. */
const STAGES_FROM = 2;
const ORDER: readonly Stage[] = ["primary", "junior", "senior"];

/** The places of a school's resources; refuses a school without a stage of compulsory education. */
export function conditionPlaces({ name }: Pick<Collection, "name">, school: Pick<School, "name" | "stages">): ConditionPlaces {
  const stages = ORDER.filter((stage) => school.stages.includes(stage));
  if (!BALANCE_STAGES.some((stage) => school.stages.includes(stage)))
    throw invalid(
      `“${name}”只填小学和初中，${school.name}没有这两个学段，不用填。`,
      `"${name}" is about primary and junior stages, which ${school.name} does not have: there is nothing to fill in`,
    );
  return {
    form: "resources",
    sheet: SHEETS.conditions,
    header: HEADER,
    pupils: HEADER + 1,
    amounts: RESOURCES.map((resource, at) => ({ resource, row: HEADER + 2 + at })),
    stages: stages.map((stage, at) => ({ stage, column: STAGES_FROM + at })),
  };
}

/** Do several stages share what is not counted by stage? */
export function isShared(places: ConditionPlaces): boolean {
  return places.stages.length > 1;
}

/** Rows below the inputs: how the shared amounts are read, then the amounts that count, then the amounts per pupil. */
export function derivedRows(places: ConditionPlaces): { readonly mode: number; counted(at: number): number; perPupil(at: number): number } {
  const mode = HEADER + 2 + RESOURCES.length;
  const from = mode + (isShared(places) ? 3 : 2);
  const width = isShared(places) ? RESOURCES.length : 0;
  return { mode, counted: (at) => (width > 0 ? from + at : HEADER + 2 + at), perPupil: (at) => from + width + at };
}

export const pupilsCell = (places: ConditionPlaces, column: number): string => cellOn(places.sheet, places.pupils, column);
export const isSharedAmount = (resource: ResourceName): boolean => SHARED.includes(resource);
