/**
 * 高考与位次: the county's places in the city's assessment, and gaokao. Source clauses: 2021 quality-year plan 二 and 三(二)4, 教学质量提升方案 二.
 * The scraped 2021 text writes 中学 for 高中 and 教化 for 教育; clauses are quoted with the words restored.
 */
import type { Definition, Option } from "./definition.ts";
import { POLICY } from "./policy.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "senior",
  form: "outside",
  stages: ["senior"],
  periods: ["year"],
  levels: ["county"],
  source: "year2021",
  confidence: "high",
  better: "high",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;
const rank = {
  ...common,
  unit: "rank",
  better: "low",
  restricted: POLICY.ranking,
  readings: [
    {
      id: "city-rank",
      zh: "名次按市里公布的填，并列时同名次；参评县区数未给",
      en: "the rank as the city published it, equal where tied; how many counties take part is not given",
    },
  ],
} as const satisfies Partial<Definition>;
const award = {
  ...common,
  unit: "flag",
  targets: [{ stage: null, operator: "=", value: 1 }],
  judged: "limit",
  example: { inputs: ["是"], value: 1 },
} as const satisfies Partial<Definition>;

/** Whom a rate of gaokao is taken of. */
const CANDIDATES: Option = {
  id: "gaokao-denominator",
  names: { zh: "上线率分母", en: "Denominator of gaokao rates" },
  choices: [
    { id: "sat", zh: "分母为实际参加高考人数", en: "of those who sat gaokao" },
    { id: "registered", zh: "分母为高考报名人数", en: "of those registered for gaokao" },
    { id: "entrants", zh: "分母为该届高一入学人数", en: "of those who entered grade 10 three years before" },
  ],
  source: {
    zh: "原文只写上线率，未写分母：实考、报名、高一入学均有使用",
    en: "the text names no denominator: those who sat, who registered, or who entered grade 10",
  },
};

/** What a breakthrough is measured from. */
const BASELINE: Option = {
  id: "gaokao-baseline",
  names: { zh: "“突破”的基线", en: "Baseline of the breakthrough" },
  choices: [
    { id: "last-year", zh: "基线为上一年人数", en: "against last year's number" },
    { id: "record", zh: "基线为历年最高人数", en: "against the highest number of any year" },
  ],
  source: { zh: "原文只写“突破”，未写与哪一年比", en: "the text says breakthrough, not against which year" },
};
const breakthrough = {
  ...common,
  unit: "none",
  measure: { zh: "人", en: "pupils" },
  targets: [],
  judged: "direction",
  why: {
    zh: "“突破”没有数字，也没有基线：只显示变化，不判定达标",
    en: "a breakthrough carries neither number nor baseline: the change is shown and never a pass",
  },
  options: [BASELINE],
  restricted: POLICY.admission,
} as const satisfies Partial<Definition>;
const CANDIDATE_COUNT = { zh: "考生数", en: "candidates" };

export const senior: readonly Definition[] = [
  {
    ...rank,
    id: "rank.city.senior",
    names: { zh: "全市高中综合评估位次", en: "Place in the city's assessment, senior" },
    kind: { kind: "outside", what: { zh: "全市高中综合评估位次", en: "place in the city's assessment of senior schools" }, scale: "rank" },
    clause: "二：在全市高中综合评估中位居全市各县前列",
    confidence: "medium",
    targets: [],
    judged: "direction",
    why: { zh: "“前列”没有数字：只显示位次，不判定达标", en: "near the top carries no number: the place is shown and never a pass" },
    example: { inputs: [3, "市综合评估通报"], value: 3 },
  },
  {
    ...breakthrough,
    id: "gaokao.qingbei.count",
    names: { zh: "清北录取人数突破", en: "Change of admissions to Tsinghua and Peking University" },
    kind: {
      kind: "change",
      mode: "difference",
      what: { zh: "清华、北大录取人数", en: "pupils admitted to Tsinghua or Peking University" },
      shape: "whole",
    },
    clause: "二：高考“三个突破”，“清北”人数新突破",
    example: { inputs: [3, 2], value: 1 },
  },
  {
    ...breakthrough,
    id: "gaokao.keytier.count",
    names: { zh: "重本人数大突破", en: "Change of admissions to key universities" },
    kind: {
      kind: "change",
      mode: "difference",
      what: { zh: "重点本科人数", en: "pupils admitted to key universities" },
      shape: "whole",
    },
    clause: "二：重本人数大突破",
    readings: [
      {
        id: "key-tier",
        zh: "合并录取批次后已没有“重本”：按本县沿用的口径填，两年须一致",
        en: "since the tiers were merged there are no key universities: as the county still counts them, the same way in both years",
      },
    ],
    example: { inputs: [412, 398], value: 14 },
  },
  {
    ...breakthrough,
    id: "gaokao.undergrad.count",
    names: { zh: "本科人数再突破", en: "Change of admissions to undergraduate studies" },
    kind: { kind: "change", mode: "difference", what: { zh: "本科人数", en: "pupils admitted to undergraduate studies" }, shape: "whole" },
    clause: "二：本科人数再突破",
    example: { inputs: [1503, 1510], value: -7 },
  },
  {
    ...award,
    id: "award.city.senior",
    names: { zh: "全市年度高中教学工作先进单位", en: "City award for senior teaching" },
    kind: {
      kind: "checklist",
      items: [{ zh: "获得全市年度高中教育教学工作先进单位", en: "the city's award of the year for senior schools was won" }],
    },
    clause: "二：县教体局获得全市年度高中教育教学工作先进单位",
    confidence: "medium",
  },
  {
    ...rank,
    id: "rank.city.junior",
    names: { zh: "全市初中综合评估位次", en: "Place in the city's assessment, junior" },
    kind: { kind: "outside", what: { zh: "全市初中综合评估位次", en: "place in the city's assessment of junior schools" }, scale: "rank" },
    stages: ["junior"],
    clause: "二：在全市初中综合评估中位居全市各县区前6名",
    targets: [{ stage: null, operator: "<=", value: 6 }],
    judged: "limit",
    example: { inputs: [6, "市综合评估通报"], value: 6 },
  },
  {
    ...award,
    id: "award.city.junior",
    names: { zh: "全市年度初中教学工作先进单位", en: "City award for junior teaching" },
    kind: {
      kind: "checklist",
      items: [{ zh: "获得全市年度初中教育教学工作先进单位", en: "the city's award of the year for junior schools was won" }],
    },
    stages: ["junior"],
    clause: "二：县教体局获得全市年度初中教育教学工作先进单位",
  },
  {
    ...rank,
    id: "rank.city.primary",
    names: { zh: "全市小学综合评估位次", en: "Place in the city's assessment, primary" },
    kind: { kind: "outside", what: { zh: "全市小学综合评估位次", en: "place in the city's assessment of primary schools" }, scale: "rank" },
    stages: ["primary"],
    clause: "二：在全市小学综合评估中位居全市各县区前6名",
    targets: [{ stage: null, operator: "<=", value: 6 }],
    judged: "limit",
    example: { inputs: [7, "市综合评估通报"], value: 7 },
  },
  {
    ...award,
    id: "award.city.primary",
    names: { zh: "全市年度小学教学工作先进单位", en: "City award for primary teaching" },
    kind: {
      kind: "checklist",
      items: [{ zh: "获得全市年度小学教育教学工作先进单位", en: "the city's award of the year for primary schools was won" }],
    },
    stages: ["primary"],
    clause: "二：县教体局获得全市年度小学教育教学工作先进单位",
  },
  {
    ...common,
    id: "gaokao.centre.exists",
    names: { zh: "高考研究中心与精英教师团队", en: "Gaokao research centre and team of teachers" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "县高考研究中心", en: "the county's gaokao research centre" },
        { zh: "精英教师团队", en: "team of outstanding teachers" },
      ],
    },
    unit: "none",
    measure: { zh: "项", en: "items" },
    clause: "三(二)4：以县高考研究中心为主要抓手，组建精英教师团队",
    targets: [{ stage: null, operator: "=", value: 2 }],
    judged: "limit",
    restricted: POLICY.admission,
    example: { inputs: ["是", "否"], value: 1 },
  },
  {
    ...common,
    id: "gaokao.tier1.growth",
    names: { zh: "高考一段上线率提升", en: "Growth of the share above the first gaokao line" },
    kind: {
      kind: "change",
      mode: "growth",
      what: { zh: "一段上线人数", en: "pupils at or above the first line" },
      over: CANDIDATE_COUNT,
      shape: "whole",
    },
    unit: "rate",
    source: "plan2025",
    clause: "二：高考一段上线率在2024年基础上提升15%",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 0.15 }],
    judged: "limit",
    readings: [
      {
        id: "growth-not-points",
        zh: "“在2024年基础上提升15%”读作相对增长（40%→46%），不是15个百分点（40%→55%）",
        en: "15 % on the base of 2024 is read as relative growth (40 % to 46 %), not as 15 points (40 % to 55 %)",
      },
    ],
    options: [CANDIDATES],
    restricted: POLICY.admission,
    // (46 % − 40 %) ÷ 40 %; six points.
    example: { inputs: [46, 100, 40, 100], value: 0.15 },
  },
  {
    ...common,
    id: "gaokao.undergrad.rate",
    names: { zh: "本科上线率", en: "Share above the undergraduate line" },
    kind: { kind: "rate", of: { zh: "本科上线人数", en: "pupils at or above the undergraduate line" }, among: CANDIDATE_COUNT },
    unit: "rate",
    source: "plan2025",
    clause: "二：本科上线率突破85%",
    confidence: "medium",
    targets: [{ stage: null, operator: ">", value: 0.85 }],
    judged: "limit",
    readings: [{ id: "above", zh: "“突破”读作超过，85%本身不算", en: "breaking through is read as above: 85 % itself is not enough" }],
    options: [CANDIDATES],
    restricted: POLICY.admission,
    // 85 % to the pupil: not above.
    example: { inputs: [425, 500], value: 0.85 },
  },
];
