/** Lists of which nothing can be read: the one finding says why, and what to do. */
import { describe, expect, test } from "vitest";
import { listsOf } from "../../addin/files/lists.ts";
import { readFile } from "../../addin/files/read.ts";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessIn, leadSheet, type Sheet, tabulate } from "../../shared/tabulate.ts";
import { withoutOpenpyxl, writtenBy } from "../tools/openpyxl.ts";

const paper = (subject: string, grade = 9): Paper => ({
  ...{ stage: "junior", grade, subject, full: 100, grid: 2, before: null },
  lines: { pass: null, excellent: null, low: null },
});
const papers = [paper("语文"), paper("数学"), paper("英语"), paper("物理")];
const HEAD = ["班级", "学号", "姓名", "语文", "数学", "英语", "物理"];
const pupils = Array.from({ length: 12 }, (_, at) => ["1班", `22${10 + at}`, `某${at}`, 60 + at, 70 - at, 50 + 2 * at, 40 + (at % 5)]);

/** Everything that is told, with the cell. */
function told(sheet: Sheet, others: readonly Paper[] = []): string[] {
  const exam = { name: "期末", papers: [...papers, ...others] };
  const { findings, slices } = withQuestions(tabulate(sheet, guessIn(sheet, papers), exam, { school: "S01", name: "第一中学" }));
  expect(slices).toEqual([]);
  return findings.map(({ code, cell, words }) => `${code} ${cell} ${words.zh}`);
}
const list = (...cells: unknown[][]): Sheet => ({ name: "成绩", top: 0, left: 0, cells });
const csv = (lines: readonly string[], encode: (text: string) => Uint8Array = (text) => new TextEncoder().encode(text)): Sheet => {
  const [only] = listsOf(readFile(encode(lines.join("\r\n")), undefined, "成绩.csv"), "成绩");
  return only as Sheet;
};
const joined = (separator: string) => pupils.map((row) => row.join(separator));

describe("a list without a mark says", () => {
  test("that its text is garbled, whichever way", () => {
    const asWestern = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
    const [utf8] = told(csv([asWestern(HEAD.join(",")), ...joined(",").map(asWestern)]));
    expect(utf8).toMatch(/^no-marks A1 文字成了乱码/);
    // 姓名, 语文 in GBK, read as a western text: D0 D5 C3 FB, D3 EF CE C4.
    expect(told(list(["ÐÕÃû", "ÓïÎÄ"], ["Öì", 90]))[0]).toMatch(/^no-marks A1 文字成了乱码/);
    expect(told(list(["��", "����"], ["��", 90]))[0]).toMatch(/^no-marks A1 文字成了乱码/);
    expect(told(list(["濮撳悕", "璇枃"], ["寮犱笁", 90]))[0]).toMatch(/^no-marks A1 文字成了乱码/);
    // A western name is none.
    expect(told(list(["名单"], ["Zoë Àlvarez"]))[0]).toMatch(/^no-marks A1 前 12 行里没有表头/);
  });

  test("that its headers, or its rows, stand in one cell", () => {
    const [heads, ...more] = told(csv([HEAD.join("\t"), ...joined(",")]));
    expect([heads, more]).toEqual([
      "no-marks A1 一整行的内容挤在这一格里，没有分成列：请在 Excel 或 WPS 里用“数据 → 分列”按分隔符分开（表头和各行用同一种分隔符），另存为 .xlsx 再选。",
      [],
    ]);
    expect(told(list(HEAD, ...joined(";").map((row) => [row]))).map((one) => one.slice(0, 20))).toEqual(["no-marks A2 一整行的内容挤在"]);
  });

  test("that a pupil has a row for every subject, once and not at every row", () => {
    const long = pupils.flatMap(([, number, name, chinese, maths]) => [
      ["1班", number, name, "语文", chinese],
      ["1班", number, name, "数学", maths],
    ]);
    const found = told(list(["九年级成绩"], ["班级", "学号", "姓名", "科目", "成绩"], ...long));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^no-marks A2 每名学生一科一行（“科目”“成绩”两列），要的是每名学生一行、每个学科一列：.*数据透视表/);
  });

  test("that its subjects are rows and its pupils columns, once", () => {
    const turned = HEAD.map((head, at) => [head, ...pupils.map((row) => row[at])]);
    for (const [cells, cell] of [
      [turned, "A4"],
      [[["九年级期末成绩"] as unknown[], ...turned], "A5"],
    ] as const) {
      const found = told(list(...cells));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(new RegExp(`^no-marks ${cell} 学科在行上、学生在列上.*选择性粘贴 → 转置`));
    }
  });

  test.skipIf(withoutOpenpyxl)("that the file has a hidden sheet, which is not read", () => {
    const bytes = writtenBy(`
book.active.title = '说明'
book.active.append(['见教务处'])
hidden = book.create_sheet('成绩')
hidden.sheet_state = 'hidden'
for row in [['姓名', '语文'], ['某', 90]]: hidden.append(row)
`);
    const lists = listsOf(readFile(bytes, undefined, "成绩.xlsx"), "成绩");
    const lead = lists.find(({ name }) => name === leadSheet(lists, null)) as Sheet;
    expect(told(lead)[0]).toMatch(/^no-marks A1 这张表里没有成绩，文件里还有隐藏的工作表“成绩”，隐藏的不读/);
  });

  test("that there are no headers, or none of a subject", () => {
    expect(told(list(["第一中学"], ...pupils))[0]).toMatch(/^no-marks A1 前 12 行里没有表头（姓名、学号、语文、数学、英语……）/);
    expect(told(list(["第一中学"], ["班级", "姓名", "总分"], ["1班", "某", 388]))[0]).toMatch(
      /^no-marks A2 表头（第 2 行）里没有这次考试的学科（语文、数学、英语……）/,
    );
  });
});

describe("a list of which no row is a pupil says", () => {
  const graded = (grade: unknown) => list(["年级", ...HEAD], ...pupils.map((row) => [grade, ...row]));

  test("what the column of grades holds, and what is asked", () => {
    expect(told(graded("八年级"))).toEqual([
      "no-pupils A1 “年级”一列写的是“八年级”，这次采集要的是九年级，没有一行是：拿错表的请换表；年级写错了的，请把这一列改成“九年级”。",
    ]);
    expect(told(graded(8), [paper("语文", 8)])[0]).toContain(
      "“年级”一列写的是“8”，现在读的是九年级，没有一行是：拿错表的请换表，选错年级的请改选",
    );
  });

  test("or the column of schools", () => {
    expect(told(list(["学校", ...HEAD], ...pupils.map((row) => ["第二小学", ...row])))[0]).toMatch(
      /^no-pupils A1 “学校”一列写的是“第二小学”，没有一行是第一中学/,
    );
  });
});
