/** =QUALITY.* functions of everyday analysis. What lists pupils or sets schools by rank stays in the workbook: nothing here is sent. */
import { invalid } from "../../shared/refusal.ts";
import { answer, argument, optionalNumber, requiredNumber } from "../cells.ts";
import { anyLine } from "../marks.ts";
import { compositeTable, itemTable } from "../tables/items.ts";
import { attainmentTable, borderlineTable, effectiveLineTable, rankBandsTable, tScoresTable } from "../tables/pupils.ts";

/**
 * 标准分：T = 均值 + 标准差 × Z，Z =（分数 − 实考平均分）÷ 实考总体标准差；缺考和空格处为空。Linear standard scores: T = mean + sd × Z, with the mean and population SD of those who sat; empty where there is no mark.
 * @customfunction TSCORES
 * @param scores 分数，一列或一行。Scores, one column or one row.
 * @param [mean] 标准分的均值，默认 50（另有 500）。Mean of the scale, 50 by default (500 is in use too).
 * @param [sd] 标准分的标准差，默认 10（另有 100）。SD of the scale, 10 by default (100 is in use too).
 * @returns 与所选区域同形的标准分 Standard scores in the shape of the range
 */
export function TSCORES(scores: unknown[][], mean?: unknown, sd?: unknown): unknown[][] {
  return answer(() => {
    const centre = optionalNumber("mean", mean) ?? 50;
    const width = optionalNumber("sd", sd) ?? 10;
    if (!(width > 0)) argument("sd", () => notAbove0(width));
    return tScoresTable(scores, centre, width);
  });
}

function notAbove0(width: number): never {
  throw invalid(`标准差 ${width} 必须大于 0。`, `the standard deviation ${width} must be above 0`);
}

/**
 * 名次段各校人数：全体实考学生中前 N 名（累计）各校有几人、占本校实考的比例，末行合计。同分同名次，与第 N 名同分的都算入，合计为实际人数。仅供内部分析，学生名次不得公布。How many of each school's pupils are among the first N of all, cumulative, with their share of the school; equal marks share a rank, so ties at the cut are all in. For inside use: ranks are not published.
 * @customfunction RANKBANDS
 * @param groups 每名学生的学校或班级。School or class of each pupil.
 * @param totals 总分，一列。Totals, one column.
 * @param cuts 名次，例如 {50,100,200}。Ranks, for example {50,100,200}.
 * @returns 每校一行的人数表 A table with a row per school
 */
export function RANKBANDS(groups: unknown[][], totals: unknown[][], cuts: unknown[][]): unknown[][] {
  return answer(() => rankBandsTable(groups, totals, cuts));
}

/**
 * 临界生：分数在线上下若干分以内（含两端）的学生，列出姓名、分数、距线分差、线上或线下，从高到低。名单只留在本工作簿，不上报。Pupils within a margin of the line on either side, both ends included, from the top; the list stays in the workbook.
 * @customfunction BORDERLINE
 * @param names 姓名或学号，与分数同行。Name or number of each pupil.
 * @param scores 分数，一列。Scores, one column.
 * @param line 分数线（分）。Line in marks.
 * @param margin 线上下各几分。Marks on either side of the line.
 * @returns 临界生名单 A list of pupils
 */
export function BORDERLINE(names: unknown[][], scores: unknown[][], line: unknown, margin: unknown): unknown[][] {
  return answer(() => {
    const edge = anyLine(line);
    const reach = requiredNumber("margin", margin);
    if (reach < 0) argument("margin", () => below0(reach));
    return borderlineTable(names, scores, edge, reach);
  });
}

function below0(margin: number): never {
  throw invalid(`${margin} 小于 0：请填线上下几分。`, `${margin} is below 0: give the marks on either side`);
}

/**
 * 有效分（等位法）：总分上线 N 人，学科有效分就是该科第 N 名的分数，同分都算上线；并列双上线人数、命中率（占单科上线）、贡献率（占总分上线）。另有按平均分比例定线的做法，结果不同。Subject line for a line of the total, by equal numbers: the mark of the subject's N-th pupil where N reach the total line; with those who reach both, as a share of either.
 * @customfunction EFFECTIVELINE
 * @param totals 总分，一列。Totals, one column.
 * @param subject 该科分数，与总分同行。Marks of the subject, row by row with the totals.
 * @param line 总分线（分）。Line of the total in marks.
 * @returns 一行：有效分、人数和比率 One row: the line, counts and rates
 */
export function EFFECTIVELINE(totals: unknown[][], subject: unknown[][], line: unknown): unknown[][] {
  return answer(() => effectiveLineTable(totals, subject, anyLine(line)));
}

/**
 * 均分达到度和超均率：各组平均分 ÷ 全体平均分，以及（各组平均分 − 全体平均分）÷ 全体平均分，末行合计。Mean of each group over the mean of all pupils, and how far it lies above that as a share of it, then the total.
 * @customfunction ATTAINMENT
 * @param groups 班级或学校，与分数同行。Class or school of each row.
 * @param scores 分数，一列。Scores, one column.
 * @returns 每组一行的表 A table with a row per group
 */
export function ATTAINMENT(groups: unknown[][], scores: unknown[][]): unknown[][] {
  return answer(() => attainmentTable(groups, scores));
}

/**
 * 综合指数：各列乘权重后相加，每行一个数。没有统一标准，权重由本局确定，合计必须为 1；要扣减的列（如低分率）可用负权重。Weighted sum of each row; no standard exists: the weights are the bureau's own and must add up to 1, a column to be taken off may have a negative one.
 * @customfunction COMPOSITE
 * @param table 一行一个单位，一列一个分项，不含表头；各列先化为同一尺度。A row per unit, a column per component, on one scale, without headers.
 * @param weights 权重，每列一个，合计为 1。Weights, one per column, adding up to 1.
 * @returns 每行一个综合指数 An index for each row
 */
export function COMPOSITE(table: unknown[][], weights: unknown[][]): unknown[][] {
  return answer(() => compositeTable(table, weights));
}

/**
 * 试题分析：每题平均分、得分率（难度）、标准差、区分度（总分高低各 27% 两组得分率之差，分界处同分者均摊名额）、题与其余总分的相关、删题后信度，末行全卷和信度 α。Item analysis: mean, difficulty, SD, discrimination between the top and bottom 27 % by total (pupils tied at the cut share the places), correlation with the rest, and Cronbach's alpha.
 * @customfunction ITEMANALYSIS
 * @param marks 小题得分：一行一名学生，一列一题；没有得分填 0，未参考整行留空或写缺考。Marks: a row per pupil, a column per item; 0 for no mark, a whole row blank or absent for who did not sit.
 * @param fulls 各题满分，每列一个。Full mark of each item, one per column.
 * @returns 每题一行、末行全卷的表 A table with a row per item, then the paper
 */
export function ITEMANALYSIS(marks: unknown[][], fulls: unknown[][]): unknown[][] {
  return answer(() => itemTable(marks, fulls));
}
