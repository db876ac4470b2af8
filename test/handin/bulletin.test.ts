/** The tables people circulate, against a naive count of the pupils themselves. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Paper, SubmissionBody } from "../../shared/contract.ts";
import { bandTable, classSummary, papersIn, schoolSummary } from "../../shared/handin/bulletin.ts";
import { asClasses } from "../../shared/handin/class-table.ts";
import { rankTable } from "../../shared/handin/rank-table.ts";
import type { Cell, Table } from "../../shared/handin/table.ts";
import { withheldIn } from "../../shared/handin/withheld.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import { bodyByClass, bodySent, CHINESE, collection, member, type Pupil, pupil, rollupInput } from "../indicators/county.ts";

const both = (pupils: readonly Pupil[]): SubmissionBody => ({
  ...bodySent(pupils),
  slices: [...bodySent(pupils).slices, ...bodyByClass(pupils).slices],
});
const countyOf = (schools: readonly (readonly Pupil[])[], over: Partial<RollupInput> = {}) => {
  const bodies = schools.map(both);
  return {
    input: rollupInput(
      bodies.map((body, at) => member(body, at)),
      over,
    ),
    bodies: new Map(bodies.map((body, at) => [`S${at}`, body])),
  };
};

/** One row of 语文, counted over the pupils: full mark 120, lines 72, 102 and 48. */
function naive(pupils: readonly Pupil[]): Cell[] {
  const marks = pupils.flatMap(({ chinese }) => (typeof chinese === "number" ? [chinese / 2] : [])).sort((a, b) => a - b);
  const of = (state: string) => pupils.filter(({ chinese }) => chinese === state).length;
  const n = marks.length;
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / n;
  const variance = marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / n;
  const middle = ((marks[Math.floor((n - 1) / 2)] as number) + (marks[Math.floor(n / 2)] as number)) / 2;
  const share = (reaches: (mark: number) => boolean) => marks.filter(reaches).length / n;
  const states = ["absent", "deferred", "exempt", "misconduct", "left"].map(of);
  const counted =
    n === 0
      ? Array(8).fill(null)
      : [
          mean,
          Math.sqrt(variance),
          marks.at(-1),
          marks[0],
          middle,
          share((mark) => mark >= 72),
          share((mark) => mark >= 102),
          share((mark) => mark < 48),
        ];
  return [pupils.length - of("left"), n, ...states, ...counted];
}

function expectCells(row: readonly Cell[] | undefined, cells: readonly Cell[]): void {
  expect(row).toHaveLength(cells.length);
  cells.forEach((cell, at) => {
    if (typeof cell === "number") expect(row?.[at]).toBeCloseTo(cell, 9);
    else expect(row?.[at]).toEqual(cell);
  });
}

const isRegular = ({ columns, rows, title, note }: Table) =>
  rows.every((row) => row.length === columns.length) &&
  [title, note, ...columns.map(({ name }) => name)].every(({ zh, en }) => zh !== "" && en !== "");
const school = fc.array(pupil, { minLength: 1, maxLength: 60 });

describe("一分三率", () => {
  test("has a row for each school and the county last, as a naive count has them", () => {
    fc.assert(
      fc.property(fc.array(school, { minLength: 1, maxLength: 4 }), (schools) => {
        const table = schoolSummary(countyOf(schools).input, CHINESE);
        expect(isRegular(table)).toBe(true);
        expect(table.rows).toHaveLength(schools.length + 1);
        schools.forEach((pupils, at) => {
          expectCells(table.rows[at]?.slice(2), naive(pupils));
        });
        expect(table.rows.at(-1)?.[1]).toEqual({ zh: "全县合计", en: "All schools" });
        expectCells(table.rows.at(-1)?.slice(2), naive(schools.flat()));
      }),
      { numRuns: 50 },
    );
  });

  test("by class has each class, its school, and the county last", () => {
    fc.assert(
      fc.property(fc.array(school, { minLength: 1, maxLength: 3 }), (schools) => {
        const { input, bodies } = countyOf(schools);
        const table = classSummary(input, bodies, CHINESE);
        expect(isRegular(table)).toBe(true);
        const wanted = schools.flatMap((pupils, at) => [
          ...["1", "2", "3"]
            .filter((name) => pupils.some((one) => one.class === name))
            .map((name) => [`S${at}`, name, ...naive(pupils.filter((one) => one.class === name))]),
          [`S${at}`, "全校", ...naive(pupils)],
        ]);
        table.rows.slice(0, -1).forEach(([code, , name, ...cells], at) => {
          const shown = typeof name === "object" && name !== null && "zh" in name ? name.zh : name;
          expectCells([code as Cell, shown as Cell, ...cells], wanted[at] as Cell[]);
        });
        expect(table.rows).toHaveLength(wanted.length + 1);
        expectCells(table.rows.at(-1)?.slice(3), naive(schools.flat()));
      }),
      { numRuns: 30 },
    );
  });

  test("says its lines, and who is missing", () => {
    const pupils: Pupil[] = Array.from({ length: 12 }, () => ({ class: "1", chinese: 150, maths: 150, entry: null }));
    const paper: Paper = { ...CHINESE, lines: { pass: 70, excellent: null, low: null } };
    const { input } = countyOf([pupils], {
      collection: collection({ exam: { name: "期末", papers: [paper] } }),
      coverage: { required: 2, submitted: 1, missing: ["S9"] },
    });
    const { zh, en } = schoolSummary(input, paper).note;
    expect(zh).toMatch(/满分 120；及格线 70、优秀线 102（含），低分线 48（不含）.*应填报 2 所，还有 1 所未填报.*不排名/);
    expect(en).toMatch(/Full mark 120; pass 70 and excellent 102.*1 of 2 required schools have not submitted.*no ranking/);
  });

  test("of a collection without an exam there is none", () => {
    expect(() => papersIn(rollupInput([], { collection: collection({ form: "resources", exam: null }) }))).toThrow(Refusal);
  });
});

describe("分数段", () => {
  test("counts everybody who sat once, from the full mark down", () => {
    fc.assert(
      fc.property(fc.array(school, { minLength: 1, maxLength: 3 }), fc.constantFrom(10, 20, 7.5), (schools, width) => {
        const table = bandTable(countyOf(schools).input, CHINESE, width);
        expect(isRegular(table)).toBe(true);
        [...schools, schools.flat()].forEach((pupils, at) => {
          const marks = pupils.flatMap(({ chinese }) => (typeof chinese === "number" ? [chinese / 2] : []));
          const [sat, ...counts] = table.rows[at]?.slice(2) ?? [];
          expect(sat).toBe(marks.length);
          const highs = counts.map((_, band) => 120 - band * width);
          expect(counts).toEqual(
            highs.map((high, band) => marks.filter((mark) => mark >= Math.max(0, high - width) && (mark < high || band === 0)).length),
          );
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe("small groups", () => {
  test("are withheld from a viewer with one beside them, and the county stays", () => {
    const pupils = (number: number): Pupil[] =>
      Array.from({ length: number }, (_, at) => ({ class: "1", chinese: 100 + at, maths: 100, entry: null }));
    const { input, bodies } = countyOf([pupils(9), pupils(40), pupils(20)], { audience: "viewer" });
    for (const table of [schoolSummary(input, CHINESE), bandTable(input, CHINESE), classSummary(input, bodies, CHINESE)]) {
      const numbers = (code: string) =>
        table.rows.filter((row) => row[0] === code).flatMap((row) => row.filter((cell) => typeof cell === "number"));
      expect([numbers("S0"), numbers("S2")]).toEqual([[], []]);
      expect(numbers("S1").length).toBeGreaterThan(0);
    }
    expect(schoolSummary({ ...input, audience: "bureau" }, CHINESE).rows[0]?.[2]).toBe(9);
  });

  test("withheld are never one alone, nor fewer than ten together, where there is anybody beside them", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), (pupils) => {
        const hidden = withheldIn(pupils);
        const together = [...hidden].reduce((sum, at) => sum + (pupils[at] as number), 0);
        const everybody = pupils.every((number, at) => number === 0 || hidden.has(at));
        for (const [at, number] of pupils.entries()) if (number > 0 && number < 10) expect(hidden.has(at)).toBe(true);
        if (!pupils.some((number) => number > 0 && number < 10)) expect(hidden.size).toBe(0);
        expect(hidden.size === 0 || everybody || (hidden.size > 1 && together >= 10)).toBe(true);
      }),
    );
  });
});

describe("名次段", () => {
  test("counts who is among the first of the county, ties in, as sorting the pupils themselves has it", () => {
    fc.assert(
      fc.property(
        fc.array(school, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 3 }),
        (schools, cuts) => {
          const table = rankTable(countyOf(schools).input, CHINESE, cuts);
          expect(isRegular(table)).toBe(true);
          const marksOf = (pupils: readonly Pupil[]) => pupils.flatMap(({ chinese }) => (typeof chinese === "number" ? [chinese] : []));
          const all = marksOf(schools.flat());
          // A pupil is among the first N where fewer than N are better.
          const among = (pupils: readonly Pupil[], cut: number) =>
            marksOf(pupils).filter((mark) => all.filter((other) => other > mark).length < cut).length;
          [...schools, schools.flat()].forEach((pupils, at) => {
            const sat = marksOf(pupils).length;
            const wanted = cuts.flatMap((cut) => [among(pupils, cut), sat === 0 ? null : among(pupils, cut) / sat]);
            expectCells(table.rows[at]?.slice(2), [sat, ...wanted]);
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  test("refuses a rank that is none", () => {
    const { input } = countyOf([[{ class: "1", chinese: 150, maths: 150, entry: null }]]);
    for (const cuts of [[], [0], [2.5]]) expect(() => rankTable(input, CHINESE, cuts)).toThrow(Refusal);
  });
});

test("of one school its classes stand in place of schools, ended by the whole school, in bands and among its first", () => {
  fc.assert(
    fc.property(school, fc.array(school, { maxLength: 2 }), fc.integer({ min: 1, max: 40 }), (pupils, others, cut) => {
      const { input, bodies } = countyOf([pupils, ...others]);
      const own = asClasses(input, "S0", bodies.get("S0") as SubmissionBody);
      const names = ["1", "2", "3"].filter((name) => pupils.some((one) => one.class === name));
      const parts = [...names.map((name) => pupils.filter((one) => one.class === name)), pupils];
      const marksOf = (some: readonly Pupil[]) => some.flatMap(({ chinese }) => (typeof chinese === "number" ? [chinese] : []));
      const [banded, ranked] = [bandTable(own, CHINESE, 20, "classes"), rankTable(own, CHINESE, [cut], "classes")];
      for (const table of [banded, ranked]) {
        expect(isRegular(table)).toBe(true);
        expect(table.rows.map(([name]) => name)).toEqual([...names, { zh: "全校", en: "Whole school" }]);
        expect(table.note.zh).toContain("按班级排列");
      }
      parts.forEach((some, at) => {
        const marks = marksOf(some);
        const bands = [100, 80, 60, 40, 20, 0].map(
          (low) => marks.filter((one) => one / 2 >= low && (one / 2 < low + 20 || low === 100)).length,
        );
        expect(banded.rows[at]?.slice(1)).toEqual([marks.length, ...bands]);
        // A pupil is among the first of the school where fewer of it are better.
        const first = marks.filter((mark) => marksOf(pupils).filter((other) => other > mark).length < cut).length;
        expectCells(ranked.rows[at]?.slice(1), [marks.length, first, marks.length === 0 ? null : first / marks.length]);
      });
    }),
    { numRuns: 40 },
  );
  expect(() => asClasses(countyOf([]).input, "S9", both([]))).toThrow(Refusal);
});
