/**
 * 考核、奖惩与预警: grades and what follows from them, weights in appraisal, cards and warnings. The rules of events are said here and
 * evaluated over frozen yearly values elsewhere. Source clauses: 目标责任书 四.2, 2021年方案 三(一)4 and 三(二)5, 2025年方案 四.
 */
import type { Definition, Option, Reading } from "./definition.ts";
import { POLICY } from "./policy.ts";

const common = {
  version: 1,
  from: "2026-11",
  family: "supervision",
  form: "evidence",
  stages: ["primary", "junior", "senior"],
  periods: ["year"],
  levels: ["school"],
  unit: "none",
  better: "high",
  source: "statement",
  confidence: "high",
  judged: "limit",
  reads: { from: "entered" },
} as const satisfies Partial<Definition>;
/** A rule that happens or does not; there is nothing to compute. */
const event = { form: "events", better: "none", targets: [], judged: "unset", example: null } as const satisfies Partial<Definition>;

/** “下滑和居末位”: what 和 joins. */
const CARD_RULE: Option = {
  id: "card-rule",
  names: { zh: "黄红牌口径", en: "Reading of the card rule" },
  choices: [
    {
      id: "each-year",
      zh: "所计各年每年都下滑并且居末位（对个人处分最轻的读法）",
      en: "a fall and last place in each of the years (the mildest for a sanction on a person)",
    },
    { id: "final-year", zh: "所计各年都下滑，并且最后一年居末位", en: "a fall in each of the years, and last place in the final one" },
    { id: "either", zh: "所计各年每年下滑或居末位", en: "a fall or last place in each of the years" },
  ],
  source: {
    zh: "原文“下滑和居末位”的“和”有三种读法；默认取最轻的",
    en: "'falls and last place' can be read in three ways; the default is the mildest",
  },
};
/** Last of whom. */
const CARD_GROUP: Option = {
  id: "card-group",
  names: { zh: "末位的比较范围", en: "Last among whom" },
  choices: [
    { id: "stage-and-type", zh: "在同学段、同类型学校中居末位", en: "last among schools of the same stage and type" },
    { id: "stage", zh: "在同学段学校中居末位", en: "last among schools of the same stage" },
  ],
  source: {
    zh: "原文未写末位的范围；目标按“不同学段、不同类型学校”提出，默认与此一致",
    en: "the text does not say last of whom; its targets differ by stage and type, and so does the default",
  },
};
/** Whose years are counted. */
const CARD_TENURE: Option = {
  id: "card-tenure",
  names: { zh: "校长更替", en: "Change of principal" },
  choices: [
    { id: "principal", zh: "只计现任校长任期内的年份", en: "only years under the present principal" },
    { id: "school", zh: "按学校连续计算，不论校长更替", en: "the school's years, whoever was its principal" },
  ],
  source: {
    zh: "原文处分校长，未写换人后是否重计；默认按任期",
    en: "the sanction is on the principal; the text does not say whether a new one starts afresh",
  },
};
const CARD_TIES: Reading = {
  id: "card-ties",
  zh: "并列末位不自动认定，由人裁定",
  en: "a tie for last place is left to a person",
};
/** Cards and talks: sanctions on a principal. */
const card = {
  ...event,
  levels: ["principal"],
  source: "year2021",
  confidence: "medium",
  readings: [CARD_TIES],
  options: [CARD_RULE, CARD_GROUP, CARD_TENURE],
  restricted: POLICY.ranking,
} as const satisfies Partial<Definition>;

export const appraisal: readonly Definition[] = [
  {
    ...common,
    id: "assessment.grade",
    names: { zh: "考核等级（优秀、良好、合格、不合格）", en: "Grade of assessment (four grades)" },
    form: "outside",
    kind: {
      kind: "outside",
      what: { zh: "学校考核等级", en: "the school's grade of assessment" },
      scale: [
        { zh: "不合格", en: "fail" },
        { zh: "合格", en: "pass" },
        { zh: "良好", en: "good" },
        { zh: "优秀", en: "excellent" },
      ],
    },
    unit: "level",
    clause: "四.1：考核结果分为“优秀、良好、合格、不合格”四个等级",
    targets: [],
    judged: "unset",
    why: {
      zh: "原文没有给出分值、权重和等级分界，不由分数推算等级",
      en: "the text gives no points, weights or cut points: a grade is never derived from a score",
    },
    example: { inputs: ["良好", "年度考核结果"], value: 3 },
  },
  {
    ...common,
    id: "assessment.remediation.months",
    names: { zh: "不合格学校限期整改", en: "Months a failing school takes to put things right" },
    kind: {
      kind: "count",
      what: {
        zh: "约谈至整改验收的月数（不足一个月按一个月）",
        en: "months from the interview to sign-off (a started month counts as one)",
      },
      shape: "whole",
    },
    measure: { zh: "个月", en: "months" },
    better: "low",
    clause: "四.2：考核不合格的学校，限期3个月整改",
    targets: [{ stage: null, operator: "<=", value: 3 }],
    readings: [
      {
        id: "remediation-months",
        zh: "按日历月从约谈之日起算，起止日原文未写",
        en: "calendar months from the day of the interview; the text does not say from when to when",
      },
    ],
    // Interview on 10 January, signed off on 11 April: the fourth month has started.
    example: { inputs: [4], value: 4 },
  },
  {
    ...common,
    id: "assessment.teacher.link",
    names: { zh: "教师考核与绩效、职称挂钩", en: "Teachers' results tied to pay and title" },
    kind: {
      kind: "checklist",
      items: [
        {
          zh: "教师个人考核结果与绩效工资、职称晋升直接挂钩",
          en: "a teacher's result is tied to performance pay and promotion",
        },
      ],
    },
    levels: ["teacher"],
    unit: "flag",
    clause: "四.2：教师个人考核结果与绩效工资、职称晋升直接挂钩（原文至此中断）",
    targets: [{ stage: null, operator: "=", value: 1 }],
    example: { inputs: ["是"], value: 1 },
  },
  {
    ...common,
    ...event,
    id: "assessment.excellent.reward",
    names: { zh: "考核优秀奖励", en: "Reward for the grade excellent" },
    kind: {
      kind: "event",
      rule: {
        zh: "考核等级为优秀 → 表彰奖励：优先推荐为县级示范校、增加项目经费",
        en: "grade excellent → reward: first choice for county model school, more project funds",
      },
    },
    clause: "四.2：考核优秀的学校，甲方给予表彰奖励（优先推荐为县级示范校、增加项目经费）",
  },
  {
    ...common,
    ...event,
    id: "assessment.fail.interview",
    names: { zh: "考核不合格约谈", en: "Interview for the grade fail" },
    kind: {
      kind: "event",
      rule: {
        zh: "考核等级为不合格 → 约谈主要负责人，限期3个月整改；整改不力 → 调整领导班子",
        en: "grade fail → interview of the head and three months to put things right; not put right → change of leaders",
      },
    },
    clause: "四.2：考核不合格的学校，约谈主要负责人，限期3个月整改，整改不力的调整领导班子",
    why: {
      zh: "原文未写何为“整改不力”，调整领导班子须由人裁定",
      en: "the text does not say what counts as not put right: a change of leaders is a person's decision",
    },
  },
  {
    ...common,
    id: "appraisal.teaching.weight",
    names: { zh: "教学质量考核权重加大", en: "More weight for teaching quality in teachers' appraisal" },
    kind: {
      kind: "change",
      mode: "points",
      what: { zh: "教学质量考核分值", en: "points for teaching quality" },
      over: { zh: "教师综合考核总分", en: "points of the teachers' appraisal" },
      shape: "whole",
    },
    unit: "points",
    source: "year2021",
    clause: "三(一)4：加大教学质量考核在老师综合考核中的权重",
    targets: [],
    judged: "direction",
    why: { zh: "原文只写“加大”，没有数字，不判定达标", en: "the text says 'more' and gives no number: shown, never a pass" },
    example: { inputs: [45, 100, 40, 100], value: 0.05 },
  },
  {
    ...common,
    id: "appraisal.quality.weight",
    names: { zh: "教学质量占学校年度考核权重", en: "Weight of teaching quality in the school's yearly appraisal" },
    kind: {
      kind: "ratio",
      top: { zh: "教学质量分值", en: "points for teaching quality" },
      bottom: { zh: "学校年度考核总分", en: "points of the school's appraisal" },
      shapes: ["amount", "amount"],
      factor: 1,
    },
    unit: "rate",
    source: "plan2025",
    clause: "四：将教学质量纳入学校年度考核，占比不低于40%",
    targets: [{ stage: null, operator: ">=", value: 0.4 }],
    // 47.9 of 120 is 39.9 %: 48 would do.
    example: { inputs: [47.9, 120], value: 479 / 1200 },
  },
  {
    ...common,
    ...card,
    id: "warning.talk",
    names: { zh: "诫勉谈话（严重下滑且末位）", en: "Admonishing talk (steep fall and last place)" },
    kind: {
      kind: "event",
      rule: {
        zh: "当年教育教学质量严重下滑和位居末位 → 对校长诫勉谈话，一年内不予调整岗位",
        en: "a steep fall and last place in the year → admonishing talk with the principal, no other post for a year",
      },
    },
    clause: "三(二)5：对教育教学质量严重下滑和位居末位的校长要进行诫勉谈话，一年内不予调整岗位",
    why: {
      zh: "原文没有给出“严重下滑”的幅度，也未写用哪个指标，须由区县规定",
      en: "the text gives no size of a 'steep' fall and names no indicator: the region has to say",
    },
  },
  {
    ...common,
    ...card,
    id: "warning.yellow",
    names: { zh: "黄牌警告", en: "Yellow card" },
    kind: {
      kind: "event",
      rule: {
        zh: "教育教学质量连续两年下滑和居末位 → 黄牌警告，并进行诫勉谈话",
        en: "falls and last place two years running → yellow card and admonishing talk",
      },
    },
    clause: "三(二)5：对教育教学质量连续两年下滑和居末位的要给予黄牌警告，并进行诫勉谈话",
    why: { zh: "原文未写用哪个指标衡量下滑，须由区县规定", en: "the text names no indicator for the fall: the region has to say" },
  },
  {
    ...common,
    ...card,
    id: "warning.red",
    names: { zh: "红牌警告", en: "Red card" },
    kind: {
      kind: "event",
      rule: {
        zh: "教学质量连续三年下滑和居末位 → 对校长红牌警告，责令其提出辞职",
        en: "falls and last place three years running → red card, the principal is told to resign",
      },
    },
    clause: "三(二)5：对教学质量连续三年下滑和居末位的校长，要给予红牌警告，责令其提出辞职",
    why: { zh: "原文未写用哪个指标衡量下滑，须由区县规定", en: "the text names no indicator for the fall: the region has to say" },
  },
  {
    ...common,
    ...event,
    id: "reward.improvement",
    names: { zh: "提升较快、成绩优秀表彰", en: "Commendation for fast improvement and good results" },
    kind: {
      kind: "event",
      rule: {
        zh: "教育教学质量提升较快和成果优秀 → 表彰重用校长",
        en: "fast improvement and good results → the principal is commended and promoted",
      },
    },
    levels: ["principal"],
    source: "year2021",
    confidence: "medium",
    clause: "三(二)5：对教育教学质量提升较快和成果优秀的校长要表彰重用",
    why: {
      zh: "原文没有给出“较快”“优秀”的数字，也未写两者是否须兼备",
      en: "the text puts no number to 'fast' or 'good', nor says whether both are needed",
    },
    restricted: POLICY.ranking,
  },
  {
    ...common,
    ...event,
    id: "warning.decline2",
    names: { zh: "连续两年下滑启动专项督导", en: "Special supervision after two years of decline" },
    kind: {
      kind: "event",
      rule: {
        zh: "学校当年值 < 上年值 < 前年值 → 启动专项督导",
        en: "this year's value < last year's < that of the year before → special supervision of the school",
      },
    },
    source: "plan2025",
    confidence: "medium",
    clause: "四：建立教学质量预警机制，对连续两年下滑的学校启动专项督导",
    readings: [
      {
        id: "decline-points",
        zh: "两年下滑要三个可比的年度值；定义、分数线或覆盖面变了就不可比",
        en: "two falls need three comparable yearly values; a changed definition, line or coverage makes them incomparable",
      },
    ],
    why: {
      zh: "原文未写用哪个指标，也未写多大的下滑才算，须由区县规定",
      en: "the text names no indicator and no size of a fall that counts: the region has to say",
    },
    restricted: POLICY.ranking,
  },
];
