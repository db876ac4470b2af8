/**
 * 优质均衡, 政府保障, items 1 to 7: schools and money (guide C.3; items 8 to 15 stand in people.ts). The text of 教督〔2017〕6号 itself was not read; the list agrees in all explanations of it.
 */
import type { Definition } from "./definition.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "assurance",
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
const PEOPLE = { zh: "人", en: "pupils" };

const SPECIAL = {
  ...common,
  id: "gov.07.special",
  names: { zh: "特殊教育学校生均公用经费", en: "Public funds per pupil of special schools" },
  form: "finance",
  kind: {
    kind: "ratio",
    top: { zh: "特殊教育学校公用经费（元）", en: "public funds of the special school (yuan)" },
    bottom: { zh: "特殊教育学校学生数", en: "its pupils" },
    shapes: ["amount", "whole"],
    factor: 1,
  },
  levels: ["school"],
  unit: "none",
  measure: { zh: "元/生", en: "yuan per pupil" },
} as const satisfies Partial<Definition>;

export const assurance: readonly Definition[] = [
  {
    ...common,
    ...present,
    id: "gov.01.layout",
    names: { zh: "学校规划布局合理", en: "Schools are laid out as planned" },
    kind: {
      kind: "checklist",
      items: [{ zh: "县域内义务教育学校规划布局合理", en: "compulsory schools of the county are well laid out" }],
    },
    clause: "政府保障第1项：规划布局合理",
  },
  {
    ...common,
    ...present,
    id: "gov.02.unified",
    names: {
      zh: "建设标准、编制标准、生均公用经费基准定额统一",
      en: "One norm for buildings, staffing and public funds per pupil in town and country",
    },
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "城乡义务教育学校建设标准、教师编制标准、生均公用经费基准定额均已统一",
          en: "building norms, staffing norms and the base quota of public funds per pupil are the same in town and country",
        },
      ],
    },
    confidence: "medium",
    clause: "政府保障第2项：只要求统一，未给数额",
    readings: [
      {
        id: "unified-base",
        zh: "只判是否统一；有的地方系统另按小学1150元、初中1350元核对，不是国家标准的要求",
        en: "only whether they are the same; some local systems check for 1150 yuan (primary) and 1350 yuan (junior), which the standard does not ask",
      },
    ],
  },
  {
    ...common,
    id: "gov.03.artrooms",
    names: {
      zh: "每12个班级音乐、美术专用教室≥1间（音乐≥96㎡、美术≥90㎡）",
      en: "A music room (96 m² or more) and an art room (90 m² or more) for every 12 classes",
    },
    form: "resources",
    kind: {
      kind: "worst",
      end: "min",
      each: { zh: "专用教室类别（每校音乐、美术各一行）", en: "kind of room (a row for music and one for art in each school)" },
      what: { zh: "面积够的间数（音乐≥96㎡、美术≥90㎡）", en: "rooms of the area asked (music 96 m², art 90 m²)" },
      over: { zh: "本校班级数", en: "classes of the school" },
      started: 12,
    },
    levels: ["school"],
    unit: "none",
    measure: { zh: "间/12班", en: "rooms per 12 classes" },
    clause: "政府保障第3项：每12个班级配备音乐、美术专用教室1间以上，音乐≥96㎡，美术≥90㎡",
    targets: [{ stage: null, operator: ">=", value: 1 }],
    readings: [
      {
        id: "artrooms-started",
        zh: "音乐、美术各1间以上；不足12个班按12个班计，13个班要各2间",
        en: "one or more of each kind; a started dozen of classes counts as one, so 13 classes need two of each",
      },
    ],
    // 25 classes are three started dozens: 3 music rooms suffice, 2 art rooms do not.
    example: {
      inputs: [
        [3, 2],
        [25, 25],
      ],
      value: 2 / 3,
    },
  },
  {
    ...common,
    id: "gov.04.size",
    names: {
      zh: "小学、初中≤2000人，九年一贯制、十二年一贯制、完全中学义务教育阶段≤2500人",
      en: "Size of primary and junior schools: 2000 pupils at most (schools of several stages: 2500, judged apart)",
    },
    form: "pupils",
    kind: {
      kind: "worst",
      end: "max",
      each: { zh: "小学或初中", en: "primary or junior school" },
      what: { zh: "在校学生数", en: "pupils" },
    },
    levels: ["school"],
    unit: "none",
    measure: PEOPLE,
    better: "low",
    clause: "政府保障第4项：小学、初中≤2000人",
    targets: [{ stage: null, operator: "<=", value: 2000 }],
    example: { inputs: [[1860, 2001, 420]], value: 2001 },
  },
  {
    ...common,
    id: "gov.04.size.multistage",
    names: {
      zh: "九年一贯制、十二年一贯制、完全中学义务教育阶段≤2500人",
      en: "Size of schools of several stages: 2500 pupils of compulsory age at most",
    },
    form: "pupils",
    kind: {
      kind: "worst",
      end: "max",
      each: { zh: "一贯制学校或完全中学", en: "school of several stages" },
      what: { zh: "义务教育阶段学生数", en: "pupils of compulsory age" },
    },
    levels: ["school"],
    unit: "none",
    measure: PEOPLE,
    better: "low",
    clause: "政府保障第4项：九年一贯制、十二年一贯制、完全中学义务教育阶段≤2500人",
    targets: [{ stage: null, operator: "<=", value: 2500 }],
    example: { inputs: [[2500, 1980]], value: 2500 },
  },
  {
    ...common,
    id: "gov.05.classsize",
    names: { zh: "班额：小学≤45、初中≤50", en: "Class size: primary 45, junior 50 at most" },
    form: "pupils",
    kind: { kind: "worst", end: "max", each: { zh: "班级", en: "class" }, what: { zh: "学生数", en: "pupils" } },
    levels: ["class"],
    unit: "none",
    measure: PEOPLE,
    better: "low",
    clause: "政府保障第5项：所有班级，小学不超过45人，初中不超过50人",
    targets: [
      { stage: "primary", operator: "<=", value: 45 },
      { stage: "junior", operator: "<=", value: 50 },
    ],
    example: { inputs: [[44, 45, 46]], value: 46 },
  },
  {
    ...common,
    id: "gov.06.smallschool",
    names: { zh: "不足100人村小、教学点按100人核定公用经费", en: "Village schools under 100 pupils are funded as 100" },
    form: "finance",
    kind: {
      kind: "worst",
      end: "min",
      each: { zh: "不足100人的村小、教学点", en: "village school or teaching point under 100 pupils" },
      what: { zh: "核定公用经费（元）", en: "public funds granted (yuan)" },
      over: { zh: "生均公用经费基准定额（元）", en: "base quota per pupil (yuan)" },
    },
    stages: ["primary"],
    levels: ["school"],
    unit: "none",
    measure: PEOPLE,
    clause: "政府保障第6项：不足100人的村小学和教学点按100人核定",
    targets: [{ stage: null, operator: ">=", value: 100 }],
    // At a quota of 720 yuan: 72,000 is 100 pupils, 71,640 only 99.5.
    example: {
      inputs: [
        [72000, 71640],
        [720, 720],
      ],
      value: 99.5,
    },
  },
  {
    ...SPECIAL,
    version: 1,
    from: "2017-04",
    clause: "政府保障第7项：不低于6000元",
    targets: [{ stage: null, operator: ">=", value: 6000 }],
    example: { inputs: [480000, 80], value: 6000 },
  },
  {
    ...SPECIAL,
    version: 2,
    from: "2025-01",
    source: "special",
    confidence: "medium",
    clause: "到2025年义务教育阶段特殊教育生均公用经费每生每年7000元以上（2017年标准第7项为6000元，见第1版）",
    targets: [{ stage: null, operator: ">=", value: 7000 }],
    readings: [
      {
        id: "special-fund-2025",
        zh: "2017年文本为6000元；后来的规划要求到2025年达到7000元，有的地方按8000元，由区县自行设定",
        en: "6000 yuan in the text of 2017; later plans ask 7000 by 2025, some places 8000, which a region may set as its own target",
      },
    ],
    example: { inputs: [559999, 80], value: 6999.9875 },
  },
];
