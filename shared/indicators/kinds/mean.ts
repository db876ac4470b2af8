/** A mean of amounts, one of each case: minutes of homework, points of a rubric. Exact up to one division. */
import type { Words } from "../../refusal.ts";
import { longOf } from "../../slice.ts";
import { tally } from "../../tally.ts";
import { amounts, guarded } from "./guard.ts";
import { both, type Rule, totalOf, wholeOf, written } from "./rule.ts";

export interface MeanKind {
  readonly kind: "mean";
  /** The case: 班级, 学生. */
  readonly each: Words;
  readonly what: Words;
}

const NOBODY_BUT_A_SUM = { zh: "个数为 0，合计却不为 0", en: "a sum of no cases" };

export const mean: Rule<MeanKind> = {
  inputs: ({ each, what }) => [
    { id: "values", names: { zh: `各${each.zh}的${what.zh}`, en: `${what.en} of each ${each.en}` }, shape: "amounts" },
  ],
  tally: (_, [values], unit) => {
    const given = (values as readonly (number | null)[]).filter((value) => value !== null);
    return [
      tally([
        ["n", given.length],
        ["sum", given.reduce((sum, value) => sum + wholeOf(value, unit), 0n)],
      ]),
    ];
  },
  reports: () => ({ names: ["n", "sum"], wrong: (own) => ((own.n ?? 0) === 0 && (own.sum ?? 0) > 0 ? NOBODY_BUT_A_SUM : null) }),
  read: (_, members, unit) => {
    const sum = totalOf(members);
    const n = longOf(sum, "n");
    return n === 0n ? undefined : { numerator: longOf(sum, "sum"), denominator: n * unit };
  },
  words: ({ each, what }) => ({ zh: `各${each.zh}的${what.zh}之和 ÷ ${each.zh}数`, en: `sum of ${what.en} ÷ number (${each.en})` }),
  filled: ({ each, what }, members, unit) => {
    const sum = totalOf(members);
    return both((language) =>
      language === "zh"
        ? `${what.zh}之和 ${written(longOf(sum, "sum"), unit)} ÷ ${each.zh} ${longOf(sum, "n")}`
        : `sum of ${what.en} ${written(longOf(sum, "sum"), unit)} ÷ ${longOf(sum, "n")} (${each.en})`,
    );
  },
  native: (_, [values]) => guarded(amounts(values as string), `AVERAGE(${values})`),
};
