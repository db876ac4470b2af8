/** 优质均衡: the nine items of 教育质量, 社会认可度 and the precondition (guide C.4, C.5 and C.6). */
import type { Definition } from "./definition.ts";
import { RETENTION_TRANSFERS } from "./options.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "quality",
  stages: ["primary", "junior"],
  periods: ["year"],
  levels: ["county"],
  unit: "rate",
  better: "high",
  source: "national",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;
/** 是 or 否, as the inspectors find it. */
const present = {
  form: "evidence",
  unit: "flag",
  targets: [{ stage: null, operator: "=", value: 1 }],
  example: { inputs: ["是"], value: 1 },
} as const satisfies Partial<Definition>;
const SCHOOLS = { zh: "义务教育学校数", en: "compulsory schools" };

export const quality: readonly Definition[] = [
  {
    ...common,
    id: "qual.01.retention",
    names: { zh: "初中三年巩固率", en: "Retention over the three junior years" },
    form: "pupils",
    kind: {
      kind: "rate",
      of: { zh: "巩固人数（毕业人数，按转学口径）", en: "pupils retained (graduates, transfers as chosen)" },
      among: {
        zh: "应巩固人数（三年前入学人数，按转学口径）",
        en: "pupils to be retained (entrants of three years before, transfers as chosen)",
      },
    },
    stages: ["junior"],
    periods: ["threeyears"],
    clause: "教育质量第1项：达到95%以上",
    targets: [{ stage: null, operator: ">=", value: 0.95 }],
    options: [RETENTION_TRANSFERS],
    // 95 % of 1234 is 1172.3: 1172 fall short although both print as 95.0 %.
    example: { inputs: [1172, 1234], value: 1172 / 1234 },
  },
  {
    ...common,
    id: "qual.02.sen",
    names: { zh: "残疾儿童少年入学率", en: "Enrolment of children with disabilities" },
    form: "pupils",
    kind: {
      kind: "rate",
      of: { zh: "已入学的适龄残疾儿童少年数", en: "children with disabilities enrolled" },
      among: { zh: "适龄残疾儿童少年数", en: "children with disabilities of school age" },
    },
    clause: "教育质量第2项：达到95%以上",
    targets: [{ stage: null, operator: ">=", value: 0.95 }],
    example: { inputs: [76, 80], value: 0.95 },
  },
  {
    ...common,
    id: "qual.03.charter",
    names: { zh: "学校章程、管理与教学信息化", en: "Schools with a charter, and with digital management and teaching" },
    form: "evidence",
    kind: {
      kind: "rate",
      of: { zh: "已制定章程并实现管理与教学信息化的学校数", en: "schools with a charter and digital management and teaching" },
      among: SCHOOLS,
    },
    clause: "教育质量第3项：所有学校制定章程，实现管理与教学信息化",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: [35, 36], value: 35 / 36 },
  },
  {
    ...common,
    id: "qual.04.trainingfund",
    names: { zh: "教师培训经费≥公用经费预算总额5%", en: "Training takes 5 % of each school's public-fund budget" },
    form: "finance",
    kind: {
      kind: "worst",
      end: "min",
      each: { zh: "学校", en: "school" },
      what: { zh: "教师培训经费（元）", en: "teacher training funds (yuan)" },
      over: { zh: "年度公用经费预算总额（元）", en: "public-fund budget of the year (yuan)" },
    },
    levels: ["school"],
    clause: "教育质量第4项：所有学校按不低于年度公用经费预算总额的5%安排教师培训经费",
    targets: [{ stage: null, operator: ">=", value: 0.05 }],
    readings: [
      {
        id: "training-base",
        zh: "以公用经费预算总额为底；与工资总额5%（责任书）、生均公用经费8%（济宁）不是同一口径",
        en: "of the public-fund budget: not the 5 % of payroll of the responsibility statement, nor the 8 % of the Jining plan",
      },
    ],
    // Pooled 100,000 of 1,500,000 would be 6.7 %; the second school has 4 %.
    example: {
      inputs: [
        [80000, 20000],
        [1000000, 500000],
      ],
      value: 0.04,
    },
  },
  {
    ...common,
    ...present,
    id: "qual.05.ict",
    names: { zh: "教师能熟练运用信息化手段，设施利用率较高", en: "Teachers are at home with ICT, and equipment is well used" },
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "教师能熟练运用信息化手段组织教学，设施设备利用率达到较高水平",
          en: "teachers use ICT with ease, and equipment is used to a high degree",
        },
      ],
    },
    clause: "教育质量第5项：教师能熟练运用信息化手段，设施设备利用率较高",
    readings: [
      { id: "ict-inspected", zh: "“较高”没有数字：由督导评定是或否", en: "“high” carries no number: the inspectors find yes or no" },
    ],
  },
  {
    ...common,
    id: "qual.06.moral",
    names: { zh: "德育、校园文化良好以上", en: "Moral education and school culture: good or better" },
    form: "outside",
    kind: {
      kind: "outside",
      what: { zh: "德育工作、校园文化建设水平", en: "standing of moral education and school culture" },
      scale: [
        { zh: "不合格", en: "fail" },
        { zh: "合格", en: "pass" },
        { zh: "良好", en: "good" },
        { zh: "优秀", en: "excellent" },
      ],
    },
    levels: ["school"],
    unit: "level",
    clause: "教育质量第6项：所有学校达到良好以上",
    targets: [{ stage: null, operator: ">=", value: 3 }],
    readings: [
      {
        id: "moral-levels",
        zh: "等级名称没有列出：按优秀、良好、合格、不合格四等",
        en: "the levels are not named: read as excellent, good, pass, fail",
      },
    ],
    example: { inputs: ["良好", "督导评估报告"], value: 3 },
  },
  {
    ...common,
    ...present,
    id: "qual.07.curriculum",
    names: { zh: "课程开齐开足、教学秩序规范、综合实践", en: "Full curriculum, orderly teaching, practical activities" },
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "课程开齐开足，教学秩序规范，综合实践活动有效开展",
          en: "the full curriculum is taught, teaching is orderly, practical activities take place",
        },
      ],
    },
    clause: "教育质量第7项：课程开齐开足，教学秩序规范，综合实践活动有效开展",
  },
  {
    ...common,
    ...present,
    id: "qual.08.burden",
    names: { zh: "无过重课业负担", en: "No excessive workload of pupils" },
    kind: { kind: "checklist", items: [{ zh: "无过重课业负担现象", en: "no excessive workload is found" }] },
    clause: "教育质量第8项：无过重课业负担",
  },
  {
    ...common,
    id: "qual.09.naep",
    names: {
      zh: "国家监测相关科目Ⅲ级以上且校际差异率<0.15",
      en: "National monitoring: level Ⅲ or above (difference between schools judged apart)",
    },
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
    periods: ["threeyears"],
    unit: "level",
    clause: "教育质量第9项：相关科目学生学业水平达到Ⅲ级以上",
    targets: [{ stage: null, operator: ">=", value: 3 }],
    readings: [
      {
        id: "naep-county-level",
        zh: "读作全县结果在Ⅲ级以上，有多个科目时填最低的一科；另有读作Ⅲ级以上学生占85%以上的",
        en: "read as the county's result, the lowest where there are several subjects; some read it as 85 % of pupils at level Ⅲ or above",
      },
    ],
    example: { inputs: ["Ⅲ级", "国家义务教育质量监测报告"], value: 3 },
  },
  {
    ...common,
    id: "qual.09.naep.between",
    names: { zh: "国家监测相关科目校际差异率<0.15", en: "National monitoring: difference between schools below 0.15" },
    form: "outside",
    kind: {
      kind: "outside",
      what: { zh: "国家义务教育质量监测报告的校际差异率", en: "difference between schools in the national monitoring report" },
      scale: "score",
    },
    periods: ["threeyears"],
    unit: "none",
    better: "low",
    clause: "教育质量第9项：校际差异率低于0.15",
    targets: [{ stage: null, operator: "<", value: 0.15 }],
    readings: [
      {
        id: "naep-official-rate",
        zh: "以国家监测报告的数为准，有多个科目时填最高的一科；算法未公布，exam.betweenschools 只是估计",
        en: "as the national report has it, the highest where there are several subjects; no formula is published, exam.betweenschools only estimates it",
      },
    ],
    example: { inputs: [0.15, "国家义务教育质量监测报告"], value: 0.15 },
  },
  {
    ...common,
    id: "soc.01.recognition",
    names: {
      zh: "学生、家长、教师、校长、人大代表、政协委员等满意度",
      en: "Satisfaction of pupils, parents, teachers, heads, deputies and others",
    },
    form: "survey",
    kind: {
      kind: "rate",
      of: { zh: "表示满意的有效答卷数", en: "valid answers that are satisfied" },
      among: { zh: "有效答卷数", en: "valid answers" },
    },
    clause: "社会认可度：达到85%以上",
    targets: [{ stage: null, operator: ">=", value: 0.85 }],
    readings: [{ id: "recognition-pooled", zh: "各类人员的答卷合并计算", en: "the answers of all groups are counted together" }],
    example: { inputs: [1699, 2000], value: 0.8495 },
  },
  {
    ...common,
    ...present,
    id: "pre.01.basic",
    names: { zh: "基本均衡认定满三年且每年监测保持", en: "Basic balance recognised for three years and kept in every year's monitoring" },
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "通过国家义务教育基本均衡认定三年以上，且每年监测保持",
          en: "recognised as basically balanced for three years or more, and kept so in every year's monitoring",
        },
      ],
    },
    confidence: "medium",
    clause: "前置条件：基本均衡认定满三年且每年监测保持",
  },
];
