/** What was entered, many times more or less than the school's own of last time: a digit too many or too few, which a ratio of two such numbers hides. */
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";
import { type EnteredAmount, enteredIn, isTenThousandfold } from "./units.ts";

/** One question for all such numbers of a school; `all` is what every school entered last time. */
export function manyTimes(now: Held, last: Held, all: readonly Held[], names: Names, settings: Settings): Noticed[] {
  const { timesLast } = settings;
  const before = new Map(enteredIn(last.body.slices).map((one) => [one.key, one]));
  const found = enteredIn(now.body.slices).flatMap((own) => {
    const then = before.get(own.key);
    return then && isManyTimes(own, then, settings) && isOdd(own, then, all, settings) ? [{ own, then }] : [];
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
function isManyTimes(own: EnteredAmount, then: EnteredAmount, { timesLast, timesFew, unitFactor }: Settings): boolean {
  const [less, more] = [own.amount, then.amount].sort((a, b) => a - b) as [number, number];
  if (less <= 0 || isTenThousandfold(own.amount, then.amount, unitFactor)) return false;
  return more - less > timesFew * own.parts && meets({ numerator: more, denominator: less }, ">", timesLast);
}

/** A large number, but lectures of a school that catches up; a small whole one only beyond what schools have: who helped one pupil may help nine. */
function isOdd(own: EnteredAmount, then: EnteredAmount, all: readonly Held[], { timesLeast, robustSchools }: Settings): boolean {
  const { key, amount, parts, counted, whole } = own;
  const isLarge = Math.max(amount, then.amount) >= timesLeast * parts;
  if (!whole || (isLarge && (!counted || amount < then.amount))) return isLarge;
  const those = all.flatMap(({ body }) => enteredIn(body.slices).flatMap((one) => (one.key === key ? [one.amount] : [])));
  if (those.length < robustSchools) return counted;
  return those.every((one) => one < amount) || those.every((one) => one > amount);
}
