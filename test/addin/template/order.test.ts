/** A county is the same in whatever order its keys stand: from a server, from a file, or set up in the page. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "../../../shared/canonical.ts";
import type { Collection } from "../../../shared/contract.ts";
import { type County, countyOf } from "../../../shared/handin/county.ts";
import { readStore, writeStore } from "../../../shared/handin/store-file.ts";
import { fill } from "../../tools/fill.ts";
import {
  conditions,
  emptyTemplate,
  exam,
  handIn,
  indicators,
  oldTemplate,
  templateCounty,
  templateFor,
  told,
} from "../../tools/templates.ts";

/** The same content, the keys of every object in another order. */
function reordered<Value>(value: Value, rank: (key: string) => number): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => reordered(part, rank)) as Value;
  const parts = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(parts.map(([key, part]) => [key, reordered(part, rank)])) as Value;
}

/** The county as it comes back from its own file: keys sorted. */
function imported(county: County): County {
  const moment = "2026-11-28T00:00:00.000Z";
  const file = writeStore({ county: countyOf(county), since: moment, held: [], decisions: [] }, { program: "test", made: moment });
  return readStore(file).store?.county as County;
}

const checksum = (collection: Collection, school: string) => templateFor(collection, school).meta.布局校验;

test("the checksum of a layout is the same for any order of keys", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const ranks = new Map<string, number>();
      const rank = (key: string) => {
        if (!ranks.has(key)) ranks.set(key, numbers.next().value as number);
        return ranks.get(key) as number;
      };
      for (const one of [exam, conditions, indicators]) expect(checksum(reordered(one, rank), "S08")).toBe(checksum(one, "S08"));
    }),
    { numRuns: 30 },
  );
});

test("a full mark, a line, an earlier exam or the order of papers makes another layout", () => {
  const papers = exam.exam?.papers ?? [];
  const changed = (papers: NonNullable<Collection["exam"]>["papers"]): Collection => ({ ...exam, exam: { name: "期末", papers } });
  const [first, second, ...rest] = papers as [(typeof papers)[0], (typeof papers)[0], ...typeof papers];
  const layouts = [
    exam,
    changed([{ ...first, full: 150 }, second, ...rest]),
    changed([{ ...first, lines: { ...first.lines, pass: 70 } }, second, ...rest]),
    changed([first, { ...second, before: null }, ...rest]),
    changed([second, first, ...rest]),
  ];
  expect(new Set(layouts.map((one) => checksum(one, "S08"))).size).toBe(layouts.length);
});

const pupils: Record<string, string | number> = {};
for (let row = 6; row < 18; row++) {
  pupils[`A${row}`] = "1班";
  for (const column of "DEFGH") pupils[`${column}${row}`] = 60;
}

test("a county taken back from its file reads the templates it sent out, and those made after", async () => {
  const county = imported(templateCounty);
  const [own] = county.collections as [Collection];
  expect(Object.keys(own.exam?.papers[0] ?? {})).not.toEqual(Object.keys(exam.exam?.papers[0] ?? {}));
  for (const made of [exam, own]) {
    const file = fill(await emptyTemplate(made, "S03"), { "成绩 九年级": pupils });
    for (const reading of [templateCounty, county]) expect(told(handIn(file, reading))).not.toContain("layout-changed");
    // What is checked only of a layout that is as it was made.
    const retitled = fill(file, { "成绩 九年级": { ...pupils, A1: "九年级期中成绩" } });
    for (const reading of [templateCounty, county]) expect(told(handIn(retitled, reading))).toContain("title-changed 成绩 九年级!A1");
  }
});

// The two checksums which the code of 2026-11-27 wrote for this exam: set up in the browser, and from a server.
test.each(["936edacc5646913f", "141deae06a153ac9"])(
  "a template of 2026-11-27 with the checksum %s is read without a false query",
  async (checksum) => {
    const file = fill(await emptyTemplate(exam, "S03"), { "成绩 九年级": pupils, 模板信息: { B12: checksum } });
    for (const county of [templateCounty, inOrder(templateCounty)]) expect(told(handIn(file, county))).not.toContain("layout-changed");
  },
);

test("a template of format 1 too; and another checksum is told", async () => {
  for (const county of [templateCounty, inOrder(templateCounty)]) {
    expect(told(handIn(oldTemplate("exam"), county))).not.toContain("layout-changed");
  }
  const file = fill(await emptyTemplate(exam, "S03"), { "成绩 九年级": pupils, 模板信息: { B12: "0000000000000000" } });
  expect(told(handIn(file))).toContain("layout-changed");
});
