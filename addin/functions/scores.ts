/** =QUALITY.* functions of one exam's scores. */

import type { Lines } from "../../shared/exam.ts";
import { fraction, meanMark, rateAtLeast, rateBelow } from "../../shared/marks/rates.ts";
import { adviceOnFull, answer, argument, optionalNumber } from "../cells.ts";
import { column, fullMark, lineMark, threeLines } from "../marks.ts";
import { allPassRate, bandsTable, summaryByTable, summaryTable, type Table } from "../tables.ts";

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
