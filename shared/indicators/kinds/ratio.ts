/** A ratio: one amount over another, times a factor (per 100 pupils), or over started hundreds or thousands (每 1000 名至少 1 名). */
import type { Words } from "../../refusal.ts";
import { longOf } from "../../slice.ts";
import { tally } from "../../tally.ts";
import { guarded, singles } from "./guard.ts";
import { both, type Input, type Rule, totalOf, wholeOf, written } from "./rule.ts";

export interface RatioKind {
  readonly kind: "ratio";
  readonly top: Words;
  readonly bottom: Words;
  /** People and rooms are whole; amounts are money, area, time. */
  readonly shapes: readonly [top: "whole" | "amount", bottom: "whole" | "amount"];
  readonly factor: 1 | 100;
  /** Divides by how many of these are started, at least one: 1,001 pupils are two started thousands. */
  readonly started?: number;
}

const unitOf = (shape: "whole" | "amount", unit: bigint) => (shape === "whole" ? 1n : unit);

function parts({ shapes }: RatioKind, members: Parameters<typeof totalOf>[0], unit: bigint) {
  const sum = totalOf(members);
  return {
    top: longOf(sum, "top"),
    bottom: longOf(sum, "bottom"),
    topUnit: unitOf(shapes[0], unit),
    bottomUnit: unitOf(shapes[1], unit),
  };
}

export const ratio: Rule<RatioKind> = {
  inputs: ({ top, bottom, shapes }): Input[] => [
    { id: "top", names: top, shape: shapes[0] },
    { id: "bottom", names: bottom, shape: shapes[1] },
  ],
  tally: ({ shapes }, [top, bottom], unit) => [
    tally([
      ["top", wholeOf(top as number, unitOf(shapes[0], unit))],
      ["bottom", wholeOf(bottom as number, unitOf(shapes[1], unit))],
    ]),
  ],
  reports: () => ({ names: ["top", "bottom"], wrong: () => null }),
  read: (kind, members, unit) => {
    const { top, bottom, topUnit, bottomUnit } = parts(kind, members, unit);
    if (bottom === 0n) return undefined;
    if (kind.started === undefined) return { numerator: BigInt(kind.factor) * top * bottomUnit, denominator: bottom * topUnit };
    const step = BigInt(kind.started) * bottomUnit;
    return { numerator: top, denominator: ((bottom + step - 1n) / step) * topUnit };
  },
  words: ({ top, bottom, factor, started }) =>
    both((language) => {
      if (started === undefined) return `${top[language]} ÷ ${bottom[language]}${factor === 1 ? "" : ` × ${factor}`}`;
      return language === "zh"
        ? `${top.zh} ÷ ⌈${bottom.zh} ÷ ${started}⌉（不足 ${started} 按 1 计）`
        : `${top.en} ÷ ⌈${bottom.en} ÷ ${started}⌉ (a started ${started} counts as one)`;
    }),
  filled: (kind, members, unit) => {
    const { top, bottom, topUnit, bottomUnit } = parts(kind, members, unit);
    const [a, b] = [written(top, topUnit), written(bottom, bottomUnit)];
    return both((language) =>
      kind.started === undefined
        ? `${kind.top[language]} ${a} ÷ ${kind.bottom[language]} ${b}${kind.factor === 1 ? "" : ` × ${kind.factor}`}`
        : `${kind.top[language]} ${a} ÷ ⌈${kind.bottom[language]} ${b} ÷ ${kind.started}⌉`,
    );
  },
  native: ({ factor, started, shapes }, at) => {
    const [top, bottom] = at;
    const value = started === undefined ? `${top}/${bottom}${factor === 1 ? "" : `*${factor}`}` : `${top}/ROUNDUP(${bottom}/${started},0)`;
    return guarded(singles(at, shapes), value);
  },
};
