/**
 * 质量监测: how often and how fully, and the reports made of it; part of the family 教研. Source clauses: 目标责任书 三(三)2 and 三(四)1,
 * 2021 quality-year plan 三(二)1.
 */
import type { Definition } from "./definition.ts";
import { AT_LEAST, EVERY_ONE } from "./readings.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "research",
  form: "activities",
  stages: ["primary", "junior", "senior"],
  periods: ["year"],
  levels: ["school"],
  unit: "none",
  better: "high",
  source: "statement",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;

const TIMES = { zh: "次", en: "times" };
const ITEMS = { zh: "项", en: "items" };

export const monitoring: readonly Definition[] = [
  {
    ...common,
    id: "analysis.report.term",
    names: { zh: "学科教学质量分析报告", en: "Reports on teaching quality, each subject" },
    kind: {
      kind: "worst",
      end: "min",
      each: { zh: "学科组", en: "subject group" },
      what: { zh: "学科教学质量分析报告份数", en: "reports on teaching quality" },
    },
    periods: ["term"],
    levels: ["group"],
    measure: { zh: "份", en: "reports" },
    clause: "三(三)2：每学期形成1份学科教学质量分析报告（含数据诊断、改进策略）",
    targets: [{ stage: null, operator: ">=", value: 1 }],
    readings: [
      AT_LEAST,
      {
        id: "report-parts",
        zh: "含数据诊断和改进策略的报告才计数",
        en: "a report counts if it holds a diagnosis from data and a strategy of improvement",
      },
    ],
    example: { inputs: [[1, 2, 0]], value: 0 },
  },
  {
    ...common,
    id: "monitoring.literacy.count",
    names: { zh: "学科素养监测次数", en: "Monitorings of subject literacy" },
    kind: { kind: "count", what: { zh: "学科素养监测次数", en: "monitorings of subject literacy" }, shape: "whole" },
    periods: ["term"],
    measure: TIMES,
    clause: "三(四)1：每学期开展2次学科素养监测（覆盖知识技能、思维能力、学习习惯）",
    targets: [{ stage: null, operator: ">=", value: 2 }],
    readings: [
      AT_LEAST,
      {
        id: "monitoring-no-exam",
        zh: "监测不等于考试：义务教育阶段以纸笔考试进行的，受2021年考试管理通知“每学期一次期末考试”限制",
        en: "monitoring is no exam: held as written exams in compulsory schooling it meets the 2021 notice of one final exam a term",
      },
    ],
    example: { inputs: [2], value: 2 },
  },
  {
    ...common,
    id: "monitoring.loop.exists",
    names: { zh: "诊断—干预—反馈监控体系", en: "Loop of diagnosis, intervention and feedback" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "诊断", en: "diagnosis" },
        { zh: "干预", en: "intervention" },
        { zh: "反馈", en: "feedback" },
      ],
    },
    periods: ["term"],
    measure: ITEMS,
    clause: "三(四)1：建立“诊断—干预—反馈”学业质量监控体系",
    targets: [{ stage: null, operator: "=", value: 3 }],
    example: { inputs: ["是", "是", "否"], value: 2 },
  },
  {
    ...common,
    id: "monitoring.stage.coverage",
    names: { zh: "各学段各学科质量监测覆盖", en: "Stages and subjects covered by monitoring" },
    form: "teaching",
    kind: {
      kind: "rate",
      of: { zh: "已监测的学段学科数", en: "subjects monitored, counted in each stage" },
      among: { zh: "应监测的学段学科数", en: "subjects to be monitored, counted in each stage" },
    },
    periods: ["schoolyear"],
    levels: ["county"],
    unit: "rate",
    source: "year2021",
    clause: "三(二)1：加强对全县各学段各学科教学模块的质量监测",
    confidence: "medium",
    targets: [{ stage: null, operator: "=", value: 1 }],
    readings: [EVERY_ONE],
    example: { inputs: [26, 27], value: 26 / 27 },
  },
  {
    ...common,
    id: "monitoring.plan.exists",
    names: { zh: "质量监测方案与命题细则", en: "Plan of monitoring and rules for setting papers" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "全县教学质量监测方案", en: "the county's plan of monitoring" },
        { zh: "学科质量监测命题细则", en: "rules for setting papers, by subject" },
      ],
    },
    periods: ["schoolyear"],
    levels: ["county"],
    measure: ITEMS,
    source: "year2021",
    clause: "三(二)1：制定全县教学质量监测方案和学科质量监测命题细则",
    targets: [{ stage: null, operator: "=", value: 2 }],
    example: { inputs: ["是", "是"], value: 2 },
  },
  {
    ...common,
    id: "analysis.report.days",
    names: { zh: "质量分析报告时限", en: "Days from the test to its report" },
    kind: {
      kind: "worst",
      end: "max",
      each: { zh: "抽测", en: "test" },
      what: { zh: "自结束至报告局党组的天数", en: "days from its end to the report" },
    },
    periods: ["lesson"],
    levels: ["county"],
    measure: { zh: "天", en: "days" },
    better: "low",
    source: "year2021",
    clause: "三(二)1：抽测结束两周内要完成教学质量分析报告并报告局党组",
    targets: [{ stage: null, operator: "<=", value: 14 }],
    readings: [
      {
        id: "calendar-days",
        zh: "“两周内”读作14个自然日，第14天在内",
        en: "within two weeks is read as 14 calendar days, the 14th included",
      },
    ],
    example: { inputs: [[9, 14, 15]], value: 15 },
  },
];
