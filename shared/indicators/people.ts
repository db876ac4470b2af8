/** 优质均衡, 政府保障, items 8 to 15: teachers and pupils (guide C.3). */
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
const ALL = [{ stage: null, operator: "=", value: 1 }] as const;

export const people: readonly Definition[] = [
  {
    ...common,
    id: "gov.08.pay",
    names: { zh: "教师平均工资不低于当地公务员", en: "Teachers are paid no less than local civil servants" },
    form: "finance",
    kind: {
      kind: "change",
      mode: "difference",
      what: { zh: "义务教育教师平均工资收入（元）", en: "mean pay of compulsory-school teachers (yuan)" },
      against: { zh: "当地公务员平均工资收入（元）", en: "mean pay of local civil servants (yuan)" },
      shape: "amount",
    },
    unit: "none",
    measure: { zh: "元", en: "yuan" },
    clause: "政府保障第8项：教师平均工资收入水平不低于当地公务员",
    targets: [{ stage: null, operator: ">=", value: 0 }],
    example: { inputs: [98650.5, 98651], value: -0.5 },
  },
  {
    ...common,
    id: "gov.09.training",
    names: { zh: "教师5年360学时培训完成率", en: "Teachers who completed 360 hours of training in five years" },
    form: "staff",
    kind: {
      kind: "rate",
      of: { zh: "5年完成360学时培训的教师数", en: "teachers with 360 hours in five years" },
      among: { zh: "教师数", en: "teachers" },
    },
    clause: "政府保障第9项：完成率达到100%",
    targets: ALL,
    example: { inputs: [1999, 2000], value: 0.9995 },
  },
  {
    ...common,
    ...present,
    id: "gov.10.staffing",
    names: { zh: "统筹分配编制和岗位", en: "The bureau allocates staff posts" },
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "县级教育部门在编制和岗位总量内统筹分配各校编制和岗位",
          en: "the county bureau allocates posts to schools within the county's total",
        },
      ],
    },
    clause: "政府保障第10项：统筹分配各校教职工编制和岗位",
  },
  {
    ...common,
    id: "gov.11.rotation",
    names: {
      zh: "交流轮岗≥符合条件教师10%，其中骨干≥20%",
      en: "Teachers rotated: 10 % of those eligible (backbone teachers judged apart)",
    },
    form: "staff",
    kind: {
      kind: "rate",
      of: { zh: "交流轮岗教师数", en: "teachers rotated" },
      among: { zh: "符合交流条件的教师数", en: "eligible teachers" },
    },
    clause: "政府保障第11项：每年交流轮岗教师不低于符合条件教师总数的10%",
    targets: [{ stage: null, operator: ">=", value: 0.1 }],
    example: { inputs: [31, 314], value: 31 / 314 },
  },
  {
    ...common,
    id: "gov.11.rotation.backbone",
    names: { zh: "交流轮岗教师中骨干教师≥20%", en: "Backbone teachers among those rotated: 20 %" },
    form: "staff",
    kind: {
      kind: "rate",
      of: { zh: "交流轮岗的骨干教师数", en: "backbone teachers rotated" },
      among: { zh: "交流轮岗教师数", en: "teachers rotated" },
    },
    clause: "政府保障第11项：骨干教师不低于交流轮岗教师总数的20%",
    targets: [{ stage: null, operator: ">=", value: 0.2 }],
    example: { inputs: [6, 30], value: 0.2 },
  },
  {
    ...common,
    id: "gov.12.certificate",
    names: { zh: "专任教师持证上岗率", en: "Full-time teachers with a certificate" },
    form: "staff",
    kind: {
      kind: "rate",
      of: { zh: "持有教师资格证的专任教师数", en: "full-time teachers with a certificate" },
      among: { zh: "专任教师数", en: "full-time teachers" },
    },
    clause: "政府保障第12项：持有教师资格证上岗率达到100%",
    targets: ALL,
    example: { inputs: [1250, 1250], value: 1 },
  },
  {
    ...common,
    id: "gov.13.nearby",
    names: {
      zh: "城区和镇区公办小学、初中（不含寄宿制）就近划片入学比例（小学100%、初中95%）",
      en: "Nearby admission to public day schools in towns (primary 100 %, junior 95 %)",
    },
    form: "pupils",
    kind: {
      kind: "rate",
      of: { zh: "就近划片入学的学生数", en: "pupils admitted in their zone" },
      among: { zh: "城区和镇区公办非寄宿制学校入学学生数", en: "pupils admitted to public day schools in towns" },
    },
    clause: "政府保障第13项：就近划片入学比例小学、初中分别达到100%、95%以上",
    targets: [
      { stage: "primary", operator: ">=", value: 1 },
      { stage: "junior", operator: ">=", value: 0.95 },
    ],
    example: { inputs: [949, 1000], value: 0.949 },
  },
  {
    ...common,
    id: "gov.14.quota",
    names: { zh: "优质高中名额分配比例≥50%", en: "Quota places of good senior schools: 50 %" },
    form: "pupils",
    kind: {
      kind: "rate",
      of: { zh: "优质高中分配到初中的招生名额", en: "places of good senior schools given to junior schools as quotas" },
      among: { zh: "优质高中招生名额", en: "places of good senior schools" },
    },
    stages: ["junior"],
    clause: "政府保障第14项：不低于50%，并向农村初中倾斜",
    targets: [{ stage: null, operator: ">=", value: 0.5 }],
    readings: [
      {
        id: "quota-rural",
        zh: "“向农村初中倾斜”没有数字，不判定",
        en: "that quotas favour rural schools carries no number and is not judged",
      },
    ],
    example: { inputs: [600, 1200], value: 0.5 },
  },
  {
    ...common,
    id: "gov.15.migrant",
    names: {
      zh: "随迁子女在公办和政府购买服务民办就读≥85%；留守儿童关爱",
      en: "Migrant children in public or bought places: 85 % (care for left-behind children judged apart)",
    },
    form: "pupils",
    kind: {
      kind: "rate",
      of: { zh: "在公办学校和政府购买服务的民办学校就读的随迁子女数", en: "migrant children in public schools or bought places" },
      among: { zh: "符合条件的随迁子女数", en: "eligible migrant children" },
    },
    clause: "政府保障第15项：符合条件的随迁子女就读比例不低于85%",
    targets: [{ stage: null, operator: ">=", value: 0.85 }],
    example: { inputs: [849, 1000], value: 0.849 },
  },
  {
    ...common,
    ...present,
    id: "gov.15.migrant.leftbehind",
    names: { zh: "留守儿童关爱体系", en: "Care for left-behind children" },
    kind: { kind: "checklist", items: [{ zh: "留守儿童关爱体系健全", en: "care for left-behind children is in place" }] },
    clause: "政府保障第15项：留守儿童关爱",
  },
];
