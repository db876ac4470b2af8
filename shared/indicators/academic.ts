/**
 * 学业质量: rates and changes read from exams, and what national monitoring reports. Source clauses: 目标责任书 二.1 and 三(四)1,
 * 教学质量提升方案 二, 济宁三年行动计划 第1、13条.
 */
import type { Definition, Option, Reading } from "./definition.ts";
import { EXCELLENT_LINE, SCORE_DENOMINATOR } from "./options.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "academic",
  form: "exam",
  periods: ["year"],
  levels: ["school"],
  unit: "rate",
  better: "high",
  source: "statement",
  confidence: "high",
  judged: "limit",
} as const satisfies Partial<Definition>;

const ATTAINMENT: Reading = {
  id: "attainment-line",
  zh: "达标线未规定：以本次考试的及格线代替，各科合并计人次；国家监测为县级抽样，不能给出学校数",
  en: "the attainment line is not given: the exam's pass line stands in, pooled over subjects; national monitoring is a county sample and gives no school figure",
};
const EXCELLENCE: Reading = {
  id: "excellence-line",
  zh: "优秀线未规定：以本次考试的优秀线代替，各科合并计人次",
  en: "the excellence line is not given: the exam's excellent line stands in, pooled over subjects",
};
/** 义务教育阶段: both stages at once, or each. */
const COMPULSORY_SCOPE: Option = {
  id: "compulsory-pass-scope",
  names: { zh: "义务教育阶段全科合格率的范围", en: "Scope of the compulsory all-subject pass rate" },
  choices: [
    { id: "pooled", zh: "小学、初中各年级学生合并计算", en: "all pupils of primary and junior grades together" },
    { id: "stage", zh: "小学、初中分别计算，各自对照目标", en: "primary and junior apart, each against the limit" },
  ],
  source: {
    zh: "原文只写“义务教育阶段全科合格率”，未写分学段还是合并；默认按字面合并",
    en: "the text says 'of the compulsory stage' and not whether stages are pooled; the default takes it at its word",
  },
};
/** Four marks on both sides of the lines: 60 and 85 reach theirs. */
const FOUR = [85, 60, 84.5, 59.5];

export const academic: readonly Definition[] = [
  {
    ...common,
    id: "academic.attainment.rate.primary",
    names: { zh: "学业质量达标率（小学）", en: "Academic attainment rate, primary" },
    kind: { kind: "share", line: "pass", side: "reached" },
    reads: { from: "stage", line: "pass" },
    stages: ["primary"],
    clause: "二.1：小学不低于95%",
    targets: [{ stage: "primary", operator: ">=", value: 0.95 }],
    readings: [ATTAINMENT],
    options: [SCORE_DENOMINATOR],
    example: { inputs: [FOUR], value: 0.75 },
  },
  {
    ...common,
    id: "academic.attainment.rate.junior",
    names: { zh: "学业质量达标率（初中）", en: "Academic attainment rate, junior" },
    kind: { kind: "share", line: "pass", side: "reached" },
    reads: { from: "stage", line: "pass" },
    stages: ["junior"],
    clause: "二.1：初中不低于90%",
    targets: [{ stage: "junior", operator: ">=", value: 0.9 }],
    readings: [ATTAINMENT],
    options: [SCORE_DENOMINATOR],
    example: { inputs: [FOUR], value: 0.75 },
  },
  {
    ...common,
    id: "academic.excellence.rate.primary",
    names: { zh: "优秀率（小学）", en: "Excellence rate, primary" },
    kind: { kind: "share", line: "excellent", side: "reached" },
    reads: { from: "stage", line: "excellent" },
    stages: ["primary"],
    clause: "二.1：优秀率小学不低于40%",
    targets: [{ stage: "primary", operator: ">=", value: 0.4 }],
    readings: [EXCELLENCE],
    options: [EXCELLENT_LINE, SCORE_DENOMINATOR],
    example: { inputs: [FOUR], value: 0.25 },
  },
  {
    ...common,
    id: "academic.excellence.rate.junior",
    names: { zh: "优秀率（初中）", en: "Excellence rate, junior" },
    kind: { kind: "share", line: "excellent", side: "reached" },
    reads: { from: "stage", line: "excellent" },
    stages: ["junior"],
    clause: "二.1：优秀率初中不低于35%",
    targets: [{ stage: "junior", operator: ">=", value: 0.35 }],
    readings: [EXCELLENCE],
    options: [EXCELLENT_LINE, SCORE_DENOMINATOR],
    example: { inputs: [FOUR], value: 0.25 },
  },
  {
    ...common,
    id: "academic.pass.rate.primary.grad",
    names: { zh: "小学毕业年级语文、数学、英语三科合格率", en: "Grade-6 three-subject pass rate" },
    kind: { kind: "joint", subjects: { zh: "语文、数学、英语三科", en: "Chinese, mathematics and English" } },
    reads: { from: "grade", grade: 6, subjects: ["语文", "数学", "英语"] },
    stages: ["primary"],
    clause: "三(四)1：三科合格率100%",
    targets: [{ stage: "primary", operator: "=", value: 1 }],
    readings: [{ id: "joint", zh: "读作三科同时合格", en: "read as passing all three at once" }],
    example: {
      inputs: [
        [
          [60, 60, 60],
          [100, 59.5, 100],
        ],
      ],
      value: 0.5,
    },
  },
  {
    ...common,
    id: "academic.pass.all.rate.junior.grad",
    names: { zh: "初中毕业年级全科合格率", en: "Grade-9 all-subject pass rate" },
    kind: { kind: "joint", subjects: null },
    reads: { from: "grade", grade: 9, subjects: null },
    stages: ["junior"],
    clause: "三(四)1：全科合格率95%以上",
    targets: [{ stage: "junior", operator: ">=", value: 0.95 }],
    readings: [{ id: "leavers", zh: "考前转出的学生不计入", en: "pupils who left before the exam are not counted" }],
    example: {
      inputs: [
        [
          [60, 60],
          [61, 59.5],
          ["转出", 100],
        ],
      ],
      value: 0.5,
    },
  },
  {
    ...common,
    id: "academic.excellence.change.junior",
    names: { zh: "优秀率较2024年提升", en: "Excellence rate change vs 2024" },
    kind: {
      kind: "change",
      mode: "points",
      what: { zh: "优秀人次", en: "sittings at or above the excellent line" },
      over: { zh: "实考人次", en: "sittings" },
      shape: "whole",
    },
    reads: { from: "stage", line: "excellent" },
    stages: ["junior"],
    unit: "points",
    clause: "三(四)1：优秀率较2024年提升5个百分点",
    targets: [{ stage: "junior", operator: ">=", value: 0.05 }],
    readings: [EXCELLENCE],
    options: [EXCELLENT_LINE, SCORE_DENOMINATOR],
    // 45 % against 40 %: in binary arithmetic a little less than 5 points.
    example: { inputs: [45, 100, 40, 100], value: 0.05 },
  },
  {
    ...common,
    id: "academic.pass.all.rate.compulsory",
    names: { zh: "义务教育阶段全科合格率", en: "All-subject pass rate of the compulsory stage" },
    kind: { kind: "joint", subjects: null },
    // One exam gives a grade's rate (exam.allpass), not the stage's: the limit is not held against grades.
    reads: { from: "entered" },
    stages: ["primary", "junior"],
    periods: ["schoolyear"],
    levels: ["county"],
    source: "plan2025",
    clause: "二：义务教育阶段全科合格率提高至98%以上",
    targets: [{ stage: null, operator: ">=", value: 0.98 }],
    options: [COMPULSORY_SCOPE],
    example: {
      inputs: [
        [
          [60, 60, 60],
          [100, 59.5, 100],
          [75, 80, 85],
          ["免考", 60, 90],
        ],
      ],
      value: 0.75,
    },
  },
  {
    ...common,
    id: "academic.cut.item",
    names: { zh: "（原文缺失：98%以上,%;）", en: "(lost in the text: '98 % or above, %;')" },
    kind: {
      kind: "rate",
      of: { zh: "原文缺失的分子", en: "numerator, lost in the text" },
      among: { zh: "原文缺失的分母", en: "denominator, lost in the text" },
    },
    reads: { from: "entered" },
    stages: [],
    periods: [],
    levels: [],
    better: "none",
    source: "plan2025",
    confidence: "low",
    clause: "二：义务教育阶段全科合格率提高至98%以上，%；（逗号后的指标名和数字缺失）",
    targets: [],
    judged: "open",
    why: {
      zh: "原文缺失指标名和数字，只剩一个百分号，不猜测，不判定",
      en: "the text has lost the name and the number and kept a per cent sign: not guessed, not judged",
    },
    example: { inputs: [1, 2], value: 0.5 },
  },
  {
    ...common,
    id: "town.school.parity",
    names: { zh: "两镇各有一所中学、小学达城镇优质校平均水平", en: "Town schools at the mean of good urban schools" },
    form: "outside",
    kind: {
      kind: "count",
      what: {
        zh: "达到城镇优质学校平均水平的乡镇中学、小学数（每镇中学、小学各至多计1所）",
        en: "town schools at the mean of good urban schools (one junior and one primary school of each town at most)",
      },
      shape: "whole",
    },
    reads: { from: "entered" },
    stages: ["primary", "junior"],
    periods: ["threeyears"],
    levels: ["county"],
    unit: "none",
    measure: { zh: "所", en: "schools" },
    source: "jining",
    confidence: "low",
    clause: "第1条：力争用三年左右的时间，让两镇都有一所中学和小学达到城镇优质学校的平均水平",
    targets: [{ stage: null, operator: ">=", value: 4 }],
    readings: [
      {
        id: "town-parity",
        zh: "两镇各一所中学、一所小学，共4所；以什么衡量水平、哪些是优质学校原文未写，据认定结果填写",
        en: "a junior and a primary school in each of two towns: four; what is measured and which schools are good is not said, so findings are entered",
      },
    ],
    example: { inputs: [3], value: 3 },
  },
  {
    ...common,
    id: "naep.level",
    names: { zh: "国家义务教育质量监测学业水平", en: "Level in the national monitoring" },
    form: "outside",
    kind: {
      kind: "outside",
      what: { zh: "国家义务教育质量监测相关科目学业水平", en: "level of the subject in the national monitoring" },
      scale: [
        { zh: "Ⅰ级 待提高", en: "level Ⅰ, to be improved" },
        { zh: "Ⅱ级 中等", en: "level Ⅱ, middling" },
        { zh: "Ⅲ级 良好", en: "level Ⅲ, good" },
        { zh: "Ⅳ级 优秀", en: "level Ⅳ, excellent" },
      ],
    },
    reads: { from: "entered" },
    stages: ["primary", "junior"],
    periods: ["threeyears"],
    levels: ["county"],
    unit: "level",
    source: "jining",
    confidence: "medium",
    clause: "第13条：在国家义务教育质量监测中，相关科目学生学业水平达到Ⅲ级以上",
    targets: [{ stage: null, operator: ">=", value: 3 }],
    readings: [
      {
        id: "naep-level-whole",
        zh: "读作全区结果在Ⅲ级以上，有多个科目时填最低的一科；另有读作Ⅲ级以上学生占85%以上的",
        en: "read as the region's result, the lowest where there are several subjects; some read it as 85 % of pupils at level Ⅲ or above",
      },
    ],
    example: { inputs: ["Ⅲ级", "国家义务教育质量监测报告"], value: 3 },
  },
  {
    ...common,
    id: "naep.between.school.rate",
    names: { zh: "校际差异率", en: "Between-school difference in the national report" },
    form: "outside",
    kind: {
      kind: "outside",
      what: { zh: "国家监测报告的校际差异率", en: "difference between schools in the national report" },
      scale: "score",
    },
    reads: { from: "entered" },
    stages: ["primary", "junior"],
    periods: ["threeyears"],
    levels: ["county"],
    unit: "none",
    better: "low",
    source: "jining",
    clause: "第13条：且校际差异率低于0.15",
    targets: [{ stage: null, operator: "<", value: 0.15 }],
    readings: [
      {
        id: "naep-between-official",
        zh: "官方数，据国家监测报告填写，有多个科目时填最高的一科；未公布算法，exam.betweenschools 是本系统的估计，不能代替",
        en: "the official value, entered from the national report, the highest where there are several subjects; no formula is published, and exam.betweenschools is an estimate that does not replace it",
      },
    ],
    // Below is strict: 0.15 itself is not below 0.15.
    example: { inputs: [0.15, "国家义务教育质量监测报告"], value: 0.15 },
  },
];
