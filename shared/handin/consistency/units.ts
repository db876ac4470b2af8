/** Questions about amounts ten thousand times too large or too small: 万元 typed for 元, or the other way round. */
import type { ResourceName, Slice } from "../../contract.ts";
import { ENTERED_UNIT } from "../../entered.ts";
import { shipped } from "../../indicators/index.ts";
import { ruleOf } from "../../indicators/kinds.ts";
import { RESOURCE_UNITS } from "../../indicators/resources.ts";
import { middle } from "../../kernel/robust.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";

export const UNIT_CODE = "unit-ten-thousandfold";

/** Against the school's own of last time. */
export function units(now: Held, last: Held, names: Names, { unitFactor }: Settings): Noticed[] {
  const time = names.collection(last.collection);
  const before = new Map(amountsIn(last.body.slices).map((one) => [one.key, one]));
  return amountsIn(now.body.slices).flatMap(({ key, about, shown, amount }) => {
    const then = before.get(key);
    if (!then || !isTenThousandfold(amount, then.amount, unitFactor)) return [];
    return [
      ask(now, UNIT_CODE, {
        zh: `${about.zh}填 ${shown}，上次（${time}）是 ${then.shown}，相差约一万倍。请核对单位是不是“元”和“万元”弄混了。`,
        en: `${about.en} is ${shown} and was ${then.shown} last time (${time}), about ten thousand times apart: see whether 元 and 万元 were mixed up`,
      }),
    ];
  });
}

/** Per pupil, against the middle of all schools in the same collection: for a first time there is no last one. */
export function unitsBeside(standing: readonly Held[], { unitFactor, robustSchools }: Settings): Noticed[] {
  const all = standing.map((held) => ({ held, amounts: resourcesIn(held.body.slices) }));
  const perPupil = new Map<string, number[]>();
  for (const { key, amount, pupils } of all.flatMap(({ amounts }) => amounts)) {
    const values = perPupil.get(key) ?? [];
    values.push(amount / (pupils ?? 1));
    perPupil.set(key, values);
  }
  const usuals = new Map([...perPupil].map(([key, values]) => [key, values.length >= robustSchools ? middle(values) : undefined]));
  return all.flatMap(({ held, amounts }) =>
    amounts.flatMap((own) => {
      const usual = usuals.get(own.key);
      const mine = own.amount / (own.pupils ?? 1);
      if (usual === undefined || !isTenThousandfold(mine, usual, unitFactor)) return [];
      const [each, most] = [mine, usual].map((value) => String(Number((value / own.parts).toPrecision(4))));
      return [
        ask(held, UNIT_CODE, {
          zh: `${own.about.zh}填 ${own.shown}，生均 ${each}，各校生均的中位数是 ${most}，相差约一万倍。请核对单位是不是“元”和“万元”弄混了。`,
          en: `${own.about.en} is ${own.shown}, ${each} per pupil; the schools' median is ${most}, about ten thousand times apart: see whether 元 and 万元 were mixed up`,
        }),
      ];
    }),
  );
}

export function isTenThousandfold(a: number, b: number, factor: number): boolean {
  const [less, more] = [Math.min(a, b), Math.max(a, b)];
  return less > 0 && meets(more / less, "between", 10_000 / factor, 10_000 * factor);
}

export interface Amount {
  readonly key: string;
  readonly about: Words;
  /** Whole number as it is sent, how many of it are one of what people write, and that. */
  readonly amount: number;
  readonly parts: number;
  readonly shown: string;
  /** Of a resource: the pupils it is for. */
  readonly pupils: number | null;
}

/** What was entered for an indicator. */
export interface EnteredAmount extends Amount {
  /** What an indicator counts by itself, such as lectures: not more in a larger school. */
  readonly counted: boolean;
  /** A whole number: of people, of times. */
  readonly whole: boolean;
  /** Of people, by the words of the input. */
  readonly people: boolean;
}

/** Resources, and whatever was entered. */
function amountsIn(slices: readonly Slice[]): Amount[] {
  return [...resourcesIn(slices), ...enteredIn(slices)];
}

function resourcesIn(slices: readonly Slice[]): Amount[] {
  return slices.flatMap(({ stage, resources }) =>
    Object.entries(resources?.amounts ?? {}).map(([name, amount]): Amount => {
      const resource = name as ResourceName;
      const { parts } = RESOURCE_UNITS[resource];
      const about = placeWords({ stage, grade: null, resource });
      return { key: `${stage} ${name}`, about, amount, parts, shown: String(amount / parts), pupils: resources?.pupils ?? null };
    }),
  );
}

export function enteredIn(slices: readonly Slice[]): EnteredAmount[] {
  return slices.flatMap(({ stage, entered }) =>
    Object.entries(entered ?? {}).flatMap(([id, numbers]) =>
      Object.entries(numbers).map(([name, amount]): EnteredAmount => {
        const { names, input, counted } = inputOf(id, name);
        const whole = input?.shape === "whole";
        const parts = input?.shape === "amount" ? Number(ENTERED_UNIT) : 1;
        const place = placeWords({ stage, grade: null });
        const about = {
          zh: `${place.zh}“${names.zh}”的${input?.names.zh ?? name}`,
          en: `${place.en} "${names.en}", ${input?.names.en ?? name}`,
        };
        return {
          key: `${stage} ${id} ${name}`,
          about,
          amount,
          parts,
          shown: String(amount / parts),
          pupils: null,
          counted,
          whole,
          people: whole && PEOPLE.test(input.names.zh),
        };
      }),
    ),
  );
}

const PEOPLE = /学生数|教师数|人数|答卷数/;

/** The indicator a number was entered for, and which of its inputs it is; amounts are entered in hundredths, what is counted as it is. */
function inputOf(id: string, name: string) {
  const definition = shipped.find(id);
  const input =
    definition &&
    ruleOf(definition.kind)
      .inputs(definition.kind)
      .find((one) => one.id === name);
  const counted = definition?.kind.kind === "count" && input?.shape === "whole";
  return { names: definition?.names ?? { zh: id, en: id }, input, counted };
}
