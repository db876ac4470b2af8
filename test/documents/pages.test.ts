/** What stays on one page in a Word file: rows and pictures that would stand alone at its edge. Read from the XML by its tags. */
import { expect, test } from "vitest";
import { wordOf } from "../../addin/documents/word.ts";
import type { Block } from "../../shared/documents/document.ts";
import type { Scene } from "../../shared/pictures/scene.ts";
import { readDocx } from "./docx-text.ts";

const xmlOf = async (blocks: readonly Block[]) => {
  const paint = async () => new Uint8Array([1]);
  return readDocx(await wordOf({ tongue: "zh", title: "t", running: "t", blocks }, paint)).xml;
};

/** Of each row after the head: whether it is kept with the next one. */
const keptIn = (xml: string) =>
  xml
    .split(/<w:tr[ >]/)
    .slice(2)
    .map((row) => row.split("</w:tr>")[0]?.includes("<w:keepNext/>"));

const table = (rows: readonly (readonly string[])[], bar?: number): Block => ({
  kind: "table",
  columns: [
    { head: "指标", width: 50 },
    { head: "来源", width: 50 },
  ],
  ...(bar === undefined ? {} : { bars: "分布" }),
  rows: rows.map((cells) => ({ cells, ...(bar === undefined ? {} : { bar }) })),
});
const rowsOf = (count: number, text: string) => Array.from({ length: count }, () => ["一", text]);

test("all rows of a short table are on one page; of one that is long by its rows or by its texts the last two", async () => {
  expect(keptIn(await xmlOf([table(rowsOf(5, "短"))]))).toEqual([true, true, true, true, false]);
  expect(keptIn(await xmlOf([table(rowsOf(1, "短"))]))).toEqual([false]);
  const long = [...Array.from({ length: 18 }, () => false), true, false];
  expect(keptIn(await xmlOf([table(rowsOf(20, "短"))]))).toEqual(long);
  // Four lines in each of five rows: half of the page is some twenty characters wide.
  expect(keptIn(await xmlOf([table(rowsOf(5, "字".repeat(80)))]))).toEqual([false, false, false, true, false]);
  expect(keptIn(await xmlOf([table(rowsOf(10, "短"), 0.5)]))).toEqual([...Array.from({ length: 9 }, () => true), false]);
});

test("of several pictures in a row neither the first nor the last stands alone; one above a table stays with it", async () => {
  const scene = { width: 100, height: 50, alt: "图", shapes: [] } as unknown as Scene;
  const picture = (): Block => ({ kind: "picture", scene: { ...scene } });
  const kept = async (blocks: readonly Block[]) =>
    (await xmlOf(blocks)).split("<w:p>").flatMap((one) => (one.includes("<w:drawing>") ? [one.includes("<w:keepNext/>")] : []));
  expect(await kept([1, 2, 3, 4, 5].map(picture))).toEqual([true, false, false, true, false]);
  expect(await kept([picture(), picture()])).toEqual([true, false]);
  expect(await kept([picture(), table(rowsOf(2, "短")), picture(), table(rowsOf(2, "短"))])).toEqual([true, true]);
});

test("room to write in is on the page of whoever signs below it", async () => {
  const sides = [
    { heading: "制表", lines: [] },
    { heading: "单位（公章）", lines: [] },
  ] as const;
  const kept = async (blocks: readonly Block[]) =>
    (await xmlOf(blocks))
      .split("<w:tbl>")[0]
      ?.split("<w:p>")
      .slice(1)
      .map((one) => one.includes("<w:keepNext/>"));
  expect(
    await kept([
      { kind: "room", lines: 2 },
      { kind: "signatures", sides },
    ]),
  ).toEqual([true, true]);
  expect(await kept([{ kind: "room", lines: 2 }])).toEqual([true, false]);
});

test("a paragraph stays with the table or the hands below it; above a caption it does not: the caption stays with its table", async () => {
  const kept = async (block: Block) =>
    (await xmlOf([{ kind: "paragraph", text: "说明" }, block])).split("<w:p>")[1]?.includes("<w:keepNext/>");
  const own = table(rowsOf(2, "短"));
  const side = { heading: "甲方", lines: [] };
  expect(await kept(own)).toBe(true);
  expect(await kept({ ...own, caption: "表" } as Block)).toBe(false);
  expect(await kept({ kind: "signatures", sides: [side, side] })).toBe(true);
});
