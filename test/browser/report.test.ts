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
  const page = await excel.open([{ name: "Sheet1", cells: [] }]);
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.url());
  });
  await asBureau(page);
  await page.getByRole("tab", { name: /^汇总/ }).click();
  const button = page.getByRole("button", { name: "生成分析报告 (Word)" });
  await button.waitFor();
  await page.getByLabel("考试结束日期（可不填）").fill("2025-07-05");
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  const before = scripts.length;
  const download = page.waitForEvent("download");
  await button.press("Enter");
  const saved = await download;
  expect(scripts.length).toBeGreaterThan(before);
  expect(saved.suggestedFilename()).toMatch(/^示例县\(演示数据\)质量分析报告-\d{4}-\d\d-\d\d\.docx$/);
  const { paragraphs, tables } = readDocx(readFileSync(await saved.path()));
  expect(paragraphs.some((text) => text.includes("未填报 1 所：第三中学"))).toBe(true);
  expect(paragraphs.some((text) => text.includes("应于 2025-07-19 前报告"))).toBe(true);
  expect(tables.filter(([head]) => head?.[0] === "分数段")).toHaveLength(5);
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
