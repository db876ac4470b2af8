/** How bare wordings of the sources are read, each once: shown beside every number that rests on it. */
import type { Reading } from "./definition.ts";

/** 组织1次, 开展4次. */
export const AT_LEAST: Reading = {
  id: "at-least",
  zh: "原文只写一个数，读作“至少”",
  en: "the text writes a bare number: read as at least",
};

/** 一生一案, 一校一品牌, 纳入档案: one for each. */
export const EVERY_ONE: Reading = {
  id: "every-one",
  zh: "原文未写比例，读作全部（100%）",
  en: "the text gives no rate: read as all, 100 %",
};

/** A、B、C等. */
export const NAMED_ITEMS: Reading = {
  id: "named-items",
  zh: "原文以“等”收尾：所列各项读作须全部具备，未列的不查",
  en: "the text ends its list with 'and so on': every item named must be there, others are not asked for",
};

/** Beside a 校际差异率 below nought: a share that cannot be one in the whole population is one in an estimate. */
export const NEGATIVE_SHARE: Reading = {
  id: "negative-share",
  zh: "校际差异率是估计值：各校平均分的差别比同校学生之间的差别带来的偶然波动还小时，估计值略小于 0，读作看不出校际差异",
  en: "this share is an estimate: where the schools' means differ by less than chance among pupils would make them, it falls a little below 0; read it as no difference between schools seen",
};
