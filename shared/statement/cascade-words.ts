/** The sentence of a cascade check, with its numbers: what the parts come to at worst, what the whole asks, how many are lacking and where. */
import { both as inBoth } from "../indicators/kinds/rule.ts";
import type { Words } from "../refusal.ts";
import type { Behind, Cascade, Part, Whole } from "./cascade.ts";
import { type Interval, subjectInterval } from "./interval.ts";

type Known = Part & { readonly base: number; readonly interval: Interval };
type Language = "zh" | "en";

export function cascadeWords(whole: Whole, parts: readonly Known[], found: Omit<Cascade, "words">): Words {
  return inBoth((language) =>
    [...sums(whole, found, language), ...(found.implied ? [] : why(whole, parts, found, language))].join(language === "zh" ? "" : " "),
  );
}

/** What is counted on a grid is shown in whole units: 121 half marks are 60.5. */
function shownIn({ measure, counted }: Whole, language: Language) {
  return (count: number) => {
    const value = count / (measure?.grid ?? 1);
    const digits = value.toLocaleString("en-US", { maximumFractionDigits: 3 });
    if (count === Number.POSITIVE_INFINITY) return language === "zh" ? "不限" : "any number";
    const word = language === "en" && value === 1 ? counted.en.replace(/s$/, "") : counted[language];
    return `${digits} ${word}`.trimEnd();
  };
}

function sums(whole: Whole, { parts, asked, short, over, implied }: Omit<Cascade, "words">, language: Language): string[] {
  if (!parts || !asked) return [];
  const shown = shownIn(whole, language);
  const name = whole.name[language];
  const { operator } = whole.bound;
  const fromAbove = operator === "<=" || operator === "<";
  const [at, limit] = fromAbove ? [parts.most, asked.most] : [parts.least, asked.least];
  const ends = short > 0 && over > 0;
  if (language === "zh") {
    const sum = `各部分都刚好达标时，合计${fromAbove ? "最多" : "最少"} ${shown(at)}，${name}要求${fromAbove ? "最多" : "至少"} ${shown(limit)}`;
    if (implied) return [`${sum}：分目标足以保证总目标。`];
    const gaps = [...(short > 0 ? [`还差 ${shown(short)}`] : []), ...(over > 0 ? [`可能超出 ${shown(over)}`] : [])].join(
      ends ? "，也" : "",
    );
    return [`${sum}：分目标不能保证总目标，${gaps}。`];
  }
  const sum = `With every part just at its targets they come to ${fromAbove ? "at most" : "at least"} ${shown(at)}, and ${name} asks for ${fromAbove ? "at most" : "at least"} ${shown(limit)}`;
  if (implied) return [`${sum}: the parts imply the whole.`];
  const gaps = [...(short > 0 ? [`short by ${shown(short)}`] : []), ...(over > 0 ? [`over by up to ${shown(over)}`] : [])].join(" or ");
  return [`${sum}: the parts do not imply the whole, ${gaps}.`];
}

/** So many are named in a sentence, those with the most first; the rest are counted. The data have all. */
const NAMED = 5;

function listed<One>(all: readonly One[], text: (one: One) => string, sign: string, language: Language): string {
  const rest = all.length - NAMED;
  const more = language === "zh" ? `等 ${all.length} 个` : ` and ${rest} more`;
  return all.slice(0, NAMED).map(text).join(sign) + (rest > 0 ? more : "");
}

function why(whole: Whole, parts: readonly Known[], { behind, without, uncovered }: Omit<Cascade, "words">, language: Language): string[] {
  const shown = shownIn(whole, language);
  const zh = language === "zh";
  const heads = whole.measure === undefined || whole.measure.top === 1;
  const worst = [...behind].sort((a, b) => b.by - a.by);
  const loose = ({ name, base, at, by }: Behind) => {
    if (zh) return `${name.zh}${heads ? ` ${base} ${whole.counted.zh}中` : ""} ${shown(at)}，与总目标相差 ${shown(by)}`;
    return `${name.en} ${shown(at)}${heads ? ` of ${base}` : ""}, ${shown(by)} from the whole's limit`;
  };
  const joined = parts.filter(({ name, subjects }) => subjects && worst.slice(0, NAMED).some((one) => one.name === name));
  const named = (name: Words) => name[language];
  return [
    ...(behind.length > 0
      ? [
          zh
            ? `目标比总目标宽的：${listed(worst, loose, "；", language)}。`
            : `Held less tightly than the whole: ${listed(worst, loose, "; ", language)}.`,
        ]
      : []),
    ...joined.map((part) => worstOf(part, language)),
    ...(without.length > 0
      ? [
          zh
            ? `没有分目标、按最坏情况计：${listed(without, named, "、", language)}。`
            : `Without a target, taken at the worst: ${listed(without, named, ", ", language)}.`,
        ]
      : []),
    ...(uncovered > 0
      ? [
          zh
            ? `另有 ${uncovered} ${whole.counted.zh}不在任何部分，按最坏情况计。`
            : `${uncovered} ${whole.counted.en} are in no part, taken at the worst.`,
        ]
      : []),
  ];
}

/** In all subjects at once: at worst nobody misses two of them. */
function worstOf({ name, base, subjects = [], interval }: Known, language: Language): string {
  const missing = subjects.map((subject) => ({ name: subject.name[language], fail: base - subjectInterval(subject).least }));
  const each = missing.map((one) => (language === "zh" ? `${one.name} ${one.fail} 人` : `${one.name} ${one.fail}`));
  return language === "zh"
    ? `${name.zh}：各科刚好达标时可有未过线（含未考）的${each.join("、")}，最坏时互不重叠，全科合格最少 ${interval.least} 人。`
    : `${name.en}: at its subjects' targets these may miss the line or not sit: ${each.join(", ")}; at worst nobody misses two, and ${interval.least} pass all.`;
}
