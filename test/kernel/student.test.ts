import { expect, test } from "vitest";
import { t975 } from "../../shared/kernel/student.ts";
import { t975 as oracle } from "../tools/quantile.ts";

/** The 97.5 % column of the table every textbook prints. */
const TABLE: [df: number, t: string][] = [
  [1, "12.706"],
  [2, "4.303"],
  [3, "3.182"],
  [4, "2.776"],
  [5, "2.571"],
  [10, "2.228"],
  [20, "2.086"],
  [30, "2.042"],
  [60, "2.000"],
  [120, "1.980"],
  [100_000, "1.960"],
];

test.each(TABLE)("t(0.975, %d) is %s", (df, printed) => {
  expect(t975(df)?.toFixed(3)).toBe(printed);
});

test("the quantile agrees with a library's to 12 digits, where the sums end too", () => {
  for (let df = 1; df <= 200_000; df += df < 520 ? 1 : df) {
    expect(Math.abs((t975(df) as number) / oracle(df) - 1), `at ${df}`).toBeLessThan(1e-12);
  }
});

test("it falls with the degrees of freedom and stays above the normal quantile", () => {
  for (let df = 1; df < 200; df++) expect(t975(df + 1)).toBeLessThan(t975(df) as number);
  expect(t975(1e9)).toBeGreaterThan(1.959963984540054);
});

test("there is none below one degree of freedom", () => {
  expect([t975(0), t975(-1), t975(Number.NaN)]).toEqual([undefined, undefined, undefined]);
});
