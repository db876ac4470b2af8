/**
 * 课堂与作业: homework and after-school time. Source clauses: 目标责任书 三(二)3 and 4, 济宁解读 第10条. Lessons stand in teaching.ts.
 */
import type { Definition, Option, Reading } from "./definition.ts";
import { AT_LEAST, EVERY_ONE } from "./readings.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "teaching",
  form: "teaching",
  stages: ["primary", "junior", "senior"],
  periods: ["term"],
  levels: ["school"],
  unit: "none",
  better: "high",
  source: "statement",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;
const TIMES = { zh: "次", en: "times" };
const MINUTES = { zh: "分钟", en: "minutes" };

const HOMEWORK_MEAN: Option = {
  id: "homework-mean",
  names: { zh: "书面作业时间的平均口径", en: "What homework minutes are averaged over" },
  choices: [
    { id: "pupil", zh: "每名学生每天一条记录，按学生平均", en: "a record is one pupil on one day: averaged over pupils" },
    { id: "class", zh: "每个班每天一条记录，各班权重相同", en: "a record is one class on one day: every class weighs the same" },
    { id: "day", zh: "每个上学日一条记录，各日权重相同", en: "a record is one school day: every day weighs the same" },
  ],
  source: {
    zh: "原文只写“平均完成时间”，未写按学生、按班还是按日平均；完成作业的是学生，故默认按学生",
    en: "the text says mean time to finish, not over what; it is pupils who finish it, hence the default",
  },
};
const AFTERSCHOOL_DENOMINATOR: Option = {
  id: "afterschool-denominator",
  names: { zh: "课后服务参与率分母", en: "Denominator of after-school participation" },
  choices: [
    { id: "all", zh: "分母为全体学生", en: "of all pupils" },
    { id: "volunteers", zh: "分母为自愿报名的学生", en: "of the pupils who signed up" },
  ],
  source: {
    zh: "原文只写“参与率达100%”，未写分母；国家政策规定学生自愿参加",
    en: "the text gives no denominator; national policy makes taking part voluntary",
  },
};
const PER_DAY: Reading = {
  id: "homework-per-day",
  zh: "原文未写“每天”，读作每天",
  en: "the text does not say per day: read so",
};
const JUNIOR_MEAN: Reading = {
  id: "homework-junior-mean",
  zh: "初中一句省略了“平均完成时间”，承上句读作平均",
  en: "the clause on junior schools leaves out 'mean time to finish': read as in the clause before it",
};
const CLUBS_TOO: Reading = {
  id: "afterschool-clubs",
  zh: "参加课后服务或社团，有一项即计一人",
  en: "a pupil in after-school services or in a club counts once",
};
const FIVE_RULES: Reading = {
  id: "five-managements",
  zh: "原文未列出“五项管理”：按教育部2021年的作业、睡眠、手机、读物、体质",
  en: "the text does not list the five: taken as the ministry's of 2021: homework, sleep, phones, reading matter, fitness",
};

export const homework: readonly Definition[] = [
  {
    ...common,
    id: "homework.written.g1g2",
    names: { zh: "小学一二年级书面家庭作业", en: "Written homework in grades 1 and 2" },
    kind: {
      kind: "worst",
      end: "max",
      each: { zh: "班级", en: "class" },
      what: { zh: "书面家庭作业次数", en: "written assignments" },
    },
    stages: ["primary"],
    periods: ["week"],
    levels: ["class"],
    measure: TIMES,
    better: "low",
    clause: "三(二)3：确保小学一、二年级无书面家庭作业",
    targets: [{ stage: "primary", operator: "=", value: 0 }],
    // One class in four set homework once: missed.
    example: { inputs: [[0, 0, 1, 0]], value: 1 },
  },
  {
    ...common,
    id: "homework.minutes.g3g6",
    names: { zh: "三至六年级书面作业平均完成时间", en: "Mean minutes of written homework, grades 3 to 6" },
    kind: { kind: "mean", each: { zh: "记录", en: "record" }, what: { zh: "书面作业分钟数", en: "minutes of written homework" } },
    stages: ["primary"],
    periods: ["day"],
    levels: ["class"],
    measure: MINUTES,
    better: "low",
    clause: "三(二)3：三至六年级书面作业平均完成时间不超过60分钟",
    confidence: "medium",
    targets: [{ stage: "primary", operator: "<=", value: 60 }],
    readings: [PER_DAY],
    options: [HOMEWORK_MEAN],
    // 45 + 60 + 75.5 + 59.5 = 240
    example: { inputs: [[45, 60, 75.5, 59.5]], value: 60 },
  },
  {
    ...common,
    id: "homework.minutes.junior",
    names: { zh: "初中书面作业平均完成时间", en: "Mean minutes of written homework, junior" },
    kind: { kind: "mean", each: { zh: "记录", en: "record" }, what: { zh: "书面作业分钟数", en: "minutes of written homework" } },
    stages: ["junior"],
    periods: ["day"],
    levels: ["class"],
    measure: MINUTES,
    better: "low",
    clause: "三(二)3：初中不超过90分钟",
    confidence: "medium",
    targets: [{ stage: "junior", operator: "<=", value: 90 }],
    readings: [JUNIOR_MEAN, PER_DAY],
    options: [HOMEWORK_MEAN],
    // 90 + 85 + 95.2 + 90 = 360.2: over the limit by 0.05 of a minute.
    example: { inputs: [[90, 85, 95.2, 90]], value: 90.05 },
  },
  {
    ...common,
    id: "homework.design.contest.count",
    names: { zh: "作业设计评比次数", en: "Homework-design contests" },
    form: "activities",
    kind: { kind: "count", what: { zh: "作业设计评比次数", en: "homework-design contests" }, shape: "whole" },
    measure: TIMES,
    clause: "三(二)3：每学期开展2次作业设计评比",
    targets: [{ stage: null, operator: ">=", value: 2 }],
    readings: [AT_LEAST],
    example: { inputs: [1], value: 1 },
  },
  {
    ...common,
    id: "afterschool.club.courses",
    names: { zh: "社团课程门数", en: "Club courses" },
    form: "activities",
    kind: { kind: "count", what: { zh: "社团课程门数", en: "club courses" }, shape: "whole" },
    periods: ["year"],
    measure: { zh: "门", en: "courses" },
    clause: "三(二)4：开发科技、艺术、体育、阅读等社团课程20门以上",
    targets: [{ stage: null, operator: ">=", value: 20 }],
    example: { inputs: [20], value: 20 },
  },
  {
    ...common,
    id: "afterschool.participation.rate",
    names: { zh: "课后服务/社团参与率", en: "After-school participation rate" },
    kind: {
      kind: "rate",
      of: { zh: "参加课后服务或社团的学生数", en: "pupils in after-school services or clubs" },
      among: { zh: "学生数", en: "pupils" },
    },
    unit: "rate",
    clause: "三(二)4：社团课程20门以上，参与率达100%",
    confidence: "medium",
    targets: [{ stage: null, operator: "=", value: 1 }],
    readings: [CLUBS_TOO],
    options: [AFTERSCHOOL_DENOMINATOR],
    example: { inputs: [793, 800], value: 0.99125 },
  },
  {
    ...common,
    id: "afterschool.lecture.count",
    names: { zh: "外部资源专题讲座或实践活动次数", en: "Lectures and activities with outside help" },
    form: "activities",
    kind: {
      kind: "count",
      what: { zh: "外部资源专题讲座、实践活动次数", en: "lectures and activities with outside help" },
      shape: "whole",
    },
    measure: TIMES,
    clause: "三(二)4：引入外部资源，每学期开展4次专题讲座或实践活动",
    targets: [{ stage: null, operator: ">=", value: 4 }],
    readings: [AT_LEAST],
    example: { inputs: [4], value: 4 },
  },
  {
    ...common,
    id: "homework.tiered.exists",
    names: { zh: "分层作业体系（基础+拓展+个性）", en: "Tiered homework: basic, extended, individual" },
    kind: {
      kind: "checklist",
      items: [
        { zh: "基础巩固", en: "basic consolidation" },
        { zh: "拓展提升", en: "extension" },
        { zh: "个性实践", en: "individual practice" },
      ],
    },
    levels: ["group"],
    measure: { zh: "层", en: "tiers" },
    clause: "三(二)3：推行“基础巩固+拓展提升+个性实践”作业体系",
    targets: [{ stage: null, operator: "=", value: 3 }],
    example: { inputs: ["是", "是", "否"], value: 2 },
  },
  {
    ...common,
    id: "afterschool.plan.rate",
    names: { zh: "课后服务一校一案", en: "Schools with an after-school plan of their own" },
    kind: {
      kind: "rate",
      of: { zh: "有课后服务方案的学校数", en: "schools with an after-school plan" },
      among: { zh: "学校数", en: "schools" },
    },
    stages: ["primary", "junior"],
    periods: ["schoolyear"],
    levels: ["county"],
    unit: "rate",
    source: "jining",
    clause: "第10条：继续完善中小学生课后服务供给制度，一校一案探索多元化、社会化合作机制",
    targets: [{ stage: null, operator: "=", value: 1 }],
    readings: [EVERY_ONE],
    example: { inputs: [19, 20], value: 0.95 },
  },
  {
    ...common,
    id: "homework.in.evaluation",
    names: { zh: "作业管理纳入评价指标", en: "Homework control is part of the evaluation" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "作业管理已纳入县域义务教育和学校办学质量评价指标体系",
          en: "homework control is among the indicators by which the county's compulsory education and its schools are evaluated",
        },
      ],
    },
    stages: ["primary", "junior"],
    periods: ["year"],
    levels: ["county"],
    unit: "flag",
    source: "jining",
    clause: "第10条：将作业管理纳入县域义务教育和学校办学质量评价指标体系",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: ["是"], value: 1 },
  },
  {
    ...common,
    id: "fivemanagement.exists",
    names: { zh: "五项管理落实", en: "The five management rules in force" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        { zh: "作业管理", en: "homework" },
        { zh: "睡眠管理", en: "sleep" },
        { zh: "手机管理", en: "phones" },
        { zh: "读物管理", en: "reading matter" },
        { zh: "体质管理", en: "fitness" },
      ],
    },
    stages: ["primary", "junior"],
    measure: { zh: "项", en: "items" },
    source: "jining",
    clause: "第10条：加强中小学“五项管理”",
    confidence: "medium",
    targets: [{ stage: null, operator: "=", value: 5 }],
    readings: [FIVE_RULES],
    example: { inputs: ["是", "是", "是", "是", "否"], value: 4 },
  },
];
