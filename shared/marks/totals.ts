/** Lines of totals and means, and of who drew the table up, which stand under the pupils and are none. */
import { plainText } from "../scores.ts";

/** The ends of what people write at the head of such a line: 合计, 1班平均, 县平均分, 优秀率, 及格人数, 名次, Average ...; and what is signed below: 制表人：张三 */
const TOTALS =
  /(合计|总计|小计|总和|平均|平均分|平均成绩|均分|均值|满分|总分|方差|标准差|中位数|(最高|最低)分?|(及格|合格|优秀|优良|低分|达标)[率数]|(及格|合格|优秀|优良|低分|实考|应考|参考|缺考|上线|达标|总)人数|得分率|难度|区分度|(差生|特优|良好|贡献|及格|优秀)率|优生数|众数|离均差|总评|(及格|合格|优秀|低分)线|全年级|全级|全校|排名|名次)[:：]?$|^(备注|制表人?|填表人?|审核人?|复核人?)([:：].*)?$|^(说明|注|班主任|任课教师|以下转出|以下缺考)[:：].*$|^(total|sum|average|avg|mean|max|min|median|rank)[:：]?$/i;

/** Whether a text heads a line of totals or means. */
export function isTotal(cell: unknown): boolean {
  return typeof cell === "string" && TOTALS.test(plainText(cell).replace(/\s+/g, ""));
}
