/** A template whose names lead nowhere: told once with what helps, and not again for every formula that has no result because of it. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { fill } from "../tools/fill.ts";
import { computed, withoutLibreOffice } from "../tools/libreoffice.ts";
import { emptyTemplate, exam, handIn, told } from "../tools/templates.ts";

const NINE = "成绩 九年级";
const marks: Record<string, string | number> = {};
for (let row = 6; row < 18; row++) {
  Object.assign(marks, { [`A${row}`]: "1班", [`B${row}`]: `2023370811${row}` });
  [..."DEFGHI"].forEach((column, at) => {
    marks[`${column}${row}`] = 60 + row / 2 + at;
  });
}

/** The file as a spreadsheet program leaves it once the cells of these names were cut. */
async function withLost(...names: string[]): Promise<Uint8Array> {
  const parts = unzipSync(fill(await emptyTemplate(exam, "S03"), { [NINE]: marks }));
  let book = strFromU8(parts["xl/workbook.xml"] as Uint8Array);
  for (const name of names) {
    const lost = book.replace(new RegExp(`(<definedName name="${name}"[^>]*>)[^<]*`), `$1'${NINE}'!#REF!`);
    expect(lost).not.toBe(book);
    book = lost;
  }
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(book) }, { level: 1 });
}

test("a name that leads nowhere is asked about at its first cell, whether the file was computed or not, and the numbers count", async () => {
  const handed = handIn(await withLost("成绩_九年级_语文"));
  const [query, ...others] = handed.findings.filter(({ code }) => code === "name-broken");
  expect([query?.level, query?.sheet, query?.cell, others, handed.body !== null]).toEqual(["query", NINE, "D6", [], true]);
  expect(query?.words.zh).toMatch(/“成绩_九年级_语文”指不到格子.*重新计算也没有用.*新模板，把填的内容“选择性粘贴—数值”/);
});

test("several are one question, and a name that is not the template's is nobody's business", async () => {
  const names = ["班级_九年级", "学号_九年级", "成绩_九年级_语文", "成绩_九年级_数学"];
  const [query, ...others] = handIn(await withLost(...names)).findings.filter(({ code }) => code === "name-broken");
  expect([query?.cell, others]).toEqual(["A6", []]);
  expect(query?.words.zh).toContain("“班级_九年级”、“学号_九年级”、“成绩_九年级_语文”等 4 个");
  const own = unzipSync(await withLost());
  const book = strFromU8(own["xl/workbook.xml"] as Uint8Array).replace(
    "<definedNames>",
    '<definedNames><definedName name="我的">#REF!</definedName>',
  );
  expect(told(handIn(zipSync({ ...own, "xl/workbook.xml": strToU8(book) })))).not.toContain("name-broken");
});

describe.skipIf(withoutLibreOffice)("computed by LibreOffice", () => {
  test("the formulas without a result are not told one by one", async () => {
    const found = told(handIn(await computed(await withLost("成绩_九年级_语文"), "xlsx")));
    expect(found).toContain(`name-broken ${NINE}!D6`);
    expect(found.filter((one) => /^(value-differs|not-recalculated)/.test(one))).toEqual([]);
  }, 120_000);
});
