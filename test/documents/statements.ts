/** A statement for tests: lines with numbers, in words and under a policy; signed by one party, amended once. */
import type { StatementBody, StatementLine, StatementVersion } from "../../shared/contract.ts";
import { changesBetween } from "../../shared/statement/changes.ts";

const line = (id: string, indicator: string, over: Partial<StatementLine> = {}): StatementLine => ({
  ...{ id, indicator, version: 1, stage: "junior", grade: null, subject: null, operator: ">=", value: 0.9, upTo: null },
  ...{ period: "2025", deadline: null, source: "2025年目标责任书 二.1", ...over },
});

export const FIRST: StatementBody = {
  ...{ level: "school", title: "2025年教育教学质量目标责任书", group: null, teacher: null },
  ...{ first: "示例县教育和体育局", second: "第一中学" },
  lines: [
    line("L1", "academic.attainment.rate.junior"),
    line("L2", "academic.pass.all.rate.junior.grad", { value: 0.95, deadline: "2025-07-10" }),
    line("L3", "exam.pass", { grade: 9, subject: "化学", value: 0.855 }),
    line("L4", "equipment.use.rate", { operator: null, value: null }),
    line("L5", "unittest.retest.pass.rate", { operator: "=", value: 1 }),
  ],
};

export const SECOND: StatementBody = {
  ...FIRST,
  second: "第一中学(新校区)",
  lines: [...FIRST.lines.filter(({ id }) => id !== "L2").map((one) => (one.id === "L1" ? { ...one, value: 0.925 } : one))],
};

export function version(number: 1 | 2, over: Partial<StatementVersion> = {}): StatementVersion {
  return {
    ...{ version: number, revision: number, state: "offered", by: "示例县教育和体育局", at: "2025-03-01T23:30:00.000Z" },
    ...{ why: number === 1 ? null : "局党组会议纪要〔2025〕12号", sha256: "0f".repeat(32) },
    signatures: [{ party: "first", office: FIRST.first, role: "局长", at: "2025-03-03T01:00:00.000Z" }],
    changes: number === 1 ? [] : changesBetween(FIRST, SECOND),
    body: number === 1 ? FIRST : SECOND,
    ...over,
  };
}
