/** The largest files that are still read, and the bombs that are not, stay under 200 MB; looked at whenever the reader looks at the clock. */
import { expect, test } from "vitest";
import { CELLS, DATES, FORMULAS, OWN_TEXTS } from "../../../addin/files/limits.ts";
import { readFile } from "../../../addin/files/read.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { dataXml, paths, workbook } from "../../tools/hostile-workbook.ts";

const MOST = 200e6;

/** The most in use while it is read, above what was before. The clock stands still: memory has to be bounded without it. */
function memoryOf(bytes: Uint8Array): { grown: number; cells: number } {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  let [most, looked, cells] = [before, 0, 0];
  const clock = () => {
    if (looked++ % 8 === 0) most = Math.max(most, used());
    return 0;
  };
  try {
    cells = readFile(bytes, clock).sheets.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return { grown: Math.max(most, used()) - before, cells };
}

/** A sheet of 20,000 rows with nearly as many texts, dates, formulas and cells as there may be. */
function full(): Uint8Array {
  const left = { text: OWN_TEXTS - 1, date: DATES - 1, formula: FORMULAS - 1 };
  const rows = Array.from({ length: 20_000 }, (_, row) => {
    const cells = Array.from({ length: CELLS / 20_000 - 1 }, (_, column) => {
      if (column < 20 && left.text-- > 0) return `<c t="str"><v>王小明的评语${row * 100 + column}</v></c>`;
      if (column < 30 && left.date-- > 0) return `<c s="1"><v>${row}.${column}</v></c>`;
      if (column < 50 && left.formula-- > 0) return `<c><f>A${row}+B${column}</f><v>${row}.5</v></c>`;
      return `<c><v>${row}.${column}</v></c>`;
    });
    return `<row>${cells.join("")}</row>`;
  });
  return workbook({ [paths.sheet]: dataXml(rows.join("")) });
}

test("nearly two million cells of every kind", () => {
  const { grown, cells } = memoryOf(full());
  expect(cells).toBe(1_980_000);
  expect(grown).toBeLessThan(MOST);
}, 120_000);

test.each([
  ["a bomb that says it is small", () => workbook({ [paths.sheet]: { content: new Uint8Array(99e6), size: 9e6, localSize: 9e6 } })],
  ["a picture of 60 MB", () => workbook({ "xl/media/1.png": { content: new Uint8Array(60e6), method: 0 } })],
  [
    "a bomb in ten parts",
    () => workbook(Object.fromEntries(Array.from({ length: 12 }, (_, part) => [`${part}.bin`, new Uint8Array(9.9e6)]))),
  ],
  ["a list of 19 MB", () => new Uint8Array(19e6).fill(0x2c)],
  ["a list of 20 MB whose quotation marks do not close", () => new TextEncoder().encode('"a"b'.repeat(4_900_000))],
  ["a list of nine million lines", () => new TextEncoder().encode("1\n".repeat(9_000_000))],
])("%s", (_, make) => {
  expect(memoryOf(make()).grown).toBeLessThan(MOST);
});
