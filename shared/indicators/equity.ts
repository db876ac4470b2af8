/**
 * 优质均衡, resources: the seven indicators per pupil, the school rule and 差异系数 (guide C.1 and C.2). The text of 教督〔2017〕6号 itself
 * was not read; its thresholds are taken from official explanations and agree in all of them.
 */
import type { Definition } from "./definition.ts";
import type { Requirement } from "./kinds/schoolcheck.ts";
import { STAGE_SPLIT, WEIGHTING } from "./options.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "equity",
  form: "resources",
  periods: ["year"],
  levels: ["school"],
  unit: "none",
  better: "high",
  source: "national",
  confidence: "high",
  judged: "limit",
} as const satisfies Partial<Definition>;
const PRIMARY = ["primary"] as const;
const JUNIOR = ["junior"] as const;
const PUPILS = { zh: "在校学生数", en: "pupils" };

const OVERQUALIFIED = {
  kind: {
    kind: "ratio",
    top: { zh: "高于规定学历教师数", en: "teachers above the required degree" },
    bottom: PUPILS,
    shapes: ["whole", "whole"],
    factor: 100,
  },
  measure: { zh: "人/百生", en: "per 100 pupils" },
  reads: { from: "resource", resource: "teachers.overqualified" },
} as const satisfies Partial<Definition>;
const BACKBONE = {
  kind: {
    kind: "ratio",
    top: { zh: "县级以上骨干教师数", en: "backbone teachers, county and above" },
    bottom: PUPILS,
    shapes: ["whole", "whole"],
    factor: 100,
  },
  measure: { zh: "人/百生", en: "per 100 pupils" },
  reads: { from: "resource", resource: "teachers.backbone" },
} as const satisfies Partial<Definition>;
const PEARTS = {
  kind: {
    kind: "ratio",
    top: { zh: "体育、艺术专任教师数", en: "full-time PE, music and art teachers" },
    bottom: PUPILS,
    shapes: ["whole", "whole"],
    factor: 100,
  },
  measure: { zh: "人/百生", en: "per 100 pupils" },
  reads: { from: "resource", resource: "teachers.pearts" },
} as const satisfies Partial<Definition>;
export const TEACHING_AREA = {
  kind: {
    kind: "ratio",
    top: { zh: "教学及辅助用房面积（㎡）", en: "teaching and auxiliary area (m²)" },
    bottom: PUPILS,
    shapes: ["amount", "whole"],
    factor: 1,
  },
  measure: { zh: "㎡/生", en: "m² per pupil" },
  reads: { from: "resource", resource: "area.teaching" },
} as const satisfies Partial<Definition>;
export const SPORTS_AREA = {
  kind: {
    kind: "ratio",
    top: { zh: "体育运动场馆面积（㎡）", en: "sports area (m²)" },
    bottom: PUPILS,
    shapes: ["amount", "whole"],
    factor: 1,
  },
  measure: { zh: "㎡/生", en: "m² per pupil" },
  reads: { from: "resource", resource: "area.sports" },
} as const satisfies Partial<Definition>;
export const EQUIPMENT = {
  kind: {
    kind: "ratio",
    top: { zh: "教学仪器设备值（元）", en: "value of teaching equipment (yuan)" },
    bottom: PUPILS,
    shapes: ["amount", "whole"],
    factor: 1,
  },
  measure: { zh: "元/生", en: "yuan per pupil" },
  reads: { from: "resource", resource: "equipment.value" },
} as const satisfies Partial<Definition>;
const ROOMS = {
  kind: {
    kind: "ratio",
    top: { zh: "网络多媒体教室数", en: "networked multimedia classrooms" },
    bottom: PUPILS,
    shapes: ["whole", "whole"],
    factor: 100,
  },
  measure: { zh: "间/百生", en: "per 100 pupils" },
  reads: { from: "resource", resource: "rooms.multimedia" },
} as const satisfies Partial<Definition>;

/** The seven indicators, primary and junior in turn. */
const SEVEN: readonly Definition[] = [
  {
    ...common,
    ...OVERQUALIFIED,
    id: "eq.teacher.overqualified.primary",
    names: { zh: "每百名学生拥有高于规定学历教师数（小学）", en: "Teachers above the required degree per 100 pupils, primary" },
    stages: PRIMARY,
    clause: "资源配置第1项：小学≥4.2",
    targets: [{ stage: "primary", operator: ">=", value: 4.2 }],
    example: { inputs: [21, 500], value: 4.2 },
  },
  {
    ...common,
    ...OVERQUALIFIED,
    id: "eq.teacher.overqualified.junior",
    names: { zh: "每百名学生拥有高于规定学历教师数（初中）", en: "Teachers above the required degree per 100 pupils, junior" },
    stages: JUNIOR,
    clause: "资源配置第1项：初中≥5.3",
    targets: [{ stage: "junior", operator: ">=", value: 5.3 }],
    example: { inputs: [26, 500], value: 5.2 },
  },
  {
    ...common,
    ...BACKBONE,
    id: "eq.teacher.backbone.primary",
    names: { zh: "每百名学生拥有县级以上骨干教师数（小学）", en: "Backbone teachers (county and above) per 100 pupils, primary" },
    stages: PRIMARY,
    clause: "资源配置第2项：小学≥1",
    targets: [{ stage: "primary", operator: ">=", value: 1 }],
    example: { inputs: [5, 500], value: 1 },
  },
  {
    ...common,
    ...BACKBONE,
    id: "eq.teacher.backbone.junior",
    names: { zh: "每百名学生拥有县级以上骨干教师数（初中）", en: "Backbone teachers (county and above) per 100 pupils, junior" },
    stages: JUNIOR,
    clause: "资源配置第2项：初中≥1",
    targets: [{ stage: "junior", operator: ">=", value: 1 }],
    example: { inputs: [4, 500], value: 0.8 },
  },
  {
    ...common,
    ...PEARTS,
    id: "eq.teacher.pearts.primary",
    names: { zh: "每百名学生拥有体育、艺术（美术、音乐）专任教师数（小学）", en: "PE and arts teachers per 100 pupils, primary" },
    stages: PRIMARY,
    clause: "资源配置第3项：小学≥0.9",
    targets: [{ stage: "primary", operator: ">=", value: 0.9 }],
    example: { inputs: [9, 1000], value: 0.9 },
  },
  {
    ...common,
    ...PEARTS,
    id: "eq.teacher.pearts.junior",
    names: { zh: "每百名学生拥有体育、艺术（美术、音乐）专任教师数（初中）", en: "PE and arts teachers per 100 pupils, junior" },
    stages: JUNIOR,
    clause: "资源配置第3项：初中≥0.9",
    targets: [{ stage: "junior", operator: ">=", value: 0.9 }],
    example: { inputs: [4, 500], value: 0.8 },
  },
  {
    ...common,
    ...TEACHING_AREA,
    id: "eq.area.teaching.primary",
    names: { zh: "生均教学及辅助用房面积（小学）", en: "Teaching and auxiliary area per pupil, primary" },
    stages: PRIMARY,
    clause: "资源配置第4项：小学≥4.5",
    targets: [{ stage: "primary", operator: ">=", value: 4.5 }],
    example: { inputs: [2250, 500], value: 4.5 },
  },
  {
    ...common,
    ...TEACHING_AREA,
    id: "eq.area.teaching.junior",
    names: { zh: "生均教学及辅助用房面积（初中）", en: "Teaching and auxiliary area per pupil, junior" },
    stages: JUNIOR,
    clause: "资源配置第4项：初中≥5.8",
    targets: [{ stage: "junior", operator: ">=", value: 5.8 }],
    example: { inputs: [2925.5, 500], value: 5.851 },
  },
  {
    ...common,
    ...SPORTS_AREA,
    id: "eq.area.sports.primary",
    names: { zh: "生均体育运动场馆面积（小学）", en: "Sports area per pupil, primary" },
    stages: PRIMARY,
    clause: "资源配置第5项：小学≥7.5",
    targets: [{ stage: "primary", operator: ">=", value: 7.5 }],
    example: { inputs: [3750, 500], value: 7.5 },
  },
  {
    ...common,
    ...SPORTS_AREA,
    id: "eq.area.sports.junior",
    names: { zh: "生均体育运动场馆面积（初中）", en: "Sports area per pupil, junior" },
    stages: JUNIOR,
    clause: "资源配置第5项：初中≥10.2",
    targets: [{ stage: "junior", operator: ">=", value: 10.2 }],
    example: { inputs: [5099, 500], value: 10.198 },
  },
  {
    ...common,
    ...EQUIPMENT,
    id: "eq.equipment.value.primary",
    names: { zh: "生均教学仪器设备值（小学）", en: "Teaching equipment value per pupil, primary" },
    stages: PRIMARY,
    clause: "资源配置第6项：小学≥2000",
    targets: [{ stage: "primary", operator: ">=", value: 2000 }],
    example: { inputs: [1000000, 500], value: 2000 },
  },
  {
    ...common,
    ...EQUIPMENT,
    id: "eq.equipment.value.junior",
    names: { zh: "生均教学仪器设备值（初中）", en: "Teaching equipment value per pupil, junior" },
    stages: JUNIOR,
    clause: "资源配置第6项：初中≥2500",
    targets: [{ stage: "junior", operator: ">=", value: 2500 }],
    example: { inputs: [1249999.5, 500], value: 2499.999 },
  },
  {
    ...common,
    ...ROOMS,
    id: "eq.multimedia.rooms.primary",
    names: { zh: "每百名学生拥有网络多媒体教室数（小学）", en: "Networked multimedia classrooms per 100 pupils, primary" },
    stages: PRIMARY,
    clause: "资源配置第7项：小学≥2.3",
    targets: [{ stage: "primary", operator: ">=", value: 2.3 }],
    example: { inputs: [23, 1000], value: 2.3 },
  },
  {
    ...common,
    ...ROOMS,
    id: "eq.multimedia.rooms.junior",
    names: { zh: "每百名学生拥有网络多媒体教室数（初中）", en: "Networked multimedia classrooms per 100 pupils, junior" },
    stages: JUNIOR,
    clause: "资源配置第7项：初中≥2.4",
    targets: [{ stage: "junior", operator: ">=", value: 2.4 }],
    example: { inputs: [12, 500], value: 2.4 },
  },
];

/** What the school rule asks for: the limits above, so that each stands once. */
const REQUIRES: readonly Requirement[] = SEVEN.flatMap(({ names, targets: [primary] }, at) => {
  const junior = SEVEN[at + 1]?.targets[0];
  if (at % 2 === 1 || !primary || !junior) return [];
  return [
    {
      names: { zh: names.zh.replace("（小学）", ""), en: names.en.replace(", primary", "") },
      primary: primary.value,
      junior: junior.value,
    },
  ];
});

export const equity: readonly Definition[] = [
  ...SEVEN,
  {
    ...common,
    id: "eq.school.composite",
    names: { zh: "学校综合达标（7项中至少6项，余项不低于85%）", en: "School passes: 6 of 7, the rest at 85 %" },
    kind: { kind: "schoolCheck", requires: REQUIRES, least: 6, floorPercent: 85 },
    stages: ["primary", "junior"],
    unit: "flag",
    clause: "资源配置：每所学校至少6项达标，余项不低于要求的85%",
    targets: [{ stage: null, operator: "=", value: 1 }],
    options: [STAGE_SPLIT],
    reads: { from: "resources" },
    // 4.507 of 5.3 is above the exact floor 4.505, though below the 4.51 that some tables print.
    example: { inputs: ["初中", 4.507, 1, 0.9, 5.8, 10.2, 2500, 2.4], value: 1 },
  },
  {
    ...common,
    id: "eq.cv",
    aliases: ["eq.cv.primary", "eq.cv.junior"],
    names: { zh: "校际差异系数", en: "Coefficient of variation between schools" },
    kind: { kind: "dispersion", measure: "cv" },
    stages: ["primary", "junior"],
    levels: ["county"],
    better: "low",
    clause: "资源配置：7项指标校际差异系数，小学均≤0.50，初中均≤0.45",
    targets: [
      { stage: "primary", operator: "<=", value: 0.5 },
      { stage: "junior", operator: "<=", value: 0.45 },
    ],
    options: [WEIGHTING],
    reads: { from: "members" },
    // Five schools of a published worked example (books, pupils); the page prints 0.52. The value: exact fractions and a 40-digit root, rounded once.
    example: {
      inputs: [
        [279, 137, 935, 160, 402],
        [45, 37, 89, 76, 55],
      ],
      value: 0.5152566298844764,
    },
  },
];
