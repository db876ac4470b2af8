/** 一分三率 and what a county reads from one exam. Sources: guide C.6 and C.8 (practice of counties; no national text fixes the lines). */
import type { Definition } from "./definition.ts";
import { EXCELLENT_LINE, LOW_LINE, SCORE_DENOMINATOR } from "./options.ts";

const STAGES = ["primary", "junior", "senior"] as const;
const common = {
  version: 1,
  from: "2026-11",
  family: "exam",
  form: "exam",
  stages: STAGES,
  periods: ["term"],
  levels: ["school", "county"],
  source: "practice",
  clause: "一分三率",
  confidence: "medium",
  targets: [],
  judged: "unset",
  reads: { from: "paper" },
} as const satisfies Partial<Definition>;

/** Ten pupils who hold every line on its edge: 60, 85 and 40 are at their lines. */
const TEN = [100, 85, 84.5, 70, 60, 59.5, 45, 40, 39.5, 0];

export const exam: readonly Definition[] = [
  {
    ...common,
    id: "exam.mean",
    names: { zh: "平均分", en: "Mean mark" },
    kind: { kind: "marks", of: "mean" },
    unit: "mark",
    better: "high",
    example: { inputs: [TEN], value: 58.35 },
  },
  {
    ...common,
    id: "exam.sd",
    names: { zh: "标准差", en: "Standard deviation" },
    kind: { kind: "marks", of: "deviation" },
    unit: "mark",
    better: "none",
    example: { inputs: [[2, 4, 4, 4, 5, 5, 7, 9]], value: 2 },
  },
  {
    ...common,
    id: "exam.pass",
    names: { zh: "及格率", en: "Pass rate" },
    kind: { kind: "share", line: "pass", side: "reached" },
    unit: "rate",
    better: "high",
    options: [SCORE_DENOMINATOR],
    example: { inputs: [TEN], value: 0.5 },
  },
  {
    ...common,
    id: "exam.excellent",
    names: { zh: "优秀率", en: "Excellent rate" },
    kind: { kind: "share", line: "excellent", side: "reached" },
    unit: "rate",
    better: "high",
    options: [EXCELLENT_LINE, SCORE_DENOMINATOR],
    example: { inputs: [TEN], value: 0.2 },
  },
  {
    ...common,
    id: "exam.low",
    names: { zh: "低分率", en: "Low rate" },
    kind: { kind: "share", line: "low", side: "below" },
    unit: "rate",
    better: "low",
    options: [LOW_LINE, SCORE_DENOMINATOR],
    example: { inputs: [TEN], value: 0.2 },
  },
  {
    ...common,
    id: "exam.allpass",
    names: { zh: "全科合格率", en: "All-subject pass rate" },
    kind: { kind: "joint", subjects: null },
    unit: "rate",
    better: "high",
    reads: { from: "grade", grade: null, subjects: null },
    example: {
      inputs: [
        [
          [60, 75, 90],
          [59.5, 80, 80],
          ["免考", 60, 60],
          [100, "缺考", 100],
          ["转出", null, null],
        ],
      ],
      value: 0.5,
    },
  },
  {
    ...common,
    id: "exam.valueadded",
    names: { zh: "增值", en: "Value added" },
    kind: { kind: "valueAdded" },
    unit: "mark",
    better: "high",
    readings: [
      {
        id: "regression",
        zh: "未规定方法：用全区回归残差，不收缩",
        en: "no method is laid down: residual of the region's regression, unshrunk",
      },
    ],
    reads: { from: "pairs" },
    // Regression of all four: slope 1, intercept 10; school A lies 1 above it, school B 1 below.
    example: { inputs: [["A", "A", "B", "B"], [50, 70, 50, 70], [61, 81, 59, 79], "A"], value: 1 },
  },
  {
    ...common,
    id: "exam.betweenschools",
    names: { zh: "校际差异率", en: "Between-school difference" },
    kind: { kind: "dispersion", measure: "icc" },
    levels: ["county"],
    unit: "none",
    better: "low",
    source: "jining",
    clause: "第13条：校际差异率低于0.15",
    targets: [{ stage: null, operator: "<", value: 0.15 }],
    judged: "limit",
    readings: [
      {
        id: "icc",
        zh: "官方未公布算法：按 ICC(1) 估计，官方数以国家监测报告为准",
        en: "no official formula is published: estimated as ICC(1); the official value is the national report's",
      },
    ],
    estimate: true,
    reads: { from: "members" },
    // Schools {1, 3} and {5, 7}: MSB = 16, MSW = 2, m = 2: (16 − 2) ÷ (16 + 2) = 14/18.
    example: {
      inputs: [
        ["A", "A", "B", "B"],
        [1, 3, 5, 7],
      ],
      value: 7 / 9,
    },
  },
];
