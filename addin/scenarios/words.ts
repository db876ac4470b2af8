/** What the part of the scenarios says, in each language. */
import type { Words } from "../../shared/refusal.ts";
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  title: "方案",
  hint: {
    workbook: "方案保存在这个工作簿里，不传到服务器。",
    browser: "方案存在这个浏览器里，和其他数据一起导出、导入。",
    page: "方案只在这个页面开着时保存，刷新或关闭就没有了；要留下，请起草责任书。",
  },
  name: "方案名",
  suggested: (n: number) => `方案${n}`,
  save: "保存当前推演",
  replace: "替换同名方案",
  pupils: (n: number) => `${n} 人`,
  sittings: (n: number) => `${n} 人次`,
  withPlan: (pupils: string, schools: number) => `连同上面的提高方案（${schools} 所学校共 ${pupils}）`,
  nothing: "先推演（移动一条线、得到提高方案或改动一个数），再保存。",
  saved: (name: string) => `已保存“${name}”。`,
  deleted: (name: string) => `已删除“${name}”。`,
  undelete: "撤销删除",
  notSaved: "没有保存，请再试一次。",
  unreadable: "已保存的方案读不出来，也不会被改动。",
  unread: "没有读到已保存的方案",
  unreadHint: {
    workbook: "已保存的方案没有改动。请结束单元格编辑后重试。",
    browser: "已保存的方案没有改动。请重试；还不行，请重新打开本页。",
    page: "请重试。",
  },
  again: "重试",
  discard: "丢弃这些方案",
  discardSure: "确定丢弃？不能恢复",
  reading: "正在读取方案…",
  lines: (n: number) => `移动 ${n} 条线`,
  choices: (n: number) => `换 ${n} 种口径`,
  lifts: (pupils: string, schools: number) => `${schools} 所学校提高 ${pupils}`,
  inputs: (n: number) => `改动 ${n} 个数`,
  limit: "另设目标",
  open: "打开",
  opened: (name: string) => `已打开“${name}”，可以撤销。`,
  remove: "删除",
  of: (what: string, name: string) => `${what}“${name}”`,
  compare: "对比",
  compareTitle: "方案对比",
  compareNone: "勾选方案，与真实数据并排对比。",
  comparing: "正在计算…",
  real: "真实",
  figure: "指标",
  targetsRegion: "全县达标",
  targetsSchools: "各校达标合计",
  targetsSchool: "本校达标",
  metOf: (met: number, all: number, undecided: number) => `${met}（共 ${all}${undecided > 0 ? `，无法判定 ${undecided}` : ""}）`,
  reason: (glyph: string, why: string) => (glyph === "—" ? `“—”：${why}` : `“–”无法判定：${why}`),
  same: "所选方案没有改变这里的指标。",
  more: (n: number) => `再显示 ${n} 项`,
  insert: "插入对比表",
  saveTable: "存为 Excel",
  verdictOf: (name: string) => `${name} 判定`,
  supposed: "方案是推演，不是真实数据。",
  about: (name: string, what: string) => `${name}：${what}。`,
  inserted: (sheet: string) => `已插入工作表“${sheet}”。`,
  openedApart: "对比表已作为新工作簿打开。",
  notInserted: "没有写入，请再试一次。",
  draft: "起草责任书",
  draftTitle: (name: string) => `按“${name}”起草责任书`,
  draftHint: {
    statement: "每条目标是这个方案能达到的数。起草后可在“责任书”里修改，双方签字才生效。",
    word: "每条目标是这个方案能达到的数。离线版不保存责任书：生成 Word 草稿，可在 Word 里修改、打印，双方签字才生效。",
  },
  school: "学校",
  statement: "标题",
  first: "甲方",
  second: "乙方",
  titleOf: (period: string, school: string) => `${period} ${school}目标责任书`,
  office: (region: string) => `${region}教育和体育局`,
  make: { statement: "起草", word: "生成 Word 草稿" },
  cancel: "取消",
  drafted: {
    statement: (school: string, lines: number) => `已为${school}起草责任书，共 ${lines} 条，请到“责任书”查看。`,
    word: (school: string, lines: number) => `已为${school}生成责任书草稿，共 ${lines} 条，在浏览器的“下载”文件夹里。`,
  },
};

type Widen<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof T]: Widen<T[Key]> };
export type ScenarioDictionary = Widen<typeof zh>;

const en: ScenarioDictionary = {
  title: "Scenarios",
  hint: {
    workbook: "Scenarios are kept in this workbook and sent to no server.",
    browser: "Scenarios are kept in this browser; they are exported and imported with all other data.",
    page: "Scenarios are kept while this page is open, and are gone once it is reloaded or closed. To keep one, draft a statement.",
  },
  name: "Name",
  suggested: (n) => `Scenario ${n}`,
  save: "Save what is supposed",
  replace: "Replace the one of this name",
  pupils: (n) => (n === 1 ? "1 pupil" : `${n} pupils`),
  sittings: (n) => (n === 1 ? "1 sitting" : `${n} sittings`),
  withPlan: (pupils, schools) => `with the plan above (${pupils} in ${schools} ${schools === 1 ? "school" : "schools"})`,
  nothing: "Suppose something first: a line moved, a plan, a number changed.",
  saved: (name) => `“${name}” is saved.`,
  deleted: (name) => `“${name}” is deleted.`,
  undelete: "Undo",
  notSaved: "It was not saved. Please try again.",
  unreadable: "The scenarios that are kept cannot be read, and are left as they are.",
  unread: "The scenarios that are kept were not read",
  unreadHint: {
    workbook: "What is kept was not touched. Finish editing the cell and try again.",
    browser: "What is kept was not touched. Try again, or open this page anew.",
    page: "Try again.",
  },
  again: "Try again",
  discard: "Discard them",
  discardSure: "Discard for good?",
  reading: "Reading the scenarios…",
  lines: (n) => (n === 1 ? "1 line moved" : `${n} lines moved`),
  choices: (n) => (n === 1 ? "1 other choice" : `${n} other choices`),
  lifts: (pupils, schools) => `${pupils} lifted in ${schools} ${schools === 1 ? "school" : "schools"}`,
  inputs: (n) => (n === 1 ? "1 number changed" : `${n} numbers changed`),
  limit: "another target",
  open: "Open",
  opened: (name) => `“${name}” is open; it can be undone.`,
  remove: "Delete",
  of: (what, name) => `${what} “${name}”`,
  compare: "Compare",
  compareTitle: "Side by side",
  compareNone: "Tick scenarios to see them beside what is real.",
  comparing: "Computing…",
  real: "Real",
  figure: "Indicator",
  targetsRegion: "County targets met",
  targetsSchools: "Schools' targets met",
  targetsSchool: "Targets met",
  metOf: (met, all, undecided) => `${met} of ${all}${undecided > 0 ? `, ${undecided} undecided` : ""}`,
  reason: (glyph, why) => (glyph === "—" ? `“—”: ${why}` : `“–” undecided: ${why}`),
  same: "The chosen scenarios move no indicator here.",
  more: (n) => `Show ${n} more`,
  insert: "Insert the table",
  saveTable: "Save for Excel",
  verdictOf: (name) => `${name}: verdict`,
  supposed: "Scenarios are suppositions, not real data.",
  about: (name, what) => `${name}: ${what}.`,
  inserted: (sheet) => `Sheet "${sheet}" inserted.`,
  openedApart: "The table is open as a new workbook.",
  notInserted: "It was not written. Please try again.",
  draft: "Draft a statement",
  draftTitle: (name) => `A statement drafted from “${name}”`,
  draftHint: {
    statement: "Each target is what the scenario reaches. Edit the draft under Statements; it holds once both parties have signed.",
    word: "Each target is what the scenario reaches. This page keeps no statements: it makes a Word file of the draft, to be edited and printed; it holds once both parties have signed.",
  },
  school: "School",
  statement: "Title",
  first: "First party",
  second: "Second party",
  titleOf: (period, school) => `Statement of targets ${period}, ${school}`,
  office: (region) => `Education bureau of ${region}`,
  make: { statement: "Draft", word: "Make a Word draft" },
  cancel: "Cancel",
  drafted: {
    statement: (school, lines) => `A statement of ${lines} lines is drafted for ${school}: see Statements.`,
    word: (school, lines) => `A draft of ${lines} lines is made for ${school}: it is where the browser puts downloads.`,
  },
};

const scenarioWords: Readonly<Record<Language, ScenarioDictionary>> = { "zh-CN": zh, en };

export function useScenarioWords(): ScenarioDictionary {
  return scenarioWords[useLanguage()];
}

/** A sentence in both languages, for a file. */
export function bothScenarioWords(say: (w: ScenarioDictionary) => string): Words {
  return { zh: say(zh), en: say(en) };
}
