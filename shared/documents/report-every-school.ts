/** 学校综合达标 in a report on resources, before the region's own targets: asked of every school, no sum of the region says it. */
import { standardOf } from "../balance/standard.ts";
import { type StageStanding, schoolsStanding } from "../balance/standing.ts";
import { clauseOf } from "../indicators/compute.ts";
import { STAGES } from "../indicators/definition.ts";
import { rulesOf } from "../indicators/rules.ts";
import type { Block } from "./document.ts";
import { EVERY_SCHOOL_WORDS } from "./every-school-words.ts";
import type { Reporting } from "./report-input.ts";

/** A paragraph for each stage, with the rule and its source; nothing where the collection is of something else. */
export function everySchool({ catalogue, collection, rollup, schools, tongue }: Reporting): Block[] {
  if (collection.form !== "resources") return [];
  const words = EVERY_SCHOOL_WORDS[tongue];
  const standard = standardOf(rulesOf(catalogue, rollup.definitions, collection.choices ?? []));
  const missing = new Set(rollup.coverage.missing);
  const standings = schoolsStanding(
    standard,
    rollup.schools,
    schools.filter(({ school }) => missing.has(school)),
  );
  const { floorPercent } = standard.school.kind;
  const missed = ({ requirements }: StageStanding) =>
    requirements.map(({ names, missed: n, underFloor }) => words.requirement(names[tongue], n, underFloor, floorPercent));
  return standings.map((one) => ({
    kind: "paragraph",
    text: words.stage(STAGES[one.stage][tongue], one, missed(one), clauseOf(standard.school)[tongue]),
  }));
}
