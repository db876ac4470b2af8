/** What a viewer, who is neither the school nor the bureau, gets to see of small groups. */
import { describe, expect, test } from "vitest";
import type { Figure } from "../../shared/contract.ts";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, member, type Pupil, rollupInput } from "./county.ts";

const school = (size: number): Pupil[] =>
  Array.from({ length: size }, (_, at) => ({ class: "1", chinese: 100 + at, maths: 100 + 2 * at, entry: 500 + at * (at % 3) }));
const rollup = (sizes: number[], audience: "bureau" | "viewer") =>
  readRollup(
    rollupInput(
      sizes.map((size, at) => member(bodySent(school(size)), at)),
      { audience },
    ),
  );
const passOf = (figures: readonly Figure[]) => figures.find(({ indicator, subject }) => indicator === "exam.pass" && subject === "数学");
/** Which schools' pass rates are shown. */
const shown = (sizes: number[]) => rollup(sizes, "viewer").schools.map(({ figures }) => passOf(figures)?.value !== null);

describe("a viewer", () => {
  test("sees the figures of schools of ten and more", () => {
    expect(shown([10, 20, 30])).toEqual([true, true, true]);
  });

  test("does not see a school of nine, nor the smallest beside it, from which the region less the others would give it away", () => {
    expect(shown([9, 30, 20])).toEqual([false, true, false]);
  });

  test("does not see two small schools; together they hide each other", () => {
    expect(shown([9, 9, 20, 30])).toEqual([false, false, true, true]);
  });

  test("does not see a third where two small schools are fewer than ten together", () => {
    expect(shown([4, 5, 20, 30])).toEqual([false, false, false, true]);
  });

  test("reads why a figure is not shown, and finds no count, interval or verdict behind it", () => {
    const [small, beside] = rollup([9, 12, 30], "viewer").schools;
    expect(passOf(small?.figures ?? [])).toMatchObject({
      value: null,
      counts: null,
      interval: null,
      why: { en: "fewer than 10 pupils: withheld" },
    });
    expect(passOf(beside?.figures ?? [])).toMatchObject({ value: null, counts: null, why: { en: "withheld to protect a small group" } });
    for (const { verdict, value, gap, needed } of small?.verdicts ?? [])
      expect([verdict, value, gap, needed]).toEqual(["undecided", null, null, null]);
    expect(small?.figures.every(({ value, counts, interval }) => value === null && counts === null && interval === null)).toBe(true);
  });

  test("sees neither figures nor distribution of a region of nine", () => {
    const { figures, totals } = rollup([9], "viewer");
    expect(passOf(figures)?.value).toBeNull();
    expect(totals).toEqual([]);
  });

  test("sees the region's figures in full where it has ten pupils, and never its distribution", () => {
    const [viewer, bureau] = [rollup([4, 6, 30], "viewer"), rollup([4, 6, 30], "bureau")];
    expect(viewer.figures).toEqual(bureau.figures);
    expect([viewer.totals.length, bureau.totals.length]).toEqual([0, 2]);
  });

  test("sees nothing of a stage of a school where one figure is small: the pooled figure less the others would be that one", () => {
    const schools = [school(30), school(40), school(50)].map((pupils) => bodySent(pupils));
    const few = bodySent(school(9)).slices.find(({ subject }) => subject === "数学");
    const [first] = schools;
    if (first) first.slices = first.slices.map((slice) => (slice.subject === "数学" && few ? few : slice));
    const read = readRollup(
      rollupInput(
        schools.map((body, at) => member(body, at)),
        { audience: "viewer" },
      ),
    );
    expect(read.schools.map(({ figures }) => figures.some(({ value }) => value !== null))).toEqual([false, false, true]);
  });
});

test("the bureau sees every school", () => {
  const { schools } = rollup([1, 9, 30], "bureau");
  expect(schools.map(({ figures }) => passOf(figures)?.counts?.denominator)).toEqual([1, 9, 30]);
});
