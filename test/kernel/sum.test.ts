import fc from "fast-check";
import { expect, test } from "vitest";
import { exactSum } from "../../shared/kernel/sum.ts";
import { Fraction, isNearest, total } from "../tools/fractions.ts";

const exactly = (terms: readonly number[]) => total(terms.map((term) => Fraction.ofDouble(term)));

/** Numbers of any size that cannot overflow when added, with cancelling pairs and half-ulp neighbours among them. */
const nasty = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
  fc.constantFrom(1, -1, 2 ** 53, -(2 ** 53), 2 ** 52 + 1, 2 ** -53, -(2 ** -53), 2 ** -54, 0.1, 5e-324, -5e-324, 1e300, -1e300, -0),
);

test("nothing adds up to 0", () => {
  expect(exactSum([])).toBe(0);
});

test.each([
  [[1e16, 1, -1e16], 1],
  [[1e100, 1, -1e100, 1e-100], 1],
  [[0.1, 0.2, 0.3, -0.6], 2.7755575615628914e-17],
  [Array.from({ length: 10 }, () => 0.1), 1],
  [[2 ** 53, 1, 2 ** -60], 2 ** 53 + 2],
  [[2 ** 53, 1, -(2 ** -60)], 2 ** 53],
  [[5e-324, 5e-324], 1e-323],
])("the sum of %j is rounded once, to %d", (terms, expected) => {
  expect(exactSum(terms)).toBe(expected);
});

test("any sum is the double nearest to the exact one", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 40 }), (terms) => isNearest(exactSum(terms), exactly(terms))),
    { numRuns: 3000 },
  );
});

test("the order of the pupils does not matter", () => {
  const shuffled = fc
    .array(nasty, { maxLength: 30 })
    .chain((terms) => fc.tuple(fc.constant(terms), fc.shuffledSubarray(terms, { minLength: terms.length })));
  fc.assert(
    fc.property(shuffled, ([one, other]) => exactSum(one) === exactSum(other)),
    { numRuns: 1000 },
  );
});
