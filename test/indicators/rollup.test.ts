/** Figures read from the tallies of a county, against a recount of its pupils in exact fractions. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../shared/contract.ts";
import { readRollup } from "../../shared/rollup.ts";
import { digits, Fraction, isNearest } from "../tools/fractions.ts";
import { naiveIcc, naiveMean, naiveRate, naiveValueAdded, naiveVariance } from "../tools/naive.ts";
import { t975 } from "../tools/quantile.ts";
import { bodySent, matched, member, type Pupil, pupil, rollupInput, scoresSent } from "./county.ts";

const county = fc.array(fc.array(pupil, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });

const inputOf = (schools: readonly (readonly Pupil[])[]) => rollupInput(schools.map((pupils, at) => member(bodySent(pupils), at)));

const find = (figures: readonly Figure[], indicator: string, subject: string | null = null) =>
  figures.find((figure) => figure.indicator === indicator && figure.subject === subject);

/** A subject's marks as fractions: whole numbers of half marks on the wire. */
function marksOf(pupils: readonly Pupil[], subject: "chinese" | "maths"): Fraction[] {
  return pupils.flatMap((one) => (typeof one[subject] === "number" ? [new Fraction(one[subject] as number, 2)] : []));
}

const SUBJECTS = [
  { name: "语文", key: "chinese", pass: new Fraction(72), excellent: new Fraction(102), low: new Fraction(48) },
  { name: "数学", key: "maths", pass: new Fraction(60), excellent: new Fraction(85), low: new Fraction(40) },
] as const;

function agrees(figures: readonly Figure[], pupils: readonly Pupil[]): void {
  for (const { name, key, ...lines } of SUBJECTS) {
    const marks = marksOf(pupils, key);
    const rates = {
      "exam.pass": naiveRate(marks, lines.pass),
      "exam.excellent": naiveRate(marks, lines.excellent),
      "exam.low": marks.length === 0 ? undefined : new Fraction(1).minus(naiveRate(marks, lines.low) as Fraction),
    };
    for (const [indicator, exact] of Object.entries(rates)) {
      const figure = find(figures, indicator, name);
      if (!exact) expect(figure).toMatchObject({ value: null, counts: null, why: { zh: "没有人参加考试" } });
      else {
        expect(isNearest(figure?.value as number, exact)).toBe(true);
        expect(figure?.counts?.denominator).toBe(marks.length);
        expect(new Fraction(figure?.counts?.numerator as number, marks.length).compare(exact)).toBe(0);
      }
    }
    const [mean, variance] = [naiveMean(marks), naiveVariance(marks)];
    if (!mean || !variance) continue;
    expect(isNearest(find(figures, "exam.mean", name)?.value as number, mean)).toBe(true);
    const sd = find(figures, "exam.sd", name)?.value as number;
    expect(variance.top === 0n ? sd === 0 : digits(sd, variance.root()) >= 15).toBe(true);
  }
}

function valuesAgree(found: readonly (Figure | undefined)[], lists: readonly (readonly (readonly [Fraction, Fraction])[])[]): void {
  const { n, residual, sdAfter, results } = naiveValueAdded(lists);
  results.forEach(({ matched: pupils, added }, at) => {
    const { value, interval } = found[at] as Figure;
    expect(Math.abs((value as number) - added.toNumber())).toBeLessThanOrEqual(1e-12 * sdAfter);
    const half =
      n > 2 && pupils > 1
        ? t975(n - 2) *
          residual
            .over(new Fraction((n - 2) * pupils))
            .root()
            .toNumber()
        : undefined;
    if (half === undefined) expect(interval).toBeNull();
    else expect(Math.abs((interval?.high as number) - (value as number) - half)).toBeLessThanOrEqual(1e-12 * Math.max(half, sdAfter));
  });
}

describe("any county", () => {
  const runs = { numRuns: 100 };

  test("has the rates, means and deviations of its pupils, and so has each of its schools", () => {
    fc.assert(
      fc.property(county, (schools) => {
        const rollup = readRollup(inputOf(schools));
        agrees(rollup.figures, schools.flat());
        for (const [at, { figures }] of rollup.schools.entries()) agrees(figures, schools[at] ?? []);
      }),
      runs,
    );
  });

  test("shows the exact distribution of each paper", () => {
    fc.assert(
      fc.property(county, (schools) => {
        const { totals } = readRollup(inputOf(schools));
        expect(totals.map(({ subject, full, lines, scores }) => ({ subject, full, lines, scores }))).toEqual([
          {
            subject: "语文",
            full: 120,
            lines: { pass: 72, excellent: 102, low: 48 },
            scores: scoresSent(
              2,
              schools.flat().map(({ chinese }) => chinese),
            ),
          },
          {
            subject: "数学",
            full: 100,
            lines: { pass: 60, excellent: 85, low: 40 },
            scores: scoresSent(
              2,
              schools.flat().map(({ maths }) => maths),
            ),
          },
        ]);
      }),
      runs,
    );
  });

  test("pools its attainment over subjects by counts, never by averaging rates", () => {
    fc.assert(
      fc.property(county, (schools) => {
        const reached = SUBJECTS.flatMap(({ key, pass }) => marksOf(schools.flat(), key).map((mark) => mark.compare(pass) >= 0));
        const figure = find(readRollup(inputOf(schools)).figures, "academic.attainment.rate.junior");
        if (reached.length === 0) expect(figure?.value).toBeNull();
        else expect(figure?.counts).toEqual({ numerator: reached.filter(Boolean).length, denominator: reached.length });
        expect(figure?.readings).toEqual(["attainment-line", "score-denominator:sat"]);
      }),
      runs,
    );
  });

  test("has the joint rate of its pupils under both of its names", () => {
    fc.assert(
      fc.property(county, (schools) => {
        const joint = schools.map((pupils) => bodySent(pupils).slices[2]?.joint ?? { pupils: 0, passed: 0 });
        const [pupils, passed] = [joint.reduce((sum, one) => sum + one.pupils, 0), joint.reduce((sum, one) => sum + one.passed, 0)];
        const { figures } = readRollup(inputOf(schools));
        for (const indicator of ["exam.allpass", "academic.pass.all.rate.junior.grad"]) {
          const counts = find(figures, indicator)?.counts;
          expect(counts ?? null).toEqual(pupils === 0 ? null : { numerator: passed, denominator: pupils });
        }
      }),
      runs,
    );
  });

  test("has the share of variance between its schools, always as an estimate", () => {
    fc.assert(
      fc.property(county, (schools) => {
        for (const { name, key } of SUBJECTS) {
          const figure = find(readRollup(inputOf(schools)).figures, "exam.betweenschools", name);
          const exact = naiveIcc(schools.map((pupils) => marksOf(pupils, key)).filter((marks) => marks.length > 0));
          if (exact === undefined) expect(figure?.value).toBeNull();
          else expect(Math.abs((figure?.value as number) - exact.toNumber())).toBeLessThan(1e-12);
          const below = exact !== undefined && exact.top < 0n;
          expect(figure).toMatchObject({ estimate: true, readings: below ? ["icc", "negative-share"] : ["icc"] });
        }
      }),
      runs,
    );
  });

  test("has each school's value added with its interval, to 1e-12 of the deviation after", () => {
    fc.assert(
      fc.property(county, (schools) => {
        const lists = schools.map((pupils) => matched(pupils).map(([x, y]) => [new Fraction(x, 10), new Fraction(y, 2)] as const));
        const found = readRollup(inputOf(schools)).schools.map(({ figures }) => find(figures, "exam.valueadded", "数学"));
        const flat = new Set(lists.flat().map(([x]) => x.toNumber())).size < 2;
        if (flat) expect(found.every((figure) => figure === undefined || figure.value === null)).toBe(true);
        else
          valuesAgree(
            found.filter((_, at) => lists[at]?.length !== 0),
            lists.filter((pairs) => pairs.length > 0),
          );
      }),
      runs,
    );
  });

  test("does not depend on the order of its schools", () => {
    const shuffled = county.chain((schools) => fc.tuple(fc.constant(schools), fc.shuffledSubarray(schools, { minLength: schools.length })));
    fc.assert(
      fc.property(shuffled, ([schools, other]) => {
        expect(readRollup(inputOf(other)).figures).toEqual(readRollup(inputOf(schools)).figures);
      }),
      runs,
    );
  });
});
