/** Cells with QUALITY formulas against the pane's own values: blanks handed over as 0 are found, and a way round them is offered. */
import { describe, expect, test } from "vitest";
import { metadataOf } from "../../addin/build/metadata.ts";
import * as functions from "../../addin/functions.ts";
import { type Checkable, compareFormulas, type FormulaReport } from "../../addin/pane/formulas/compare.ts";
import { callsQuality, readCall } from "../../addin/pane/formulas/parse.ts";
import { excelWorkbook } from "../../addin/workbook.ts";
import { type FakeSheet, installExcel } from "./fake-excel.ts";

const known = new Map(
  (await metadataOf()).functions.map(({ id, parameters }): [string, Checkable] => [
    id,
    {
      run: (functions as unknown as Record<string, Checkable["run"]>)[id] as Checkable["run"],
      parameters: parameters.map(({ name, dimensionality, repeating }) => ({
        ...{ name, matrix: dimensionality === "matrix", repeating: repeating === true },
      })),
    },
  ]),
);
const never = new AbortController().signal;

/** Fifty pupils in B2:B51 of 成绩: 32 pass, 17 do not, one is blank. */
const marks = (): FakeSheet => ({
  name: "成绩",
  cells: [
    ["班级", "语文"],
    ...Array.from({ length: 50 }, (_, at) => [`${1 + (at % 2)}班`, at === 49 ? "" : at < 32 ? 60 + (at % 40) : 50]),
  ],
});
/** A sheet of formulas in D, by row, with what they show. */
function report(
  formulas: readonly (readonly [string, string | number | boolean])[],
  more: FakeSheet[] = [],
): Promise<FormulaReport | null> {
  const sheet = marks();
  sheet.results = {};
  formulas.forEach(([formula, shown], at) => {
    const row = sheet.cells[at] as (string | number | boolean)[];
    row[2] = "";
    row[3] = formula;
    Object.assign(sheet.results as object, { [`D${at + 1}`]: shown });
  });
  installExcel({ sheets: [sheet, ...more] });
  return compareFormulas(excelWorkbook(), known, () => undefined, never);
}

/** 差异系数 of the published example by its definition: population deviation of the amounts per pupil over their mean. */
const quotients = [279 / 45, 137 / 37, 935 / 89, 160 / 76, 402 / 55];
const mean = quotients.reduce((sum, one) => sum + one) / 5;
const unweighted = Math.sqrt(quotients.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5) / mean;

test("a blank handed over as 0 is found: both numbers, the reason, and two formulas that are right in every Excel", async () => {
  expect(await report([["=QUALITY.PASSRATE(B2:B51)", 0.64]])).toEqual({
    sheet: "成绩",
    same: 0,
    unchecked: [],
    differing: [
      {
        ...{ cell: "D1", at: "D1", formula: "=QUALITY.PASSRATE(B2:B51)", shown: 0.64, expected: 32 / 49, zeros: true },
        instead: ['=QUALITY.PASSRATE(B2:B51&"")', "=QUALITY.PASSRATE(B2:B51,,,COUNT(B2:B51))"],
      },
    ],
  });
});

test("the formulas that are offered give the pane's number although blanks come as 0", async () => {
  const offered = (await report([["=QUALITY.PASSRATE(B2:B51)", 0.64]]))?.differing[0]?.instead ?? [];
  const shown = (await report(offered.map((formula) => [formula, 32 / 49] as const))) as FormulaReport;
  expect([shown.same, shown.differing, shown.unchecked]).toEqual([2, [], []]);
});

describe("what is computed again", () => {
  test.each([
    ["the other spelling, of a file saved without the add-in", "=_xldudf_QUALITY_PASSRATE(B2:B51)", 32 / 49],
    ["lines, full mark, percent and spaces", "= QUALITY.PASSRATE( $B$2:$B$51 , 60 , 100 )", 32 / 49],
    ["another sheet, whole columns", "=QUALITY.PASSRATE('期末 卷'!B:B)", 0.5],
    ["a constant table and a truth", "=QUALITY.DISPARITY({279;137;935;160;402},{45;37;89;76;55},FALSE)", unweighted],
    ["an indicator by its inputs", '=QUALITY.INDICATOR("exam.pass@1",B2:B51)', 32 / 49],
    ["a verdict", "=QUALITY.ONTARGET(90%,0.9)", true],
    ["an error, by its code", "=QUALITY.PASSRATE(A1:A2)", "#VALUE!"],
  ])("%s", async (_, formula, shown) => {
    const exam: FakeSheet = {
      name: "期末 卷",
      cells: [
        ["", 60],
        ["", 59.5],
      ],
    };
    const found = (await report([[formula, shown]], [exam])) as FormulaReport;
    expect([found.same, found.differing, found.unchecked]).toEqual([1, [], []]);
  });

  test("a table that spills is held cell by cell, and is one formula", async () => {
    const sheet = marks();
    const formula = "=QUALITY.BANDS(B2:B51,50)";
    // 60 to 91 are 32, 50 are 17: of 49 who sat.
    const table = [
      ["分数段", "人数", "占实考比", "累计占比"],
      ["[50,100]", 49, 1, 1],
    ];
    installExcel({ sheets: [sheet] });
    const own = (known.get("BANDS") as Checkable).run as (...given: unknown[]) => unknown[][];
    const expected = own(
      sheet.cells.slice(1).map((row) => [row[1] === "" ? null : row[1]]),
      50,
    );
    expect(expected.flat()).toContain(table[1]?.[1]);
    sheet.results = {};
    expected.forEach((row, down) => {
      row.forEach((value, across) => {
        const line = sheet.cells[down] as (string | number | boolean)[];
        line[2] = "";
        line[3 + across] = formula;
        Object.assign(sheet.results as object, { [`${"DEFG"[across]}${down + 1}`]: value });
      });
    });
    const check = () => compareFormulas(excelWorkbook(), known, () => undefined, never);
    expect(await check()).toMatchObject({ same: 1, differing: [] });
    Object.assign(sheet.results, { E2: 48 });
    expect(await check()).toMatchObject({
      same: 0,
      differing: [{ cell: "D1", at: "E2", shown: 48, expected: 49, zeros: false, instead: [] }],
    });
  });
});

test("what cannot be computed again is told, cell by cell, and is no difference", async () => {
  const found = (await report([
    ["=ROUND(QUALITY.PASSRATE(B2:B51),2)", 0.64],
    ["=QUALITY.PASSRATE(B2:B51)*100", 64],
    ["=QUALITY.PASSRATE(OFFSET(B2,0,0,50,1))", 0.64],
    ["=QUALITY.PASSRATE(没有!B2:B51)", 0.64],
    ["=QUALITY.NONESUCH(B2)", 0.64],
    ["=QUALITY.PASSRATE(B2:B51)", "#NAME?"],
    ['="QUALITY.PASSRATE(B2)"', "QUALITY.PASSRATE(B2)"],
    ["=SUM(B2:B51)", 1],
  ])) as FormulaReport;
  expect([found.same, found.differing]).toEqual([0, []]);
  expect(found.unchecked.map(({ cell, why }) => `${cell} ${why.zh}`)).toEqual([
    "D1 QUALITY 函数只是公式的一部分",
    "D2 QUALITY 函数只是公式的一部分",
    "D3 参数 OFFSET(B2,0,0,50,1) 不是单元格也不是常量",
    "D4 没有名为“没有”的工作表。",
    "D5 没有 QUALITY.NONESUCH 这个函数",
    "D6 单元格没有算出结果（#NAME?）",
  ]);
});

test("another difference has no reason to tell, and a check can be broken off", async () => {
  const found = await report([["=QUALITY.PASSRATE(B2:B51)", 0.9]]);
  expect(found?.differing[0]).toMatchObject({ zeros: false, instead: [] });
  expect(await compareFormulas(excelWorkbook(), known, () => undefined, AbortSignal.abort())).toBeNull();
});

test("a formula is read as Excel reads it", () => {
  expect(callsQuality("='QUALITY.PASSRATE(x'!A1")).toBe(false);
  expect(readCall('=quality.rankbands(A1:A2,B1:B2,{50,"a;b";TRUE,-1})')).toMatchObject({
    id: "RANKBANDS",
    arguments: [
      { is: "cells", reference: { range: "A1:A2" }, text: false },
      { is: "cells" },
      {
        is: "array",
        cells: [
          [50, "a;b"],
          [true, -1],
        ],
      },
    ],
  });
  expect(readCall("=QUALITY.PASSRATE('a,b)''c'!B2:B3,,100)")).toMatchObject({
    arguments: [{ reference: { sheet: "a,b)'c" } }, { is: "omitted" }, { is: "constant", value: 100 }],
  });
});
