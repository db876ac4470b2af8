/** 核对公式 beside the grid: a build that hands blanks over as 0 is caught, and what it offers instead is right there too. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { loadDemo } from "../tools/load.ts";
import { type Served, serve } from "../tools/serve.ts";
import { flaws, outgrown } from "./fitness.ts";
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

const patient = { timeout: 45_000 };

const open = async (query: string) => {
  const grid = await openPlayground(browser, served.url, query);
  const section = grid.page.getByRole("region", { name: "公式核对" });
  await section.waitFor();
  return { ...grid, section, check: () => section.getByRole("button", { name: "核对公式" }).click() };
};

test("where blanks are nothing, every formula of the sample is the pane's own value", async () => {
  const { section, check, page, close } = await open("");
  await check();
  await section.getByText("12 个公式一致，0 个不一致，0 个没有核对").waitFor();
  expect(await flaws(page, "#pane")).toEqual([]);
  await close();
});

test("where blanks are handed over as 0, the low rate is caught with both numbers, and the formula offered is right", async () => {
  const { section, check, page, values, type, value, close } = await open("?blanks=zero");
  await check();
  const finding = section.locator(".q-finding");
  await finding.first().waitFor();
  const marks = (await values("F2:F51")).flat().filter((mark) => typeof mark === "number");
  const low = marks.filter((mark) => mark < 48).length;
  // One blank: as a 0 it is one more who sat, and one more below the line.
  const [right, wrong] = [low / marks.length, (low + 1) / (marks.length + 1)];
  expect(await value("L4")).toBeCloseTo(wrong, 12);
  const text = await finding.filter({ hasText: "L4" }).innerText();
  expect(text).toContain(`显示 ${Number(wrong.toPrecision(4))}，应为 ${Number(right.toPrecision(4))}`);
  expect(text).toContain("把空格当作 0");
  const offered = await finding.filter({ hasText: "L4" }).locator("code").allInnerTexts();
  expect(offered).toEqual(['=QUALITY.LOWRATE(F2:F51&"",,120)', "=QUALITY.LOWRATE(F2:F51,,120,COUNT(F2:F51))"]);
  expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);

  await finding.filter({ hasText: "L4" }).getByRole("button").click();
  const selected = () => page.evaluate(() => globalThis.univerAPI.getActiveWorkbook()?.getActiveRange()?.getA1Notation());
  await expect.poll(selected, patient).toBe("L4");
  for (const formula of offered) {
    await type("L4", formula);
    await expect.poll(() => value("L4"), patient).toBeCloseTo(right, 12);
    await section.getByText("核对之后表格有改动").waitFor();
    await check();
    await expect.poll(() => finding.filter({ hasText: "L4" }).count(), patient).toBe(0);
  }
  await close();
});
