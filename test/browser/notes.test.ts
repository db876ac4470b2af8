/** 说明: what a school explains stands beside its figures in the bureau's pane, and a correction from the pane keeps it. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { regionApi } from "../../addin/api.ts";
import { launchChromium } from "../tools/chromium.ts";
import { collection, region } from "../tools/demo-county.ts";
import { loadDemo } from "../tools/load.ts";
import { type Served, serve } from "../tools/serve.ts";
import { flaws } from "./fitness.ts";
import { openPlayground } from "./playground.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serve();
  await loadDemo(served.url, served.adminSecret);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const note = { code: "general", sheet: "校验", cell: "I35", text: "期末因流感推迟一周" };

test("a note stands beside the school's figures, in the bureau's pane", async () => {
  const server = new URL(served.url).origin;
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const admin = regionApi({ server, region, token: served.adminSecret });
  const { token } = await admin.issueToken({ role: "bureau", expires, school: null, name: "" });
  const api = regionApi({ server, region, token });
  const { body, receipt } = await api.submission(collection, "S01");
  if (!body) throw new Error("the demo county has no submission of S01");
  await api.submit(collection, "S01", "note-of-s01", receipt.revision, { ...body, notes: [note] });

  const playground = await openPlayground(browser, served.url);
  const { page } = playground;
  await page.getByText("已连接").waitFor();
  await page.getByRole("tab", { name: "汇总" }).click();
  const notes = page.getByRole("region", { name: "学校的说明（1 所）" });
  await notes.getByText("期末因流感推迟一周").waitFor();
  expect(await notes.getByText("第一中学").count()).toBe(1);
  await page.locator("#pane").locator("button.q-opens", { hasText: "语文" }).click();
  await page
    .locator("#pane")
    .getByRole("row", { name: /第一中学 ※/ })
    .waitFor();
  expect(await flaws(page, "#pane")).toEqual([]);
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
  expect(playground.trouble).toEqual([]);
  await playground.close();
});
