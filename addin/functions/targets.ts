/** =QUALITY.* functions that hold a value against a target. */
import { rateAtLeast } from "../../shared/marks/rates.ts";
import { meets, OPERATORS, operatorWord } from "../../shared/target.ts";
import { needed } from "../../shared/whatif/needed.ts";
import { adviceOnFull, answer, argument, nothingToJudge, optionalNumber, optionalWord, requiredNumber } from "../cells.ts";
import { column, fullMark, lineMark } from "../marks.ts";

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
