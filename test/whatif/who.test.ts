/** Who is needed, against lifting pupils in the rows one by one, nearest to the line first. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Member, RollupInput } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { total } from "../../shared/tally.ts";
import { meets, type Operator } from "../../shared/target.ts";
import { type Target, whoIsNeeded } from "../../shared/whatif/who.ts";
import { collection, type Pupil, pupil, rollupInput } from "../indicators/county.ts";
import { Fraction } from "../tools/fractions.ts";
import { bodyOf, lowestOf } from "./rows.ts";

type Subject = "chinese" | "maths";
const FULL = { chinese: 240, maths: 200 } as const;
const SUBJECT = { chinese: "语文", maths: "数学" } as const;

/** Everybody's lowest mark is told only where nobody was away: then the risers are all who did not pass. */
const present = pupil.filter(({ chinese, maths }) => typeof chinese === "number" && typeof maths === "number");

function inputOf(now: readonly (readonly Pupil[])[], then: readonly Pupil[]): RollupInput {
  const before = talliesOf(bodyOf(then));
  const members = now.map(
    (pupils, at): Member => ({
      school: `S${at}`,
      name: `第${at}中学`,
      stages: ["junior"],
      tallies: talliesOf(bodyOf(pupils)),
      baseline: before,
    }),
  );
  return rollupInput(members, { baseline: { sums: total(members.map(() => before)), collection: collection() } });
}

/** Marks as whole numbers on the half-mark grid. */
const marksIn = (pupils: readonly Pupil[], subject: Subject) =>
  pupils.flatMap((one) => (typeof one[subject] === "number" ? [one[subject]] : []));

interface Case {
  readonly target: Omit<Target, "unit" | "limit">;
  /** For each mark or pupil the distance to the line in half marks or per cent; 0 and below: reaches it. */
  readonly away: (pupils: readonly Pupil[]) => number[];
  readonly below?: true;
  readonly change?: true;
  readonly half: 1 | 2;
}
const at = { stage: "junior", grade: 9 } as const;
const cases: Record<string, Case> = {
  pass: {
    target: { ...at, indicator: "exam.pass", subject: "语文" },
    away: (all) => marksIn(all, "chinese").map((mark) => 144 - mark),
    half: 2,
  },
  excellent: {
    target: { ...at, indicator: "exam.excellent", subject: "数学" },
    away: (all) => marksIn(all, "maths").map((mark) => 170 - mark),
    half: 2,
  },
  low: {
    target: { ...at, indicator: "exam.low", subject: "语文" },
    away: (all) => marksIn(all, "chinese").map((mark) => 96 - mark),
    below: true,
    half: 2,
  },
  pooled: {
    target: { ...at, grade: null, indicator: "academic.attainment.rate.junior", subject: null },
    away: (all) => [...marksIn(all, "chinese").map((mark) => 144 - mark), ...marksIn(all, "maths").map((mark) => 120 - mark)],
    half: 2,
  },
  change: {
    target: { ...at, grade: null, indicator: "academic.excellence.change.junior", subject: null },
    away: (all) => [...marksIn(all, "chinese").map((mark) => 204 - mark), ...marksIn(all, "maths").map((mark) => 170 - mark)],
    change: true,
    half: 2,
  },
  joint: {
    target: { ...at, indicator: "exam.allpass", subject: null },
    away: (all) => all.map((one) => 60 - (lowestOf(one) as number)),
    half: 1,
  },
};
const limits = fc.record({
  operator: fc.constantFrom<Operator>(">=", ">", "<=", "<", "between"),
  value: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
});

test.each(Object.entries(cases))(
  "%s: reached by lifting just so many of the rows and not by one fewer, of the region and of a school",
  (name, { target, away, below, change, half }) => {
    const cohort = fc.array(name === "joint" ? present : pupil, { minLength: 1, maxLength: 25 });
    const seen = { lifted: 0, impossible: 0, met: 0 };
    fc.assert(
      fc.property(
        fc.array(cohort, { minLength: 1, maxLength: 3 }),
        cohort,
        limits,
        fc.boolean(),
        (now, then, { operator, value }, whole) => {
          const limit = {
            operator,
            value: change ? value / 2 - 0.25 : value,
            upTo: operator === "between" ? Math.min(1, value + 0.2) : null,
          };
          const found = whoIsNeeded(inputOf(now, then), { ...target, limit, unit: whole ? "370811" : "S0" });
          const pupils = whole ? now.flat() : (now[0] as Pupil[]);
          const gaps = away(pupils).sort((a, b) => a - b);
          const base = away(then);
          if (gaps.length === 0 || (change && base.length === 0)) return !found.possible;
          const risers = gaps.filter((gap) => gap > 0);
          const holds = (lifted: number) => {
            const reached = gaps.length - risers.length + lifted;
            const rate = new Fraction(below ? gaps.length - reached : reached, gaps.length);
            const fact = change ? rate.minus(new Fraction(base.filter((gap) => gap <= 0).length, base.length)) : rate;
            return meets({ numerator: fact.top, denominator: fact.bottom }, limit.operator, limit.value, limit.upTo);
          };
          const least = [...Array(risers.length + 1).keys()].find(holds);
          if (!found.possible || !found.rising) {
            seen.impossible++;
            return least === undefined;
          }
          if (found.pupils === 0) seen.met++;
          else seen.lifted++;
          const taken = found.bands.reduce((sum, band) => sum + band.taken, 0);
          const effort = risers.slice(0, found.pupils).reduce((sum, gap) => sum + gap, 0) / half;
          return (
            found.pupils === least &&
            taken === found.pupils &&
            found.effort === effort &&
            (found.pupils === 0 || found.words.zh.startsWith(`还差 ${found.pupils} 人`))
          );
        },
      ),
      { numRuns: 400 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
  },
);

test("bands hold those who have just these marks", () => {
  const cohort = fc.array(pupil, { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(cohort, ({ length, ...rest }) => {
      const pupils = Array.from({ length }, (_, place) => rest[place] as Pupil);
      const found = whoIsNeeded(inputOf([pupils], pupils), {
        ...(cases.pass as Case).target,
        unit: "S0",
        limit: { operator: ">=", value: 0.9 },
      });
      if (!found.possible) return true;
      return found.bands.every(({ subject, line, low, high, pupils: count, over, within }) => {
        const marks = marksIn(pupils, "chinese").map((mark) => mark / 2);
        const there = marks.filter((mark) => mark < 72 && 72 - mark > over && 72 - mark <= within);
        return (
          subject === SUBJECT.chinese &&
          line === 72 &&
          count === there.length &&
          low === Math.min(...there) &&
          high === Math.max(...there) &&
          high < FULL.chinese
        );
      });
    }),
    { numRuns: 300 },
  );
});

describe("in words", () => {
  const marks = (...given: (readonly [mark: number, pupils: number])[]) =>
    given.flatMap(([mark, count]) =>
      Array.from({ length: count }, (): Pupil => ({ class: "1", chinese: 2 * mark, maths: 2 * mark, entry: null })),
    );
  const county = inputOf([marks([40, 3], [68, 2], [70, 1], [71.5, 4], [72, 10])], marks([40, 1], [80, 1]));
  const ask = (limit: Target["limit"], over: Partial<Target> = {}) =>
    whoIsNeeded(county, { ...(cases.pass as Case).target, unit: "S0", limit, ...over });

  test("they are told band by band, the nearest first", () => {
    const found = ask({ operator: ">=", value: 0.8 });
    expect(found.possible && found.words).toEqual({
      zh: "还差 6 人：10 ÷ 20 = 50.0 % → 16 ÷ 20 = 80.0 %（目标 ≥ 80 %）。离线最近的：语文 72 分线下 2 分以内（70—71.5 分）有 5 人，2—5 分（68 分）有 2 人，取 1 人；共提高 8 分",
      en: "6 short (pupils): 10 ÷ 20 = 50.0 % → 16 ÷ 20 = 80.0 % (target ≥ 80 %). Nearest to the line: below 72 in 语文, within 2 marks (70 to 71.5): 5, 2 to 5 marks (68): 2, of whom 1; 8 marks in all",
    });
  });
  test("a target that asks for fewer holds nobody back", () => {
    const found = ask({ operator: "<=", value: 0.4 });
    expect(found.possible && [found.rising, found.bands, found.words.zh]).toEqual([
      false,
      [],
      "10 ÷ 20 = 50.0 % → 8 ÷ 20 = 40.0 %（目标 ≤ 40 %）：目标要求少 2 人，不作提高方案",
    ]);
  });
  test("a change is measured against the baseline, and without one it cannot be told", () => {
    const change = { ...(cases.change as Case).target, limit: { operator: ">=", value: 0.05 } } as const;
    const found = whoIsNeeded(county, { ...change, unit: "S0" });
    expect(found.possible && found.words.zh).toContain("还差 2 人次：0 ÷ 40 = 0.0 % → 2 ÷ 40 = 5.0 %（目标 较基线（0 ÷ 4 = 0.0 %）≥ 5 %）");
    const without = whoIsNeeded({ ...county, baseline: null }, { ...change, unit: "S0" });
    expect(without.possible ? "" : without.why.zh).toContain("没有可比的基线采集");
  });
  test("what marks do not decide, and who has sent nothing, is refused", () => {
    expect(() => ask({ operator: ">=", value: 1 }, { indicator: "exam.mean" })).toThrow(/not decided by marks/);
    expect(() => ask({ operator: ">=", value: 1 }, { unit: "S9" })).toThrow(/has sent nothing/);
  });
});
