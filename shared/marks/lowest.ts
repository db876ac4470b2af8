/**
 * What pupils reach in every subject, held against the lines of the papers and against the subjects sent beside it.
 */
import type { Joint, Paper, Scores } from "../contract.ts";
import { type Finding, linesOf } from "../exam.ts";
import { decimal, digitsAt, onGrid } from "../kernel/decimal.ts";

/** How many reach so many per cent in every subject. */
export function reachingIn(lowest: readonly (readonly [percent: number, pupils: number])[], percent: number): number {
  return lowest.reduce((sum, [own, pupils]) => (own >= percent ? sum + pupils : sum), 0);
}

/**
 * The whole per cents of the full mark around the pass lines of papers: the last below all of them and the first above all of them.
 * The two are one where every line is the same whole per cent, and then the pupils with so many per cent in every subject are those who pass.
 */
function passPercents(papers: readonly Pick<Paper, "full" | "lines">[]): { readonly from: number; readonly to: number } {
  const around = papers.map((paper) => {
    const [line, full] = [decimal(linesOf(paper).pass), decimal(paper.full)];
    const places = Math.max(line.places, full.places, 0);
    const [top, bottom] = [100n * digitsAt(line, places), digitsAt(full, places)];
    const from = Number(top / bottom);
    return { from, to: top % bottom === 0n ? from : from + 1 };
  });
  return { from: Math.min(...around.map(({ from }) => from)), to: Math.max(...around.map(({ to }) => to)) };
}

/** The per cent at which all papers have their pass line; `undefined` where they differ or lie between two. */
export function uniformPercent(papers: readonly Pick<Paper, "full" | "lines">[]): number | undefined {
  if (papers.length === 0) return undefined;
  const { from, to } = passPercents(papers);
  return from === to ? from : undefined;
}

/** What cannot be: marks out of order, more pupils than are judged, and passes that are not those of the lines. */
export function checkLowest({ pupils, passed, lowest }: Joint, papers: readonly Paper[], at: string): Finding[] {
  if (lowest === undefined || papers.length === 0) return [];
  const { from, to } = passPercents(papers);
  const [most, least] = [reachingIn(lowest, from), reachingIn(lowest, to)];
  const bounds = from === to ? `${from} %` : `${from}—${to} %`;
  const found: Finding[] = [];
  const say = (zh: string, en: string) => found.push({ at, words: { zh, en } });
  if (lowest.some(([percent], place) => percent <= (lowest[place - 1]?.[0] ?? -1)))
    say("百分比要从低到高，每个只列一次。", "per cents ascend and each is listed once");
  const all = reachingIn(lowest, 0);
  if (all > pupils)
    say(`最低得分率共 ${all} 人，多于全科学生数 ${pupils}。`, `${all} pupils have a lowest mark, of ${pupils} who are judged`);
  else if (passed < least || passed > most)
    say(
      `及格线为满分的 ${bounds}，每科都达到的有 ${least === most ? least : `${least}—${most}`} 人，与全科合格 ${passed} 人不符。`,
      `the pass lines are at ${bounds} of the full marks: ${least === most ? least : `${least} to ${most}`} pupils reach them in every subject, yet ${passed} passed`,
    );
  return found;
}

/** Whoever reaches a per cent in every subject reaches it in this one, or is exempt from it. */
export function checkLowestBeside(lowest: NonNullable<Joint["lowest"]>, scores: Scores, paper: Paper, at: string): Finding[] {
  const full = onGrid(paper.full, paper.grid) ?? 0;
  const wrong = lowest.find(([percent]) => reachingIn(lowest, percent) > couldReach(scores, full, percent));
  if (wrong === undefined) return [];
  const [percent] = wrong;
  const [own, could] = [reachingIn(lowest, percent), couldReach(scores, full, percent)];
  const words = {
    zh: `每科都达到满分 ${percent} % 的有 ${own} 人，但${paper.subject}达到和免考的只有 ${could} 人。`,
    en: `${own} reach ${percent} % in every subject, but only ${could} do or were exempt in ${paper.subject}`,
  };
  return [{ at, words }];
}

function couldReach({ states, counts }: Scores, full: number, percent: number): number {
  return states.exempt + counts.reduce((n, [mark, pupils]) => (100 * mark >= percent * full ? n + pupils : n), 0);
}
