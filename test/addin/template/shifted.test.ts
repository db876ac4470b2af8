/** Pupils that stand one column too far left or right: one sentence says so, and not a line for every mark and every pupil. */
import { expect, test } from "vitest";
import type { Handed } from "../../../shared/handin/handed.ts";
import { fill } from "../../tools/fill.ts";
import { emptyTemplate, exam, handIn, told } from "../../tools/templates.ts";

const NINE = "成绩 九年级";
const COLUMNS = "ABCDEFGHIJ";
type Cell = string | number | null;

/** 班级 学号 姓名, five marks, the earlier mark. */
const pupils = Array.from({ length: 24 }, (_, at): Cell[] => [
  ...[at < 12 ? "1班" : "2班", `20233708110${10 + at}`, `甲${"子丑寅卯辰巳午未申酉戌亥"[at % 12]}`],
  ...[90 + (at % 12), 85 + (at % 9), 70 + (at % 7), 60 + (at % 11), 50 + (at % 13), 88 - (at % 10)],
]);
const left = (row: readonly Cell[]): Cell[] => [...row.slice(1), null];
const right = (row: readonly Cell[]): Cell[] => [null, ...row];

const template = await emptyTemplate(exam, "S03");
function handed(rows: readonly (readonly Cell[])[]): Handed {
  const cells: Record<string, string | number> = {};
  for (const [at, row] of rows.entries())
    for (const [column, value] of row.entries()) if (value !== null) cells[`${COLUMNS[column]}${6 + at}`] = value;
  return handIn(fill(template, { [NINE]: cells }));
}
const errors = ({ findings }: Handed) => findings.filter(({ level }) => level === "error").map(({ code, cell }) => `${code} ${cell}`);

test("as they belong nothing is wrong", () => {
  expect(errors(handed(pupils))).toEqual([]);
});

test("one column too far left is one error that says where the block belongs, with no list of classes and no name", () => {
  const one = handed(pupils.map(left));
  expect([errors(one), one.body, one.counts]).toEqual([["columns-shifted A6"], null, []]);
  const words = one.findings.find(({ code }) => code === "columns-shifted")?.words.zh;
  expect(words).toMatch(/整块左移了一列.*“姓名”（C 列）里是分数.*把 A6 起的内容整块复制，从 B6 起“选择性粘贴—数值”，再填 A 列的班级/);
  expect(JSON.stringify(one.findings)).not.toMatch(/甲|20233708110/);
});

test("so it is without numbers, and with no earlier marks", () => {
  expect(errors(handed(pupils.map((row) => left(row.with(1, null)))))).toEqual(["columns-shifted A6"]);
  expect(errors(handed(pupils.map((row) => left(row.slice(0, 8)))))).toEqual(["columns-shifted A6"]);
});

test("one column too far right likewise", () => {
  const one = handed(pupils.map(right));
  expect(errors(one).filter((error) => !error.startsWith("content-beside"))).toEqual(["columns-shifted A6"]);
  expect(one.findings.find(({ code }) => code === "columns-shifted")?.words.zh).toMatch(/整块右移了一列.*把 B6 起的内容整块复制，从 A6 起/);
});

test("names in place of the classes are told first, before a mark that is none, and not listed as classes", () => {
  const one = handed(pupils.map((row, at) => row.with(0, row[2] === null ? null : `乙${at}`).with(3, at === 3 ? 130 : (row[3] ?? null))));
  expect([errors(one), one.counts.length]).toEqual([["class-each A5", "score-above-full D9"], 1]);
});

test("what may be right is not told so: pupils' numbers in the column of the names, a first subject that is not filled in, a few rows only", () => {
  const codes = (rows: readonly (readonly Cell[])[]) => told(handed(rows)).filter((one) => one.startsWith("columns-shifted"));
  expect(codes(pupils.map((row) => row.with(1, row[2] ?? null).with(2, row[1] ?? null)))).toEqual([]);
  expect(codes(pupils.map((row) => row.with(0, row[2] ?? null).with(2, 30)))).toEqual([]);
  expect(
    codes(
      pupils.map((row) =>
        row
          .with(1, row[0] ?? null)
          .with(0, null)
          .with(3, null),
      ),
    ),
  ).toEqual([]);
  expect(codes(pupils.slice(0, 9).map(left))).toEqual([]);
});
