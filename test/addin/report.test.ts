/** The report that is written into a sheet is texts: what looks like a formula is none. */
import { expect, test } from "vitest";
import type { Checked } from "../../addin/pane/check.ts";
import { reportCells } from "../../addin/pane/table.ts";

const place = { stage: "junior" as const, grade: 9, resource: null };
const checked = (subject: string): Checked => ({
  ...{ definitions: "2026-11", readings: [] },
  figures: [
    { ...place, subject, indicator: "exam.mean", value: 5, counts: null, interval: null, readings: [], estimate: false, why: null },
  ],
  verdicts: [
    {
      ...{ ...place, subject, indicator: "exam.mean", unit: "S01", operator: "=", limit: 5, upTo: null, source: "x", origin: "region" },
      ...{ verdict: "met", value: 5, gap: 0, needed: null, readings: [], reason: null },
    },
  ],
});

test("a limit that begins with its equals sign, and a subject with a minus, are texts", () => {
  const [, row] = reportCells(checked("-艺术"), "zh-CN");
  expect(row?.slice(1, 2)).toEqual(["'-艺术"]);
  expect(row?.[4]).toMatch(/^'= 5/);
});

test("what begins like no formula stays as it is", () => {
  const [heads, row] = reportCells(checked("语文"), "zh-CN");
  expect(heads?.every((head) => !head.startsWith("'"))).toBe(true);
  expect(row?.[1]).toBe("语文");
});
