/** Rows and classes of a plain list that are none: totals, rows of nobody, dates for classes. */
import { describe, expect, test } from "vitest";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";

const paper = (subject: string): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 100, grid: 2, before: null },
  lines: { pass: null, excellent: null, low: null },
});
const papers = [paper("语文"), paper("数学")];
const school = { school: "S01", name: "第一中学" };
const read = (cells: unknown[][]) =>
  withQuestions(tabulate({ name: "Sheet1", top: 0, left: 0, cells }, guessColumns(cells, papers), { name: "期末", papers }, school));
const HEAD = ["班级", "姓名", "语文", "数学"];
const list = (count = 12) => Array.from({ length: count }, (_, at) => ["1班", `学生${at}`, 80 - (at % 7), 90 - (at % 7)]);

describe("classes that became dates", () => {
  const dated = (classes: readonly unknown[]) =>
    read([HEAD, ...list(24).map((row, at) => [classes[at % classes.length], ...row.slice(1)])]);

  test.each([
    ["texts of a .csv", ["1月1日", "1月2日"]],
    ["days as they are told", ["2026-01-01", "2026-01-02"]],
    ["dates of a template", [{ date: 46023 }, { date: 46024 }]],
    ["texts of an English sheet", ["1-Jan", "2-Jan"]],
  ])("%s are one error, whatever they say", (_, classes) => {
    const { findings, slices, preview } = dated(classes);
    expect([findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`), slices]).toEqual([["error class-date A2"], []]);
    expect(findings[0]?.words.zh).toMatch(
      /^有 24 行的班级是日期（A2:A25，如 .*Excel 会把 1-1、9\.1 这样的写法变成日期。请把这一列的格式改成文本/,
    );
    expect(preview.classes).toEqual([]);
  });

  test("are asked about as bare numbers of days, where all are", () => {
    expect(dated([46023, 46024]).findings.map(({ level, code }) => `${level} ${code}`)).toEqual(["query class-date"]);
    expect(dated([901, 46024]).findings).toEqual([]);
  });
});

describe("rows that are no pupils", () => {
  const cells = [HEAD, ...list(), ["1班", "平均分", 77, 87], [null, null, 60, 60]];

  test("are told to be left out by the button below a plain list, and to be deleted in a template", () => {
    const words = (name?: string) =>
      withQuestions(
        tabulate({ ...(name && { name }), top: 0, left: 0, cells }, guessColumns(cells, papers), { name: "期末", papers }, school),
      )
        .findings.filter(({ code }) => code === "total-row" || code === "row-nobody")
        .map(({ words: { zh } }) => [zh.includes("不读”，不用改表"), zh.includes("请删除")]);
    expect(words("Sheet1")).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(words()).toEqual([
      [false, true],
      [false, true],
    ]);
  });
});
