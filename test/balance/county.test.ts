import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stageCheck } from "../../shared/balance/county.ts";
import { type StageRow, schoolCheck } from "../../shared/balance/school.ts";
import { type Standard, standardOf } from "../../shared/balance/standard.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { Fraction, total } from "../tools/fractions.ts";
import { ENOUGH, row, rules } from "./rows.ts";

const standard = standardOf(rules);
const read = (rows: readonly StageRow[], by: Standard = standard, stage: "primary" | "junior" = "primary") =>
  stageCheck(
    by,
    stage,
    rows,
    rows.map((one) => schoolCheck(by, one)),
    null,
  );
/** Schools that differ in one thing only: so many multimedia classrooms. */
const withRooms = (schools: readonly (readonly [pupils: number, rooms: number])[]) =>
  schools.map(([pupils, rooms], at) =>
    row("primary", pupils, [...ENOUGH.primary.slice(0, 6).map((value) => value * pupils), rooms], `S${at + 1}`),
  );
/** Pupils and books of five schools, published with the formula of 差异系数. */
const GOLDEN = [
  [45, 279],
  [37, 137],
  [89, 935],
  [76, 160],
  [55, 402],
] as const;

describe("差异系数 of a stage", () => {
  test("the published example: 0.5153 by enrolment misses 0.50; unweighted it is 0.4888 and would have passed", () => {
    const stage = read(withRooms(GOLDEN));
    const rooms = stage.dispersions[6];
    expect(rooms?.weighted?.toFixed(4)).toBe("0.5153");
    expect(rooms?.unweighted?.toFixed(4)).toBe("0.4888");
    expect(rooms).toMatchObject({ limit: 0.5, operator: "<=", verdict: "missed" });
    expect(stage).toMatchObject({ pupils: 302, schools: 5, passing: 5, verdict: "missed" });
  });

  test("the region's choice of the unweighted one turns the verdict", () => {
    const choice = { option: "cv-weighting", choice: "none", by: "bureau", at: "2026-11-30T00:00:00Z", why: "省里这样算" };
    const own = standardOf(rulesOf(shipped, latestRelease, [choice]));
    expect(read(withRooms(GOLDEN), own)).toMatchObject({ verdict: "met" });
  });

  test("on the limit is met: pupils 1 and 1 with 3 and 1 have mean 2, S 1 and 0.5", () => {
    expect(
      read(
        withRooms([
          [1, 3],
          [1, 1],
        ]),
      ).dispersions[6],
    ).toMatchObject({ weighted: 0.5, verdict: "met" });
  });

  test("of amounts that are alike is 0, of nothing at all no number", () => {
    const rows = withRooms([
      [10, 0],
      [20, 0],
    ]);
    const { dispersions, verdict } = read(rows);
    expect(dispersions[0]).toMatchObject({ weighted: 0, unweighted: 0, verdict: "met" });
    expect(dispersions[6]).toMatchObject({
      weighted: null,
      unweighted: null,
      verdict: "undecided",
      reason: { en: "the amounts add up to 0" },
    });
    // The schools themselves have missed it.
    expect(verdict).toBe("missed");
  });

  test("waits while a school is missing, or has left the amount out", () => {
    const rows = withRooms(GOLDEN.slice(0, 2));
    const missing = { zh: "应填报 3 所，还有 1 所未填报", en: "1 of 3 required schools have not submitted" };
    const schools = rows.map((one) => schoolCheck(standard, one));
    expect(stageCheck(standard, "primary", rows, schools, missing)).toMatchObject({ verdict: "undecided", reason: missing });
    const hole = [...rows, row("primary", 10, [...ENOUGH.primary.slice(0, 6), null], "S9")];
    expect(read(hole).dispersions[6]).toMatchObject({ verdict: "undecided", reason: { en: "1 school has not reported it" } });
  });
});

describe("laws", () => {
  const schools = fc.array(fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 5000 })), { minLength: 1, maxLength: 12 });

  test("it is the root of P·Σ(a²/p) ÷ A² − 1, from exact fractions", () => {
    fc.assert(
      fc.property(schools, (list) => {
        const sum = (terms: readonly number[]) => new Fraction(terms.reduce((all, one) => all + one, 0));
        const [pupils, rooms] = [sum(list.map(([own]) => own)), sum(list.map(([, own]) => own))];
        const parts = total(list.map(([own, had]) => new Fraction(had * had, own)));
        const square = pupils.times(parts).over(rooms.times(rooms)).minus(new Fraction(1));
        expect(read(withRooms(list)).dispersions[6]?.weighted).toBeCloseTo(square.root().toNumber(), 10);
      }),
    );
  });

  test("the order of the schools does not matter", () => {
    fc.assert(
      fc.property(
        schools.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, mixed]) => {
          const [one, other] = [read(withRooms(list)), read(withRooms(mixed))];
          one.dispersions.forEach((dispersion, at) => {
            expect(other.dispersions[at]?.weighted).toBeCloseTo(dispersion.weighted as number, 10);
            expect(other.dispersions[at]?.verdict).toBe(dispersion.verdict);
          });
          expect([other.passing, other.verdict]).toEqual([one.passing, one.verdict]);
        },
      ),
    );
  });

  test("twice as much for every school leaves 差异系数 as it is", () => {
    fc.assert(
      fc.property(schools, (list) => {
        const [one, other] = [read(withRooms(list)), read(withRooms(list.map(([pupils, rooms]) => [pupils, 2 * rooms] as const)))];
        expect(other.dispersions[6]?.weighted).toBe(one.dispersions[6]?.weighted);
        expect(other.dispersions[6]?.unweighted).toBe(one.dispersions[6]?.unweighted);
      }),
    );
  });

  test("schools of one size weigh alike: both 差异系数 are one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }),
        (size, rooms) => {
          const { weighted, unweighted } = read(withRooms(rooms.map((own) => [size, own] as const))).dispersions[6] ?? {};
          expect(weighted).toBeCloseTo(unweighted as number, 12);
        },
      ),
    );
  });
});
