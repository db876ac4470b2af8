/** A change against a frozen baseline: in points, as relative growth, as a difference, or that it never falls. Exact on the counts. */

import { quotient } from "../../kernel/quotient.ts";
import { invalid, type Words } from "../../refusal.ts";
import { longOf } from "../../slice.ts";
import { type Tally, tally } from "../../tally.ts";
import { guarded, singles } from "./guard.ts";
import { both, type Input, type Rule, totalOf, wholeOf, written } from "./rule.ts";

export interface ChangeKind {
  readonly kind: "change";
  readonly mode: "points" | "growth" | "difference" | "never-falls";
  readonly what: Words;
  /** Where the thing itself is a quotient: what it is divided by. People are whole, money and areas amounts. */
  readonly over?: Words;
  /** What it is held against where that is no earlier value: 当地公务员平均工资. Without it, its own baseline. */
  readonly against?: Words;
  readonly shape: "whole" | "amount" | "real";
}

const BEFORE = { zh: "基线的", en: "baseline: " } as const;

const unitOf = ({ shape }: ChangeKind, unit: bigint) => (shape === "whole" ? 1n : unit);

function termsOf(kind: ChangeKind, sum: Tally, unit: bigint) {
  const scale = unitOf(kind, unit);
  const over = (name: string) => (kind.over ? longOf(sum, name) : 1n);
  return { now: longOf(sum, "now"), over: over("over"), before: longOf(sum, "before"), overBefore: over("overBefore"), scale };
}

const tooMany = (what: Words, over: Words): Words => ({ zh: `${what.zh}多于${over.zh}`, en: `${what.en} are more than ${over.en}` });

/** Heads of heads: no more of them than there are, then and now. */
function refuseParts({ what, over }: ChangeKind, [now, all, before, allBefore]: readonly unknown[]): void {
  if (over === undefined || ((now as number) <= (all as number) && (before as number) <= (allBefore as number))) return;
  const { zh, en } = tooMany(what, over);
  throw invalid(`${zh}。`, en);
}

export const change: Rule<ChangeKind> = {
  inputs: ({ what, over, against, shape }): Input[] => {
    const before = (words: Words): Words => ({ zh: BEFORE.zh + words.zh, en: BEFORE.en + words.en });
    const now: Input = { id: "now", names: what, shape };
    const then: Input = { id: "before", names: against ?? before(what), shape };
    if (!over) return [now, then];
    return [now, { id: "over", names: over, shape: "whole" }, then, { id: "overBefore", names: before(over), shape: "whole" }];
  },
  tally: (kind, given, unit) => {
    if (kind.over && kind.shape === "whole") refuseParts(kind, given);
    const scale = unitOf(kind, unit);
    const of = (at: number, own: bigint) => wholeOf(given[at] as number, own);
    const entries: [string, bigint][] = kind.over
      ? [
          ["now", of(0, scale)],
          ["over", of(1, 1n)],
          ["before", of(2, scale)],
          ["overBefore", of(3, 1n)],
        ]
      : [
          ["now", of(0, scale)],
          ["before", of(1, scale)],
        ];
    return [tally([...entries, ["units", 1]])];
  },
  reports: ({ over, shape, what }) => ({
    names: over ? ["now", "over", "before", "overBefore"] : ["now", "before"],
    wrong: (own) => {
      const parts = over !== undefined && shape === "whole";
      const more = parts && ((own.now ?? 0) > (own.over ?? 0) || (own.before ?? 0) > (own.overBefore ?? 0));
      return more ? tooMany(what, over) : null;
    },
  }),
  read: (kind, members, unit) => {
    const sum = totalOf(members);
    const { now, over, before, overBefore, scale } = termsOf(kind, sum, unit);
    if (longOf(sum, "units") === 0n || over === 0n || overBefore === 0n) return undefined;
    const rise = now * overBefore - before * over;
    if (kind.mode === "growth") return before === 0n ? undefined : { numerator: rise, denominator: before * over };
    return { numerator: rise, denominator: over * overBefore * scale };
  },
  words: ({ mode, what, over, against }) =>
    both((language) => {
      const one = over ? `${what[language]} ÷ ${over[language]}` : what[language];
      const then = against?.[language] ?? (language === "zh" ? `基线的(${one})` : `baseline (${one})`);
      const now = over ? `(${one})` : one;
      return mode === "growth" ? `(${now} − ${then}) ÷ ${then}` : `${now} − ${then}`;
    }),
  filled: (kind, members, unit) => {
    const { now, over, before, overBefore, scale } = termsOf(kind, totalOf(members), unit);
    const one = (top: bigint, bottom: bigint) => (kind.over ? `${written(top, scale)} ÷ ${written(bottom, 1n)}` : written(top, scale));
    const [a, b] = [one(now, over), one(before, overBefore)];
    const wrapped = (text: string) => (kind.over ? `(${text})` : text);
    const { against } = kind;
    const then = (language: "zh" | "en") => (against ? `${against[language]} ${wrapped(b)}` : wrapped(b));
    if (kind.mode !== "growth") return both((language) => `${kind.what[language]} ${wrapped(a)} − ${then(language)}`);
    const points =
      kind.over && over !== 0n && overBefore !== 0n ? quotient((now * overBefore - before * over) * 10000n, over * overBefore) / 100 : null;
    return both((language) => {
      const grown = `${kind.what[language]} (${wrapped(a)} − ${wrapped(b)}) ÷ ${wrapped(b)}`;
      if (points === null) return grown;
      return language === "zh"
        ? `${grown}（相差 ${Number(points.toFixed(2))} 个百分点）`
        : `${grown} (a difference of ${Number(points.toFixed(2))} points)`;
    });
  },
  native: ({ mode, over, shape }, at) => {
    const [now, before] = over ? [`${at[0]}/${at[1]}`, `${at[2]}/${at[3]}`] : [`${at[0]}`, `${at[1]}`];
    const parts = over && shape === "whole" ? [`${at[0]}<=${at[1]}`, `${at[2]}<=${at[3]}`] : [];
    const sound = [...singles(at, over ? [shape, "whole", shape, "whole"] : [shape, shape]), ...parts];
    return guarded(sound, mode === "growth" ? `(${now}-${before})/(${before})` : `${now}-${before}`);
  },
};
