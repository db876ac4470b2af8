/** The numbers of people in what a school gives of one year, each with whom it counts by the words of its definition. */
import type { Slice, Stage } from "../../contract.ts";
import type { Definition } from "../../indicators/definition.ts";
import { shipped } from "../../indicators/index.ts";
import { ruleOf } from "../../indicators/kinds.ts";
import type { Words } from "../../refusal.ts";
import type { Held } from "../held.ts";
import type { Names } from "./names.ts";

/** What the words of an input say: all of them, or no more than all. */
interface Said {
  readonly of: "pupils" | "teachers" | "answers";
  readonly all: boolean;
  /** Pupils of the roll: nobody is exempt from being enrolled. */
  readonly roll?: true;
}

export interface Count extends Said {
  readonly number: number;
  readonly about: Words;
}

/** The pupils of a stage in its resources, where they are known. */
export function rollOf(resources: Held | undefined, stage: Stage, names: Names): Count[] {
  const number = resources?.body.slices.find((slice) => slice.stage === stage && slice.resources)?.resources?.pupils;
  if (number === undefined || !resources) return [];
  const name = names.collection(resources.collection);
  const about = { zh: `“${name}”的在校学生数`, en: `pupils enrolled in "${name}"` };
  return [{ of: "pupils", all: true, roll: true, number, about }];
}

/** Each number once, the largest first, with all that give it. */
export function listed(counts: readonly Count[]): Words {
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

/** All numbers of people that say whom they count. */
export function countsIn(entered: NonNullable<Slice["entered"]>): Count[] {
  return wholeNumbers(entered).flatMap(({ definition, name, number, about }): Count[] => {
    const said = saidBy(definition, name);
    return said ? [{ ...said, number, about }] : [];
  });
}

interface Entered {
  readonly definition: Definition;
  /** Of the input, in Chinese: what says whom it counts. */
  readonly name: string;
  readonly number: number;
  readonly about: Words;
}

/** What was entered as a whole number, each with the name of its input. */
export function wholeNumbers(entered: NonNullable<Slice["entered"]>): Entered[] {
  return Object.entries(entered).flatMap(([id, numbers]) => {
    const definition = shipped.find(id);
    if (!definition) return [];
    return ruleOf(definition.kind)
      .inputs(definition.kind)
      .flatMap(({ id: name, names, shape }): Entered[] => {
        const number = numbers[name];
        if (number === undefined || shape !== "whole") return [];
        const about = { zh: `“${definition.names.zh}”的${names.zh}`, en: `"${definition.names.en}", ${names.en}` };
        return [{ definition, name: names.zh, number, about }];
      });
  });
}

/** Whose denominators are pupils of the whole school: those who take the national fitness test are all but a few. */
const TESTED = "fitness-denominator";
const RATED = "quality-denominator";

/** Of a school as a whole, or of its pupils one by one: a class or the county counts others. */
function saidBy({ levels, family, options }: Definition, name: string): Said | null {
  if (!levels.some((level) => level === "school" || level === "pupil")) return null;
  // Where a definition leaves open which pupils, they need not be those of the roll.
  if (name === "学生数") return { of: "pupils", all: true, ...(!options?.length && { roll: true }) };
  if (name === "教师数") return { of: "teachers", all: true };
  if (name === "有效答卷数" && family === "families") return { of: "answers", all: true };
  const by = (option: string) => options?.some(({ id }) => id === option) ?? false;
  if (name !== "计入分母的学生数" || !(by(TESTED) || by(RATED))) return null;
  return { of: "pupils", all: by(TESTED) };
}
