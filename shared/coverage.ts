/** Who must submit, and who has. */
import type { Collection, Coverage, School, Stage } from "./contract.ts";
import { isOfCounty } from "./entered.ts";
import { shipped } from "./indicators/index.ts";
import type { Words } from "./refusal.ts";

/** The schools asked; where none are named, every school of the region that has a stage of the exam. */
export function requiredSchools({ required, exam, indicators, definitions }: Collection, schools: readonly School[]): string[] {
  if (required !== null) return required;
  // What only the county can report is asked of no school.
  if (indicators?.every((id) => isOfCounty(shipped.find(id, definitions)))) return [];
  const stages = exam && new Set(exam.papers.map(({ stage }) => stage));
  return schools.filter((school) => stages === null || school.stages.some((stage) => stages.has(stage))).map(({ school }) => school);
}

/** Why what rests on all schools asked cannot be judged yet. */
export function missingSchools({ missing, required }: Coverage): Words | null {
  if (missing.length === 0) return null;
  return {
    zh: `应填报 ${required} 所，还有 ${missing.length} 所未填报`,
    en: `${missing.length} of ${required} required schools have not submitted`,
  };
}

/** The same of one stage: who has no pupils in it is not waited for. */
export function missingOf(stage: Stage, coverage: Coverage, asked: readonly Asked[]): Words | null {
  const others = new Set(asked.filter(({ stages }) => !stages.includes(stage)).map(({ school }) => school));
  const missing = coverage.missing.filter((code) => !others.has(code));
  return missingSchools({ ...coverage, missing, required: coverage.required - others.size });
}

/** A school that is asked, with the stages it has. */
export type Asked = Pick<School, "school" | "stages">;

export function coverageOf(required: readonly string[], submitted: ReadonlySet<string>): Coverage {
  const missing = required.filter((code) => !submitted.has(code));
  return { required: required.length, submitted: required.length - missing.length, missing };
}
