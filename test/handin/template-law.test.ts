/** Laws of reading templates: whatever stands in the inputs, what comes out is taken by the Worker or nothing comes out; and never a pupil's row. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readFile } from "../../addin/files/read.ts";
import { type Collection, submissionBody } from "../../shared/contract.ts";
import type { ReadBook, Value } from "../../shared/handin/book.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { checkSubmission } from "../../shared/submission.ts";
import { readTemplate } from "../../shared/template/read.ts";
import { conditions, emptyTemplate, exam, indicators, templateCounty } from "../tools/templates.ts";

/** The cells of one sheet from a place on, over what stands there. */
function withCells(book: ReadBook, name: string, top: number, left: number, cells: readonly (readonly Value[])[]): ReadBook {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const rows = Array.from({ length: Math.max(sheet.rows.length, top + cells.length) }, (_, row) => {
        const own = [...(sheet.rows[row] ?? [])];
        cells[row - top]?.forEach((value, at) => {
          while (own.length < left + at) own.push(null);
          own[left + at] = value;
        });
        return own;
      });
      return { ...sheet, rows };
    }),
  };
}

const strange = fc.constantFrom<Value>(
  ...([
    null,
    "",
    " ",
    "缺考",
    "转出",
    "免考",
    "80",
    "８０",
    "80分",
    true,
    false,
    -1,
    0,
    0.5,
    0.1,
    1e13,
    1e300,
    5e-324,
    121,
    "=1+1",
    "__proto__",
  ] as const),
  ...([{ error: "#N/A" }, { date: 46000 }, "1班", "一二三四五六七八九十一二三四五六七", "是", "否", "有", "良好", "\u0000"] as const),
);
/** Mostly sound, so that something does come out. */
const mostly = (sound: fc.Arbitrary<Value>) => fc.oneof({ weight: 400, arbitrary: sound }, { weight: 1, arbitrary: strange });
const table = (columns: fc.Arbitrary<Value>[], most: number) => fc.array(fc.tuple(...columns), { minLength: 1, maxLength: most });

describe("whatever is filled in", () => {
  const books = new Map<string, ReadBook>();
  const empty = (collection: Collection, school: string) => books.get(`${collection.collection} ${school}`) as ReadBook;
  let taken = 0;
  beforeAll(async () => {
    for (const [collection, school] of [
      [exam, "S03"],
      [conditions, "S03"],
      [conditions, "S08"],
      [indicators, "S03"],
    ] as const)
      books.set(`${collection.collection} ${school}`, readFile(await emptyTemplate(collection, school)));
  });

  function holds(book: ReadBook, collection: Collection, code: string): void {
    const handed = readTemplate(book, templateCounty, shipped);
    const failed = handed.findings.some(({ level }) => level === "error");
    expect(handed.body === null).toBe(failed);
    expect(JSON.stringify(handed)).not.toContain("金丝雀");
    // What no cell told must not be left for the last check.
    expect(handed.findings.filter((one) => one.code === "not-taken")).toEqual([]);
    if (!handed.body) return;
    taken++;
    expect(submissionBody.parse(handed.body)).toEqual(handed.body);
    const school = templateCounty.schools.find((one) => one.school === code);
    const asked = { definitions: shipped.inForce(collection.definitions), region: false };
    expect(checkSubmission(handed.body, collection, { stages: school?.stages ?? [] }, asked)).toEqual([]);
  }

  test("in an exam", () => {
    const mark = (full: number, grid: number) =>
      mostly(
        fc.oneof(
          fc.integer({ min: 0, max: full * grid }).map((n) => n / grid),
          fc.constantFrom("缺考", "缓考", "免考", "违纪", "转出"),
        ),
      );
    const own = mostly(fc.constantFrom("1班", "2班", "3班", "1"));
    const columns = [
      own,
      fc.constant("金丝雀1"),
      fc.constant("金丝雀"),
      mark(120, 2),
      mark(120, 2),
      mark(120, 2),
      mark(100, 2),
      mark(100, 2),
    ];
    const code = mostly(fc.constantFrom("T1", "T2", null));
    fc.assert(
      fc.property(
        table(
          [
            ...columns,
            mostly(
              fc.oneof(
                fc.integer({ min: 0, max: 200 }).map((n) => n / 2),
                fc.constant(null),
              ),
            ),
          ],
          45,
        ),
        table([mostly(fc.constant("九年级")), mostly(fc.constantFrom("1班", "2班")), code, code, code], 2),
        (rows, teaching) => {
          // Numbers are not given twice here: that is told elsewhere.
          const numbered = rows.map(([first = null, , ...rest], at): Value[] => [first, `金丝雀${at}`, ...rest]);
          const filled = withCells(empty(exam, "S03"), "成绩 九年级", 5, 0, numbered);
          holds(withCells(filled, "任课表", 4, 0, teaching), exam, "S03");
        },
      ),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  test("of resources", () => {
    taken = 0;
    const whole = mostly(fc.integer({ min: 0, max: 3000 }));
    const fine = mostly(fc.integer({ min: 0, max: 99_999_999 }).map((n) => n / 100));
    const column = fc.tuple(mostly(fc.integer({ min: 1, max: 3000 })), whole, whole, whole, fine, fine, fine, whole);
    fc.assert(
      fc.property(column, column, fc.boolean(), (one, other, shared) => {
        const second = other.map((value, at) => (shared && at >= 4 ? null : value));
        const cells = one.map((value, at): Value[] => [value, second[at] ?? null]);
        holds(withCells(empty(conditions, "S08"), "办学条件", 5, 2, cells), conditions, "S08");
        holds(
          withCells(
            empty(conditions, "S03"),
            "办学条件",
            5,
            2,
            one.map((value) => [value]),
          ),
          conditions,
          "S03",
        );
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test("of indicators", () => {
    taken = 0;
    const n = (max: number) => mostly(fc.integer({ min: 0, max }));
    const amount = mostly(fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100));
    const flag = mostly(fc.constantFrom<Value>("是", "否", true, 1));
    const first = fc.tuple(n(100), n(200), n(50), flag, flag, flag, flag, flag, flag, n(3), n(5000), amount, amount);
    const change = fc.tuple(
      n(50),
      n(100),
      n(50),
      n(100),
      mostly(fc.constantFrom("不合格", "合格", "良好", "优秀")),
      fc.constant("文件"),
      amount,
    );
    const columns = table(
      [fc.constant("金丝雀"), amount, fc.constant("金丝雀"), amount, fc.constant("金丝雀"), amount, n(40), fc.constant("金丝雀"), amount],
      6,
    );
    fc.assert(
      fc.property(first, change, columns, (one, other, rows) => {
        const cells = withCells(
          empty(indicators, "S03"),
          "指标填报",
          5,
          4,
          one.map((value) => [value]),
        );
        const more = withCells(
          cells,
          "指标填报",
          22,
          4,
          other.map((value) => [value]),
        );
        holds(withCells(more, "逐项填报", 6, 0, rows), indicators, "S03");
      }),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
