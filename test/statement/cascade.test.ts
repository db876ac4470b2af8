/** The cascade check against brute force: every way in which the parts may just meet their targets, and every pupil behind a joint pass. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cascade, type Part } from "../../shared/statement/cascade.ts";
import { type Bound, type Interval, joint, within } from "../../shared/statement/interval.ts";

const PEOPLE = { zh: "人", en: "pupils" };
const named = (name: string) => ({ zh: name, en: name });
const hundredth = fc.integer({ min: 0, max: 100 });

/** A limit in whole hundredths, so that the oracle compares k x 100 with p x n and nothing else. */
interface Limit {
  readonly operator: Bound["operator"];
  readonly p: number;
  readonly q: number;
}
const limit: fc.Arbitrary<Limit> = fc
  .record({ operator: fc.constantFrom(">=", ">", "<=", "<", "=", "between"), p: hundredth, q: hundredth })
  .map(({ operator, p, q }) => ({ operator, p: operator === "between" ? Math.min(p, q) : p, q: Math.max(p, q) }));
const bound = ({ operator, p, q }: Limit): Bound => ({ operator, value: p / 100, upTo: operator === "between" ? q / 100 : null });

function isMet(k: number, n: number, { operator, p, q }: Limit): boolean {
  const [left, right] = [100 * k, p * n];
  if (operator === ">=") return left >= right;
  if (operator === ">") return left > right;
  if (operator === "<=") return left <= right;
  if (operator === "<") return left < right;
  return operator === "=" ? left === right : left >= right && left <= q * n;
}

/** All counts of n with which every limit is met; of nobody 0 meets them all. */
function counts(n: number, limits: readonly Limit[]): number[] {
  const all = Array.from({ length: n + 1 }, (_, k) => k);
  return n === 0 ? [0] : all.filter((k) => limits.every((one) => isMet(k, n, one)));
}

/** Every sum of one count from each list. */
function sums(lists: readonly number[][]): Set<number> {
  let sofar = new Set([0]);
  for (const list of lists) sofar = new Set([...sofar].flatMap((sum) => list.map((k) => sum + k)));
  return sofar;
}

describe("counts within limits", () => {
  test("are just those between the ends, for every limit there is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.array(limit, { maxLength: 3 }), (n, limits) => {
        const found = counts(n, limits);
        const { least, most } = within(n, limits.map(bound));
        if (found.length === 0) expect(least).toBeGreaterThan(most);
        else expect([least, most]).toEqual([Math.min(...found), Math.max(...found)]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [25, ">=", 0.28, 7], // binary arithmetic makes it 8
    [299, "=", 1, 299],
    [20, ">", 0.9, 19],
    [10_000_000, ">=", 0.95, 9_500_000],
  ] as const)("of %d pupils %s %d is %d at least", (n, operator, value, least) => {
    expect(within(n, [{ operator, value, upTo: null }]).least).toBe(least);
  });
});

describe("parts and whole", () => {
  const part = fc.record({ n: fc.integer({ min: 0, max: 9 }), limits: fc.array(limit, { maxLength: 2 }) });
  test("are implied, short and over as the trial of every combination says", () => {
    const seen = { implied: 0, not: 0 };
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), limit, fc.integer({ min: 0, max: 4 }), (given, whole, uncovered) => {
        const base = given.reduce((sum, { n }) => sum + n, uncovered);
        const asked = counts(base, [whole]);
        const lists = given.map(({ n, limits }) => counts(n, limits));
        const parts = given.map(({ n, limits }, at): Part => ({ name: named(`P${at}`), base: n, bounds: limits.map(bound) }));
        const found = cascade({ name: named("W"), bound: bound(whole), base, counted: PEOPLE }, parts);
        if (asked.length === 0 || lists.some((list) => list.length === 0)) {
          expect(found.implied).toBeNull();
          return;
        }
        const reached = [...sums([...lists, counts(uncovered, [])])];
        expect(found.implied).toBe(reached.every((sum) => base === 0 || isMet(sum, base, whole)));
        expect(found.short).toBe(Math.max(0, Math.min(...asked) - Math.min(...reached)));
        expect(found.over).toBe(Math.max(0, Math.max(...reached) - Math.max(...asked)));
        expect(found.uncovered).toBe(uncovered);
        seen[found.implied ? "implied" : "not"]++;
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.implied, seen.not)).toBeGreaterThan(50);
  });

  test("whole targets are implied by parts that have the same one: heads rounded up add up to at least the whole's", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 300 }), hundredth, (sizes, p) => {
        const bounds: Bound[] = [{ operator: ">=", value: p / 100, upTo: null }];
        const base = sizes.reduce((sum, n) => sum + n, 0);
        const parts = sizes.map((n, at): Part => ({ name: named(`P${at}`), base: n, bounds }));
        expect(cascade({ name: named("W"), bound: bounds[0] as Bound, base, counted: PEOPLE }, parts).implied).toBe(true);
      }),
    );
  });

  test("three schools: 20 at 100 %, 300 at 85 %, 500 at 85 % come to 700 of 820, and 90 % needs 738: 38 short, in the two large ones", () => {
    const at = (name: string, base: number, value: number): Part => ({
      name: named(name),
      base,
      bounds: [{ operator: ">=", value, upTo: null }],
    });
    const found = cascade(
      {
        name: { zh: "任城区（及格率 ≥ 90 %）", en: "Rencheng" },
        bound: { operator: ">=", value: 0.9, upTo: null },
        base: 820,
        counted: PEOPLE,
      },
      [at("一中", 20, 1), at("二中", 300, 0.85), at("三中", 500, 0.85)],
    );
    expect([found.implied, found.parts?.least, found.asked?.least, found.short]).toEqual([false, 700, 738, 38]);
    expect(found.behind.map(({ name, at: k, by }) => [name.zh, k, by])).toEqual([
      ["二中", 255, 15],
      ["三中", 425, 25],
    ]);
    expect(found.words.zh).toBe(
      "各部分都刚好达标时，合计最少 700 人，任城区（及格率 ≥ 90 %）要求至少 738 人：分目标不能保证总目标，还差 38 人。目标比总目标宽的：三中 500 人中 425 人，与总目标相差 25 人；二中 300 人中 255 人，与总目标相差 15 人。",
    );
    expect(found.words.en).toContain("short by 38 pupils");
  });

  test("of 300 schools the sentence names the five with the most and counts the rest, and the data have all", () => {
    const parts = Array.from({ length: 300 }, (_, at): Part => ({ name: named(`S${at}`), base: 100 + at, bounds: [] }));
    const base = parts.reduce((sum, one) => sum + (one.base ?? 0), 0);
    const found = cascade({ name: named("W"), bound: { operator: ">=", value: 0.5, upTo: null }, base, counted: PEOPLE }, parts);
    expect([found.behind.length, found.without.length]).toEqual([300, 300]);
    expect(found.words.zh).toContain("S299 399 人中 0 人，与总目标相差 200 人；S297");
    expect(found.words.zh).toContain("等 300 个");
    expect(found.words.en).toContain("and 295 more");
    expect(found.words.zh.length).toBeLessThan(400);
  });

  test("what has no target and what is in no part are taken at their worst, and said", () => {
    const bounds: Bound[] = [{ operator: ">=", value: 1, upTo: null }];
    const whole = { name: named("W"), bound: { operator: ">=", value: 0.5, upTo: null } as Bound, base: 40, counted: PEOPLE };
    const found = cascade(whole, [
      { name: named("甲"), base: 15, bounds },
      { name: named("乙"), base: 15, bounds: [] },
    ]);
    expect([found.implied, found.short, found.uncovered, found.without.map(({ zh }) => zh)]).toEqual([false, 5, 10, ["乙"]]);
    expect(found.words.zh).toContain("没有分目标、按最坏情况计：乙。另有 10 人不在任何部分");
  });

  test("unknown sizes, overlapping parts and contradictory targets are said, never guessed", () => {
    const whole = { name: named("W"), bound: { operator: ">=", value: 0.5, upTo: null } as Bound, base: 10, counted: PEOPLE };
    const both: Bound[] = [
      { operator: ">=", value: 0.9, upTo: null },
      { operator: "<=", value: 0.1, upTo: null },
    ];
    const told = (parts: Part[]) => {
      const { implied, words } = cascade(whole, parts);
      return [implied, words.zh];
    };
    expect(told([{ name: named("甲"), base: null, bounds: [] }])).toEqual([null, "甲的人数未知，无法核对。"]);
    expect(told([{ name: named("甲"), base: 11, bounds: [] }])).toEqual([null, "各部分共 11，多于整体的 10：有重叠，不能相加。"]);
    expect(told([{ name: named("甲"), base: 10, bounds: both }])).toEqual([null, "甲的分目标互相矛盾，无法同时达到。"]);
    expect(told([])).toEqual([null, "没有分目标。"]);
  });

  test("a mean mark adds up in its half marks: 40 pupils at 60.3 need 2412 marks, two halves of 20 at 60.26 bring 1205.5 each", () => {
    const measure = { factor: 1, grid: 2, top: 100 } as const;
    const at = (base: number, value: number): Part => ({ name: named("甲"), base, bounds: [{ operator: ">=", value, upTo: null }] });
    const found = cascade(
      { name: named("W"), bound: { operator: ">=", value: 60.3, upTo: null }, base: 40, measure, counted: { zh: "分", en: "marks" } },
      [at(20, 60.26), at(20, 60.26)],
    );
    // 20 x 60.26 = 1205.2: the next half mark is 1205.5, 2411 halves.
    expect([found.parts?.least, found.asked?.least, found.short]).toEqual([2 * 2411, 4824, 2]);
    expect(found.words.zh).toContain("还差 1 分");
  });
});

describe("a pass in all subjects at once", () => {
  test("guide E.3: 95 % in each of three subjects allows 85 to 95 %", () => {
    expect(
      joint(
        100,
        [95, 95, 95].map((k) => ({ least: k, most: k })),
      ),
    ).toEqual({ least: 85, most: 95 });
  });

  test("both ends of the bound are the least and the most over every way pupils may pass, for small classes", () => {
    const subject = (n: number) =>
      fc
        .tuple(fc.integer({ min: 0, max: n }), fc.integer({ min: 0, max: n }))
        .map(([a, b]) => ({ least: Math.min(a, b), most: Math.max(a, b) }));
    const small = fc
      .integer({ min: 1, max: 4 })
      .chain((n) => fc.tuple(fc.constant(n), fc.array(subject(n), { minLength: 1, maxLength: 3 })));
    fc.assert(
      fc.property(small, ([n, subjects]) => {
        expect(joint(n, subjects)).toEqual(everyWay(n, subjects));
      }),
      { numRuns: 300 },
    );
  });

  test("the worst case exists for any size: pupils who fail one subject each, subject after subject", () => {
    const any = fc
      .integer({ min: 1, max: 500 })
      .chain((n) => fc.tuple(fc.constant(n), fc.array(fc.integer({ min: 0, max: n }), { minLength: 1, maxLength: 9 })));
    fc.assert(
      fc.property(any, ([n, passes]) => {
        const pupils = Array.from({ length: n }, () => true);
        let next = 0;
        for (const k of passes) for (let fail = 0; fail < n - k; fail++) pupils[next++ % n] = false;
        expect(
          joint(
            n,
            passes.map((k) => ({ least: k, most: k })),
          ).least,
        ).toBe(pupils.filter(Boolean).length);
      }),
    );
  });

  test("a school whose three groups promise 98 % of 100 pupils each does not promise 95 % in all: one short, and the sentence says how", () => {
    const bounds: Bound[] = [{ operator: ">=", value: 0.98, upTo: null }];
    const subjects = ["语文", "数学", "英语"].map((name) => ({ name: named(name), base: 100, bounds }));
    const whole = {
      name: named("一中全科合格率"),
      bound: { operator: ">=", value: 0.95, upTo: null } as Bound,
      base: 100,
      counted: PEOPLE,
    };
    const found = cascade(whole, [{ name: named("一中"), base: 100, bounds: [], subjects }]);
    expect([found.implied, found.parts?.least, found.short]).toEqual([false, 94, 1]);
    expect(found.words.zh).toContain("可有未过线（含未考）的语文 2 人、数学 2 人、英语 2 人，最坏时互不重叠，全科合格最少 94 人");
    const without = subjects.map((one, at) => (at === 0 ? { ...one, bounds: [] } : one));
    expect(cascade(whole, [{ name: named("一中"), base: 100, bounds: [], subjects: without }]).without).toEqual([
      { zh: "一中语文", en: "一中, 语文" },
    ]);
  });

  test("pupils excused from a subject pass it without a mark", () => {
    const subjects = [{ name: named("体育"), base: 8, excused: 2, bounds: [{ operator: ">=", value: 1, upTo: null } as Bound] }];
    const whole = { name: named("W"), bound: { operator: ">=", value: 1, upTo: null } as Bound, base: 10, counted: PEOPLE };
    expect(cascade(whole, [{ name: named("甲"), base: 10, bounds: [], subjects }]).implied).toBe(true);
    expect(cascade(whole, [{ name: named("甲"), base: 9, bounds: [], subjects }]).implied).toBeNull();
  });
});

/** The least and most who pass all, over every table of pupils and subjects whose column sums lie where they may. */
function everyWay(n: number, subjects: readonly Interval[]): Interval {
  const bits = n * subjects.length;
  let [least, most] = [n + 1, -1];
  for (let table = 0; table < 2 ** bits; table++) {
    const passes = (pupil: number, subject: number) => ((table >> (pupil * subjects.length + subject)) & 1) === 1;
    const pupils = Array.from({ length: n }, (_, pupil) => pupil);
    const allowed = subjects.every(({ least: low, most: high }, subject) => {
      const k = pupils.filter((pupil) => passes(pupil, subject)).length;
      return k >= low && k <= high;
    });
    if (!allowed) continue;
    const all = pupils.filter((pupil) => subjects.every((_, subject) => passes(pupil, subject))).length;
    least = Math.min(least, all);
    most = Math.max(most, all);
  }
  return { least, most };
}
