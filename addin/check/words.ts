/** What 核对 and 汇总 say of targets, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  targets: "目标",
  strip: "按判定筛选（可多选）",
  search: "搜索指标",
  searchHint: "搜索指标、学科",
  unmet: "只看未达标和无法判定",
  shown: (n: number, all: number) => (n === all ? `共 ${all} 项` : `显示 ${n} 项，共 ${all} 项`),
  none: "没有符合条件的目标。",
  noTargets: "这里没有可判定的目标。",
  clear: "清除筛选",
  more: (n: number) => `再显示 ${n} 项`,
  print: "打印",
  target: "目标",
  schools: (has: number, of: number) => `${has}/${of} 所`,
  heads: (part: number, whole: number) => `${part} ÷ ${whole}`,
  estimate: "估计值",
  source: "依据",
  definition: "定义版本",
  version: (definitions: string, id: string) => `${definitions} · ${id}`,
  behind: "填报",
  openSheet: "本表，尚未提交",
  revision: (n: number, when: string) => `第 ${n} 版，${when}`,
  coverage: "覆盖",
  covered: (has: number, of: number) => `应填报 ${of} 所，这一项有 ${has} 所`,
  school: "学校",
  value: "数值",
  verdict: "判定",
  bySchool: "由哪些填报组成（按学校代码，不排名）",
  openSchool: (name: string) => `看${name}的全部指标`,
  notSent: "未填报",
  noFigure: "没有这一项",
  back: "返回全区",
  whose: "学校",
  stop: "；",
  figures: "各科数据",
  what: "核对什么",
  sheet: "本表",
  sent: "已填报",
  nothingSent: "这所学校还没有填报，或已撤回。",
  paper: {
    title: (unit: string) => `${unit} 目标核对表`,
    period: (period: string) => `周期 ${period}`,
    made: (day: string) => `打印日期 ${day}`,
    definitions: (release: string) => `指标定义 ${release}`,
    indicator: "指标",
    about: "范围",
    gap: "差距或原因",
    unmet: "未达标和无法判定的说明",
    signed: (places: readonly string[]) => places.join("　　　　　　"),
  },
};

const en: typeof zh = {
  targets: "Targets",
  strip: "Filter by verdict (several at once)",
  search: "Search",
  searchHint: "Indicator or subject",
  unmet: "Only missed and undecided",
  shown: (n, all) => (n === all ? `${all} in all` : `${n} of ${all} shown`),
  none: "No target fits.",
  noTargets: "There is no target to judge here.",
  clear: "Clear the filter",
  more: (n) => `Show ${n} more`,
  print: "Print",
  target: "Target",
  schools: (has, of) => `${has} of ${of} schools`,
  heads: (part, whole) => `${part} ÷ ${whole}`,
  estimate: "Estimate",
  source: "Source",
  definition: "Definition",
  version: (definitions, id) => `${definitions} · ${id}`,
  behind: "Submission",
  openSheet: "the open sheet, not submitted",
  revision: (n, when) => `revision ${n}, ${when}`,
  coverage: "Coverage",
  covered: (has, of) => `${has} of ${of} required schools have it`,
  school: "School",
  value: "Value",
  verdict: "Verdict",
  bySchool: "Made of these submissions (by code, not ranked)",
  openSchool: (name) => `All indicators of ${name}`,
  notSent: "not submitted",
  noFigure: "not sent",
  back: "Back to the region",
  whose: "School",
  stop: "; ",
  figures: "By subject",
  what: "What is checked",
  sheet: "Open sheet",
  sent: "Submitted",
  nothingSent: "This school has not submitted, or has taken it back.",
  paper: {
    title: (unit) => `${unit}: targets checked`,
    period: (period) => `Period ${period}`,
    made: (day) => `Printed ${day}`,
    definitions: (release) => `Definitions ${release}`,
    indicator: "Indicator",
    about: "About",
    gap: "Gap or reason",
    unmet: "Explained: missed and undecided",
    signed: () => "Made by:　　　　　　Checked by:　　　　　　Date:",
  },
};

const all: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export type CheckWords = typeof zh;

export function useCheckWords(): CheckWords {
  return all[useLanguage()];
}

export function checkWords(language: Language): CheckWords {
  return all[language];
}
