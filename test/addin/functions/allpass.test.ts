import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALLPASSRATE } from "../../../addin/functions.ts";
import { exactMark, type Known, knownCell } from "../../tools/columns.ts";
import { Fraction, isNearest } from "../../tools/fractions.ts";
import { OMITTED, refused } from "./ask.ts";

describe("the share of pupils who pass every subject", () => {
  test("is not made of subject rates: 95 % in each of three subjects, 85 % in all", () => {
    const failing = (subject: number) => Array.from({ length: 5 }, () => [70, 70, 70].map((mark, at) => (at === subject ? 50 : mark)));
    const pupils = [...failing(0), ...failing(1), ...failing(2), ...Array.from({ length: 85 }, () => [60, 60, 60])];
    expect(ALLPASSRATE(pupils)).toBe(0.85);
  });

  test.each<[string, unknown[], number]>([
    ["the line itself passes", [60, 60], 1],
    ["one mark below it does not", [60, 59.9], 0],
    ["an exempt subject is left out", [60, "免考"], 1],
    ["an exempt subject saves nobody", ["免考", 59], 0],
    ["absent did not pass", [100, "缺考"], 0],
    ["deferred did not pass", [100, "缓考"], 0],
    ["misconduct did not pass", [100, "作弊"], 0],
    ["a blank beside a mark did not pass", [100, null], 0],
    ["exempt beside a blank did not pass", ["免考", ""], 0],
  ])("%s", (_, row, passes) => {
    expect(ALLPASSRATE([[100, 100], [100, 100], [0, 0], row])).toBe((2 + passes) / 4);
  });

  test.each<[string, unknown[]]>([
    ["who left in some subject", [100, "转出"]],
    ["who left and was absent", ["缺考", "转出"]],
    ["whose row is wholly blank", [null, "　"]],
    ["who was exempt from every subject", ["免考", "免考"]],
  ])("a pupil %s is no pupil", (_, row) => {
    expect(ALLPASSRATE([[100, 100], [0, 100], row])).toBe(0.5);
    expect(refused(() => ALLPASSRATE([row]))).toMatchObject({ code: "#DIV/0!" });
  });

  test("takes one line for all subjects or one each, across or down", () => {
    const pupils = [
      [70, 80],
      [60, 80],
      [70, 70],
    ];
    expect([
      ALLPASSRATE(pupils, [[70]]),
      ALLPASSRATE(pupils, 70 as never),
      ALLPASSRATE(pupils, [[70, 80]]),
      ALLPASSRATE(pupils, [[70], [80]]),
    ]).toEqual([2 / 3, 2 / 3, 1 / 3, 1 / 3]);
  });

  test("takes one full mark for all subjects or one each, and each default line follows its own", () => {
    expect(
      ALLPASSRATE(
        [
          [90, 60],
          [89.5, 60],
          [90, 59],
        ],
        null as never,
        [[150, 100]],
      ),
    ).toBe(1 / 3);
    expect(ALLPASSRATE([[90], [89.5]], null as never, [[150]])).toBe(0.5);
  });

  test("a line left blank among others takes its default", () => {
    expect(
      ALLPASSRATE(
        [
          [60, 80],
          [60, 79],
        ],
        [[null, 80]],
      ),
    ).toBe(0.5);
  });

  test.each(OMITTED.map((left) => [left]))("left out as %j the line is 60 % and the full mark 100", (left) => {
    expect(
      ALLPASSRATE(
        [
          [60, 60],
          [60, 59],
        ],
        left as never,
        left as never,
      ),
    ).toBe(0.5);
  });

  test("refuses another number of lines than columns, and names the argument", () => {
    expect(refused(() => ALLPASSRATE([[60, 60]], [[60, 60, 60]])).message).toMatch(/lines: give one number or one per column \(2\), not 3/);
    expect(refused(() => ALLPASSRATE([[60, 60, 60]], [[60]], [[100, 100]])).message).toMatch(
      /full: give one number or one per column \(3\), not 2/,
    );
    expect(refused(() => ALLPASSRATE([[60, 60]], [[60, 0.6]])).message).toMatch(/lines\[2\]: .*looks like a share/);
    expect(refused(() => ALLPASSRATE([[60, 60]], [[60, 60]], [[100, 0]])).message).toMatch(/full\[2\]: the full mark 0 must be above 0/);
  });

  test("refuses a mark above its own column's full mark, by row and column", () => {
    const marks = [
      [60, 60],
      [100, 110],
    ];
    expect(refused(() => ALLPASSRATE(marks, null as never, [[150, 100]])).message).toMatch(
      /scores: 110 at row 2, column 2 is above the full mark 100/,
    );
    expect(refused(() => ALLPASSRATE(marks)).message).toMatch(/100: give the full mark as the third argument/);
  });

  test("reads a county of 150,000 pupils", () => {
    expect(ALLPASSRATE(Array.from({ length: 150_000 }, (_, at) => [60, at % 2 ? 60 : 59]))).toBe(0.5);
  });
});

/** A pupil is judged by the words of the rule, not by the product's code. */
function verdict(row: readonly Known[], lines: readonly Fraction[]): boolean | undefined {
  if (row.some(({ away }) => away === "left")) return undefined;
  if (row.every(({ mark, away }) => mark === null && away === null)) return undefined;
  const judged = row.map((known, at) => ({ known, line: lines[at] as Fraction })).filter(({ known }) => known.away !== "exempt");
  if (judged.length === 0) return undefined;
  return judged.every(({ known, line }) => known.mark !== null && exactMark(known).compare(line) >= 0);
}

test("any class is judged pupil by pupil as the rule says", () => {
  const fulls = [100, 120, 150];
  const row = fc.tuple(knownCell(100, 0), knownCell(120, 1), knownCell(150, 2));
  const lines = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 150 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), lines, (rows, marks) => {
      const verdicts = rows
        .map((one) =>
          verdict(
            one,
            marks.map((mark) => new Fraction(mark)),
          ),
        )
        .filter((one) => one !== undefined);
      const ask = () =>
        ALLPASSRATE(
          rows.map((one) => one.map(({ cell }) => cell)),
          [[...marks]],
          [fulls],
        );
      if (verdicts.length === 0) return refused(ask).code === "#DIV/0!";
      return isNearest(ask(), new Fraction(verdicts.filter(Boolean).length, verdicts.length));
    }),
    { numRuns: 1000 },
  );
});
