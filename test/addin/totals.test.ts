/** Lines of totals are no pupils, in a cell function and in a list that is sent; and a grade is read however it is written. */
import { describe, expect, test } from "vitest";
import { ATTAINMENT, BETWEENSCHOOLS, BORDERLINE, NEEDED, ONTARGET, RANKBANDS, SUMMARYBY, VALUEADDED } from "../../addin/functions.ts";
import { isTotal } from "../../shared/marks/totals.ts";
import { gradeOf } from "../../shared/tabulate/headers.ts";

const written = [
  "合计",
  "总 计",
  "1班平均",
  "班平均",
  "平均成绩",
  "县平均",
  "人均分",
  "优良率",
  "排名",
  "及格人数",
  "最高分",
  "Average",
  "total:",
  "满分",
  "总分",
  "均值",
  "方差",
  "备注",
  "备注：两人转走",
  "制表人：张三",
  "审核人",
];

test.each(written)("%s heads a line of totals", (text) => {
  expect(isTotal(text)).toBe(true);
});

test.each(["1班", "第一中学", "和平路小学", "平安小学", "均安中学", "备注小学", "满分班", "total war school", 85, null])(
  "%s does not",
  (text) => {
    expect(isTotal(text)).toBe(false);
  },
);

describe("a function refuses a line of totals and says where", () => {
  const groups = [["1班"], ["1班"], ["平均分"]];
  const marks = [[60], [80], [70]];
  test.each([
    ["SUMMARYBY", () => SUMMARYBY(groups, marks)],
    ["BETWEENSCHOOLS", () => BETWEENSCHOOLS(groups, marks)],
    ["VALUEADDED", () => VALUEADDED(groups, marks, marks)],
    ["RANKBANDS", () => RANKBANDS(groups, marks, [[1]])],
    ["BORDERLINE", () => BORDERLINE(groups, marks, 60, 5)],
    ["ATTAINMENT", () => ATTAINMENT(groups, marks)],
  ])("%s", (_, call) => {
    expect(call).toThrow(/row 3 is a total, not a pupil/);
  });
});

test.each([
  ["高三年级", 12],
  ["高一年级", 10],
  ["初中三年级", 9],
  ["初三", 9],
  ["九年级", 9],
  ["三年级", 3],
  [9, 9],
  ["2024级", undefined],
])("%s is grade %s", (text, grade) => {
  expect(gradeOf(text)).toBe(grade);
});

test("NEEDED reads its target as ONTARGET does: 55% + 5% is 60 %", () => {
  const marks = Array.from({ length: 25 }, (_, at) => [at < 15 ? 60 : 50]);
  expect([NEEDED(marks, 0.55 + 0.05), ONTARGET(15 / 25, 0.55 + 0.05)]).toEqual([0, true]);
});
