/** What an exam's template says on its first sheet. */
import type { GuideText } from "../guide.ts";
import type { ExamPlaces } from "../places.ts";
import { SHEETS, WRITTEN_STATES } from "../words.ts";

const MEANINGS: Readonly<Record<string, string>> = {
  缺考: "该考而没有来考。算应考，不算实考。",
  缓考: "经批准以后再考。算应考，不算实考。",
  免考: "经批准不用考这一科。算应考，不算实考；全科合格率不看这一科。",
  违纪: "因违纪取消成绩。算应考，不算实考。",
  转出: "考前已转到别的学校。都不算；已从名单删去的不用写。",
};

export function examGuide({ scores }: ExamPlaces): GuideText {
  const sheets = scores.map(({ sheet }) => `“${sheet}”`).join("、");
  const earlier = scores.some(({ marks }) => marks.some(({ before }) => before !== null));
  return {
    who: "学校教务处（成绩管理员）",
    steps: [
      `打开${sheets}：一名学生一行，填班级和各科分数；学号、姓名只为校内核对，可以不填。`,
      "0 分填 0。没有分数的从下拉列表选一种状态（见下），不要留空，也不要写“0”代替。",
      "可以从别的表整块复制过来，粘贴时用“选择性粘贴—数值”，不要用剪切。表头和公式已锁定，不能改，也不用改。",
      ...(earlier ? ["“前测”一列填学生以前那次考试的分数，由教育局算增值；没有考过的留空。"] : []),
      `“${SHEETS.teaching}”：一个班一行，各学科下面填任课教师代码。可以不填。`,
      `看“${SHEETS.checks}”：显示“可以上报”就填好了；显示“有 N 处要改”，点“第一处”里的格号就跳到要改的地方；“请核对”的确实如此，就在“说明”里写一句。`,
      `“${SHEETS.bulletin}”和“${SHEETS.summary}”由公式自动算出，可以打印签字。`,
      "存成 .xlsx（不要另存为别的格式），按教育局的要求导入或交回。用 Excel 2010 以上、WPS 或 LibreOffice 填都可以。",
    ],
    words: WRITTEN_STATES.map((word) => [word, MEANINGS[word] ?? ""] as const),
    leaves: [
      `导入时离开学校的只有人数：各科每个分数有几人、各种状态有几人、全科合格几人${earlier ? "、两次成绩的合计数。" : "。"}`,
      "不足 10 人的班不单独上报，只算在年级里。",
      "这份文件里有学生的分数，请按保密规定保管；需要交文件时，可以先清空“学号”“姓名”两列，各项数字不变。",
    ],
  };
}
