import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EFFECTIVELINE } from "../../../addin/functions.ts";
import { col, records, refused } from "./ask.ts";

/** Totals of ten pupils and their marks in mathematics. Four reach 450. */
const TOTALS = col(520, 500, 480, 450, 449, 430, 420, 400, 380, 300);
const MATHS = col(110, 80, 105, 90, 100, 95, 70, 60, 50, 40);

describe("a line of the total becomes a line of the subject", () => {
  // In mathematics from the top: 110 105 100 95 90 ... The fourth has 95; of those four, 110 and 105 reach 450 too.
  test("by hand: the mark of the fourth pupil, two of four hit", () => {
    expect(records(EFFECTIVELINE(TOTALS, MATHS, 450))).toEqual([
      {
        总分线: 450,
        学科有效分: 95,
        总分上线人数: 4,
        单科上线人数: 4,
        双上线人数: 2,
        "命中率（占单科上线）": 0.5,
        "贡献率（占总分上线）": 0.5,
        总分上线单科未上: 2,
        单科上线总分未上: 2,
        参与人数: 10,
        缺一项未计人数: 0,
        方法: expect.stringMatching(/^等位法/),
      },
    ]);
  });

  test("ties at the line are all in, and then the two rates have two denominators", () => {
    // Three reach 450. 100 90 90 90 80: the third has 90, which four reach; 100, 90, 90 of the first three hit.
    const [row] = records(EFFECTIVELINE(col(500, 480, 450, 400, 390), col(100, 90, 90, 90, 80), 450));
    expect(row).toMatchObject({ 学科有效分: 90, 总分上线人数: 3, 单科上线人数: 4, 双上线人数: 3 });
    expect(row).toMatchObject({ "命中率（占单科上线）": 3 / 4, "贡献率（占总分上线）": 1 });
  });

  test("who lacks a mark stands on neither side: counted apart; blank rows and 转出 are nobody", () => {
    const totals = col(500, 480, "缺考", 470, null, 300, null);
    const maths = col(100, "缺考", 99, null, null, 50, "转出");
    expect(records(EFFECTIVELINE(totals, maths, 450))[0]).toMatchObject({
      学科有效分: 100,
      总分上线人数: 1,
      参与人数: 2,
      缺一项未计人数: 3,
    });
  });
});

describe("laws", () => {
  const pupils = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 60 });
  const rowOf = (list: [number, number][], line: number) =>
    records(EFFECTIVELINE(col(...list.map(([total]) => total)), col(...list.map(([, mark]) => mark)), line))[0] as Record<string, number>;

  test("no higher mark would let in as many as reach the total line, and the line itself does", () => {
    fc.assert(
      fc.property(pupils, (list) => {
        const totalLine = list[0]?.[0] as number;
        const { 学科有效分: line = 0, 单科上线人数: subject, 总分上线人数: total = 0, 双上线人数: both } = rowOf(list, totalLine);
        const reach = (mark: number) => list.filter(([, own]) => own >= mark).length;
        expect(total).toBe(list.filter(([own]) => own >= totalLine).length);
        expect(subject).toBe(reach(line));
        expect(reach(line)).toBeGreaterThanOrEqual(total);
        expect(reach(line + 1)).toBeLessThan(total);
        expect(both).toBe(list.filter(([own, mark]) => own >= totalLine && mark >= line).length);
      }),
    );
  });

  test("a subject that orders the pupils as the total does is hit by all", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 }), (list) => {
        const row = rowOf(
          list.map((total) => [total, total / 2]),
          list[0] as number,
        );
        expect([row["命中率（占单科上线）"], row["贡献率（占总分上线）"]]).toEqual([1, 1]);
      }),
    );
  });
});

describe("refuses", () => {
  test("a line that nobody reaches: there is no such subject line", () => {
    expect(refused(() => EFFECTIVELINE(TOTALS, MATHS, 521))).toEqual({
      code: "#N/A",
      message: expect.stringMatching(/^没有学生达到总分线 521.* nobody reaches the total line 521/),
    });
  });

  test("nobody with both marks", () => {
    expect(refused(() => EFFECTIVELINE(col(500, null), col("缺考", null), 450)).code).toBe("#DIV/0!");
  });

  test.each<[string, () => unknown, RegExp]>([
    ["no line", () => EFFECTIVELINE(TOTALS, MATHS, null), /line: give a number/],
    ["a share for a line", () => EFFECTIVELINE(TOTALS, MATHS, 0.6), /line: 0\.6 looks like a share/],
    ["columns of two lengths", () => EFFECTIVELINE(TOTALS, col(1), 450), /totals has 10 rows and subject has 1/],
    ["a negative total", () => EFFECTIVELINE(col(-1), col(1), 450), /totals: -1 at row 1 is below 0/],
    ["a negative mark", () => EFFECTIVELINE(col(1), col(-1), 450), /subject: -1 at row 1 is below 0/],
  ])("%s", (_, ask, says) => {
    expect(refused(ask)).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });
});
