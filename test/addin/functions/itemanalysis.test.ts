import fc from "fast-check";
import { sampleCorrelation, standardDeviation, sum } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { ITEMANALYSIS } from "../../../addin/functions.ts";
import { Fraction, isNearest, squares, total } from "../../tools/fractions.ts";
import { body, records, refused } from "./ask.ts";

const RATE = "得分率（难度P）";
const DISCRIMINATION = "区分度（27%）";
const REST = "题与其余总分相关";
const ALPHA = "信度α（小题为删题后）";

/**
 * Law School Admission Test, section 6: five items, 1000 persons, by pattern of answers (Bock and Lieberman 1970, "Fitting a response
 * model for n dichotomously scored items", table 1).
 */
const LSAT6: Record<string, number> = {
  ...{ "00000": 3, "00001": 6, "00010": 2, "00011": 11, "00100": 1, "00101": 1, "00110": 3, "00111": 4 },
  ...{ "01000": 1, "01001": 8, "01011": 16, "01101": 3, "01110": 2, "01111": 15 },
  ...{ "10000": 10, "10001": 29, "10010": 14, "10011": 81, "10100": 3, "10101": 28, "10110": 15, "10111": 80 },
  ...{ "11000": 16, "11001": 56, "11010": 21, "11011": 173, "11100": 11, "11101": 61, "11110": 28, "11111": 298 },
};

describe("the LSAT, as R's ltm describes it (descript(LSAT), 4 places)", () => {
  const persons = Object.entries(LSAT6).flatMap(([pattern, count]) => Array.from({ length: count }, () => [...pattern].map(Number)));
  const rows = records(ITEMANALYSIS(persons, [[1, 1, 1, 1, 1]])) as Record<string, number>[];
  const column = (name: string) => rows.slice(0, 5).map((row) => Number(row[name]?.toFixed(4)));

  test("1000 persons, with the difficulties of the table", () => {
    expect(rows[5]).toMatchObject({ 题号: "全卷", 实考: 1000, 高低分组各: 270, 满分: 5 });
    expect(column(RATE)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
  });

  test("α = 0.2950", () => {
    expect(rows[5]?.[ALPHA]?.toFixed(4)).toBe("0.2950");
  });

  test("correlations of each item with the total without it", () => {
    expect(column(REST)).toEqual([0.1128, 0.1532, 0.1728, 0.1444, 0.1216]);
  });

  test("α without each item", () => {
    expect(column(ALPHA)).toEqual([0.2754, 0.2376, 0.2168, 0.2459, 0.2663]);
  });

  test("α is Kuder and Richardson's formula 20 where items are right or wrong", () => {
    const p = [0.924, 0.709, 0.553, 0.763, 0.87];
    const totals = persons.map((marks) => sum(marks));
    const kr20 = (5 / 4) * (1 - sum(p.map((one) => one * (1 - one))) / standardDeviation(totals) ** 2);
    expect(rows[5]?.[ALPHA]).toBeCloseTo(kr20, 12);
  });
});

describe("four pupils, three items of 4, 4 and 2", () => {
  // Totals 10 6 4 0. 27 % of 4 is 1.08: one pupil in each group, the first and the last.
  const marks = [
    [4, 4, 2],
    [3, 2, 1],
    [1, 3, 0],
    [0, 0, 0],
  ];
  const rows = records(ITEMANALYSIS(marks, [[4, 4, 2]]));

  test("means, rates and discrimination by hand: (4-0)/4, (4-0)/4, (2-0)/2", () => {
    expect(rows.map((row) => [row.题号, row.满分, row.平均分, row[RATE], row[DISCRIMINATION]])).toEqual([
      [1, 4, 2, 0.5, 1],
      [2, 4, 2.25, 0.5625, 1],
      [3, 2, 0.75, 0.375, 1],
      ["全卷", 10, 5, 0.5, 1],
    ]);
  });

  test("α by hand: variances 10/4, 8.75/4, 2.75/4 of 52/4", () => {
    // Squares about the means: 4+1+1+4 = 10; 1.75²+.25²+.75²+2.25² = 8.75; 1.25²+.25²+.75²+.75² = 2.75; 25+1+1+25 = 52.
    expect(rows[3]?.[ALPHA]).toBeCloseTo((3 / 2) * (1 - 21.5 / 52), 14);
    expect(rows[3]?.标准差).toBe(Math.sqrt(13));
  });

  test("the paper does not correlate with itself", () => {
    expect(rows[3]?.[REST]).toBe("");
  });
});

describe("the 27 % groups", () => {
  const groupOf = (pupils: number) =>
    records(
      ITEMANALYSIS(
        Array.from({ length: pupils }, (_, at) => [at]),
        [[1000]],
      ),
    )[0]?.高低分组各;

  test.each([
    [2, 1],
    [5, 1], // 1.35
    [6, 2], // 1.62
    [37, 10], // 9.99
    [50, 14], // 13.5, rounded half up
    [100, 27],
    [370, 100], // 99.9
  ])("of %i pupils hold %i each", (pupils, each) => {
    expect(groupOf(pupils)).toBe(each);
  });

  test("those tied at the cut share the places left: one place, two pupils, half a pupil each", () => {
    // Six pupils, totals 9 7 7 5 2 2: groups of 2. High: 9 and half of each 7; low: both 2.
    // Item 1: high (5 + (4 + 2)/2) / 2 = 4, low (1 + 0) / 2 = 0.5; D = 3.5 / 5.
    const marks = [
      [5, 4],
      [4, 3],
      [2, 5],
      [3, 2],
      [1, 1],
      [0, 2],
    ];
    expect(records(ITEMANALYSIS(marks, [[5, 5]]))[0]).toMatchObject({ [DISCRIMINATION]: 0.7, 高低分组各: 2 });
  });

  test("pupils whose totals are all the same do not differ: 0", () => {
    expect(
      records(
        ITEMANALYSIS(
          [
            [1, 0],
            [0, 1],
            [1, 0],
          ],
          [[1, 1]],
        ),
      ).map((row) => row[DISCRIMINATION]),
    ).toEqual([0, 0, 0]);
  });
});

describe("who counts", () => {
  test("a row of states, of blanks, or a state and blanks is nobody who sat", () => {
    const sat = [
      [4, 1],
      [2, 0],
    ];
    const others = [
      ["缺考", "缺考"],
      [null, ""],
      ["免考", null],
    ];
    expect(ITEMANALYSIS([...others, ...sat, ...others], [[5, 1]])).toEqual(ITEMANALYSIS(sat, [[5, 1]]));
  });

  test("what cannot be said stays empty: one pupil, one item, marks that do not vary", () => {
    const [one] = records(ITEMANALYSIS([[3, 1]], [[5, 1]]));
    expect(one).toMatchObject({ 平均分: 3, 标准差: 0, [DISCRIMINATION]: "", [REST]: "", [ALPHA]: "" });
    const [single, paper] = records(ITEMANALYSIS([[3], [5]], [[5]]));
    expect([single?.[REST], single?.[ALPHA], paper?.[ALPHA]]).toEqual(["", "", ""]);
    const [flat] = records(
      ITEMANALYSIS(
        [
          [3, 1, 0],
          [3, 0, 1],
          [3, 1, 1],
        ],
        [[3, 1, 1]],
      ),
    );
    expect(flat?.[REST]).toBe("");
  });

  test("items in halves are exact: 0.5 of 1.5 is a third", () => {
    expect(records(ITEMANALYSIS([[0.5], ["０.５"]], [[1.5]]))[0]?.[RATE]).toBe(1 / 3);
  });
});

describe("laws", () => {
  const sheet = fc
    .integer({ min: 1, max: 5 })
    .chain((items) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: items, maxLength: items }), { minLength: 2, maxLength: 25 }),
    );
  const fullsOf = (marks: number[][]) => [(marks[0] as number[]).map(() => 10)];
  const halves = (marks: number[][]) => marks.map((row) => row.map((mark) => mark / 2));

  test("α and the deviation of the paper are the exact figures, computed with fractions", () => {
    fc.assert(
      fc.property(sheet, (marks) => {
        const exact = halves(marks).map((row) => row.map((mark) => Fraction.ofDouble(mark)));
        const totals = squares(exact.map((row) => total(row)));
        const items = total((exact[0] as Fraction[]).map((_, at) => squares(exact.map((row) => row[at] as Fraction))));
        const k = (exact[0] as Fraction[]).length;
        const paper = records(ITEMANALYSIS(halves(marks), fullsOf(marks))).at(-1);
        if (k === 1 || totals.top === 0n) expect(paper?.[ALPHA]).toBe("");
        else {
          const alpha = new Fraction(k, k - 1).times(new Fraction(1).minus(items.over(totals)));
          expect(isNearest(paper?.[ALPHA] as number, alpha)).toBe(true);
        }
        expect(paper?.标准差).toBeCloseTo(totals.over(new Fraction(marks.length)).root().toNumber(), 13);
      }),
    );
  });

  test("α without an item is the α of the paper without it", () => {
    const without = (rows: number[][], at: number) => rows.map((row) => row.filter((_, other) => other !== at));
    fc.assert(
      fc.property(
        sheet.filter((marks) => (marks[0] as number[]).length > 1),
        (marks) => {
          records(ITEMANALYSIS(halves(marks), fullsOf(marks)))
            .slice(0, -1)
            .forEach((row, at) => {
              const shorter = ITEMANALYSIS(without(halves(marks), at), without(fullsOf(marks), at));
              expect(row[ALPHA]).toBe(records(shorter).at(-1)?.[ALPHA]);
            });
        },
      ),
    );
  });

  test("each item's correlation with the rest is simple-statistics' of the two columns", () => {
    fc.assert(
      fc.property(sheet, (marks) => {
        body(ITEMANALYSIS(halves(marks), fullsOf(marks)))
          .slice(0, -1)
          .forEach((row, at) => {
            const own = marks.map((one) => one[at] as number);
            const rest = marks.map((one) => sum(one) - (one[at] as number));
            const varies = new Set(own).size > 1 && new Set(rest).size > 1;
            if (varies) expect(row[6]).toBeCloseTo(sampleCorrelation(own, rest), 10);
            else expect(row[6]).toBe("");
          });
      }),
    );
  });

  test("discrimination is the mean over every way to break the ties at the cuts", () => {
    const few = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(few, (marks) => {
        const size = Math.max(1, Math.round(0.27 * marks.length));
        const orders = permutations(marks).map((order) => [...order].sort((a, b) => sum(a) - sum(b)));
        const differences = orders.map(
          (order) => sum(order.slice(-size).map(([own]) => own)) - sum(order.slice(0, size).map(([own]) => own)),
        );
        const expected = sum(differences) / orders.length / size / 3;
        expect(records(ITEMANALYSIS(marks, [[3, 3]]))[0]?.[DISCRIMINATION]).toBeCloseTo(expected, 12);
      }),
      { numRuns: 60 },
    );
  });

  test("the order of the pupils does not show in a single bit", () => {
    fc.assert(
      fc.property(sheet, (marks) => {
        expect(ITEMANALYSIS([...halves(marks)].reverse(), fullsOf(marks))).toEqual(ITEMANALYSIS(halves(marks), fullsOf(marks)));
      }),
    );
  });

  test("the paper's mean and discrimination are those of the items, weighted by their full marks", () => {
    fc.assert(
      fc.property(sheet, (marks) => {
        const rows = records(ITEMANALYSIS(halves(marks), fullsOf(marks))) as Record<string, number>[];
        const [items, paper] = [rows.slice(0, -1), rows.at(-1)];
        expect(paper?.平均分).toBeCloseTo(sum(items.map((row) => row.平均分 as number)), 10);
        expect(paper?.[DISCRIMINATION]).toBeCloseTo(sum(items.map((row) => row[DISCRIMINATION] as number)) / items.length, 10);
      }),
    );
  });
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));
}

describe("refuses", () => {
  test("to divide with nobody who sat", () => {
    expect(refused(() => ITEMANALYSIS([["缺考", null]], [[5, 5]]))).toEqual({
      code: "#DIV/0!",
      message: expect.stringMatching(/nobody sat/),
    });
  });

  test.each<[string, unknown[][], unknown[][], RegExp]>([
    [
      "a blank among marks",
      [
        [1, 2],
        [3, null],
      ],
      [[5, 5]],
      /^marks：区域内第 2 行第 2 列是空的.*没有得分请填 0.* marks: row 2, column 2 is blank, and the pupil has marks/,
    ],
    ["a state among marks", [[1, "缺考"]], [[5, 5]], /marks: row 1, column 2 is “缺考”, and the pupil has marks/],
    [
      "a mark above the item's full mark",
      [
        [1, 2],
        [3, 6],
      ],
      [[5, 5]],
      /marks: 6 at row 2, column 2 is above the full mark 5/,
    ],
    ["a negative mark", [[1, -2]], [[5, 5]], /marks: -2 at row 1, column 2 is below 0/],
    [
      "headers",
      [
        ["第1题", "第2题"],
        [1, 2],
      ],
      [[5, 5]],
      /marks: “第1题” at row 1, column 1 is not a mark: it looks like a header/,
    ],
    ["too few full marks", [[1, 2]], [[5]], /fulls: give one number per column \(2\), not 1/],
    ["a full mark of 0", [[1, 2]], [[5, 0]], /fulls\[2\]: the full mark 0 must be above 0/],
    ["a blank full mark", [[1, 2]], [[5, null]], /fulls\[2\]: give a number/],
    ["a text for a full mark", [[1, 2]], [["五", 5]], /fulls\[1\]: “五” is not a number/],
  ])("%s", (_, marks, fulls, says) => {
    expect(refused(() => ITEMANALYSIS(marks, fulls))).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });
});
