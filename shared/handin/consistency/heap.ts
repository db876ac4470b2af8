/** Marks that gather at a line and are missing just below it: lifted there, or rounded up. A question, for good marks may do the same. */
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Counted, Odd } from "./marks.ts";
import type { Settings } from "./settings.ts";

/** One question for each line of a subject at which far more pupils stand than at any mark just below it. */
export function heaped<Own extends Counted>(subjects: readonly Own[], settings: Settings): Odd<Own>[] {
  return subjects.flatMap((of) => of.lines.flatMap((line) => heapAt(of, line, settings) ?? []));
}

function heapAt<Own extends Counted>(of: Own, { words: line, at }: Counted["lines"][number], settings: Settings): Odd<Own> | null {
  // A mark of the grid or half of one: the digits that a product of floats has too many are not shown.
  const from = Number((at - of.full * settings.heapReach).toFixed(6));
  const pupils = of.marks.find(([mark]) => mark === at)?.[1] ?? 0;
  const most = Math.max(0, ...of.marks.filter(([mark]) => mark < at && mark >= from).map(([, own]) => own));
  // On a coarse scale, ten questions of five points, there is no mark just below a line: nothing can be told from none standing there.
  const coarse = 2 * stepOf(of) > at - from;
  if (coarse || pupils < settings.alikePupils || !meets(pupils, ">", settings.heapFactor * most)) return null;
  const words: Words = {
    zh: `${of.name.zh}正好 ${at} 分（${line.zh}）的有 ${pupils} 人，从 ${from} 分到线下${most === 0 ? "一个也没有" : `每个分数最多 ${most} 人`}：请核对压线的分数是不是改过；确实如此请说明。`,
    en: `${pupils} have just ${at} in ${of.name.en} (the ${line.en}), but ${most === 0 ? "nobody has" : `no more than ${most} have`} any mark from ${from} up to it: see whether marks at the line were changed; if it is so, say so.`,
  };
  return { code: "marks-at-line", of, words, mark: at };
}

/** The least distance of two marks that were given. */
function stepOf({ marks }: Counted): number {
  return Math.min(...marks.slice(1).map(([mark], at) => mark - (marks[at]?.[0] ?? 0)));
}
