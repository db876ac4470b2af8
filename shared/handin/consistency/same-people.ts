/** Numbers of the same people that a school gives in several places of one year: by the definitions' own words, nothing is taken for the same that they do not call so. */
import type { Slice, Stage } from "../../contract.ts";
import { type Definition, STAGES } from "../../indicators/definition.ts";
import { shipped } from "../../indicators/index.ts";
import { ruleOf } from "../../indicators/kinds.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";

/** What the words of an input say: all of them, or no more than all. */
interface Said {
  readonly of: "pupils" | "teachers" | "answers";
  readonly all: boolean;
}

interface Count extends Said {
  readonly number: number;
  readonly about: Words;
}

/** One question for each stage and for its pupils, its teachers, its answers; `resources` is what the school has of that time. */
export function samePeople(own: Held, resources: Held | undefined, names: Names, settings: Settings): Noticed[] {
  return own.body.slices.flatMap(({ stage, entered }) => {
    if (!entered) return [];
    const counts = countsIn(entered);
    const roll = resources?.body.slices.find((slice) => slice.stage === stage && slice.resources)?.resources?.pupils;
    const enrolled = (name: string): Count => ({
      ...{ of: "pupils", all: true, number: roll ?? 0 },
      about: { zh: `“${name}”的在校学生数`, en: `pupils enrolled in "${name}"` },
    });
    // Only with numbers of pupils of this file: the roll by itself is asked about where it was handed in.
    const pupils = counts.filter((one) => one.of === "pupils");
    const beside = roll === undefined || !resources ? [] : [enrolled(names.collection(resources.collection))];
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

/** All the numbers, where the smallest of all of them is far below the largest. */
function apart(own: Held, stage: Stage, counts: readonly Count[], what: Words, { peopleApart, peopleFew }: Settings): Noticed[] {
  const least = Math.min(...counts.filter(({ all }) => all).map(({ number }) => number));
  const most = Math.max(...counts.map(({ number }) => number));
  if (!Number.isFinite(least) || most - least < peopleFew) return [];
  if (!meets({ numerator: most - least, denominator: most }, ">", peopleApart)) return [];
  const told = listed(counts);
  return [
    ask(own, "people-apart", {
      zh: `${STAGES[stage].zh}的${what.zh}几处对不上：${told.zh}。请核对哪一处不对；确实不同的请说明原因。`,
      en: `${STAGES[stage].en}: the ${what.en} do not agree: ${told.en}; see which is wrong, or say why they differ`,
    }),
  ];
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

/** Each number once, the largest first, with all that give it. */
function listed(counts: readonly Count[]): Words {
  const numbers = [...new Set(counts.map(({ number }) => number))].sort((a, b) => b - a);
  const told = (language: keyof Words, comma: string, colon: string, and: string) =>
    numbers
      .map((number) => {
        const those = counts.filter((one) => one.number === number).map(({ about }) => about[language]);
        return `${those.join(comma)}${colon}${number}`;
      })
      .join(and);
  return { zh: told("zh", "、", " ", "；"), en: told("en", ", ", " ", "; ") };
}

function countsIn(entered: NonNullable<Slice["entered"]>): Count[] {
  return Object.entries(entered).flatMap(([id, numbers]) => {
    const definition = shipped.find(id);
    if (!definition) return [];
    return ruleOf(definition.kind)
      .inputs(definition.kind)
      .flatMap(({ id: name, names, shape }): Count[] => {
        const [said, number] = [saidBy(definition, names.zh), numbers[name]];
        if (!said || number === undefined || shape !== "whole") return [];
        return [{ ...said, number, about: { zh: `“${definition.names.zh}”的${names.zh}`, en: `"${definition.names.en}", ${names.en}` } }];
      });
  });
}

/** Whose denominators are pupils of the whole school: those who take the national fitness test are all but a few. */
const TESTED = "fitness-denominator";
const RATED = "quality-denominator";

/** Of a school as a whole, or of its pupils one by one: a class or the county counts others. */
function saidBy({ levels, family, options }: Definition, name: string): Said | null {
  if (!levels.some((level) => level === "school" || level === "pupil")) return null;
  if (name === "学生数") return { of: "pupils", all: true };
  if (name === "教师数") return { of: "teachers", all: true };
  if (name === "有效答卷数" && family === "families") return { of: "answers", all: true };
  const by = (option: string) => options?.some(({ id }) => id === option) ?? false;
  if (name !== "计入分母的学生数" || !(by(TESTED) || by(RATED))) return null;
  return { of: "pupils", all: by(TESTED) };
}
