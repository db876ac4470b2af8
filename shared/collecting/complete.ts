/**
 * Does a region's figure rest on everybody it is about? A school that submitted but left out a paper or the joint counts
 * is as missing from that figure as a school that sent nothing. A school without pupils for it says so by sending zeros.
 */
import type { Figure, Paper } from "../contract.ts";
import { enteredKey } from "../entered.ts";
import { partOf } from "../figures.ts";
import type { Words } from "../refusal.ts";
import type { Tallies } from "../tally.ts";

interface Sender {
  readonly stages: readonly Figure["stage"][];
  readonly tallies: Tallies;
}

/** Why the figure cannot be judged yet, or `null` when no school of its stage left anything out. */
export function leftOut(figure: Figure, members: readonly Sender[], papers: readonly Paper[], entered: boolean): Words | null {
  const asked = members.filter(({ stages }) => stages.includes(figure.stage));
  const lacking = asked.filter(({ tallies }) => !(entered ? tallies.has(enteredKey(figure)) : sentAll(tallies, figure, papers))).length;
  if (lacking === 0) return null;
  return { zh: `已填报的学校中有 ${lacking} 所缺这一项`, en: `${lacking} of the schools that submitted left this out` };
}

function sentAll(tallies: Tallies, figure: Figure, papers: readonly Paper[]): boolean {
  // Read over the rows of schools in scope, which say themselves what they lack.
  if (figure.resource !== null) return true;
  if (figure.subject !== null) return partOf(tallies, "scores", figure) !== undefined;
  if (figure.grade !== null) return partOf(tallies, "joint", figure) !== undefined;
  return papers.filter(({ stage }) => stage === figure.stage).every((paper) => partOf(tallies, "scores", paper) !== undefined);
}
