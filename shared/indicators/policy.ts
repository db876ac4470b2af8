/** What national policy bars, as a note beside an indicator: it is kept out of comparisons between schools and people (guide B). */
import type { Words } from "../refusal.ts";

export const POLICY = {
  admission: {
    zh: "限制使用：2020年《深化新时代教育评价改革总体方案》禁止下达升学指标，禁止以中高考升学率评价学校和教师，不得与奖惩挂钩、不得宣传",
    en: "restricted: the 2020 evaluation reform forbids admission targets, judging schools or teachers by admission rates, tying them to rewards, and publicising them",
  },
  ranking: {
    zh: "限制使用：义务教育阶段考试结果不排名、不公布；默认分档显示，不列学校和教师名次，个人处分须附证据并由人裁定",
    en: "restricted: results of compulsory schooling are neither ranked nor published; bands by default, no ranks of schools or teachers, sanctions on persons need evidence and a person's decision",
  },
  exams: {
    zh: "限制使用：2021年考试管理通知规定小学一、二年级不进行纸笔考试，义务教育其他年级每学期一次期末考试，不得组织单元考试等区域性或跨校统考",
    en: "restricted: the 2021 exam notice allows no written exams in grades 1-2 and one final exam a term in the other compulsory grades; unit tests as exams are barred",
  },
} as const satisfies Record<string, Words>;
