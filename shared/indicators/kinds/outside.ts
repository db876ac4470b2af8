/** A rank or a level that somebody else awarded: entered by hand with its source, never computed here. */
import type { Words } from "../../refusal.ts";
import { countOf } from "../../slice.ts";
import { tally } from "../../tally.ts";
import { guarded, singles } from "./guard.ts";
import { both, type Input, type Rule, totalOf } from "./rule.ts";

export interface OutsideKind {
  readonly kind: "outside";
  readonly what: Words;
  /** The levels from lowest to highest; `rank`: 1 is best; `score`: points as awarded. */
  readonly scale: readonly Words[] | "rank" | "score";
}

export const outside: Rule<OutsideKind> = {
  inputs: ({ what, scale }): Input[] => [
    { id: "what", names: what, shape: typeof scale === "string" ? (scale === "rank" ? "rank" : "amount") : "level" },
    { id: "source", names: { zh: "来源（文件或报告）", en: "source (document or report)" }, shape: "text", optional: true },
  ],
  tally: (_, [what]) => [tally([[`v:${what}`, 1]])],
  reports: ({ scale }) => ({
    names: scale === "rank" ? /^v:[1-9]\d{0,8}$/ : /^v:\d{1,9}(\.\d{1,4})?$/,
    looks: { zh: '“v:结果”为 1，例如 {"v:3": 1}', en: 'the result after v:, counted once, for example {"v:3": 1}' },
    wrong: (own) => {
      const values = Object.entries(own);
      const level = Number(values[0]?.[0].slice(2));
      if (values.length !== 1 || values[0]?.[1] !== 1) return { zh: "只填一个结果", en: "one result, once" };
      return typeof scale !== "string" && !(level >= 1 && level <= scale.length && Number.isInteger(level))
        ? { zh: `等级为 1 到 ${scale.length}`, en: `a level is 1 to ${scale.length}` }
        : null;
    },
  }),
  /** Several units' ranks and levels do not add up to one. */
  read: (_, members) => {
    const values = Object.keys(totalOf(members)).filter((key) => key.startsWith("v:"));
    return values.length === 1 && countOf(totalOf(members), values[0] as string) === 1 ? Number((values[0] as string).slice(2)) : undefined;
  },
  words: ({ what }) => ({
    zh: `${what.zh}（由外部评定，据实填写并注明来源）`,
    en: `${what.en} (awarded elsewhere, entered with its source)`,
  }),
  filled: ({ what, scale }, members) => {
    const value =
      Object.keys(totalOf(members))
        .find((key) => key.startsWith("v:"))
        ?.slice(2) ?? "";
    const level = typeof scale === "string" ? undefined : scale[Number(value) - 1];
    return both((language) => `${what[language]} ${level?.[language] ?? value}`);
  },
  /** A level by its name, its Roman numeral or its place; any other word is #N/A, and so is a blank. */
  native: ({ scale }, [what]) => {
    if (typeof scale === "string") return guarded(singles([what as string], [scale === "rank" ? "rank" : "amount"]), `${what}`);
    const spelled = scale.flatMap(({ zh }, at) => spellingsOf(zh, at).map((name) => [`"${name}"`, at + 1] as const));
    const [names, places] = [spelled.map(([name]) => name), spelled.map(([, place]) => place)];
    return `LOOKUP(2,1/(${what}&""={${names.join(",")}}),{${places.join(",")}})`;
  },
};

/** Ⅲ级 良好 is written Ⅲ级, Ⅲ or 3 too. */
function spellingsOf(name: string, at: number): string[] {
  const roman = /^([Ⅰ-Ⅴ])级/.exec(name);
  return [name, ...(roman ? [roman[0], roman[1] as string] : []), String(at + 1)];
}
