/** Amounts many times above or below what the standard asks for each pupil: a digit too few or too many, or a unit mixed up. A question, no more. */
import type { ResourceName, Slice, Stage } from "../../contract.ts";
import { shownValue } from "../../display.ts";
import type { Definition } from "../../indicators/definition.ts";
import { shipped } from "../../indicators/index.ts";
import { RESOURCE_UNITS } from "../../indicators/resources.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import type { Settings } from "./settings.ts";

const EQUIPMENT = "equipment.value";
/** Of equipment the code is older than of the rest. */
export const EQUIPMENT_CODE = "equipment-unlikely";
const codeOf = (resource: ResourceName) => (resource === EQUIPMENT ? EQUIPMENT_CODE : "amount-unlikely");

/** What a stage has, as it is sent, and the pupils it is for. */
interface Equipped {
  readonly stage: Stage;
  readonly pupils: number;
  readonly amounts: Readonly<Partial<Record<ResourceName, number>>>;
}

interface Unlikely {
  readonly stage: Stage;
  readonly resource: ResourceName;
  readonly code: string;
  readonly words: Words;
}

/** So many amounts of a stage on one side of the standard are one question: of its pupils rather than of each amount. */
const MANY = 3;

/** The questions about amounts of a school's stages; where only one tells what several share, it is for the pupils of all. */
export function unlikelyAmounts(stages: readonly Equipped[], settings: Settings): Unlikely[] {
  const all = stages.reduce((sum, { pupils }) => sum + pupils, 0);
  const { standardFactor: times } = settings;
  return stages.flatMap(({ stage, pupils, amounts }) => {
    const found = (Object.keys(RESOURCE_UNITS) as ResourceName[]).flatMap((resource) => {
      const shared = stages.some((one) => one.amounts[resource] === undefined);
      const one = apart(stage, resource, amounts[resource] ?? 0, shared ? all : pupils, settings);
      return one ? [{ ...one, resource }] : [];
    });
    return [true, false].flatMap((less): Unlikely[] => {
      const [first, ...more] = found.filter((one) => one.less === less);
      if (!first) return [];
      if (more.length + 1 >= MANY) {
        const some = (language: keyof Words, comma: string) => [first, ...more].map((one) => one.told[language]).join(comma);
        const words = {
          zh: `${some("zh", "；")}：${more.length + 1} 项都相差 ${times} 倍以上。请先核对学生数（${pupils} 人），再看单位（金额是元，面积是平方米）；确实如此请说明。`,
          en: `${some("en", "; ")}: ${more.length + 1} amounts over ${times} times apart. See that the number of pupils is right (${pupils}), then the units (yuan, square metres); if it is so, say so`,
        };
        return [{ stage, resource: first.resource, code: "amount-unlikely", words }];
      }
      return [first, ...more].map((one) => ({
        ...{ stage, resource: one.resource, code: codeOf(one.resource) },
        words: {
          zh: `${one.told.zh}，相差 ${times} 倍以上。请核对学生数和单位（金额是元，面积是平方米）、有没有多写或少写一位；确实如此请说明。`,
          en: `${one.told.en}: over ${times} times apart. See that the number of pupils and the unit are right (yuan, square metres) and no digit is missing or too many; if it is so, say so`,
        },
      }));
    });
  });
}

/** An amount that many times less than the standard, or more, with what it comes to; `null` of any other. */
function apart(
  stage: Stage,
  resource: ResourceName,
  amount: number,
  pupils: number,
  { standardFactor: times, smallSchool }: Settings,
): { readonly less: boolean; readonly told: Words } | null {
  const standard = standardOf(stage, resource);
  if (!standard || amount === 0 || pupils === 0) return null;
  const { definition, limit, factor } = standard;
  const parts = RESOURCE_UNITS[resource].parts;
  const each = { numerator: amount * factor, denominator: parts * pupils };
  const less = meets({ ...each, numerator: each.numerator * times }, "<", limit);
  // What a school must have, however few it is for: a playground for twelve.
  const most = Math.max(times, smallSchool / pupils);
  if (!less && !meets(each, ">", limit * most)) return null;
  const about = placeWords({ stage, grade: null, resource });
  const [shown, asked] = [each.numerator / each.denominator, limit].map((value) => shownValue(value, definition)) as [Words, Words];
  const told = {
    zh: `${about.zh}合 ${shown.zh}，国家标准是 ${asked.zh} 起`,
    en: `${about.en} comes to ${shown.en}, and the standard asks ${asked.en}`,
  };
  return { less, told };
}

/** The same of whatever stands, unless the file itself was asked, or the pupils of the stage themselves are. */
export function perPupil(held: Held, rolls: ReadonlyMap<Stage, unknown>, settings: Settings): Noticed[] {
  const before = new Set(held.queries.map(({ code }) => code));
  const stages = held.body.slices.flatMap(({ stage, resources }: Slice): Equipped[] =>
    resources ? [{ stage, pupils: resources.pupils, amounts: resources.amounts }] : [],
  );
  return unlikelyAmounts(stages, settings).flatMap(({ stage, code, words }) =>
    before.has(code) || rolls.has(stage) ? [] : [ask(held, code, words)],
  );
}

/** What the check of 优质均衡 asks for each pupil; of 高中 nothing. */
function standardOf(stage: Stage, resource: ResourceName): { definition: Definition; limit: number; factor: number } | null {
  const definition = shipped.all.find(
    ({ family, reads, stages }) =>
      family === "equity" && reads.from === "resource" && reads.resource === resource && stages.includes(stage),
  );
  const limit = definition?.targets.find((target) => (target.stage ?? stage) === stage)?.value;
  if (definition?.kind.kind !== "ratio" || limit === undefined) return null;
  return { definition, limit, factor: definition.kind.factor };
}
