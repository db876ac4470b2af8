import { expect, test } from "vitest";
import { needed } from "../../shared/whatif/needed.ts";

test("a million cases: with so many more the target is reached, with one fewer it is not", { timeout: 30_000 }, () => {
  let cases = 0;
  const wrong: string[] = [];
  for (let pupils = 1; pupils <= 1000; pupils++) {
    for (let thousandths = 0; thousandths <= 1000; thousandths++) {
      const passing = (pupils * 7 + thousandths) % (pupils + 1);
      const total = passing + needed({ numerator: passing, denominator: pupils }, thousandths / 1000);
      // Whole numbers below 2^53, so these comparisons are exact.
      const reached = total * 1000 >= thousandths * pupils;
      const least = total === passing || (total - 1) * 1000 < thousandths * pupils;
      if (!reached || !least) wrong.push(`${passing} of ${pupils} for ${thousandths} thousandths`);
      cases++;
    }
  }
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(1_000_000);
});

test("a target outside 0 to 1 and a group of nobody are refused", () => {
  expect(() => needed({ numerator: 1, denominator: 2 }, 95)).toThrow(/write 0.95 or 95%/);
  expect(() => needed({ numerator: 1, denominator: 2 }, Number.NaN)).toThrow(/outside 0..1/);
  expect(() => needed({ numerator: 0, denominator: 0 }, 0.9)).toThrow(/nobody sat/);
});
