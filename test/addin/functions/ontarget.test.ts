import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ONTARGET } from "../../../addin/functions.ts";
import { forms, OMITTED, refused } from "./ask.ts";

describe("both sides are read to 12 significant digits", () => {
  test("a rise from 0.40 to 0.45 is 5 points", () => {
    expect(0.45 - 0.4 >= 0.05).toBe(false);
    expect(ONTARGET(0.45 - 0.4, 0.05)).toBe(true);
  });

  test("a rise of 5 points from each whole percentage is met; naively, 50 of 96 would fail", () => {
    const rises = Array.from({ length: 96 }, (_, percent) => (percent + 5) / 100 - percent / 100);
    expect(rises.filter((rise) => rise < 0.05)).toHaveLength(50);
    expect(rises.filter((rise) => !ONTARGET(rise, 0.05))).toEqual([]);
  });

  test("89.5 % is not 90 %, although it is shown as 90 %", () => {
    expect(ONTARGET(0.895, 0.9)).toBe(false);
  });

  test("the eleventh and twelfth digit still count", () => {
    expect([ONTARGET(0.149999999999, 0.15, "<"), ONTARGET(0.15, 0.15, "<"), ONTARGET(0.1499999999999, 0.15, "<")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("the operator", () => {
  const verdicts = (operator: unknown) => [0.8, 0.9, 1].map((value) => ONTARGET(value, 0.9, operator));

  test.each([
    [">=", [false, true, true]],
    [">", [false, false, true]],
    ["<=", [true, true, false]],
    ["<", [true, false, false]],
    ["=", [false, true, false]],
    ["≥", [false, true, true]],
    ["≤", [true, true, false]],
    [" >= ", [false, true, true]],
    ["＞＝", [false, true, true]],
  ])("%s", (operator, expected) => {
    expect(verdicts(operator)).toEqual(expected);
    expect(verdicts([[operator]])).toEqual(expected);
  });

  test.each(OMITTED.map((left) => [left]))("left out as %j is >=", (left) => {
    expect(verdicts(left)).toEqual([false, true, true]);
  });

  test.each(["=>", "==", "<>", "以上", 1, true])("%j is refused, naming the five", (operator) => {
    expect(refused(() => ONTARGET(1, 1, operator))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/operator: .* must be one of >=, >, <=, <, =/),
    });
  });
});

describe("where there is nothing to judge", () => {
  const nothing = [...OMITTED, "#DIV/0!", "#N/A", "#VALUE!", { code: "#DIV/0!", message: "nobody sat" }, [[{ code: "#N/A" }]]];

  test.each(nothing.map((value) => [value]))("the value %j is undecided, never met", (value) => {
    expect(refused(() => ONTARGET(value, 0.9))).toMatchObject({ code: "#N/A", message: expect.stringMatching(/value/) });
  });

  test.each(nothing.map((target) => [target]))("the target %j is undecided, never met", (target) => {
    expect(refused(() => ONTARGET(0.9, target))).toMatchObject({ code: "#N/A", message: expect.stringMatching(/target/) });
  });
});

test.each<[string, unknown]>([
  ["words", "达标"],
  ["a percentage as text", "95%"],
  ["a truth value", true],
  ["a state", "缺考"],
  ["not a number", Number.NaN],
])("a value or target that is %s is bad input, not undecided", (_, cell) => {
  expect(refused(() => ONTARGET(cell, 0.9))).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/^value：/) });
  expect(refused(() => ONTARGET(0.9, cell))).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/^target：/) });
});

test("a range of several cells is not one value", () => {
  expect(refused(() => ONTARGET([[1], [2]], 0.9))).toMatchObject({
    code: "#VALUE!",
    message: expect.stringMatching(/value: this takes one value, not a range/),
  });
});

test.each([...forms(0.95), "0.95", "０．９５"].map((value) => [value]))("the value may be given as %j", (value) => {
  expect([ONTARGET(value, 0.95), ONTARGET(0.95, value)]).toEqual([true, true]);
});

test("one operator of < = > holds for any two numbers, and >= and <= follow from them", () => {
  const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(anyNumber, fc.oneof(anyNumber, fc.constant(undefined)), (value, other) => {
      const target = other ?? value;
      const [less, same, more] = ["<", "=", ">"].map((operator) => ONTARGET(value, target, operator));
      expect([less, same, more].filter(Boolean)).toHaveLength(1);
      expect(ONTARGET(value, target)).toBe(same || more);
      expect(ONTARGET(value, target, "<=")).toBe(same || less);
      if (other === undefined) expect(same).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
