/** Lists of marks as .csv in the encodings that Chinese programs write. */
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { sheetNamed } from "../../../addin/files/book.ts";
import { readCsv, readFile } from "../../../addin/files/read.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { workbook } from "../../tools/hostile-workbook.ts";

const utf8 = new TextEncoder();
const list = "姓名,学号,语文\r\n王小明,0012,95.5\r\n李𠮷,0013,缺考";
const rows = [
  ["姓名", "学号", "语文"],
  ["王小明", "0012", "95.5"],
  ["李𠮷", "0013", "缺考"],
];
/** The list in GB18030 as Python 3 encodes it; 𠮷 takes four bytes there. */
const gb18030 = "d0d5c3fb2cd1a7bac52cd3efcec40d0acdf5d0a1c3f72c303031322c39352e350d0ac0ee9534b2352c303031332cc8b1bfbc";
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    text
      .split("")
      .flatMap((unit) => (big ? [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 255] : [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8])),
  );

describe("one list, whatever it was saved in", () => {
  test.each([
    ["UTF-8", "utf-8", utf8.encode(list)],
    ["UTF-8 with its mark", "utf-8", utf8.encode(`\ufeff${list}`)],
    ["GB18030", "gb18030", hex(gb18030)],
    ["UTF-16, little end first", "utf-16le", utf16(`\ufeff${list}`, false)],
    ["UTF-16, big end first", "utf-16be", utf16(`\ufeff${list}`, true)],
    ["UTF-16 without its mark", "utf-16le", utf16(list, false)],
    ["UTF-16 without its mark, big end first", "utf-16be", utf16(list, true)],
  ] as const)("%s", (_, encoding, bytes) => {
    const book = readCsv(bytes);
    expect(book.encoding).toBe(encoding);
    expect(book.format).toBe("csv");
    expect(book.sheets.map((sheet) => sheet.rows)).toEqual([rows]);
  });

  test("联通, two characters in GBK that a famous editor took for UTF-8", () => {
    const book = readCsv(hex("c1aacda8"));
    expect([book.encoding, book.sheets[0]?.rows]).toEqual(["gb18030", [["联通"]]]);
  });

  test.each(["\t", ";"])("with %j between the cells", (between) => {
    expect(readCsv(utf8.encode(list.replaceAll(",", between))).sheets[0]?.rows).toEqual(rows);
  });

  test.each(["\n", "\r"])("with %j at the ends of lines", (end) => {
    expect(readCsv(utf8.encode(list.replaceAll("\r\n", end))).sheets[0]?.rows).toEqual(rows);
  });
});

const rowsOf = (text: string) => readCsv(utf8.encode(text)).sheets[0]?.rows;

test("quotes hold commas, quotes and line ends", () => {
  expect(rowsOf('班级,评语\n九(1)班,"好，""很好"", 继续\n努力"')).toEqual([
    ["班级", "评语"],
    ["九(1)班", '好，"很好", 继续\n努力'],
  ]);
});

test("blank cells are blank, rows may be short, and blank lines keep their number", () => {
  expect(rowsOf("\n姓名,语文,\n\n甲,,\n,,\n乙,0\n\n\n")).toEqual([[], ["姓名", "语文"], [], ["甲"], [], ["乙", "0"]]);
});

test("a number stays the text that it was, and what keeps Excel from making a number of it is taken off", () => {
  expect(rowsOf('学号,身份证\n="0012",\t370811201001010012\n1E5,=1+1')).toEqual([
    ["学号", "身份证"],
    ["0012", "\t370811201001010012"],
    ["1E5", "=1+1"],
  ]);
});

test("columns called like parts of objects are columns", () => {
  expect(rowsOf("__proto__,constructor\n1,2")).toEqual([
    ["__proto__", "constructor"],
    ["1", "2"],
  ]);
});

test("one column is a list too", () => {
  expect(rowsOf("语文\n95\n60")).toEqual([["语文"], ["95"], ["60"]]);
});

test("what Papa Parse reads without complaint is read alike, and where it complains of quotation marks the list is refused", () => {
  const piece = fc.constantFrom("a", "甲", '"', '"', '"a"', '""', ",", ",", ";", "\t", " ", "\n", "\n", "\r\n", "\r");
  const texts = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(texts, (text) => {
      const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", "\t", ";"] });
      const expected = data.map((row) => row.map((cell) => (cell === "" ? null : cell)));
      for (const row of expected) while (row.at(-1) === null) row.pop();
      while (expected.at(-1)?.length === 0) expected.pop();
      const complains = errors.some(({ type }) => type === "Quotes");
      seen[complains ? "refused" : "read"]++;
      if (complains) expect(() => rowsOf(text)).toThrow(/quotation mark/);
      else if (expected.length === 0) expect(() => rowsOf(text)).toThrow(/empty/);
      else expect(rowsOf(text)).toEqual(expected);
    }),
    { numRuns: 3000, seed: 20261129 },
  );
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(300);
});

test("a file is read by what it is, whatever it is called", () => {
  expect(readFile(utf8.encode(list)).format).toBe("csv");
  const book = readFile(workbook());
  expect([book.format, book.encoding, sheetNamed(book, "成绩")?.rows.length]).toEqual(["xlsx", undefined, 3]);
});

test("a list that takes too long is given up", () => {
  let now = 0;
  const slow = () => {
    now += 500;
    return now;
  };
  expect(() => readCsv(utf8.encode("甲,1\n".repeat(50)), slow)).toThrow(Refusal);
  expect(() => readCsv(utf8.encode("甲,1\n".repeat(50)), slow)).toThrow(/2 秒内读不完/);
});
