/**
 * 条件: rooms, grounds and equipment, and the gaps between schools; part of the family 经费与条件. Source clauses: 优质均衡专项方案 二 and 三(二)1,
 * 济宁 第6条.
 */
import type { Definition, Option, Reading } from "./definition.ts";
import { EQUIPMENT, SPORTS_AREA, TEACHING_AREA } from "./equity.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "finance",
  stages: ["primary", "junior"],
  periods: ["year"],
  levels: ["school"],
  unit: "none",
  better: "high",
  source: "balance2025",
  confidence: "high",
  judged: "limit",
} as const satisfies Partial<Definition>;
/** The plan refers to the standard and gives no number itself. */
const asStandard = {
  ...common,
  form: "resources",
  confidence: "medium",
  readings: [
    {
      id: "as-standard",
      zh: "方案未给数字，只说达到优质均衡标准：取国家标准的数",
      en: "the plan gives no number and refers to the standard: its numbers are taken",
    },
  ],
} as const satisfies Partial<Definition>;
const present = {
  ...common,
  form: "evidence",
  unit: "flag",
  targets: [{ stage: null, operator: "=", value: 1 }],
  reads: { from: "entered" },
  example: { inputs: ["是"], value: 1 },
} as const satisfies Partial<Definition>;

const GAP: Reading = {
  id: "gap-as-cv",
  zh: "原文未给算法：差距以校际差异系数衡量，逐项指标填写，两年用同一算法",
  en: "the text gives no formula: the gap is the coefficient of variation between schools, one indicator at a time, the same way in both years",
};
const gap = {
  ...common,
  form: "resources",
  levels: ["county"],
  better: "low",
  targets: [],
  judged: "direction",
  why: {
    zh: "“缩小”没有数字：只显示变化，不判定达标",
    en: "narrowing carries no number: the change is shown and never a pass",
  },
  readings: [GAP],
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;

const USED: Option = {
  id: "equipment-use-measure",
  names: { zh: "设备使用率口径", en: "What the use rate counts" },
  choices: [
    { id: "devices", zh: "有使用记录的设备台（套）数 ÷ 在册台（套）数", en: "devices with a record of use ÷ devices on the books" },
    { id: "lessons", zh: "实际使用课时 ÷ 应使用课时", en: "lessons in which it was used ÷ lessons planned for it" },
  ],
  source: { zh: "原文未规定设备使用率的算法", en: "the text does not say how the use rate is computed" },
};

export const conditions: readonly Definition[] = [
  {
    ...asStandard,
    ...TEACHING_AREA,
    id: "resource.teaching.area",
    names: { zh: "生均教学及辅助用房面积", en: "Teaching and auxiliary area per pupil" },
    clause: "二.1：达到优质均衡标准，生均教学及辅助用房面积满足需求（按优质均衡标准：小学≥4.5、初中≥5.8）",
    targets: [
      { stage: "primary", operator: ">=", value: 4.5 },
      { stage: "junior", operator: ">=", value: 5.8 },
    ],
    example: { inputs: [2249.5, 500], value: 4.499 },
  },
  {
    ...asStandard,
    ...SPORTS_AREA,
    id: "resource.sports.area",
    names: { zh: "生均体育运动场馆面积", en: "Sports area per pupil" },
    clause: "二.1：达到优质均衡标准，生均体育运动场馆面积满足需求（按优质均衡标准：小学≥7.5、初中≥10.2）",
    targets: [
      { stage: "primary", operator: ">=", value: 7.5 },
      { stage: "junior", operator: ">=", value: 10.2 },
    ],
    example: { inputs: [3750, 500], value: 7.5 },
  },
  {
    ...asStandard,
    ...EQUIPMENT,
    id: "resource.equipment.value",
    names: { zh: "生均教学仪器设备值", en: "Value of teaching equipment per pupil" },
    clause: "二.1：达到优质均衡标准，生均教学仪器设备值满足需求（按优质均衡标准：小学≥2000、初中≥2500）",
    targets: [
      { stage: "primary", operator: ">=", value: 2000 },
      { stage: "junior", operator: ">=", value: 2500 },
    ],
    example: { inputs: [1000000, 500], value: 2000 },
  },
  {
    ...gap,
    id: "gap.resource.reduction",
    names: { zh: "城乡、区域、校际资源差距缩小", en: "Change of the gap in resources" },
    kind: {
      kind: "change",
      mode: "difference",
      what: { zh: "资源配置指标的差异系数", en: "coefficient of variation of a resource" },
      shape: "real",
    },
    clause: "三(二)1：优化教育资源配置，缩小城乡、区域、学校之间的差距",
    example: { inputs: [0.452, 0.478], value: -0.026 },
  },
  {
    ...gap,
    id: "gap.teacher.reduction",
    names: { zh: "城乡、区域、校际师资差距缩小", en: "Change of the gap in teachers" },
    kind: {
      kind: "change",
      mode: "difference",
      what: { zh: "师资指标的差异系数", en: "coefficient of variation of teachers" },
      shape: "real",
    },
    clause: "二.2：城乡、区域、学校之间师资差距进一步缩小",
    example: { inputs: [0.31, 0.3], value: 0.01 },
  },
  {
    ...present,
    id: "resource.platform.exists",
    names: { zh: "优质教育资源共享平台", en: "Platform for sharing resources" },
    kind: { kind: "checklist", items: [{ zh: "优质教育资源共享平台", en: "a platform for sharing good resources" }] },
    clause: "三(二)1：建立优质教育资源共享平台，实现优质课程、教学案例、教研成果等资源的共建共享",
  },
  {
    ...present,
    id: "equipment.maintenance",
    names: { zh: "设备管理维护制度与使用效率", en: "Rules for keeping equipment, and its use" },
    kind: { kind: "checklist", items: [{ zh: "教学设备管理和维护制度", en: "rules for managing and maintaining equipment" }] },
    clause: "三(二)1：建立教学设备管理和维护制度，提高设备的使用效率",
    confidence: "medium",
    readings: [
      {
        id: "efficiency-unjudged",
        zh: "只判制度有无：“提高使用效率”没有数字和算法，不判定",
        en: "only the rules are judged: better use carries neither number nor formula",
      },
    ],
  },
  {
    ...common,
    id: "equipment.use.rate",
    names: { zh: "设备使用率提高", en: "Change of the use of equipment" },
    form: "resources",
    kind: {
      kind: "change",
      mode: "points",
      what: { zh: "设备实际使用数", en: "equipment used" },
      over: { zh: "设备应使用数", en: "equipment to be used" },
      shape: "whole",
    },
    unit: "points",
    source: "jining",
    clause: "第6条：加强系统设备维护、提高设备使用率",
    targets: [],
    judged: "direction",
    why: { zh: "“提高”没有数字：只显示变化，不判定达标", en: "a rise carries no number: the change is shown and never a pass" },
    options: [USED],
    reads: { from: "entered" },
    // 90 % against 80 %.
    example: { inputs: [450, 500, 400, 500], value: 0.1 },
  },
];
