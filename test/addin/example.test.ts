/** The offline page's example: its county's figures are those of its lists, counted here one pupil after the other. */
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../addin/check/rows.ts";
import { CONDITIONS_ID, EXAM, EXAM_ID, SCHOOLS } from "../../addin/offline/example/county.ts";
import { exampleList } from "../../addin/offline/example/marks.ts";
import { exampleStore } from "../../addin/offline/example/store.ts";
import type { Rollup } from "../../shared/contract.ts";
import { consistencyOf } from "../../shared/handin/consistency.ts";
import { rollupOf } from "../../shared/handin/rollup.ts";
import { readStore, writeStore } from "../../shared/handin/store-file.ts";
import { latestRelease } from "../../shared/indicators/index.ts";

const now = "2026-11-29T08:00:00.000Z";
const store = exampleStore(latestRelease, now);
const read = (collection: string): Rollup => rollupOf(store, collection, { now: Date.parse(now), audience: "bureau" });
const valueIn = ({ figures }: Rollup, id: string) => figures.find(({ indicator }) => indicator === id)?.value;

describe("the example county", () => {
  test("has an exam from every school, whose rates are those of its pupils", () => {
    const rows = SCHOOLS.flatMap((_, at) => exampleList(at).slice(1));
    const marksOf = (row: readonly unknown[]) => EXAM.papers.map((_, at) => row[1 + at]);
    const passes = (row: readonly unknown[], share: number) =>
      EXAM.papers.every(({ full }, at) => typeof row[1 + at] === "number" && (row[1 + at] as number) >= share * full);
    expect(rows.every((row) => marksOf(row).every((mark) => mark === "缺考" || typeof mark === "number"))).toBe(true);
    expect(read(EXAM_ID).coverage).toMatchObject({ required: 8, submitted: 8 });
    expect(valueIn(read(EXAM_ID), "academic.pass.all.rate.junior.grad")).toBeCloseTo(
      rows.filter((row) => passes(row, 0.6)).length / rows.length,
      12,
    );
    expect(rows.length).toBeGreaterThan(1000);
  });
  test("has conditions from all schools but the last, whose template can be handed in to try", () => {
    expect(read(CONDITIONS_ID).coverage).toMatchObject({ required: 8, submitted: 7, missing: ["S08"] });
  });
  test("is shown with its targets first and what is only estimated last", () => {
    const { definitions, figures, verdicts } = read(EXAM_ID);
    const ids = rowsOf({ definitions, readings: [], figures, verdicts }).map(({ indicator }) => indicator.id);
    expect(ids.slice(-3)).toEqual(Array(3).fill("exam.betweenschools"));
    expect(ids.indexOf("exam.betweenschools")).toBe(ids.length - 3);
  });
  test("raises no question, and leaves as a file that can be read back", () => {
    for (const id of [EXAM_ID, CONDITIONS_ID]) expect(consistencyOf(store, id, Date.parse(now))).toEqual([]);
    expect(readStore(writeStore(store, { program: "test", made: now })).store?.held.length).toBe(15);
  });
});
