/** A rate: k of n, both counted heads, times, or other whole things. Pooled by adding both, judged on the counts. */
import { invalid, type Words } from "../../refusal.ts";
import { countOf } from "../../slice.ts";
import { tally } from "../../tally.ts";
import { guarded, singles } from "./guard.ts";
import { both, type Rule, totalOf } from "./rule.ts";

export interface RateKind {
  readonly kind: "rate";
  readonly of: Words;
  readonly among: Words;
}

export const rate: Rule<RateKind> = {
  inputs: ({ of, among }) => [
    { id: "of", names: of, shape: "whole" },
    { id: "among", names: among, shape: "whole" },
  ],
  tally: ({ of: what, among: whom }, [of, among]) => {
    if ((of as number) > (among as number))
      throw invalid(`${what.zh} ${of} 多于${whom.zh} ${among}。`, `${what.en} (${of}) are more than ${whom.en} (${among})`);
    return [
      tally([
        ["of", of as number],
        ["among", among as number],
      ]),
    ];
  },
  reports: ({ of, among }) => ({
    names: ["of", "among"],
    wrong: (own) => ((own.of ?? 0) > (own.among ?? 0) ? { zh: `${of.zh}多于${among.zh}`, en: `${of.en} are more than ${among.en}` } : null),
  }),
  read: (_, members) => {
    const sum = totalOf(members);
    return countOf(sum, "among") === 0 ? undefined : { numerator: countOf(sum, "of"), denominator: countOf(sum, "among") };
  },
  words: ({ of, among }) => both((language) => `${of[language]} ÷ ${among[language]}`),
  filled: ({ of, among }, members) => {
    const sum = totalOf(members);
    return both((language) => `${of[language]} ${countOf(sum, "of")} ÷ ${among[language]} ${countOf(sum, "among")}`);
  },
  native: (_, at) => {
    const [of, among] = at;
    return guarded([...singles(at, ["whole", "whole"]), `${of}<=${among}`], `${of}/${among}`);
  },
};
