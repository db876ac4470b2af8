/** =QUALITY.* functions that ask the Worker: asynchronous, gathered into few requests, #N/A with a reason where there is no answer. */
import { askSliceOf, WHOLE } from "../../shared/ask/slice.ts";
import { argument, optionalNumber, optionalText } from "../cells.ts";
import { languageOf } from "../defined.ts";
import { asked, numberIn, requiredText, tableIn } from "../region.ts";

/**
 * 实际值：某单位在某次采集中的指标值，与汇总一致；可指明切面，也可换一条分数线重读。比率为小数。The value of an indicator for a unit in a collection, as in the rollup; of a slice, or at another line of marks. Rates are fractions.
 * @customfunction ACTUAL
 * @cancelable
 * @param id 指标编号。Id of the indicator.
 * @param unit 学校代码、学校名称或区划代码。Code or name of a school, or code of the region.
 * @param collection 采集的编号或名称。Id or name of the collection.
 * @param [slice] 切面：九年级 数学，或 初中/9/数学/3班。Slice: 九年级 数学, or junior/9/math/3.
 * @param [line] 分数线（分），换线重读。Line in marks, in place of the paper's.
 * @returns 指标值 The value
 */
export function ACTUAL(
  id: unknown,
  unit: unknown,
  collection: unknown,
  slice: unknown,
  line: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number> {
  return asked(
    invocation,
    () => null,
    () => {
      const of = optionalText("slice", slice);
      return {
        ask: "actual",
        collection: requiredText("collection", collection),
        indicator: requiredText("id", id),
        unit: requiredText("unit", unit),
        slice: of === undefined ? WHOLE : argument("slice", () => askSliceOf(of)),
        line: optionalNumber("line", line) ?? null,
      };
    },
    numberIn,
  );
}

/**
 * 汇总：本区一次采集的各项指标，每项一行：编号 指标 范围 达到 总数 数值 目标 判定 说明。The rollup of a region: a row per figure with counts, value, target, verdict and reason.
 * @customfunction ROLLUP
 * @cancelable
 * @param region 区划代码，须与连接的一致。Code of the region you are connected to.
 * @param collection 采集的编号或名称。Id or name of the collection.
 * @param [family] 只要这一类指标。One family of indicators only.
 * @param [language] "en" 为英文，默认中文。"en" for English, Chinese by default.
 * @returns 汇总表 The table
 */
export function ROLLUP(
  region: unknown,
  collection: unknown,
  family: unknown,
  language: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, region, language, () => ({
    ask: "rollup",
    collection: requiredText("collection", collection),
    family: optionalText("family", family) ?? null,
  }));
}

/**
 * 各校：一个指标在各校的数值、目标和判定，按学校代码排列，不排名次。One indicator of every school with target and verdict, in the order of school codes: no ranking.
 * @customfunction SCHOOLS
 * @cancelable
 * @param id 指标编号。Id of the indicator.
 * @param region 区划代码，须与连接的一致。Code of the region you are connected to.
 * @param collection 采集的编号或名称。Id or name of the collection.
 * @param [language] "en" 为英文，默认中文。"en" for English, Chinese by default.
 * @returns 各校一行 A row per school
 */
export function SCHOOLS(
  id: unknown,
  region: unknown,
  collection: unknown,
  language: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, region, language, () => ({
    ask: "schools",
    collection: requiredText("collection", collection),
    indicator: requiredText("id", id),
  }));
}

/**
 * 填报情况：哪些学校已经填报、哪些没有，第几版，何时收到。Who has submitted and who has not, which revision, and when.
 * @customfunction SUBMITTED
 * @cancelable
 * @param region 区划代码，须与连接的一致。Code of the region you are connected to.
 * @param collection 采集的编号或名称。Id or name of the collection.
 * @param [language] "en" 为英文，默认中文。"en" for English, Chinese by default.
 * @returns 各校一行 A row per school
 */
export function SUBMITTED(
  region: unknown,
  collection: unknown,
  language: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, region, language, () => ({ ask: "submitted", collection: requiredText("collection", collection) }));
}

/**
 * 由来：一个数由哪些学校的哪一版填报合成，各自的人数，所用定义和口径。What a number is made of: the submissions behind it with their counts, the definition and the readings.
 * @customfunction LINEAGE
 * @cancelable
 * @param id 指标编号。Id of the indicator.
 * @param unit 学校代码、学校名称或区划代码。Code or name of a school, or code of the region.
 * @param collection 采集的编号或名称。Id or name of the collection.
 * @param [language] "en" 为英文，默认中文。"en" for English, Chinese by default.
 * @returns 每份填报一行 A row per submission
 */
export function LINEAGE(
  id: unknown,
  unit: unknown,
  collection: unknown,
  language: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, undefined, language, () => ({
    ask: "lineage",
    collection: requiredText("collection", collection),
    indicator: requiredText("id", id),
    unit: requiredText("unit", unit),
  }));
}

function table(invocation: unknown, region: unknown, language: unknown, question: Parameters<typeof asked>[2]): Promise<unknown[][]> {
  const code = region === undefined ? () => null : () => requiredText("region", region);
  const checked = () => {
    languageOf(language);
    return question();
  };
  return asked(invocation, code, checked, (told) => tableIn(told, languageOf(language)));
}
