import { describe, expect, test } from "vitest";
import type { Sheet } from "../../addin/host.ts";
import { groupFindings } from "../../addin/pane/grouping.ts";
import { mostPressing } from "../../addin/pane/pressing.ts";
import { sampleCells } from "../../addin/pane/sample.ts";
import { crop } from "../../addin/pane/sheet.ts";
import { keptBeside, keptSlices, sameSlices } from "../../addin/pane/standing.ts";
import type { Collection, Paper, Receipt, Slice } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, type SheetFinding, tabulate } from "../../shared/tabulate.ts";

describe("groupFindings", () => {
  const error = (cell: string, zh: string): SheetFinding => ({ level: "error", code: "any", cell, words: { zh, en: zh } });

  test("joins a run of cells that say the same, and only a run", () => {
    const runs = groupFindings([error("B3", "班级空白"), error("D3", "空白"), error("B4", "班级空白"), error("B6", "班级空白")]);
    expect(runs.map(({ range, cells }) => [range, cells])).toEqual([
      ["B3:B4", 2],
      ["D3", 1],
      ["B6", 1],
    ]);
  });

  test("keeps every finding of a run, sheet by sheet: 165 blanks are one line, and can still be explained one by one", () => {
    const column = (sheet: string) => Array.from({ length: 165 }, (_, at) => ({ ...error(`H${at + 6}`, "化学空白"), list: sheet, at }));
    const runs = groupFindings([...column("成绩 九年级"), ...column("成绩 八年级")]);
    expect(runs.map(({ list, range, cells, members }) => [list, range, cells, members.length])).toEqual([
      ["成绩 九年级", "H6:H170", 165, 165],
      ["成绩 八年级", "H6:H170", 165, 165],
    ]);
    expect(runs[0]?.members.at(-1)).toMatchObject({ cell: "H170", at: 164 });
  });

  test("puts what must be fixed before what is worth a look", () => {
    expect(groupFindings([{ ...error("A1", "x"), level: "query" }, error("B2", "y")]).map(({ range }) => range)).toEqual(["B2", "A1"]);
  });

  test("keeps apart cells a state can be written into and cells it cannot", () => {
    expect(groupFindings([{ ...error("D3", "空白"), blank: true }, error("D4", "空白")]).map(({ range }) => range)).toEqual(["D3", "D4"]);
  });
});

describe("the collection to begin with", () => {
  const one = (collection: string, period: string, closes: string | null = null) =>
    ({ ...{ collection, name: collection, form: "exam", period, closes }, ...{ opens: null } }) as Collection;

  test("is the latest of those that stay open, in whatever order they were made", () => {
    const all = [one("c", "2025-2026-2"), one("a", "2022-2023"), one("b", "2023-2024")];
    expect(mostPressing(all)?.collection).toBe("c");
  });

  test("is the exam where others are open as long, though their year ends later", () => {
    const conditions = { ...one("b", "2026"), form: "resources" } as Collection;
    expect(mostPressing([one("a", "2025-2026-2"), conditions])?.collection).toBe("a");
  });

  test("is the one that closes first while any closes; of closed ones the latest", () => {
    expect(mostPressing([one("now", "2025-2026-2", "2999-01-01"), one("open", "2026-2027")])?.collection).toBe("now");
    expect(mostPressing([one("late", "2025-2026", "2020-02-01"), one("early", "2022-2023", "2020-01-01")])?.collection).toBe("late");
  });
});

describe("what stands on the server", () => {
  const slice = (grade: number, subject: string): Slice => ({
    stage: "junior",
    grade,
    subject,
    class: null,
    joint: { pupils: 1, passed: 1 },
  });

  test("slices of other grades are kept, those of the sheet's grade are not", () => {
    const standing = { receipt: {} as Receipt, body: { definitions: "1", slices: [slice(7, "语文"), slice(8, "语文")] } };
    expect(keptSlices(standing, { stage: "junior", grade: 8 })).toEqual([slice(7, "语文")]);
    expect(keptSlices({ ...standing, body: null }, { stage: "junior", grade: 8 })).toEqual([]);
  });

  test("notes are kept, and who teaches in a grade that is still sent", () => {
    const states = { sat: 10, absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
    const ofClass = (own: string): Slice => ({
      ...{ stage: "junior", grade: 8, subject: "语文", class: own },
      scores: { grid: 1, states, counts: [[60, 10]] },
    });
    const taught = (own: string, grade = 8) => ({ stage: "junior" as const, grade, class: own, subject: "语文", teacher: "T1" });
    const own = { place: { stage: "junior", grade: 8 } as const, notes: [] };
    const notes = [{ code: "participation-fell", sheet: null, cell: null, text: "流感停课" }];
    const body = { definitions: "1", slices: [ofClass("1"), ofClass("2")], notes, teaching: [taught("1"), taught("2"), taught("2", 9)] };
    expect(keptBeside({ receipt: {} as Receipt, body }, [ofClass("2")], own)).toEqual({ notes, teaching: [taught("1"), taught("2")] });
    expect(keptBeside({ receipt: {} as Receipt, body: { definitions: "1", slices: [] } }, [ofClass("2")], own)).toEqual({});
    expect(keptBeside(null, [], own)).toEqual({});
  });

  test("the note on rows left out is the last list's of its grade", () => {
    const place = { stage: "junior", grade: 8 } as const;
    const note = (grade: string, text: string) => ({ code: "rows-left-out", sheet: grade, cell: null, text });
    const body = { definitions: "1", slices: [], notes: [note("八年级", "旧"), note("九年级", "别的年级")] };
    const of = (...notes: ReturnType<typeof note>[]) => keptBeside({ receipt: {} as Receipt, body }, [], { place, notes }).notes;
    expect(of(note("八年级", "新"))).toEqual([note("九年级", "别的年级"), note("八年级", "新")]);
    expect(of()).toEqual([note("九年级", "别的年级")]);
  });

  test("the same numbers are the same in whatever order", () => {
    const turned = { joint: { passed: 1, pupils: 1 }, class: null, subject: "语文", grade: 7, stage: "junior" } as Slice;
    expect(sameSlices([slice(7, "语文"), slice(7, "数学")], [slice(7, "数学"), turned])).toBe(true);
    expect(sameSlices([slice(7, "语文")], [{ ...turned, joint: { passed: 0, pupils: 1 } }])).toBe(false);
  });
});

test("a selection is read again where it was, however the sheet around it has grown", () => {
  const sheet = (top: number, left: number, cells: unknown[][]): Sheet => ({
    name: "S",
    address: "",
    top,
    left,
    cells,
    hiddenRows: [1, 3],
    merged: [],
  });
  const frame = sheet(1, 1, [
    ["a", "b"],
    ["c", "d"],
  ]);
  const grown = sheet(0, 0, [
    ["x", "x", "x", "x"],
    ["x", 1, 2, "x"],
    ["x", 3, 4, "x"],
    ["x", "x", "x", "x"],
  ]);
  expect(crop(grown, frame)).toMatchObject({
    top: 1,
    left: 1,
    cells: [
      [1, 2],
      [3, 4],
    ],
    hiddenRows: [1],
  });
  expect(crop(sheet(9, 9, [["x"]]), frame).cells).toEqual([]);
});

test("the sample is a list that can be sent", () => {
  const paper: Paper = {
    stage: "junior",
    grade: 9,
    subject: "语文",
    full: 120,
    grid: 2,
    lines: { pass: null, excellent: null, low: null },
    before: null,
  };
  const exam = { name: "期末", papers: [paper, { ...paper, subject: "数学", full: 5, grid: 10 as const }] };
  for (const language of ["zh-CN", "en"] as const) {
    const cells = sampleCells(exam.papers, "第一中学", language);
    const { findings, slices } = withQuestions(
      tabulate({ top: 0, left: 0, cells }, guessColumns(cells, exam.papers), exam, {
        school: "S01",
        name: "第一中学",
      }),
    );
    expect([findings, slices.length]).toEqual([[], 7]);
  }
});
