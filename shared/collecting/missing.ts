/** Why something cannot be judged yet: who is asked and has not submitted. Apart from whom a collection asks, which takes the whole catalogue. */
import type { Coverage, School, Stage } from "../contract.ts";
import type { Words } from "../refusal.ts";

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
