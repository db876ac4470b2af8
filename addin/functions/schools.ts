/** =QUALITY.* functions that set schools side by side. */
import { adviceOnFull, answer, optionalFlag, optionalWord } from "../cells.ts";
import { fullMark } from "../marks.ts";
import { betweenSchools, disparityOf, type Table, valueAddedTable } from "../tables.ts";

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
