/** What 通报表 says, in each language. */
import type { Tongue } from "../files/tables.ts";
import { useLanguage } from "../pane/say.ts";

const zh = {
  title: "通报表",
  hint: "按学校代码排列，不排名；校级成绩不得公布。",
  ownHint: "本校各班，按班级排列，不排名；不足 10 人的班不单列。",
  table: "表",
  kinds: {
    schools: "各校一分三率",
    classes: "各班一分三率",
    ranks: "名次段",
    bands: "分数段",
    verdicts: "目标判定",
    coverage: "填报情况",
  },
  paper: "学科",
  school: "学校",
  cuts: "名次",
  width: "每段分数",
  shape: (rows: number, columns: number) => `${rows} 行 ${columns} 列`,
  reading: "正在读取各校的计数…",
  again: "重读",
  values: "插入新表（数值）",
  formulas: "插入公式（随填报更新）",
  save: "存为 .xlsx",
  saveCsv: "存为 .csv",
  noFormulas: "这张表只能插入数值：没有相应的公式。",
  layout: "A4 横向，表头每页重复，页脚有制表人、审核人。",
  here: (name: string) => `已插入工作表“${name}”`,
  opened: "这个 Excel 不能插入工作表，已作为新工作簿打开",
  failed: "没有插入：请退出单元格编辑后再试。",
  saved: (file: string) => `已保存 ${file}`,
  live: {
    schools: "各校一分三率（公式）",
    rollup: "目标判定（公式）",
    note: "随填报更新；未连接时显示 #N/A。按学校代码排列，不排名。",
    whole: "全县",
    heads: ["学校代码", "学校"],
    rates: ["平均分", "及格率", "优秀率", "低分率"],
  },
};

const en: typeof zh = {
  title: "Bulletin tables",
  hint: "In the order of the codes, not ranked; results of schools are not for publication.",
  ownHint: "The school's own classes in their order, not ranked; a class of fewer than ten is not listed by itself.",
  table: "Table",
  kinds: {
    schools: "Summary by school",
    classes: "Summary by class",
    ranks: "Rank bands",
    bands: "Bands of marks",
    verdicts: "Verdicts",
    coverage: "Coverage",
  },
  paper: "Subject",
  school: "School",
  cuts: "Ranks",
  width: "Marks a band",
  shape: (rows, columns) => `${rows} rows, ${columns} columns`,
  reading: "Reading the counts of the schools…",
  again: "Read again",
  values: "Insert sheet (values)",
  formulas: "Insert formulas (live)",
  save: "Save as .xlsx",
  saveCsv: "Save as .csv",
  noFormulas: "Values only: there is no formula for this table.",
  layout: "A4 across, heads repeated on each page, places to sign at the foot.",
  here: (name) => `Sheet "${name}" inserted`,
  opened: "This Excel cannot take sheets in: opened as a new workbook",
  failed: "Not inserted: leave the cell you are editing and try again.",
  saved: (file) => `${file} saved`,
  live: {
    schools: "Summary by school (live)",
    rollup: "Verdicts (live)",
    note: "Follows what is submitted; #N/A while not connected. In the order of the codes, not ranked.",
    whole: "All schools",
    heads: ["Code", "School"],
    rates: ["Mean", "Pass rate", "Excellent rate", "Low rate"],
  },
};

export const bulletinWords: Readonly<Record<Tongue, typeof zh>> = { zh, en };

export function useBulletinWords(): typeof zh {
  return bulletinWords[useLanguage() === "en" ? "en" : "zh"];
}
