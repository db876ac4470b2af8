/** What each setting is called and where it comes from. Apart from the values: what is asked needs no words, and the pane's first screen is light. */
import type { Words } from "../../refusal.ts";
import type { Settings } from "./settings.ts";

const OURS: Words = { zh: "本产品约定", en: "a convention of this product" };
const LEYS = "Leys et al. 2013, J. Exp. Soc. Psychol. 49(4) 764: 3";

export const SETTING_WORDS: { readonly [Name in keyof Settings]: { readonly names: Words; readonly source: Words } } = {
  robustSpreads: {
    names: {
      zh: "偏离中位数的倍数（MAD × 1.4826）；人数少的按 95 % 区间放宽",
      en: "spreads from the median (1.4826 × MAD), and the 95 % interval of how many pupils there are",
    },
    source: { zh: `${LEYS}；${OURS.zh}`, en: `${LEYS}; ${OURS.en}` },
  },
  robustSchools: { names: { zh: "至少几所学校才比较", en: "schools at least to compare with" }, source: OURS },
  participationFall: { names: { zh: "参考率下降多少要问", en: "fall of participation that is asked about" }, source: OURS },
  participationFew: {
    names: { zh: "而且有一科至少多缺几人", en: "and pupils at least by which more were away from a subject" },
    source: OURS,
  },
  enrolmentGap: { names: { zh: "在校生与应考人数相差多少要问", en: "gap of enrolment and pupils expected" }, source: OURS },
  peopleApart: {
    names: { zh: "同一些人在几处填的人数相差多少要问", en: "gap of numbers of the same people given in several places" },
    source: OURS,
  },
  peopleFew: { names: { zh: "而且至少差几人", en: "and people by which they differ at least" }, source: OURS },
  rollApart: {
    names: { zh: "同一年在校学生数在几处相差多少要问", en: "gap of the roll of one year given in several places" },
    source: OURS,
  },
  rollFew: { names: { zh: "而且至少差几名学生", en: "and pupils by which it differs at least" }, source: OURS },
  answersEach: {
    names: { zh: "平均每名学生几份答卷以上要问", en: "valid answers for each pupil above which it is asked" },
    source: OURS,
  },
  rollGap: {
    names: { zh: "在校学生数与上次相差多少要问", en: "change of a school's pupils since last time that is asked about" },
    source: OURS,
  },
  gradeShare: {
    names: {
      zh: "一个年级的人数不到上次同年级（或在校生按年级平均）的多少要问",
      en: "part of last time's grade, or of the roll shared over the grades, below which a grade is asked about",
    },
    source: OURS,
  },
  unitFactor: {
    names: { zh: "与一万倍相差几倍以内算单位错", en: "factor around 10,000 that looks like a wrong unit" },
    source: OURS,
  },
  timesLast: {
    names: { zh: "填的数与上次相差几倍以上要问", en: "times apart from last time above which a number entered is asked about" },
    source: OURS,
  },
  timesFew: { names: { zh: "而且相差要超过多少", en: "and by how many more than this" }, source: OURS },
  timesLeast: {
    names: {
      zh: "其中大的一个至少多大；更小的，各校都没有的才问",
      en: "and the larger of the two at least; a smaller one only where no school has the like",
    },
    source: OURS,
  },
  standardFactor: {
    names: { zh: "办学条件与生均标准相差多少倍要问", en: "times above or below the standard per pupil at which an amount is asked about" },
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
    source: OURS,
  },
  alikePupils: {
    names: {
      zh: "至少几名学生的分数都相同、都是 10 的倍数、或大多缺考才问",
      en: "pupils at least whose marks are all alike or multiples of ten, or who are mostly absent",
    },
    source: OURS,
  },
  sameNumbers: {
    names: {
      zh: "至少几个不同的分数（或几个数）与上次、与另一个班完全相同才问",
      en: "different marks, or numbers, at least that are all those of last time or of another class",
    },
    source: OURS,
  },
  sameLeast: {
    names: { zh: "填的数至少多大才算在内", en: "a number entered that counts among those, at least" },
    source: OURS,
  },
  sameParts: {
    names: {
      zh: "至少几科（或几项）与别的班、别校完全相同才问",
      en: "subjects, or amounts, at least that are all another class's or school's",
    },
    source: OURS,
  },
  absentShare: {
    names: { zh: "别科考了、这科缺考超过多少要问", en: "share absent in one subject, while others were sat, that is asked about" },
    source: OURS,
  },
  heapFactor: {
    names: { zh: "压线的人数是线下每个分数人数的几倍以上才问", en: "times as many at a line as at any mark just below it" },
    source: OURS,
  },
  heapReach: {
    names: { zh: "“线下”到满分的百分之几为止", en: "part of the full mark that is just below a line" },
    source: OURS,
  },
  outsideShare: {
    names: { zh: "免考和转出占多少要问", en: "share exempt or left, and so in no rate, that is asked about" },
    source: OURS,
  },
  relatedPupils: {
    names: { zh: "至少几名学生才看学科之间的关系", en: "pupils at least to see whether subjects go together" },
    source: OURS,
  },
  related: { names: { zh: "相关系数到多少算关系明显", en: "correlation from which subjects go together" }, source: OURS },
  unrelated: { names: { zh: "相关系数低于多少算没有关系", en: "correlation below which they do not" }, source: OURS },
  fewMarks: {
    names: { zh: "少于几个不同的分数不看学科之间的关系", en: "different marks below which no relation is looked at" },
    source: OURS,
  },
  copiedShare: {
    names: { zh: "前测与这次分数相同的超过多少要问", en: "share of entry marks like this exam's that is asked about" },
    source: OURS,
  },
  classSpreads: {
    names: {
      zh: "别科相差不大时，一个班一科的平均分差几个标准差以上才问",
      en: "standard deviations that a class is off in one subject only, above which it is asked about",
    },
    source: OURS,
  },
  classGap: { names: { zh: "而且差满分的多少以上", en: "and part of the full mark that it is off by" }, source: OURS },
  sameRows: {
    names: {
      zh: "至少几名学生各科（5 科以上）分数都与另一名学生相同才问",
      en: "pupils at least with the marks of another in every one of five subjects or more",
    },
    source: OURS,
  },
  growth: { names: { zh: "比已收的多出多少要问", en: "growth over what was taken before that is asked about" }, source: OURS },
  revisionJump: {
    names: { zh: "版次比已收的高出多少要问", en: "revisions ahead of what is held that are asked about" },
    source: OURS,
  },
  twinPupils: {
    names: {
      zh: "至少几名学生的年级，各科成绩与别校完全相同才问",
      en: "pupils at least of a grade whose marks are all those of another school",
    },
    source: OURS,
  },
  flagShare: { names: { zh: "全年级最高分不过满分的多少要问", en: "part of the full mark that nobody passes" }, source: OURS },
  flagPupils: { names: { zh: "至少几名学生一科只有两种分数才问", en: "pupils at least with only two different marks" }, source: OURS },
  tenthShare: {
    names: {
      zh: "别科都在满分的多少以上、一科十倍才相当的才问",
      en: "part of the full mark at least in the others where a mark is a tenth of them",
    },
    source: OURS,
  },
  tenthNear: { names: { zh: "十倍与别科平均得分率相差多少以内", en: "and how near ten times the mark is to their mean" }, source: OURS },
  entrySpread: {
    names: {
      zh: "标准差不到满分的多少不看前测与这次的关系",
      en: "standard deviation, as a part of the full mark, below which entry marks are not related",
    },
    source: OURS,
  },
  nationalDigits: {
    names: {
      zh: "学号至少几位，不看姓名也是同一名学生",
      en: "digits from which on a number is one pupil's, whatever the name",
    },
    source: {
      zh: `全国学籍号 19 位、身份证号 18 位；漏写首位字母或末位 X 的也算：${OURS.zh}`,
      en: `国网学籍号 have 19 signs, identity numbers 18; a lost letter is allowed for: ${OURS.en}`,
    },
  },
  gradesChance: {
    names: {
      zh: "学号和姓名都相同的学生，在两个年级里多于几名才问",
      en: "pupils of one number and name in two grades, above which it is asked",
    },
    source: OURS,
  },
  gradesDigits: {
    names: { zh: "学号至少几位，一名就问", en: "digits of a number from which on a single one is asked about" },
    source: OURS,
  },
  gradesNames: {
    names: { zh: "没有学号的，两个年级至少几名学生姓名相同才问", en: "names at least in two grades, where there are no numbers" },
    source: OURS,
  },
  gradesShare: { names: { zh: "而且至少占较小年级的多少", en: "and part of the smaller grade at least" }, source: OURS },
};
