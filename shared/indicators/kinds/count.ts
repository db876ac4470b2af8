/** A count or an amount: one number. */
import type { Words } from "../../refusal.ts";
import { longOf } from "../../slice.ts";
import { tally } from "../../tally.ts";
import { guarded, singles } from "./guard.ts";
import { both, type Rule, totalOf, wholeOf, written } from "./rule.ts";

export interface CountKind {
  readonly kind: "count";
  readonly what: Words;
  readonly shape: "whole" | "amount";
}

const unitOf = ({ shape }: CountKind, unit: bigint) => (shape === "whole" ? 1n : unit);

export const count: Rule<CountKind> = {
  inputs: ({ what, shape }) => [{ id: "what", names: what, shape }],
  /** `units` tells a reported 0 from nothing. */
  tally: (kind, [what], unit) => [
    tally([
      ["what", wholeOf(what as number, unitOf(kind, unit))],
      ["units", 1],
    ]),
  ],
  reports: () => ({ names: ["what"], wrong: () => null }),
  read: (kind, members, unit) => {
    const sum = totalOf(members);
    return longOf(sum, "units") === 0n ? undefined : { numerator: longOf(sum, "what"), denominator: unitOf(kind, unit) };
  },
  words: ({ what }) => what,
  filled: (kind, members, unit) =>
    both((language) => `${kind.what[language]} ${written(longOf(totalOf(members), "what"), unitOf(kind, unit))}`),
  native: ({ shape }, [what]) => guarded(singles([what as string], [shape]), `${what}`),
};
