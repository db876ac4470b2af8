import { describe, expect, test } from "vitest";
import { BALANCECHECK, DISPARITY } from "../../../addin/functions.ts";
import { body, col, records, refused } from "./ask.ts";

type Row = unknown[];
/** 1000 primary and 1000 junior pupils with exactly what is required. */
const primary = (school: string): Row => [school, "小学", 1000, 42, 10, 9, 4500, 7500, 2_000_000, 23];
const junior = (school: string): Row => [school, "初中", 1000, 53, 10, 9, 5800, 10_200, 2_500_000, 24];
const but = (row: Row, changed: Readonly<Record<number, unknown>>): Row => row.map((cell, at) => (at in changed ? changed[at] : cell));

describe("a row for each school and stage", () => {
  test("the whole spill of one school, by hand", () => {
    // One school alone does not differ from anybody: every 差异系数 is 0.
    expect(BALANCECHECK([but(primary("一小"), { 3: 40 })])).toEqual([
      [
        "学校",
        "学段",
        "学生数",
        "高于规定学历教师/百生",
        "县级以上骨干教师/百生",
        "体育艺术教师/百生",
        "生均教学及辅助用房㎡",
        "生均体育运动场馆㎡",
        "生均教学仪器设备元",
        "网络多媒体教室/百生",
        "达标项数",
        "余项底线（85%）",
        "判定",
        "说明",
      ],
      ["一小", "小学", 1000, 4, 1, 0.9, 4.5, 7.5, 2000, 2.3, 6, "高于规定学历教师数 4≥3.57", "达标", ""],
      ["差异系数（加权）", "小学", 1000, 0, 0, 0, 0, 0, 0, 0, "", "", "", "据此判定"],
      ["差异系数（不加权）", "小学", 1000, 0, 0, 0, 0, 0, 0, 0, "", "", "", "仅供对照"],
      ["标准", "小学", "", 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, "", "", "", "各项均应≤标准"],
      ["判定", "小学", "", ...Array.from({ length: 7 }, () => "达标"), 7, "", "达标", "1 所学校中 1 所达标；7 项差异系数中 7 项达标"],
    ]);
  });

  test("4.507 passes by the exact floor 4.505, and the 4.51 that tables print stands beside it", () => {
    const [school] = records(BALANCECHECK([["一中", "初中", 100_000, 4507, 1000, 900, 580_000, 1_020_000, 250_000_000, 2400]]));
    expect(school).toMatchObject({ 达标项数: 6, "余项底线（85%）": "高于规定学历教师数 4.507≥4.505（印作4.51）", 判定: "达标" });
  });

  test("a floor that is missed says so, and five of seven do not pass above their floors", () => {
    const rows = records(BALANCECHECK([but(primary("一小"), { 3: 35 }), but(primary("二小"), { 3: 41, 9: 22 }), primary("三小")]));
    expect(rows.slice(0, 3).map((one) => [one.达标项数, one["余项底线（85%）"], one.判定])).toEqual([
      [6, "高于规定学历教师数 3.5<3.57", "未达标"],
      [5, "高于规定学历教师数 4.1≥3.57；网络多媒体教室数 2.2≥1.955（印作1.96）", "未达标"],
      [7, "无余项", "达标"],
    ]);
    expect(rows.at(-1)).toMatchObject({ 判定: "未达标", 说明: "3 所学校中 1 所达标；7 项差异系数中 7 项达标" });
  });

  test("a value a hair under its floor is not rounded onto it", () => {
    // 3824.99 ㎡ over 1000 pupils is 3.82499, which three digits would show as 3.825.
    const [school] = records(BALANCECHECK([but(primary("一小"), { 6: 3824.99 })]));
    expect(school).toMatchObject({ "余项底线（85%）": "教学及辅助用房面积 3.82499<3.825（印作3.83）", 判定: "未达标" });
  });

  test("nor is a value a hair under what is required, beside the floor it is above", () => {
    // 4499.99 ㎡ over 1000 pupils is 4.49999, which three digits would show as the 4.5 that is asked for.
    const [school] = records(BALANCECHECK([but(primary("一小"), { 6: 4499.99 })]));
    expect(school).toMatchObject({ 达标项数: 6, "余项底线（85%）": "教学及辅助用房面积 4.49999≥3.825（印作3.83）", 判定: "达标" });
  });

  test("text numbers, full-width digits, English stages and rows wholly blank are read", () => {
    const typed = [["一小", "primary", "１０００", "42", 10, 9, 4500, " 7500", 2_000_000, 23], Array.from({ length: 10 }, () => null)];
    expect(BALANCECHECK(typed)).toEqual(BALANCECHECK([primary("一小")]));
  });
});

describe("the county's rows", () => {
  const books = [279, 137, 935, 160, 402];
  const pupils = [45, 37, 89, 76, 55];
  const table = pupils.map((n, at) => [`${at + 1}小`, "小学", n, n, n, n, n * 5, n * 8, n * 3000, books[at]]);

  test("the published example: 0.5153 by enrolment misses 0.50, the 0.4888 beside it would have passed", () => {
    const rows = body(BALANCECHECK(table)).slice(5);
    expect(rows.map((row) => row[0])).toEqual(["差异系数（加权）", "差异系数（不加权）", "标准", "判定"]);
    expect(Number(rows[0]?.[9]).toFixed(4)).toBe("0.5153");
    expect(Number(rows[1]?.[9]).toFixed(4)).toBe("0.4888");
    expect(rows[3]?.slice(8)).toEqual(["达标", "未达标", 6, "", "未达标", "5 所学校中 5 所达标；7 项差异系数中 6 项达标"]);
  });

  test("are what DISPARITY gives, to the bit", () => {
    const rows = body(BALANCECHECK(table)).slice(5);
    expect(rows[0]?.[9]).toBe(DISPARITY(col(...books), col(...pupils)));
    expect(rows[1]?.[9]).toBe(DISPARITY(col(...books), col(...pupils), false));
  });

  test("junior schools stand against 0.45, and each stage has its own four", () => {
    const rows = records(BALANCECHECK([junior("一中"), primary("一小")]));
    expect(rows.map((row) => [row.学校, row.学段])).toEqual([
      ["一中", "初中"],
      ["一小", "小学"],
      ...["小学", "初中"].flatMap((stage) => ["差异系数（加权）", "差异系数（不加权）", "标准", "判定"].map((name) => [name, stage])),
    ]);
    expect(rows.filter((row) => row.学校 === "标准").map((row) => row.生均教学仪器设备元)).toEqual([0.5, 0.45]);
  });
});

describe("a school of several stages", () => {
  test("shares what stands in one of its rows by 1 : 1.1: 23 226 ㎡ over 166 + 210 pupils, whose weight is 397", () => {
    const rows = records(
      BALANCECHECK([
        ["实验学校", "小学", 166, 7, 2, 2, 23226, 3970, 794_000, 9],
        ["实验学校", "初中", 210, 12, 3, 2, null, null, "", null],
      ]),
    );
    // 9711.627… ÷ 166 and 13514.372… ÷ 210.
    expect(rows[0]?.["生均教学及辅助用房㎡"]).toBe(23226 / 397);
    expect(rows[1]?.["生均教学及辅助用房㎡"]).toBeCloseTo(5365206 / 397 / 210, 12);
    expect(rows[1]?.["高于规定学历教师/百生"]).toBe(1200 / 210);
    expect(rows[0]?.说明).toMatch(/1 : 1\.1 : 1\.32.*2017年文本未重述，沿用/);
  });

  test("with its own amounts in each row is taken as it is given", () => {
    const rows = records(BALANCECHECK([primary("实验学校"), junior("实验学校")]));
    expect(rows.slice(0, 2).map((row) => [row.达标项数, row.说明])).toEqual([
      [7, ""],
      [7, ""],
    ]);
  });

  test("the senior part of a 完全中学 takes its share, 1.2 each, and has no row of its own", () => {
    const rows = records(
      BALANCECHECK([
        ["二中", "初中", 600, 36, 6, 6, 12_000, 20_400, 5_000_000, 48],
        ["二中", "高中", 500, null, null, null, null, null, null, null],
      ]),
    );
    expect(rows.map((row) => row.学段)).toEqual(["初中", "初中", "初中", "初中", "初中"]);
    expect(rows[0]?.["生均教学及辅助用房㎡"]).toBe(10);
  });
});

describe("refuses, naming row and column", () => {
  const twice = [primary("一小"), primary("一小")];
  test.each<[string, unknown[][], RegExp]>([
    [
      "no pupils",
      [but(primary("一小"), { 2: 0 })],
      /^table：区域内第 1 行（一小）学生数为 0，无法求生均值。 table: row 1 \(一小\) has 0 pupils/,
    ],
    ["a blank number of pupils", [primary("一小"), but(primary("二小"), { 2: null })], /table: row 2 \(二小\) has no number of pupils/],
    ["a part of a pupil", [but(primary("一小"), { 2: 99.5 })], /99\.5 at row 1, column 3 \(pupils\) must be a whole number/],
    ["half a teacher", [but(primary("一小"), { 4: 9.5 })], /“县级以上骨干教师数”的 9\.5 应是整数.* row 1, column 5 \(backbone teachers/],
    ["a blank amount", [but(primary("一小"), { 6: null })], /第 1 行第 7 列“教学及辅助用房面积”是空的：没有请填 0.* write 0 for none/],
    ["a negative amount", [but(primary("一小"), { 7: -1 })], /-1 at row 1, column 8 \(sports area\) is below 0/],
    ["text for an amount", [but(primary("一小"), { 7: "约7500" })], /“约7500” at row 1, column 8 \(sports area\) is not a number/],
    ["an error value", [but(primary("一小"), { 7: "#DIV/0!" })], /“#DIV\/0!” at row 1, column 8/],
    ["万元 for 元", [but(primary("一小"), { 8: 200 })], /第 1 行第 9 列.*不到 10 元：看来是按万元填的.* write yuan \(×10000\)/],
    ["a stage there is none of", [but(primary("一小"), { 1: "幼儿园" })], /“幼儿园” at row 1, column 2 must be primary, junior or senior/],
    ["several stages in a cell", [but(primary("一小"), { 1: "九年一贯制" })], /每个学段一行.* give each a row \(primary, junior, senior\)/],
    ["no name", [but(primary("一小"), { 0: "" })], /row 1, column 1 has no school/],
    ["an error for a name", [but(primary("一小"), { 0: "#REF!" })], /“#REF!” at row 1, column 1 is not the name of a school/],
    ["a stage twice", twice, /第 2 行：一小的这个学段已有一行.* row 2: this stage of 一小 has a row already/],
    ["a senior school", [but(junior("一中"), { 1: "高中" })], /row 1: 一中 has senior pupils only/],
    ["a total", [primary("一小"), but(primary("合计"), {})], /row 2 is a total, not a school/],
    [
      "a header",
      [["学校", "学段", "学生数", "a", "b", "c", "d", "e", "f", "g"], primary("一小")],
      /row 1 is a header: start the range one row below/,
    ],
    ["nine columns", [primary("一小").slice(0, 9)], /要 10 列：学校、学段、学生数.* the table takes 10 columns .* not 9/],
    ["nothing but blanks", [Array.from({ length: 10 }, () => null)], /there are no schools/],
    [
      "three of four shared amounts blank",
      [primary("实验学校"), but(junior("实验学校"), { 6: null, 7: null, 8: null })],
      /第 2 行第 7 列“教学及辅助用房面积”是空的：共用的四项.* give the four shared amounts in one row/,
    ],
    [
      "a blank teacher in a shared school",
      [primary("实验学校"), but(junior("实验学校"), { 3: null, 6: null, 7: null, 8: null, 9: null })],
      /row 2, column 4 \(teachers above the required degree\) is blank: write 0 for none/,
    ],
  ])("%s", (_, table, says) => {
    expect(refused(() => BALANCECHECK(table))).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });

  test("no table", () => {
    expect(refused(() => BALANCECHECK(null as never))).toEqual({
      code: "#VALUE!",
      message: expect.stringMatching(/table: select a range/),
    });
  });
});
