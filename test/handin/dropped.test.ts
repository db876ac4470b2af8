/** What an import says of the files it was given: those it leaves out are named, and those that contradict each other name each other. */
import { expect, test } from "vitest";
import { chosenFiles } from "../../addin/handin/dropped.ts";
import { type Line, type LineState, rivalsOf } from "../../addin/handin/lines.ts";

test("files that a program keeps beside an open one are left out and named; those of the system are nobody's", () => {
  const files = ["b.xlsx", "~$a.xlsx", ".DS_Store", "a.xlsx", "Thumbs.db", "desktop.ini", "~b.xlsx"].map((name) => new File([], name));
  const { files: taken, skipped } = chosenFiles(files);
  expect([taken.map(({ path }) => path), skipped]).toEqual([["a.xlsx", "b.xlsx", "~b.xlsx"], ["~$a.xlsx"]]);
});

test("files about one school in one collection name each other where a person must choose", () => {
  const line = (id: number, state: LineState, school: string | null, collection = "c"): Line => {
    const handed = school === null ? null : { school, collection, findings: [], counts: [] };
    return { id, path: `${id}.xlsx`, file: new File([], ""), state, handed, words: null };
  };
  const lines = [
    line(0, "taken", "S01"),
    line(1, "fewer", "S01"),
    line(2, "fewer", "S01"),
    line(3, "clash", "S02"),
    line(4, "taken", "S01", "d"),
  ];
  const others = [...lines, line(5, "errors", "S01"), line(6, "refused", null)];
  expect(others.map((one) => rivalsOf(one, others))).toEqual([[], ["0.xlsx", "2.xlsx"], ["0.xlsx", "1.xlsx"], [], [], [], []]);
});
