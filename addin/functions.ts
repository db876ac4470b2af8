/**
 * Every =QUALITY.* function. Pure and synchronous: no network, no state, the same export in Excel, in the playground and under Node.
 * The JSDoc is the metadata Excel shows; what is computed lives in shared/, how cells are read in cells.ts and tables.ts.
 */
import { checkFull, checkLine, defaultLine, type Lines } from "../shared/exam.ts";
import { fraction, meanMark, rateAtLeast, rateBelow } from "../shared/rates.ts";
import type { Words } from "../shared/refusal.ts";
import { readScores, type ScoreColumn } from "../shared/scores.ts";
import { meets, OPERATORS, operatorWord } from "../shared/target.ts";
import { needed } from "../shared/whatif.ts";
import {
  adviceOnFull,
  answer,
  argument,
  nothingToJudge,
  optionalFlag,
  optionalNumber,
  optionalWord,
  requiredNumber,
  someCells,
} from "./cells.ts";
import {
  allPassRate,
  bandsTable,
  betweenSchools,
  disparityOf,
  summaryByTable,
  summaryTable,
  type Table,
  threeLines,
  valueAddedTable,
} from "./tables.ts";

const FULL = 100;
function fullMark(value: unknown): number {
  const given = optionalNumber("full", value) ?? FULL;
  return argument("full", () => checkFull(given));
}

function lineMark(name: keyof Lines, value: unknown, full: number): number {
  const given = optionalNumber("line", value);
  return given === undefined ? defaultLine(name, full) : argument("line", () => checkLine(name, given, full));
}

function column(scores: unknown, full: number | undefined, advice?: Words): ScoreColumn {
  return argument("scores", () => readScores(someCells(scores), full, advice));
}

/**
 * 及格率：实考学生中达到及格线（含）的比例，返回小数；空格不计。Pass rate: share of those who sat with a mark at or above the line, as a fraction; blanks are not counted.
 * @customfunction PASSRATE
 * @param scores 分数区域：分数或缺考、缓考、免考、违纪、转出。Scores: marks or absent, deferred, exempt, misconduct, left.
 * @param [line] 及格线（分），默认满分的 60%。Line in marks, 60 % of the full mark by default.
 * @param [full] 满分，默认 100。Full mark, 100 by default.
 * @param [sat] 实考人数，作分母；防止某些版本把空格当作 0。Number who sat, the denominator, where blanks arrive as 0.
 * @returns 及格率 Pass rate
 */
export function PASSRATE(scores: unknown[][], line?: unknown, full?: unknown, sat?: unknown): number {
  return answer(() => rateOf("pass", scores, line, full, sat));
}

/**
 * 优秀率：实考学生中达到优秀线（含）的比例，返回小数；优秀线默认满分的 85%。Excellent rate: share of those who sat at or above the line, 85 % of the full mark by default, as a fraction.
 * @customfunction EXCELLENTRATE
 * @param scores 分数区域。Scores.
 * @param [line] 优秀线（分），默认满分的 85%。Line in marks, 85 % of the full mark by default.
 * @param [full] 满分，默认 100。Full mark, 100 by default.
 * @param [sat] 实考人数，作分母。Number who sat, the denominator.
 * @returns 优秀率 Excellent rate
 */
export function EXCELLENTRATE(scores: unknown[][], line?: unknown, full?: unknown, sat?: unknown): number {
  return answer(() => rateOf("excellent", scores, line, full, sat));
}

/**
 * 低分率：实考学生中低于低分线（不含）的比例，返回小数；低分线默认满分的 40%。Low rate: share of those who sat strictly below the line, 40 % of the full mark by default, as a fraction.
 * @customfunction LOWRATE
 * @param scores 分数区域。Scores.
 * @param [line] 低分线（分），默认满分的 40%。Line in marks, 40 % of the full mark by default.
 * @param [full] 满分，默认 100。Full mark, 100 by default.
 * @param [sat] 实考人数，作分母；多出的 0 分视为空格。Number who sat; zeros beyond it are blanks.
 * @returns 低分率 Low rate
 */
export function LOWRATE(scores: unknown[][], line?: unknown, full?: unknown, sat?: unknown): number {
  return answer(() => rateOf("low", scores, line, full, sat));
}

function rateOf(name: keyof Lines, scores: unknown, line: unknown, full: unknown, sat: unknown): number {
  const top = fullMark(full);
  const mark = lineMark(name, line, top);
  const marks = column(scores, top, adviceOnFull(full, "third"));
  const count = optionalNumber("sat", sat);
  return fraction(argument("sat", () => (name === "low" ? rateBelow : rateAtLeast)(marks, mark, count)));
}

/**
 * 平均分：实考学生的平均分。Mean mark of those who sat.
 * @customfunction MEANSCORE
 * @param scores 分数区域。Scores.
 * @param [sat] 实考人数，作分母。Number who sat, the denominator.
 * @returns 平均分 Mean mark
 */
export function MEANSCORE(scores: unknown[][], sat?: unknown): number {
  return answer(() => {
    const marks = column(scores, undefined);
    const count = optionalNumber("sat", sat);
    return argument("sat", () => meanMark(marks, count));
  });
}

/**
 * 一分三率一览：应考、实考、各状态人数、平均分、标准差、最高最低分、中位数、及格率、优秀率、低分率，末列为满分和所用分数线。Summary of one column of scores, with the full mark and the lines used.
 * @customfunction SUMMARY
 * @param scores 分数区域。Scores.
 * @param [full] 满分，默认 100。Full mark, 100 by default.
 * @param [lines] 三条线：及格、优秀、低分（分），可留空。Three lines in marks: pass, excellent, low; each may be blank.
 * @returns 一行统计表 A table of one row
 */
export function SUMMARY(scores: unknown[][], full?: unknown, lines?: unknown[][]): unknown[][] {
  return answer((): Table => {
    const top = fullMark(full);
    return summaryTable(column(scores, top, adviceOnFull(full, "second")), top, threeLines(lines, top));
  });
}

/**
 * 分校或分班的一分三率表，末行合计。Summary per class or school in order of first appearance, then the total.
 * @customfunction SUMMARYBY
 * @param groups 班级或学校，与分数同行。Class or school of each row.
 * @param scores 分数，一列。Scores, one column.
 * @param [full] 满分，默认 100。Full mark, 100 by default.
 * @param [lines] 三条线：及格、优秀、低分（分），可留空。Three lines in marks: pass, excellent, low; each may be blank.
 * @returns 每组一行的统计表 A table with a row per group
 */
export function SUMMARYBY(groups: unknown[][], scores: unknown[][], full?: unknown, lines?: unknown[][]): unknown[][] {
  return answer((): Table => {
    const top = fullMark(full);
    return summaryByTable(groups, scores, top, threeLines(lines, top), adviceOnFull(full, "third"));
  });
}

/**
 * 分数段人数：从高到低，含人数、占实考比、累计占比。Score bands from the top, with counts, share of those who sat and cumulative share.
 * @customfunction BANDS
 * @param scores 分数区域。Scores.
 * @param [width] 段宽（分），默认 10。Width of a band in marks, 10 by default.
 * @param [full] 满分，默认 100。Full mark, 100 by default.
 * @returns 分数段表 A table of bands
 */
export function BANDS(scores: unknown[][], width?: unknown, full?: unknown): unknown[][] {
  return answer((): Table => {
    const top = fullMark(full);
    const step = optionalNumber("width", width) ?? Math.min(10, top);
    const marks = column(scores, top, adviceOnFull(full, "third"));
    return argument("width", () => bandsTable(marks, step, top));
  });
}

/**
 * 全科合格率：各科都达到及格线的学生比例。行为学生，列为学科；免考科目不计，缺考、缓考、违纪或空格为不合格，转出不计。Share of pupils at or above the line in every subject; rows are pupils, columns subjects.
 * @customfunction ALLPASSRATE
 * @param scores 分数区域：一行一名学生，一列一个学科。Scores: a row per pupil, a column per subject.
 * @param [lines] 及格线：一个数，或每列一个；默认满分的 60%。Line: one number or one per column, 60 % of the full mark by default.
 * @param [full] 满分：一个数，或每列一个；默认 100。Full mark: one number or one per column, 100 by default.
 * @returns 全科合格率 All-subject pass rate
 */
export function ALLPASSRATE(scores: unknown[][], lines?: unknown[][], full?: unknown[][]): number {
  return answer(() => fraction(allPassRate(scores, lines, full)));
}

/**
 * 差异系数：生均值的校际差异，按学生数加权的总体标准差除以总平均。Coefficient of variation of the amount per pupil over schools: enrolment-weighted population SD over the pooled mean.
 * @customfunction DISPARITY
 * @param amounts 各校总量（面积、册数、金额…）。Amount of each school.
 * @param pupils 各校学生数。Pupils of each school.
 * @param [weighted] FALSE 为不加权：总体标准差除以校均值的平均。FALSE: unweighted population SD over the unweighted mean. TRUE by default.
 * @returns 差异系数 Coefficient of variation
 */
export function DISPARITY(amounts: unknown[][], pupils: unknown[][], weighted?: unknown): number {
  return answer(() => disparityOf(amounts, pupils, optionalFlag("weighted", weighted) ?? true));
}

/**
 * 校际差异率（估计值，官方数以国家监测报告为准）：默认 icc，即校间方差占比 ICC(1)。Between-school difference, an estimate: share of variance between schools by default.
 * @customfunction BETWEENSCHOOLS
 * @param schools 每名学生的学校。School of each pupil.
 * @param scores 分数，一列。Scores, one column.
 * @param [method] "icc" 校间方差占比；"sd" 校均分加权标准差除以满分；"cv" 同一标准差除以总平均。icc, sd or cv.
 * @param [full] 满分，仅 "sd" 用，默认 100。Full mark, used by "sd" only, 100 by default.
 * @returns 校际差异率 Between-school difference
 */
export function BETWEENSCHOOLS(schools: unknown[][], scores: unknown[][], method?: unknown, full?: unknown): number {
  return answer(() =>
    betweenSchools(
      schools,
      scores,
      optionalWord("method", method, ["icc", "sd", "cv"]) ?? "icc",
      fullMark(full),
      adviceOnFull(full, "fourth"),
    ),
  );
}

/**
 * 增值：各校匹配学生后测对前测回归残差的平均，附 95% 区间。Value added per school: mean residual of the pooled regression of after on before, unshrunk, with a 95 % interval.
 * @customfunction VALUEADDED
 * @param schools 每名学生的学校。School of each pupil.
 * @param before 前测分数。Marks before.
 * @param after 后测分数。Marks after.
 * @returns 每校一行的增值表 A table with a row per school
 */
export function VALUEADDED(schools: unknown[][], before: unknown[][], after: unknown[][]): unknown[][] {
  return answer((): Table => valueAddedTable(schools, before, after));
}

/**
 * 还差几人：要使及格率不低于目标，至少还需多少名学生达线；已达标为 0。How many more pupils must reach the line for the rate to be at least the target; 0 if met.
 * @customfunction NEEDED
 * @param scores 分数区域。Scores.
 * @param target 目标比例，例如 0.95 或 95%。Target share, for example 0.95 or 95%.
 * @param [line] 及格线（分），默认满分的 60%。Line in marks, 60 % of the full mark by default.
 * @param [full] 满分，默认 100。Full mark, 100 by default.
 * @param [sat] 实考人数，作分母。Number who sat, the denominator.
 * @returns 还需人数 Pupils still needed
 */
export function NEEDED(scores: unknown[][], target: unknown, line?: unknown, full?: unknown, sat?: unknown): number {
  return answer(() => {
    const top = fullMark(full);
    const mark = lineMark("pass", line, top);
    const goal = requiredNumber("target", target);
    const marks = column(scores, top, adviceOnFull(full, "fourth"));
    const count = optionalNumber("sat", sat);
    const rate = argument("sat", () => rateAtLeast(marks, mark, count));
    return argument("target", () => needed(rate, goal));
  });
}

/**
 * 是否达标：比较数值与目标，两边都按 12 位有效数字读，故 0.45-0.40 不小于 0.05。Does the value meet the target? Both sides are read to 12 significant digits.
 * @customfunction ONTARGET
 * @param value 实际值。Value.
 * @param target 目标值。Target.
 * @param [operator] ">="（默认）、">"、"<="、"<" 或 "="。One of >= (default) > <= < =.
 * @returns TRUE 或 FALSE TRUE or FALSE
 */
export function ONTARGET(value: unknown, target: unknown, operator?: unknown): boolean {
  return answer(() => {
    nothingToJudge("value", value);
    nothingToJudge("target", target);
    return meets(
      requiredNumber("value", value),
      optionalWord("operator", operator, OPERATORS, operatorWord) ?? ">=",
      requiredNumber("target", target),
    );
  });
}
