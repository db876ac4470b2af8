/**
 * Pupils lifted over a line, as a plan has it: those nearest below come exactly onto it, and nobody else moves. What lifting them in one
 * paper does over all subjects is not known, so all-subject passes are lifted on their own.
 */
import type { Paper } from "../contract.ts";
import { type Lines, linesOf } from "../exam.ts";
import type { Definition } from "../indicators/definition.ts";
import { percentsIn, type Rules } from "../indicators/rules.ts";
import { uniformPercent } from "../marks/lowest.ts";
import { invalid } from "../refusal.ts";
import type { Member } from "../rollup.ts";
import { countOf, frequencyOf, lowestIn, placeKey } from "../slice.ts";
import { add, type Tallies, type Tally, tally } from "../tally.ts";
import { firstOf, reaches, rungsBelow } from "./nearest.ts";
import type { PlanOf } from "./plan.ts";

export interface Lift {
  readonly school: string;
  readonly stage: Paper["stage"];
  readonly grade: number;
  /** `null`: over all subjects. */
  readonly subject: string | null;
  /** `null` over all subjects. */
  readonly line: keyof Lines | null;
  readonly pupils: number;
}

/** A plan's pupils, school by school and paper by paper. */
export function liftsOf({ kind, reads }: Definition, stage: Paper["stage"], { schools }: PlanOf): Lift[] {
  const line = reads.from === "stage" ? reads.line : kind.kind === "share" ? kind.line : null;
  return schools.flatMap(({ school, from }) => {
    const papers = new Map<string, Lift>();
    for (const { grade, subject, pupils } of from) {
      const key = `${grade} ${subject}`;
      papers.set(key, { school, stage, grade, subject, line, pupils: (papers.get(key)?.pupils ?? 0) + pupils });
    }
    return [...papers.values()];
  });
}

/** A school's tallies with its pupils lifted, at the lines that the papers have. Refuses more pupils than there are below. */
export function lifted(rules: Rules, papers: readonly Paper[], member: Member, lift: Lift): Tallies {
  const { stage, grade, subject, line } = lift;
  const part = subject === null ? "joint" : "scores";
  const key = placeKey({ part, stage, grade, subject });
  const own = member.tallies.get(key);
  const about = papers.filter((paper) => paper.stage === stage && paper.grade === grade);
  const paper = about.find((one) => one.subject === subject);
  if (!own || (subject !== null && (!paper || line === null)))
    throw invalid(
      `${member.name}没有${grade}年级${subject ?? "全科"}的人数。`,
      `${member.name} has no counts of ${subject ?? "all subjects"} in grade ${grade}`,
    );
  const moved =
    paper && line !== null
      ? liftedMarks(own, paper, linesOf(paper, percentsIn(rules))[line], lift)
      : liftedPasses(own, uniformPercent(about), lift);
  if (!moved)
    throw invalid(
      `${member.name}${grade}年级${subject ?? "全科"}线下没有 ${lift.pupils} 人。`,
      `${member.name} has not ${lift.pupils} pupils below the line in ${subject ?? "all subjects"} of grade ${grade}`,
    );
  return new Map([...member.tallies, [key, moved]]);
}

function liftedMarks(own: Tally, { grid }: Paper, line: number, { pupils }: Lift): Tally | null {
  const { taken } = firstOf(rungsBelow(frequencyOf(own, grid), line, grid), pupils);
  const moves = taken.map(({ mark, pupils: count }) => [String(Math.round(mark * grid)), -count] as const);
  return liftedBy(own, moves, String(reaches(line, grid)), pupils);
}

/** By the lowest marks where they are told; else only that so many more pass. */
function liftedPasses(own: Tally, percent: number | undefined, { pupils }: Lift): Tally | null {
  const lowest = percent === undefined ? undefined : lowestIn(own);
  const passed = add(own, tally([["passed", pupils]]));
  if (!lowest || percent === undefined) return countOf(passed, "passed") > countOf(own, "pupils") ? null : passed;
  const below = lowest.filter(([reached]) => reached < percent).reverse();
  const { taken } = firstOf(
    below.map(([mark, count]) => ({ mark, gap: percent - mark, pupils: count })),
    pupils,
  );
  return liftedBy(
    passed,
    taken.map(({ mark, pupils: count }) => [`${mark} %`, -count] as const),
    `${percent} %`,
    pupils,
  );
}

/** `null` where fewer leave than are to come. */
function liftedBy(own: Tally, moves: readonly (readonly [string, number])[], goal: string, pupils: number): Tally | null {
  const leaving = moves.reduce((sum, [, count]) => sum - count, 0);
  return leaving === pupils ? add(own, tally([...moves, [goal, pupils]])) : null;
}
