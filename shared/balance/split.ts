/**
 * Schools of several stages: what their stages share is split by weighted pupils, exactly, and each part enters as a school of its stage.
 * Teachers come by stage and are not split. Source: guide C.2 (published for 2012, with a worked example; not restated in 2017).
 */
import type { ResourceName, Stage } from "../contract.ts";
import type { Ratio } from "../kernel/ratio.ts";
import type { Words } from "../refusal.ts";

/** What stages share: 教学用房, 体育场馆, 仪器设备, 多媒体教室. */
export const SHARED: readonly ResourceName[] = ["area.teaching", "area.sports", "equipment.value", "rooms.multimedia"];

/** What a pupil of each stage weighs, in hundredths. */
export type StageWeights = Readonly<Record<Stage, bigint>>;

const WEIGHTS: Readonly<Record<string, StageWeights>> = {
  // 1.32 is 1.1 × 1.2, so a 完全中学 splits 1 : 1.2 by the same weights.
  weighted: { primary: 100n, junior: 110n, senior: 132n },
  pupils: { primary: 100n, junior: 100n, senior: 100n },
};

/** The weights of a choice of the option stage-split. */
export function weightsOf(choice: string): StageWeights {
  return WEIGHTS[choice] ?? (WEIGHTS.weighted as StageWeights);
}

/** One stage of a school: its pupils, and what it reports. An amount that was not reported is absent. */
export interface StagePart {
  readonly stage: Stage;
  readonly pupils: number;
  readonly amounts: Amounts;
}
export type Amounts = Readonly<Partial<Record<ResourceName, Ratio>>>;

/** The parts of one school as they are judged; `unclear`: why what its stages share is nobody's, and is taken off every part. */
export interface Split {
  readonly split: boolean;
  readonly parts: readonly StagePart[];
  readonly unclear: Words | null;
}

const MIXED: Words = {
  zh: "各学段共用的四项有的只写在一个学段、有的几个学段都写：请四项都只写在一个学段，或每个学段都写各自的",
  en: "some of the four shared amounts stand under one stage and some under several: give all four under one stage, or each stage its own",
};

/**
 * Where the shared amounts stand under exactly one of several stages and under none of the others, they are the whole school's and are
 * split over all its stages; where each amount stands under all stages or under none, every part is taken as it was given. Between the two
 * nobody can tell whose they are. A stage without pupils that gives none is no part of it.
 */
export function splitShared(parts: readonly StagePart[], weights: StageWeights): Split {
  const given = ({ amounts }: StagePart) => SHARED.filter((resource) => amounts[resource] !== undefined);
  const sharing = parts.filter((part) => part.pupils > 0 || given(part).length > 0);
  const [whole, ...others] = sharing.filter((part) => given(part).length > 0);
  const alike = SHARED.every((resource) => new Set(sharing.map(({ amounts }) => amounts[resource] === undefined)).size < 2);
  if (alike || !whole) return { split: false, parts, unclear: null };
  const total = sharing.reduce((sum, part) => sum + weightOf(part, weights), 0n);
  if (others.length > 0 || given(whole).length < SHARED.length) return { ...unclearParts(parts), unclear: MIXED };
  return { split: true, parts: parts.map((part) => shareOf(part, whole, weights, total)), unclear: null };
}

/** Parts of which only what is counted by stage is known. */
export function unclearParts(parts: readonly StagePart[]): Pick<Split, "split" | "parts"> {
  const without = (amounts: Amounts): Amounts => {
    const own = Object.entries(amounts).filter(([resource]) => !SHARED.includes(resource as ResourceName));
    return Object.fromEntries(own);
  };
  return { split: false, parts: parts.map((part) => ({ ...part, amounts: without(part.amounts) })) };
}

function weightOf({ stage, pupils }: StagePart, weights: StageWeights): bigint {
  return weights[stage] * BigInt(pupils);
}

function shareOf(part: StagePart, whole: StagePart, weights: StageWeights, total: bigint): StagePart {
  const shares = SHARED.map((resource) => {
    const { numerator, denominator } = whole.amounts[resource] as Ratio;
    return [resource, { numerator: numerator * weightOf(part, weights), denominator: denominator * total }] as const;
  });
  return { ...part, amounts: { ...part.amounts, ...Object.fromEntries(shares) } };
}
