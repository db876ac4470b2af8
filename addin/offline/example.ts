/** A county that does not exist, for who wants to look before setting up their own. */
import type { Paper, School } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";

const school = (code: string, name: string, stages: School["stages"]): School => ({
  ...{ school: code, name, stages, setting: null, type: null, groups: [] },
});

const paper = (subject: string, full: number): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full, grid: 2, before: null },
  lines: { pass: null, excellent: null, low: null },
});

export function exampleCounty(release: string): County {
  return {
    region: "370811",
    name: "示例县（虚构）",
    schools: [
      school("S01", "第一中学", ["junior"]),
      school("S02", "第二中学", ["junior"]),
      school("S03", "柳沟学校", ["primary", "junior"]),
    ],
    collections: [
      {
        ...{ collection: "2026-1", name: "九年级期末考试（示例）", form: "exam", period: "2025-2026-2", definitions: release },
        exam: { name: "九年级期末考试（示例）", papers: [paper("语文", 120), paper("数学", 120), paper("英语", 120)] },
        ...{ opens: null, closes: null, required: null, baseline: null, indicators: null, choices: null },
      },
    ],
    targets: [],
    choices: [],
  };
}
