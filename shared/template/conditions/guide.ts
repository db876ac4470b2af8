/** What the template of a school's resources says on its first sheet. */
import type { GuideText } from "../guide.ts";
import type { ConditionPlaces } from "../places.ts";
import { SHEETS } from "../words.ts";
import { isShared } from "./places.ts";

export function conditionGuide(places: ConditionPlaces): GuideText {
  return {
    who: "学校总务处或办公室（学生数、教师数请和学籍、人事核对）",
    steps: [
      `打开“${SHEETS.conditions}”，填黄色的格子：每格一个数，没有就填 0，不要留空。`,
      "人数、间数填整数；面积单位是平方米，设备值单位是元（不是万元），最多两位小数。",
      ...(isShared(places)
        ? [
            "教师数按学段分别填。用房、场馆、设备、多媒体教室几个学段共用、分不开的：四项都只填在一个学段（全校总数），另外的学段留空，系统按折算学生数分摊。",
          ]
        : []),
      "下面的“换算”由公式算出，填完就能看到平均数和国家标准差多少。",
      `看“${SHEETS.checks}”：显示“可以上报”就填好了；显示“有 N 处要改”，按“怎么办”改。`,
      `“${SHEETS.summary}”由公式算出：七项逐项对照标准，最后一行是七项合起来的结论，可以打印签字盖章。`,
      "存成 .xlsx（不要另存为别的格式），按教育局的要求导入或交回。用 Excel 2010 以上、WPS 或 LibreOffice 填都可以。",
    ],
    leaves: ["只有上面填的这几个数：各学段的学生数和七项总量。没有学生和教师的姓名。"],
  };
}
