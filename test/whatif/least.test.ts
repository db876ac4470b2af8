/** The least number of pupils: reached with n and not with one fewer, against counting up one by one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frequency } from "../../shared/kernel/frequency.ts";
import { meets, type Operator } from "../../shared/target.ts";
import { leastChange, type Standing } from "../../shared/whatif/least.ts";
import { firstOf, rungsAbove, rungsBelow } from "../../shared/whatif/nearest.ts";
import { randomness } from "../bench/marks.ts";
import { Fraction } from "../tools/fractions.ts";

const OPERATORS: readonly Operator[] = [">=", ">", "<=", "<", "=", "between"];

/** Tries 0, 1, 2 … pupils in and out until the limit is met. */
function byTrying({ numerator, denominator, rise, fall }: Standing, meetsAt: (k: number) => boolean): number | undefined {
  for (let n = 0; n <= Math.max(rise, fall); n++) {
    if (n <= rise && meetsAt(numerator + n)) return n;
    if (n <= fall && meetsAt(numerator - n)) return n;
  }
  return denominator < 0 ? 0 : undefined;
}

test("a million random cases: met with so many, and with one fewer in neither direction; impossible is so for all", {
  timeout: 120_000,
}, () => {
  const random = randomness(2026);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const wrong: string[] = [];
  let impossible = 0;
  for (let at = 0; at < 1_000_000; at++) {
    const denominator = 1 + whole(400);
    const numerator = whole(denominator);
    const standing = { numerator, denominator, rise: whole(denominator - numerator), fall: whole(numerator) };
    const [a, b] = [whole(1000), whole(1000)].sort((one, two) => one - two) as [number, number];
    const operator = OPERATORS[at % OPERATORS.length] as Operator;
    // Compared in whole thousandths, by another way than the kernel's.
    const holds = (k: number) => {
      const [left, low, high] = [k * 1000, a * denominator, b * denominator];
      if (operator === "between") return left >= low && left <= high;
      return { ">=": left >= low, ">": left > low, "<=": left <= low, "<": left < low, "=": left === low }[operator];
    };
    const found = leastChange(standing, { operator, value: a / 1000, upTo: operator === "between" ? b / 1000 : null });
    if (found.possible) {
      const { pupils, change } = found;
      const reached = holds(numerator + change) && Math.abs(change) === pupils && change <= standing.rise && -change <= standing.fall;
      const fewer = pupils > 0 && (holds(numerator + pupils - 1) || holds(numerator - pupils + 1));
      if (!reached || fewer) wrong.push(JSON.stringify({ standing, operator, a, b, found }));
    } else {
      impossible++;
      if (at % 50 === 0 && byTrying(standing, holds) !== undefined) wrong.push(JSON.stringify({ standing, operator, a, b, found }));
    }
  }
  expect(wrong).toEqual([]);
  expect(impossible).toBeGreaterThan(1000);
});

const standing = fc.integer({ min: 1, max: 60 }).chain((denominator) =>
  fc.integer({ min: 0, max: denominator }).chain((numerator) =>
    fc.record({
      numerator: fc.constant(numerator),
      denominator: fc.constant(denominator),
      rise: fc.integer({ min: 0, max: denominator - numerator }),
      fall: fc.integer({ min: 0, max: numerator }),
    }),
  ),
);
const limit = fc.record({
  operator: fc.constantFrom(...OPERATORS),
  value: fc.integer({ min: 0, max: 200 }).map((n) => n / 200),
  upTo: fc.integer({ min: 0, max: 200 }).map((n) => n / 200),
});

describe("on small cases equals trying one pupil after the other", () => {
  test("as the verdict judges", () => {
    fc.assert(
      fc.property(standing, limit, (own, { operator, value, upTo }) => {
        const found = leastChange(own, { operator, value, upTo });
        const tried = byTrying(own, (k) => meets({ numerator: k, denominator: own.denominator }, operator, value, upTo));
        return (found.possible ? found.pupils : undefined) === tried;
      }),
      { numRuns: 5000 },
    );
  });

  test("and for changes against a baseline, in points and as growth", () => {
    const since = fc.record({
      rate: fc
        .integer({ min: 1, max: 40 })
        .chain((n) => fc.record({ numerator: fc.integer({ min: 0, max: n }), denominator: fc.constant(n) })),
      mode: fc.constantFrom("points" as const, "growth" as const),
    });
    const change = limit.map(({ value, upTo, operator }) => ({ operator, value: value - 0.5, upTo: upTo - 0.5 }));
    fc.assert(
      fc.property(standing, change, since, (own, { operator, value, upTo }, { rate, mode }) => {
        const found = leastChange(own, { operator, value, upTo }, { rate, mode });
        if (mode === "growth" && rate.numerator === 0) return !found.possible;
        const base = new Fraction(rate.numerator, rate.denominator);
        const tried = byTrying(own, (k) => {
          const points = new Fraction(k, own.denominator).minus(base);
          const fact = mode === "points" ? points : points.over(base);
          return meets({ numerator: fact.top, denominator: fact.bottom }, operator, value, upTo);
        });
        return (found.possible ? found.pupils : undefined) === tried;
      }),
      { numRuns: 5000 },
    );
  });
});

test("a low rate of at most 5 % of 40 with 4 below lacks two, who rise over the low line", () => {
  const found = leastChange({ numerator: 4, denominator: 40, rise: 36, fall: 4 }, { operator: "<=", value: 0.05 });
  expect(found).toEqual({ possible: true, pupils: 2, change: -2, after: { numerator: 2, denominator: 40 } });
});

describe("impossible is said with its proof", () => {
  test("45 of 50 sat: absent pupils in the denominator cannot be made up for", () => {
    const found = leastChange({ numerator: 40, denominator: 50, rise: 5, fall: 40 }, { operator: ">=", value: 0.95 });
    expect(found).toMatchObject({
      possible: false,
      why: {
        zh: "不可能：能进入的只有 5 人，全部进入也只有 45 ÷ 50 = 90.0 %；≥ 95 % 至少要 48 人",
        en: "impossible: only 5 pupils can come in, and with all of them it is 45 ÷ 50 = 90.0 %; ≥ 95 % takes at least 48",
      },
    });
  });
  test("no whole number of 7 pupils is a half", () => {
    const found = leastChange({ numerator: 3, denominator: 7, rise: 4, fall: 3 }, { operator: "=", value: 0.5 });
    expect(found.possible ? "" : found.why.en).toBe("impossible: = 50 % of 7 is 3.5 pupils, and no whole number from 0 to 7 is that");
  });
  test("nobody sat", () => {
    expect(leastChange({ numerator: 0, denominator: 0, rise: 0, fall: 0 }, { operator: ">=", value: 0.5 }).possible).toBe(false);
  });
});

describe("who they are", () => {
  const frequency: Frequency = [
    [40, 2],
    [58, 3],
    [59.5, 4],
    [60, 5],
    [61.5, 1],
  ];
  test("below the line the nearest come first, each with the parts of a mark it lacks", () => {
    expect(firstOf(rungsBelow(frequency, 60, 2), 6)).toEqual({
      taken: [
        { mark: 59.5, gap: 1, pupils: 4 },
        { mark: 58, gap: 4, pupils: 2 },
      ],
      gap: 12,
    });
  });
  test("a line between two half marks is reached by the next", () => {
    expect(rungsBelow(frequency, 59.6, 2)[0]).toEqual({ mark: 59.5, gap: 1, pupils: 4 });
  });
  test("above it those who stand on it come first", () => {
    expect(firstOf(rungsAbove(frequency, 60, 2), 6).taken.map(({ mark, gap }) => [mark, gap])).toEqual([
      [60, 1],
      [61.5, 4],
    ]);
  });
});
