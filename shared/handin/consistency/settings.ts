/** What counts as worth a question. None of it is fixed by a rule: conventions of ours, each with its source, which is shown beside what is asked. */
import type { Words } from "../../refusal.ts";

export interface Settings {
  /** How many spreads from the median of all schools a value may lie. */
  readonly robustSpreads: number;
  /** Of how many schools a spread is taken at all. */
  readonly robustSchools: number;
  /** How far participation may fall, as a fraction: 0.02 are two points. */
  readonly participationFall: number;
  /** How far enrolment and the pupils expected in an exam of all grades may differ, as a fraction of enrolment. */
  readonly enrolmentGap: number;
  /** How far numbers of the same people may be apart in what a school gives of one year, as a fraction of the largest, and from how many people on. */
  readonly peopleApart: number;
  readonly peopleFew: number;
  /** How many valid answers there may be for each pupil: one of each parent. */
  readonly answersEach: number;
  /** How far a school's pupils may be from last time's, as a fraction of those. */
  readonly rollGap: number;
  /** Below what part of last time's, or of the roll shared out over the grades, a grade is asked about, as a fraction. */
  readonly gradeShare: number;
  /** How far from 10,000 times an amount may be and still look like 万元 for 元. */
  readonly unitFactor: number;
  /** How many times above or below the standard per pupil an amount is asked about. */
  readonly standardFactor: number;
  /** A school of fewer pupils has more of everything for each: its upper bounds are raised as many times as it is smaller. */
  readonly smallSchool: number;
  /** Of how many pupils marks that are all alike are asked about. */
  readonly alikePupils: number;
  /** Of how many different marks, or of how many numbers, it is asked whether they are those of last time or of another class. */
  readonly sameNumbers: number;
  /** Of how many subjects, or amounts, that are all another's it is asked: fewer may be alike by chance. */
  readonly sameParts: number;
  /** What part of those expected may be absent in one subject while others were sat, as a fraction. */
  readonly absentShare: number;
  /** How many times as many pupils as at any mark just below a line may stand at it before it is asked about. */
  readonly heapFactor: number;
  /** How far below a line "just below" reaches, as a fraction of the full mark. */
  readonly heapReach: number;
  /** What part of a grade may be exempt or have left, and so count in no rate, as a fraction. */
  readonly outsideShare: number;
  /** Of how many pupils it is asked whether subjects go together at all. */
  readonly relatedPupils: number;
  /** From what correlation on two subjects go together, and below which they have nothing to do with each other. */
  readonly related: number;
  readonly unrelated: number;
  /** Fewer different marks are a test by doing, or grades: it need not go with written papers. */
  readonly fewMarks: number;
  /** What part of the entry marks may be those of this exam, as a fraction. */
  readonly copiedShare: number;
  /** How many spreads of pupils a class may be off in one subject while it is in line in its others. */
  readonly classSpreads: number;
  /** And by what part of the full mark, as a fraction. */
  readonly classGap: number;
  /** How many pupils may have the marks of another in every subject. */
  readonly sameRows: number;
  /** By what part of what stands the pupils of a later file may be more before it is asked about, as a fraction: 0.5 is half as many again. */
  readonly growth: number;
  /** By how many revisions a file may be ahead of what is held before it is asked about: it bars every lower one after it. */
  readonly revisionJump: number;
  /** Of how many pupils a grade's marks that are another school's to the last one are asked about. */
  readonly twinPupils: number;
}

const OURS: Words = { zh: "本产品约定", en: "a convention of this product" };
const LEYS = "Leys et al. 2013, J. Exp. Soc. Psychol. 49(4) 764: 3";

export const SETTINGS: { readonly [Name in keyof Settings]: { readonly names: Words; readonly value: number; readonly source: Words } } = {
  robustSpreads: {
    names: {
      zh: "偏离中位数的倍数（MAD × 1.4826）；人数少的按 95 % 区间放宽",
      en: "spreads from the median (1.4826 × MAD), and the 95 % interval of how many pupils there are",
    },
    value: 3,
    source: { zh: `${LEYS}；${OURS.zh}`, en: `${LEYS}; ${OURS.en}` },
  },
  robustSchools: { names: { zh: "至少几所学校才比较", en: "schools at least to compare with" }, value: 5, source: OURS },
  participationFall: { names: { zh: "参考率下降多少要问", en: "fall of participation that is asked about" }, value: 0.02, source: OURS },
  enrolmentGap: { names: { zh: "在校生与应考人数相差多少要问", en: "gap of enrolment and pupils expected" }, value: 0.05, source: OURS },
  peopleApart: {
    names: { zh: "同一些人在几处填的人数相差多少要问", en: "gap of numbers of the same people given in several places" },
    value: 0.1,
    source: OURS,
  },
  peopleFew: { names: { zh: "而且至少差几人", en: "and people by which they differ at least" }, value: 3, source: OURS },
  answersEach: {
    names: { zh: "平均每名学生几份答卷以上要问", en: "valid answers for each pupil above which it is asked" },
    value: 2,
    source: OURS,
  },
  rollGap: {
    names: { zh: "在校学生数与上次相差多少要问", en: "change of a school's pupils since last time that is asked about" },
    value: 0.25,
    source: OURS,
  },
  gradeShare: {
    names: {
      zh: "一个年级的人数不到上次同年级（或在校生按年级平均）的多少要问",
      en: "part of last time's grade, or of the roll shared over the grades, below which a grade is asked about",
    },
    value: 0.6,
    source: OURS,
  },
  unitFactor: {
    names: { zh: "与一万倍相差几倍以内算单位错", en: "factor around 10,000 that looks like a wrong unit" },
    value: 3,
    source: OURS,
  },
  standardFactor: {
    names: { zh: "办学条件与生均标准相差多少倍要问", en: "times above or below the standard per pupil at which an amount is asked about" },
    value: 10,
    source: {
      zh: `标准：教督〔2017〕6号 资源配置第1—7项；倍数：${OURS.zh}`,
      en: `the standard: 教督〔2017〕6号, resources 1 to 7; how many times: ${OURS.en}`,
    },
  },
  smallSchool: {
    names: {
      zh: "不到几名学生的学校，生均的上限按比例放宽",
      en: "pupils below which a school's upper bounds per pupil are raised in proportion",
    },
    value: 200,
    source: OURS,
  },
  alikePupils: {
    names: { zh: "至少几名学生的分数都相同、或大多缺考才问", en: "pupils at least whose marks are all alike, or who are mostly absent" },
    value: 10,
    source: OURS,
  },
  sameNumbers: {
    names: {
      zh: "至少几个不同的分数（或几个数）与上次、与另一个班完全相同才问",
      en: "different marks, or numbers, at least that are all those of last time or of another class",
    },
    value: 5,
    source: OURS,
  },
  sameParts: {
    names: {
      zh: "至少几科（或几项）与别的班、别校完全相同才问",
      en: "subjects, or amounts, at least that are all another class's or school's",
    },
    value: 2,
    source: OURS,
  },
  absentShare: {
    names: { zh: "别科考了、这科缺考超过多少要问", en: "share absent in one subject, while others were sat, that is asked about" },
    value: 0.5,
    source: OURS,
  },
  heapFactor: {
    names: { zh: "压线的人数是线下每个分数人数的几倍以上才问", en: "times as many at a line as at any mark just below it" },
    value: 3,
    source: OURS,
  },
  heapReach: {
    names: { zh: "“线下”到满分的百分之几为止", en: "part of the full mark that is just below a line" },
    value: 0.05,
    source: OURS,
  },
  outsideShare: {
    names: { zh: "免考和转出占多少要问", en: "share exempt or left, and so in no rate, that is asked about" },
    value: 0.05,
    source: OURS,
  },
  relatedPupils: {
    names: { zh: "至少几名学生才看学科之间的关系", en: "pupils at least to see whether subjects go together" },
    value: 30,
    source: OURS,
  },
  related: { names: { zh: "相关系数到多少算关系明显", en: "correlation from which subjects go together" }, value: 0.4, source: OURS },
  unrelated: { names: { zh: "相关系数低于多少算没有关系", en: "correlation below which they do not" }, value: 0.2, source: OURS },
  fewMarks: {
    names: { zh: "少于几个不同的分数不看学科之间的关系", en: "different marks below which no relation is looked at" },
    value: 12,
    source: OURS,
  },
  copiedShare: {
    names: { zh: "前测与这次分数相同的超过多少要问", en: "share of entry marks like this exam's that is asked about" },
    value: 0.5,
    source: OURS,
  },
  classSpreads: {
    names: {
      zh: "别科相差不大时，一个班一科的平均分差几个标准差以上才问",
      en: "standard deviations that a class is off in one subject only, above which it is asked about",
    },
    value: 1.5,
    source: OURS,
  },
  classGap: { names: { zh: "而且差满分的多少以上", en: "and part of the full mark that it is off by" }, value: 0.2, source: OURS },
  sameRows: {
    names: {
      zh: "至少几名学生各科（5 科以上）分数都与另一名学生相同才问",
      en: "pupils at least with the marks of another in every one of five subjects or more",
    },
    value: 5,
    source: OURS,
  },
  growth: { names: { zh: "比已收的多出多少要问", en: "growth over what was taken before that is asked about" }, value: 0.5, source: OURS },
  revisionJump: {
    names: { zh: "版次比已收的高出多少要问", en: "revisions ahead of what is held that are asked about" },
    value: 100,
    source: OURS,
  },
  twinPupils: {
    names: {
      zh: "至少几名学生的年级，各科成绩与别校完全相同才问",
      en: "pupils at least of a grade whose marks are all those of another school",
    },
    value: 10,
    source: OURS,
  },
};

export const defaultSettings: Settings = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { value }]) => [name, value]),
) as unknown as Settings;
