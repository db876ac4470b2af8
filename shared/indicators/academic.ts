/** 学业质量: rates and changes read from exams. Source clauses: 目标责任书 二.1 and 三(四)1, 教学质量提升方案 二. */
import type { Definition, Reading } from "./definition.ts";
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
];
