import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disparity, type Share } from "../../shared/kernel/dispersion.ts";
import { digits, Fraction, mean, squares, total } from "../tools/fractions.ts";

/** Guide C.2: the published example of five schools, pupils and books. */
const BOOKS: Share[] = [
  { amount: 279, pupils: 45 },
  { amount: 137, pupils: 37 },
  { amount: 935, pupils: 89 },
  { amount: 160, pupils: 76 },
  { amount: 402, pupils: 55 },
];

function naiveSquare(shares: readonly Share[], weighted: boolean): Fraction {
  const perPupil = shares.map(({ amount, pupils }) => Fraction.ofDouble(amount).over(new Fraction(pupils)));
  if (!weighted) {
    const centre = mean(perPupil);
    return squares(perPupil).over(new Fraction(shares.length)).over(centre.times(centre));
  }
  const pupils = new Fraction(shares.reduce((sum, share) => sum + share.pupils, 0));
  const centre = total(shares.map(({ amount }) => Fraction.ofDouble(amount))).over(pupils);
  const spread = perPupil.map((own, at) =>
    own
      .minus(centre)
      .times(own.minus(centre))
      .times(new Fraction(shares[at]?.pupils ?? 0)),
  );
  return total(spread).over(pupils).over(centre.times(centre));
}

describe("the published example of five schools", () => {
  test("weighted by enrolment is 0.5153, over the limit 0.50", () => {
    expect(disparity(BOOKS, true)?.toFixed(4)).toBe("0.5153");
  });

  test("unweighted is 0.4888, under the limit 0.50: the choice flips the verdict", () => {
    expect(disparity(BOOKS, false)?.toFixed(4)).toBe("0.4888");
  });

  test("is neither the sample form 0.5465 nor a mean of means", () => {
    expect(disparity(BOOKS, false)?.toFixed(4)).not.toBe("0.5465");
  });
});

test("any schools have the coefficient of the exact fractions", () => {
  const share = fc.record({
    amount: fc.integer({ min: 1, max: 10_000_000 }).map((cents) => cents / 100),
    pupils: fc.integer({ min: 1, max: 3000 }),
  });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 40 }), fc.boolean(), (shares, weighted) => {
      const exact = naiveSquare(shares, weighted);
      const found = disparity(shares, weighted) as number;
      // A coefficient of rounding dust is nil: the per-pupil amounts are rounded before their differences are taken.
      return exact.toNumber() < 1e-20
        ? found < 1e-12
        : digits(found, exact.root()) >= 12 - Math.max(0, -Math.log10(exact.root().toNumber()));
    }),
    { numRuns: 1000 },
  );
});

test("splitting a school in two equal halves changes the unweighted coefficient only", () => {
  const half = { amount: 467.5, pupils: 44.5 };
  const split = [...BOOKS.slice(0, 2), half, half, ...BOOKS.slice(3)];
  expect(disparity(split, true)).toBeCloseTo(disparity(BOOKS, true) as number, 14);
  expect(disparity(split, false)).not.toBeCloseTo(disparity(BOOKS, false) as number, 3);
});

test("equal schools differ by 0, no schools and no amounts have no coefficient", () => {
  expect(
    disparity(
      [
        { amount: 10, pupils: 5 },
        { amount: 20, pupils: 10 },
      ],
      true,
    ),
  ).toBe(0);
  expect(disparity([], true)).toBeUndefined();
  expect(disparity([{ amount: 0, pupils: 5 }], true)).toBeUndefined();
  expect(disparity([{ amount: 0, pupils: 5 }], false)).toBeUndefined();
});
