/** A template in the pane: opened into the workbook, checked where it stands, its findings shown and explained, submitted and exported. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWorkbook } from "../../addin/files/read.ts";
import type { Overview, Submission } from "../../shared/contract.ts";
import { countyOf } from "../../shared/handin/county.ts";
import { readSubmission } from "../../shared/handin/file.ts";
import { shipped } from "../../shared/indicators/index.ts";
import type { FakeSheet } from "../addin/fake-excel.ts";
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

/** Twelve pupils of one class from row 6 on, typed into the template; one mark, unless it is given, is a text that is none. */
async function filled(school = "S03", mark: string | number = "六十一"): Promise<Uint8Array> {
  const rows = Array.from({ length: 12 }, (_, at) => ["1", `2024${at + 10}`, `金丝雀${at}`, 60 + at, 70, 80, 50, 40, 90]);
  const cells = rows.flatMap((row, at) => row.map((value, column) => [`${"ABCDEFGHI"[column]}${at + 6}`, value] as const));
  return fill(await demoTemplate("exam", school), {
    [SCORES]: { ...Object.fromEntries(cells), D7: mark },
    任课表: { A5: "九年级", B5: "1", C5: "T01" },
  });
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
  expect(download.suggestedFilename()).toMatch(/^S03_.*_2024-2025_学年第二学期九年级期末\(示例\)\.xlsx$/);
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
  // Held against the targets as a whole before anything is sent.
  await tab(page, "核对");
  await page.locator(".q-row").first().locator("summary").press("Enter");
  await page.getByText("本表，尚未提交").waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await tab(page, "填报");
  const note = page.getByLabel("说明").first();
  // A number that tells who somebody is goes nowhere: nothing can be sent or exported while it stands.
  await note.fill("请问王老师 138-1234-5678");
  await page.getByRole("alert").filter({ hasText: "请删去" }).waitFor();
  expect(await page.getByRole("button", { name: /^(提交|导出上报文件)$/ }).count()).toBe(0);
  expect(await flaws(page, "#pane")).toEqual([]);
  await note.fill("数学老师还没有定");
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出上报文件" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  const county = countyOf(await excel.ask<Overview>("GET", "", undefined, excel.bureau));
  const read = readSubmission(text, county, shipped);
  expect(read).toMatchObject({ school: "S03", collection: "2025-final", revision: 1 });

  // The other questions are neither put right nor explained: that is asked about once more.
  await page.getByRole("button", { name: "提交", exact: true }).click();
  const sure = page.getByRole("alertdialog");
  await sure.getByText(/^还有 \d 处请核对没有改，也没有写说明。/).waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await sure.getByRole("button", { name: "确定提交" }).click();
  await page.getByText("已收到，第 1 版").waitFor();
  const { body } = await excel.ask<Submission>("GET", "/collections/2025-final/submissions/S03", undefined, excel.bureau);
  const chinese = body?.slices.find((slice) => slice.subject === "语文" && slice.class === null);
  expect(chinese?.scores?.counts).toEqual(Array.from({ length: 12 }, (_, at) => [2 * (60 + at), 1]));
  expect(body?.notes?.map((one) => one.text)).toEqual(["数学老师还没有定"]);
  expect(read.body).toEqual(body);
  for (const one of [...sent, text]) expect(one).not.toMatch(/金丝雀|2024\d\d"/);
  await page.context().close();
});

const choose = async (page: Page, button: string, name: string, bytes: Uint8Array) => {
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await asked).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
};
const CHOOSE = "选择文件…（模板或成绩表）";
const sendable = (page: Page) => page.getByRole("button", { name: /^(提交|更正)/ }).count();

test("a template chosen as a file is checked as strictly as an open one, and never taken for a plain list", async () => {
  const page = await excel.open([{ name: "Sheet1", cells: [["随手记的"]] }]);
  await excel.connect(page);
  await tab(page, "填报");
  const foreign = fill(await filled("S03", 61), { 模板信息: { B2: "130534", B3: "清河县" } });
  await choose(page, CHOOSE, "外县.xlsx", foreign);
  await page.locator(".q-error", { hasText: "这是清河县（130534）的模板，不是示例县(演示数据)（370811）的" }).waitFor();
  expect(await sendable(page)).toBe(0);
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await choose(page, "换一个文件…", "别校.xlsx", await filled("S01", 61));
  await page.locator(".q-error", { hasText: "（S01）的模板，不是第三中学（S03）的" }).waitFor();
  expect(await sendable(page)).toBe(0);
  // Just as it was downloaded: its own finding, and not that a list has no pupils.
  await choose(page, "换一个文件…", "没填.xlsx", await demoTemplate("exam", "S03"));
  await page.locator(".q-error", { hasText: "各年级的成绩表都是空的" }).waitFor();
  expect(await sendable(page)).toBe(0);
  await choose(page, "换一个文件…", "有错.xlsx", await filled());
  await page.locator(".q-error", { hasText: "D7" }).getByText("“六十一”不是分数").waitFor();

  await choose(page, "换一个文件…", "填好.xlsx", await filled("S03", 61));
  await page.getByText("没有必须改的问题。").first().waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出上报文件" }).click();
  const county = countyOf(await excel.ask<Overview>("GET", "", undefined, excel.bureau));
  const read = readSubmission(readFileSync(await (await download).path(), "utf8"), county, shipped);
  await page.getByRole("button", { name: /^(提交|更正)/ }).click();
  await page.getByRole("button", { name: /^确定(提交|更正)/ }).click();
  await page
    .getByText(/已收到，第 \d 版/)
    .first()
    .waitFor();
  const { body } = await excel.ask<Submission>("GET", "/collections/2025-final/submissions/S03", undefined, excel.bureau);
  const chinese = body?.slices.find((slice) => slice.subject === "语文" && slice.class === null);
  expect(chinese?.scores?.counts).toEqual(Array.from({ length: 12 }, (_, at) => [2 * (60 + at), 1]));
  expect(read.body).toEqual(body);
  await page.getByRole("button", { name: "改读打开的表格" }).click();
  await page.getByRole("button", { name: "打开模板" }).waitFor();
  await page.context().close();
});

test("one sheet out of a template is no list either, and no earlier list of another school", async () => {
  const sheet = fakeSheets(readWorkbook(await filled("S03", 61))).find(({ name }) => name === SCORES) as FakeSheet;
  const page = await excel.open([{ ...sheet, name: "九年级" }]);
  await excel.connect(page);
  await tab(page, "填报");
  await page.getByRole("button", { name: /A2.*这是教育局模板里的表（第三中学，示例县\(演示数据\)）/ }).waitFor();
  expect(await page.getByRole("button", { name: /^(提交|更正)/ }).isDisabled()).toBe(true);
  await page.context().close();
});

test("the bureau is asked before it submits a file for another school than it chose", async () => {
  const browser = await launchChromium();
  const { page } = await openPlayground(browser, excel.url);
  await page.getByText("已连接").waitFor();
  await tab(page, "填报");
  // Whichever school is guessed: the one that has not submitted, or the first where none is missing any more.
  await page
    .getByText(/第[一三]中学 · 九年级/)
    .first()
    .waitFor();
  await choose(page, CHOOSE, "二中.xlsx", await filled("S02", 61));
  await page.getByRole("alert").filter({ hasText: "要替“第二中学”提交，请先改选" }).waitFor();
  expect(await sendable(page)).toBe(0);
  await page.getByRole("button", { name: "改选 第二中学" }).click();
  await page.getByRole("button", { name: /^(提交|更正)/ }).waitFor();
  await browser.close();
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
