/** The academic targets of the 2025 目标责任书 (source document 000, 二.1 and 三(四)1). Ids are those of the list of source indicators. */
import type { Definition, Reading } from "./kinds.ts";

const SOURCE = "2025年教育教学质量目标责任书";
const common = { version: 1, unit: "rate", better: "high", estimate: false, example: null } as const;

const ATTAINMENT: Reading = {
  id: "attainment-line",
  zh: "达标线未规定：以本次考试的及格线代替，各科合并计人次；国家监测为县级抽样，不能给出学校数",
  en: "the attainment line is not given: the exam's pass line stands in, pooled over subjects; national monitoring is a county sample and gives no school figure",
};
const EXCELLENCE: Reading = {
  id: "excellence-line",
  zh: "优秀线未规定：以本次考试的优秀线（默认满分的 85%）代替，各科合并计人次",
  en: "the excellence line is not given: the exam's excellent line (85 % of the full mark by default) stands in, pooled over subjects",
};
const pooledFormula = (zh: string, en: string) => ({
  zh: `各科${zh}人次之和 ÷ 各科实考人次之和`,
  en: `sittings ${en}, over all subjects ÷ sittings, over all subjects`,
});

export const academic: readonly Definition[] = [
  {
    ...common,
    id: "academic.attainment.rate.primary",
    names: { zh: "学业质量达标率（小学）", en: "Academic attainment rate, primary" },
    kind: { kind: "pooled", line: "pass" },
    stages: ["primary"],
    formula: pooledFormula("达标", "at or above the pass line"),
    source: `${SOURCE} 二.1：小学不低于95%`,
    targets: [{ stage: "primary", operator: ">=", value: 0.95 }],
    reading: ATTAINMENT,
  },
  {
    ...common,
    id: "academic.attainment.rate.junior",
    names: { zh: "学业质量达标率（初中）", en: "Academic attainment rate, junior" },
    kind: { kind: "pooled", line: "pass" },
    stages: ["junior"],
    formula: pooledFormula("达标", "at or above the pass line"),
    source: `${SOURCE} 二.1：初中不低于90%`,
    targets: [{ stage: "junior", operator: ">=", value: 0.9 }],
    reading: ATTAINMENT,
  },
  {
    ...common,
    id: "academic.excellence.rate.primary",
    names: { zh: "优秀率（小学）", en: "Excellence rate, primary" },
    kind: { kind: "pooled", line: "excellent" },
    stages: ["primary"],
    formula: pooledFormula("优秀", "at or above the excellent line"),
    source: `${SOURCE} 二.1：优秀率小学不低于40%`,
    targets: [{ stage: "primary", operator: ">=", value: 0.4 }],
    reading: EXCELLENCE,
  },
  {
    ...common,
    id: "academic.excellence.rate.junior",
    names: { zh: "优秀率（初中）", en: "Excellence rate, junior" },
    kind: { kind: "pooled", line: "excellent" },
    stages: ["junior"],
    formula: pooledFormula("优秀", "at or above the excellent line"),
    source: `${SOURCE} 二.1：初中不低于35%`,
    targets: [{ stage: "junior", operator: ">=", value: 0.35 }],
    reading: EXCELLENCE,
  },
  {
    ...common,
    id: "academic.pass.rate.primary.grad",
    names: { zh: "小学毕业年级语文、数学、英语三科合格率", en: "Grade-6 three-subject pass rate" },
    kind: { kind: "graduates", grade: 6, subjects: ["语文", "数学", "英语"] },
    stages: ["primary"],
    formula: { zh: "三科都达到及格线的学生数 ÷ 学生数", en: "pupils at or above the line in all three subjects ÷ pupils" },
    source: `${SOURCE} 三(四)1：三科合格率100%`,
    targets: [{ stage: "primary", operator: "=", value: 1 }],
    reading: { id: "joint", zh: "读作三科同时合格", en: "read as passing all three at once" },
  },
  {
    ...common,
    id: "academic.pass.all.rate.junior.grad",
    names: { zh: "初中毕业年级全科合格率", en: "Grade-9 all-subject pass rate" },
    kind: { kind: "graduates", grade: 9, subjects: null },
    stages: ["junior"],
    formula: { zh: "各科都达到及格线的学生数 ÷ 学生数", en: "pupils at or above the line in every subject ÷ pupils" },
    source: `${SOURCE} 三(四)1：全科合格率95%以上`,
    targets: [{ stage: "junior", operator: ">=", value: 0.95 }],
    reading: { id: "leavers", zh: "考前转出的学生不计入", en: "pupils who left before the exam are not counted" },
  },
  {
    ...common,
    id: "academic.excellence.change.junior",
    names: { zh: "优秀率较2024年提升", en: "Excellence rate change vs 2024" },
    kind: { kind: "change", line: "excellent" },
    stages: ["junior"],
    unit: "points",
    formula: { zh: "本次优秀率 − 基线采集的优秀率（百分点）", en: "excellent rate − that of the baseline collection (percentage points)" },
    source: `${SOURCE} 三(四)1：优秀率较2024年提升5个百分点`,
    targets: [{ stage: "junior", operator: ">=", value: 0.05 }],
    reading: EXCELLENCE,
  },
];
