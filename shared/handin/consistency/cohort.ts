/** Value added compares pupils with themselves: an earlier exam whose name tells another year's pupils is asked about. */
import type { Collection, Paper } from "../../contract.ts";
import { gradesIn } from "../../tabulate/headers.ts";
import type { Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { schoolYearEnds } from "./same-pupils.ts";

/** One question for each paper whose earlier exam is of a higher grade, or of a grade in which its pupils were not in the year it names. */
export function earlierCohort({ exam, period }: Collection): Noticed[] {
  return (exam?.papers ?? []).flatMap((paper): Noticed[] => {
    const { before } = paper;
    const [named] = before ? gradesIn(before.name) : [];
    if (!before || named === undefined || !isOther(paper, before.name, named, period)) return [];
    const about = placeWords(paper);
    const words = {
      zh: `${about.zh}的前测是“${before.name}”，看来不是同一批学生：增值要比同一批学生的前后两次成绩，例如九年级的前测是他们的六年级或八年级。请核对试卷设置。`,
      en: `${about.en} is compared with “${before.name}”, which seems to be of other pupils: value added needs the earlier marks of the same ones, for grade 9 those of their grade 6 or 8. See how the paper is set up`,
    };
    return [{ school: null, finding: { level: "query", code: "earlier-cohort", sheet: null, cell: null, words } }];
  });
}

function isOther({ grade }: Paper, name: string, named: number, period: string): boolean {
  if (named > grade) return true;
  const years = endsNamed(name);
  const now = schoolYearEnds(period);
  // A year of entry: the same for the same pupils, whichever grade they are in.
  return years.length > 0 && !years.some((then) => now.some((end) => end - grade === then - named));
}

/** The years in which the school years end that a name tells: 2023-2024 is 2024; 2024 alone may lie in either half. */
function endsNamed(name: string): number[] {
  const [, first, second] = /(20\d\d)(?:\s*[-—–~至到/]\s*(20\d\d))?/.exec(name.normalize("NFKC")) ?? [];
  if (first === undefined) return [];
  return second === undefined ? [Number(first), Number(first) + 1] : [Number(second)];
}
