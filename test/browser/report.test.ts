/** 生成分析报告 in the pane: a Word file in the downloads, its writer loaded only when it is asked for. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocx } from "../documents/docx-text.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

async function asBureau(page: Page) {
  await page.getByLabel("令牌").fill(excel.bureau);
  await page.getByRole("button", { name: "连接", exact: true }).click();
}

test("the bureau makes the analysis report: its writer comes with the press, the file says who is missing and when it is due", async () => {
  const cells = [
    ["第1题", "第2题"],
    [2, 4],
    [2, 1],
    [1, 3],
  ];
  const page = await excel.open([{ name: "Sheet1", cells }], {}, { selected: ["A1:B4"] });
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.url());
  });
  await asBureau(page);
  await page.getByRole("tab", { name: /^汇总/ }).click();
  const button = page.getByRole("button", { name: "生成分析报告 (Word)" });
  await button.waitFor();
  await page.getByLabel("考试结束日期（可不填）").fill("2025-07-05");
  // What policy restricts is left out unless somebody wants it in.
  expect(await page.getByLabel(/列入限制使用的指标/).isChecked()).toBe(false);
  await page.getByRole("button", { name: "试题分析：取所选区域" }).click();
  await page.locator("#q-items-hint", { hasText: /已取 .*Sheet1.*!A1:B4：2 题，2 名学生/ }).waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  const before = scripts.length;
  const download = page.waitForEvent("download");
  await button.press("Enter");
  const saved = await download;
  expect(scripts.length).toBeGreaterThan(before);
  expect(saved.suggestedFilename()).toMatch(
    /^示例县\(演示数据\)质量分析报告_2024-2025_学年第二学期九年级期末\(示例\)_\d{4}-\d\d-\d\d\.docx$/,
  );
  const { paragraphs, tables, parts, xml } = readDocx(readFileSync(await saved.path()));
  expect(paragraphs.some((text) => text.includes("未填报 1 所：第三中学"))).toBe(true);
  expect(paragraphs.some((text) => text.includes("应于 2025-07-19 前报告"))).toBe(true);
  expect(tables.filter(([head]) => head?.[0] === "分数段")).toHaveLength(5);
  expect(
    tables
      .find(([head]) => head?.[0] === "题号")
      ?.at(-1)
      ?.slice(0, 4),
  ).toEqual(["全卷", "6", "3.50", "58.3 %"]);
  // A distribution and a strip of schools for each of five papers, each said in words.
  expect(parts.filter((name) => name.startsWith("word/media/"))).toHaveLength(10);
  expect(xml.match(/<wp:docPr [^>]*descr="[^"]{10,}"/g)).toHaveLength(10);
  await page.getByText(/已生成“示例县/).waitFor();
});

test("where the writer does not load, the pane says so and can be asked again", async () => {
  const page = await excel.open([{ name: "Sheet1", cells: [] }]);
  await asBureau(page);
  await page.getByRole("tab", { name: /^汇总/ }).click();
  const button = page.getByRole("button", { name: "生成分析报告 (Word)" });
  await button.waitFor();
  await page.route("**/*.js", (route) => route.abort());
  await button.click();
  await page.getByText("生成报告的程序没有载入，请检查网络后再按一次。").waitFor();
  expect(await button.isEnabled()).toBe(true);
});
