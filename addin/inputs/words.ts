/** What the part of the inputs says, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  collection: "采集",
  unit: "单位",
  county: "全县",
  nobody: "还没有学校填报，没有可推演的数据。",
  reading: "正在读取各校填报的数…",
  real: "真实数据",
  supposed: "推演中，不是真实数据",
  drop: (what: string) => `去掉“${what}”`,
  short: "还差什么",
  missed: (n: number) => `未达标 ${n} 项`,
  allMet: "没有未达标的项目。",
  misses: (school: string, n: number) => `${school} ${n} 项`,
  and: "、",
  missing: (n: number, each: string, more: boolean) => `有未达标项目的学校 ${n} 所：${each}${more ? "等" : ""}。`,
  try: "试一试",
  change: "改动一个数",
  number: "哪个数",
  by: "增减",
  add: "加上",
  wrong: (typed: string, fewest: number, most: number | null) => {
    const least = fewest.toLocaleString("en-US");
    const range =
      most !== null
        ? `${least} 到 ${most.toLocaleString("en-US")}`
        : fewest > 0
          ? `${least} 或更多`
          : `最多减 ${least.slice(1)}（填 ${least}）`;
    return `“${typed}”没有算进去：请填不为 0 的整数，${range}。`;
  },
  effects: "会怎样",
  flips: (better: number, worse: number) => `${better} 项变为达标${worse > 0 ? `，${worse} 项变为未达标` : ""}`,
  nothing: "没有判定改变。",
  noLimit: "不按这个目标判定",
  before: "现在",
  after: "推演后",
  region: "全县",
};

type Widen<T> = { [Key in keyof T]: T[Key] extends (...given: infer Given) => string ? (...given: Given) => string : string };
type InputsDictionary = Widen<typeof zh>;

const en: InputsDictionary = {
  collection: "Collection",
  unit: "Unit",
  county: "County",
  nobody: "No school has submitted: there are no data to suppose anything of.",
  reading: "Reading what the schools have sent…",
  real: "Real data",
  supposed: "Supposed, not real data",
  drop: (what) => `Take away “${what}”`,
  short: "What is lacking",
  missed: (n) => (n === 1 ? "1 target missed" : `${n} targets missed`),
  allMet: "No target is missed.",
  misses: (school, n) => `${school} ${n}`,
  and: ", ",
  missing: (n, each, more) => `${n === 1 ? "1 school misses" : `${n} schools miss`} targets: ${each}${more ? " …" : ""}.`,
  try: "Try it",
  change: "Change a number",
  number: "Number",
  by: "More or fewer",
  add: "Add",
  wrong: (typed, fewest, most) => {
    const least = fewest.toLocaleString("en-US");
    const range = most === null ? `${least} or more` : `from ${least} to ${most.toLocaleString("en-US")}`;
    return `“${typed}” is not counted with: enter a whole number ${range}, not 0.`;
  },
  effects: "What would become of it",
  flips: (better, worse) => `${better} would be met${worse > 0 ? `, ${worse} would be missed` : ""}`,
  nothing: "No verdict changes.",
  noLimit: "not held against this limit",
  before: "Now",
  after: "Supposed",
  region: "County",
};

const dictionaries: Readonly<Record<Language, InputsDictionary>> = { "zh-CN": zh, en };

export function useInputsWords(): InputsDictionary {
  return dictionaries[useLanguage()];
}
