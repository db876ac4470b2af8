/** What a report may be made with, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  restricted: "列入限制使用的指标（仅供内部，不外传）",
  items: "试题分析",
  pickItems: "取所选区域",
  itemsHint: "可不选。先在表格里选中每题得分：第一行题号，第二行各题满分，以下每名学生一行，不含姓名列。",
  picked: (name: string, items: number, pupils: number) => `已取 ${name}：${items} 题，${pupils} 名学生`,
  drop: "不列入",
};

const en: typeof zh = {
  restricted: "With restricted indicators (for internal use only)",
  items: "Item analysis",
  pickItems: "Take the selection",
  itemsHint:
    "Optional. Select the item marks first: items in the first row, their full marks in the second, then a row for each pupil, no names.",
  picked: (name, items, pupils) => `${name}: ${items} items, ${pupils} pupils`,
  drop: "Leave out",
};

const dictionaries: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function useReportWords(): typeof zh {
  return dictionaries[useLanguage()];
}
