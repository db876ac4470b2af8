import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SubmissionBody } from "../../shared/contract.ts";
import { countOf, frequencyOf, longOf, placeKey, readKey, reports, scoresOf, talliesOf } from "../../shared/slice.ts";
import { add, equal, subtract, type Tally, zero } from "../../shared/tally.ts";
import { bodyByClass, bodySent, matched, type Pupil, pupil, scoresSent } from "./county.ts";

const CHINESE = placeKey({ part: "scores", stage: "junior", grade: 9, subject: "语文" });
const PAIRS = placeKey({ part: "pairs", stage: "junior", grade: 9, subject: "数学" });
const JOINT = placeKey({ part: "joint", stage: "junior", grade: 9, subject: null });
const pupils = fc.array(pupil, { maxLength: 40 });

type Sums = ReadonlyMap<string, Tally>;
const added = (members: readonly Sums[]): Sums => {
  const sums = new Map<string, Tally>();
  for (const member of members) for (const [key, own] of member) sums.set(key, add(sums.get(key) ?? zero, own));
  return sums;
};
const same = (a: Sums, b: Sums) => [...new Set([...a.keys(), ...b.keys()])].every((key) => equal(a.get(key) ?? zero, b.get(key) ?? zero));
const of = (list: readonly Pupil[]) => talliesOf(bodySent(list));

describe("the tallies of a county are the sum of its schools'", () => {
  test("for any partition of the pupils into schools, in any order", () => {
    const partition = pupils.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: list.length, maxLength: list.length }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(partition, ([list, school, order]) => {
        const schools = order.map((name) => list.filter((_, at) => school[at] === name));
        return same(added(schools.map(of)), of(list));
      }),
      { numRuns: 2000 },
    );
  });

  test("and a school taken out again leaves the sum of the others", () => {
    fc.assert(
      fc.property(pupils, pupils, (one, other) => {
        const sum = added([of(one), of(other)]);
        const rest = new Map([...sum].map(([key, own]) => [key, subtract(own, of(other).get(key) ?? zero)] as const));
        return same(rest, of(one));
      }),
      { numRuns: 1000 },
    );
  });
});

test("a grade sent in classes is the sum of its classes", () => {
  fc.assert(
    fc.property(pupils, (list) => same(talliesOf(bodyByClass(list)), of(list))),
    { numRuns: 500 },
  );
});

test("a grade sent whole and in classes is counted once: the whole, though only some classes were sent", () => {
  fc.assert(
    fc.property(pupils, (list) => {
      const some = list.filter((one) => one.class !== "1");
      for (const classes of [bodyByClass(list).slices, bodyByClass(some).slices]) {
        const wholeLast: SubmissionBody = { definitions: "test", slices: [...classes, ...bodySent(list).slices] };
        const wholeFirst: SubmissionBody = { definitions: "test", slices: [...bodySent(list).slices, ...classes] };
        expect(same(talliesOf(wholeLast), of(list)) && same(talliesOf(wholeFirst), of(list))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test("a tally equals a naive recount of the pupils", () => {
  fc.assert(
    fc.property(pupils, (list) => {
      const tallies = of(list);
      const own = tallies.get(CHINESE) ?? zero;
      for (const score of new Set(list.map(({ chinese }) => chinese))) {
        expect(countOf(own, String(score))).toBe(list.filter(({ chinese }) => chinese === score).length);
      }
      const pairs = matched(list);
      expect(countOf(tallies.get(PAIRS), "matched")).toBe(pairs.length);
      expect(longOf(tallies.get(PAIRS), "product")).toBe(pairs.reduce((sum, [x, y]) => sum + BigInt(x) * BigInt(y), 0n));
      expect(longOf(tallies.get(PAIRS), "before2")).toBe(pairs.reduce((sum, [x]) => sum + BigInt(x) ** 2n, 0n));
      expect(countOf(tallies.get(JOINT), "passed")).toBeLessThanOrEqual(countOf(tallies.get(JOINT), "pupils"));
    }),
    { numRuns: 500 },
  );
});

describe("a distribution", () => {
  test("comes back from its tally as it was sent", () => {
    fc.assert(
      fc.property(pupils, (list) => {
        const sent = scoresSent(
          2,
          list.map(({ chinese }) => chinese),
        );
        expect(scoresOf(of(list).get(CHINESE) ?? zero, 2)).toEqual(sent);
      }),
      { numRuns: 500 },
    );
  });

  test("is read as marks on its grid, ascending, states left out", () => {
    const own = { "120": 2, "9": 1, "119": 3, absent: 4, left: 1 };
    expect(frequencyOf(own, 2)).toEqual([
      [4.5, 1],
      [59.5, 3],
      [60, 2],
    ]);
    expect(frequencyOf({ "599": 1, "600": 1 }, 10)).toEqual([
      [59.9, 1],
      [60, 1],
    ]);
  });
});

test("sums beyond 2^53 travel as digits and are added exactly", () => {
  const pairs = {
    grid: { before: 1000, after: 2 },
    matched: 3,
    unmatched: 0,
    before: 3,
    after: 3,
    before2: "90071992547409931234",
    after2: 3,
    product: 3,
  } as const;
  const body: SubmissionBody = { definitions: "test", slices: [{ stage: "junior", grade: 9, subject: "数学", class: null, pairs }] };
  const sum = added([talliesOf(body), talliesOf(body)]);
  expect(longOf(sum.get(PAIRS), "before2")).toBe(2n * 90071992547409931234n);
});

test("an amount of 0 is reported, an amount left out is not", () => {
  const slice = {
    stage: "primary",
    grade: null,
    subject: null,
    class: null,
    resources: { pupils: 100, amounts: { "rooms.multimedia": 0 } },
  } as const;
  const own =
    talliesOf({ definitions: "test", slices: [slice] }).get(
      placeKey({ part: "resources", stage: "primary", grade: null, subject: null }),
    ) ?? zero;
  expect([reports(own, "rooms.multimedia"), reports(own, "area.sports")]).toEqual([true, false]);
});

test("a slice's name says what it is about", () => {
  for (const key of [CHINESE, PAIRS, JOINT]) expect(placeKey(readKey(key))).toBe(key);
  expect(readKey(JOINT)).toEqual({ part: "joint", stage: "junior", grade: 9, subject: null });
});
