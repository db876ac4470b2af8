/** Who a grade's pupils were last time: a year later they are a grade higher, and there should be about as many of them. */
import type { Stage } from "../../contract.ts";
import { parsePeriod } from "../../period.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";
import { gradePupils } from "./sheets.ts";

/** The years in which the school years end that a period lies in: a calendar year lies in two. */
export function schoolYearEnds(period: string): number[] {
  const { from, to } = parsePeriod(period);
  const end = (day: string) => Number(day.slice(0, 4)) + (day.slice(5, 7) >= "09" ? 1 : 0);
  const [first, last] = [end(from), end(to)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** How many school years lie between two periods; `null` where one of them lies in several. */
export function yearsBetween(earlier: string, later: string): number | null {
  const [[then, ...moreThen], [now, ...moreNow]] = [schoolYearEnds(earlier), schoolYearEnds(later)];
  return then === undefined || now === undefined || moreThen.length + moreNow.length > 0 ? null : now - then;
}

/** The grade of last time that had these pupils; `null` where last time had none of them. */
export function gradeThen(
  { stage, grade }: { readonly stage: Stage; readonly grade: number },
  last: Held,
  years: number | null,
): number | null {
  if (years === null) return null;
  const then = grade - years;
  return last.body.slices.some((slice) => slice.scores && slice.stage === stage && slice.grade === then) ? then : null;
}

/** Far more or fewer pupils expected than the same grade had of them last time. */
export function pupilsDiffer(now: Held, last: Held, years: number | null, names: Names, { enrolmentGap }: Settings): Noticed[] {
  const grades = new Map(
    now.body.slices.flatMap(({ scores, stage, grade }) =>
      scores && grade !== null ? [[`${stage} ${grade}`, { stage, grade }] as const] : [],
    ),
  );
  return [...grades.values()].flatMap((place) => {
    const then = gradeThen(place, last, years);
    if (then === null) return [];
    const [here] = gradePupils(now.body, place.stage, place.grade);
    const [there] = gradePupils(last.body, place.stage, then);
    const [own, before] = [here?.[1] ?? 0, there?.[1] ?? 0];
    if (before === 0 || !meets({ numerator: Math.abs(own - before), denominator: before }, ">", enrolmentGap)) return [];
    const time = names.collection(last.collection);
    const [about, was] = [placeWords(place), placeWords({ stage: place.stage, grade: then })];
    return [
      ask(now, "pupils-differ", {
        zh: `${about.zh}应考 ${own} 人，上次（${time}）这批学生在${was.zh}，应考 ${before} 人。请核对${own < before ? "有没有漏报的学生" : "有没有混进别的学生"}；确实如此请说明原因（如转学、分班）。`,
        en: `${about.en}: ${own} pupils expected; last time (${time}) these pupils were in ${was.en}, ${before} of them. See whether ${own < before ? "pupils are missing" : "other pupils have got in"}, or say why (moves, other classes)`,
      }),
    ];
  });
}
