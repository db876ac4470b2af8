/** The documents the definitions are taken from. */
import type { Words } from "../refusal.ts";

export const SOURCES = {
  practice: { zh: "县区成绩统计惯例", en: "county practice" },
  statement: { zh: "2025年教育教学质量目标责任书", en: "2025 responsibility statement (county bureau and school)" },
  year2021: { zh: "2021年教育教学质量提升年活动实施方案", en: "2021 quality-year plan" },
  plan2025: { zh: "2025年中小学教学质量提升工作实施方案", en: "2025 teaching-quality plan (district)" },
  balance2025: { zh: "2025年学校义务教育优质均衡发展工作专项实施方案", en: "2025 high-quality-balance plan (school)" },
  jining: {
    zh: "济宁经济技术开发区教育教学管理质量提升三年行动计划（2022—2025）解读",
    en: "Jining economic zone three-year plan 2022-2025, official explanation",
  },
  national: {
    zh: "县域义务教育优质均衡发展督导评估办法（教督〔2017〕6号）",
    en: "national standard of high-quality balance (2017, no. 6)",
  },
  special: { zh: "“十四五”特殊教育发展提升行动计划", en: "special-education plan 2021-2025" },
} as const satisfies Record<string, Words>;

/** Documents of the whole country; the others were written by one county or district for its own schools. */
export const NATIONAL: ReadonlySet<SourceId> = new Set(["national", "special"]);

export type SourceId = keyof typeof SOURCES;
