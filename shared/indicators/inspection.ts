/**
 * 视导与评价制度: joint visits, visits to named schools, signed statements and monitoring systems. Source clauses: 2025年方案 三(一) and 附件,
 * 济宁三年行动计划 第1、4、11条.
 */
import type { Definition } from "./definition.ts";
import { EVERY_ONE } from "./readings.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "supervision",
  form: "activities",
  stages: ["primary", "junior"],
  levels: ["county"],
  unit: "none",
  better: "high",
  source: "jining",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;
const TIMES = { zh: "次", en: "times" };

export const inspection: readonly Definition[] = [
  {
    ...common,
    id: "supervision.dualline",
    names: { zh: "双线督导教学视导", en: "Dual-line supervision of teaching" },
    kind: {
      kind: "count",
      what: {
        zh: "本学期教育局业务科室与责任督学联合视导次数",
        en: "visits this term with both a bureau office and the responsible inspector",
      },
      shape: "whole",
    },
    stages: ["primary", "junior", "senior"],
    periods: ["term"],
    levels: ["school"],
    measure: TIMES,
    source: "plan2025",
    clause: "三(一)：建立“双线督导”机制，教育局业务科室与责任督学联合开展教学视导",
    targets: [],
    judged: "unset",
    why: { zh: "原文没有写次数，区县可自行设定目标", en: "the text gives no frequency: a region may set its own target" },
    readings: [
      {
        id: "dual-line",
        zh: "科室和责任督学同到才算一次",
        en: "a visit counts only with both lines on it",
      },
    ],
    example: { inputs: [2], value: 2 },
  },
  {
    ...common,
    id: "statement.threelevel",
    names: {
      zh: "目标责任书：学校、学科组、教师三级指标",
      en: "Responsibility statements with targets of schools, subject groups and teachers",
    },
    form: "evidence",
    kind: {
      kind: "rate",
      of: { zh: "已明确指标并签订的责任书份数", en: "statements with targets, signed" },
      among: { zh: "学校、学科组、教师总数", en: "schools, subject groups and teachers together" },
    },
    stages: ["primary", "junior", "senior"],
    periods: ["year"],
    levels: ["school", "group", "teacher"],
    unit: "rate",
    source: "plan2025",
    confidence: "medium",
    clause: "附件：教学质量目标责任书（明确学校、学科组、教师三级指标）",
    targets: [{ stage: null, operator: "=", value: 1 }],
    readings: [EVERY_ONE],
    // 20 schools, 160 groups, 1320 teachers: one teacher has not signed.
    example: { inputs: [1499, 1500], value: 1499 / 1500 },
  },
  {
    ...common,
    id: "evaluation.monitoring.system",
    names: {
      zh: "监测平台、绿色指标、第三方评价、满意度调查",
      en: "Monitoring platform, green indicators, third-party evaluation, satisfaction survey",
    },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "基础教育质量监测平台", en: "platform for monitoring quality" },
        { zh: "质量监控绿色评价指标体系", en: "green indicators" },
        { zh: "引入第三方评价", en: "third-party evaluation" },
        { zh: "教育满意度调查机制", en: "survey of satisfaction" },
      ],
    },
    periods: ["year"],
    measure: { zh: "项", en: "items" },
    clause: "第11条：完善基础教育质量监测平台，制定质量监控绿色评价指标体系，积极引入第三方评价，优化完善教育满意度调查机制",
    targets: [{ stage: null, operator: "=", value: 4 }],
    example: { inputs: ["是", "否", "是", "是"], value: 3 },
  },
  {
    ...common,
    id: "inspection.teaching.routine",
    names: { zh: "教学常规督导", en: "Inspections of teaching routine" },
    kind: { kind: "count", what: { zh: "本学期教学常规督导次数", en: "inspections of teaching routine this term" }, shape: "whole" },
    periods: ["term"],
    levels: ["school"],
    measure: TIMES,
    clause: "第4条：定期、不定期对全区中小学教学管理和教学质量进行监督和评估；采取随机抽查的方式，经常性地对教师教学常规的实施情况进行督导",
    targets: [],
    judged: "unset",
    why: {
      zh: "原文只写“定期、不定期”“经常性”，没有次数，区县可自行设定目标",
      en: "the text says 'scheduled and random' and 'regularly' and gives no number: a region may set its own target",
    },
    example: { inputs: [3], value: 3 },
  },
  {
    ...common,
    id: "twohundred.support",
    names: { zh: "双百工程培育学校专项视导", en: "Targeted visits to the schools of the second batch" },
    kind: {
      kind: "count",
      what: { zh: "接受专项视导的第二批培育学校数（共2所）", en: "schools of the second batch visited (there are two)" },
      shape: "whole",
    },
    stages: ["primary"],
    periods: ["schoolyear"],
    measure: { zh: "所", en: "schools" },
    clause: "第1条：对第二批“双百工程”培育学校（疃里镇高庙小学和马集镇中心小学）进行“订单式”专项视导",
    targets: [{ stage: null, operator: ">=", value: 2 }],
    readings: [
      {
        id: "twohundred-visits",
        zh: "原文点名两所，读作两所都要视导；未写次数，每所至少视导一次即算",
        en: "the text names two schools: both are to be visited; it gives no number of visits, so a school visited once counts",
      },
    ],
    example: { inputs: [1], value: 1 },
  },
];
