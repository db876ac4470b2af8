/**
 * A checklist: how many of the named items are present. One item is 是/否. Tallied item by item, so that of several units
 * an item counts as present where every unit has it.
 */
import type { Words } from "../../refusal.ts";
import { countOf } from "../../slice.ts";
import { type Tally, tally } from "../../tally.ts";
import { spanOf } from "./address.ts";
import { guarded } from "./guard.ts";
import { both, type Rule, totalOf } from "./rule.ts";

/** The words of yes and of no, in small letters; 1 and TRUE, 0 and FALSE are read too. */
export const YES: readonly string[] = ["是", "有", "已", "√", "✓", "true", "yes", "y"];
export const NO: readonly string[] = ["否", "无", "未", "×", "✗", "false", "no", "n"];

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
  /** Counts the yes where every item is a known word. The words stand down the array where the items stand across. */
  native: (_, flags) => {
    const span = spanOf(flags);
    const [lone] = flags.length === 1 ? flags : [];
    const items = span?.range ?? lone ?? `CHOOSE({${flags.map((_, at) => at + 1).join(",")}},${flags.join(",")})`;
    const among = (words: readonly string[]) =>
      `SUMPRODUCT(--(${items}&""={${words.map((word) => `"${word}"`).join(span?.across === false ? "," : ";")}}))`;
    const yes = [...YES, "1"];
    return guarded([`${among([...yes, ...NO, "0"])}=${flags.length}`], among(yes));
  },
};
