/** 差异系数 of the seven resource indicators of 优质均衡 (guide C.1 and C.2; limits 0.50 primary, 0.45 junior). */
import type { Definition } from "./kinds.ts";

export const resource: readonly Definition[] = [
  {
    id: "eq.cv",
    version: 1,
    names: { zh: "校际差异系数", en: "Coefficient of variation between schools" },
    kind: { kind: "disparity" },
    stages: ["primary", "junior"],
    unit: "none",
    better: "low",
    formula: {
      zh: "S ÷ X̄，S² = Σ(各校学生数 ÷ 总学生数)(生均值 − X̄)²，X̄ = 总量 ÷ 总学生数",
      en: "S ÷ X̄, S² = Σ(pupils of the school ÷ all pupils)(amount per pupil − X̄)², X̄ = all amounts ÷ all pupils",
    },
    source: "县域义务教育优质均衡发展督导评估办法（教督〔2017〕6号）；小学 ≤0.50，初中 ≤0.45",
    targets: [
      { stage: "primary", operator: "<=", value: 0.5 },
      { stage: "junior", operator: "<=", value: 0.45 },
    ],
    reading: {
      id: "weighting",
      zh: "按学生数加权（2012 年算法；2017 年文本未重述）",
      en: "weighted by enrolment (the 2012 formula; the 2017 text does not restate it)",
    },
    estimate: false,
    example: null,
  },
];
