/**
 * A checklist: how many of the named items are present. One item is 是/否. Tallied item by item, so that of several units
 * an item counts as present where every unit has it.
 */
import type { Words } from "../../refusal.ts";
import { countOf } from "../../slice.ts";
import { type Tally, tally } from "../../tally.ts";
import { both, type Rule, totalOf } from "./rule.ts";

export interface ChecklistKind {
  readonly kind: "checklist";
  readonly items: readonly Words[];
}

function presentIn({ items }: ChecklistKind, sum: Tally): number[] {
  return items.map((_, at) => at).filter((at) => countOf(sum, `item${at + 1}`) === countOf(sum, "units"));
}

export const checklist: Rule<ChecklistKind> = {
  inputs: ({ items }) => items.map((names, at) => ({ id: `item${at + 1}`, names, shape: "flag" })),
  tally: (_, flags) => [tally([["units", 1], ...flags.map((flag, at) => [`item${at + 1}`, flag === true ? 1 : 0] as const)])],
  reports: ({ items }) => ({
    names: items.map((_, at) => `item${at + 1}`),
    wrong: (own) => (Object.values(own).some((value) => value > 1) ? { zh: "各项只填 1（有）或 0（无）", en: "an item is 1 or 0" } : null),
  }),
  read: (kind, members) => {
    const sum = totalOf(members);
    return countOf(sum, "units") === 0 ? undefined : { numerator: presentIn(kind, sum).length, denominator: 1 };
  },
  words: ({ items }) =>
    items.length === 1
      ? { zh: `有无：${items[0]?.zh}`, en: `present or not: ${items[0]?.en}` }
      : both(
          (language) =>
            `${language === "zh" ? "具备的项数：" : "items present: "}${items.map((item) => item[language]).join(language === "zh" ? "、" : ", ")}`,
        ),
  filled: (kind, members) => {
    const present = new Set(presentIn(kind, totalOf(members)));
    return both((language) => {
      const lacking = kind.items.filter((_, at) => !present.has(at)).map((item) => item[language]);
      const counted =
        language === "zh" ? `${kind.items.length} 项中具备 ${present.size} 项` : `${present.size} of ${kind.items.length} items present`;
      if (lacking.length === 0) return counted;
      return language === "zh" ? `${counted}，缺：${lacking.join("、")}` : `${counted}, lacking: ${lacking.join(", ")}`;
    });
  },
  native: (_, flags) => flags.map((flag) => `IF(OR(${flag}=TRUE,${flag}=1,${flag}="是"),1,0)`).join("+"),
};
