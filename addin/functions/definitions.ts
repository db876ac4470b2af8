/** =QUALITY.* functions on the definitions of indicators: those in force, with the region's choices and targets. */
import type { Stage } from "../../shared/contract.ts";
import { type Computed, numberOf, verdictWords } from "../../shared/indicators/compute.ts";
import { explain, lineUsed } from "../../shared/indicators/explain.ts";
import { withDecisions } from "../../shared/indicators/fields.ts";
import { limitInForce } from "../../shared/indicators/limits.ts";
import { chosenIn } from "../../shared/indicators/rules.ts";
import { inputsOf } from "../../shared/indicators/view.ts";
import { nobody, undecided } from "../../shared/refusal.ts";
import { judge } from "../../shared/target.ts";
import { inForce } from "../all-definitions.ts";
import { answer, ranges } from "../cells.ts";
import { askedAfter, computedFrom, definitionOf, languageOf, stageOf, valueGiven } from "../defined.ts";
import { catalogueTable, definitionTable } from "../tables/definitions.ts";

/**
 * 计算任一指标：按定义的顺序给出各项输入，口径用本区所选，未选用默认；比率为小数。An indicator from its inputs in their declared order, by the region's choices in force; rates are fractions.
 * @customfunction INDICATOR
 * @param id 指标编号，可写旧名，可用 @ 指定版本，例如 gov.07.special@1。Id or alias of the indicator; @ names a version, gov.07.special@1.
 * @param inputs 各项输入，单格或区域，顺序见 DEFINITION(编号,"输入")。The inputs, cells or ranges, in the order that DEFINITION(id, "inputs") gives.
 * @returns 指标值 Value of the indicator
 */
export function INDICATOR(id: unknown, inputs: unknown[][][]): number {
  return answer(() => {
    const { fact } = computedFrom(definitionOf(id), ranges(inputs), inForce().choices);
    if (fact === undefined) throw nobody("没有可以作分母的人数或数量，无法计算。", "there is nobody, or nothing, to divide by");
    return numberOf(fact);
  });
}

/**
 * 现行目标值：本区自定的目标，未定用来源文件的；比率为小数。区间（如 3—5）给出下限，两端都由 VERDICT 判定。各学段不同须写明学段。The limit in force: the region's own target, else the source's; of a range such as 3 to 5 the lower end (VERDICT knows both); name the stage where limits differ.
 * @customfunction TARGET
 * @param id 指标编号。Id of the indicator.
 * @param [stage] 学段：小学、初中或高中。Stage: primary, junior or senior.
 * @returns 目标值 The limit
 */
export function TARGET(id: unknown, stage?: unknown): number {
  return answer(() => {
    const { limit, why } = limitInForce(definitionOf(id), stageOf(stage), inForce());
    if (why) throw undecided(why.zh, why.en);
    return limit.value;
  });
}

/**
 * 判定：达标、未达标或无法判定，按现行目标，区间含两端，按 12 位有效数字比较。空格、错误值、只有方向、原文不全或没有目标时为无法判定。Met, missed or undecided by the limit in force, both ends of a range included, to 12 significant digits; undecided for blanks, errors and where there is no limit.
 * @customfunction VERDICT
 * @param id 指标编号。Id of the indicator.
 * @param value 指标值，比率为小数；也可写是、否或等级名称。The value, rates as fractions; yes, no or the name of a level too.
 * @param [stage] 学段：小学、初中或高中。Stage: primary, junior or senior.
 * @param [language] "en" 为英文，默认中文。"en" for English, Chinese by default.
 * @returns 判定 The verdict
 */
export function VERDICT(id: unknown, value: unknown, stage?: unknown, language?: unknown): string {
  return answer(() => {
    const definition = definitionOf(id);
    const [number, at, speaks] = [valueGiven(definition, value), stageOf(stage), languageOf(language)];
    const { limit } = limitInForce(definition, at, inForce());
    return verdictWords(limit ? judge(number, limit.operator, limit.value, limit.upTo) : "undecided")[speaks];
  });
}

/**
 * 指标的定义：名称、公式、输入、目标、来源、口径、版本等，两列；给出项目则只答这一项。The definition in two columns: name, formula, inputs, target, source, options in force, versions; or one of these.
 * @customfunction DEFINITION
 * @param id 指标编号，可用 @ 指定版本。Id of the indicator; @ names a version.
 * @param [field] 项目，例如 公式、输入、目标、来源、口径。A field: formula, inputs, target, source, options and others.
 * @param [language] "en" 为英文，默认中文。"en" for English, Chinese by default.
 * @returns 定义 The definition
 */
export function DEFINITION(id: unknown, field?: unknown, language?: unknown): unknown[][] {
  return answer(() => definitionTable(definitionOf(id), field, languageOf(language)));
}

/**
 * 用一句话说明：代入数字的公式、数值、目标及其来源、判定、所用口径和定义版本。The sentence with the numbers in it: formula, value, limit with its source, verdict, what it rests on, version.
 * @customfunction EXPLAIN
 * @param id 指标编号，可用 @ 指定版本。Id of the indicator; @ names a version.
 * @param inputs 各项输入，与 INDICATOR 相同；之后可另写学段（小学、初中、高中），再写 "en" 为英文。The inputs as INDICATOR takes them; after them a stage and "en" for English.
 * @returns 说明 The sentence
 */
export function EXPLAIN(id: unknown, inputs: unknown[][][]): string {
  return answer(() => {
    const definition = definitionOf(id);
    const shapes = inputsOf(definition).map(({ shape }) => shape);
    const asked = askedAfter(ranges(inputs), (place) => shapes[place] === "text" || shapes[place] === "stage");
    const here = inForce();
    return sentence(computedFrom(definition, asked.inputs, here.choices), asked.stage)[asked.language];
  });
}

function sentence(computed: Computed, stage: Stage | null) {
  const { definition } = computed;
  const here = inForce();
  const { limit, why } = limitInForce(definition, stage, here);
  const said = explain(computed, limit, chosenIn(here.choices), why);
  return withDecisions(said, definition, here.choices, lineUsed(computed)?.typed ?? false);
}

/**
 * 指标目录：编号、名称、单位、规则、来源；可只列一类或一个学段。限制使用和原文不全的在规则中注明。The catalogue: id, name, unit, rule, source, of one family or stage if named; restricted and open ones are marked.
 * @customfunction CATALOGUE
 * @param [family] 类别，例如 教师队伍 或 staff。Family by id or name, for example staff.
 * @param [stage] 学段：小学、初中或高中。Stage: primary, junior or senior.
 * @param [language] "en" 为英文，默认中文。"en" for English, Chinese by default.
 * @returns 指标目录 The catalogue
 */
export function CATALOGUE(family?: unknown, stage?: unknown, language?: unknown): unknown[][] {
  return answer(() => catalogueTable(family, stage, languageOf(language)));
}
