/** The words of targets and choices on the offline page. */
import type { Operator } from "../../../shared/target.ts";
import { useLanguage } from "../../pane/say.ts";

const zh = {
  targets: "目标",
  hint: "本区自己定的目标。没有定的，按指标来源文件里的数判定（见下面“口径”里的“没有本区目标时”）。",
  none: "还没有本区目标。",
  add: "加一个目标：搜指标",
  example: "名称或拼音首字母，如 及格、jgl",
  found: (n: number, shown: number) => (n === 0 ? "没有这样的指标" : n > shown ? `找到 ${n} 项，显示前 ${shown} 项` : `找到 ${n} 项`),
  fresh: (indicator: string) => `新目标：${indicator}`,
  editing: (indicator: string) => `修改目标：${indicator}`,
  stage: "学段",
  everyStage: "各学段",
  unit: "对谁",
  everyone: "全县和每所学校",
  region: (name: string) => `只对全县（${name}）`,
  operator: "要求",
  means: { ">=": "不低于", ">": "高于", "<=": "不高于", "<": "低于", "=": "等于", between: "介于（含两端）" } as Record<Operator, string>,
  value: (sign: string) => (sign === "" ? "数值" : `数值（${sign}）`),
  upTo: "到",
  period: "周期",
  periodHint: "目标管这个周期和它里面的采集：写学年 2025-2026，两个学期都管；写年度 2025，不管学年。",
  source: "出处",
  sourceExample: "例如 2026年目标责任书 二.1",
  field: { indicator: "指标", stage: "学段", unit: "对谁", operator: "要求", value: "数值", upTo: "到", period: "周期", source: "出处" },
  wrong: (field: string, words: string) => `${field}：${words}`,
  save: "保存目标",
  lost: "没有保存：这个目标在另一个窗口里改过或删了。请取消，按现在的目标重新改。",
  saved: (indicator: string) => `已保存目标：${indicator}。`,
  edit: "修改",
  editNamed: (indicator: string) => `修改目标：${indicator}`,
  remove: "删除",
  removeNamed: (indicator: string) => `删除目标：${indicator}`,
  removed: (indicator: string) => `已删除目标：${indicator}。`,
  restored: (indicator: string) => `已放回目标：${indicator}。`,
  undo: "撤销",
  cancel: "取消",
  choices: (n: number) => (n === 0 ? "口径（都按默认）" : `口径（本区已定 ${n} 项）`),
};

type Dictionary = typeof zh;

const en: Dictionary = {
  targets: "Targets",
  hint: "The region's own targets. Where it has none, the numbers of the source documents judge (see “Where the region has set no target” below).",
  none: "The region has set no target yet.",
  add: "Add a target: find an indicator",
  example: "name or initials of the pinyin, such as pass or jgl",
  found: (n, shown) => (n === 0 ? "no such indicator" : n > shown ? `${n} found, the first ${shown} shown` : `${n} found`),
  fresh: (indicator) => `New target: ${indicator}`,
  editing: (indicator) => `Change the target: ${indicator}`,
  stage: "Stage",
  everyStage: "every stage",
  unit: "For whom",
  everyone: "the region and every school",
  region: (name) => `the region alone (${name})`,
  operator: "Asked",
  means: { ">=": "at least", ">": "above", "<=": "at most", "<": "below", "=": "equal to", between: "between (both ends inside)" },
  value: (sign) => (sign === "" ? "Value" : `Value (${sign})`),
  upTo: "to",
  period: "Period",
  periodHint:
    "It holds for this period and the collections inside it: the school year 2025-2026 holds for both terms, the year 2025 for no school year.",
  source: "Source",
  sourceExample: "for example: statement of targets 2026, II.1",
  field: {
    ...{ indicator: "Indicator", stage: "Stage", unit: "For whom", operator: "Asked" },
    ...{ value: "Value", upTo: "To", period: "Period", source: "Source" },
  },
  wrong: (field, words) => `${field}: ${words}`,
  save: "Save the target",
  lost: "Not saved: another window has changed or removed this target. Cancel, and change it as it stands now.",
  saved: (indicator) => `Target saved: ${indicator}.`,
  edit: "Change",
  editNamed: (indicator) => `Change the target: ${indicator}`,
  remove: "Delete",
  removeNamed: (indicator) => `Delete the target: ${indicator}`,
  removed: (indicator) => `Target deleted: ${indicator}.`,
  restored: (indicator) => `Target put back: ${indicator}.`,
  undo: "Undo",
  cancel: "Cancel",
  choices: (n) => (n === 0 ? "Open readings (all at their defaults)" : `Open readings (${n} chosen by the region)`),
};

export function useRuleWords(): Dictionary {
  return useLanguage() === "en" ? en : zh;
}
