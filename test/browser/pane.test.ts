/** The pane beside the playground's grid: from a sheet with a gap in it to a changed county figure, and back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openApi, regionApi } from "../../addin/api.ts";
import { launchChromium } from "../tools/chromium.ts";
import { loadDemo } from "../tools/load.ts";
import { type Served, serve } from "../tools/serve.ts";
import { flaws, outgrown } from "./fitness.ts";
import { openPlayground, type Playground } from "./playground.ts";

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

const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
const panel = (page: Page) => page.locator("#q-panel");
/** Waits until the status line says it. */
const told = (page: Page, text: string | RegExp) => page.locator("#pane .q-status", { hasText: text }).waitFor();
const says = (page: Page, text: string | RegExp) => panel(page).getByText(text).first().waitFor();

const patient = { timeout: 45_000 };

/** The row of a target, by its name. */
const target = (page: Page, name: string) => panel(page).locator(".q-row", { hasText: name }).first();

describe("the whole way, acting as the bureau of the demo county", () => {
  let playground: Playground;
  let page: Page;
  let before: string;
  beforeAll(async () => {
    playground = await openPlayground(browser, served.url);
    page = playground.page;
    await page.getByText("已连接").waitFor();
  });
  afterAll(() => playground?.close());

  test("needs no login, and begins with the school that is still asked for", async () => {
    await says(page, /第三中学 · 九年级 · 50 名学生 · 示例班级!A1:I51/);
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("guesses which column is which, and lets every guess be changed", async () => {
    const source = page.locator("#pane .q-source");
    await source.locator("summary").click();
    await expect.poll(() => source.getByLabel(/^数学/).inputValue(), patient).toBe("4");
    expect(await source.getByLabel(/^入学数学/).inputValue()).toBe("8");
    await source.getByLabel(/^化学/).selectOption("");
    await tab(page, "填报");
    await says(page, /没有对应列的学科：化学/);
    await page.locator("#pane .q-source").getByLabel(/^化学/).selectOption("7");
    await expect
      .poll(() =>
        panel(page)
          .getByText(/没有对应列的学科/)
          .count(),
      )
      .toBe(0);
    await tab(page, "核对");
  });

  test("shows no figure while a mark is blank, and goes to its cell", async () => {
    await says(page, /改好之前不显示指标/);
    expect(await page.locator("#pane .q-row").count()).toBe(0);
    await page.getByRole("button", { name: /F34/ }).click();
    expect(await page.evaluate(() => globalThis.univerAPI.getActiveWorkbook()?.getActiveRange()?.getA1Notation())).toBe("F34");
    await tab(page, "填报");
    expect(await page.getByRole("button", { name: "提交", exact: true }).isDisabled()).toBe(true);
    expect(await page.locator("#pane tr", { hasText: "英语" }).locator("td").allTextContents()).toEqual(["50", "47", "1", "1", "1"]);
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("a state written from the finding settles it, and the figures appear", async () => {
    await page.getByLabel("把 F34 填为").selectOption("absent");
    await told(page, "F34 已填为“缺考”");
    expect(await playground.value("F34")).toBe("缺考");
    await tab(page, "核对");
    const row = target(page, "初中毕业年级全科合格率");
    await row.getByText("未达标").waitFor();
    expect(await row.locator("summary").innerText()).toMatch(/52\.0 %[\s\S]*目标 ≥ 95 %[\s\S]*差 43\.0 个百分点，还差 22 人/);
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("a row opens in place with formula, source and who set the target", async () => {
    const row = target(page, "学业质量达标率");
    await row.locator("summary").press("Enter");
    for (const text of [
      /分数 ≥ 及格线的人数 \d+ ÷ 实考人数 \d+ = /,
      /目标责任书 二\.1：初中不低于90%/,
      /本区目标 2025/,
      /口径：达标线未规定/,
    ])
      await row.locator(".q-inside").getByText(text).first().waitFor();
  });

  test("an edited mark changes the figures at once", async () => {
    const mean = () => page.locator("#pane .q-figures tr", { hasText: "语文" }).locator("td").first().textContent();
    const was = await mean();
    await playground.type("D2", "120");
    await expect.poll(mean, patient).not.toBe(was);
    await playground.type("D2", "92");
    await expect.poll(mean, patient).toBe(was);
  });

  test("before submitting the county is undecided, and says who is missing", async () => {
    await tab(page, "汇总");
    await says(page, "应填报 6 所，已填报 5 所");
    before = await target(page, "学业质量达标率").locator(".q-value").innerText();
    await target(page, "学业质量达标率").getByText("无法判定").waitFor();
    await panel(page).getByText("未填报 1 所").click();
    await says(page, "第三中学");
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("submits, with a receipt that can be copied", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await tab(page, "填报");
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await told(page, "已收到，第 1 版");
    await page.getByRole("button", { name: "复制回执" }).click();
    await told(page, "回执已复制");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/第三中学 \(S03\)[\s\S]*版本：1[\s\S]*SHA-256：[0-9a-f]{64}/);
    await says(page, /内容与服务器上的第 1 版相同/);
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("the county figure has changed, and is decided", async () => {
    await tab(page, "汇总");
    await says(page, "应填报 6 所，已填报 6 所");
    const row = target(page, "学业质量达标率");
    await row.getByText("未达标").first().waitFor();
    expect(await row.locator(".q-value").innerText()).not.toBe(before);
    await row.locator("summary").click();
    await row.getByRole("row", { name: /第三中学 .*76\.9 %/ }).waitFor();
    await target(page, "校际差异率").getByText("估计值").waitFor();
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("corrects as the next revision, and withdraws after asking", async () => {
    await tab(page, "填报");
    await playground.type("D2", "转出");
    await page.locator(".q-warn", { hasText: "▼" }).first().waitFor();
    await page.getByRole("button", { name: "更正（第 2 版）" }).click();
    await page
      .getByRole("alertdialog")
      .getByText(/比服务器上的少/)
      .waitFor();
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.getByRole("button", { name: "先不发送" }).click();
    await playground.type("D2", "93");
    await page.locator(".q-warn", { hasText: "▼" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "更正（第 2 版）" }).click();
    await told(page, "已收到，第 2 版");
    await page.getByRole("button", { name: "撤回", exact: true }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), patient).toBe("不撤回");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "撤回", exact: true }).click();
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.getByRole("button", { name: "确定撤回" }).click();
    await told(page, "已撤回，第 3 版");
    await says(page, /已撤回（第 3 版/);
    await tab(page, "汇总");
    await says(page, "应填报 6 所，已填报 5 所");
    expect(await target(page, "学业质量达标率").locator(".q-value").innerText()).toBe(before);
  });

  test("asked no other host, threw nothing, complained of nothing", () => expect(playground.trouble).toEqual([]));
});

describe("what it says when something is in the way", () => {
  let playground: Playground;
  let page: Page;
  beforeAll(async () => {
    playground = await openPlayground(browser, served.url);
    page = playground.page;
    await page.getByText("已连接").waitFor();
    await page.getByLabel("以谁的身份试用").selectOption({ label: "第三中学" });
    await page.getByRole("tab", { name: "汇总" }).waitFor({ state: "detached" });
    await tab(page, "填报");
    await page.getByLabel("把 F34 填为").selectOption("deferred");
    await page.locator("#pane button.q-primary:enabled").waitFor();
  });
  afterAll(() => playground?.close());

  test("offline: says so, keeps everything, and tries again under the same key", async () => {
    const keys: (string | undefined)[] = [];
    await page.route("**/submissions/**", (route) => {
      const put = route.request().method() === "PUT";
      if (put) keys.push(route.request().headers()["idempotency-key"]);
      return put && keys.length === 1 ? route.abort("internetdisconnected") : route.continue();
    });
    await page.locator("#pane button.q-primary").click();
    await says(page, /连不上服务器/);
    expect(await page.locator("#pane .q-light").innerText()).toBe("离线");
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.getByRole("button", { name: "重试" }).click();
    await told(page, /已收到，第 \d 版/);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys).toEqual([keys[0], keys[0]]);
    await page.unroute("**/submissions/**");
  });

  test("a submission that takes long can be cancelled", async () => {
    await page.route("**/submissions/**", () => undefined);
    await playground.type("D2", "94");
    await page.getByRole("button", { name: /^更正/ }).click();
    await says(page, /正在发送/);
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.getByRole("button", { name: "取消", exact: true }).click();
    await says(page, "已取消。");
    await page.unroute("**/submissions/**");
  });

  test("refused: the server's own words, place by place", async () => {
    const problem = {
      type: "about:blank",
      title: "Closed",
      status: 409,
      detail: "",
      reason: "collection-closed",
      words: { zh: "采集已经截止。", en: "The collection is closed." },
      errors: [{ at: "slices[0].scores", message: "示例 / example" }],
    };
    await page.route("**/submissions/**", (route) =>
      route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(problem) }),
    );
    await page.locator("#pane .q-send .q-actions button").first().click();
    await says(page, "采集已经截止。");
    await says(page, "slices[0].scores");
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.unroute("**/submissions/**");
  });

  test("a gateway's page in place of an answer is not taken for one", async () => {
    await page.route("**/submissions/**", (route) =>
      route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" }),
    );
    await page.locator("#pane .q-send .q-actions button").first().click();
    await says(page, /网关或代理/);
    await page.unroute("**/submissions/**");
  });

  test("unauthorised: says so, and asks for a token", async () => {
    await page.route("**/api/regions/**", (route) =>
      route.fulfill({
        status: 401,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 401, reason: "token-invalid", words: { zh: "令牌无效。", en: "The token is unknown." } }),
      }),
    );
    await page.reload();
    await says(page, "令牌无效。");
    expect(await page.locator("#pane .q-light").innerText()).toBe("未授权");
    await page.getByLabel("令牌").fill(`q1.370811.${"a".repeat(43)}`);
    expect(await page.getByLabel("区划代码").inputValue()).toBe("370811");
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.unroute("**/api/regions/**");
  });
});

test("in English too: every tab whole, 320 pixels wide, and nothing for axe to find", async () => {
  const { page, close } = await openPlayground(browser, served.url);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Connected").waitFor();
  for (const name of ["Check", "Insert", "Submit", "County"]) {
    await tab(page, name);
    await page.waitForTimeout(300);
    expect([name, await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([name, [], []]);
  }
  await page.locator("#q-settings").click();
  await page.getByRole("heading", { name: "Connection" }).waitFor();
  expect([await outgrown(page, "#pane"), await flaws(page, "#pane")]).toEqual([[], []]);
  expect(await page.locator("#pane").innerText()).not.toMatch(/核对|插入|填报|汇总|设置|达标|学生/);
  await close();
});

test("tabs are one stop for the keyboard; arrows move and choose", async () => {
  const { page, close } = await openPlayground(browser, served.url);
  await page.getByText("已连接").waitFor();
  await page.getByRole("tab", { name: /^核对/ }).focus();
  await page.keyboard.press("ArrowLeft");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("责任书");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  expect(await page.locator("#pane [role=tab][aria-selected=true]").innerText()).toBe("推演");
  await panel(page).locator("button, select").first().waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=tabpanel]") !== null)).toBe(true);
  await close();
});

test("the gear leads to the settings and back, by keyboard, and the tabs stay in reach", async () => {
  const { page, close } = await openPlayground(browser, served.url);
  await page.getByText("已连接").waitFor();
  await tab(page, "填报");
  const gear = page.getByRole("button", { name: "设置" });
  expect(await gear.getAttribute("aria-pressed")).toBe("false");
  await gear.press("Enter");
  await page.getByRole("region", { name: "设置" }).getByRole("heading", { name: "连接" }).waitFor();
  expect(await gear.getAttribute("aria-pressed")).toBe("true");
  expect(await page.locator("#pane [role=tab][aria-selected=true]").count()).toBe(0);
  expect(await flaws(page, "#pane")).toEqual([]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("核对");
  await gear.press("Enter");
  await page.getByRole("tabpanel", { name: /^填报/ }).waitFor();
  await close();
});

test("there is a verb for every route, and a route for every verb", async () => {
  const document = (await (await fetch(`${served.url}api/openapi.json`)).json()) as { paths: Record<string, object> };
  const routes = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string, { method }: { method: string }) => {
    asked.push(`${method.toLowerCase()} ${path.split("?")[0]}`);
    return new Response("{}");
  });
  const session = { server: "", region: "{region}", token: "" };
  // To replay is to send other verbs' requests, which a plan names.
  const { replay, ...named } = regionApi(session);
  const verbs = { ...openApi(""), ...named } as unknown as Record<string, (...codes: string[]) => Promise<unknown>>;
  const codes: Record<string, string[]> = {
    indicator: ["{indicator}"],
    compute: ["{indicator}"],
    effect: ["{collection}"],
    balance: ["{collection}"],
    revokeToken: ["{token}"],
    putSchool: ["{school}"],
  };
  for (const [name, verb] of Object.entries(verbs)) await verb(...(codes[name] ?? ["{collection}", "{school}"]));
  vi.unstubAllGlobals();
  const plain = (route: string) => decodeURIComponent(route).replace(/\{\w+\}/g, "{}");
  // The document describes itself; nobody asks for it but people.
  expect([...new Set(asked.map(plain))].sort()).toEqual(
    routes
      .map(plain)
      .filter((route) => !route.endsWith("/openapi.json"))
      .sort(),
  );
});
