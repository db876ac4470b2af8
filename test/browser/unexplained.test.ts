/** The offline page, questions about a file that are neither put right nor explained: seen in its line, beside the county's figures, and explained in either place. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { built } from "../tools/build.ts";
import { launchChromium } from "../tools/chromium.ts";
import { fill } from "../tools/fill.ts";
import { flaws } from "./fitness.ts";
import { SHEET, sheetRows } from "./offline-county.ts";
import { onOffline, openOffline, patient } from "./offline-page.ts";

let browser: Browser;
let page: Page;
let folder: string;
const trouble: string[] = [];

beforeAll(async () => {
  if (!(await built())) throw new Error("the build failed");
  folder = mkdtempSync(join(tmpdir(), "quality-offline-"));
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await context.setOffline(true);
  page = await openOffline(context, trouble);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const { tab, says, button, made, hand, lineOf } = onOffline(
  () => page,
  () => folder,
);

/** Forty pupils, of whom nobody has the same marks as another, but in the subjects where everybody has 71. */
const marks = (from: number, alike: readonly number[]) =>
  Array.from({ length: 40 }, (_, at) => [
    `${(at % 2) + 1}班`,
    `2026${from}${at}`,
    `学生${at}`,
    ...[40 + at, 35 + ((at * 7) % 59), 30 + ((at * 11) % 67)].map((mark, subject) => (alike.includes(subject) ? 71 : mark)),
  ]);

test("what nobody has explained counts, but is not settled until it is put right or explained: in the list, or after it is gone", async () => {
  await button("开始设置").click();
  await page.getByLabel("区划代码").fill("370811");
  await page.getByLabel("名称", { exact: true }).fill("任城区");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "从 Excel 粘贴学校名单" }).fill("S01\t第一中学\t初中\nS02\t第二中学\t初中");
  await button(/存为本区的 2 所学校/).click();
  await button(/考试成绩/).click();
  await page.locator(".o-form").getByLabel("名称", { exact: true }).fill("期末");
  await page.locator(".o-form").getByLabel("周期").fill("2025-2026-2");
  await page.locator(".o-form").getByLabel(/^学科/).fill("语文、数学、英语");
  await page.keyboard.press("Enter");
  await button("保存采集").click();
  await says("已保存“期末”。");
  await tab(/发模板/);
  const zip = unzipSync(readFileSync(await made(/生成 2 所学校的模板/, "templates.zip")));
  const [first, second] = ["S01", "S02"].map((code) => Object.entries(zip).find(([name]) => name.startsWith(code))?.[1]);
  if (!first || !second) throw new Error("no templates");
  await tab(/收文件/);
  await hand(
    ["一科.xlsx", fill(first, { [SHEET]: sheetRows(marks(1, [0])) })],
    ["两科.xlsx", fill(second, { [SHEET]: sheetRows(marks(2, [1, 2])) })],
  );
  expect(await lineOf("一科.xlsx")).toMatch(/待说明 .*1 处待说明/);
  await says("2 个文件读完：已收 0 个，待说明 2 个（数已计入）。");
  const line = page.locator(".q-file", { hasText: "两科.xlsx" });
  await line.locator("summary").press("Enter");
  await says("数已计入，但还有 2 处请核对没有说明");
  expect(await flaws(page, "#offline")).toEqual([]);
  await line.getByLabel("没有说明的 2 处，同一个原因").fill("这两科折算为同一个等级分");
  await page.keyboard.press("Enter");
  await expect.poll(() => lineOf("两科.xlsx"), patient).toMatch(/已收 .*都有说明/);
  // When the last of its kind is explained all lines are shown again.
  await button("待说明 1").click();
  await expect.poll(() => page.locator(".q-file").count(), patient).toBe(1);
  await page.locator(".q-file summary").press("Enter");
  const only = page.locator(".q-file", { hasText: "一科.xlsx" }).getByRole("textbox").first();
  await only.fill("这一科折算为等级分");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".q-file").count(), patient).toBe(2);
  await page.locator(".q-file", { hasText: "一科.xlsx" }).locator("summary", { hasText: "已收" }).waitFor(patient);
  await only.fill("");
  await page.keyboard.press("Enter");
  await button("待说明 1").waitFor(patient);
  await tab(/看结果/);
  // What is explained among what is held stands beside what was explained in the list, and the list takes it up.
  await page.getByText("已收的填报（2）").click();
  await page.getByText("3 处，已说明 2 处").click();
  await page.locator(".o-table li").first().getByRole("textbox").fill("另一个原因");
  await page.keyboard.press("Enter");
  await tab(/收文件/);
  await line.locator("summary").press("Enter");
  const reasons = () => line.getByRole("textbox").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await expect.poll(reasons, patient).toEqual(["另一个原因", "这两科折算为同一个等级分", ""]);
  await tab(/看结果/);
  await says("有 1 所学校还有 1 处请核对没有说明：数已计入，还不是定数");
  await page.reload();
  await tab(/看结果/);
  await says("已填报 2 所");
  await page.getByText("已收的填报（2）").click();
  await page.getByText(/已说明 \d+ 处，1 处待说明/).click();
  await page.locator(".o-table li", { hasText: "71" }).getByRole("textbox").fill("这一科折算为等级分");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByText(/还不是定数|处待说明/).count(), patient).toBe(0);
  expect(await flaws(page, "#offline")).toEqual([]);
  expect(trouble).toEqual([]);
});
