/** A statement judged by what a collection holds: the rollup's figures of its school, or the classes of its group or teacher. */

import { missingOf } from "../collecting/missing.ts";
import type { LineCheck, Paper, StatementBody, SubmissionBody } from "../contract.ts";
import { partOf, regressions } from "../figures.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { memberFigures, type RollupInput } from "../rollup.ts";
import { checkStatement } from "./check.ts";
import { type Facts, factsOfClasses, rulesOfLines } from "./facts.ts";

export interface Held {
  /** The region's sums and coverage; of its members at least the school. */
  readonly input: RollupInput;
  /** What the school sent; null where it has sent nothing. */
  readonly sent: SubmissionBody | null;
  readonly catalogue: Catalogue;
}

/** The verdict on every line, by the definitions that the lines name. */
export function hear(body: StatementBody, school: string, { input, sent, catalogue }: Held): LineCheck[] {
  const rules = rulesOfLines(body, input.rules, catalogue);
  const { collection, coverage, asked, sums } = input;
  const papers = collection.exam?.papers ?? [];
  const against = regressions(sums, papers);
  const whole = body.level === "school" ? factsOfSchool({ ...input, rules }, school, papers) : undefined;
  return checkStatement(body, {
    school,
    collection,
    rules,
    factsOf: (line) => whole ?? (sent ? factsOfClasses(body, line, { body: sent, collection, rules, against }) : NOTHING),
    // Value added is measured against the whole region, so it waits for every school of the stage.
    waits: ({ reads }, stage) => (reads.from === "pairs" ? missingOf(stage, coverage, asked) : null),
  });
}

const NOTHING: Facts = {
  figures: [],
  papers: [],
  coverage: null,
  why: { zh: "学校还没有填报", en: "the school has not submitted" },
};

/** A school's figures as the rollup has them. */
function factsOfSchool(input: RollupInput, school: string, papers: readonly Paper[]): Facts {
  const member = input.members.find((one) => one.school === school);
  if (!member) return NOTHING;
  const figures = memberFigures(input, member);
  return { figures, papers: papers.filter((paper) => partOf(member.tallies, "scores", paper)), coverage: null, why: null };
}
