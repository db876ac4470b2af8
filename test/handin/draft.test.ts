/** A collection as it is written down on the offline page: what is typed is taken or told with its subject, and what templates outlive. */
import { describe, expect, test } from "vitest";
import { asksOtherwise, collectionFrom, type Draft, draftOf, newDraft } from "../../addin/offline/draft.ts";
import { county, definitions, exam } from "./bodies.ts";

const draft = draftOf(exam);
const [first, ...rest] = draft.papers;
if (!first) throw new Error("the exam has no paper");
const [paper] = exam.exam?.papers ?? [];
if (!paper) throw new Error("the exam has no paper");
const withFirst = (next: Partial<typeof first>): Draft => ({ ...draft, papers: [{ ...first, ...next }, ...rest] });

describe("a paper", () => {
  test("whose line is no mark of it is told by grade and subject", () => {
    const { collection, faults } = collectionFrom(withFirst({ full: "90", pass: "95" }), county, definitions);
    expect(collection).toBeNull();
    expect(faults.map(({ row, words }) => [row, words.zh])).toEqual([[0, `九年级 ${first.subject}：及格线 95 不在 0 到满分 90 之间。`]]);
  });

  test("that cannot be read hides nothing of the others", () => {
    const [second, ...others] = rest;
    if (!second) throw new Error("the exam has one paper");
    const papers = [{ ...first, full: "满分" }, { ...second, full: "90", pass: "95" }, ...others];
    const { faults } = collectionFrom({ ...draft, papers }, county, definitions);
    expect(faults.map(({ row }) => row)).toEqual([0, 0, 1]);
    expect(faults[2]?.words.zh).toContain("及格线 95 不在 0 到满分 90 之间");
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
    // The earlier exam's name heads a column.
    const named = draftOf({ ...exam, exam: { name: "期末", papers: [{ ...paper, before: { name: "入学", full: 100, grid: 2 } }] } });
    expect(asksOtherwise({ ...named, papers: named.papers.map((one) => ({ ...one, beforeName: "开学" })) })).toBe(true);
    expect(asksOtherwise(named)).toBe(false);
    expect(asksOtherwise({ ...draft, papers: rest, before: null })).toBe(false);
  });
});

describe("an earlier exam of the same pupils", () => {
  test("is a name and its full mark; one without the other is told with the subject", () => {
    const { collection } = collectionFrom(withFirst({ beforeName: " 入学考试 ", beforeFull: "１００" }), county, definitions);
    expect(collection?.exam?.papers[0]?.before).toEqual({ name: "入学考试", full: 100, grid: 2 });
    const told = (next: Partial<typeof first>) => collectionFrom(withFirst(next), county, definitions).faults.map(({ words }) => words.zh);
    expect(told({ beforeName: "入学考试", beforeFull: "" })).toEqual([`请写${first.subject}前测的满分`]);
    expect(told({ beforeName: "", beforeFull: "100" })).toEqual([`请写${first.subject}前测的名称，例如 入学考试`]);
    expect(told({ beforeName: "入学考试", beforeFull: "100.3" })).toEqual([`九年级 ${first.subject}：前测满分 100.3 不在分数格上。`]);
    expect(asksOtherwise(withFirst({ beforeName: "入学考试", beforeFull: "100" }))).toBe(first.beforeFull !== "100");
  });
});

describe("whom it asks and what it is compared with", () => {
  const other = { ...exam, collection: "earlier" };
  const two = { ...county, collections: [...county.collections, other] };
  const of = (next: Partial<Draft>) => collectionFrom({ ...draft, ...next }, two, definitions);

  test("are kept, and what the region does not have is told as the Worker tells it", () => {
    const [school] = county.schools;
    if (!school) throw new Error("no school");
    expect(of({ required: [school.school], baseline: "earlier" }).collection).toMatchObject({
      required: [school.school],
      baseline: "earlier",
    });
    expect(of({}).collection).toMatchObject({ required: exam.required, baseline: exam.baseline });
    const faults = (next: Partial<Draft>) => of(next).faults.map(({ field, words }) => [field, words.zh]);
    expect(faults({ required: ["S99"] })).toEqual([["required", "没有登记学校 S99。"]]);
    expect(faults({ baseline: exam.collection })).toEqual([["baseline", "基线应是本区划另一个已有的采集。"]]);
    expect(faults({ baseline: "none" })).toEqual([["baseline", "基线应是本区划另一个已有的采集。"]]);
    expect(faults({ period: "去年", name: "" }).map(([field]) => field)).toEqual(["name", "period"]);
  });
});

test("single indicators are asked by the choices of today until something is held", () => {
  const choices = [{ option: "excellent-line", choice: "80", why: "局文件", by: "任城区", at: "2026-11-28" }];
  const asked = { ...exam, form: "indicators" as const, exam: null, indicators: ["teacher.backbone.share"], choices: [] };
  const now = { ...county, choices };
  expect(collectionFrom(draftOf(asked), now, definitions).collection?.choices).toEqual(choices);
  expect(collectionFrom(draftOf(asked), now, definitions, true).collection?.choices).toEqual([]);
});

test("a new collection has an id that no removed one had, so that its templates are not taken for those of another", () => {
  const [first, second] = [newDraft("exam", "2026-11-28T14:25:07.120Z"), newDraft("exam", "2026-11-28T14:25:07.121Z")];
  expect(first).toMatchObject({ collection: "2026-11-28-142507120", period: "2026-2027-1" });
  expect(second.collection).not.toBe(first.collection);
  // 0:30 on the first of August in China is still July in Greenwich.
  expect(newDraft("exam", "2026-07-31T16:30:00.000Z")).toMatchObject({ collection: "2026-08-01-163000000", period: "2026-2027-1" });
});

test("lines in an order that no exam has are told with both marks, of a line that is not set the default", () => {
  const told = (next: Partial<typeof first>) =>
    collectionFrom(withFirst(next), county, definitions).faults.map(({ row, words }) => [row, words.zh]);
  const own = { full: "100", beforeName: "", beforeFull: "" };
  expect(told({ ...own, pass: "60", excellent: "50", low: "" })).toEqual([[0, expect.stringMatching(/及格线 60 高于优秀线 50/)]]);
  expect(told({ ...own, pass: "60", excellent: "", low: "75" })).toEqual([[0, expect.stringMatching(/低分线 75 高于及格线 60/)]]);
  expect(told({ ...own, pass: "", excellent: "50", low: "" })).toEqual([
    [0, expect.stringMatching(/及格线 60（没有填，按满分的百分比） 高于优秀线 50/)],
  ]);
  // An exam that passes at a fifth of its full mark is real; the defaults of the other lines say nothing against it.
  expect(told({ ...own, pass: "20", excellent: "", low: "" })).toEqual([]);
  expect(told({ ...own, pass: "90", excellent: "", low: "" })).toEqual([]);
  expect(told({ ...own, pass: "60", excellent: "60", low: "60" })).toEqual([]);
});
