/** The sentence with the numbers in it: formula, value, limit with its source, verdict, what it rests on. Cells and the pane say it alike. */
import { shownLimit, shownValue } from "../display.ts";
import { defaultLine } from "../exam.ts";
import type { Words } from "../refusal.ts";
import { meets, type Outcome } from "../target.ts";
import { type Computed, type LimitInForce, numberOf, outcomeOn, verdictWords, whyNoLimit } from "./compute.ts";
import { jointSubjects } from "./kinds/joint.ts";
import { both } from "./kinds/rule.ts";
import { percentOf } from "./kinds/share.ts";
import { ruleOf } from "./kinds.ts";
import { readingsInForce } from "./options.ts";

type Chosen = Readonly<Record<string, string>>;

/** The line of marks that a share was taken at; `typed` where a person gave it, so that no choice of lines stands behind it. */
export interface LineUsed {
  readonly typed: boolean;
  readonly words: Words;
}

/** What is told of a value. Without `members` the numbers behind it are not at hand, and the formula stands in words. */
export interface Told extends Pick<Computed, "definition" | "fact" | "unit" | "choose"> {
  readonly members: Computed["members"] | null;
  readonly line?: LineUsed | undefined;
}

/** By what it is judged: a limit, or why there is none; `undecided`: why there is no verdict although there is a limit. */
export interface Ruled {
  readonly limit?: LimitInForce | undefined;
  readonly why?: Words | undefined;
  readonly undecided?: Words | undefined;
}

/** The sentence on inputs that were computed. */
export function explain(computed: Computed, limit: LimitInForce | undefined, chosen: Chosen = {}, whyNone?: Words): Words {
  return sentence({ ...computed, line: lineUsed(computed) }, { limit, why: whyNone }, chosen);
}

/** Formula with the numbers in it, value, limit with its source or why there is none, verdict, and what the number rests on. */
export function sentence(told: Told, { limit, why, undecided }: Ruled, chosen: Chosen = {}): Words {
  const { definition, fact, members, unit, choose, line } = told;
  const { kind, names, version, id } = definition;
  const rule = ruleOf(kind);
  const filled = members ? rule.filled(kind, members, unit, choose) : rule.words(kind, choose);
  const readings = readingsInForce(definition, chosen).filter(({ id }) => !(line?.typed && /^(excellent|low)-line:/.test(id)));
  const value =
    fact === undefined ? undefined : shownValue(numberOf(fact), definition, limit ? [limit.value, limit.upTo ?? limit.value] : []);
  const target = limit && shownLimit(limit.operator, limit.value, limit.upTo, definition);
  const outcome: Outcome = undecided ? "undecided" : outcomeOn(fact, limit);
  const meeting = limit && members && rule.meeting?.(kind, members, (one) => meets(one, limit.operator, limit.value, limit.upTo));
  return both((language) => {
    const zh = language === "zh";
    const because = undecided ? (zh ? `（${undecided.zh}）` : ` (${undecided.en})`) : "";
    const parts = [
      value ? `${filled[language]} = ${value[language]}` : `${filled[language]}${zh ? "，没有可计算的数" : ", nothing to compute from"}`,
      line?.words[language] ?? "",
      meeting
        ? zh
          ? `${meeting.denominator} 个中 ${meeting.numerator} 个达到`
          : `${meeting.numerator} of ${meeting.denominator} meet the limit`
        : "",
      limit && target
        ? `${zh ? "目标" : "target"} ${target[language]}${zh ? "（" : " ("}${limit.source[language]}${zh ? "）：" : "): "}${verdictWords(outcome)[language]}${because}`
        : (why ?? whyNoLimit(definition))[language],
      readings.length > 0 ? `${zh ? "口径：" : "rests on: "}${readings.map((reading) => reading[language]).join(zh ? "，" : ", ")}` : "",
      definition.restricted?.[language] ?? "",
      `${zh ? "定义" : "definition"} ${id}@${version}`,
    ];
    return `${names[language]}${zh ? "：" : ": "}${parts.filter((part) => part !== "").join(zh ? "；" : "; ")}`;
  });
}

/** The line that inputs were read at; `undefined` where the indicator has none. */
export function lineUsed({ definition: { kind }, given, choose }: Pick<Computed, "definition" | "given" | "choose">): LineUsed | undefined {
  if (kind.kind !== "share" && kind.kind !== "joint") return undefined;
  const [rows, ...papers] = given;
  if (kind.kind === "joint") {
    const subjects = jointSubjects(rows as readonly (readonly unknown[])[], papers[0], papers[1]);
    const words = lineWords(
      subjects.map(({ line }) => line),
      subjects.map(({ full }) => full),
    );
    return { typed: papers[0] !== undefined, words };
  }
  const [line, full] = papers as readonly (number | undefined)[];
  const top = full ?? 100;
  const mark = line ?? defaultLine(kind.line, top, percentOf(kind.line, choose));
  return { typed: line !== undefined, words: lineWords([mark], [top]) };
}

/** The line and the full mark of each paper; one number where all are alike. */
export function lineWords(ofEach: readonly number[], fullOfEach: readonly number[]): Words {
  const [lines, fulls] = [alike(ofEach), alike(fullOfEach)];
  const several = (list: readonly number[]) => (list.length > 1 ? "s" : "");
  return {
    zh: `${lines.length + fulls.length > 2 ? "各科" : ""}线为 ${lines.join("、")} 分，满分 ${fulls.join("、")} 分`,
    en: `line${several(lines)} ${lines.join(", ")}, full mark${several(fulls)} ${fulls.join(", ")}`,
  };
}

/** One for all where all are the same, else each. */
function alike(numbers: readonly number[]): readonly number[] {
  return new Set(numbers).size === 1 ? numbers.slice(0, 1) : numbers;
}
