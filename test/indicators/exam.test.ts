import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CollectionBody, Paper } from "../../shared/contract.ts";
import { checkCollection, checkLine, defaultLine, linesOf } from "../../shared/exam.ts";
import { onGrid } from "../../shared/kernel/decimal.ts";
import { CHINESE, collection, MATHS, PAPERS } from "./county.ts";

describe("the lines of a paper", () => {
  test.each([
    [100, { pass: 60, excellent: 85, low: 40 }],
    [120, { pass: 72, excellent: 102, low: 48 }],
    [150, { pass: 90, excellent: 127.5, low: 60 }],
    [7, { pass: 4.2, excellent: 5.95, low: 2.8 }],
    [0.3, { pass: 0.18, excellent: 0.255, low: 0.12 }],
  ])("of full mark %d are exact shares of it: %j", (full, lines) => {
    expect(linesOf({ full, lines: { pass: null, excellent: null, low: null } })).toEqual(lines);
  });

  test("that are set are kept, the others derived", () => {
    expect(linesOf({ full: 10, lines: { pass: 2, excellent: 10, low: null } })).toEqual({ pass: 2, excellent: 10, low: 4 });
  });

  test("are marks: a share is refused where the full mark is above 1", () => {
    expect(() => checkLine("pass", 0.6, 100)).toThrow(/looks like a share; lines are marks, for example 60/);
    expect(checkLine("pass", 0.6, 1)).toBe(0.6);
    expect([0, 1, 100].map((line) => checkLine("low", line, 100))).toEqual([0, 1, 100]);
    expect(() => checkLine("excellent", Number.NaN, 100)).toThrow(/not between/);
  });

  test("by default are the nearest number to the exact share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (tenths) => defaultLine("pass", tenths / 10) === Number(`${tenths * 60}e-3`)),
    );
  });
});

describe("a mark on a grid", () => {
  test.each([
    [59.5, 2, 119],
    [59.9, 2, undefined],
    [59.9, 10, 599],
    [6.667, 1000, 6667],
    [0, 1, 0],
    [0.1 + 0.2, 10, undefined],
    [0.25, 4, 1],
  ])("%d on 1/%d is %s: nothing is rounded onto it", (mark, grid, expected) => {
    expect(onGrid(mark, grid)).toBe(expected);
  });

  test("every whole number on a grid comes back from its mark", () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), fc.constantFrom(1, 2, 4, 10, 100, 1000), (whole, grid) => onGrid(whole / grid, grid) === whole),
      { numRuns: 3000 },
    );
  });
});

describe("a collection", () => {
  const at = (over: Partial<CollectionBody>) => checkCollection(collection(over)).map((finding) => finding.at);
  const withPaper = (over: Partial<Paper>) => at({ exam: { name: "期末", papers: [{ ...CHINESE, ...over }, MATHS] } });

  test("with its papers is fine", () => {
    expect(checkCollection(collection())).toEqual([]);
  });

  test("of form exam has an exam, another form has none", () => {
    expect(at({ exam: null })).toEqual(["exam"]);
    expect(at({ form: "resources" })).toEqual(["exam"]);
    expect(at({ form: "resources", exam: null })).toEqual([]);
  });

  test("names each paper once", () => {
    expect(at({ exam: { name: "期末", papers: [...PAPERS, CHINESE] } })).toEqual(["exam.papers[2]"]);
  });

  test.each<[string, Partial<Paper>, string]>([
    ["a full mark off the grid", { full: 100.3 }, "exam.papers[0].full"],
    ["a line off the grid", { lines: { pass: 60.3, excellent: null, low: null } }, "exam.papers[0].lines.pass"],
    ["a share for a line", { lines: { pass: null, excellent: 0.85, low: null } }, "exam.papers[0].lines.excellent"],
    ["a line above full", { lines: { pass: null, excellent: null, low: 121 } }, "exam.papers[0].lines.low"],
    ["an earlier full mark off its grid", { before: { name: "入学", full: 7.5, grid: 1 } }, "exam.papers[0].before.full"],
  ])("refuses %s at its place", (_, over, place) => {
    expect(withPaper(over)).toEqual([place]);
  });

  test("takes a derived line that falls between grid marks: 85 % of 150 is 127.5 on whole marks", () => {
    expect(withPaper({ full: 150, grid: 1 })).toEqual([]);
  });
});
