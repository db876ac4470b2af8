/** office.js from our own origin: every Excel finds each file it asks for, and nobody else is asked. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { type Served, serve } from "../tools/serve.ts";

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Opens the pane's page as a host names itself in its address; returns what was asked for, and what was not there or elsewhere. */
async function opened(host: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === new URL(served.url).origin) asked.push(pathname);
    else if (origin !== "null") wrong.push(request.url());
  });
  page.on("response", (response) => response.ok() || wrong.push(`${response.status()} ${response.url()}`));
  await page.goto(`${served.url}taskpane.html${host ? `?_host_Info=${encodeURIComponent(host)}` : ""}`, { waitUntil: "networkidle" });
  // Twice: before its code is there, and after.
  const computed = await page.evaluate(`(async () => {
    const { PASSRATE } = CustomFunctions._association.mappings;
    return [await PASSRATE([[59.5], [60], [72], [null]]), PASSRATE([[59.5], [60], [72], [null]], 72)];
  })()`);
  await context.close();
  return { office: asked.filter((path) => path.startsWith("/office/")).sort(), wrong, computed };
}

describe("the pane's page", () => {
  test.each([
    ["Excel on Windows, in Chinese", "Excel$Win32$16.01$zh-CN$$$$0", ["excel-win32-16.01.js", "office.js", "zh-cn/office_strings.js"]],
    ["Excel on a Mac, in English", "Excel$Mac$16.02$en-US$$$$0", ["en-us/office_strings.js", "excel-mac-16.00.js", "office.js"]],
    ["Excel on the web", "Excel$Web$16.00$zh-CN$$$$0", ["excel-web-16.00.js", "office.js", "zh-cn/office_strings.js"]],
    ["a plain browser", "", ["o15apptofilemappingtable.js", "office.js"]],
  ])("in %s finds its part of office.js, asks nobody else, and has its functions ready", async (_, host, files) => {
    const { office, wrong, computed } = await opened(host);
    expect(office).toEqual(files.map((file) => `/office/${file}`));
    expect(wrong).toEqual([]);
    expect(computed).toEqual([2 / 3, 1 / 3]);
  });
});

test("every address in the served manifest is there, at the origin it was served from", async () => {
  const manifest = await (await fetch(`${served.url}manifest.xml`)).text();
  const addresses = [...manifest.matchAll(/"(https?:\/\/localhost[^"]*)"/g)].map(([, address = ""]) => address);
  expect(addresses.length).toBeGreaterThan(8);
  expect(new Set(addresses.map((address) => `${new URL(address).origin}/`))).toEqual(new Set([served.url]));
  const answers = await Promise.all([...new Set(addresses)].map(async (address) => [address, (await fetch(address)).status]));
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
});
