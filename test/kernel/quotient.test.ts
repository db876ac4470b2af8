import fc from "fast-check";
import { expect, test } from "vitest";
import { quotient } from "../../shared/kernel/quotient.ts";
import { Fraction, isNearest } from "../tools/fractions.ts";

const whole = (bits: bigint) => fc.bigInt({ min: -(2n ** bits), max: 2n ** bits });
const positive = (bits: bigint) => fc.bigInt({ min: 1n, max: 2n ** bits });

test.each([64n, 200n, 900n])("a quotient of whole numbers up to 2^%d is the nearest double", (bits) => {
  fc.assert(
    fc.property(whole(bits), positive(bits), (top, bottom) => isNearest(quotient(top, bottom), new Fraction(top, bottom))),
    { numRuns: 2000 },
  );
});

test("a quotient that lies halfway between two doubles, or next to it, is rounded as IEEE 754 says", () => {
  const near = fc.tuple(fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }), fc.constantFrom(-1n, 0n, 1n), fc.integer({ min: 0, max: 200 }));
  fc.assert(
    fc.property(near, ([mantissa, nudge, shift]) => {
      // (mantissa + 1/2) with a nudge far below: the classic double-rounding trap.
      const bottom = 2n ** BigInt(shift + 1);
      const top = (2n * mantissa + 1n) * 2n ** BigInt(shift) + nudge;
      return isNearest(quotient(top, bottom), new Fraction(top, bottom));
    }),
    { numRuns: 2000 },
  );
});

test("small whole numbers divide as numbers do", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1 }), (top, bottom) => {
      expect(quotient(top, bottom)).toBe(top / bottom);
      expect(quotient(BigInt(top), BigInt(bottom))).toBe(top / bottom);
    }),
  );
});

test("very small and very large quotients keep their digits", () => {
  expect(quotient(1n, 10n ** 300n)).toBe(1e-300);
  expect(quotient(-3n, 10n ** 308n)).toBe(-3e-308);
  expect(quotient(10n ** 308n, 1n)).toBe(1e308);
  expect(quotient(10n ** 600n, 10n ** 300n)).toBe(1e300);
});

test("0 of anything is 0, never -0", () => {
  expect(Object.is(quotient(0n, -5n), 0)).toBe(true);
});

test("the same fraction gives the same bits however it is written", () => {
  fc.assert(
    fc.property(
      whole(80n),
      positive(80n),
      positive(40n),
      (top, bottom, times) => quotient(top * times, bottom * times) === quotient(top, bottom),
    ),
  );
});

test("halves and nothing to divide by are refused", () => {
  expect(() => quotient(1.5, 2)).toThrow(RangeError);
  expect(() => quotient(1n, 0n)).toThrow(RangeError);
});
