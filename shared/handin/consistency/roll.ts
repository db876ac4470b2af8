/** The pupils of a stage against last time's: all amounts per pupil follow from them, so a wrong number is told by its own name. */
import type { Stage } from "../../contract.ts";
import { STAGES } from "../../indicators/definition.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";

/** The question of each stage whose pupils are far from last time's. */
export function rollChanged(now: Held, last: Held, names: Names, { rollGap, alikePupils }: Settings): ReadonlyMap<Stage, Noticed> {
  const then = new Map(last.body.slices.flatMap(({ stage, resources }) => (resources ? [[stage, resources.pupils] as const] : [])));
  const time = names.collection(last.collection);
  return new Map(
    now.body.slices.flatMap(({ stage, resources }): [Stage, Noticed][] => {
      const [own, before] = [resources?.pupils, then.get(stage)];
      if (own === undefined || before === undefined || before === 0) return [];
      const gap = Math.abs(own - before);
      if (gap < alikePupils || !meets({ numerator: gap, denominator: before }, ">", rollGap)) return [];
      const words = {
        zh: `${STAGES[stage].zh}在校学生数 ${own} 人，上次（${time}）是 ${before} 人。请核对有没有多写、少写一位或填错；确实如此请说明原因。生均各项都由它算出。`,
        en: `${STAGES[stage].en}: ${own} pupils, and ${before} last time (${time}). See that no digit is missing or too many, or say why; every amount per pupil follows from it`,
      };
      return [[stage, ask(now, "roll-changed", words)]];
    }),
  );
}
