/** Several windows, and several collections: what was decided elsewhere arrives, and what was chosen in one tab leaves the others alone. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApi, type RegionApi, regionApi } from "../../addin/api.ts";
import { launchChromium } from "../tools/chromium.ts";
import { loadDemo } from "../tools/load.ts";
import { type Served, serve } from "../tools/serve.ts";
import { onPage, openedOrFailed, type Playground } from "./playground.ts";

let served: Served;
let browser: Browser;
let bureau: RegionApi;
let contexts: BrowserContext[];
beforeAll(async () => {
  served = await serve();
  await loadDemo(served.url, served.adminSecret);
  const demo = await openApi(served.url).demo();
  if (!demo) throw new Error("no demo county");
  bureau = regionApi({ server: served.url, region: demo.region, token: demo.tokens.bureau });
  const open = { definitions: "2026-11", exam: null, baseline: null, indicators: null, opens: null, closes: null, required: null };
  await bureau.putCollection("conditions", { ...open, name: "办学条件", form: "resources", period: "2025" });
  browser = await launchChromium();
  contexts = [await browser.newContext(), await browser.newContext()];
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const FORMULA = '=QUALITY.INDICATOR("exam.excellent",D2:D51,,120)';
const soon = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 40_000 });
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();

async function openIn(context: BrowserContext | undefined): Promise<Playground> {
  const page = await (context as BrowserContext).newPage();
  await page.goto(served.url);
  await page.waitForFunction(openedOrFailed, "L2", { timeout: 90_000 });
  await page.getByText("已连接").waitFor({ timeout: 60_000 });
  const playground = onPage(page, []);
  await playground.type("K60", FORMULA);
  return playground;
}

async function shareFrom({ values }: Playground, line: number): Promise<number> {
  const marks = (await values("D2:D51")).flat().filter((mark) => typeof mark === "number");
  return marks.filter((mark) => mark >= line).length / marks.length;
}

test("a choice saved in one window is in the cells of the other at once, and in those of another computer when one comes back to them", async () => {
  const [deciding, beside, elsewhere] = [await openIn(contexts[0]), await openIn(contexts[0]), await openIn(contexts[1])];
  const [at85, at80] = [await shareFrom(beside, 102), await shareFrom(beside, 96)];
  expect(at80).toBeGreaterThan(at85);
  for (const { value } of [beside, elsewhere]) await soon(() => value("K60")).toBeCloseTo(at85, 12);

  await tab(deciding.page, "设置");
  const line = deciding.page.locator(".q-options > li", { hasText: "优秀线" });
  await line.getByText("更改").click();
  await line.getByLabel("优秀线").selectOption("80");
  await line.getByLabel("依据").fill("局务会");
  await line.getByRole("button", { name: "保存选择" }).click();
  await line.getByRole("button", { name: "确认保存" }).click();

  await soon(() => beside.value("K60")).toBeCloseTo(at80, 12);
  // Coming back at once asks nobody; half a minute later it does.
  const asked: string[] = [];
  elsewhere.page.on("request", (request) => asked.push(request.url()));
  await elsewhere.page.evaluate(() => void dispatchEvent(new Event("focus")));
  expect(await elsewhere.value("K60")).toBeCloseTo(at85, 12);
  const later = await elsewhere.page.evaluate(() => Date.now() + 60_000);
  await elsewhere.page.clock.setFixedTime(later);
  await elsewhere.page.evaluate(() => void dispatchEvent(new Event("focus")));
  await soon(() => elsewhere.value("K60")).toBeCloseTo(at80, 12);
  expect(asked.length).toBeGreaterThan(0);
}, 240_000);

test("a collection of another form in 汇总 leaves 核对 and 填报 with their exam", async () => {
  const { page } = await openIn(contexts[0]);
  const title = () => page.locator("#pane .q-source-title").innerText();
  await tab(page, "核对");
  const exam = await title();
  await page.locator("#pane .q-row").first().waitFor();
  await tab(page, "汇总");
  await page.getByLabel("采集").selectOption({ label: "办学条件" });
  await page.getByText("还没有学校填报，暂无汇总。").first().waitFor();
  for (const name of ["核对", "填报"]) {
    await tab(page, name);
    expect(await title()).toBe(exam);
    await page
      .getByText(/50 名学生/)
      .first()
      .waitFor();
  }
  await tab(page, "汇总");
  expect(await page.getByLabel("采集").inputValue()).toBe("conditions");
}, 120_000);
