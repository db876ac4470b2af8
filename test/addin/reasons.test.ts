/** Why the numbers of a plain list are right: each question its own reason, each place one note of the grade. */
import { describe, expect, test } from "vitest";
import { explainedBefore, questionKey, reasonsFor } from "../../addin/pane/reasons.ts";
import type { SheetFinding } from "../../shared/tabulate.ts";

const place = { stage: "junior", grade: 9 } as const;
const asked = (code: string, cell: string, zh: string, more: Partial<SheetFinding> = {}): SheetFinding => ({
  ...{ level: "query", code, cell, words: { zh, en: zh } },
  ...more,
});
const written = (...told: (readonly [SheetFinding, string])[]) => new Map(told.map(([one, text]) => [questionKey(one), text]));

describe("a reason", () => {
  const [zeros, others] = [asked("row-zeros", "D12", "1 名学生各科都是 0 分"), asked("row-zeros", "D12", "3 名学生各科都是 0 分")];

  test("answers the question it was written at, and not another one at the same cell", () => {
    const told = written([zeros, "弃考"]);
    expect(reasonsFor([zeros], told, place)).toMatchObject({
      open: [],
      notes: [{ code: "row-zeros", sheet: "九年级", cell: "D12", text: "弃考" }],
    });
    expect(reasonsFor([others], told, place)).toMatchObject({ open: [others], notes: [] });
  });

  test("of two questions at one place is one note; of another sheet it says which", () => {
    const both = written([zeros, "弃考"], [others, "缓考未录"]);
    expect(reasonsFor([zeros, others], both, place).notes.map(({ text }) => text)).toEqual(["弃考；缓考未录"]);
    const second = asked("row-zeros", "D12", "1 名学生各科都是 0 分", { sheet: "2班" });
    expect(reasonsFor([second], written([second, "弃考"]), place).notes.map(({ text }) => text)).toEqual(["2班：弃考"]);
  });

  test("of a run of cells is one note, at its first", () => {
    const run = ["C5", "C6", "C7"].map((cell) => asked("formula-in-input", cell, "是公式"));
    const { open, notes } = reasonsFor(run, written(...run.map((one) => [one, "按学籍系统导出"] as const)), place);
    expect([open, notes.map(({ cell }) => cell)]).toEqual([[], ["C5"]]);
  });

  test("of what is told for the school's own sake is not wanted", () => {
    expect(reasonsFor([asked("entry-missing", "I1", "2 名学生没有前测")], new Map(), place).open).toEqual([]);
  });

  test("that stands of the same list is there again, but where two questions share its place", () => {
    const standing = [{ code: "row-zeros", sheet: "九年级", cell: "D12", text: "弃考" }];
    expect(explainedBefore([zeros], new Map(), standing, place)).toEqual([[zeros, "弃考"]]);
    expect(explainedBefore([zeros, others], new Map(), standing, place)).toEqual([]);
    // What was emptied here stays empty.
    expect(explainedBefore([zeros], written([zeros, ""]), standing, place)).toEqual([]);
  });
});
