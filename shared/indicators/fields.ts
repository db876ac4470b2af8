/** Everything a definition says, field by field, in words: what a cell and the pane show of it. */
import type { Choice } from "../contract.ts";
import { dayOf } from "../moment.ts";
import type { Words } from "../refusal.ts";
import type { Catalogue } from "./catalogue.ts";
import { clauseOf } from "./compute.ts";
import { type Definition, type ExampleInput, FAMILIES, FORMS, LEVELS, type Option, PERIODS, STAGES, type Unit } from "./definition.ts";
import { both, type Shape } from "./kinds/rule.ts";
import { ruleOf } from "./kinds.ts";
import { ruleShown, type Setter } from "./limits.ts";
import { chooser, defaultChoice } from "./options.ts";
import { chosenIn } from "./rules.ts";
import { inputsOf, nativeFormula, usualPlaces } from "./view.ts";

/** What is in force where the definition is read. */
export interface Here extends Setter {
  readonly catalogue: Catalogue;
  readonly choices: readonly Choice[];
}

export interface Field {
  readonly id: string;
  readonly names: Words;
  readonly text: (definition: Definition, here: Here) => Words;
}

const same = (text: string): Words => ({ zh: text, en: text });
const NONE: Words = { zh: "无", en: "none" };
const joined = (list: readonly Words[], zh = "、", en = ", "): Words =>
  list.length === 0 ? NONE : both((language) => list.map((one) => one[language]).join(language === "zh" ? zh : en));

const UNITS: Readonly<Record<Unit, Words>> = {
  rate: { zh: "比率（小数）", en: "rate (a fraction)" },
  points: { zh: "百分点（小数）", en: "points (a fraction)" },
  mark: { zh: "分", en: "marks" },
  none: { zh: "数", en: "number" },
  flag: { zh: "是 1，否 0", en: "yes 1, no 0" },
  level: { zh: "等级（从低到高的序号）", en: "level (its place from the lowest)" },
  rank: { zh: "名次", en: "rank" },
};

/** The unit of a value: its measure where it has one; an event has no value. */
export function unitWords({ unit, measure, kind }: Pick<Definition, "unit" | "measure" | "kind">): Words {
  return kind.kind === "event" ? NONE : (measure ?? UNITS[unit]);
}

export const SHAPES: Readonly<Record<Shape, Words>> = {
  whole: { zh: "整数", en: "a whole number" },
  rank: { zh: "名次，从 1 开始", en: "a rank, from 1 on" },
  amount: { zh: "数，不小于 0", en: "a number from 0 on" },
  real: { zh: "数", en: "a number" },
  amounts: { zh: "一列数", en: "a column of numbers" },
  scores: { zh: "一列分数或缺考等", en: "a column of marks and states" },
  marks: { zh: "区域", en: "a range" },
  each: { zh: "一个数，或每科一个", en: "one number, or one for each subject" },
  labels: { zh: "一列名称", en: "a column of names" },
  flag: { zh: "是或否", en: "yes or no" },
  level: { zh: "等级名称", en: "the name of a level" },
  text: { zh: "文字", en: "text" },
  stage: { zh: "学段", en: "a stage" },
};

const JUDGED: Readonly<Record<Definition["judged"], Words>> = {
  limit: { zh: "按目标判定", en: "judged by its target" },
  direction: { zh: "原文只有方向没有数字，不判定达标", en: "the text gives a direction and no number: never a pass" },
  open: { zh: "原文不全，不判定", en: "the text is cut: not judged" },
  unset: { zh: "原文没有目标，可由本区设定", en: "the source sets no target; a region may" },
};
const BETTER: Readonly<Record<Definition["better"], Words>> = {
  high: { zh: "越高越好", en: "higher is better" },
  low: { zh: "越低越好", en: "lower is better" },
  none: { zh: "不分高低", en: "neither" },
};
const SURE: Readonly<Record<Definition["confidence"], Words>> = {
  high: { zh: "高", en: "high" },
  medium: { zh: "中", en: "medium" },
  low: { zh: "低", en: "low" },
};

/** In the order in which they are shown. */
export const FIELDS: readonly Field[] = [
  { id: "id", names: { zh: "编号", en: "id" }, text: ({ id }) => same(id) },
  { id: "name", names: { zh: "名称", en: "name" }, text: ({ names }) => names },
  { id: "version", names: { zh: "版本", en: "version" }, text: versionWords },
  { id: "family", names: { zh: "类别", en: "family" }, text: ({ family }) => FAMILIES[family] },
  { id: "stages", names: { zh: "学段", en: "stages" }, text: ({ stages }) => joined(stages.map((one) => STAGES[one])) },
  { id: "period", names: { zh: "周期", en: "period" }, text: ({ periods }) => joined(periods.map((one) => PERIODS[one])) },
  { id: "level", names: { zh: "层级", en: "level" }, text: ({ levels }) => joined(levels.map((one) => LEVELS[one])) },
  { id: "form", names: { zh: "报表", en: "form" }, text: ({ form }) => FORMS[form] },
  { id: "unit", names: { zh: "单位", en: "unit" }, text: unitWords },
  { id: "better", names: { zh: "趋向", en: "better" }, text: ({ better }) => BETTER[better] },
  { id: "formula", names: { zh: "公式", en: "formula" }, text: formulaWords },
  { id: "inputs", names: { zh: "输入", en: "inputs" }, text: inputWords },
  { id: "options", names: { zh: "口径", en: "options" }, text: readingWords },
  { id: "target", names: { zh: "目标", en: "target" }, text: ruleShown },
  { id: "status", names: { zh: "状态", en: "status" }, text: statusWords },
  { id: "restricted", names: { zh: "限制", en: "restricted" }, text: ({ restricted }) => restricted ?? NONE },
  { id: "source", names: { zh: "来源", en: "source" }, text: clauseOf },
  { id: "confidence", names: { zh: "把握", en: "confidence" }, text: ({ confidence }) => SURE[confidence] },
  { id: "native", names: { zh: "Excel 公式", en: "native" }, text: nativeWords },
  { id: "example", names: { zh: "算例", en: "example" }, text: exampleWords },
  { id: "aliases", names: { zh: "别名", en: "aliases" }, text: ({ aliases = [] }) => joined(aliases.map(same)) },
];

function versionWords({ id, version, from }: Definition, { catalogue }: Here): Words {
  const others = catalogue.versionsOf(id).filter((one) => one.version !== version);
  const ids = others.map((one) => `${id}@${one.version}`);
  return {
    zh: `${version}，自 ${from} 起${ids.length === 0 ? "" : `；另有 ${ids.join("、")}`}`,
    en: `${version}, from ${from}${ids.length === 0 ? "" : `; there are also ${ids.join(", ")}`}`,
  };
}

function formulaWords(definition: Definition, { choices }: Here): Words {
  return ruleOf(definition.kind).words(definition.kind, chooser(definition, chosenIn(choices)));
}

function inputWords(definition: Definition): Words {
  const inputs = inputsOf(definition);
  return joined(
    inputs.map(({ names, shape, optional }, at) =>
      both((language) => {
        const kind = SHAPES[shape][language];
        if (language === "zh") return `${at + 1} ${names.zh}（${kind}${optional ? "，可省略" : ""}）`;
        return `${at + 1} ${names.en} (${kind}${optional ? ", optional" : ""})`;
      }),
    ),
    "；",
    "; ",
  );
}

/** What the number rests on: the definition's own readings, and each option with the choice in force and who made it. */
function readingWords(definition: Definition, { choices }: Here): Words {
  const own = (definition.options ?? []).map((option) => optionWords(option, definition, choices));
  return joined([...(definition.readings ?? []), ...own], "；", "; ");
}

function optionWords(option: Option, definition: Definition, choices: readonly Choice[]): Words {
  const chosen = chooser(definition, chosenIn(choices))(option.id);
  const inForce = option.choices.find(({ id }) => id === chosen) ?? defaultChoice(option);
  const others = option.choices.filter((one) => one !== inForce);
  const decided = decisionOn(option, choices);
  return {
    zh: `${inForce.zh}（${decided?.zh ?? "默认"}；可改为：${others.map(({ zh }) => zh).join("，或")}）`,
    en: `${inForce.en} (${decided?.en ?? "by default"}; may be changed to: ${others.map(({ en }) => en).join(", or ")})`,
  };
}

/** Who in the region chose it, when and why; `undefined` where nobody did. */
function decisionOn(option: Option, choices: readonly Choice[]): Words | undefined {
  const own = choices.find((one) => one.option === option.id);
  if (!own || !option.choices.some(({ id }) => id === own.choice)) return undefined;
  const day = dayOf(own.at);
  return { zh: `${own.by} 于 ${day} 选定：${own.why}`, en: `chosen by ${own.by} on ${day}: ${own.why}` };
}

/** The region's decisions that a number of this definition rests on; `undefined` where there are none. */
function decisions(definition: Definition, choices: readonly Choice[]): Words | undefined {
  const own = (definition.options ?? []).flatMap((option) => {
    const words = decisionOn(option, choices);
    return words ? [{ zh: `${option.names.zh}由 ${words.zh}`, en: `${option.names.en} ${words.en}` }] : [];
  });
  return own.length === 0 ? undefined : joined(own, "，", ", ");
}

function statusWords({ judged, why, estimate, kind }: Definition): Words {
  const event = { zh: "触发规则，不由输入计算", en: "an event rule: not computed from inputs" };
  const official = { zh: "估计值，官方数另有来源", en: "an estimate: the official value comes from elsewhere" };
  return joined([kind.kind === "event" ? event : JUDGED[judged], ...(why ? [why] : []), ...(estimate ? [official] : [])], "；", "; ");
}

function nativeWords(definition: Definition, { choices }: Here): Words {
  const formula = nativeFormula(definition, usualPlaces(inputsOf(definition)), chooser(definition, chosenIn(choices)));
  return formula === null ? NONE : same(formula);
}

/** The worked example as a formula that may be typed. */
function exampleWords({ id, version, example }: Definition): Words {
  if (!example) return NONE;
  return same(`=QUALITY.INDICATOR("${id}@${version}",${example.inputs.map(asConstant).join(",")}) = ${example.value}`);
}

function asConstant(input: ExampleInput): string {
  const cell = (one: unknown) =>
    typeof one === "number" ? String(one) : typeof one === "boolean" ? String(one).toUpperCase() : `"${one ?? ""}"`;
  if (!Array.isArray(input)) return cell(input);
  return `{${input.map((row: unknown) => (Array.isArray(row) ? row.map(cell).join(",") : cell(row))).join(";")}}`;
}

/** A field by its id or its name in either language. */
export function fieldNamed(name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return FIELDS.find(({ id, names }) => [id, names.zh.toLowerCase(), names.en].includes(wanted));
}

/** A sentence with the region's decisions behind it: those on lines only where nobody typed a line. */
export function withDecisions({ zh, en }: Words, definition: Definition, choices: readonly Choice[], typed: boolean): Words {
  const counted = choices.filter(({ option }) => !(typed && (option === "excellent-line" || option === "low-line")));
  const decided = decisions(definition, counted);
  return decided ? { zh: `${zh}；${decided.zh}`, en: `${en}; ${decided.en}` } : { zh, en };
}
