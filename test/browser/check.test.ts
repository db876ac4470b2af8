/** 核对 in the pane, 320 pixels wide: the strip and a row by keyboard, the sentence of EXPLAIN, on paper, what was sent, and how much is loaded. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { regionApi } from "../../addin/api.ts";
import { forgetServed, serve } from "../../addin/catalogue.ts";
import { EXPLAIN } from "../../addin/functions.ts";
import type { Overview } from "../../shared/contract.ts";
import * as county from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { watchFirst } from "./first-screen.ts";
import { flaws, outgrown } from "./fitness.ts";

const FULLS = county.exam.papers.map(({ full }) => full);
const MARKS = Array.from({ length: 40 }, (_, row) => FULLS.map((full, at) => Math.round(full * (0.5 + ((row * 37 + at * 17) % 40) / 80))));
const SHEET = {
  name: "成绩",
  cells: [["学号", ...county.exam.papers.map(({ subject }) => subject)], ...MARKS.map((row, at) => [at + 1, ...row])],
};
const EXCELLENT = "academic.excellence.rate.junior";
const ALL_PASS = "academic.pass.all.rate.junior.grad";
/** Before the first check, scripts, styles, page and the server's answers together; office.js is not ours. */
const MOST_BYTES = 150_000;

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const strip = (page: Page, verdict: string) => page.locator(".q-strip button", { hasText: verdict });
const rows = (page: Page) => page.locator(".q-row");

async function opened(language: "zh-CN" | "en" = "zh-CN") {
  const page = await excel.open([SHEET], {}, { language: language === "en" ? "en-US" : language });
  page.setDefaultTimeout(60_000);
  return page;
}

async function asBureau(page: Page) {
  await page.getByLabel("令牌").fill(excel.bureau);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByRole("tab", { name: /^核对/ }).waitFor();
}

describe("the open sheet", () => {
  let page: Page;
  beforeAll(async () => {
    page = await opened();
    await excel.connect(page);
    await rows(page).first().waitFor();
  });

  test("is held against its targets with little loaded", async () => {
    const first = await watchFirst(page);
    await page.reload();
    const { loaded } = await first("check");
    const paths = loaded.map(({ path }) => path);
    expect(paths).toContain("/taskpane.js");
    expect(paths).toContain(`/api/regions/${county.region}`);
    expect(paths.some((path) => path.endsWith(".css"))).toBe(true);
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_BYTES);
  });

  test("the kept connection is asked for once, while the pane's code is still on its way", async () => {
    let asked = 0;
    const ofCounty = (request: Request) => new URL(request.url()).pathname === `/api/regions/${county.region}`;
    const first = page.waitForRequest(ofCounty);
    const count = (request: Request) => {
      if (ofCounty(request)) asked++;
    };
    page.on("request", count);
    // The pane's code arrives only after the question: a pane that asked by itself would wait for ever.
    await page.route(/\/assets\/pane-/, async (route) => {
      await first;
      await route.continue();
    });
    await page.reload();
    await rows(page).first().waitFor();
    await page.unrouteAll({ behavior: "wait" });
    page.off("request", count);
    expect(asked).toBe(1);
  });

  test("the strip filters by keyboard, and says how many are shown", async () => {
    const [missed, all] = [Number(/\d+/.exec(await strip(page, "未达标").innerText())?.[0]), await rows(page).count()];
    expect(missed).toBeGreaterThan(0);
    expect(missed).toBeLessThan(all);
    await strip(page, "未达标").press("Enter");
    expect(await strip(page, "未达标").getAttribute("aria-pressed")).toBe("true");
    expect(await rows(page).locator(".q-verdict").allInnerTexts()).toEqual(Array(missed).fill("✕ 未达标"));
    await page.getByText(`显示 ${missed} 项，共 ${all} 项`).waitFor();
    await page.getByLabel("只看未达标和无法判定").press("Space");
    expect(await strip(page, "无法判定").getAttribute("aria-pressed")).toBe("true");
    await page.getByLabel("只看未达标和无法判定").press("Space");
    await page.getByLabel("搜索指标").fill("全科");
    expect(await rows(page).count()).toBe(1);
    await page.getByLabel("搜索指标").fill("没有的");
    await page.getByRole("button", { name: "清除筛选" }).press("Enter");
    expect(await rows(page).count()).toBe(all);
  });

  test("a row opens by keyboard to the sentence that EXPLAIN says of the same cells", async () => {
    const { choices, targets } = await excel.ask<Overview>("GET", "", undefined, excel.bureau);
    const { collections } = await excel.ask<Overview>("GET", "", undefined, excel.bureau);
    serve({ region: county.region, release: collections[0]?.definitions ?? "", indicators: [], choices, targets });
    const said = EXPLAIN(ALL_PASS, [MARKS, [[null]], [FULLS]]);
    forgetServed();
    const row = page.locator(".q-row", { hasText: "初中毕业年级全科合格率" });
    await row.locator("summary").press("Enter");
    expect(await row.locator(".q-sentence").innerText()).toBe(said);
    await row.getByText("本表，尚未提交").waitFor();
    expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);
  });

  test("on paper it is A4 with every verdict in words, and the sentence of each that is not met", async () => {
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    const verdicts = (await rows(page).locator(".q-verdict").allInnerTexts()).map((text) => text.slice(2));
    await page.getByRole("button", { name: "打印" }).press("Enter");
    await page.locator("body > .q-print table").waitFor({ state: "attached" });
    const cells = await page.locator("body > .q-print tbody td:nth-child(5)").evaluateAll((found) => found.map((cell) => cell.textContent));
    expect(cells).toEqual(verdicts);
    const file = join(mkdtempSync(join(tmpdir(), "quality-print-")), "check.pdf");
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    expect(execFileSync("pdfinfo", [file], { encoding: "utf8" })).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d/);
    expect(text).toContain("第三中学 目标核对表");
    for (const word of new Set(verdicts)) expect(text).toContain(word);
    expect(text).toMatch(/制表人：\s+审核人：/);
    // The page itself is not on it.
    expect(text).not.toContain("只看未达标");
  });

  test("in English it is as narrow, and nothing is left in Chinese but names", async () => {
    const english = await opened("en");
    await english.getByLabel("Token").fill(excel.token);
    await english.getByRole("button", { name: "Connect", exact: true }).click();
    await english.getByRole("tab", { name: /^Check/ }).click();
    await rows(english).first().locator("summary").click();
    await english.getByText("the open sheet, not submitted").waitFor();
    expect([await outgrown(english, "#pane"), await flaws(english, "#pane")]).toEqual([[], []]);
    expect(await english.locator(".q-filter").innerText()).not.toMatch(/\p{Script=Han}/u);
    await english.context().close();
  });
});

describe("as the bureau", () => {
  let page: Page;
  beforeAll(async () => {
    page = await opened();
    await asBureau(page);
  });

  test("what any school has sent is checked the same way, with its revision", async () => {
    await page.getByRole("button", { name: "已填报" }).click();
    await page.getByLabel(/^学校/).selectOption({ label: "第一中学" });
    await rows(page).first().locator("summary").click();
    await page
      .getByText(/第 1 版，/)
      .first()
      .waitFor();
    expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);
    await page.getByLabel(/^学校/).selectOption({ label: "第三中学" });
    await page.getByText("这所学校还没有填报，或已撤回。").waitFor();
  });

  test("from a region's row to the school's own, and back to where one was", async () => {
    await page.getByRole("tab", { name: /^汇总/ }).click();
    const row = page.locator(".q-row", { hasText: "优秀率（初中）" }).first();
    await row.locator("summary").click();
    await row.getByRole("row", { name: /第三中学 未填报/ }).waitFor();
    await row.getByRole("button", { name: "第二中学" }).press("Enter");
    const own = page.locator(".q-one .q-row[open]");
    await own.getByText(/第 1 版，/).waitFor();
    expect(await own.locator(".q-name").innerText()).toContain("优秀率（初中）");
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.getByRole("button", { name: "← 返回全县" }).press("Enter");
    await row.getByRole("button", { name: "第二中学" }).waitFor();
  });

  test("on paper 汇总's cells stand under their heads, whatever other tabs have loaded", async () => {
    await page.locator("figure.q-figure").first().waitFor({ state: "attached" });
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole("button", { name: "打印" }).press("Enter");
    await page.locator("body > .q-print table").waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    const edges = await page
      .locator("body > .q-print tr")
      .evaluateAll((lines) => [
        ...new Set(
          lines
            .filter(({ children }) => children.length === 7)
            .map(({ children }) => [...children].map((cell) => Math.round(cell.getBoundingClientRect().left)).join()),
        ),
      ]);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(edges).toHaveLength(1);
  });

  test("a figure's course over two exams stands behind its row, with the interval of each", async () => {
    const api = regionApi({ server: excel.url.replace(/\/$/, ""), region: county.region, token: excel.bureau });
    const earlier = { ...county.collectionBody, name: "2023-2024 学年第二学期九年级期末", period: "2023-2024-2" };
    await api.putCollection("2024-final", earlier);
    for (const [at, { school, name }] of county.schools.entries())
      await api.submit("2024-final", school, `${at}`.repeat(32), 0, submissionOf(at + 10, school, name));
    const { figures } = await api.rollup("2024-final");
    const then = figures.find(({ indicator, subject }) => indicator === EXCELLENT && subject === null)?.counts;
    await page.reload();
    await page.getByRole("tab", { name: /^汇总/ }).click();
    await page.getByLabel(/^采集/).selectOption({ label: county.collectionBody.name });
    await page.locator(".q-row", { hasText: "优秀率（初中）" }).first().locator("summary").click();
    const trend = page.locator("figure.q-figure", { hasText: "2023-2024-2" });
    await trend.getByText("数据表").click();
    const line = plain(await trend.getByRole("row", { name: earlier.name }).innerText());
    expect(line).toContain(`${then?.numerator} / ${then?.denominator}`);
    expect(line).toMatch(/\d % — \d/);
    expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);

    // Of a school that is opened there it is the school's own course, and what was sent says the same.
    const { schools } = await api.rollup("2024-final");
    const ofSchool = (school: string) => {
      const own = schools
        .find((one) => one.school === school)
        ?.figures.find((one) => one.indicator === EXCELLENT && one.subject === null)?.counts;
      return `${own?.numerator} / ${own?.denominator}`;
    };
    await page.locator(".q-row[open]").getByRole("button", { name: "第二中学" }).press("Enter");
    const own = page.locator(".q-one figure.q-figure", { hasText: "2023-2024-2" });
    await own.getByText("数据表").click();
    expect(plain(await own.getByRole("row", { name: earlier.name }).innerText())).toContain(ofSchool("S02"));
    expect(await page.locator(".q-one figure.q-figure").count()).toBe(1);
    expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);
    await page.getByRole("button", { name: "← 返回全县" }).press("Enter");

    const school = await opened();
    await excel.connect(school);
    await school.getByRole("button", { name: "已填报" }).click();
    await school.getByLabel(/^采集/).selectOption({ label: county.collectionBody.name });
    await school.getByRole("button", { name: "本表" }).click();
    await school.locator(".q-row", { hasText: "优秀率（初中）" }).first().locator("summary").click();
    const sheet = school.locator("figure.q-figure", { hasText: "2023-2024-2" });
    await sheet.getByText("数据表").click();
    expect(plain(await sheet.getByRole("row", { name: earlier.name }).innerText())).toContain(ofSchool("S03"));
    expect([await outgrown(school, "#pane"), await flaws(school, "#pane")]).toEqual([[], []]);
    await school.context().close();
  });

  test("what is unusual beside last time's exam is asked about, and by what limits", async () => {
    await page.getByText("请核对", { exact: true }).click();
    await page.getByText(/请核对：\d+ 处/).waitFor();
    const questions = page.locator("li", { hasText: /与上次各校相比偏离较大|参考率由上次/ });
    expect(await questions.count()).toBeGreaterThan(0);
    await page.getByText("按什么问").click();
    await page.getByText(/偏离中位数的倍数.*3.*Leys et al\. 2013/).waitFor();
    expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);
  });

  test("a bulletin goes into the workbook as a sheet, and as formulas that follow", async () => {
    await page.locator(".q-bulletins summary").click();
    await page.getByLabel(/^表/).selectOption({ label: "名次段" });
    await page.getByText(/总分名次要有每名学生的总分/).waitFor();
    await page.getByRole("button", { name: "插入新表（数值）" }).press("Enter");
    await expect.poll(() => page.evaluate(() => globalThis.fakeBook.inserted.length), { timeout: 60_000 }).toBe(1);
    await page.getByLabel(/^表/).selectOption({ label: "各校一分三率" });
    await page.getByLabel(/^学科/).selectOption({ label: "九年级 数学" });
    await page.getByRole("button", { name: "插入公式（随填报更新）" }).press("Enter");
    await expect
      .poll(() => page.evaluate(() => globalThis.fakeBook.sheets.at(-1)?.cells[3]?.[2]), { timeout: 60_000 })
      .toBe(`=QUALITY.ACTUAL("exam.mean","S01","${county.collection}","九年级 数学")`);
    expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);

    // What a school has sent makes tables of its own classes, for whoever may read it.
    await page.getByRole("tab", { name: /^核对/ }).click();
    await page.getByRole("button", { name: "已填报" }).click();
    await page.getByLabel(/^学校/).selectOption({ label: "第一中学" });
    await page.locator(".q-bulletins summary", { hasText: "本校通报表" }).press("Enter");
    await page.getByText("第一中学 分班一分三率").waitFor();
    await page.getByText(/满分和三条线各科不同，写在每行里/).waitFor();
    await page.getByLabel(/^表/).selectOption({ label: "分数段" });
    await page.getByRole("button", { name: "插入新表（数值）" }).press("Enter");
    await expect.poll(() => page.evaluate(() => globalThis.fakeBook.inserted.length), { timeout: 60_000 }).toBe(2);
    expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);
  });
});
