/** Equipment many times above or below what the standard asks for each pupil: a digit too few or too many, or a unit mixed up. A question, no more. */
import type { Slice, Stage } from "../../contract.ts";
import { shipped } from "../../indicators/index.ts";
import { RESOURCE_UNITS } from "../../indicators/resources.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import type { Settings } from "./settings.ts";

export const EQUIPMENT_CODE = "equipment-unlikely";
const { parts } = RESOURCE_UNITS["equipment.value"];

/** What a stage has, as it is sent: in fen, and the pupils it is for. */
interface Equipped {
  readonly stage: Stage;
  readonly pupils: number;
  readonly equipment: number | undefined;
}

/** The question about each of a school's stages; where only one tells what several share, it is for the pupils of all. */
export function unlikelyEquipment(stages: readonly Equipped[], { equipmentFactor }: Settings): { stage: Stage; words: Words }[] {
  const told = stages.filter(({ equipment }) => equipment !== undefined);
  const all = stages.reduce((sum, { pupils }) => sum + pupils, 0);
  return told.flatMap(({ stage, pupils: own, equipment = 0 }) => {
    const pupils = told.length < stages.length ? all : own;
    const limit = limitOf(stage);
    if (limit === undefined || equipment === 0 || pupils === 0) return [];
    const each = { numerator: equipment, denominator: parts * pupils };
    const less = meets({ numerator: equipment * equipmentFactor, denominator: parts * pupils }, "<", limit);
    if (!less && !meets(each, ">", limit * equipmentFactor)) return [];
    const shown = Number((equipment / parts / pupils).toPrecision(4));
    const about = placeWords({ stage, grade: null, resource: "equipment.value" });
    const words = {
      zh: `${about.zh}合每名学生 ${shown} 元，国家标准是 ${limit} 元起，相差 ${equipmentFactor} 倍以上。请核对单位是不是元、有没有多写或少写一位；确实如此请说明。`,
      en: `${about.en} comes to ${shown} yuan per pupil, and the standard asks ${limit}: over ${equipmentFactor} times apart. See whether it is in yuan and has all its digits and no more; if it is so, say so`,
    };
    return [{ stage, words }];
  });
}

/** The same of whatever stands, unless the file itself was asked. */
export function equipment(held: Held, settings: Settings): Noticed[] {
  if (held.queries.some(({ code }) => code === EQUIPMENT_CODE)) return [];
  const stages = held.body.slices.flatMap(({ stage, resources }: Slice): Equipped[] =>
    resources ? [{ stage, pupils: resources.pupils, equipment: resources.amounts["equipment.value"] }] : [],
  );
  return unlikelyEquipment(stages, settings).map(({ words }) => ask(held, EQUIPMENT_CODE, words));
}

/** What the check of 优质均衡 asks for each pupil, in yuan; of 高中 nothing. */
function limitOf(stage: Stage): number | undefined {
  return shipped.find(`eq.equipment.value.${stage}`)?.targets.find((target) => (target.stage ?? stage) === stage)?.value;
}
