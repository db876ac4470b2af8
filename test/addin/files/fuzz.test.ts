/** Thousands of files that were good until something happened to them: each is read or refused, never anything else, and in time. */
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { type Book, formulaAt, textIn } from "../../../addin/files/book.ts";
import { CELLS, COLUMNS, ROWS, TIME } from "../../../addin/files/limits.ts";
import { readFile } from "../../../addin/files/read.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { randomness } from "../../bench/marks.ts";
import { entriesOf, namespaces, paths, sheetXml, workbook } from "../../tools/hostile-workbook.ts";
import { type ZipEntry, zip } from "../../tools/hostile-zip.ts";

const GRACE = 4;
const clock = () => performance.now() / GRACE;
const random = randomness(20261122);
const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
const upTo = (most: number) => Math.floor(random() * most);
const utf8 = new TextEncoder();

/** What breaks readers: marks of the format, ends of numbers, and names that objects have. */
const scraps = [
  "<",
  ">",
  "/",
  '"',
  "'",
  "&",
  "&#",
  ";",
  "=",
  "]]>",
  "<![CDATA[",
  "<!--",
  "<!DOCTYPE x>",
  "<?",
  "xmlns=",
  "x:",
  "r=",
  "__proto__",
  "\u0000",
]
  .concat([
    "99999999999",
    "-1",
    "1e999",
    "NaN",
    "A1",
    "XFD1048576",
    't="s"',
    "</row>",
    "<row>",
    "<c>",
    "<v>",
    "</v>",
    "\ufeff",
    "長",
    "𠮷",
    "\r\n",
    ",",
  ])
  .concat(['<f t="shared" si="0"/>', "<f>[1]a!A1</f>", "<f>a|b!A1</f>", "_x0000_", 'r:id="rId2"', "../", "\\", namespaces.MAIN]);

const richSheet = sheetXml(
  `<dimension ref="A1"/><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>语</t></r><rPh><t>x</t></rPh></is></c></row><row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">B2+$C$1</f><v>1.5</v></c><c r="B2" s="1"><v>46266</v></c><c r="C2" t="b"><v>1</v></c></row><row><c><f t="shared" si="0"/><v>2</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-09-01</v></c><c t="str"><f>"a"</f><v>a&amp;b</v></c></row></sheetData><mergeCells><mergeCell ref="A5:B6"/></mergeCells>`,
);

/** Bytes turned over, cut out, doubled, or put in from elsewhere. */
function mutated(bytes: Uint8Array): Uint8Array {
  const out = Array.from(bytes);
  for (let times = 1 + upTo(4); times > 0; times--) {
    const at = upTo(out.length + 1);
    const how = upTo(6);
    if (how === 0) out[at] = upTo(256);
    else if (how === 1) out[at] = (out[at] ?? 0) ^ (1 << upTo(8));
    else if (how === 2) out.splice(at, 1 + upTo(20));
    else if (how === 3) out.splice(at, 0, ...utf8.encode(pick(scraps)));
    else if (how === 4) out.splice(at, 0, ...out.slice(upTo(out.length), upTo(out.length)).slice(0, 200));
    else
      out.splice(
        at,
        4,
        ...pick([
          [0xff, 0xff, 0xff, 0xff],
          [0, 0, 0, 0],
          [0xff, 0xff, 0xff, 0x7f],
        ]),
      );
  }
  return Uint8Array.from(out);
}

/** One part altered, in an archive that is whole and honest: so that what reads the parts is reached. */
function partMutated(): Uint8Array {
  const entries = entriesOf({ [paths.sheet]: richSheet });
  const chosen = upTo(2) === 0 ? entries.findIndex(({ name }) => name === paths.sheet) : upTo(entries.length);
  return zip(
    entries.map((entry, at): ZipEntry => (at === chosen ? { ...entry, content: mutated(utf8.encode(entry.content as string)) } : entry)),
  );
}

/** What is wrong with what was read: nothing may be. */
function faultsOf(book: Book): string[] {
  const faults: string[] = [];
  let cells = 0;
  for (const sheet of book.sheets) {
    if (sheet.rows.length > ROWS) faults.push("too many rows");
    for (const [row, values] of sheet.rows.entries()) {
      cells += values.length;
      if (values.length > COLUMNS) faults.push("too many columns");
      for (const [column, value] of values.entries()) {
        if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) faults.push(`${value}`);
        // Throws where half a character stands alone.
        encodeURIComponent(`${textIn(value)}${formulaAt(sheet, row, column) ?? ""}${sheet.name}`);
      }
    }
  }
  return cells > CELLS ? [...faults, "too many cells"] : faults;
}

/** Reads it; true where it could be read. Anything thrown but a refusal that knows its reason fails. */
function survives(bytes: Uint8Array): boolean {
  const began = performance.now();
  try {
    expect(faultsOf(readFile(bytes, clock))).toEqual([]);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.words.zh).not.toContain("（无法读取）");
    return false;
  } finally {
    expect(performance.now() - began).toBeLessThan(GRACE * TIME);
  }
}

let written: Uint8Array;
beforeAll(async () => {
  const rows = Array.from({ length: 20 }, (_, row) => [`学生${row}`, row * 2.5, row % 3 === 0 ? "缺考" : row]);
  written = await writeXlsx({
    sheets: [
      { name: "成绩", rows },
      { name: "任课", rows: [["九(1)班", "语文"]] },
    ],
  });
});

const counted = (times: number, make: () => Uint8Array) => {
  let read = 0;
  for (let time = 0; time < times; time++) if (survives(make())) read++;
  return read;
};

test("1,500 workbooks with one part altered: some are still read, most are refused", () => {
  const read = counted(1_500, partMutated);
  expect(read).toBeGreaterThan(50);
  expect(read).toBeLessThan(1_200);
});

test("1,000 workbooks of an independent writer with bytes altered anywhere", () => {
  // What an archive says of itself in two places must agree, so next to none is read; times and rights of a file may be anything.
  expect(counted(1_000, () => mutated(written))).toBeLessThan(500);
});

test("500 small workbooks with bytes altered anywhere", () => {
  const small = workbook({ [paths.sheet]: richSheet });
  expect(counted(500, () => mutated(small))).toBeLessThan(250);
});

test("500 lists with bytes altered anywhere: any text is a list", () => {
  const list = utf8.encode('\ufeff姓名,学号,语文\r\n"王,小明",0012,95.5\r\n李𠮷,="0013",缺考\r\n'.repeat(5));
  expect(counted(500, () => mutated(list))).toBeGreaterThan(50);
});
