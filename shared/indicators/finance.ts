/**
 * 经费: shares of budgets, and budgets that must grow. Source clauses: 目标责任书 三(五)2, 教学质量提升方案 四 资源保障, 济宁 第7条.
 * Three sources speak of a share for teachers' training and each divides by something else: they stay three indicators.
 */
import type { Definition, Option, Reading } from "./definition.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "finance",
  form: "finance",
  stages: ["primary", "junior", "senior"],
  periods: ["year"],
  levels: ["school"],
  unit: "rate",
  better: "high",
  source: "statement",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;

const TRAINING = { zh: "教师培训经费（元）", en: "teacher training funds (yuan)" };
const YUAN = ["amount", "amount"] as const;

/** The special fund: three shares of one base. */
const ofSpecialFund = {
  ...common,
  levels: ["county"],
  better: "none",
  source: "plan2025",
} as const satisfies Partial<Definition>;
const SPECIAL_FUND = { zh: "专项经费总额（元）", en: "special fund (yuan)" };
const EXACT_SHARE: Reading = {
  id: "exact-share",
  zh: "“占”读作恰好等于，原文未给误差；三项合计75%，其余25%未规定用途",
  en: "a share is read as exactly that, no tolerance is given; the three add up to 75 %, the other 25 % are unassigned",
};

const BUDGET_BASE: Option = {
  id: "equipment-budget-base",
  names: { zh: "年度预算口径", en: "What the annual budget holds" },
  choices: [
    { id: "whole", zh: "年度预算含人员经费", en: "the annual budget with salaries" },
    { id: "without-pay", zh: "年度预算不含人员经费", en: "the annual budget without salaries" },
  ],
  source: { zh: "原文只写“年度预算”，未说明是否含人员经费", en: "the text says annual budget, not whether salaries are in it" },
};
const SPENT: Option = {
  id: "equipment-spend-basis",
  names: { zh: "设备投入口径", en: "Planned or spent" },
  choices: [
    { id: "spent", zh: "投入按决算支出计", en: "as spent, by the accounts" },
    { id: "planned", zh: "投入按预算安排计", en: "as planned in the budget" },
  ],
  source: { zh: "原文“投入”未说明按预算还是按决算", en: "the text does not say whether planned or spent" },
};

export const finance: readonly Definition[] = [
  {
    ...common,
    id: "budget.equipment.share",
    names: { zh: "教学设备更新投入占年度预算", en: "Renewal of equipment, share of the annual budget" },
    kind: {
      kind: "ratio",
      top: { zh: "教学设备更新投入（元）", en: "spent on renewing equipment (yuan)" },
      bottom: { zh: "年度预算（元）", en: "annual budget (yuan)" },
      shapes: YUAN,
      factor: 1,
    },
    clause: "三(五)2：2025年教学设备更新投入不低于年度预算的20%",
    targets: [{ stage: null, operator: ">=", value: 0.2 }],
    options: [BUDGET_BASE, SPENT],
    // Half a yuan short of 20 %.
    example: { inputs: [199999.5, 1000000], value: 0.1999995 },
  },
  {
    ...common,
    id: "budget.training.payroll.share",
    names: { zh: "教师培训经费占教师工资总额", en: "Training, share of teachers' pay" },
    kind: {
      kind: "ratio",
      top: TRAINING,
      bottom: { zh: "教师工资总额（元）", en: "all teachers' pay (yuan)" },
      shapes: YUAN,
      factor: 1,
    },
    clause: "三(五)2：教师培训经费不低于教师工资总额的5%",
    targets: [{ stage: null, operator: ">=", value: 0.05 }],
    readings: [
      {
        id: "of-payroll",
        zh: "分母为教师工资总额，与占专项经费30%、占公用经费8%或5%不是同一指标",
        en: "of teachers' pay: another indicator than 30 % of the special fund, or 8 % or 5 % of public funds",
      },
    ],
    example: { inputs: [250000, 5000000], value: 0.05 },
  },
  {
    ...common,
    id: "budget.perstudent.increase",
    names: { zh: "生均专项经费年增加额", en: "Yearly increase of the special fund per pupil" },
    kind: {
      kind: "change",
      mode: "difference",
      what: { zh: "专项经费（元）", en: "special fund (yuan)" },
      over: { zh: "学生数", en: "pupils" },
      shape: "amount",
    },
    levels: ["county"],
    unit: "none",
    measure: { zh: "元/生", en: "yuan per pupil" },
    source: "plan2025",
    clause: "四资源保障：设立专项经费（生均增加300元/年）",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 300 }],
    readings: [
      {
        id: "increase-of-300",
        zh: "读作比上年生均增加300元，不是生均300元；各年经费除以各年学生数",
        en: "read as 300 yuan a pupil more than the year before, not as 300 a pupil; each year's fund over its own pupils",
      },
    ],
    // 770 − 480. All of the rise over this year's pupils would be 312.86 and pass.
    example: { inputs: [1617000, 2100, 960000, 2000], value: 290 },
  },
  {
    ...ofSpecialFund,
    id: "budget.special.training.share",
    names: { zh: "专项经费：教师培训占比", en: "Special fund: share for training" },
    kind: { kind: "ratio", top: TRAINING, bottom: SPECIAL_FUND, shapes: YUAN, factor: 1 },
    clause: "四资源保障：专项经费重点用于教师培训（占30%）",
    targets: [{ stage: null, operator: "=", value: 0.3 }],
    readings: [EXACT_SHARE],
    example: { inputs: [300000, 1000000], value: 0.3 },
  },
  {
    ...ofSpecialFund,
    id: "budget.special.digital.share",
    names: { zh: "专项经费：数字资源占比", en: "Special fund: share for digital resources" },
    kind: {
      kind: "ratio",
      top: { zh: "数字资源建设经费（元）", en: "funds for digital resources (yuan)" },
      bottom: SPECIAL_FUND,
      shapes: YUAN,
      factor: 1,
    },
    clause: "四资源保障：专项经费重点用于数字资源建设（占25%）",
    targets: [{ stage: null, operator: "=", value: 0.25 }],
    readings: [EXACT_SHARE],
    example: { inputs: [249600, 1000000], value: 0.2496 },
  },
  {
    ...ofSpecialFund,
    id: "budget.special.lab.share",
    names: { zh: "专项经费：实验器材占比", en: "Special fund: share for laboratory equipment" },
    kind: {
      kind: "ratio",
      top: { zh: "实验器材更新经费（元）", en: "funds for renewing laboratory equipment (yuan)" },
      bottom: SPECIAL_FUND,
      shapes: YUAN,
      factor: 1,
    },
    clause: "四资源保障：专项经费重点用于实验器材更新（占20%）",
    targets: [{ stage: null, operator: "=", value: 0.2 }],
    readings: [EXACT_SHARE],
    example: { inputs: [200000, 1000000], value: 0.2 },
  },
  {
    ...common,
    id: "budget.training.nondecrease",
    names: { zh: "区级培训专项经费只增不减", en: "The district's training fund never falls" },
    kind: {
      kind: "change",
      mode: "never-falls",
      what: { zh: "区级教师培训专项经费（元）", en: "the district's training fund (yuan)" },
      shape: "amount",
    },
    stages: ["primary", "junior"],
    levels: ["county"],
    unit: "none",
    measure: { zh: "元", en: "yuan" },
    source: "jining",
    clause: "第7条：确保区级预算列支教师培训专项经费只增不减",
    targets: [{ stage: null, operator: ">=", value: 0 }],
    readings: [
      {
        id: "never-falls",
        zh: "“只增不减”读作不少于上年，持平也算",
        en: "only rising is read as not less than the year before: the same is enough",
      },
    ],
    example: { inputs: [1200000, 1200000.5], value: -0.5 },
  },
  {
    ...common,
    id: "budget.training.publicfund.share",
    names: { zh: "教师培训经费占生均公用经费", en: "Training, share of public funds per pupil" },
    kind: {
      kind: "ratio",
      top: TRAINING,
      bottom: { zh: "公用经费（按生均公用经费拨付，元）", en: "public funds, allotted per pupil (yuan)" },
      shapes: YUAN,
      factor: 1,
    },
    stages: ["primary", "junior"],
    better: "none",
    source: "jining",
    clause: "第7条：确保义务教育学校按照生均公用经费的8%用于教师培训",
    confidence: "medium",
    targets: [{ stage: null, operator: "=", value: 0.08 }],
    readings: [
      {
        id: "exactly-eight",
        zh: "“按照8%”读作恰好8%，原文未说明可否超过",
        en: "8 % is read as exactly that: the text does not say that more will do",
      },
      {
        id: "of-public-funds",
        zh: "分母为公用经费，与占工资总额5%、占专项经费30%不是同一指标；国家标准另为不低于5%",
        en: "of public funds: another indicator than 5 % of pay or 30 % of the special fund; the national floor of 5 % is one of its own",
      },
    ],
    example: { inputs: [79999, 1000000], value: 0.079999 },
  },
];
