/** A county that does not exist, for who wants to look before setting up their own: an exam, and the conditions of its schools. */
import type { Collection, Paper, School } from "../../../shared/contract.ts";
import type { County } from "../../../shared/handin/county.ts";

const school = (at: number, name: string, setting: School["setting"]): School => ({
  ...{ school: `S0${at}`, name, stages: ["junior"], setting, type: "初级中学", groups: [] },
});

export const SCHOOLS: readonly School[] = [
  school(1, "第一中学", "城区"),
  school(2, "第二中学", "城区"),
  school(3, "第三中学", "城区"),
  school(4, "河东镇中学", "镇区"),
  school(5, "河西镇中学", "镇区"),
  school(6, "青山镇中学", "镇区"),
  school(7, "柳沟中学", "乡村"),
  school(8, "石桥中学", "乡村"),
];

const paper = (subject: string, full: number, entry: string): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full, grid: 2, before: { name: entry, full: 100, grid: 2 } },
  lines: { pass: null, excellent: null, low: null },
});

export const EXAM = {
  name: "九年级期末考试（示例）",
  papers: [paper("语文", 120, "入学语文"), paper("数学", 120, "入学数学"), paper("英语", 120, "入学英语")],
};

export const [EXAM_ID, CONDITIONS_ID] = ["2026-1", "2026-2"];

export function exampleCounty(definitions: string): County {
  const open: Omit<Collection, "collection" | "name" | "form" | "period" | "exam"> = {
    ...{ definitions, opens: null, closes: null, required: null, baseline: null, indicators: null, choices: null },
  };
  return {
    region: "370811",
    name: "示例县（虚构）",
    schools: [...SCHOOLS],
    collections: [
      { ...open, collection: CONDITIONS_ID, name: "办学条件（示例）", form: "resources", period: "2026", exam: null },
      { ...open, collection: EXAM_ID, name: EXAM.name, form: "exam", period: "2025-2026-2", exam: EXAM },
    ],
    targets: [],
    choices: [],
  };
}
