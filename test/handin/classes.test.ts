/** One school's classes in every subject: each row has the full mark and the lines of its own subject. */
import { expect, test } from "vitest";
import { bulletinOf } from "../../addin/offline/tables.ts";
import type { Collection, SubmissionBody } from "../../shared/contract.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { chinese, county, exam } from "./bodies.ts";

const now = "2025-07-02T08:00:00.000Z";
const paper = { stage: "junior", grade: 9, grid: 2, before: null } as const;
const asked: Collection = {
  ...exam,
  exam: {
    name: "期末",
    papers: [
      { ...paper, subject: "语文", full: 120, lines: { pass: null, excellent: null, low: null } },
      { ...paper, subject: "物理", full: 50, lines: { pass: 30, excellent: 40, low: null } },
    ],
  },
};
const [slice] = chinese([[30, 12]]).slices;
if (!slice) throw new Error("no slice");
const body: SubmissionBody = { ...chinese([[30, 12]]), slices: [slice, { ...slice, class: "1班" }, { ...slice, subject: "物理" }] };

test("and no caption speaks of one subject only", () => {
  const store = add(
    newStore({ ...county, collections: [asked] }, now),
    heldFrom({ school: "S01", collection: asked.collection, body, findings: [], counts: [] }, { revision: 1, made: now, file: "S01.xlsx" }),
  );
  const { columns, rows, note } = bulletinOf(store, { collection: asked.collection, now, school: "S01" });
  expect(columns.slice(0, 6).map(({ name }) => name.zh)).toEqual(["学科", "班级", "满分", "及格线", "优秀线", "低分线"]);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  const zh = (cell: unknown) => (typeof cell === "object" && cell !== null && "zh" in cell ? cell.zh : cell);
  expect(rows.map((row) => row.slice(0, 6).map(zh))).toEqual([
    ["九年级 语文", "1班", 120, 72, 102, 48],
    ["九年级 语文", "全校", 120, 72, 102, 48],
    ["九年级 物理", "全校", 50, 30, 40, 20],
  ]);
  const head = `${county.name} · ${asked.name}（${asked.period}）。`;
  expect(note.zh.startsWith(head)).toBe(true);
  expect(note.zh.slice(head.length)).not.toMatch(/\d/);
});
