/** 责任书 in the pane, 320 pixels wide: from the list to the Word file, by keyboard, against a Worker that holds the demo county. */
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

/** The pane on the tab of statements, connected by a token. */
async function openAs(token: string): Promise<Page> {
  const page = await excel.open([{ name: "Sheet1", cells: [] }]);
  page.setDefaultTimeout(90_000);
  await page.getByLabel("令牌").fill(token);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByRole("tab", { name: "责任书" }).click();
  return page;
}
const unfit = async (page: Page) => [...(await outgrown(page, "body")), ...(await flaws(page, "#pane"))];

test("the bureau finds what 第一中学 has signed, each line with its verdict and gap, and prints it", async () => {
  const page = await openAs(excel.bureau);
  const row = page.getByRole("button", { name: /2025年教育教学质量目标责任书/ });
  await row.getByText("甲方：局长").waitFor();
  expect(await row.textContent()).toContain("未达标 3");
  expect(await unfit(page)).toEqual([]);
  await row.press("Enter");
  // 825 of 928 are 88.9 %: 90 % of them are 836 pupils.
  const line = page.locator("details", { hasText: "学业质量达标率" });
  await line.getByText("相差 1.1 个百分点，还差 11 人").waitFor();
  await line.locator("summary").press("Enter");
  await line.getByText("825 ÷ 928").waitFor();
  expect(await line.getByText("学校 S01").count()).toBe(1);
  expect(await unfit(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 Word" }).press("Enter");
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("2025年教育教学质量目标责任书(示例)-v1.docx");
  const { paragraphs, tables } = readDocx(readFileSync(await saved.path()));
  expect(paragraphs).toContain("学校级责任书 · 第 1 版（已签）");
  expect(tables[0]?.map((row) => row[3])).toEqual(expect.arrayContaining(["≥ 90 %", "≥ 35 %", "≥ 95 %"]));
});

test("a viewer is told why there is nothing to see", async () => {
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const { token } = await excel.ask<{ token: string }>("POST", "/tokens", { role: "viewer", expires });
  const page = await openAs(token);
  await page.getByText("责任书只对签订双方（教育局和学校）开放").waitFor();
  expect(await unfit(page)).toEqual([]);
});
