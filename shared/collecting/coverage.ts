/** Who must submit, and who has. */
import type { Collection, Coverage, School } from "../contract.ts";
import { isOfCounty } from "../entered.ts";
import { shipped } from "../indicators/index.ts";

/** The schools asked; where none are named, every school of the region that has a stage of the exam. */
export function requiredSchools({ required, exam, indicators, definitions }: Collection, schools: readonly School[]): string[] {
  if (required !== null) return required;
  // What only the county can report is asked of no school.
  if (indicators?.every((id) => isOfCounty(shipped.find(id, definitions)))) return [];
  const stages = exam && new Set(exam.papers.map(({ stage }) => stage));
  return schools.filter((school) => stages === null || school.stages.some((stage) => stages.has(stage))).map(({ school }) => school);
}

export function coverageOf(required: readonly string[], submitted: ReadonlySet<string>): Coverage {
  const missing = required.filter((code) => !submitted.has(code));
  return { required: required.length, submitted: required.length - missing.length, missing };
}
