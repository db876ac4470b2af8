import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, equal, fromJson, subtract, type Tally, tally, toJson, zero } from "../../shared/tally.ts";

/** Counts under the names a, b, c and long sums under x, y. */
const any: fc.Arbitrary<Tally> = fc
  .record({
    a: fc.nat(1_000_000),
    b: fc.nat(3),
    c: fc.nat(1),
    x: fc.bigInt({ min: 0n, max: 2n ** 90n }),
    y: fc.bigInt({ min: 0n, max: 1n }),
  })
  .map((values) => tally(Object.entries(values)));

describe("tallies form a group under addition", () => {
  const law = (name: string, holds: (a: Tally, b: Tally, c: Tally) => boolean) =>
    test(name, () => fc.assert(fc.property(any, any, any, holds), { numRuns: 5000 }));

  law("the order does not matter", (a, b) => equal(add(a, b), add(b, a)));
  law("the grouping does not matter", (a, b, c) => equal(add(add(a, b), c), add(a, add(b, c))));
  law("nothing added changes nothing", (a) => equal(add(a, zero), a) && equal(subtract(a, zero), a));
  law("subtracting undoes adding", (a, b) => equal(subtract(add(a, b), b), a) && equal(subtract(a, a), zero));
  law("a correction is minus old plus new, in either order", (sum, old, fresh) => {
    const whole = add(sum, old);
    return (
      equal(add(subtract(whole, old), fresh), subtract(add(whole, fresh), old)) && equal(add(subtract(whole, old), fresh), add(sum, fresh))
    );
  });
  law("a tally survives its JSON", (a) => equal(fromJson(toJson(a)), a));
});

test("zeros leave no trace, so equal tallies look equal", () => {
  expect(
    tally([
      ["a", 0],
      ["x", 0n],
      ["b", 1],
    ]),
  ).toEqual({ b: 1 });
  expect(Object.keys(subtract(tally([["a", 5]]), tally([["a", 5]])))).toEqual([]);
  expect(toJson(subtract(tally([["x", 7n]]), tally([["x", 7n]])))).toBe("{}");
});

test("tallies that differ in one name, one value or one type are not equal", () => {
  expect(equal({ a: 1 }, { a: 2 })).toBe(false);
  expect(equal({ a: 1 }, { b: 1 })).toBe(false);
  expect(equal({ a: 1 }, { a: 1, b: 1 })).toBe(false);
  expect(equal({ a: 1 }, { a: 1n })).toBe(false);
});

test("a count never passes 2^53 in silence, a long sum may", () => {
  expect(() => add({ a: Number.MAX_SAFE_INTEGER }, { a: 1 })).toThrow(/"a" passes 2\^53/);
  expect(add({ x: 2n ** 80n }, { x: 1n }).x).toBe(2n ** 80n + 1n);
});

test("a count on one side and a long sum on the other is a mistake, not a sum", () => {
  expect(() => add({ a: 1 }, { a: 1n })).toThrow(/"a"/);
  expect(() => subtract({ a: 1n }, { a: 1 })).toThrow(/"a"/);
});
