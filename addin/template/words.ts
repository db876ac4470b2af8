/** What the making of templates says, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  all: (n: number) => `生成 ${n} 所学校的模板（一个 .zip）`,
  only: (name: string) => `下载${name}的模板`,
  one: "下载",
  making: (done: number, all: number) => `正在生成：${done} / ${all}`,
  cancel: "停止",
  stopped: "已停止，没有保存文件。",
  done: (n: number) => `已生成 ${n} 个模板，在浏览器的“下载”文件夹里。`,
  none: "这次采集没有要填的学校：请看学校的学段和考试的年级是否对得上。",
  skipped: (n: number) => `${n} 所学校没有要填的内容，没有生成：`,
  failed: "没有做成，请再试一次。",
  schools: "学校",
  search: "搜学校",
  searchExample: "名称或代码",
  asked: "要填",
  notAsked: "不用填",
  everybody: "全部",
  unasked: "这次采集没有要求填报，愿意填也可以。",
  county: "全县的数，由教育局填",
  idle: (n: number) => `其余 ${n} 所不用填：`,
  andMore: "……见下面的“不用填”",
  noMatch: "没有这样的学校。",
  more: (n: number) => `再显示 ${n} 所`,
};

const en: typeof zh = {
  all: (n) => `Make templates for ${n} schools (one .zip)`,
  only: (name) => `Download the template of ${name}`,
  one: "Download",
  making: (done, all) => `Making: ${done} of ${all}`,
  cancel: "Stop",
  stopped: "Stopped; no file was saved.",
  done: (n) =>
    n === 1 ? "1 template made; it is in the browser's downloads." : `${n} templates made; they are in the browser's downloads.`,
  none: "No school has anything to fill in here: compare the stages of the schools with the grades of the exam.",
  skipped: (n) => `${n} schools have nothing to fill in and got none:`,
  failed: "It did not work; try again.",
  schools: "Schools",
  search: "Search schools",
  searchExample: "name or code",
  asked: "To fill in",
  notAsked: "Nothing to fill in",
  everybody: "All",
  unasked: "Not asked by this collection; it may fill one in all the same.",
  county: "Figures of the whole county, filled in by the bureau",
  idle: (n) => `${n} more need none: `,
  andMore: " … see the list below",
  noMatch: "There is no such school.",
  more: (n) => `Show ${n} more`,
};

const dictionaries: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function useTemplateWords(): typeof zh {
  return dictionaries[useLanguage()];
}
