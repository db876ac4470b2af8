/** Broken and hostile files are refused, each for its reason, in one line of each language, and in time. */
import { describe, expect, test } from "vitest";
import { TIME } from "../../../addin/files/limits.ts";
import { readCsv, readFile, readWorkbook } from "../../../addin/files/read.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { hostileFiles } from "../../tools/hostile.ts";
import { workbook } from "../../tools/hostile-workbook.ts";

const readers = { xlsx: readWorkbook, csv: readCsv };

/** This machine does other things at the same time: it is given four times the limit, and so is the clock inside. */
const GRACE = 4;
const clock = () => performance.now() / GRACE;

test("there are hundreds of them, no two of one name, and what they are made of is read when it is not spoilt", () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(200);
  expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length);
  const [sheet] = readWorkbook(workbook()).sheets;
  expect(sheet?.rows).toEqual([
    ["姓名", "语文"],
    ["甲", 95.5],
    ["乙", 60],
  ]);
});

describe("refused", () => {
  test.each(hostileFiles.map((file) => [file.name, file] as const))("%s", (_, { bytes, as, says }) => {
    const made = bytes();
    const began = performance.now();
    const refusal = refusalOf(() => (as ? readers[as] : readFile)(made, clock));
    expect(performance.now() - began).toBeLessThan(GRACE * TIME);
    expect(refusal.words.zh).toMatch(says);
    // A fault of our own is no reason.
    expect(refusal.words.zh).not.toContain("（无法读取）");
    for (const sentence of [refusal.words.zh, refusal.words.en]) expect(sentence).toMatch(/^.{10,300}$/);
    expect(refusal.words.zh).toMatch(/请.*。$/);
    expect(refusal.words.en).not.toMatch(/undefined|[\u4e00-\u9fff]{6}/);
  });
});

test("a workbook that takes too long is given up, whatever is in it", () => {
  let now = 0;
  const slow = () => {
    now += TIME / 4;
    return now;
  };
  expect(refusalOf(() => readWorkbook(workbook(), slow)).words.zh).toMatch(/2 秒内读不完/);
});

function refusalOf(read: () => unknown): Refusal {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("it was read");
}
