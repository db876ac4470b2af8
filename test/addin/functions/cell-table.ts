/** Cells as people really leave them in a score column, each with what it is. Written by hand; full mark 100. */
import type { Away } from "../../tools/columns.ts";

export const MARKS: readonly (readonly [cell: unknown, mark: number])[] = [
  ...[0, 1, 40, 59, 59.5, 59.9, 59.999999999, 60, 60.000000001, 85, 99.5, 99.99, 100].map((mark) => [mark, mark] as const),
  ...[0.1, 0.5, 33.3, 12.345, 1e-9, 5e-324, 66.66666666666667].map((mark) => [mark, mark] as const),
  [-0, 0],
  ["0", 0],
  ["-0", 0],
  ["00", 0],
  ["60", 60],
  ["060", 60],
  ["60.", 60],
  ["60.0", 60],
  ["60.50", 60.5],
  [".5", 0.5],
  ["0.1", 0.1],
  ["+60", 60],
  ["59.999999999", 59.999999999],
  ["100", 100],
  ["100.000", 100],
  [" 60", 60],
  ["60 ", 60],
  ["　60　", 60],
  ["\t60", 60],
  ["60\n", 60],
  ["60\r\n", 60],
  ["\u00a060\u00a0", 60],
  ["\ufeff60", 60],
  ["６０", 60],
  ["６０．５", 60.5],
  ["６０.５", 60.5],
  ["6０", 60],
  ["１００", 100],
  ["０", 0],
  ["＋６０", 60],
  ["　６０", 60],
  ["．５", 0.5],
];

export const STATES: readonly (readonly [cell: string, state: Away])[] = [
  ...["缺考", "缺", " 缺考", "缺考　", "absent", "Absent", "ABSENT", " absent ", "ａｂｓｅｎｔ"].map((cell) => [cell, "absent"] as const),
  ...["缓考", "缓", "　缓考", "deferred", "Deferred", "DEFERRED"].map((cell) => [cell, "deferred"] as const),
  ...["免考", "免", "免考 ", "exempt", "Exempt", "ＥＸＥＭＰＴ"].map((cell) => [cell, "exempt"] as const),
  ...["违纪", "作弊", "舞弊", " 违纪 ", "misconduct", "Cheating", "cheated"].map((cell) => [cell, "misconduct"] as const),
  ...["转出", "转学", "转出\n", "left", "Left", "transferred"].map((cell) => [cell, "left"] as const),
];

export const BLANKS: readonly unknown[] = [null, undefined, "", " ", "   ", "　", "　 　", "\t", "\n", "\r\n", "\u00a0", "\ufeff"];

/** Outside 0..100, with how the message names the mark. */
export const OUT_OF_RANGE: readonly (readonly [cell: unknown, says: RegExp])[] = [
  [-1, /-1 at row 3 is below 0/],
  [-0.5, /-0\.5 at row 3 is below 0/],
  [-1e308, /at row 3 is below 0/],
  [-5e-324, /at row 3 is below 0/],
  ["-1", /-1 at row 3 is below 0/],
  ["－１", /-1 at row 3 is below 0/],
  ["-60.5", /-60\.5 at row 3 is below 0/],
  [100.5, /100\.5 at row 3 is above the full mark 100/],
  [100.00000000000001, /at row 3 is above the full mark 100/],
  [101, /101 at row 3 is above the full mark 100/],
  [132, /132 at row 3 is above the full mark 100/],
  [45000, /45000 at row 3 is above/], // a date is a number in Excel
  [20250601, /20250601 at row 3 is above/],
  [1e308, /at row 3 is above/],
  ["101", /101 at row 3 is above/],
  ["１０１", /101 at row 3 is above/],
  ["132", /132 at row 3 is above/],
  ["99999", /99999 at row 3 is above/],
];

const texts = [
  ...["abc", "x", "A", "B+", "优", "良", "及格", "合格", "满分", "零", "〇", "六十", "Ⅲ", "N", "Y"],
  ...["分数", "成绩", "语文", "姓名", "合计", "平均分", "score", "mark"],
  ...["60分", "60 分", "约60", ">60", "≥60", "<60", "60+", "60-", "60?", "60*", "~60"],
  ...["60%", "６０％", "0.6%", "¥60", "$60"],
  ...["1e2", "1E2", "１ｅ２", "6e1", "0x3C", "0b11", "1_0"],
  ...["1,000", "60,5", "６０，５", "6 0", "6　0", "60 60", "60;70", "60/100", "3/5", "60:00", "60.5.1", "..5"],
  ...["-", "--", "—", "–", "−60", "+", ".", "-.", "+.", "+-1", "--1", "()", "(60)", "'60", '"60"', "=60", "=A1"],
  ...["2025-06-01", "2025/6/1", "6月1日", "12:30", "TRUE", "FALSE", "true", "false", "是", "否"],
  ...["NaN", "nan", "Infinity", "-Infinity", "∞", "null", "NULL", "undefined", "None", "NA", "N/A", "n/a"],
  ...["①", "6²", "⁶⁰", "₆₀", "5½", "½", "㊿", "⑴", "٦٠", "६०", "𝟼𝟶", "六0"],
  ...[
    "缺考?",
    "缺考了",
    "缺考、缓考",
    "未考",
    "未参考",
    "请假",
    "病假",
    "事假",
    "休学",
    "退学",
    "转入",
    "在籍",
    "abs",
    "abs.",
    "sat",
    "实考",
    "无",
    "0分缺考",
  ],
  ...["\u200b", "60\u200b", "\u2060", "\u0000", "9".repeat(400), "🙂", "a".repeat(50)],
];

const errors = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#BUSY!"];

/** Neither mark, nor state, nor blank. */
export const NO_SCORE: readonly unknown[] = [
  ...texts,
  ...errors,
  ...errors.slice(0, 3).map((code) => ({ code, message: "an error handed over as Excel's data type does" })),
  ...[true, false, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...[{}, [], [60], new Date(0), 60n, Symbol("60"), () => 60, Object.create(null)],
];
