/** Numbers of the same people that a school gives in several places of one year: by the definitions' own words, nothing is taken for the same that they do not call so. */
import type { Stage } from "../../contract.ts";
import { STAGES } from "../../indicators/definition.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import { type Count, countsIn, listed, rollOf } from "./people.ts";
import type { Settings } from "./settings.ts";

/** One question for each stage and for its pupils, its teachers, its answers; `resources` is what the school has of that time. */
export function samePeople(own: Held, resources: Held | undefined, names: Names, settings: Settings): Noticed[] {
  return own.body.slices.flatMap(({ stage, entered }) => {
    if (!entered) return [];
    const counts = countsIn(entered);
    // Only with numbers of pupils of this file: the roll by itself is asked about where it was handed in.
    const pupils = counts.filter((one) => one.of === "pupils");
    const beside = rollOf(resources, stage, names);
    return [
      ...apart(own, stage, [...pupils, ...(pupils.length > 0 ? beside : [])], PUPILS, settings),
      ...apart(
        own,
        stage,
        counts.filter((one) => one.of === "teachers"),
        TEACHERS,
        settings,
      ),
      ...answers(
        own,
        stage,
        counts.filter((one) => one.of === "answers"),
        [...pupils, ...beside],
        settings,
      ),
    ];
  });
}

const PUPILS: Words = { zh: "学生人数", en: "numbers of pupils" };
const TEACHERS: Words = { zh: "教师人数", en: "numbers of teachers" };

/** All the numbers, where the smallest of all of them is far below the largest; those of the roll itself have no exempt pupils and are nearer. */
function apart(own: Held, stage: Stage, counts: readonly Count[], what: Words, settings: Settings): Noticed[] {
  const { peopleApart, peopleFew, rollApart, rollFew } = settings;
  const rolls = counts.filter(({ roll }) => roll);
  if (!areApart(counts, peopleApart, peopleFew) && !areApart(rolls, rollApart, rollFew)) return [];
  const [told, swapped] = [listed(counts), swappedIn(counts)];
  return [
    ask(own, "people-apart", {
      zh: `${STAGES[stage].zh}的${what.zh}几处对不上：${told.zh}${swapped.zh}。请核对哪一处不对；确实不同的请说明原因。`,
      en: `${STAGES[stage].en}: the ${what.en} do not agree: ${told.en}${swapped.en}; see which is wrong, or say why they differ`,
    }),
  ];
}

function areApart(counts: readonly Count[], share: number, few: number): boolean {
  const least = Math.min(...counts.filter(({ all }) => all).map(({ number }) => number));
  const most = Math.max(...counts.map(({ number }) => number));
  return Number.isFinite(least) && most - least >= few && meets({ numerator: most - least, denominator: most }, ">", share);
}

/** The first two different numbers that have the same digits: 438 and 483. */
function swappedIn(counts: readonly Count[]): Words {
  const digits = (number: number) => [...String(number)].sort().join("");
  const numbers = [...new Set(counts.map(({ number }) => number))];
  for (const one of numbers) {
    const other = numbers.find((number) => number > one && digits(number) === digits(one));
    if (other)
      return { zh: `（${one} 和 ${other} 只是数字的次序不同）`, en: ` (${one} and ${other} are the same digits in another order)` };
  }
  return { zh: "", en: "" };
}

/** More answers of families than so many from each pupil's. */
function answers(own: Held, stage: Stage, counts: readonly Count[], pupils: readonly Count[], { answersEach }: Settings): Noticed[] {
  const there = Math.max(0, ...pupils.map(({ number }) => number));
  const many = counts.filter(({ number }) => there > 0 && number > answersEach * there);
  if (many.length === 0) return [];
  const [told, of] = [listed(many), listed(pupils.filter(({ number }) => number === there))];
  return [
    ask(own, "answers-many", {
      zh: `${STAGES[stage].zh}的有效答卷多于学生的 ${answersEach} 倍：${told.zh}；${of.zh}。请核对答卷数和学生数；确实如此请说明。`,
      en: `${STAGES[stage].en}: more than ${answersEach} valid answers for each pupil: ${told.en}; ${of.en}; see both, or say that it is so`,
    }),
  ];
}
