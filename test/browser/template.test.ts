/** A template in the pane: opened into the workbook, checked where it stands, its findings shown and explained, submitted and exported. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWorkbook } from "../../addin/files/read.ts";
import type { Overview, Submission } from "../../shared/contract.ts";
import { countyOf } from "../../shared/handin/county.ts";
import { readSubmission } from "../../shared/handin/file.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { launchChromium } from "../tools/chromium.ts";
import { fakeSheets } from "../tools/fake-sheets.ts";
import { fill } from "../tools/fill.ts";
import { demoTemplate } from "../tools/template-file.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";
import { openPlayground } from "./playground.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

const SCORES = "成绩 九年级";
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
const patient = { timeout: 60_000 };

/** Twelve pupils of one class from row 6 on, typed into the template; one mark is a text that is none. */
async function filled(): Promise<Uint8Array> {
  const rows = Array.from({ length: 12 }, (_, at) => ["1", `2024${at + 10}`, `金丝雀${at}`, 60 + at, 70, 80, 50, 40, 90]);
  const cells = rows.flatMap((row, at) => row.map((value, column) => [`${"ABCDEFGHI"[column]}${at + 6}`, value] as const));
  return fill(await demoTemplate("exam", "S03"), { [SCORES]: { ...Object.fromEntries(cells), D7: "六十一" } });
}

test("打开模板 puts this school's template into the workbook", async () => {
  const page = await excel.open([{ name: "Sheet1", cells: [["随手记的"]] }], {}, { incoming: ["填表说明", SCORES, "校验", "汇总"] });
  await excel.connect(page);
  await tab(page, "填报");
  await page.getByRole("button", { name: "打开模板" }).click();
  await page.getByText("这个工作簿是模板。").waitFor();
  const file = await page.evaluate(() => fakeBook.inserted[0] as string);
  const book = readWorkbook(new Uint8Array(Buffer.from(file, "base64")));
  const told = book.sheets.find(({ name }) => name === "模板信息")?.rows.map(([key, value]) => `${key} ${value}`);
  expect(told).toEqual(expect.arrayContaining(["区划 370811", "学校代码 S03", "采集 2025-final"]));
  expect(await flaws(page, "#pane")).toEqual([]);
  await page.context().close();
});

test("下载模板 gives the same template as a file, for whoever has no add-in", async () => {
  const page = await excel.open([{ name: "Sheet1", cells: [["随手记的"]] }]);
  await excel.connect(page);
  await tab(page, "填报");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载模板" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^S03_.*_2025-final\.xlsx$/);
  const book = readWorkbook(new Uint8Array(readFileSync(await download.path())));
  const told = book.sheets.find(({ name }) => name === "模板信息")?.rows.map(([key, value]) => `${key} ${value}`);
  expect(told).toEqual(expect.arrayContaining(["区划 370811", "学校代码 S03", "采集 2025-final"]));
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await page.context().close();
});

test("the open template is checked, put right, explained, submitted and exported", async () => {
  const page = await excel.open(fakeSheets(readWorkbook(await filled())));
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await excel.connect(page);
  await tab(page, "填报");
  await page.getByRole("button", { name: "检查本表" }).click();
  const wrong = page.locator(".q-error", { hasText: "D7" });
  await wrong.waitFor();
  await page.getByRole("heading", { name: SCORES }).waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await wrong.getByRole("button").click();
  await expect
    .poll(() => page.evaluate(() => [fakeBook.sheets[fakeBook.active]?.name, fakeBook.selected]), patient)
    .toEqual([SCORES, ["D7"]]);
  expect(await page.getByRole("button", { name: "提交", exact: true }).count()).toBe(0);

  await page.evaluate(() => {
    const row = fakeBook.sheets[fakeBook.active]?.cells[6];
    if (row) row[3] = 61;
    fakeBook.change();
  });
  await page.getByText("检查之后表格有改动").waitFor();
  await page.getByRole("button", { name: "检查本表" }).click();
  await page.getByText("没有必须改的问题。").first().waitFor();
  const note = page.getByLabel("说明").first();
  await note.fill("毕业班只有一个班");
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出上报文件" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  const county = countyOf(await excel.ask<Overview>("GET", "", undefined, excel.bureau));
  const read = readSubmission(text, county, shipped);
  expect(read).toMatchObject({ school: "S03", collection: "2025-final", revision: 1 });

  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByText("已收到，第 1 版").waitFor();
  const { body } = await excel.ask<Submission>("GET", "/collections/2025-final/submissions/S03", undefined, excel.bureau);
  const chinese = body?.slices.find((slice) => slice.subject === "语文" && slice.class === null);
  expect(chinese?.scores?.counts).toEqual(Array.from({ length: 12 }, (_, at) => [2 * (60 + at), 1]));
  expect(body?.notes?.map((one) => one.text)).toEqual(["毕业班只有一个班"]);
  expect(read.body).toEqual(body);
  for (const one of [...sent, text]) expect(one).not.toMatch(/金丝雀|2024\d\d"/);
  await page.context().close();
});

test("in the grid a template opens with its formulas alive, is filled in, and its faults are found", async () => {
  const browser = await launchChromium();
  const { page, trouble } = await openPlayground(browser, excel.url);
  await page.getByText("已连接").waitFor();
  await tab(page, "填报");
  await page.getByRole("button", { name: "打开模板" }).click();
  await page.getByText("这个工作簿是模板。").waitFor();
  await page.evaluate((name) => {
    const sheet = univerAPI.getActiveWorkbook()?.getSheetByName(name);
    sheet?.getRange("A6:I7").setValues([
      ["1", "20241", "甲", 80, 70, 80, 50, 40, 90],
      ["1", "20242", "乙", 121, 70, 80, 50, 40, 90],
    ]);
  }, SCORES);
  await page.getByRole("button", { name: "检查本表" }).click();
  await page.locator(".q-error", { hasText: "D7" }).getByText("超过满分 120").waitFor();
  await page.locator(".q-error", { hasText: "D7" }).getByRole("button").click();
  const at = () =>
    page.evaluate(() => [
      univerAPI.getActiveWorkbook()?.getActiveSheet().getSheetName(),
      univerAPI.getActiveWorkbook()?.getActiveRange()?.getA1Notation(),
    ]);
  await expect.poll(at, patient).toEqual([SCORES, "D7"]);
  expect(trouble).toEqual([]);
  await browser.close();
});
