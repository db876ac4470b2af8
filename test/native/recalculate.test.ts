/** LibreOffice computes what arithmetic says, from files whose cached values are wrong: so it can judge the native formulas. */
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { withoutLibreOffice } from "../tools/libreoffice.ts";
import { type CalculatedSheet, type Computed, recalculate, stale, workbookOf } from "../tools/recalculate.ts";

/** Ten cells of a class: seven sat (60 and 59.5 on both sides of the line), two absent, one blank. */
const scores = [["成绩"], [60], [59.5], [100], ["缺考"], [0], [null], [85], [84.5], ["缺考"], [39]];

/** Each formula over the scores, and what it is by hand. */
const onScores: [string, Computed][] = [
  ['COUNTIFS(A2:A11,">=60")', 4], // 60 100 85 84.5
  ['COUNTIFS(A2:A11,">=60",A2:A11,"<85")', 2], // 60 84.5
  ['COUNTIF(A2:A11,"缺考")', 2],
  ['COUNTIF(A2:A11,">="&A4*60%)', 4], // the line is 60 % of 100
  ["COUNT(A2:A11)", 7],
  ["COUNTA(A2:A11)", 9],
  ["COUNTBLANK(A2:A11)", 1],
  ["SUMPRODUCT((A2:A11<40)*ISNUMBER(A2:A11))", 2], // 0 39
  ["AVERAGE(A2:A11)", 428 / 7], // 60 + 59.5 + 100 + 0 + 85 + 84.5 + 39 = 428
  ["MIN(A2:A11)", 0],
  ["MAX(A2:A11)", 100],
  ['=COUNTIFS(A2:A11,">=60")/COUNT(A2:A11)', 4 / 7],
  ['IF(A2>=60,"合格","不合格")', "合格"],
  ['IF(A3>=60,"合格","不合格")', "不合格"],
  ['IF(A2>=60,"","不合格")', ""],
  ["A2>=60", true],
  ["A3>=60", false],
  ["1/A6", "#DIV/0!"],
  ["AVERAGE(A5)", "#DIV/0!"],
  ['MATCH("缓考",A2:A11,0)', "#N/A"],
  ["A5+1", "#VALUE!"],
  ["QUALITY.PASSRATE(A2:A11)", "#NAME?"],
];

/** Rows of sixty numbers, to have hundreds of formulas: row n counts from n on. */
const many = Array.from({ length: 60 }, (_, row) => Array.from({ length: 5 }, (_, column) => row + column));

const sheets: CalculatedSheet[] = [
  { name: "期末 成绩", cells: scores, formulas: onScores.map(([formula]) => formula) },
  { name: "目标", cells: [[0.5]], formulas: ["COUNTIF('期末 成绩'!A2:A11,\">=60\")/COUNT('期末 成绩'!A2:A11)>=A1"] },
  { cells: [], formulas: ["1/3", "2^53-1", "1/3=Sheet4!A1", 'IF(Sheet4!A1<0.34,"是","否")'] },
  { cells: [[1 / 3, "", null]], formulas: ["A1", "ISTEXT(B1)", "ISTEXT(C1)", "COUNTA(A1:C1)", "LEN(B1)"] },
  { cells: [["甲"], ["乙"], ["丙"]], formulas: ['A1&"校"', 'A2&"校"', 'A3&"校"'] },
  ...many.map((row) => ({
    cells: [row],
    formulas: ["SUM(A1:E1)", "MAX(A1:E1)", 'COUNTIF(A1:E1,">=30")', 'IF(A1>=30,"够","不够")', 'IF(E1>=30,"够","不够")'],
  })),
];

describe.skipIf(withoutLibreOffice)("LibreOffice", () => {
  let results: Computed[][];
  beforeAll(async () => {
    results = await recalculate(sheets);
  });

  test.each(onScores.map(([formula, expected], at) => ({ formula, expected, at })))("$formula is $expected", ({ expected, at }) => {
    expect(results[0]?.[at]).toBe(expected);
  });

  test("reads sheets with Chinese names and a blank in them", () => {
    expect(results[1]).toEqual([true]); // 4 of 7 against 0.5
  });

  test("numbers come and go with all their bits", () => {
    expect(results[2]).toEqual([1 / 3, 2 ** 53 - 1, true, "是"]);
    expect(results[3]?.[0]).toBe(1 / 3);
  });

  test("an empty text is a text, a blank cell is none", () => {
    expect(results[3]?.slice(1)).toEqual([true, false, 2, 0]);
  });

  test("alike formulas below each other each give their text", () => {
    expect(results[4]).toEqual(["甲校", "乙校", "丙校"]);
  });

  test("one start computes the formulas of many sheets, each on its own cells", () => {
    const enough = (it: boolean) => (it ? "够" : "不够");
    const expected = many.map((_, n) => {
      const reached = Math.min(5, Math.max(0, n + 4 - 30 + 1)); // of n, n + 1, … n + 4
      return [5 * n + 10, n + 4, reached, enough(n >= 30), enough(n + 4 >= 30)];
    });
    expect(results.slice(5)).toEqual(expected);
  });

  test("a wrong cached value is replaced", async () => {
    const sheet = { cells: [[2], [3]], formulas: ["A1+A2", "A1*A2"] };
    const [written] = (await readXlsx(await workbookOf([sheet]))).sheets;
    const cached = written?.rows.flat().filter((value) => value !== null && value !== 2 && value !== 3);
    expect(cached).toEqual([stale, stale, stale, stale]);
    expect(await recalculate([sheet])).toEqual([[5, 6]]);
  });

  test("a date is refused, and so are cells where the formulas stand", async () => {
    await expect(recalculate([{ cells: [], formulas: ["DATE(2026,11,22)"] }])).rejects.toThrow("DATE(2026,11,22)");
    await expect(recalculate([{ cells: [Array(255).fill(1)], formulas: [] }])).rejects.toThrow("IU");
  });
});
