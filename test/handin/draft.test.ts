/** A collection as it is written down on the offline page: what is typed is taken or told with its subject, and what templates outlive. */
import { describe, expect, test } from "vitest";
import { asksOtherwise, collectionFrom, type Draft, draftOf } from "../../addin/offline/draft.ts";
import { county, definitions, exam } from "./bodies.ts";

const draft = draftOf(exam);
const [first, ...rest] = draft.papers;
if (!first) throw new Error("the exam has no paper");
const withFirst = (next: Partial<typeof first>): Draft => ({ ...draft, papers: [{ ...first, ...next }, ...rest] });

describe("a paper", () => {
  test("whose line is no mark of it is told by grade and subject", () => {
    const { collection, faults } = collectionFrom(withFirst({ full: "90", pass: "95" }), county, definitions);
    expect(collection).toBeNull();
    expect(faults.map(({ row, words }) => [row, words.zh])).toEqual([[0, `九年级 ${first.subject}：及格线 95 不在 0 到满分 90 之间。`]]);
  });

  test("may be typed in full-width digits", () => {
    const { collection } = collectionFrom(withFirst({ full: "１２０", pass: "７２．５" }), county, definitions);
    expect(collection?.exam?.papers[0]).toMatchObject({ full: 120, lines: { pass: 72.5 } });
  });
});

describe("templates handed out before", () => {
  test("fit while lines, names and days are changed", () => {
    expect(asksOtherwise({ ...withFirst({ pass: "70", excellent: "100" }), name: "别的名称", closes: "2026-01-01" })).toBe(false);
    expect(asksOtherwise({ ...draft, papers: [...draft.papers].reverse() })).toBe(false);
  });

  test("no longer fit where a subject comes or goes, or a full mark changes; of a new collection there are none", () => {
    expect(asksOtherwise({ ...draft, papers: rest })).toBe(true);
    expect(asksOtherwise({ ...draft, papers: [...draft.papers, { ...first, subject: "劳动" }] })).toBe(true);
    expect(asksOtherwise(withFirst({ full: "90" }))).toBe(true);
    expect(asksOtherwise({ ...draft, papers: rest, before: null })).toBe(false);
  });
});
