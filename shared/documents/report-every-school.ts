/** 学校综合达标 in a report on resources, before the region's own targets: asked of every school, no sum of the region says it. */
import { standardOf } from "../balance/standard.ts";
import { type StageStanding, schoolsStanding } from "../balance/standing.ts";
import { clauseOf } from "../indicators/compute.ts";
import { STAGES } from "../indicators/definition.ts";
import { rulesOf } from "../indicators/rules.ts";
import type { Block, Column } from "./document.ts";
import { EVERY_SCHOOL_WORDS } from "./every-school-words.ts";
import type { Reporting } from "./report-input.ts";

/** A paragraph for each stage, with the rule and its source, and who does not pass, in the order of codes: conditions are no results of pupils. Nothing where the collection is of something else. */
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
  const named = ({ stage, failing }: StageStanding): Block[] => {
    if (failing.length === 0) return [];
    const [school, met, missed] = words.heads;
    const columns: Column[] = [
      { head: school, width: 24 },
      { head: met, width: 12, align: "center" },
      { head: missed, width: 64 },
    ];
    const rows = failing.map((one) => {
      const own = one.missed.map(({ names, underFloor }) => words.missed(names[tongue], underFloor, floorPercent));
      return { cells: [one.name, `${one.met}/${standard.asked[stage].length}`, own.join(words.list)] };
    });
    return [{ kind: "table", caption: words.failing(STAGES[stage][tongue]), columns, rows }];
  };
  return standings.flatMap((one): Block[] => [
    { kind: "paragraph", text: words.stage(STAGES[one.stage][tongue], one, missed(one), clauseOf(standard.school)[tongue]) },
    ...named(one),
  ]);
}
