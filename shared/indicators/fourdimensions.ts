/**
 * 四维评价: twelve items with their ways of collection and cycles, and no weights or thresholds (教学质量提升方案 四 监测评估). Though it is
 * called 四维, the table has two dimensions (学生发展, 教师成长) and four first-level indicators. They are part of the family 教研.
 */
import type { Definition, Reading } from "./definition.ts";

const WEIGHTS: Reading = {
  id: "four-dimensions",
  zh: "四维评价表未给权重和标准；名为四维，表中只有学生发展、教师成长两个维度、四个一级指标",
  en: "the table gives neither weights nor limits; named four dimensions, it has two (pupils, teachers) with four first-level indicators",
};
const common = {
  version: 1,
  from: "2026-11",
  family: "research",
  stages: ["primary", "junior", "senior"],
  unit: "mark",
  better: "high",
  source: "plan2025",
  confidence: "high",
  targets: [],
  judged: "unset",
  readings: [WEIGHTS],
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;
const ofPupils = { ...common, form: "pupils", periods: ["schoolyear"], levels: ["pupil"] } as const satisfies Partial<Definition>;
const ofTeaching = { ...common, form: "staff", periods: ["term"], levels: ["teacher"] } as const satisfies Partial<Definition>;
const ofResearch = {
  ...common,
  form: "staff",
  periods: ["year"],
  levels: ["teacher"],
  unit: "none",
} as const satisfies Partial<Definition>;

const PUPIL = { zh: "学生", en: "pupil" };
const TEACHER = { zh: "教师", en: "teacher" };

export const fourDimensions: readonly Definition[] = [
  {
    ...ofPupils,
    id: "eval4.student.knowledge",
    names: { zh: "四维评价·学科知识掌握度", en: "Four dimensions: mastery of the subject" },
    kind: { kind: "mean", each: PUPIL, what: { zh: "标准化考试成绩", en: "marks in standardised exams" } },
    periods: ["term", "schoolyear"],
    clause: "四监测评估·1学业水平：学科知识掌握度（标准化考试成绩），每学期/学年",
    example: { inputs: [[82, 76.5, 90, 71.5]], value: 80 },
  },
  {
    ...ofPupils,
    id: "eval4.student.homework",
    names: { zh: "四维评价·作业质量达标率", en: "Four dimensions: homework up to standard" },
    form: "teaching",
    kind: {
      kind: "rate",
      of: { zh: "质量达标的作业份数", en: "pieces of homework up to standard" },
      among: { zh: "抽样的作业份数", en: "pieces of homework sampled" },
    },
    periods: ["term", "schoolyear"],
    levels: ["class"],
    unit: "rate",
    clause: "四监测评估·1学业水平：作业质量达标率（作业抽样分析），每学期/学年",
    readings: [
      WEIGHTS,
      {
        id: "homework-sample",
        zh: "这是抽样的比率，不是全部作业的；达标的标准由学校定",
        en: "a rate of a sample, not of all homework; what is up to standard is for the school to say",
      },
    ],
    example: { inputs: [279, 300], value: 0.93 },
  },
  {
    ...ofPupils,
    id: "eval4.student.valueadded",
    names: { zh: "四维评价·学习进步增值评价", en: "Four dimensions: progress" },
    kind: { kind: "mean", each: PUPIL, what: { zh: "学习进步增值评价得分", en: "scores for progress" } },
    periods: ["term", "schoolyear"],
    clause: "四监测评估·1学业水平：学习进步增值评价（学业成长追踪系统），每学期/学年",
    readings: [
      WEIGHTS,
      {
        id: "progress-score",
        zh: "原文未给增值算法：取学业成长追踪系统给出的得分；由前后测成绩计算的增值见 exam.valueadded",
        en: "the text gives no formula: the tracking system's scores are taken; value added from marks before and after is exam.valueadded",
      },
    ],
    example: { inputs: [[3, 5, 4]], value: 4 },
  },
  {
    ...ofPupils,
    id: "eval4.student.innovation",
    names: { zh: "四维评价·创新实践能力", en: "Four dimensions: innovation" },
    kind: { kind: "mean", each: PUPIL, what: { zh: "项目式学习成果评审得分", en: "scores for project work" } },
    clause: "四监测评估·2核心素养：创新实践能力（项目式学习成果），学年",
    example: { inputs: [[80, 90]], value: 85 },
  },
  {
    ...ofPupils,
    id: "eval4.student.collaboration",
    names: { zh: "四维评价·合作探究能力", en: "Four dimensions: collaboration" },
    kind: { kind: "mean", each: PUPIL, what: { zh: "小组活动观察得分", en: "scores for group work as observed" } },
    clause: "四监测评估·2核心素养：合作探究能力（小组活动记录），学年",
    example: { inputs: [[4, 5, 3, 4]], value: 4 },
  },
  {
    ...ofPupils,
    id: "eval4.student.socialemotional",
    names: { zh: "四维评价·社会情感能力", en: "Four dimensions: social and emotional" },
    kind: { kind: "mean", each: PUPIL, what: { zh: "心理测评得分", en: "scores of the psychological assessment" } },
    clause: "四监测评估·2核心素养：社会情感能力（心理测评），学年",
    readings: [
      WEIGHTS,
      {
        id: "sensitive",
        zh: "心理测评是敏感个人信息：个人得分留在本校工作簿，只报人数与合计",
        en: "psychological scores are sensitive personal data: they stay in the school's workbook, only their number and sum are reported",
      },
    ],
    example: { inputs: [[75, 85, 95]], value: 85 },
  },
  {
    ...ofTeaching,
    id: "eval4.teacher.design",
    names: { zh: "四维评价·教学设计水平", en: "Four dimensions: lesson design" },
    kind: { kind: "mean", each: TEACHER, what: { zh: "教案评比得分", en: "scores for lesson plans" } },
    clause: "四监测评估·3教学能力：教学设计水平（教案评比），每学期",
    example: { inputs: [[88, 92]], value: 90 },
  },
  {
    ...ofTeaching,
    id: "eval4.teacher.classroom",
    names: { zh: "四维评价·课堂实施效果", en: "Four dimensions: the lesson itself" },
    kind: { kind: "mean", each: TEACHER, what: { zh: "听课评分", en: "scores for lessons observed" } },
    clause: "四监测评估·3教学能力：课堂实施效果（听课评分，课堂观察量表），每学期",
    example: { inputs: [[85.5, 90.5, 88]], value: 88 },
  },
  {
    ...ofTeaching,
    id: "eval4.teacher.differentiation",
    names: { zh: "四维评价·差异化教学能力", en: "Four dimensions: differentiated teaching" },
    kind: { kind: "mean", each: TEACHER, what: { zh: "分层作业设计得分", en: "scores for tiered homework" } },
    clause: "四监测评估·3教学能力：差异化教学能力（分层作业设计，学生满意度调查），每学期",
    example: { inputs: [[70, 80, 90]], value: 80 },
  },
  {
    ...ofResearch,
    id: "eval4.research.projects",
    names: { zh: "四维评价·课题研究成果", en: "Four dimensions: research projects" },
    kind: { kind: "count", what: { zh: "结题的课题项数", en: "research projects completed" }, shape: "whole" },
    measure: { zh: "项", en: "projects" },
    clause: "四监测评估·4科研产出：课题研究成果（结题报告），年度",
    example: { inputs: [3], value: 3 },
  },
  {
    ...ofResearch,
    id: "eval4.research.papers",
    names: { zh: "四维评价·教学论文发表", en: "Four dimensions: papers published" },
    kind: { kind: "count", what: { zh: "发表的教学论文篇数", en: "papers on teaching published" }, shape: "whole" },
    measure: { zh: "篇", en: "papers" },
    clause: "四监测评估·4科研产出：教学论文发表（期刊等级），年度",
    readings: [
      WEIGHTS,
      {
        id: "journal-tiers",
        zh: "期刊等级的权重未给：各等级都按1篇计",
        en: "no weights of journal tiers are given: a paper counts as one whatever the tier",
      },
    ],
    example: { inputs: [12], value: 12 },
  },
  {
    ...ofResearch,
    id: "eval4.research.courses",
    names: { zh: "四维评价·校本课程开发数量", en: "Four dimensions: school courses made" },
    kind: { kind: "count", what: { zh: "开发的校本课程门数", en: "school courses made" }, shape: "whole" },
    measure: { zh: "门", en: "courses" },
    clause: "四监测评估·4科研产出：校本课程开发数量，年度",
    example: { inputs: [4], value: 4 },
  },
];
