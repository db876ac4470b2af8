/** What was entered, many times more or less than the school's own of last time: a digit too many or too few, which a ratio of two such numbers hides. */
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";
import { type Amount, amountsIn, isTenThousandfold } from "./units.ts";

/** One question for all such numbers of a school; `all` is what every school entered last time. */
export function manyTimes(now: Held, last: Held, all: readonly Held[], names: Names, settings: Settings): Noticed[] {
  const { timesLast } = settings;
  const before = new Map(enteredIn(last).map((one) => [one.key, one]));
  const found = enteredIn(now).flatMap((own) => {
    const then = before.get(own.key);
    return then && isManyTimes(own, then, settings) && !isAsElsewhere(own, then, all, settings) ? [{ own, then }] : [];
  });
  if (found.length === 0) return [];
  const time = names.collection(last.collection);
  const zh = found.map(({ own, then }) => `${own.about.zh}填 ${own.shown}，上次 ${then.shown}`).join("；");
  const en = found.map(({ own, then }) => `${own.about.en} is ${own.shown} and was ${then.shown}`).join("; ");
  return [
    ask(now, "many-times-last", {
      zh: `与上次（${time}）相差 ${timesLast} 倍以上：${zh}。请核对有没有多写、少写一位；确实如此请说明原因。`,
      en: `over ${timesLast} times apart from last time (${time}): ${en}; see that no digit is missing or too many, or say why`,
    }),
  ];
}

/** 万元 for 元 is asked about by itself; of nothing at all, then or now, nobody can say how many times it is. */
function isManyTimes(own: Amount, then: Amount, { timesLast, timesFew, unitFactor }: Settings): boolean {
  const [less, more] = [own.amount, then.amount].sort((a, b) => a - b) as [number, number];
  if (less <= 0 || isTenThousandfold(own.amount, then.amount, unitFactor)) return false;
  return more - less > timesFew * own.parts && meets({ numerator: more, denominator: less }, ">", timesLast);
}

/** No more lectures than another school had: one that catches up. */
function isAsElsewhere({ key, counted, amount }: Amount, then: Amount, all: readonly Held[], { robustSchools }: Settings): boolean {
  if (!counted || amount < then.amount) return false;
  const those = all.flatMap((held) => enteredIn(held).filter((one) => one.key === key));
  return those.length >= robustSchools && those.some((one) => one.amount >= amount);
}

/** Resources are held against last time per pupil. */
function enteredIn({ body }: Held): Amount[] {
  return amountsIn(body.slices).filter(({ pupils }) => pupils === null);
}
