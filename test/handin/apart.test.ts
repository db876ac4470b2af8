/** 全科合格率 of a store whose set-up moved: the pupils' own marks at the lines of now, or nothing with the schools named; in any order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyNow } from "../../shared/collecting/apart.ts";
import type { Collection, Paper, SubmissionBody } from "../../shared/contract.ts";
import { changeFaults } from "../../shared/handin/changed.ts";
import type { Store } from "../../shared/handin/held.ts";
import { merge } from "../../shared/handin/merge.ts";
import { rollupOf } from "../../shared/handin/rollup.ts";
import { standingIn } from "../../shared/handin/standing.ts";
import { add, heldFrom, newStore, setUp } from "../../shared/handin/store.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { slicesOf } from "../../shared/tabulate/slices.ts";
import { county, definitions, exam } from "./bodies.ts";

type Lines = readonly [chinese: number | null, maths: number | null];
type Marks = readonly (readonly [chinese: number, maths: number])[];

const SCHOOLS = county.schools.filter(({ stages }) => stages.includes("junior")).slice(0, 3);
const now = "2025-07-09T08:00:00.000Z";

/** The exam with 语文 of 120 and 数学 of 100, at these pass lines; blank is 60 %. */
function asked([chinese, maths]: Lines, more: readonly string[] = []): Collection {
  const paper = (subject: string, full: number, pass: number | null) =>
    ({ stage: "junior", grade: 9, subject, full, grid: 2, lines: { pass, excellent: null, low: null }, before: null }) as const;
  const papers = [paper("语文", 120, chinese), paper("数学", 100, maths), ...more.map((subject) => paper(subject, 100, null))];
  return { ...exam, exam: { name: "期末", papers } };
}
const setUpAt = (collection: Collection) => ({ ...county, collections: [collection], targets: [] });

/** What a school counts of its pupils under a set-up; `told`: it says at which papers and lines. */
function counted(marks: Marks, collection: Collection, told = true): SubmissionBody {
  const papers = collection.exam?.papers ?? [];
  const pupils = marks.map((scores, row) => ({ row, class: null, scores: [...scores], before: [null, null] }));
  const subjects = papers.map((paper) => ({ paper, paired: false }));
  const slices = slicesOf(pupils as never, subjects as never, papers, []);
  const without = slices.map(({ joint, ...rest }) => {
    if (!joint) return rest;
    const { papers: _, ...bare } = joint;
    return { ...rest, joint: told ? joint : bare };
  });
  return { definitions, slices: without };
}

function storeOf(school: string, body: SubmissionBody, collection: Collection, since: string): Store {
  const handed = { school, collection: collection.collection, body, findings: [], counts: [] };
  return add(newStore(setUpAt(collection), since), heldFrom(handed, { revision: 1, made: now, file: `${school}.json` }));
}

const figureOf = (store: Store) => {
  const { figures } = rollupOf(store, exam.collection, { now: Date.parse(now), audience: "bureau" });
  return figures.find(({ indicator, grade }) => indicator === "exam.allpass" && grade === 9);
};

/** 72 of 120 and 60 of 100 are one per cent, as are 78 and 65; the others are not. */
const lines = fc.constantFrom<Lines>([null, null], [72, 60], [78, 65], [72, 65], [80, null], [72, 59.5]);
const mark = (full: number) => fc.oneof(fc.integer({ min: full, max: full * 2 }), fc.integer({ min: 0, max: full * 2 })).map((n) => n / 2);
const marks = fc.array(fc.tuple(mark(120), mark(100)), { minLength: 10, maxLength: 25 });
const school = fc.record({ marks, lines, told: fc.boolean(), day: fc.integer({ min: 1, max: 5 }) });

test("is the pupils' own at the lines of the latest set-up, or nothing with the schools named, in any order of merging", () => {
  fc.assert(
    fc.property(
      fc.array(school, { minLength: SCHOOLS.length, maxLength: SCHOOLS.length }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      lines,
      (given, order, last) => {
        const stores = given.map((own, at) => {
          const collection = asked(own.lines);
          return storeOf(
            SCHOOLS[at]?.school ?? "",
            counted(own.marks, collection, own.told),
            collection,
            `2025-07-0${own.day}T08:00:00.000Z`,
          );
        });
        const [first, ...rest] = order.map((at) => stores[at] as Store);
        const merged = setUp(rest.reduce(merge, first as Store), setUpAt(asked(last)), "2025-07-08T08:00:00.000Z");
        const [chinese, maths] = [last[0] ?? 72, last[1] ?? 60];
        const uniform = chinese * 100 === maths * 120;
        const alike = (own: Lines) => (own[0] ?? 72) === chinese && (own[1] ?? 60) === maths;
        const apart = SCHOOLS.filter((_, at) => !uniform && !(given[at]?.told && alike(given[at].lines)));
        const figure = figureOf(merged);
        if (apart.length > 0) {
          expect(figure?.value).toBeNull();
          for (const { name } of SCHOOLS) expect(figure?.why?.zh.includes(name)).toBe(apart.some((one) => one.name === name));
          expect(standingIn(merged, exam.collection, shipped).findings.map((one) => one.school)).toEqual(apart.map((one) => one.school));
          return;
        }
        const all = given.flatMap((one) => one.marks);
        const passed = all.filter(([a, b]) => a >= chinese && b >= maths).length;
        expect(figure?.counts).toEqual({ numerator: passed, denominator: all.length });
      },
    ),
    { numRuns: 150 },
  );
});

describe("a set-up is refused before it is saved", () => {
  const pupils: Marks = Array.from({ length: 12 }, (_, at) => [60 + 2 * at, 50 + 2 * at]);
  const before = asked([null, null]);
  const store = storeOf("S01", counted(pupils, before), before, "2025-07-01T08:00:00.000Z");
  const said = (after: Collection) => changeFaults(store, setUpAt(after)).map(({ zh }) => zh);

  test("where a line moves by itself, with how many files and what to do", () => {
    expect(said(asked([null, 65]))).toEqual([expect.stringMatching(/九年级.*及格线.*1 份.*移除/)]);
  });

  test("not where all lines move to one per cent: that is counted anew, exactly", () => {
    expect(said(asked([78, 65]))).toEqual([]);
    expect(figureOf(setUp(store, setUpAt(asked([78, 65])), "2025-07-02T08:00:00.000Z"))?.counts).toEqual({
      numerator: pupils.filter(([a, b]) => a >= 78 && b >= 65).length,
      denominator: 12,
    });
  });

  test("where a subject comes to a grade that was counted, and where a held one goes", () => {
    expect(said(asked([null, null], ["英语"]))).toEqual([expect.stringMatching(/九年级.*学科/)]);
    const gone: Collection = { ...before, exam: { name: "期末", papers: (before.exam?.papers ?? []).slice(0, 1) } };
    expect(said(gone)[0]).toMatch(/九年级 数学不能去掉.*1 份/);
  });

  test("where a held paper's marks would mean something else, where the collection goes, and where it asks something else", () => {
    const [first, ...rest] = before.exam?.papers ?? [];
    if (!first) throw new Error("the exam has no paper");
    const withFirst = (next: Partial<typeof first>) =>
      said({ ...before, exam: { name: "期末", papers: [{ ...first, ...next }, ...rest] } });
    const changes: Partial<Paper>[] = [{ grid: 10 }, { before: { name: "入学", full: 100, grid: 2 } }];
    for (const next of changes) expect(withFirst(next)).toEqual([expect.stringMatching(/九年级 语文的满分、分数格和前测不能改.*1 份/)]);
    expect(withFirst({ full: 100 })[0]).toMatch(/九年级 语文的满分/);
    expect(changeFaults(store, { ...setUpAt(before), collections: [] }).map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/不能删：已收 1 份/),
    ]);
    expect(said({ ...before, form: "resources", exam: null })).toEqual([expect.stringMatching(/不能改：已收 1 份/)]);
  });

  test("where a school loses a stage in which it has handed in; another stage may come or go", () => {
    const withStages = (stages: readonly ("primary" | "junior" | "senior")[]) =>
      changeFaults(store, {
        ...setUpAt(before),
        schools: county.schools.map((one) => (one.school === "S01" ? { ...one, stages: [...stages] } : one)),
      }).map(({ zh }) => zh);
    expect(withStages(["primary"])).toEqual([expect.stringMatching(/学段不能去掉初中/)]);
    expect(withStages(["junior", "senior"])).toEqual([]);
    const without = { ...setUpAt(before), schools: county.schools.filter(({ school }) => school !== "S01") };
    expect(changeFaults(store, without).map(({ zh }) => zh)).toEqual([expect.stringMatching(/不能去掉：已收它 1 份/)]);
    // What was amiss before is no reason to refuse a change of something else.
    const amiss = {
      ...store,
      county: { ...store.county, schools: county.schools.map((one) => ({ ...one, stages: ["primary" as const] })) },
    };
    expect(changeFaults(amiss, { ...amiss.county, name: "别的名称" })).toEqual([]);
  });

  test("not where a subject goes that no file holds", () => {
    const added = asked([null, null], ["英语"]);
    const { slices, ...rest } = counted(pupils, before);
    const held = storeOf("S01", { ...rest, slices: slices.filter(({ joint }) => !joint) }, added, "2025-07-01T08:00:00.000Z");
    expect(changeFaults(held, setUpAt(before))).toEqual([]);
  });
});

test("counts at another full mark are never counted anew: their per cents are of other papers", () => {
  const before = asked([null, null]);
  const body = counted([[80, 70]], before);
  const [chinese, maths] = before.exam?.papers ?? [];
  if (!chinese || !maths) throw new Error("no papers");
  const after: Collection = { ...before, exam: { name: "期末", papers: [{ ...chinese, full: 150 }, maths] } };
  expect(bodyNow(body, after).apart).toEqual([{ stage: "junior", grade: 9 }]);
});
