/** A minimum is no sum, so it is tallied as a count per value: the worst of many adds and subtracts like everything else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { extremes } from "../../shared/kernel/frequency.ts";
import { frequencyOf } from "../../shared/slice.ts";
import { add, subtract, type Tally, tally } from "../../shared/tally.ts";

const values = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 40 });
const tallied = (list: readonly number[]): Tally =>
  list.map((value) => tally([[String(value), 1]])).reduce((sum, one) => add(sum, one), tally([]));
const worst = (own: Tally) => extremes(frequencyOf(own, 1))?.lowest;

test("the worst of two groups is the lower of their worst, and taking one away gives the other's back", () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const both = add(tallied(one), tallied(other));
      expect(worst(both)).toBe(Math.min(...one, ...other));
      expect(worst(subtract(both, tallied(other)))).toBe(Math.min(...one));
    }),
  );
});
