/** 课堂与作业: the regional cloud platform and the 三个课堂. Source clause: 教学质量提升方案 三(一) 数字化转型工程. */
import type { Definition, Option } from "./definition.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "teaching",
  form: "teaching",
  stages: ["primary", "junior", "senior"],
  periods: ["year"],
  levels: ["county"],
  unit: "none",
  better: "high",
  source: "plan2025",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;

const DELIVERY_CASE: Option = {
  id: "delivery-case",
  names: { zh: "专递课堂计数口径", en: "What delivery lessons are counted by" },
  choices: [
    { id: "pair", zh: "城区校与村小每结成一对计一个", en: "by pair of a town school and a village school" },
    { id: "village", zh: "每所村小计一个，它的各个结对相加", en: "by village school, its pairs added up" },
  ],
  source: {
    zh: "原文“结对直播授课，每月≥8课时”未写按什么计；按结对最贴近原文",
    en: "the text does not say what the lessons are counted by; pairs are closest to it",
  },
};

export const digital: readonly Definition[] = [
  {
    ...common,
    id: "platform.share.exists",
    names: { zh: "区域智慧教育云平台三项功能", en: "The three functions of the regional cloud platform" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "优质课例资源全区共享", en: "exemplary lessons shared in the whole district" },
        { zh: "学生学业数据实时追踪", en: "pupils' results followed in real time" },
        { zh: "教师AI备课助手", en: "AI lesson-preparation assistant" },
      ],
    },
    measure: { zh: "项", en: "items" },
    clause: "三(一)：云平台实现优质课例资源全区共享、学生学业数据实时追踪、教师AI备课助手全覆盖",
    targets: [{ stage: null, operator: "=", value: 3 }],
    example: { inputs: ["是", "是", "是"], value: 3 },
  },
  {
    ...common,
    id: "platform.ai.coverage",
    names: { zh: "教师AI备课助手覆盖率", en: "Teachers with the AI lesson-preparation assistant" },
    kind: {
      kind: "rate",
      of: { zh: "可使用AI备课助手的教师数", en: "teachers with access to the assistant" },
      among: { zh: "教师数", en: "teachers" },
    },
    unit: "rate",
    clause: "三(一)：教师AI备课助手全覆盖",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: [1999, 2000], value: 0.9995 },
  },
  {
    ...common,
    id: "threeclass.delivery.lessons",
    names: { zh: "专递课堂每月课时", en: "Delivery-class lessons a month" },
    form: "activities",
    kind: {
      kind: "worst",
      end: "min",
      each: { zh: "结对", en: "pair" },
      what: { zh: "直播授课课时", en: "lessons taught live" },
    },
    stages: ["primary"],
    periods: ["month"],
    levels: ["school"],
    measure: { zh: "课时", en: "lessons" },
    clause: "三(一)：专递课堂，城区校与村小结对直播授课，每月≥8课时",
    confidence: "medium",
    targets: [{ stage: "primary", operator: ">=", value: 8 }],
    options: [DELIVERY_CASE],
    example: { inputs: [[8, 10, 8]], value: 8 },
  },
  {
    ...common,
    id: "threeclass.master.resources",
    names: { zh: "名师课堂年度生成资源", en: "Master-class resources a year" },
    form: "activities",
    kind: { kind: "count", what: { zh: "名师课堂生成的资源数", en: "resources made by master classes" }, shape: "whole" },
    measure: { zh: "个", en: "resources" },
    clause: "三(一)：名师课堂年度生成资源≥1000个",
    targets: [{ stage: null, operator: ">=", value: 1000 }],
    example: { inputs: [999], value: 999 },
  },
  {
    ...common,
    id: "threeclass.network.rate",
    names: { zh: "名校网络课堂参与学校", en: "Schools in the network class" },
    kind: {
      kind: "rate",
      of: { zh: "参与名校网络课堂的学校数", en: "schools taking part" },
      among: { zh: "学校数", en: "schools" },
    },
    unit: "rate",
    clause: "三(一)：名校网络课堂参与学校≥80%",
    targets: [{ stage: null, operator: ">=", value: 0.8 }],
    // 79.5 % is no 80 %, though it rounds to it.
    example: { inputs: [159, 200], value: 0.795 },
  },
];
