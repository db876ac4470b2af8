/**
 * Schools of several stages: what their stages share is split by weighted pupils, exactly, and each part enters as a school of its stage.
 * Teachers come by stage and are not split. Source: guide C.2 (published for 2012, with a worked example; not restated in 2017).
 */
import type { ResourceName, Stage } from "../contract.ts";
import type { Ratio } from "../kernel/ratio.ts";

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

/**
 * The parts of one school. Where the shared amounts stand under exactly one of several stages and under none of the others, they are
 * the whole school's and are split over all its stages; otherwise every part is taken as it was given.
 */
export function splitShared(
  parts: readonly StagePart[],
  weights: StageWeights,
): { readonly split: boolean; readonly parts: readonly StagePart[] } {
  const given = parts.map(({ amounts }) => SHARED.filter((resource) => amounts[resource] !== undefined).length);
  const all = given.filter((count) => count === SHARED.length).length;
  const none = given.filter((count) => count === 0).length;
  const whole = parts[given.indexOf(SHARED.length)];
  if (parts.length < 2 || all !== 1 || none !== parts.length - 1 || !whole) return { split: false, parts };
  const weightOf = ({ stage, pupils }: StagePart) => weights[stage] * BigInt(pupils);
  const total = parts.reduce((sum, part) => sum + weightOf(part), 0n);
  if (total === 0n) return { split: false, parts };
  const shareOf = (part: StagePart, { numerator, denominator }: Ratio): Ratio => ({
    numerator: numerator * weightOf(part),
    denominator: denominator * total,
  });
  return {
    split: true,
    parts: parts.map((part) => {
      const shares = SHARED.map((resource) => [resource, shareOf(part, whole.amounts[resource] as Ratio)] as const);
      return { ...part, amounts: { ...part.amounts, ...Object.fromEntries(shares) } };
    }),
  };
}
