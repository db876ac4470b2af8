/** 教师队伍: 名师, 名校长 and their studios, over a cycle of three years in the whole county. Source clause: 济宁解读 第7条. */
import type { Definition, Option, Reading } from "./definition.ts";
import { AT_LEAST } from "./readings.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "staff",
  form: "staff",
  stages: ["primary", "junior"],
  periods: ["threeyears"],
  levels: ["county"],
  unit: "none",
  better: "high",
  source: "jining",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;
const PEOPLE = { zh: "名", en: "people" };
const STUDIOS = { zh: "个", en: "studios" };

const STUDIO_COUNT: Option = {
  id: "studio-count",
  names: { zh: "工作室数口径", en: "How studios are counted" },
  choices: [
    { id: "together", zh: "名师工作室与优秀班主任工作室合计", en: "studios of master teachers and of class teachers together" },
    { id: "each", zh: "两类各计，填较少的一类", en: "each kind by itself: the smaller number is entered" },
  ],
  source: {
    zh: "原文“5个名师工作室和优秀班主任工作室”只写一个数，同句“10名名师和10名名校长”写了两个，故默认合计",
    en: "one number stands for both kinds, where the same sentence writes two for teachers and heads: hence together",
  },
};
const FUNDING_CASE: Option = {
  id: "studio-funding-case",
  names: { zh: "工作室经费口径", en: "What the studio funding is for" },
  choices: [
    { id: "studio", zh: "每个工作室每年1万元", en: "10,000 yuan a year for each studio" },
    { id: "total", zh: "各工作室合计每年1万元，合计填一行", en: "10,000 yuan a year for all together, entered as one row" },
  ],
  source: { zh: "原文未写是每个还是合计；主语是“每个工作室”", en: "the text does not say; its subject is each studio" },
};

const YOUTH_SMALLEST: Reading = {
  id: "studio-youth-smallest",
  zh: "8—10名分两条判定：人数最少的工作室不少于8名，人数最多的不多于10名（studio.youth.most）；两条都达标，每个工作室才都达标",
  en: "8 to 10 is judged in two: the smallest studio has at least 8, the largest at most 10 (studio.youth.most); every studio is inside only where both are met",
};
const YOUTH_LARGEST: Reading = {
  id: "studio-youth-largest",
  zh: "8—10名的上限，按人数最多的工作室判定；下限见 studio.youth.count",
  en: "the upper end of 8 to 10, judged on the largest studio; the lower end is studio.youth.count",
};
const FUNDING_AIM: Reading = {
  id: "studio-funding-aim",
  zh: "原文为“积极争取”：是努力方向，不是硬性义务",
  en: "the text says 'strive for': an aim, no duty",
};

export const masters: readonly Definition[] = [
  {
    ...common,
    id: "teacher.master.count",
    names: { zh: "名师人数", en: "Master teachers" },
    kind: { kind: "count", what: { zh: "周期内评选的名师人数", en: "master teachers chosen in the cycle" }, shape: "whole" },
    measure: PEOPLE,
    clause: "第7条：以三年为一个周期，培养评选10名名师",
    targets: [{ stage: null, operator: ">=", value: 10 }],
    readings: [AT_LEAST],
    example: { inputs: [10], value: 10 },
  },
  {
    ...common,
    id: "principal.master.count",
    names: { zh: "名校长人数", en: "Master principals" },
    kind: { kind: "count", what: { zh: "周期内评选的名校长人数", en: "master principals chosen in the cycle" }, shape: "whole" },
    measure: PEOPLE,
    clause: "第7条：以三年为一个周期，培养评选10名名校长",
    targets: [{ stage: null, operator: ">=", value: 10 }],
    readings: [AT_LEAST],
    example: { inputs: [9], value: 9 },
  },
  {
    ...common,
    id: "studio.count",
    names: { zh: "名师工作室和优秀班主任工作室", en: "Studios of master teachers and of class teachers" },
    kind: { kind: "count", what: { zh: "工作室数", en: "studios" }, shape: "whole" },
    measure: STUDIOS,
    clause: "第7条：建设5个名师工作室和优秀班主任工作室",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 5 }],
    readings: [AT_LEAST],
    options: [STUDIO_COUNT],
    example: { inputs: [5], value: 5 },
  },
  {
    ...common,
    id: "studio.youth.count",
    names: { zh: "每个工作室带动青年教师", en: "Young teachers of each studio" },
    kind: { kind: "worst", end: "min", each: { zh: "工作室", en: "studio" }, what: { zh: "带动的青年教师数", en: "young teachers" } },
    measure: PEOPLE,
    clause: "第7条：每个工作室引领带动8—10名青年教师成长",
    targets: [{ stage: null, operator: ">=", value: 8 }],
    readings: [YOUTH_SMALLEST],
    example: { inputs: [[8, 10, 7]], value: 7 },
  },
  {
    ...common,
    id: "studio.youth.most",
    names: { zh: "带动青年教师最多的工作室", en: "Young teachers of the largest studio" },
    kind: { kind: "worst", end: "max", each: { zh: "工作室", en: "studio" }, what: { zh: "带动的青年教师数", en: "young teachers" } },
    measure: PEOPLE,
    better: "none",
    clause: "第7条：每个工作室引领带动8—10名青年教师成长",
    targets: [{ stage: null, operator: "<=", value: 10 }],
    readings: [YOUTH_LARGEST],
    example: { inputs: [[8, 10, 11]], value: 11 },
  },
  {
    ...common,
    id: "studio.funding",
    names: { zh: "工作室市财政经费", en: "City funding of each studio" },
    form: "finance",
    kind: { kind: "worst", end: "min", each: { zh: "工作室", en: "studio" }, what: { zh: "市财政经费（元）", en: "city funding (yuan)" } },
    periods: ["year"],
    measure: { zh: "元", en: "yuan" },
    clause: "第7条：积极争取市财政每年给予1万元经费支持",
    confidence: "low",
    targets: [{ stage: null, operator: ">=", value: 10000 }],
    readings: [FUNDING_AIM, AT_LEAST],
    options: [FUNDING_CASE],
    example: { inputs: [[10000, 9999.5, 12000]], value: 9999.5 },
  },
];
