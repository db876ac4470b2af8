import { expect, test } from "vitest";
import { judge, meets, OPERATORS } from "../../shared/target.ts";

test.each([
  [">=", { numerator: 9, denominator: 10 }, 0.9, "met"],
  [">=", { numerator: 179, denominator: 200 }, 0.9, "missed"], // 89.5 %
  [">", { numerator: 9, denominator: 10 }, 0.9, "missed"],
  ["<", { numerator: 15, denominator: 100 }, 0.15, "missed"],
  ["<", { numerator: 149, denominator: 1000 }, 0.15, "met"],
  ["<=", { numerator: 15, denominator: 100 }, 0.15, "met"],
  ["=", { numerator: 299, denominator: 299 }, 1, "met"],
  ["=", { numerator: 999_999, denominator: 1_000_000 }, 1, "missed"],
  [">=", { numerator: 2, denominator: 3 }, 0.6666666666666667, "missed"],
] as const)("%s: %j against %d is %s", (operator, fact, limit, outcome) => {
  expect(judge(fact, operator, limit)).toBe(outcome);
});

test("reals are judged to 12 significant digits", () => {
  expect(judge(0.45 - 0.4, ">=", 0.05)).toBe("met");
  expect(judge(0.1499999999999, "<", 0.15)).toBe("missed");
});

test("without a fact, or of nobody, nothing is ever met", () => {
  for (const operator of OPERATORS) {
    expect(judge(undefined, operator, 0)).toBe("undecided");
    expect(judge({ numerator: 0, denominator: 0 }, operator, 0)).toBe("undecided");
  }
});

test("for every count and limit of a hundredth, exactly the right operators hold", () => {
  for (let k = 0; k <= 100; k++) {
    for (let limit = 0; limit <= 100; limit++) {
      const held = OPERATORS.filter((operator) => meets({ numerator: 3 * k, denominator: 300 }, operator, limit / 100));
      const expected = k > limit ? [">=", ">"] : k < limit ? ["<=", "<"] : [">=", "<=", "="];
      expect(held).toEqual(expected);
    }
  }
});
