/** What stands in a score cell is read in one place, so every function reads it alike. */
import { describe, expect, test } from "vitest";
import {
  ALLPASSRATE,
  ATTAINMENT,
  BANDS,
  BETWEENSCHOOLS,
  BORDERLINE,
  EFFECTIVELINE,
  EXCELLENTRATE,
  ITEMANALYSIS,
  LOWRATE,
  MEANSCORE,
  NEEDED,
  PASSRATE,
  RANKBANDS,
  SUMMARY,
  SUMMARYBY,
  TSCORES,
  VALUEADDED,
} from "../../../addin/functions.ts";
import { STATE_ORDER } from "../../tools/columns.ts";
import { col, records, refused } from "./ask.ts";
import { BLANKS, MARKS, NO_SCORE, OUT_OF_RANGE, STATES } from "./cell-table.ts";

const HEADERS = ["缺考", "缓考", "免考", "违纪", "转出"];
/** How a cell is called in a test's name. */
function named(cell: unknown): string {
  if (typeof cell === "string") return JSON.stringify(cell.slice(0, 40));
  if (typeof cell === "object" && cell !== null) return "code" in cell ? `an error value ${cell.code}` : "an object";
  return Object.is(cell, -0) ? "-0" : `${typeof cell} ${String(cell)}`;
}

/** Every function that reads marks, with the cell in the third row of its scores. */
const bounded: [name: string, ask: (cell: unknown) => unknown][] = [
  ["PASSRATE", (cell) => PASSRATE(col(50, 60, cell))],
  ["EXCELLENTRATE", (cell) => EXCELLENTRATE(col(50, 60, cell))],
  ["LOWRATE", (cell) => LOWRATE(col(50, 60, cell))],
  ["SUMMARY", (cell) => SUMMARY(col(50, 60, cell))],
  ["SUMMARYBY", (cell) => SUMMARYBY(col("a", "a", "b"), col(50, 60, cell))],
  ["BANDS", (cell) => BANDS(col(50, 60, cell))],
  ["ALLPASSRATE", (cell) => ALLPASSRATE(col(50, 60, cell))],
  ["NEEDED", (cell) => NEEDED(col(50, 60, cell), 0.5)],
  ["ITEMANALYSIS", (cell) => ITEMANALYSIS(col(50, 60, cell), [[100]])],
  ["BETWEENSCHOOLS sd", (cell) => BETWEENSCHOOLS(col("a", "a", "b"), col(50, 60, cell), "sd")],
];
const real: typeof bounded = [
  ["MEANSCORE", (cell) => MEANSCORE(col(50, 60, cell))],
  ["BETWEENSCHOOLS icc", (cell) => BETWEENSCHOOLS(col("a", "a", "b"), col(50, 60, cell))],
  ["VALUEADDED before", (cell) => VALUEADDED(col("a", "a", "b"), col(50, 60, cell), col(1, 2, 3))],
  ["VALUEADDED after", (cell) => VALUEADDED(col("a", "a", "b"), col(1, 2, 3), col(50, 60, cell))],
  ["TSCORES", (cell) => TSCORES(col(50, 60, cell))],
  ["RANKBANDS", (cell) => RANKBANDS(col("a", "a", "b"), col(50, 60, cell), [[1]])],
  ["BORDERLINE", (cell) => BORDERLINE(col("张", "李", "王"), col(50, 60, cell), 60, 5)],
  ["EFFECTIVELINE totals", (cell) => EFFECTIVELINE(col(50, 60, cell), col(1, 2, 3), 60)],
  ["EFFECTIVELINE subject", (cell) => EFFECTIVELINE(col(50, 60, 70), col(1, 2, cell), 60)],
  ["ATTAINMENT", (cell) => ATTAINMENT(col("a", "a", "b"), col(50, 60, cell))],
];

test("the table is long enough to mean something", () => {
  expect(MARKS.length + STATES.length + BLANKS.length + OUT_OF_RANGE.length + NO_SCORE.length).toBeGreaterThanOrEqual(250);
});

describe("a mark", () => {
  test.each(MARKS.map(([cell, mark]) => [named(cell), mark, cell] as const))("%s is the mark %d", (_, mark, cell) => {
    expect(MEANSCORE(col(cell))).toBe(mark);
    expect(records(SUMMARY(col(cell)))[0]).toMatchObject({ 应考: 1, 实考: 1, 最高分: mark, 中位数: mark });
  });
});

describe("a state", () => {
  test.each(STATES)("%j is counted as %s and not as a mark", (cell, state) => {
    const row = records(SUMMARY(col(50, cell)))[0] ?? {};
    expect(HEADERS.map((header) => row[header])).toEqual(STATE_ORDER.map((one) => (one === state ? 1 : 0)));
    expect(row).toMatchObject({ 应考: state === "left" ? 1 : 2, 实考: 1, 平均分: 50 });
  });
});

describe("a blank", () => {
  test.each(BLANKS.map((cell) => [named(cell), cell] as const))("%s is not counted", (_, cell) => {
    expect(SUMMARY(col(50, cell, 70))).toEqual(SUMMARY(col(50, 70)));
    expect(PASSRATE(col(50, cell, 70))).toBe(0.5);
  });
});

describe("a mark outside 0 to the full mark", () => {
  test.each(OUT_OF_RANGE.map(([cell, says]) => [named(cell), says, cell] as const))("%s is refused: %s", (_, says, cell) => {
    for (const [name, ask] of bounded) {
      const { code, message } = refused(() => ask(cell));
      expect([name, code]).toEqual([name, "#VALUE!"]);
      const tabular = name === "ALLPASSRATE" || name === "ITEMANALYSIS";
      expect(message, name).toMatch(tabular ? new RegExp(says.source.replace("row 3", "row 3, column 1")) : says);
      expect(message, name).toMatch(/^(scores|marks)：区域内第 3 行/);
    }
  });
});

describe("anything else", () => {
  test.each(NO_SCORE.map((cell) => [named(cell), cell] as const))("%s is refused by every function, with its row", (_, cell) => {
    for (const [name, ask] of [...bounded, ...real]) {
      const { code, message } = refused(() => ask(cell));
      expect([name, code]).toEqual([name, "#VALUE!"]);
      expect(message, name).toMatch(
        /(scores|marks|totals|subject|before|after): .* at row 3(, column 1)? is not a mark: write a mark, or absent/s,
      );
      expect(message, name).toMatch(/^(scores|marks|totals|subject|before|after)：区域内第 3 行.*不是分数/s);
    }
  });

  test("in the first row it is taken for a header, an error value is not", () => {
    expect(refused(() => PASSRATE(col("语文", 60, 70))).message).toMatch(
      /“语文” at row 1 is not a mark: it looks like a header, start the range one row below/,
    );
    expect(refused(() => PASSRATE(col("#N/A", 60, 70))).message).toMatch(/“#N\/A” at row 1 is not a mark: write a mark/);
  });

  test("in a range of several columns it is named by row and column", () => {
    expect(
      refused(() =>
        PASSRATE([
          [60, 70],
          [80, "x"],
        ]),
      ).message,
    ).toMatch(/第 2 行第 2 列.*“x” at row 2, column 2/);
  });

  test("a long text is cut in the message", () => {
    expect(refused(() => PASSRATE(col(1, "长".repeat(500)))).message.length).toBeLessThan(200);
  });
});
