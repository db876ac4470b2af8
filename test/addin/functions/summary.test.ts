import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SUMMARY, SUMMARYBY } from "../../../addin/functions.ts";
import { asRange, column, type Known } from "../../tools/columns.ts";
import { digits, isNearest } from "../../tools/fractions.ts";
import { naiveLines, naiveStates, naiveSummary } from "../../tools/naive.ts";
import { body, col, OMITTED, records, refused } from "./ask.ts";

const HEADER = "应考 实考 缺考 缓考 免考 违纪 转出 平均分 标准差 最高分 最低分 中位数 及格率 优秀率 低分率 满分 及格线 优秀线 低分线".split(
  " ",
);

describe("the summary of one column", () => {
  test("has the bulletin's columns in their order, then the full mark and the lines used", () => {
    const [header, row] = SUMMARY(col(2, 4, 4, 4, 5, 5, 7, 9, "缺考", "缓考", "免考", "违纪", "转出", null), 10);
    expect(header).toEqual(HEADER);
    expect(row).toEqual([12, 8, 1, 1, 1, 1, 1, 5, 2, 9, 2, 4.5, 0.25, 0.125, 0.125, 10, 6, 8.5, 4]);
  });

  test("counts nobody where nobody sat and leaves the figures empty", () => {
    const [row = []] = body(SUMMARY(col("缺考", "缺考", "转出", null)));
    expect(row.slice(0, 7)).toEqual([2, 0, 2, 0, 0, 0, 1]);
    expect(row.slice(7, 15)).toEqual(Array(8).fill(""));
    expect(row.slice(15)).toEqual([100, 60, 85, 40]);
    expect(body(SUMMARY([]))[0]?.slice(0, 15)).toEqual([...Array(7).fill(0), ...Array(8).fill("")]);
  });

  test("one pupil deviates by 0 and is the highest, the lowest and the middle", () => {
    expect(records(SUMMARY(col(59.9)))[0]).toMatchObject({ 平均分: 59.9, 标准差: 0, 最高分: 59.9, 最低分: 59.9, 中位数: 59.9 });
  });

  test("takes three lines across or down, each left blank keeping its default", () => {
    expect(records(SUMMARY(col(70), 100, [[70, 90, 30]]))[0]).toMatchObject({ 及格线: 70, 优秀线: 90, 低分线: 30 });
    expect(records(SUMMARY(col(70), 100, [[70], [null], [""]]))[0]).toMatchObject({ 及格线: 70, 优秀线: 85, 低分线: 40 });
  });

  test.each(OMITTED.map((left) => [left]))("left out as %j the full mark is 100 and the lines are its shares", (left) => {
    expect(SUMMARY(col(1, 2), left, left as never)).toEqual(SUMMARY(col(1, 2), 100));
  });

  test("refuses two lines, a share for a line and a line above full", () => {
    expect(refused(() => SUMMARY(col(1), 100, [[60, 85]])).message).toMatch(/lines: give three lines/);
    expect(refused(() => SUMMARY(col(1), 100, [[60, 0.85, 40]])).message).toMatch(/lines: the excellent line 0\.85 looks like a share/);
    expect(refused(() => SUMMARY(col(1), 100, [[60, 85, 140]])).message).toMatch(/lines: the low line 140 is not between/);
    expect(refused(() => SUMMARY(col(1), 100, [["x", 85, 40]]))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/lines: .*“x”/),
    });
  });

  test("a mark above the full mark says which argument gives it", () => {
    expect(refused(() => SUMMARY(col(120))).message).toMatch(/give the full mark as the second argument/);
    expect(refused(() => SUMMARYBY(col("a"), col(120))).message).toMatch(/give the full mark as the third argument/);
  });
});

describe("the summary by class or school", () => {
  const groups = col("2班", "1班", "2班", "１班 ", null, "3班");
  const scores = col(60, 90, 50, 80, null, "缺考");

  test("has a row per group in order of first appearance, then the total of all pupils", () => {
    const rows = records(SUMMARYBY(groups, scores));
    expect(rows.map((row) => [row.分组, row.应考, row.实考, row.平均分, row.及格率])).toEqual([
      ["2班", 2, 2, 55, 0.5],
      ["1班", 2, 2, 85, 1],
      ["3班", 1, 0, "", ""],
      ["合计", 5, 4, 70, 0.75],
    ]);
  });

  test("pools the total from the pupils: the mean of class rates would be another number", () => {
    const [, ...rates] = records(SUMMARYBY(col("a", "b", "b", "b"), col(100, 0, 0, 60))).map((row) => row.及格率);
    expect(rates[rates.length - 1]).toBe(0.5);
  });

  test("keeps a class named by a number a number, and joins it with the same text", () => {
    expect(body(SUMMARYBY(col(1, "1", "１", 2), col(1, 2, 3, 4))).map((row) => row[0])).toEqual([1, 2, "合计"]);
  });

  test("has the header 分组 and is the summary of each group", () => {
    const [header, first] = SUMMARYBY(groups, scores, 100);
    expect(header).toEqual(["分组", ...HEADER]);
    expect(first?.slice(1)).toEqual(SUMMARY(col(60, 50))[1]);
  });

  test("skips rows that are wholly blank and refuses a score without a group", () => {
    expect(refused(() => SUMMARYBY(col("a", null, "a"), col(1, 2, 3)))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^groups：区域内第 2 行.*groups: row 2 has a score but no school or class/),
    });
  });

  test("refuses a total among the pupils, an error for a group, two columns and unequal ranges", () => {
    expect(refused(() => SUMMARYBY(col("a", "合计"), col(1, 2))).message).toMatch(/groups: row 2 is a total/);
    expect(refused(() => SUMMARYBY(col("a", "#N/A"), col(1, 2))).message).toMatch(/groups: .* at row 2 is not the name/);
    expect(refused(() => SUMMARYBY(col("a", true), col(1, 2))).message).toMatch(/groups: true at row 2 is not the name/);
    expect(
      refused(() =>
        SUMMARYBY(
          [
            ["a", "b"],
            ["c", "d"],
          ],
          col(1, 2),
        ),
      ).message,
    ).toMatch(/groups: select one column/);
    expect(
      refused(() =>
        SUMMARYBY(col("a", "b"), [
          [1, 2],
          [3, 4],
        ]),
      ).message,
    ).toMatch(/scores: select one column/);
    expect(refused(() => SUMMARYBY(col("a", "b"), col(1))).message).toMatch(/groups has 2 rows and scores has 1/);
  });

  test("names that are properties of every object are names like any other", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    expect(body(SUMMARYBY(col(...names), col(1, 2, 3, 4))).map((row) => row[0])).toEqual([...names, "合计"]);
  });
});

/** A row of the table against the naive engine: counts equal, reals rounded once, the deviation to 15 digits. */
function agrees(row: unknown[], cells: readonly Known[], full: number): void {
  expect(row.slice(0, 7)).toEqual(naiveStates(cells));
  naiveSummary(cells, naiveLines(full)).forEach((exact, at) => {
    const found = row[7 + at];
    if (exact === undefined) expect(found).toBe("");
    else if (at !== 1) expect(isNearest(found as number, exact), `${HEADER[7 + at]} ${found}`).toBe(true);
    else if (exact.top === 0n) expect(found).toBe(0);
    else expect(digits(found as number, exact.root())).toBeGreaterThanOrEqual(15);
  });
}

test("any column is summed up as the naive engine does", () => {
  fc.assert(
    fc.property(column(), ({ full, cells }) => agrees(body(SUMMARY(asRange(cells), full))[0] ?? [], cells, full)),
    { numRuns: 1000 },
  );
});

test("any column with any groups is summed up group by group", () => {
  const grouped = column(40).chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.array(fc.constantFrom<string | number>("一班", "二班", 3, "4班"), {
        minLength: given.cells.length,
        maxLength: given.cells.length,
      }),
    ),
  );
  fc.assert(
    fc.property(grouped, ([{ full, cells }, groups]) => {
      const rows = body(SUMMARYBY(col(...groups), asRange(cells), full));
      const order = [...new Set(groups)];
      expect(rows.map((row) => row[0])).toEqual([...order, "合计"]);
      rows.forEach((row, at) => {
        agrees(row.slice(1), at < order.length ? cells.filter((_, pupil) => groups[pupil] === order[at]) : cells, full);
      });
    }),
    { numRuns: 500 },
  );
});
