/** What definitions leave open, each once: a region's choice holds for every indicator that carries the option. */
import type { Definition, Option, Reading } from "./definition.ts";
import { NATIONAL } from "./sources.ts";

/** The id of the choice in force for an option. */
export type Choose = (option: string) => string;

/** 优秀线: shares of the full mark. */
export const EXCELLENT_LINE: Option = {
  id: "excellent-line",
  names: { zh: "优秀线", en: "Excellent line" },
  choices: [
    { id: "85", zh: "优秀线为满分的 85%", en: "excellent line at 85 % of the full mark" },
    { id: "80", zh: "优秀线为满分的 80%", en: "excellent line at 80 % of the full mark" },
    { id: "90", zh: "优秀线为满分的 90%", en: "excellent line at 90 % of the full mark" },
  ],
  source: { zh: "无统一规定：80%、85%、90% 均有县区使用", en: "no common rule: counties use 80, 85 and 90 %" },
};

export const LOW_LINE: Option = {
  id: "low-line",
  names: { zh: "低分线", en: "Low line" },
  choices: [
    { id: "40", zh: "低分线为满分的 40%", en: "low line at 40 % of the full mark" },
    { id: "30", zh: "低分线为满分的 30%", en: "low line at 30 % of the full mark" },
  ],
  source: { zh: "无统一规定：30%、40% 均有县区使用", en: "no common rule: counties use 30 and 40 %" },
};

/** Which pupils a rate of an exam is taken of. */
export const SCORE_DENOMINATOR: Option = {
  id: "score-denominator",
  names: { zh: "分母口径", en: "Denominator" },
  choices: [
    { id: "sat", zh: "分母为实考人数", en: "of those who sat" },
    {
      id: "expected",
      zh: "分母为应考人数（免考、转出不计；缺考、缓考、违纪按未达线）",
      en: "of those expected to sit (exempt and left are not; absent, deferred and misconduct do not reach the line)",
    },
    {
      id: "registered",
      zh: "分母为在籍人数（转出不计；免考也按未达线）",
      en: "of those registered (left are not; exempt pupils do not reach the line either)",
    },
  ],
  source: {
    zh: "各县口径不同：实考、在籍、在籍减 3% 均有使用",
    en: "counties divide by those who sat, by those registered, or by the registered less 3 %",
  },
};

/** 差异系数: how schools weigh. */
export const WEIGHTING: Option = {
  id: "cv-weighting",
  names: { zh: "差异系数加权", en: "Weighting of the coefficient of variation" },
  choices: [
    {
      id: "enrolment",
      zh: "按学生数加权（2012 年算法；2017 年文本未重述）",
      en: "weighted by enrolment (the 2012 formula; the 2017 text does not restate it)",
    },
    { id: "none", zh: "不加权：各校生均值的总体标准差 ÷ 平均", en: "unweighted: population SD of the schools' values over their mean" },
  ],
  source: {
    zh: "2012 年有公布的算法与算例；2017 年未重述",
    en: "the formula and a worked example were published in 2012, and not restated in 2017",
  },
};

/** What several stages of one school share is split between them (guide C.2). */
export const STAGE_SPLIT: Option = {
  id: "stage-split",
  names: { zh: "一贯制学校共用资源的分摊", en: "Sharing between the stages of one school" },
  choices: [
    {
      id: "weighted",
      zh: "一贯制学校共用的用房、场馆、设备、多媒体教室按折算学生数分摊，小学 : 初中 : 高中 = 1 : 1.1 : 1.32，完全中学即 1 : 1.2（2012年算法；2017年文本未重述，沿用）",
      en: "what stages share (rooms, sports area, equipment, multimedia rooms) is split by weighted pupils, primary : junior : senior = 1 : 1.1 : 1.32, junior : senior = 1 : 1.2 (as published in 2012; the text of 2017 does not restate it)",
    },
    {
      id: "pupils",
      zh: "一贯制学校共用的用房、场馆、设备、多媒体教室按学生数分摊，不折算",
      en: "what stages share (rooms, sports area, equipment, multimedia rooms) is split by pupils, unweighted",
    },
  ],
  source: {
    zh: "2012年基本均衡的算法有公布的比例和算例；2017年文本未重述，沿用同一比例",
    en: "the ratio and a worked example were published for basic balance in 2012; the text of 2017 does not restate them, the same ratio is kept",
  },
};

/** The choice a definition falls back on: the first. */
export const defaultChoice = (option: Option): Reading => option.choices[0] as Reading;

/** 巩固率: on which side transfers stand. */
export const RETENTION_TRANSFERS: Option = {
  id: "retention-transfers",
  names: { zh: "巩固率转学口径", en: "Transfers in the retention rate" },
  choices: [
    {
      id: "entrants",
      zh: "毕业人数 ÷（入学人数 ＋ 转入 − 转出 − 死亡）",
      en: "graduates ÷ (entrants + transfers in − transfers out − deaths)",
    },
    {
      id: "graduates",
      zh: "（毕业人数 − 转入 ＋ 转出）÷（入学人数 − 死亡）",
      en: "(graduates − transfers in + transfers out) ÷ (entrants − deaths)",
    },
  ],
  source: {
    zh: "原文未写算法：两种口径均有使用，可改变结论；默认为公开系统所用",
    en: "the text gives no formula: both are in use and may change the verdict; the default is that of a public system",
  },
};

/** Whose limits judge where the region has set none: no definition carries it, because it changes no number, only the verdicts. */
export const SOURCE_TARGETS: Option = {
  id: "source-targets",
  names: { zh: "没有本区目标时", en: "Where the region has set no target" },
  choices: [
    {
      id: "all",
      zh: "按指标来源文件里的数判定，外地的责任书、行动计划也算",
      en: "the numbers of the source documents judge, statements and plans of other places too",
    },
    {
      id: "national",
      zh: "只按国家文件里的数判定，外地责任书、行动计划里的数不作目标",
      en: "only the numbers of national documents judge; those of statements and plans of other places are no targets",
    },
  ],
  source: {
    zh: "责任书、行动计划里的数是发文县区给自己学校定的；是否用作本区的目标，由本区决定",
    en: "the numbers of statements and plans were set by the places that wrote them, for their own schools; whether they are targets here is for the region to decide",
  },
};

/** Options that concern every indicator alike. */
export const GENERAL_OPTIONS: readonly Option[] = [SOURCE_TARGETS];

/** The limits of the sources that judge where the region has set none. */
export function sourceTargets(
  { source, targets }: Pick<Definition, "source" | "targets">,
  choices: readonly { readonly option: string; readonly choice: string }[],
): Definition["targets"] {
  const nationalOnly = choices.some(({ option, choice }) => option === SOURCE_TARGETS.id && choice === "national");
  return nationalOnly && !NATIONAL.has(source) ? [] : targets;
}

/** The choices of nobody: every option at its default, by its own list. */
export function chooser(definition: Pick<Definition, "options">, chosen: Readonly<Record<string, string>> = {}): Choose {
  return (id) => {
    const option = definition.options?.find((one) => one.id === id);
    if (!option) return "";
    const wanted = chosen[id];
    return (option.choices.find((one) => one.id === wanted) ?? defaultChoice(option)).id;
  };
}

/** Everything a number of this definition rests on: the readings it takes itself, and the choices in force. */
export function readingsInForce(definition: Definition, chosen: Readonly<Record<string, string>> = {}): Reading[] {
  return [...(definition.readings ?? []), ...choicesInForce(definition, chosen)];
}

/** The choices that a rule does not tell already: “… ÷ 实考人数” needs no “分母为实考人数” after it. */
export function beside(formula: Pick<Reading, "zh">, choices: readonly Reading[]): Reading[] {
  const divisor = formula.zh.slice(formula.zh.lastIndexOf("÷") + 1).trim();
  return choices.filter(({ zh }) => zh !== `分母为${divisor}`);
}

/** The choices in force alone, of every option that the definition has. */
export function choicesInForce(definition: Pick<Definition, "options">, chosen: Readonly<Record<string, string>> = {}): Reading[] {
  const choose = chooser(definition, chosen);
  return (definition.options ?? []).map((option) => {
    const choice = option.choices.find(({ id }) => id === choose(option.id)) ?? defaultChoice(option);
    return { id: `${option.id}:${choice.id}`, zh: choice.zh, en: choice.en };
  });
}
