/** The county the product brings along for trying out. Everything in it is made up, and its name says so. */
import type { CollectionBody, Paper, RegionBody, School, StatementBody, StatementLine, TargetBody } from "../../shared/contract.ts";

export const region = "370811";
export const regionBody: RegionBody = { name: "示例县(演示数据)", parent: "370800" };

/** 第三中学 is the one that has not submitted: the playground's sample class is its. */
export const missing = "S03";

const school = (code: string, name: string, setting: School["setting"], group: string): School => ({
  school: code,
  name,
  stages: ["junior"],
  setting,
  type: "初级中学",
  groups: [group],
});
export const schools: School[] = [
  school("S01", "第一中学", "城区", "城区片"),
  school("S02", "第二中学", "城区", "城区片"),
  school("S03", "第三中学", "城区", "城区片"),
  school("S04", "河东镇中学", "镇区", "河东片"),
  school("S05", "河西镇中学", "镇区", "河西片"),
  school("S06", "柳沟学校", "乡村", "河西片"),
];

const paper = (subject: string, full: number, before: Paper["before"] = null): Paper => ({
  stage: "junior",
  grade: 9,
  subject,
  full,
  grid: 2,
  lines: { pass: null, excellent: null, low: null },
  before,
});
export const exam: NonNullable<CollectionBody["exam"]> = {
  name: "九年级期末考试(示例)",
  papers: [
    paper("语文", 120),
    paper("数学", 120, { name: "入学数学", full: 100, grid: 2 }),
    paper("英语", 120),
    paper("物理", 100),
    paper("化学", 100),
  ],
};
export const collection = "2025-final";
export const collectionBody: CollectionBody = {
  name: "2024-2025 学年第二学期九年级期末(示例)",
  form: "exam",
  period: "2024-2025-2",
  exam,
  opens: null,
  closes: null,
  required: null,
  baseline: null,
  definitions: null,
  indicators: null,
};

const target = (indicator: string, value: number, clause: string): TargetBody => ({
  indicator,
  stage: "junior",
  unit: null,
  period: "2025",
  operator: ">=",
  value,
  upTo: null,
  source: `2025年教育教学质量目标责任书 ${clause}`,
});
export const targets: TargetBody[] = [
  target("academic.attainment.rate.junior", 0.9, "二.1"),
  target("academic.excellence.rate.junior", 0.35, "二.1"),
  target("academic.pass.all.rate.junior.grad", 0.95, "三(四)1"),
];

/** What 第一中学 and its subject groups have agreed to: the school's lines are the sources' own for its stage, the groups' are the school's. */
const line = (id: string, indicator: string, value: number, source: string, subject: string | null = null): StatementLine => ({
  ...{ id, indicator, version: 1, stage: "junior", grade: subject === null ? null : 9, subject, operator: ">=", value, upTo: null },
  ...{ period: "2025", deadline: null, source },
});
export const statement: StatementBody = {
  ...{ level: "school", title: "2025年教育教学质量目标责任书(示例)", group: null, teacher: null },
  ...{ first: "示例县教育和体育局", second: "第一中学" },
  lines: targets.map(({ indicator, value, source }, at) => line(`L${at + 1}`, indicator, value, source)),
};
export const groupStatements: readonly (readonly [id: string, body: StatementBody])[] = exam.papers.map(({ subject }, at) => [
  `2025-group-${at + 1}`,
  {
    ...{ level: "group", title: `2025年${subject}学科组责任书(示例)`, group: `${subject}组`, teacher: null },
    ...{ first: "第一中学", second: `${subject}组` },
    lines: [line("L1", "exam.pass", at === 0 ? 0.95 : 0.9, "第一中学2025年工作计划(示例)", subject)],
  },
]);
