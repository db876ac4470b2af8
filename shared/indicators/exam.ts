/** 一分三率 and what a county reads from one exam. Sources: guide C.6 and C.8 (practice of counties; no national text fixes the lines). */
import type { Definition } from "./kinds.ts";

const STAGES = ["primary", "junior", "senior"] as const;
const common = { version: 1, stages: STAGES, targets: [], reading: null, estimate: false } as const;
const SCORE_PRACTICE = "县区成绩统计惯例（一分三率） / county practice, 一分三率";
/** Ten pupils who hold every line on its edge: 60, 85 and 40 are at their lines. */
const TEN = [100, 85, 84.5, 70, 60, 59.5, 45, 40, 39.5, 0];

export const exam: readonly Definition[] = [
  {
    ...common,
    id: "exam.mean",
    names: { zh: "平均分", en: "Mean mark" },
    kind: { kind: "mean" },
    unit: "mark",
    better: "high",
    formula: { zh: "实考学生分数之和 ÷ 实考人数", en: "sum of marks ÷ pupils who sat" },
    source: SCORE_PRACTICE,
    example: { marks: TEN, value: 58.35 },
  },
  {
    ...common,
    id: "exam.sd",
    names: { zh: "标准差", en: "Standard deviation" },
    kind: { kind: "deviation" },
    unit: "mark",
    better: "none",
    formula: { zh: "√(Σ(分数 − 平均分)² ÷ 实考人数)，总体标准差", en: "√(Σ(mark − mean)² ÷ pupils who sat), population form" },
    source: SCORE_PRACTICE,
    example: { marks: [2, 4, 4, 4, 5, 5, 7, 9], value: 2 },
  },
  {
    ...common,
    id: "exam.pass",
    names: { zh: "及格率", en: "Pass rate" },
    kind: { kind: "share", line: "pass", side: "reached" },
    unit: "rate",
    better: "high",
    formula: { zh: "分数 ≥ 及格线的人数 ÷ 实考人数", en: "pupils at or above the pass line ÷ pupils who sat" },
    source: SCORE_PRACTICE,
    example: { marks: TEN, value: 0.5 },
  },
  {
    ...common,
    id: "exam.excellent",
    names: { zh: "优秀率", en: "Excellent rate" },
    kind: { kind: "share", line: "excellent", side: "reached" },
    unit: "rate",
    better: "high",
    formula: { zh: "分数 ≥ 优秀线的人数 ÷ 实考人数", en: "pupils at or above the excellent line ÷ pupils who sat" },
    source: SCORE_PRACTICE,
    reading: {
      id: "excellent-line",
      zh: "优秀线无统一规定（80%、85%、90% 均有），默认满分的 85%，可按试卷设定",
      en: "no common excellent line (80, 85 and 90 % are in use): 85 % of the full mark unless the paper sets it",
    },
    example: { marks: TEN, value: 0.2 },
  },
  {
    ...common,
    id: "exam.low",
    names: { zh: "低分率", en: "Low rate" },
    kind: { kind: "share", line: "low", side: "below" },
    unit: "rate",
    better: "low",
    formula: { zh: "分数 < 低分线的人数 ÷ 实考人数", en: "pupils below the low line ÷ pupils who sat" },
    source: SCORE_PRACTICE,
    reading: {
      id: "low-line",
      zh: "低分线无统一规定（30%、40% 均有），默认满分的 40%，可按试卷设定",
      en: "no common low line (30 and 40 % are in use): 40 % of the full mark unless the paper sets it",
    },
    example: { marks: TEN, value: 0.2 },
  },
  {
    ...common,
    id: "exam.allpass",
    names: { zh: "全科合格率", en: "All-subject pass rate" },
    kind: { kind: "joint" },
    unit: "rate",
    better: "high",
    formula: {
      zh: "各科都达到及格线的学生数 ÷ 学生数（免考科目不计，缺考、缓考、违纪为不合格，转出不计）",
      en: "pupils at or above the line in every subject ÷ pupils (exempt subjects left out; absent, deferred, misconduct do not pass; left are no pupils)",
    },
    source: SCORE_PRACTICE,
    example: null,
  },
  {
    ...common,
    id: "exam.valueadded",
    names: { zh: "增值", en: "Value added" },
    kind: { kind: "valueAdded" },
    unit: "mark",
    better: "high",
    formula: {
      zh: "本校匹配学生在全区回归（后测对前测）中残差的平均",
      en: "mean residual of the school's matched pupils in the region's regression of after on before",
    },
    source: "guide B7, C.8",
    reading: {
      id: "regression",
      zh: "未规定方法：用全区回归残差，不收缩",
      en: "no method is laid down: residual of the region's regression, unshrunk",
    },
    example: null,
  },
  {
    ...common,
    id: "exam.betweenschools",
    names: { zh: "校际差异率", en: "Between-school difference" },
    kind: { kind: "between" },
    unit: "none",
    better: "low",
    formula: {
      zh: "校间方差 ÷ 总方差，ICC(1)：(MSB − MSW) ÷ (MSB + (m − 1)MSW)",
      en: "variance between schools ÷ total variance, ICC(1): (MSB − MSW) ÷ (MSB + (m − 1)MSW)",
    },
    source: "济宁经开区三年行动计划解读 第13条：校际差异率低于0.15",
    targets: [{ stage: null, operator: "<", value: 0.15 }],
    reading: {
      id: "icc",
      zh: "官方未公布算法：按 ICC(1) 估计，官方数以国家监测报告为准",
      en: "no official formula is published: estimated as ICC(1); the official value is the national report's",
    },
    estimate: true,
    example: null,
  },
];
