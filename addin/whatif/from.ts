/** What a plan asks of each school, and how the next best one differs, in words. */
import type { PlanOf, PlanSchool } from "../../shared/whatif/plan.ts";
import type { Measure, Riser } from "../../shared/whatif/stand.ts";
import type { WhatIfDictionary } from "./words.ts";

/** From which marks they rise: of several papers, each by itself. */
export function fromTexts({ from }: Pick<PlanSchool, "from">, measure: Measure, w: WhatIfDictionary): string[] {
  const papers = new Map<string, Riser[]>();
  for (const one of from) {
    const key = `${one.grade} ${one.subject}`;
    papers.set(key, [...(papers.get(key) ?? []), one]);
  }
  const range = (risers: readonly Riser[]) => {
    const marks = risers.flatMap(({ mark }) => mark ?? []);
    const ends = [String(Math.min(...marks)), String(Math.max(...marks))] as const;
    return measure.of === "percent" ? `${w.fromLowest} ${w.fromPercent(...ends)}` : w.fromMarks(...ends);
  };
  if (papers.size <= 1) return [range(from)];
  const grades = new Set(from.map(({ grade }) => grade));
  return [...papers.values()].map((own) => {
    const [{ grade, subject }] = own as [Riser];
    const paper = `${grades.size > 1 ? w.grade(grade) : ""}${subject ?? ""}`;
    return w.fromSubject(
      paper,
      own.reduce((sum, { pupils }) => sum + pupils, 0),
      range(own),
    );
  });
}

/** Which school the runner-up leaves out, whom it takes in its place, and what that costs. */
export function secondText(plan: PlanOf, runnerUp: PlanOf | null, measure: Measure, w: WhatIfDictionary): string {
  if (!runnerUp) return w.noRunnerUp;
  const names = (of: PlanOf, not: PlanOf) =>
    of.schools.filter((one) => !not.schools.some(({ school }) => school === one.school)).map(({ name }) => name);
  const into = names(runnerUp, plan);
  const difference = Number((runnerUp.effort - plan.effort).toPrecision(12));
  const more = difference === 0 ? w.runnerUpSame[measure.of] : w.runnerUpCost[measure.of](String(difference));
  return w.runnerUp(names(plan, runnerUp).join(w.and), into.length > 0 ? w.runnerUpIn(into.join(w.and)) : w.runnerUpMore, more);
}
