import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXCELLENTRATE, LOWRATE, MEANSCORE, PASSRATE } from "../../../addin/functions.ts";
import { asRange, column } from "../../tools/columns.ts";
import { Fraction, isNearest } from "../../tools/fractions.ts";
import { marksOf, naiveLines, naiveMean, naiveRate } from "../../tools/naive.ts";
import { col, forms, OMITTED, refused } from "./ask.ts";

const EDGES = [100, 85, 84.5, 60, 59.5, 40, 39.5, 0];

describe("by default", () => {
  test("a pass is 60 % of 100 and above, excellent 85 % and above, low strictly below 40 %", () => {
    expect([PASSRATE(col(...EDGES)), EXCELLENTRATE(col(...EDGES)), LOWRATE(col(...EDGES))]).toEqual([0.5, 0.25, 0.25]);
  });

  test("the lines follow the full mark: 72, 102 and 48 of 120", () => {
    const marks = col(120, 102, 101.5, 72, 71.5, 48, 47.5, 0);
    expect([PASSRATE(marks, null, 120), EXCELLENTRATE(marks, null, 120), LOWRATE(marks, null, 120)]).toEqual([0.5, 0.25, 0.25]);
  });

  test("a derived line that no mark holds counts from the next mark: 60 % of 7 is 4.2", () => {
    expect(PASSRATE(col(4, 4.5, 5, 4.2, 4.1), null, 7)).toBe(0.6);
  });

  test("a derived line is the exact decimal: 85 % of 4.5 is 3.825, which is reached by 3.825", () => {
    expect(EXCELLENTRATE(col(3.825, 3.824), null, 4.5)).toBe(0.5);
  });

  test("marks of a tenth are compared as written: 59.9 and 59.999999999 do not pass, 60 and 60.000000001 do", () => {
    expect(PASSRATE(col(59.9, 59.999999999, 60, 60.000000001))).toBe(0.5);
  });

  test("0 is a mark, a blank and an absence are not", () => {
    expect(PASSRATE(col(0, 60, null, "缺考"))).toBe(0.5);
    expect(LOWRATE(col(0, 60, "", "免考"))).toBe(0.5);
    expect(MEANSCORE(col(0, 60, undefined, "转出"))).toBe(30);
  });
});

describe("the line", () => {
  test.each(forms(70))("may be given as %j", (line) => {
    expect(PASSRATE(col(69.5, 70, 80, 60), line)).toBe(0.5);
  });

  test("may be numeric text, full-width too", () => {
    expect([PASSRATE(col(70, 60), "70"), PASSRATE(col(70, 60), "７０")]).toEqual([0.5, 0.5]);
  });

  test.each([0, 1, 100])("%d is a line, not a share", (line) => {
    expect(PASSRATE(col(100, 100), line)).toBe(1);
  });

  test("between 0 and 1 looks like a share and is refused", () => {
    expect(refused(() => PASSRATE(col(50), 0.6))).toEqual({
      code: "#VALUE!",
      message: expect.stringMatching(/^line：.*0\.6 像是比例.* line: .*0\.6 looks like a share; lines are marks/),
    });
    expect(PASSRATE(col(0.6, 0.5), 0.6, 1)).toBe(0.5);
  });

  test.each([-1, 100.5, 1e308])("%d is outside 0 to the full mark", (line) => {
    expect(refused(() => PASSRATE(col(50), line))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/line: .* not between 0 and the full mark 100/),
    });
  });
});

test("a mark above the full mark says which argument gives it", () => {
  expect(refused(() => PASSRATE(col(1, 2, 3, 4, 132)))).toEqual({
    code: "#VALUE!",
    message: expect.stringMatching(/132 at row 5 is above the full mark 100: give the full mark as the third argument/),
  });
  expect(PASSRATE(col(1, 2, 3, 4, 132), null, 150)).toBe(0.2);
});

test.each([0, -100, Number.NaN, "x"])("a full mark of %s is refused", (full) => {
  expect(refused(() => PASSRATE(col(50), null, full))).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/full: /) });
});

describe("where nobody sat", () => {
  test.each([
    ["only states", col("缺考", "免考")],
    ["only blanks", col(null, "")],
    ["an empty range", []],
  ])("%s: there is nothing to divide by", (_, scores) => {
    for (const ask of [PASSRATE, EXCELLENTRATE, LOWRATE, MEANSCORE]) expect(refused(() => ask(scores)).code).toBe("#DIV/0!");
  });
});

describe("sat, where a build hands blanks over as 0", () => {
  /** 49 sat, 5 of them low, and one blank that arrives as 0 (office-js #1951). */
  const disguised = col(...Array.from({ length: 44 }, () => 60), ...Array.from({ length: 5 }, () => 30), 0);

  test("is the denominator of a pass rate", () => {
    expect(PASSRATE(disguised, null, null, 49)).toBe(44 / 49);
    expect(PASSRATE(disguised)).toBe(44 / 50);
  });

  test("takes the disguised zero out of a low rate: 5 of 49, not 6 of 50 and not 6 of 49", () => {
    expect(LOWRATE(disguised, null, null, 49)).toBe(5 / 49);
    expect(LOWRATE(disguised)).toBe(6 / 50);
  });

  test("is the denominator of a mean, to which zeros add nothing", () => {
    expect(MEANSCORE(disguised, 49)).toBe((44 * 60 + 5 * 30) / 49);
  });

  test.each([43, 51, 49.5, -1])("%d is not between who passes and the number of marks, or no whole number", (sat) => {
    expect(refused(() => PASSRATE(disguised, null, null, sat))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/sat: sat .* must be a whole number from 44 .* to 50/),
    });
  });

  test.each([44, 50])("%d is taken: the ends belong to the range", (sat) => {
    expect(PASSRATE(disguised, null, null, sat)).toBe(44 / sat);
  });

  test("refuses to leave out more marks than there are zeros", () => {
    expect(refused(() => LOWRATE(disguised, null, null, 48))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/sat: .*leaves out 2 marks, but only 1/),
    });
    expect(refused(() => MEANSCORE(disguised, 48)).code).toBe("#VALUE!");
  });

  test("of 0 leaves nobody to divide by", () => {
    for (const ask of [() => PASSRATE(col(0, 0), null, null, 0), () => LOWRATE(col(0, 0), null, null, 0), () => MEANSCORE(col(0, 0), 0)]) {
      expect(refused(ask).code).toBe("#DIV/0!");
    }
  });

  test("does nothing where no mark can be low: the line 0", () => {
    expect(LOWRATE(disguised, 0, null, 49)).toBe(0);
  });
});

test.each(OMITTED.map((left) => [left]))("an optional argument left out as %j takes its default", (left) => {
  expect(PASSRATE(col(...EDGES), left, left, left)).toBe(0.5);
  expect(EXCELLENTRATE(col(...EDGES), left, left, left)).toBe(0.25);
  expect(LOWRATE(col(...EDGES), left, left, left)).toBe(0.25);
  expect(MEANSCORE(col(1, 2), left)).toBe(1.5);
});

describe("a range", () => {
  test("of one cell may arrive as the cell itself", () => {
    expect([PASSRATE(60 as never), MEANSCORE("６０" as never)]).toEqual([1, 60]);
  });

  test("of several columns is read as one group", () => {
    expect([
      PASSRATE([
        [60, 50],
        [70, null],
      ]),
      MEANSCORE([
        [1, 2],
        [3, 4],
      ]),
    ]).toEqual([2 / 3, 2.5]);
  });

  test("as one row is read like a column", () => {
    expect(PASSRATE([[60, 50, 70, 40]])).toBe(0.5);
  });
});

describe("the mean", () => {
  test("of tenths is exact: ten times 0.1 is 0.1, and 0.1, 0.2, 0.3 is 0.2", () => {
    expect([MEANSCORE(col(...Array(10).fill(0.1))), MEANSCORE(col(0.1, 0.2, 0.3))]).toEqual([0.1, 0.2]);
  });

  test("has no full mark: totals above 100 and very large marks are read", () => {
    expect([MEANSCORE(col(680, 700)), MEANSCORE(col(1e308, 1e308))]).toEqual([690, 1e308]);
  });
});

test("any column gives the rates and the mean of exact fractions, rounded once", () => {
  fc.assert(
    fc.property(column(), fc.double({ min: 0, max: 1, noNaN: true }), ({ full, cells, places }, share) => {
      const [marks, lines, scores] = [marksOf(cells), naiveLines(full), asRange(cells)];
      fc.pre(marks.length > 0);
      const rates = [PASSRATE(scores, null, full), EXCELLENTRATE(scores, null, full)];
      rates.forEach((rate, at) => {
        expect(isNearest(rate, naiveRate(marks, at === 0 ? lines.pass : lines.excellent) as Fraction)).toBe(true);
      });
      expect(isNearest(LOWRATE(scores, null, full), new Fraction(1).minus(naiveRate(marks, lines.low) as Fraction))).toBe(true);
      expect(isNearest(MEANSCORE(scores), naiveMean(marks) as Fraction)).toBe(true);
      const line = (1 + share * (full - 1)).toFixed(places);
      expect(isNearest(PASSRATE(scores, Number(line), full), naiveRate(marks, Fraction.ofText(line)) as Fraction)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
