/**
 * 组织与机制: groups, responsibilities, rules to be revised and the milestones of the plans. Source clauses: 目标责任书 三(五)1,
 * 2021年方案 三(二)5 and 四, 2025年方案 三(一), 四 and 五, 优质均衡专项方案 三, 济宁三年行动计划 第3条.
 */
import type { Definition, Reading } from "./definition.ts";
import { EVERY_ONE, NAMED_ITEMS } from "./readings.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "governance",
  form: "evidence",
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
/** One item, 是 or 否. */
const flag = {
  unit: "flag",
  targets: [{ stage: null, operator: "=", value: 1 }],
  example: { inputs: ["是"], value: 1 },
} as const satisfies Partial<Definition>;
const ITEMS = { zh: "项", en: "items" };
const ALL = [{ stage: null, operator: "=", value: 1 }] as const;
const TWO = [{ stage: null, operator: "=", value: 2 }] as const;

/** “-4月”: the start of each step's dates is lost. */
const BY_MONTH: Reading = {
  id: "step-dates",
  zh: "原文时间只剩截止月份，读作该月底前完成",
  en: "of the step's dates only the last month is left: read as done by its end",
};
const GARBLED_DATE: Reading = {
  id: "phase-dates",
  zh: "原文阶段时间有误，不判时间，只看是否完成",
  en: "the phase's dates are garbled in the text: only whether it is done is judged",
};

export const governance: readonly Definition[] = [
  {
    ...common,
    id: "governance.rules.revised",
    names: { zh: "修订三项管理制度", en: "Three sets of management rules revised" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "《学校教学常规管理办法》", en: "rules of teaching routine" },
        { zh: "《教师绩效考核方案》", en: "scheme of teachers' appraisal" },
        { zh: "《学生综合素质评价细则》", en: "rules for judging pupils' all-round development" },
      ],
    },
    levels: ["school"],
    measure: ITEMS,
    source: "statement",
    clause: "三(五)1：修订《学校教学常规管理办法》《教师绩效考核方案》《学生综合素质评价细则》等制度",
    targets: [{ stage: null, operator: "=", value: 3 }],
    readings: [NAMED_ITEMS],
    example: { inputs: ["是", "是", "否"], value: 2 },
  },
  {
    ...common,
    id: "bureau.hearing.term",
    names: { zh: "局党组听取质量汇报次数", en: "Hearings on quality by the bureau's leading group" },
    form: "activities",
    kind: { kind: "count", what: { zh: "本学期局党组听取质量汇报次数", en: "hearings on quality this term" }, shape: "whole" },
    periods: ["term"],
    measure: { zh: "次", en: "times" },
    source: "year2021",
    clause: "三(二)5：教体局党组每学期听取相关汇报",
    targets: [{ stage: null, operator: ">=", value: 1 }],
    readings: [{ id: "hearing-once", zh: "“每学期听取”读作每学期至少1次", en: "'hears each term' is read as once a term at least" }],
    example: { inputs: [1], value: 1 },
  },
  {
    ...common,
    id: "leader.school.pairing",
    names: { zh: "局领导包保学校", en: "Schools paired with a leader of the bureau" },
    kind: {
      kind: "rate",
      of: { zh: "有局领导包保的学校数", en: "schools with a named leader of the bureau" },
      among: { zh: "学校数", en: "schools" },
    },
    unit: "rate",
    source: "year2021",
    confidence: "medium",
    clause: "四(一)：实行局领导干部包保学校制度",
    targets: ALL,
    readings: [EVERY_ONE],
    example: { inputs: [41, 42], value: 41 / 42 },
  },
  {
    ...common,
    id: "school.taskforce.exists",
    names: { zh: "学校质量提升年机构与方案", en: "School task force and plan for the quality year" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "“教育教学质量提升年”活动工作机构", en: "task force for the quality year" },
        { zh: "活动方案", en: "plan" },
      ],
    },
    levels: ["school"],
    measure: ITEMS,
    source: "year2021",
    clause: "四(三)：各学校都要成立活动工作机构，精心制定活动方案",
    targets: TWO,
    example: { inputs: ["是", "否"], value: 1 },
  },
  {
    ...common,
    id: "county.taskforce.exists",
    names: { zh: "县活动领导小组与办公室", en: "County leading group and its office" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "“教育教学质量提升年”活动领导小组", en: "leading group for the quality year" },
        { zh: "领导小组办公室", en: "its office" },
      ],
    },
    measure: ITEMS,
    source: "year2021",
    clause: "四(一)：成立“教育教学质量提升年”活动领导小组，领导小组下设办公室",
    targets: TWO,
    example: { inputs: ["是", "是"], value: 2 },
  },
  {
    ...common,
    id: "responsibility.threelevel",
    names: {
      zh: "局长包片、校长包年级、班主任包班级",
      en: "Directors answer for areas, principals for grades, class teachers for classes",
    },
    kind: {
      kind: "rate",
      of: { zh: "有责任人的片区、年级、班级数", en: "areas, grades and classes with a named person" },
      among: { zh: "片区、年级、班级总数", en: "areas, grades and classes" },
    },
    unit: "rate",
    clause: "四：实行局长包片、校长包年级、班主任包班级三级责任制",
    targets: ALL,
    readings: [EVERY_ONE],
    // 4 areas, 96 grades, 620 classes: two classes have nobody.
    example: { inputs: [718, 720], value: 718 / 720 },
  },
  {
    ...common,
    id: "pilot.schools.count",
    names: { zh: "课改示范校数", en: "Pilot schools of curriculum reform" },
    kind: { kind: "count", what: { zh: "遴选的课改示范校数", en: "pilot schools chosen" }, shape: "whole" },
    measure: { zh: "所", en: "schools" },
    clause: "五：试点突破（-8月），遴选20所课改示范校",
    targets: [{ stage: null, operator: "=", value: 20 }],
    readings: [BY_MONTH],
    example: { inputs: [20], value: 20 },
  },
  {
    ...common,
    id: "campaign.hundredday",
    names: { zh: "百日攻坚专项行动", en: "Hundred-day campaign" },
    form: "activities",
    kind: { kind: "count", what: { zh: "百日攻坚专项行动天数", en: "days of the campaign" }, shape: "whole" },
    measure: { zh: "天", en: "days" },
    confidence: "medium",
    clause: "五：全面推广（-12月），组织“教学质量提升百日攻坚”专项行动",
    targets: [{ stage: null, operator: ">=", value: 100 }],
    readings: [{ id: "hundred-days", zh: "“百日”读作至少100天", en: "'hundred-day' is read as 100 days at least" }, BY_MONTH],
    example: { inputs: [99], value: 99 },
  },
  {
    ...common,
    id: "milestone.mobilise",
    names: { zh: "动员部署：大会与目标责任书", en: "Mobilisation: meeting and signed statements" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "召开全区教育质量大会", en: "district meeting on quality held" },
        { zh: "签订目标责任书", en: "responsibility statements signed" },
      ],
    },
    measure: ITEMS,
    confidence: "medium",
    clause: "五：动员部署（-4月），召开全区教育质量大会，签订目标责任书",
    targets: TWO,
    readings: [BY_MONTH],
    example: { inputs: ["是", "是"], value: 2 },
  },
  {
    ...common,
    id: "milestone.pilot",
    names: { zh: "试点突破：示范校与暑期集训", en: "Pilot: schools chosen and summer training" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "遴选20所课改示范校", en: "20 pilot schools chosen" },
        { zh: "开展暑期教师集训", en: "summer training of teachers held" },
      ],
    },
    measure: ITEMS,
    confidence: "medium",
    clause: "五：试点突破（-8月），遴选20所课改示范校，开展暑期教师集训",
    targets: TWO,
    readings: [BY_MONTH],
    example: { inputs: ["是", "否"], value: 1 },
  },
  {
    ...common,
    ...flag,
    id: "milestone.rollout",
    names: { zh: "全面推广：百日攻坚", en: "Roll-out: hundred-day campaign" },
    kind: {
      kind: "checklist",
      items: [{ zh: "组织“教学质量提升百日攻坚”专项行动", en: "hundred-day campaign for teaching quality held" }],
    },
    confidence: "medium",
    clause: "五：全面推广（-12月），组织“教学质量提升百日攻坚”专项行动",
    readings: [BY_MONTH],
  },
  {
    ...common,
    id: "milestone.review",
    names: { zh: "总结提升：成果展示与机制修订", en: "Review: showcase and revised mechanisms" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "召开成果展示会", en: "showcase of results held" },
        { zh: "修订完善长效机制", en: "lasting mechanisms revised" },
      ],
    },
    measure: ITEMS,
    confidence: "medium",
    clause: "五：总结提升（-2月），召开成果展示会，修订完善长效机制",
    targets: TWO,
    readings: [BY_MONTH, { id: "review-next-year", zh: "2月读作次年2月", en: "February is read as that of the next year" }],
    example: { inputs: ["是", "否"], value: 1 },
  },
  {
    ...common,
    ...flag,
    id: "routine.rules.revised",
    names: { zh: "修订教学常规管理细则", en: "Rules of teaching routine revised" },
    kind: {
      kind: "checklist",
      items: [{ zh: "修订《中小学教学常规管理细则》", en: "rules of teaching routine in schools revised" }],
    },
    clause: "三(一)：修订《中小学教学常规管理细则》",
  },
  {
    ...common,
    ...flag,
    id: "command.exists",
    names: { zh: "教学质量提升指挥部", en: "Command group for teaching quality" },
    kind: {
      kind: "checklist",
      items: [{ zh: "成立“教学质量提升指挥部”", en: "command group for teaching quality set up" }],
    },
    clause: "四：成立“教学质量提升指挥部”",
  },
  {
    ...common,
    id: "plan.milestone.prepare",
    names: { zh: "准备阶段四项", en: "Preparation, four items" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "成立工作领导小组", en: "leading group set up" },
        { zh: "开展调研评估", en: "survey of the present state" },
        { zh: "制定实施方案", en: "plan written" },
        { zh: "宣传动员", en: "mobilisation" },
      ],
    },
    stages: ["primary", "junior"],
    levels: ["school"],
    measure: ITEMS,
    source: "balance2025",
    clause: "三(一)：准备阶段，成立工作领导小组、开展调研评估、制定实施方案、宣传动员",
    targets: [{ stage: null, operator: "=", value: 4 }],
    readings: [GARBLED_DATE],
    example: { inputs: ["是", "是", "是", "否"], value: 3 },
  },
  {
    ...common,
    id: "plan.milestone.implement",
    names: { zh: "实施阶段", en: "Implementation" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "资源配置优化行动", en: "action on resources" },
        { zh: "师资队伍建设行动", en: "action on teachers" },
        { zh: "教育质量提升行动", en: "action on quality" },
      ],
    },
    stages: ["primary", "junior"],
    levels: ["school"],
    measure: ITEMS,
    source: "balance2025",
    confidence: "medium",
    clause: "三(二)：实施阶段，资源配置优化行动、师资队伍建设行动、教育质量提升行动（原文至此中断）",
    targets: [{ stage: null, operator: "=", value: 3 }],
    readings: [
      GARBLED_DATE,
      {
        id: "actions-cut",
        zh: "原文在第3项行动处中断，其后是否还有行动不知，只判可读的三项",
        en: "the text breaks off in its third action: whether more follow is not known, the three that can be read are judged",
      },
    ],
    example: { inputs: ["是", "是", "否"], value: 2 },
  },
  {
    ...common,
    id: "school.charter.rate",
    names: { zh: "一校一章程", en: "Schools with a charter of their own" },
    kind: {
      kind: "rate",
      of: { zh: "有章程的学校数", en: "schools with a charter" },
      among: { zh: "学校数", en: "schools" },
    },
    stages: ["primary", "junior"],
    unit: "rate",
    source: "jining",
    clause: "第3条：全区所有学校必须做到一校一章程",
    targets: ALL,
    example: { inputs: [33, 34], value: 33 / 34 },
  },
];
