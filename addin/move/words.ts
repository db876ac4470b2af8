/** What moving the data of a page without a network into the Worker says, in each language. */
import type { Language } from "../language.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  title: "从离线版移入",
  open: "从离线版移入…",
  hint: "在离线版的“数据”里点“导出全部数据”，把那个文件移到这里：学校、采集、目标、口径和各校的填报。可以重复做，不会重复计。",
  choose: "选择导出的文件…",
  reading: "正在读文件…",
  failed: "没有读成这个文件，请再试一次。",
  contents: (schools: number, collections: number, submissions: number) =>
    `文件里有 ${schools} 所学校、${collections} 次采集、${submissions} 份填报。`,
  schools: "学校",
  collections: "采集",
  compared: (fresh: number, changed: number, same: number) => `新增 ${fresh}，改动 ${changed}，相同 ${same}`,
  targets: "目标",
  choices: "口径",
  replaced: (there: number, here: number) => `服务器上的 ${there} 条换成文件里的 ${here} 条`,
  alike: "相同",
  keeps: "服务器上已有的填报不会被覆盖；内容不同的会列出来。",
  scenarios: (n: number) => `文件里的 ${n} 个推演方案不移入：方案只在离线版和工作簿里保存。`,
  left: (n: number) => `${n} 处在离线版里还没有处理，不移入：`,
  start: "开始移入",
  away: "不移入",
  running: (done: number, all: number) => `正在移入：${done} / ${all}`,
  stop: "停止",
  whole: "移入完成。",
  unfinished: (done: number, all: number) => `没有做完：${all} 步做了 ${done} 步。采集的截止日期、口径和目标要到最后才设好，请再做一次。`,
  stillOpen: (names: readonly string[]) => `还没有设回截止日期、现在仍可填报的采集：${names.join("、")}。`,
  sent: (n: number) => `移入填报 ${n} 份`,
  already: (n: number) => `${n} 份服务器上已有`,
  notTaken: (n: number) => `${n} 处没有被接受：`,
  withIt: (n: number) => `它的 ${n} 份填报也没有送出。`,
  others: (n: number) => `${n} 份没有移入：服务器上是另外的内容，或学校已撤回：`,
  over: (n: number) => `用文件里的换掉这 ${n} 份`,
  again: "再做一次",
  done: "完成",
  said: "已从离线版移入。",
};

const en: typeof zh = {
  title: "Move in from the offline page",
  open: "Move in from the offline page…",
  hint: 'On the offline page, "Export all data" under Data saves the file to move in here: schools, collections, targets, choices and submissions. It may be done again; nothing counts twice.',
  choose: "Choose the exported file…",
  reading: "Reading the file…",
  failed: "The file was not read; try again.",
  contents: (schools, collections, submissions) =>
    `The file has ${schools} schools, ${collections} collections and ${submissions} submissions.`,
  schools: "Schools",
  collections: "Collections",
  compared: (fresh, changed, same) => `${fresh} new, ${changed} changed, ${same} alike`,
  targets: "Targets",
  choices: "Choices",
  replaced: (there, here) => `${there} on the server are replaced by ${here} of the file`,
  alike: "alike",
  keeps: "Submissions the server has are not replaced; those with another content are listed.",
  scenarios: (n) =>
    `${n === 1 ? "1 scenario stays" : `${n} scenarios stay`} in the file: scenarios are kept on the offline page and in workbooks only.`,
  left: (n) => `${n} matters are not settled on the offline page and are not moved:`,
  start: "Move in",
  away: "Do not",
  running: (done, all) => `Moving in: ${done} of ${all}`,
  stop: "Stop",
  whole: "All is moved in.",
  unfinished: (done, all) =>
    `Not finished: ${done} of ${all} steps are done. Closing days, choices and targets are put in order at the end: do it again.`,
  stillOpen: (names) => `Collections whose closing day is not set again, and which still take submissions: ${names.join(", ")}.`,
  sent: (n) => `${n} submissions moved in`,
  already: (n) => `${n} were there already`,
  notTaken: (n) => `${n} were not accepted:`,
  withIt: (n) => `Its ${n} submissions were not sent either.`,
  others: (n) => `${n} were not moved in: the server holds another content, or the school took its own back:`,
  over: (n) => `Replace these ${n} by those of the file`,
  again: "Do it again",
  done: "Done",
  said: "Moved in from the offline page.",
};

const dictionaries: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function useMoveWords(): typeof zh {
  return dictionaries[useLanguage()];
}
