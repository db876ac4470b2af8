/** Two stages of a school that are given the same numbers: the whole school's, written under each. */
import { SHARED } from "../../balance/split.ts";
import type { Slice, Stage } from "../../contract.ts";
import { STAGES } from "../../indicators/definition.ts";
import type { Held, Noticed } from "../held.ts";
import { ask } from "./ask.ts";
import type { Settings } from "./settings.ts";
import { type EnteredAmount, enteredIn } from "./units.ts";

/** One question for two stages of which each of the four shared amounts, or every number entered, is the same. */
export function stagesAlike(held: Held, settings: Settings): Noticed[] {
  const { slices } = held.body;
  return slices.flatMap((own, at): Noticed[] => {
    const before = slices.slice(0, at).filter(({ stage }) => stage !== own.stage);
    const amounts = before.find((other) => sharedAlike(other, own, settings));
    if (amounts) return [asked(held, [amounts.stage, own.stage], AMOUNTS)];
    const numbers = before.find((other) => enteredAlike(other, own, settings));
    return numbers ? [asked(held, [numbers.stage, own.stage], NUMBERS)] : [];
  });
}

const AMOUNTS = {
  zh: { what: "四项（用房、场馆、设备、多媒体教室）", how: "几个学段共用、分不开的，四项都只填在一个学段，另外的学段留空" },
  en: { what: "the four shared amounts", how: "what stages share is given under one of them, and the others are left blank" },
};
const NUMBERS = {
  zh: { what: "填报的数", how: "每个学段填各自的" },
  en: { what: "the numbers entered", how: "each stage gives its own" },
};

function asked(held: Held, stages: readonly [Stage, Stage], { zh, en }: typeof AMOUNTS): Noticed {
  const [a, b] = stages.map((stage) => STAGES[stage]);
  return ask(held, "stages-alike", {
    zh: `${a?.zh}和${b?.zh}的${zh.what}完全相同，像是把全校总数填了两遍。请核对：${zh.how}；确实相同的请说明。`,
    en: `${en.what} of ${a?.en} and ${b?.en} are all the same, as if the school's totals were given twice: ${en.how}; or say that it is so`,
  });
}

function sharedAlike(one: Slice, other: Slice, { sameParts }: Settings): boolean {
  const [a, b] = [one.resources?.amounts, other.resources?.amounts];
  if (!a || !b || SHARED.some((resource) => a[resource] === undefined || a[resource] !== b[resource])) return false;
  return SHARED.filter((resource) => a[resource] !== 0).length >= sameParts;
}

/** Small numbers may well be alike, and so are days and weeks of the school year: people tell the stages apart. */
function enteredAlike(one: Slice, other: Slice, { sameNumbers, sameLeast }: Settings): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const both = [...a].flatMap(([key, own]) => {
    const twin = b.get(key);
    return twin && Math.max(own.amount, twin.amount) >= sameLeast * own.parts ? [{ own, twin }] : [];
  });
  return both.length >= sameNumbers && both.some(({ own }) => own.people) && both.every(({ own, twin }) => own.amount === twin.amount);
}

/** By what they were entered for, whatever the stage. */
function numbersOf(slice: Slice): Map<string, EnteredAmount> {
  return new Map(enteredIn([slice]).map((one) => [one.key.slice(slice.stage.length), one]));
}
