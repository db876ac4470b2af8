/** The offline page's forms, from an empty page: whom a collection asks, what it is compared with, targets and choices; the verdicts follow. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { built } from "../tools/build.ts";
import { launchChromium } from "../tools/chromium.ts";
import { fill } from "../tools/fill.ts";
import { flaws, outgrown } from "./fitness.ts";
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

const { tab, says, button, made, hand } = onOffline(
  () => page,
  () => folder,
);

test("targets, choices, whom an exam asks and what it is compared with are set by forms, and the verdicts follow", async () => {
  await button("开始设置").click();
  await page.getByLabel("区划代码").fill("370811");
  await page.getByLabel("名称", { exact: true }).fill("任城区");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "从 Excel 粘贴学校名单" }).fill("S01\t第一中学\t初中\nS02\t第二中学\t初中\nS03\t第三中学\t初中");
  await button(/存为本区的 3 所学校/).click();
  const form = page.locator(".o-form");
  const exam = async (name: string, period: string, more: () => Promise<void>) => {
    await button(/＋ 考试成绩/).click();
    await form.getByLabel("名称", { exact: true }).fill(name);
    await form.getByLabel("周期").fill(period);
    await form.getByLabel(/^学科/).fill("数学");
    await page.keyboard.press("Enter");
    await more();
    await button("保存采集").click();
  };
  const onlyTwo = async () => {
    await form.getByLabel("只有选中的学校要报").check();
    await form.getByLabel(/第三中学/).uncheck();
    await form.getByText("3 所里选了 2 所").waitFor();
  };
  await exam("一模", "2025-2026-1", async () => {
    await form.getByLabel("截止日期（可不填）").fill("2020-01-20");
    await onlyTwo();
  });
  await says("已保存“一模”。");
  await exam("二模", "2025-2026-2", async () => {
    await form.getByLabel("和哪次采集比（基线）").selectOption({ label: "一模（2025-2026-1）" });
    await onlyTwo();
    await form.getByLabel(/和同一批学生以前的考试比/).check();
    await form.getByLabel("数学 前测名称").fill("入学考试");
    expect(await flaws(page, "#offline")).toEqual([]);
    await button("保存采集").click();
    await says("请写数学前测的满分");
    expect(await form.getByLabel("数学 前测名称").inputValue()).toBe("入学考试");
    await form.getByLabel("数学 前测满分").fill("100");
  });
  await says("已保存“二模”。");
  // Twenty pupils a school: 10 reach 85 of 100 in the first exam; in the second 16 do, and the other 4 have 82 or 83.
  const rows = (high: number, other: number, earlier: boolean) =>
    Array.from({ length: 20 }, (_, at) => ["1班", `2026${at}`, `学生${at}`, at < high ? 90 : other, ...(earlier ? [60 + at] : [])]);
  const choose = async (name: string) => {
    const select = page.getByLabel(/^采集/);
    await select.selectOption(await select.locator("option", { hasText: name }).getAttribute("value"));
  };
  for (const [name, high, other] of [
    ["一模", 10, 70],
    ["二模", 16, 82],
  ] as const) {
    await tab(/发模板/);
    await choose(name);
    const files = Object.entries(unzipSync(readFileSync(await made(/生成 2 所学校的模板/, `${name}.zip`))));
    expect(files.map(([file]) => file)).toEqual([`S01_第一中学_${name}.xlsx`, `S02_第二中学_${name}.xlsx`]);
    await tab(/收文件/);
    // The second school's others have a mark more: files that are alike to the last mark are asked about.
    const filled = files.map(
      ([file, bytes], at) => [file, fill(bytes, { [SHEET]: sheetRows(rows(high, other + at, name === "二模")) })] as const,
    );
    await hand(...filled);
  }
  const results = async () => {
    await tab(/看结果/);
    await choose("二模");
    await page.locator(".q-figures tbody tr").first().waitFor(patient);
    return (await page.locator(".o-main").innerText()).replaceAll(/\s+/g, " ");
  };
  const first = await results();
  expect(first).toContain("应填报 2 所，已填报 2 所");
  // 32 of 40 against 20 of 40.
  expect(first).toContain("优秀率（初中） 80.0 % ✓ 达标 目标 ≥ 35 %");
  expect(first).toContain("优秀率较2024年提升 初中 30.0 个百分点 ✓ 达标");
  expect(first).toContain("基线：一模");

  await tab(/设置/);
  await page.getByLabel("加一个目标：搜指标").fill("优秀率");
  await button("＋ 优秀率（初中）").click();
  await form.getByLabel("数值（%）").fill("九成");
  await form.getByLabel("出处").fill("2026年目标责任书");
  await button("保存目标").click();
  await says("数值：请写一个数，例如 95。");
  expect(await form.getByLabel("出处").inputValue()).toBe("2026年目标责任书");
  await form.getByLabel("数值（%）").fill("0.9");
  await form.getByText("0.9 %？若是 90 % 请填 90。").waitFor();
  await form.getByLabel("数值（%）").fill("90");
  await button("保存目标").click();
  await says("≥ 90 % · 初中 · 2025-2026-2 · 全县和每所学校 · 2026年目标责任书");
  expect(await results()).toContain("优秀率（初中） 80.0 % ✕ 未达标 目标 ≥ 90 %");

  await tab(/设置/);
  await page.getByText("口径（都按默认）").click();
  const line = page.locator(".q-options > li").filter({ hasText: "优秀线：" });
  await line.getByText("更改").click();
  await line.getByLabel("优秀线").selectOption("80");
  await line.getByLabel("依据").fill("局办公会");
  expect(await flaws(page, "#offline")).toEqual([]);
  await line.getByRole("button", { name: "保存选择" }).click();
  await line.getByText(/会改变 2 所学校的 \d+ 个判定/).waitFor(patient);
  await line.getByRole("button", { name: "确认保存" }).click();
  await says("已保存：优秀线");
  const last = await results();
  expect(last).toContain("优秀率（初中） 100.0 % ✓ 达标 目标 ≥ 90 %");
  expect(last).toContain("优秀线为满分的 80%");
  expect(trouble).toEqual([]);
});

test("who wants to look first finds a made-up county with all that was handed in, and its figures", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.setOffline(true);
  const other = await openOffline(context, trouble);
  await other.getByRole("button", { name: "先看一个示例" }).click();
  await other.getByText("应填报 8 所，已填报 8 所").waitFor(patient);
  await other.getByText("示例县（虚构）").waitFor(patient);
  // The button that was pressed is gone: the keys go on from the tab it led to.
  expect(await other.evaluate(() => document.activeElement?.id)).toBe("q-tab-results");
  await other.locator(".q-row", { hasText: "全科合格率" }).getByText("88.8 %").first().waitFor(patient);
  // Value added of every school, with the interval that tells whether 0 is left out: nothing else would tell a school from the county.
  await other.locator("summary", { hasText: /^增值情况$/ }).press("Enter");
  const added = other.getByRole("region", { name: "增值情况" }).locator("tbody tr");
  await added.first().waitFor(patient);
  const told = await added.locator("td").allInnerTexts();
  expect(await added.count()).toBe(8 * 3);
  for (let at = 0; at < told.length; at += 5) {
    const [low, high] = (told[at + 3] ?? "").split(" — ").map(Number.parseFloat) as [number, number];
    expect(low).toBeLessThan(high);
    expect(told[at + 4]).toBe(low > 0 ? "高于预期" : high < 0 ? "低于预期" : "与预期无明显差别");
  }
  await other.getByText(/^增值只比较前后两次都有成绩的学生/).waitFor(patient);
  expect(await flaws(other, "#offline")).toEqual([]);
  // Results in the making are stopped by ending who makes them; here one who never begins.
  const save = other.getByRole("button", { name: "保存结果（.xlsx）" });
  await other.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: { task?: string }) {
      if (message.task !== "results") return post.call(this, message);
      Worker.prototype.postMessage = post;
    };
  });
  await save.click();
  await other.getByRole("button", { name: "正在生成结果…" }).waitFor(patient);
  await other.getByRole("button", { name: "取消" }).click();
  await other.getByText("已停止，没有保存。").waitFor(patient);
  const saved = other.waitForEvent("download");
  await save.click();
  expect((await saved).suggestedFilename()).toMatch(/^示例县（虚构）_九年级期末考试（示例）_.*\.xlsx$/);
  await other.getByText(/^已保存 示例县/).waitFor(patient);

  // 差异系数 of sports grounds is made of what each school has per pupil: 6489.5 ㎡ ÷ 630 = 10.300…, by hand; the last school has sent nothing.
  await other.getByLabel("采集").selectOption("2026-2");
  const row = other.locator(".q-row", { hasText: "校际差异系数" }).filter({ hasText: "体育运动场馆" });
  await row.locator("summary").press("Enter");
  await row.getByText(/平均 X = 总量 ÷ 总学生数，S² = .*，差异系数 S ÷ X = 0\.\d+/).waitFor(patient);
  const behind = row.locator(".q-behind tbody tr");
  expect((await behind.locator("td:first-of-type").allInnerTexts()).map((text) => text.trim())).toEqual([
    ...["10.301 ㎡/生", "10.516 ㎡/生", "10 ㎡/生", "11.799 ㎡/生", "12 ㎡/生", "13 ㎡/生", "13 ㎡/生", "未填报"],
  ]);
  expect([await outgrown(other, "#offline .q-panel"), await flaws(other, "#offline")]).toEqual([[], []]);
  await context.close();
});
