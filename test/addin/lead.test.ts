/** Of several sheets, and of several columns for one subject, the one that is the exam's is read, whichever stands first. */
import { describe, expect, test } from "vitest";
import { listsOf } from "../../addin/files/lists.ts";
import { readFile } from "../../addin/files/read.ts";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, guessIn, leadSheet, tabulate } from "../../shared/tabulate.ts";
import { withoutOpenpyxl, writtenBy } from "../tools/openpyxl.ts";

const paper = (subject: string, grade = 9): Paper => ({
  ...{ stage: "junior", grade, subject, full: 100, grid: 2, before: null },
  lines: { pass: null, excellent: null, low: null },
});
const papers = [paper("语文"), paper("数学")];
const exam = { name: "期末", papers };
const final = { name: "2024-2025 下学期期末", exam };
const named = (name: string, ...cells: unknown[][]) => ({ name, top: 0, left: 0, cells });
const marks = (...titles: string[]) => [...titles.map((title) => [title]), ["班级", "语文", "数学"], ["1班", 80, 90]];

describe("the sheet that is read first", () => {
  test("is no cover and no sheet of headers alone", () => {
    const cover = named("封面", ["九年级成绩册"], ["第一中学"]);
    const bare = named("表样", ["班级", "语文", "数学"]);
    expect(leadSheet([cover, bare, named("成绩", ...marks()), named("成绩2", ...marks())], final)).toBe("成绩");
    expect(leadSheet([cover, named("备注", ["随手记的"])], final)).toBe("封面");
    expect(leadSheet([cover, named("成绩", ...marks())], null)).toBe("封面");
    expect(leadSheet([], final)).toBeUndefined();
  });

  test("is that of the collection's exam, by its name or its title; one that names no exam before one that names another", () => {
    const [mid, end] = [named("期中", ...marks()), named("期末", ...marks())];
    expect(leadSheet([mid, end], final)).toBe("期末");
    expect(leadSheet([mid, end], { name: "期中质量监测", exam: { name: "期中", papers } })).toBe("期中");
    expect(leadSheet([mid, named("Sheet2", ...marks("九年级期末成绩"))], final)).toBe("Sheet2");
    expect(leadSheet([mid, named("全部", ...marks())], final)).toBe("全部");
    expect(leadSheet([named("甲", ...marks()), named("乙", ...marks())], final)).toBe("甲");
    expect(leadSheet([mid, end], { name: "质量监测", exam: { name: "监测", papers } })).toBe("期中");
  });

  test("may be of any grade of the exam", () => {
    const exam = { name: "期末", papers: [paper("物理", 8), paper("化学", 9)] };
    expect(leadSheet([named("封面", ["册"]), named("九", ["班级", "化学"], ["1班", 80])], { name: "期末", exam })).toBe("九");
  });
});

describe("of several columns for one subject", () => {
  const columnOf = (heads: string[], about = "") =>
    guessColumns([heads, heads.map(() => 80)], papers, about).subjects.find(({ subject }) => subject === "语文")?.column;

  test("the one with its bare name is read, then the one of the exam, then the first", () => {
    expect(columnOf(["班级", "语文原始分", "语文"])).toBe(2);
    expect(columnOf(["班级", "语文(折合)", "语 文"])).toBe(2);
    expect(columnOf(["班级", "语文(期中)", "语文(期末)"], "2025 期末")).toBe(2);
    expect(columnOf(["班级", "语文(期中)", "语文(期末)"], "2025 期中")).toBe(1);
    expect(columnOf(["班级", "语文(期中)", "语文(期末)"])).toBe(1);
  });

  test("and the others are still asked about", () => {
    const list = {
      top: 0,
      left: 0,
      cells: [["班级", "语文(期中)", "语文(期末)", "数学"], ...Array.from({ length: 12 }, (_, at) => ["1班", 70 + at, 80 - at, 90 - at])],
    };
    const { findings } = withQuestions(tabulate(list, guessColumns(list.cells, papers, "期末"), exam, { school: "S01", name: "第一中学" }));
    expect(findings.map(({ level, code, words }) => [level, code, words.zh.slice(0, 23)])).toEqual([
      ["query", "subject-twice", "语文有两列：读的是 C1，没有读 B1。请核对"],
    ]);
  });
});

describe.skipIf(withoutOpenpyxl)("columns that are hidden in a file of openpyxl's", () => {
  const of = (heads: readonly string[], hidden: string) => {
    const file = writtenBy(`
ws = book.active
ws.append(${JSON.stringify(heads)})
for i in range(12): ws.append(["1班"] + [60 + i * (j + 1) for j in range(${heads.length - 1})])
ws.column_dimensions['${hidden}'].hidden = True`);
    const [list] = listsOf(readFile(file), "成绩.xlsx");
    if (!list) throw new Error("the file has a list");
    const mapping = guessIn(list, papers, "期末");
    const { findings } = withQuestions(tabulate(list, mapping, exam, { school: "S01", name: "第一中学" }));
    return [
      mapping.subjects.map(({ column }) => column),
      findings.map(({ code, cell, words }) => [code, cell, words.zh.split("。")[0]?.split("：请")[0]]),
    ];
  };

  test("stand behind a visible one of the same subject, and are named", () => {
    expect(of(["班级", "语文", "数学", "语文(期末)"], "B")).toEqual([
      [3, 2],
      [["subject-twice", "B1", "语文有两列：读的是 D1，没有读隐藏的 B1"]],
    ]);
    expect(of(["班级", "语文", "数学", "语文(期末)"], "D")).toEqual([
      [1, 2],
      [["subject-twice", "D1", "语文有两列：读的是 B1，没有读隐藏的 D1"]],
    ]);
  });

  test("are read where no other is there, which is asked about", () => {
    expect(of(["班级", "语文", "数学"], "C")).toEqual([[1, 2], [["subject-hidden", "C1", "数学读的是隐藏的一列（C1）"]]]);
  });
});
