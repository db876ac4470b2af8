/** What an import says, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";
import type { ShownState } from "./lines.ts";

const zh = {
  drop: "把收回的文件或整个文件夹拖到这里",
  kinds: "填好的模板（.xlsx）、学校导出的填报文件（.json）、别处导出的全部数据，都可以。",
  privacy: "文件只在这台电脑上读取；只留下人数和分数分布，不留姓名、学号和每名学生的成绩。",
  chooseFiles: "选文件…",
  chooseFolder: "选文件夹…",
  running: (done: number, all: number) => `正在读取：${done} / ${all}`,
  cancel: "停止",
  clear: "清空列表",
  clearHint: "只清这个列表，已收的数据不动。",
  list: "文件",
  all: "全部",
  ended: (all: number, taken: number, unexplained: number, passed: number, rest: number) =>
    taken === all
      ? `${all} 个文件读完，全部已收。`
      : `${all} 个文件读完：${[
          `已收 ${taken} 个`,
          ...(unexplained > 0 ? [`待说明 ${unexplained} 个（数已计入）`] : []),
          ...(passed > 0 ? [`没有用 ${passed} 个`] : []),
          ...(rest > 0 ? [`还有 ${rest} 个要处理`] : []),
        ].join("，")}。`,
  states: {
    waiting: "等待",
    reading: "正在读",
    read: "已读",
    taken: "已收",
    unexplained: "待说明",
    errors: "要改",
    clash: "重复",
    fewer: "变少",
    doubt: "请确认",
    passed: "没有用",
    refused: "没有收",
    cancelled: "已停止",
  } satisfies Record<ShownState, string>,
  pupils: (n: number) => `${n} 人`,
  errors: (n: number) => `${n} 处要改`,
  queries: (n: number) => `${n} 处请核对`,
  unexplained: (n: number) => `${n} 处待说明`,
  explained: "都有说明",
  open: (n: number) => `数已计入，但还有 ${n} 处请核对没有说明：填错的请学校改好重交，没有错的在下面写明原因，才算收齐。`,
  same: (n: number) => `没有说明的 ${n} 处，同一个原因`,
  error: "要改",
  query: "请核对",
  whole: "整个文件",
  cells: (n: number) => `${n} 格`,
  note: "说明",
  notePlaceholder: "核对无误的，写一句原因，随填报一起保存",
  decide: "以这个文件为准",
  again: "再读一次",
  rivals: (paths: readonly string[]) => `列表里还有这所学校的：${paths.join("、")}。只定一个。`,
  skipped: (paths: readonly string[]) => `已跳过 ${paths.length} 个临时文件（${paths.join("、")}）：原文件可能还开着，请先保存并关闭。`,
  more: (n: number) => `再显示 ${n} 条`,
  nothing: "没有问题。",
  school: "学校",
  file: "文件",
  unknownSchool: "没认出学校",
  comma: "，",
  look: "查看",
  lookEnd: "收起",
};

const en: typeof zh = {
  drop: "Drop the files that were handed in here, or the whole folder",
  kinds: "Filled templates (.xlsx), submission files of schools (.json), or all data exported elsewhere.",
  privacy: "Files are read on this computer only; counts and distributions are kept, never names, numbers or marks of pupils.",
  chooseFiles: "Choose files…",
  chooseFolder: "Choose a folder…",
  running: (done, all) => `Reading: ${done} of ${all}`,
  cancel: "Stop",
  clear: "Clear the list",
  clearHint: "Clears this list only; what was taken stays.",
  list: "Files",
  all: "All",
  ended: (all, taken, unexplained, passed, rest) =>
    taken === all
      ? `${all} files read, all taken.`
      : `${all} files read: ${[
          `${taken} taken`,
          ...(unexplained > 0 ? [`${unexplained} to explain (counted)`] : []),
          ...(passed > 0 ? [`${passed} not used`] : []),
          ...(rest > 0 ? [`${rest} still to settle`] : []),
        ].join(", ")}.`,
  states: {
    waiting: "Waiting",
    reading: "Reading",
    read: "Read",
    taken: "Taken",
    unexplained: "To explain",
    errors: "To correct",
    clash: "Twice",
    fewer: "Fewer",
    doubt: "To confirm",
    passed: "Not used",
    refused: "Not taken",
    cancelled: "Stopped",
  },
  pupils: (n) => (n === 1 ? "1 pupil" : `${n} pupils`),
  errors: (n) => (n === 1 ? "1 to correct" : `${n} to correct`),
  queries: (n) => (n === 1 ? "1 to check" : `${n} to check`),
  unexplained: (n) => `${n} not explained`,
  explained: "all explained",
  open: (n) =>
    `The numbers count, but ${n === 1 ? "1 question has" : `${n} questions have`} no explanation yet: what is wrong the school corrects and hands in again, what is right is explained below.`,
  same: (n) => `The ${n} not explained, for the same reason`,
  error: "Correct",
  query: "Check",
  whole: "Whole file",
  cells: (n) => `${n} cells`,
  note: "Explanation",
  notePlaceholder: "If it is right as it is, say why; it is kept with the submission",
  decide: "This file counts",
  again: "Read again",
  rivals: (paths) => `Also of this school in the list: ${paths.join(", ")}. Only one can count.`,
  skipped: (paths) =>
    `${paths.length === 1 ? "1 temporary file was" : `${paths.length} temporary files were`} left out (${paths.join(", ")}): save and close the file itself if it is still open.`,
  more: (n) => `Show ${n} more`,
  nothing: "Nothing is wrong.",
  school: "School",
  file: "File",
  unknownSchool: "School not recognised",
  comma: ", ",
  look: "View",
  lookEnd: "Close",
};

const importWords: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function useImportWords(): typeof zh {
  return importWords[useLanguage()];
}
