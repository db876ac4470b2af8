/**
 * 教师队伍: how teachers grow: plans, training, exams, open lessons. Source clauses: 目标责任书 三(三)1 and 3, 教学质量提升年方案 三(二)3,
 * 教学质量提升方案 二 and 三(二), 优质均衡专项方案 三(二)2, 济宁解读 第7条. Titles and shares stand in staff.ts.
 */
import type { Definition, Option, Reading } from "./definition.ts";
import { AT_LEAST, EVERY_ONE } from "./readings.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "staff",
  form: "staff",
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
/** Of every teacher of a band of service: judged on the one with the least. */
const eachTeacher = { levels: ["teacher"], unit: "none" } as const satisfies Partial<Definition>;
/** 是 or 否, with the document as evidence. */
const present = {
  form: "evidence",
  unit: "flag",
  targets: [{ stage: null, operator: "=", value: 1 }],
  example: { inputs: ["是"], value: 1 },
} as const satisfies Partial<Definition>;
const TEACHERS = { zh: "教师数", en: "teachers" };
const NEW_TEACHER = { zh: "新教师（教龄3年内）", en: "new teacher, up to 3 years of service" };
const MID_CAREER = { zh: "中青年教师（教龄4—15年）", en: "mid-career teacher, 4 to 15 years of service" };
const SENIOR = { zh: "骨干教师（教龄15年以上）", en: "backbone teacher, 15 years of service or more" };
const HOURS = { zh: "学时", en: "hours" };
const TIMES = { zh: "次", en: "times" };
const ITEMS = { zh: "项", en: "items" };

const NEW_HOURS: Option = {
  id: "new-hours-span",
  names: { zh: "新教师100学时的时间范围", en: "Span of new teachers' 100 hours" },
  choices: [
    { id: "induction", zh: "教龄3年内累计", en: "added up over the first 3 years of service" },
    { id: "year", zh: "每年", en: "every year" },
  ],
  source: {
    zh: "原文未写每年还是累计；下一句中青年教师写明“每年”，此处没有，故默认累计",
    en: "the text does not say; the next clause says every year and this one does not, hence added up",
  },
};

const BY_SERVICE: Reading = {
  id: "backbone-by-service",
  zh: "此处骨干教师按教龄15年以上计，不按称号；恰满15年的教师在两档中都计",
  en: "backbone here goes by 15 years of service or more, not by title; a teacher with exactly 15 years is in both bands",
};
const MID_BAND: Reading = {
  id: "mid-band",
  zh: "教龄4—15年含15年；恰满15年的教师也在下一档",
  en: "4 to 15 years, both included; a teacher with exactly 15 years is in the next band too",
};

export const training: readonly Definition[] = [
  {
    ...common,
    ...present,
    id: "teacher.plan.threeyear",
    names: { zh: "教师专业发展三年规划(2023-2025)", en: "Three-year plan of teachers' development (2023-2025)" },
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "已制定三年规划，并实施“青蓝工程”“名师工程”“骨干工程”三大计划",
          en: "the plan exists, with its programmes for new, master and backbone teachers",
        },
      ],
    },
    clause: "三(三)1：制定教师专业发展三年规划（2023-2025），实施三大计划",
  },
  {
    ...common,
    ...eachTeacher,
    id: "teacher.new.hours",
    names: { zh: "新教师跟岗培训学时", en: "Hours of shadow training of new teachers" },
    kind: { kind: "worst", end: "min", each: NEW_TEACHER, what: { zh: "跟岗培训学时", en: "hours of shadow training" } },
    measure: HOURS,
    clause: "三(三)1：新教师（教龄3年内）完成100学时跟岗培训",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 100 }],
    readings: [AT_LEAST],
    options: [NEW_HOURS],
    example: { inputs: [[100, 120, 99.5]], value: 99.5 },
  },
  {
    ...common,
    id: "teacher.new.ability.rate",
    names: { zh: "新教师教学能力达标率", en: "New teachers who pass in teaching ability" },
    kind: {
      kind: "rate",
      of: { zh: "教学能力达标的新教师数", en: "new teachers who pass" },
      among: { zh: "新教师数（教龄3年内）", en: "new teachers (up to 3 years of service)" },
    },
    clause: "三(三)1：新教师教学能力达标率100%",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: [15, 16], value: 0.9375 },
  },
  {
    ...common,
    ...eachTeacher,
    id: "teacher.mid.research.count",
    names: { zh: "中青年教师县级以上教研活动次数", en: "Research events of mid-career teachers, county and above" },
    kind: { kind: "worst", end: "min", each: MID_CAREER, what: { zh: "参加县级以上教研活动次数", en: "research events attended" } },
    measure: TIMES,
    clause: "三(三)1：中青年教师（教龄4-15年）每年参加2次县级以上教研活动",
    targets: [{ stage: null, operator: ">=", value: 2 }],
    readings: [AT_LEAST, MID_BAND],
    example: { inputs: [[2, 3, 2]], value: 2 },
  },
  {
    ...common,
    ...eachTeacher,
    id: "teacher.mid.hours",
    names: { zh: "中青年教师专题培训学时", en: "Training hours of mid-career teachers" },
    kind: { kind: "worst", end: "min", each: MID_CAREER, what: { zh: "专题培训学时", en: "hours of training" } },
    measure: HOURS,
    clause: "三(三)1：中青年教师每年完成50学时专题培训",
    targets: [{ stage: null, operator: ">=", value: 50 }],
    readings: [AT_LEAST, MID_BAND],
    // The mean, 54, would pass; the teacher with 48 does not.
    example: { inputs: [[50, 64, 48]], value: 48 },
  },
  {
    ...common,
    ...eachTeacher,
    id: "teacher.backbone.openlesson",
    names: { zh: "骨干教师校级公开课次数", en: "Open lessons of backbone teachers" },
    kind: { kind: "worst", end: "min", each: SENIOR, what: { zh: "校级公开课次数", en: "open lessons in the school" } },
    periods: ["term"],
    measure: TIMES,
    clause: "三(三)1：骨干教师（教龄15年以上）每学期开设2次校级公开课",
    targets: [{ stage: null, operator: ">=", value: 2 }],
    readings: [AT_LEAST, BY_SERVICE],
    example: { inputs: [[2, 2, 3]], value: 2 },
  },
  {
    ...common,
    ...eachTeacher,
    id: "teacher.backbone.lecture",
    names: { zh: "骨干教师专题讲座次数", en: "Lectures of backbone teachers" },
    kind: { kind: "worst", end: "min", each: SENIOR, what: { zh: "专题讲座次数", en: "lectures" } },
    periods: ["term"],
    measure: TIMES,
    clause: "三(三)1：骨干教师（教龄15年以上）每学期开设1次专题讲座",
    targets: [{ stage: null, operator: ">=", value: 1 }],
    readings: [AT_LEAST, BY_SERVICE],
    // 0 is a number of lectures, and the smallest.
    example: { inputs: [[1, 0, 2]], value: 0 },
  },
  {
    ...common,
    id: "teacher.award.schemes",
    names: { zh: "教学质量奖、教研成果奖、师德标兵奖", en: "Awards for teaching, research and ethics" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "教学质量奖", en: "award for teaching quality" },
        { zh: "教研成果奖", en: "award for research" },
        { zh: "师德标兵奖", en: "award for ethics" },
      ],
    },
    unit: "none",
    measure: ITEMS,
    clause: "三(三)3：设立“教学质量奖”“教研成果奖”“师德标兵奖”",
    targets: [{ stage: null, operator: "=", value: 3 }],
    example: { inputs: ["是", "是", "否"], value: 2 },
  },
  {
    ...common,
    id: "teacher.exam.coverage",
    names: { zh: "全县教师专业考试参考率", en: "Teachers who sat the county's professional exam" },
    kind: {
      kind: "rate",
      of: { zh: "参加专业考试的教师数", en: "teachers who sat" },
      among: { zh: "全县教师数", en: "teachers of the county" },
    },
    levels: ["county"],
    source: "year2021",
    clause: "三(二)3：统一组织全县老师专业考试",
    confidence: "medium",
    targets: [{ stage: null, operator: "=", value: 1 }],
    readings: [EVERY_ONE],
    // 99.95 % must not be shown as 100 %.
    example: { inputs: [1999, 2000], value: 0.9995 },
  },
  {
    ...common,
    id: "teacher.new.induction.rate",
    names: { zh: "新聘教师岗前培训与上岗考试", en: "New teachers trained and past the exam before they teach" },
    kind: {
      kind: "rate",
      of: { zh: "参加岗前培训并通过上岗资格考试的新聘教师数", en: "new teachers trained and past the exam" },
      among: { zh: "新聘教师数", en: "new teachers" },
    },
    levels: ["county"],
    source: "year2021",
    clause: "三(二)3：对新聘请老师实行岗前专业培训和上岗资格考试",
    confidence: "medium",
    targets: [{ stage: null, operator: "=", value: 1 }],
    readings: [EVERY_ONE],
    example: { inputs: [39, 40], value: 0.975 },
  },
  {
    ...common,
    id: "teacher.reading.coverage",
    names: { zh: "教师全员读书", en: "All teachers read" },
    kind: { kind: "rate", of: { zh: "参加读书活动的教师数", en: "teachers who take part in reading" }, among: TEACHERS },
    source: "year2021",
    clause: "三(二)3：开展老师全员读书活动",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: [199, 200], value: 0.995 },
  },
  {
    ...common,
    id: "teacher.fourtier.exists",
    names: { zh: "新教师—合格—骨干—名师四级体系", en: "Ladder of four tiers of teachers" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "新教师", en: "new teachers" },
        { zh: "合格教师", en: "qualified teachers" },
        { zh: "骨干教师", en: "backbone teachers" },
        { zh: "名师", en: "master teachers" },
      ],
    },
    levels: ["county"],
    unit: "none",
    measure: { zh: "级", en: "tiers" },
    source: "plan2025",
    clause: "二：建立“新教师—合格教师—骨干教师—名师”四级培养体系",
    targets: [{ stage: null, operator: "=", value: 4 }],
    example: { inputs: ["是", "是", "是", "是"], value: 4 },
  },
  {
    ...common,
    id: "teacher.new.135",
    names: { zh: "新教师135成长计划", en: "Growth plan of new teachers: 1, 3 and 5 years" },
    kind: {
      kind: "rate",
      of: { zh: "到期达到要求的教师数（1年入门、3年达标、5年骨干）", en: "teachers at the milestone that is due (1, 3 or 5 years)" },
      among: { zh: "到期教师数", en: "teachers with a milestone due" },
    },
    levels: ["teacher"],
    source: "plan2025",
    clause: "三(二)：新教师：实施“135成长计划”（1年入门、3年达标、5年骨干）",
    confidence: "low",
    targets: [],
    judged: "open",
    why: {
      zh: "原文没有写比例，也没有写怎样算入门、达标、骨干：不判定",
      en: "the text gives no rate and does not say what reaching a milestone takes: not judged",
    },
    example: { inputs: [17, 20], value: 0.85 },
  },
  {
    ...common,
    id: "teacher.training.plan",
    names: { zh: "教师培训计划与校本研修制度", en: "Training plan and rules of study in the school" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "教师培训计划", en: "training plan" },
        { zh: "校本研修制度", en: "rules of study in the school" },
      ],
    },
    stages: ["primary", "junior"],
    unit: "none",
    measure: ITEMS,
    source: "balance2025",
    clause: "三(二)2：制定教师培训计划，建立校本研修制度",
    targets: [{ stage: null, operator: "=", value: 2 }],
    example: { inputs: ["是", "否"], value: 1 },
  },
  {
    ...common,
    ...present,
    id: "teacher.ethics.mechanism",
    names: { zh: "师德师风长效机制", en: "Lasting mechanism for teachers' ethics" },
    kind: { kind: "checklist", items: [{ zh: "已建立健全师德师风建设长效机制", en: "a lasting mechanism for ethics is in place" }] },
    stages: ["primary", "junior"],
    source: "balance2025",
    clause: "三(二)2：建立健全师德师风建设长效机制",
  },
  {
    ...common,
    id: "teacher.training.coverage",
    names: { zh: "教师全员培训", en: "All teachers trained every year" },
    kind: { kind: "rate", of: { zh: "当年参加培训的教师数", en: "teachers trained in the year" }, among: TEACHERS },
    stages: ["primary", "junior"],
    levels: ["county"],
    source: "jining",
    clause: "第7条：每年组织教师全员参加培训",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: [499, 500], value: 0.998 },
  },
];
