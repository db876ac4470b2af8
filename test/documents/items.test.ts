/** 试题分析 and pictures in the report: by marks of a sheet, worked out by hand; or said not to be given. */
import { describe, expect, test } from "vitest";
import { itemsOf } from "../../addin/documents/items.ts";
import { reportFile } from "../../addin/documents/report.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { Refusal } from "../../shared/refusal.ts";
import { readDocx } from "./docx-text.ts";
import { reportOf } from "./reports.ts";

/** Four pupils, one of them absent; items of 2 and 4 marks. */
const SHEET = [
  ["第1题", "第2题"],
  [2, 4],
  [2, 4],
  [1, 2],
  ["缺考", "缺考"],
  [0, 0],
];
const docx = async (items: ReturnType<typeof itemsOf> | null) => readDocx((await reportFile(reportOf([], { items }), shipped)).bytes);

describe("item analysis in the report", () => {
  test("each item with its mean and rate as worked out by hand, then the whole paper, and how many sat", async () => {
    const { tables, paragraphs } = await docx(itemsOf("九年级!A1:B6", SHEET));
    const own = tables.find(([head]) => head?.[0] === "题号");
    // (2 + 1 + 0) / 3 = 1, of 2; (4 + 2 + 0) / 3 = 2, of 4; together 3 of 6.
    expect(own?.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ["第1题", "2", "1.00", "50.0 %"],
      ["第2题", "4", "2.00", "50.0 %"],
      ["全卷", "6", "3.00", "50.0 %"],
    ]);
    // The two items rise and fall together.
    expect(own?.[1]?.[6]).toBe("1.00");
    expect(paragraphs.some((text) => text.includes("“九年级!A1:B6”中 3 名实考学生"))).toBe(true);
  });

  test("without a sheet the part says that marks by item were not given", async () => {
    const { tables, paragraphs } = await docx(null);
    expect(tables.some(([head]) => head?.[0] === "题号")).toBe(false);
    expect(paragraphs.some((text) => text.startsWith("没有给出每题得分，不作试题分析"))).toBe(true);
  });

  test.each([
    ["too few rows", [["第1题"], [2]], "第二行各题满分"],
    [
      "a hole among marks",
      [
        ["第1题", "第2题"],
        [2, 4],
        [1, null],
      ],
      "是空的",
    ],
    ["a mark above the full mark", [["第1题"], [2], [3]], "满分"],
  ])("%s is refused with the place", (_, cells, said) => {
    const refused = () => itemsOf("A1:B6", cells);
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow(new RegExp(said));
  });
});

test("pictures stand in the file with what they say as alternative text, and the table below has no bars then", async () => {
  const input = reportOf([]);
  const { bytes } = await reportFile(input, shipped, "zh", async () => new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]));
  const { xml, parts } = readDocx(bytes);
  const texts = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, text]) => text ?? "");
  expect(texts).toHaveLength(input.rollup.totals.length * 2);
  expect(parts.some((name) => name.startsWith("word/media/"))).toBe(true);
  for (const { subject, scores } of input.rollup.totals) {
    const own = texts.filter((text) => text.includes(`九年级 ${subject}`));
    expect(own).toHaveLength(2);
    expect(own.some((text) => text.includes(String(scores.states.sat)))).toBe(true);
  }
  expect(xml).not.toContain("4A6FA5");
});
