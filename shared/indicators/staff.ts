/**
 * 教师队伍: who the teachers are: titles, shares and abilities. Source clauses: 目标责任书 二.3 and 三(三)3,
 * 教学质量提升方案 二 and 三(二), 优质均衡专项方案 二.2 and 三(二)2, 济宁解读 第6条. Training stands in training.ts, masters and
 * their studios in masters.ts.
 */
import type { Definition, Option, Reading } from "./definition.ts";
import { EVERY_ONE } from "./readings.ts";

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
const TEACHERS = { zh: "教师数", en: "teachers" };

const TEACHER_DENOMINATOR: Option = {
  id: "teacher-denominator",
  names: { zh: "教师占比的分母", en: "Denominator of shares of teachers" },
  choices: [
    { id: "fulltime", zh: "分母为专任教师", en: "of full-time teachers" },
    { id: "staff", zh: "分母为教职工", en: "of all staff" },
  ],
  source: {
    zh: "原文只写“教师队伍”、“教师”，未写专任教师还是教职工",
    en: "the text says teachers, not whether full-time teachers or all staff",
  },
};
const BACKBONE_LEADERS: Option = {
  id: "backbone-leaders",
  names: { zh: "学科带头人是否计入骨干教师", en: "Are subject leaders backbone teachers" },
  choices: [
    { id: "both", zh: "有骨干教师称号的学科带头人，两项都计", en: "a subject leader who is a backbone teacher counts as both" },
    { id: "apart", zh: "学科带头人不再计入骨干教师", en: "subject leaders are left out of backbone teachers" },
  ],
  source: {
    zh: "原文并列骨干教师25%与学科带头人5%，未写能否重复计",
    en: "the text lists both shares and does not say whether they overlap",
  },
};
const CONTEST_DENOMINATOR: Option = {
  id: "contest-denominator",
  names: { zh: "教学竞赛获奖率的分母", en: "Denominator of the contest award rate" },
  choices: [
    { id: "entrants", zh: "分母为参赛教师", en: "of the teachers who entered" },
    { id: "all", zh: "分母为全体专任教师", en: "of all full-time teachers" },
  ],
  source: {
    zh: "原文“教师参加县级及以上教学竞赛获奖率达30%”，未写分母；“参加……获奖率”更近参赛者",
    en: "the text gives no denominator; its wording is closest to those who entered",
  },
};
const CONTEST_CASES: Option = {
  id: "contest-cases",
  names: { zh: "教学竞赛获奖率按人还是按人次", en: "Contest awards by person or by entry" },
  choices: [
    { id: "persons", zh: "按人计，一人多次获奖只计一次", en: "by person: several awards count once" },
    { id: "entries", zh: "按人次计，分子分母都用人次", en: "by entry, above and below" },
  ],
  source: { zh: "原文未写按人还是按人次", en: "the text does not say which" },
};

const REACHES: Reading = { id: "reaches", zh: "“达”读作不低于（≥）", en: "the text's 达 is read as at least" };
const TITLE_ONCE: Reading = {
  id: "title-once",
  zh: "按称号计，一人有几个称号只计一次",
  en: "by title; a teacher with several titles counts once",
};
const PROJECT_ONCE: Reading = {
  id: "project-once",
  zh: "一人参加几个课题只计一次",
  en: "a teacher in several projects counts once",
};
const ALL_ABILITIES: Reading = {
  id: "ict-all-abilities",
  zh: "原文以“、”并列几种能力：都具备才计一人",
  en: "the text joins several abilities: a teacher counts with all of them",
};

export const staff: readonly Definition[] = [
  {
    ...common,
    id: "teacher.backbone.share",
    names: { zh: "县级及以上骨干教师占比", en: "Share of backbone teachers, county and above" },
    kind: { kind: "rate", of: { zh: "县级及以上骨干教师数", en: "backbone teachers, county and above" }, among: TEACHERS },
    clause: "二.3：县级及以上骨干教师占比达25%",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 0.25 }],
    readings: [REACHES, TITLE_ONCE],
    options: [TEACHER_DENOMINATOR, BACKBONE_LEADERS],
    example: { inputs: [49, 196], value: 0.25 },
  },
  {
    ...common,
    id: "teacher.subjectleader.share",
    names: { zh: "学科带头人占比", en: "Share of subject leaders" },
    kind: { kind: "rate", of: { zh: "学科带头人数", en: "subject leaders" }, among: TEACHERS },
    clause: "二.3：学科带头人占比达5%",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 0.05 }],
    readings: [REACHES],
    options: [TEACHER_DENOMINATOR],
    // 4.875 % is shown as 4.9 % and is no 5 %.
    example: { inputs: [39, 800], value: 0.04875 },
  },
  {
    ...common,
    id: "teacher.contest.award.rate",
    names: { zh: "县级及以上教学竞赛获奖率", en: "Award rate in teaching contests, county and above" },
    kind: {
      kind: "rate",
      of: { zh: "县级及以上教学竞赛获奖数", en: "awards in teaching contests, county and above" },
      among: { zh: "计入分母的教师数", en: "teachers they are taken of" },
    },
    clause: "二.3：教师参加县级及以上教学竞赛获奖率达30%",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 0.3 }],
    readings: [REACHES],
    options: [CONTEST_DENOMINATOR, CONTEST_CASES],
    example: { inputs: [59, 200], value: 0.295 },
  },
  {
    ...common,
    id: "teacher.project.rate",
    names: { zh: "教师参与县级及以上课题研究比例", en: "Teachers in research projects, county and above" },
    kind: { kind: "rate", of: { zh: "参与县级及以上课题研究的教师数", en: "teachers in such a project" }, among: TEACHERS },
    clause: "三(三)3：2025年教师参与县级及以上课题研究比例达40%",
    targets: [{ stage: null, operator: ">=", value: 0.4 }],
    readings: [REACHES, PROJECT_ONCE],
    options: [TEACHER_DENOMINATOR],
    example: { inputs: [79, 200], value: 0.395 },
  },
  {
    ...common,
    id: "teacher.papers.count",
    names: { zh: "省级及以上论文篇数", en: "Papers, province and above" },
    kind: { kind: "count", what: { zh: "发表的省级及以上论文篇数", en: "papers published, province and above" }, shape: "whole" },
    unit: "none",
    measure: { zh: "篇", en: "papers" },
    clause: "三(三)3：发表省级及以上论文不少于10篇",
    targets: [{ stage: null, operator: ">=", value: 10 }],
    example: { inputs: [9], value: 9 },
  },
  {
    ...common,
    id: "teacher.backbone.share.district",
    names: { zh: "区级以上骨干教师占比", en: "Share of backbone teachers, district and above" },
    kind: { kind: "rate", of: { zh: "区级以上骨干教师数", en: "backbone teachers, district and above" }, among: TEACHERS },
    levels: ["county"],
    source: "plan2025",
    clause: "二：区级以上骨干教师占比达25%",
    targets: [{ stage: null, operator: ">=", value: 0.25 }],
    readings: [REACHES, TITLE_ONCE],
    options: [TEACHER_DENOMINATOR],
    example: { inputs: [499, 2000], value: 0.2495 },
  },
  {
    ...common,
    id: "teacher.ict.tools.rate",
    names: { zh: "掌握至少3种信息化教学工具教师比例", en: "Teachers who master at least 3 ICT tools" },
    kind: { kind: "rate", of: { zh: "掌握至少3种信息化教学工具的教师数", en: "teachers with at least 3 tools" }, among: TEACHERS },
    levels: ["county"],
    source: "plan2025",
    clause: "二：100%教师掌握至少3种信息化教学工具",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: [799, 800], value: 0.99875 },
  },
  {
    ...common,
    id: "teacher.backbone.mobile",
    names: { zh: "名师工作室流动站与城乡轮岗", en: "Mobile master studios and rotation between town and country" },
    form: "evidence",
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "已设立“名师工作室流动站”，并开展城乡教师轮岗",
          en: "mobile studios are set up, and teachers rotate between town and country",
        },
      ],
    },
    levels: ["county"],
    unit: "flag",
    source: "plan2025",
    clause: "三(二)：骨干教师：设立“名师工作室流动站”，开展城乡教师轮岗",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: ["是"], value: 1 },
  },
  {
    ...common,
    id: "subjectleader.project",
    names: { zh: "学科带头人承担省级以上课题、微课程资源包", en: "Subject leaders with a provincial project and a micro-course pack" },
    kind: {
      kind: "rate",
      of: { zh: "承担省级以上课题并开发微课程资源包的学科带头人数", en: "subject leaders with both" },
      among: { zh: "学科带头人数", en: "subject leaders" },
    },
    levels: ["teacher"],
    source: "plan2025",
    clause: "三(二)：学科带头人：承担省级以上课题，开发微课程资源包",
    confidence: "medium",
    targets: [{ stage: null, operator: "=", value: 1 }],
    readings: [EVERY_ONE],
    example: { inputs: [7, 8], value: 0.875 },
  },
  {
    ...common,
    id: "teacher.backbone.share.change",
    names: { zh: "骨干教师比例提高", en: "Rise of the share of backbone teachers" },
    kind: {
      kind: "change",
      mode: "points",
      what: { zh: "骨干教师数", en: "backbone teachers" },
      over: TEACHERS,
      shape: "whole",
    },
    stages: ["primary", "junior"],
    unit: "points",
    source: "balance2025",
    clause: "二.2：骨干教师比例明显提高",
    targets: [],
    judged: "direction",
    why: { zh: "原文只写“明显提高”，没有数字：只显示，不判达标", en: "the text says 'rises markedly' and no number: shown, never a pass" },
    options: [TEACHER_DENOMINATOR],
    // 52 ÷ 200 = 26 %, 50 ÷ 200 = 25 %.
    example: { inputs: [52, 200, 50, 200], value: 0.01 },
  },
  {
    ...common,
    id: "teacher.rotation.done",
    names: { zh: "校长教师交流轮岗落实", en: "Rotation of heads and teachers in place" },
    form: "evidence",
    kind: { kind: "checklist", items: [{ zh: "校长和教师交流轮岗制度已全面落实", en: "heads and teachers rotate, as the rules say" }] },
    stages: ["primary", "junior"],
    levels: ["county"],
    unit: "flag",
    source: "balance2025",
    clause: "二.2：校长和教师交流轮岗制度全面落实",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: ["是"], value: 1 },
  },
  {
    ...common,
    id: "teacher.supply.adequate",
    names: { zh: "教师数量充足、结构合理", en: "Enough teachers, of a sound structure" },
    form: "evidence",
    kind: { kind: "checklist", items: [{ zh: "教师数量充足、结构合理", en: "enough teachers, of a sound structure" }] },
    stages: ["primary", "junior"],
    unit: "flag",
    source: "balance2025",
    clause: "二.2：教师数量充足、结构合理、素质优良",
    confidence: "low",
    targets: [],
    judged: "open",
    why: {
      zh: "原文未写依据哪个编制标准，也没有数字：不判定",
      en: "the text names no staffing norm and no number: not judged",
    },
    example: { inputs: ["是"], value: 1 },
  },
  {
    ...common,
    id: "teacher.ict.ability.rate",
    names: { zh: "任课教师信息化备课能力", en: "Teachers able to prepare lessons with ICT" },
    kind: {
      kind: "rate",
      of: { zh: "具备信息化备课能力的任课教师数", en: "teachers with these abilities" },
      among: { zh: "任课教师数", en: "teachers with lessons" },
    },
    stages: ["primary", "junior"],
    levels: ["county"],
    source: "jining",
    clause: "第6条：90%以上的任课教师能够……获取优质教育信息和资源，能够……制作开发课程软件和教学软件，进行电子备课和教学设计",
    targets: [{ stage: null, operator: ">=", value: 0.9 }],
    readings: [ALL_ABILITIES],
    example: { inputs: [179, 200], value: 0.895 },
  },
];
