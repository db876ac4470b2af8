/** 家校与满意度: parents' part in the school, and surveys. Source clauses: 目标责任书 二.4 and 三(五)3, 优质均衡专项方案 二.5. */
import type { Definition, Option } from "./definition.ts";
import { AT_LEAST } from "./readings.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "families",
  form: "survey",
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

const VALID = { zh: "有效答卷数", en: "valid answers" };
const TIMES = { zh: "次", en: "times" };

/** Which answers of a scale are satisfied ones. */
const SATISFIED: Option = {
  id: "satisfied-answers",
  names: { zh: "“满意”的口径", en: "What counts as satisfied" },
  choices: [
    { id: "top-two", zh: "“非常满意”“满意”（或“比较满意”）计为满意", en: "very satisfied and satisfied (or rather satisfied) count" },
    { id: "with-basic", zh: "“基本满意”也计为满意", en: "more or less satisfied counts too" },
    { id: "top", zh: "只有“非常满意”计为满意", en: "only very satisfied counts" },
  ],
  source: {
    zh: "原文未规定量表及哪几档计为满意，也未规定样本量和回收率",
    en: "the text gives neither the scale nor what counts, nor sample and response rate",
  },
};

/** Who takes part: families, or the parents one by one. */
const PARTICIPANTS: Option = {
  id: "participation-unit",
  names: { zh: "家长参与的计数单位", en: "Unit of parents' participation" },
  choices: [
    {
      id: "families",
      zh: "按家庭计：一户有一位家长参与过即计1户",
      en: "counted by families: one parent who took part counts for the family",
    },
    { id: "parents", zh: "按家长人数计", en: "counted by parents" },
  ],
  source: {
    zh: "原文此处有乱码，未说明按家庭还是按家长",
    en: "the text is garbled here and does not say whether families or parents are counted",
  },
};

export const families: readonly Definition[] = [
  {
    ...common,
    id: "satisfaction.parent.school",
    names: { zh: "家长满意度", en: "Parents satisfied with the school" },
    kind: { kind: "rate", of: { zh: "对学校教育教学满意的答卷数", en: "answers satisfied with the school's teaching" }, among: VALID },
    clause: "二.4：家长对学校教育教学满意度达95%以上",
    targets: [{ stage: null, operator: ">=", value: 0.95 }],
    options: [SATISFIED],
    // 95 % of 294 is 279.3: 279 fall short.
    example: { inputs: [279, 294], value: 279 / 294 },
  },
  {
    ...common,
    id: "recognition.social.change",
    names: { zh: "社会认可度提升", en: "Change of public recognition" },
    kind: {
      kind: "change",
      mode: "points",
      what: { zh: "认可学校办学成效的答卷数", en: "answers that recognise the school's work" },
      over: VALID,
      shape: "whole",
    },
    unit: "points",
    clause: "二.4：社会对学校办学成效认可度显著提升",
    targets: [],
    judged: "direction",
    why: {
      zh: "“显著提升”没有数字：只显示变化，不判定达标",
      en: "a marked rise carries no number: the change is shown and never a pass",
    },
    options: [SATISFIED],
    // 93 % against 90 %.
    example: { inputs: [279, 300, 270, 300], value: 0.03 },
  },
  {
    ...common,
    id: "pta.committee.coverage",
    names: { zh: "家长委员会覆盖各年级", en: "Grades with a member on the parents' committee" },
    form: "evidence",
    kind: {
      kind: "rate",
      of: { zh: "有家长委员会成员的年级数", en: "grades with a member on the parents' committee" },
      among: { zh: "年级数", en: "grades" },
    },
    periods: ["schoolyear"],
    clause: "三(五)3：成立家长委员会（成员覆盖各年级）",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: [5, 6], value: 5 / 6 },
  },
  {
    ...common,
    id: "pta.meeting.count",
    names: { zh: "家长代表会议次数", en: "Meetings of parents' representatives" },
    form: "activities",
    kind: { kind: "count", what: { zh: "家长代表会议次数", en: "meetings of parents' representatives" }, shape: "whole" },
    periods: ["term"],
    unit: "none",
    measure: TIMES,
    clause: "三(五)3：每学期召开2次家长代表会议",
    targets: [{ stage: null, operator: ">=", value: 2 }],
    readings: [AT_LEAST],
    example: { inputs: [2], value: 2 },
  },
  {
    ...common,
    id: "pta.push.monthly",
    names: { zh: "家庭教育专题推送期数", en: "Issues on family education each month" },
    form: "activities",
    kind: {
      kind: "worst",
      end: "min",
      each: { zh: "月", en: "month" },
      what: { zh: "家庭教育专题推送期数", en: "issues on family education" },
    },
    periods: ["month"],
    unit: "none",
    measure: { zh: "期", en: "issues" },
    clause: "三(五)3：每月推送1期专题内容",
    targets: [{ stage: null, operator: ">=", value: 1 }],
    readings: [
      AT_LEAST,
      {
        id: "every-month",
        zh: "每月填一个数：有一个月没有就不达标",
        en: "one number for each month: a month without one misses",
      },
    ],
    example: { inputs: [[2, 1, 0, 1]], value: 0 },
  },
  {
    ...common,
    id: "parent.participation.rate",
    names: { zh: "家长参与学校活动率", en: "Parents who take part in school activities" },
    form: "activities",
    kind: {
      kind: "rate",
      of: { zh: "至少参与一次学校活动的家庭（家长）数", en: "families (parents) who took part at least once" },
      among: { zh: "家庭（家长）总数", en: "all families (parents)" },
    },
    clause: "三(五)3：2025年家长参与学校活动率达90%以上",
    confidence: "medium",
    targets: [{ stage: null, operator: ">=", value: 0.9 }],
    options: [PARTICIPANTS],
    example: { inputs: [449, 500], value: 0.898 },
  },
  {
    ...common,
    id: "satisfaction.parent.communication",
    names: { zh: "对教师沟通满意度", en: "Parents satisfied with how teachers communicate" },
    kind: { kind: "rate", of: { zh: "对教师沟通满意的答卷数", en: "answers satisfied with how teachers communicate" }, among: VALID },
    clause: "三(五)3：家长问卷中“对教师沟通满意度”达95%",
    targets: [{ stage: null, operator: ">=", value: 0.95 }],
    options: [SATISFIED],
    example: { inputs: [285, 300], value: 0.95 },
  },
  {
    ...common,
    id: "satisfaction.public.change",
    names: { zh: "群众满意度提高", en: "Change of the public's satisfaction" },
    kind: {
      kind: "change",
      mode: "points",
      what: { zh: "对义务教育满意的答卷数", en: "answers satisfied with compulsory education" },
      over: VALID,
      shape: "whole",
    },
    stages: ["primary", "junior"],
    levels: ["county"],
    unit: "points",
    source: "balance2025",
    clause: "二.5：人民群众对义务教育的满意度不断提高",
    targets: [],
    judged: "direction",
    why: {
      zh: "“不断提高”“大幅提升”没有数字：只显示变化，不判定达标；国家标准的85%是另一指标（soc.01.recognition）",
      en: "rising steadily carries no number: the change is shown and never a pass; the national 85 % is an indicator of its own (soc.01.recognition)",
    },
    options: [SATISFIED],
    // 86 % against 84 %.
    example: { inputs: [1720, 2000, 1680, 2000], value: 0.02 },
  },
];
