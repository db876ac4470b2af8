/** What a template of reported indicators says on its first sheet. */
import type { GuideText } from "../guide.ts";
import { SHEETS } from "../words.ts";

export function enteredGuide(withColumns: boolean): GuideText {
  return {
    who: "学校各处室分头填，办公室汇总",
    steps: [
      `打开“${SHEETS.entered}”，填黄色的格子；灰色的格子不用填。要填什么、单位和依据写在同一行。`,
      "没有就填 0，或选 否；是/否和等次从下拉列表选。",
      ...(withColumns
        ? [`写着“几行”的指标到“${SHEETS.columns}”里填：一个班（一位教师、一次）一行，不要写合计，公式会自己找最低的或算平均。`]
        : []),
      "“检查”一列：✓ 是填好了；“还缺”“不对”要改；“没有填”请核对。",
      `看“${SHEETS.checks}”：显示“可以上报”就填好了；显示“有 N 处要改”，点“第一处”里的格号就跳到要改的地方。`,
      `“${SHEETS.summary}”由公式算出：每个指标的数、目标、判定和差距，可以打印签字盖章。`,
      "存成 .xlsx（不要另存为别的格式），按教育局的要求导入或交回。用 Excel 2010 以上、WPS 或 LibreOffice 填都可以。",
    ],
    leaves: [
      "只有数：各指标的分子、分母、次数、是否具备和等次。",
      ...(withColumns ? [`“${SHEETS.columns}”里离开学校的是：各个数值各有几个，或合计与个数。左边“哪一个”一列不上报。`] : []),
    ],
  };
}
