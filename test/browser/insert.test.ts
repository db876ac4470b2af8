/** 插入 beside the playground's grid: an indicator is found, read, picked for, and put there; and the region's choices reach the cells. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { loadDemo } from "../tools/load.ts";
import { type Served, serve } from "../tools/serve.ts";
import { flaws } from "./fitness.ts";
import { openPlayground, type Playground } from "./playground.ts";

let served: Served;
let browser: Browser;
let playground: Playground;
let page: Page;
beforeAll(async () => {
  served = await serve();
  await loadDemo(served.url, served.adminSecret);
  browser = await launchChromium();
  playground = await openPlayground(browser, served.url);
  page = playground.page;
  await page.getByText("已连接").waitFor();
  await tab("插入");
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const tab = (name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
const settings = () => page.locator("#q-settings").click();
const box = () => page.getByRole("combobox", { name: "搜索指标" });
const hits = () => page.getByRole("listbox", { name: "指标" }).getByRole("option");
const button = (name: string | RegExp) => page.getByRole("button", { name });
const heading = () => page.getByRole("tabpanel").getByRole("heading", { level: 2 }).first();
const told = (text: string | RegExp) => page.locator("#pane .q-status", { hasText: text }).waitFor();
const result = () => page.locator("#pane .q-result").innerText();
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
const soon = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 60_000 });
const formula = (address: string) =>
  page.evaluate((at) => univerAPI.getActiveWorkbook()?.getActiveSheet().getRange(at).getFormula(), address);

/** The share of a column's marks that reach a line, counted here. */
async function shareFrom(column: string, line: number): Promise<number> {
  const marks = (await playground.values(`${column}2:${column}51`)).flat().filter((mark) => typeof mark === "number");
  return marks.filter((mark) => mark >= line).length / marks.length;
}

describe("from a few letters to a number in the sheet", () => {
  test("yxl finds 优秀率, best first; the definition says what it is", async () => {
    await box().fill("yxl");
    await soon(() => hits().first().innerText()).toMatch(/^优秀率/);
    expect(await flaws(page, "#pane")).toEqual([]);
    await hits().first().click();
    expect(await heading().innerText()).toMatch(/^优秀率 exam\.excellent@1/);
    const panel = await page.getByRole("tabpanel").innerText();
    for (const text of [
      "分数 ≥ 优秀线的人数 ÷ 实考人数",
      "优秀线为满分的 85%",
      "默认，未另作选择",
      "另有 2 种可选",
      "把握",
      "自 2026-11 起",
    ])
      expect(panel).toContain(text);
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("cells are picked from the sheet, and the result is there before anything is written", async () => {
    await soon(result).toContain("选好输入后");
    expect(await button("插入 QUALITY 公式").isDisabled()).toBe(true);
    await playground.goTo("D2:D51");
    await button(/^选区.*“分数”/).click();
    expect(await page.getByLabel(/^分数/).inputValue()).toBe("'示例班级'!D2:D51");
    await page.getByLabel(/^满分/).fill("120");
    const share = await shareFrom("D", 102);
    await soon(result).toContain(`${(share * 100).toFixed(1)} %`);
    expect(await result()).toMatch(/无法判定[\s\S]*分数 ≥ 优秀线的人数 14 ÷ 实考人数 49/);
  });

  test("the add-in's formula, Excel's own and the value are three ways to the same number", async () => {
    const share = await shareFrom("D", 102);
    for (const [address, name] of [
      ["K60", "插入 QUALITY 公式"],
      ["K61", "插入 Excel 公式"],
      ["K62", "插入数值"],
    ] as const) {
      await playground.goTo(address);
      await button(name).click();
      await told(`已写入 ${address}`);
      await soon(() => playground.value(address)).toBeCloseTo(share, 12);
    }
    expect(await formula("K60")).toBe('=QUALITY.INDICATOR("exam.excellent@1",D2:D51,,120)');
    expect(await formula("K61")).toContain('COUNTIF(D2:D51,">="&120*85%)/COUNT(D2:D51)');
    expect(await formula("K62")).toBe("");
  });

  test("a rate is shown as per cent with two places, and stays a fraction", async () => {
    const shown = (address: string) =>
      page.evaluate((at) => univerAPI.getActiveWorkbook()?.getActiveSheet().getRange(at).getDisplayValue(), address);
    for (const address of ["K60", "K61", "K62"]) expect(await shown(address)).toBe("28.57%");
  });

  test("formulas and preview follow the cells, the value does not", async () => {
    const before = await shareFrom("D", 102);
    await playground.type("D2", "119");
    const after = await shareFrom("D", 102);
    expect(after).toBeGreaterThan(before);
    await soon(() => playground.value("K60")).toBeCloseTo(after, 12);
    await soon(() => playground.value("K61")).toBeCloseTo(after, 12);
    await soon(result).toContain(`${(after * 100).toFixed(1)} %`);
    expect(await playground.value("K62")).toBeCloseTo(before, 12);
    await playground.type("D2", "92");
  });

  test("filled cells are not overwritten, and one undo takes back what was written", async () => {
    await playground.goTo("A2");
    await button("插入数值").click();
    await told("A2 已有内容，没有覆盖");
    expect(await playground.value("A2")).toBe("第三中学");
    await playground.goTo("K63");
    await button("插入 QUALITY 公式").click();
    await soon(() => playground.value("K63")).toBeTypeOf("number");
    await playground.goTo("K63");
    await page.keyboard.press("Control+z");
    await soon(() => playground.value("K63")).toBeNull();
    expect(await playground.value("K62")).toBeTypeOf("number");
  });

  test("a field that makes no sense says so, and a cell that cannot be read is named", async () => {
    await page.getByLabel(/^满分/).fill("很多");
    await page.getByText("这里要一个数，或一个单元格").first().waitFor();
    expect(await button("插入 QUALITY 公式").isDisabled()).toBe(true);
    await page.getByLabel(/^满分/).fill("120");
    await page.getByLabel(/^分数/).fill("没有这张表!D2:D51");
    await soon(result).toContain("没有名为“没有这张表”的工作表");
    await page.getByLabel(/^分数/).fill("D1:D51");
    await soon(result).toMatch(/第 1 个输入“分数”.*表头/);
  });

  test("what is open and written there survives another tab", async () => {
    await settings();
    await tab("插入");
    expect(await page.getByLabel(/^满分/).inputValue()).toBe("120");
    await button("← 返回列表").click();
    await soon(focused).toBe("搜索指标");
    expect(await box().inputValue()).toBe("yxl");
  });
});

test("judged by the region's own target, at the stage that is asked for", async () => {
  await box().fill("academic.excellence.rate.junior");
  await box().press("Enter");
  await page.getByText("达到或高于为达标（含本数）").waitFor();
  await page
    .getByText(/本区目标 2025/)
    .first()
    .waitFor();
  await page.getByLabel(/^分数/).fill("D2:D51");
  await page.getByLabel(/^满分/).fill("120");
  await soon(result).toMatch(/^28\.6 %\s+✕ 未达标[\s\S]*目标 ≥ 35 %/);
  await page.keyboard.press("Escape");
});

test("where limits differ by stage, nothing is judged before one is chosen", async () => {
  await box().fill("gov.13.nearby");
  await box().press("Enter");
  const stage = page.getByLabel("按哪个学段判定（必选）");
  expect([await stage.inputValue(), await stage.getAttribute("aria-invalid")]).toEqual(["", "true"]);
  const [near, all] = [page.locator(".q-input input").nth(0), page.locator(".q-input input").nth(1)];
  await near.fill("960");
  await all.fill("1000");
  await soon(result).toMatch(/^96\.0 %\s+.*无法判定[\s\S]*目标分学段，须写明学段：小学 ≥ 100 %；初中 ≥ 95 %/);
  expect(await flaws(page, "#pane")).toEqual([]);
  await stage.selectOption({ label: "小学" });
  await soon(result).toMatch(/^96\.0 %\s+✕ 未达标/);
  await stage.selectOption({ label: "初中" });
  await soon(result).toMatch(/^96\.0 %\s+✓ 达标/);
  await page.keyboard.press("Escape");
});

test("a full mark for each subject may be typed, and preview, formula and Excel's own are one number", async () => {
  await box().fill("exam.allpass");
  await box().press("Enter");
  await page.getByLabel(/^各科分数/).fill("D2:H51");
  await page.getByLabel(/^满分/).fill("120，120，120，100，100");
  const lines = [72, 72, 72, 60, 60];
  const rows = await playground.values("D2:H51");
  const passed = rows.filter((row) =>
    row.every((cell, at) => cell === "免考" || (typeof cell === "number" && cell >= (lines[at] as number))),
  );
  const share = passed.length / rows.length;
  expect(passed.length).toBeGreaterThan(0);
  await soon(result).toContain(`${(share * 100).toFixed(1)} %`);
  for (const [address, name] of [
    ["K64", "插入 QUALITY 公式"],
    ["K65", "插入 Excel 公式"],
  ] as const) {
    await playground.goTo(address);
    await button(name).click();
    await told(`已写入 ${address}`);
    await soon(() => playground.value(address)).toBeCloseTo(share, 12);
  }
  expect(await formula("K64")).toBe('=QUALITY.INDICATOR("exam.allpass@1",D2:H51,,{120,120,120,100,100})');
  await page.keyboard.press("Escape");
});

test("what may not be used to compare, or is never judged, says so before anything else", async () => {
  await box().fill("");
  await page.locator("#pane .q-tag-restricted", { hasText: "限制" }).first().waitFor();
  await page
    .locator(".q-hit", { has: page.locator(".q-tag", { hasText: "限制" }) })
    .first()
    .click();
  const outline = await page.locator("#pane .q-restricted").evaluate((note) => getComputedStyle(note).borderTopColor);
  expect(outline).toBe("rgb(131, 91, 0)");
  await page.keyboard.press("Escape");
  await page
    .locator(".q-hit", { has: page.locator(".q-tag", { hasText: "只有方向" }) })
    .first()
    .click();
  await page.getByText("只显示，不判定达标。").waitFor();
  await page.keyboard.press("Escape");
});

test("family and stage narrow the list", async () => {
  await page.getByLabel("类别").selectOption({ label: "考试成绩" });
  expect(await page.getByRole("group").count()).toBe(1);
  const all = await hits().count();
  await page.getByLabel("学段").selectOption({ label: "高中" });
  expect(await hits().count()).toBeLessThanOrEqual(all);
  expect(await page.getByText(`${await hits().count()} 项`).count()).toBe(1);
  await page.getByLabel("类别").selectOption("");
  await page.getByLabel("学段").selectOption("");
});

test("by keyboard alone: from the tab to the formula in the cell", async () => {
  await playground.goTo("K70");
  await page.keyboard.press("F6");
  await soon(focused).toBe("插入");
  await page.keyboard.press("Tab");
  await soon(focused).toBe("搜索指标");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("pjf");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  expect(await page.locator("[role=option][aria-selected=true]").innerText()).toMatch(/^平均分/);
  expect(await box().getAttribute("aria-activedescendant")).toBe(
    await page.locator("[aria-selected=true][role=option]").getAttribute("id"),
  );
  await page.keyboard.press("Enter");
  await soon(focused).toMatch(/^平均分/);
  await page.keyboard.press("Tab");
  await page.keyboard.type("E2:E51");
  await page.keyboard.press("Tab");
  await soon(focused).toMatch(/^选区/);
  // past the inputs that may be left out
  for (let stops = 0; stops < 8 && (await focused()) !== "插入 QUALITY 公式"; stops++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await told("已写入 K70");
  const maths = (await playground.values("E2:E51")).flat().filter((mark) => typeof mark === "number");
  await soon(() => playground.value("K70")).toBeCloseTo(maths.reduce((sum, mark) => sum + mark, 0) / maths.length, 12);
  await button("插入 QUALITY 公式").focus();
  await page.keyboard.press("Escape");
  await soon(focused).toBe("搜索指标");
});

describe("what the region decides", () => {
  test("is chosen with its reason by the bureau, and computed anew in the cells at once", async () => {
    const at85 = await shareFrom("D", 102);
    await soon(() => playground.value("K60")).toBeCloseTo(at85, 12);
    await settings();
    const line = page.locator(".q-options > li", { hasText: "优秀线" });
    await line.getByText("更改").click();
    await line.getByLabel("优秀线").selectOption("80");
    await line.getByLabel("依据").fill("2026年11月局务会");
    await line.getByRole("button", { name: "保存选择" }).click();
    await line.getByText(/^会改变 \d+ 所学校的 \d+ 个判定|^不会改变任何判定/).waitFor();
    await line.getByText(/^有 [1-9]\d* 个数值会变/).waitFor();
    expect(await flaws(page, "#pane")).toEqual([]);
    await soon(() => playground.value("K60")).toBeCloseTo(at85, 12);
    await line.getByRole("button", { name: "确认保存" }).click();
    await told("已保存：优秀线");
    await line.getByText(/本区选择（依据2026年11月局务会，.+，\d{4}-\d\d-\d\d）/).waitFor();
    const at80 = await shareFrom("D", 96);
    expect(at80).toBeGreaterThan(at85);
    await soon(() => playground.value("K60")).toBeCloseTo(at80, 12);
  });

  test("stands beside every figure that rests on it, with who, when and why", async () => {
    await tab("汇总");
    const row = page.getByRole("tabpanel").locator(".q-row", { hasText: "优秀率（初中）" }).first();
    await row.getByText(/本区选择：优秀线为满分的 80%（依据2026年11月局务会/).waitFor();
    await tab("插入");
    await box().fill("exam.excellent");
    await box().press("Enter");
    await page.getByText(/优秀线：优秀线为满分的 80%/).waitFor();
    await page.getByText(/本区选择（依据2026年11月局务会/).waitFor();
    expect(await flaws(page, "#pane")).toEqual([]);
  });

  test("a school reads it and cannot change it", async () => {
    await page.getByLabel("以谁的身份试用").selectOption({ label: "第三中学" });
    await page.getByRole("tab", { name: "汇总" }).waitFor({ state: "detached" });
    await settings();
    const line = page.locator(".q-options > li", { hasText: "优秀线" });
    await line.getByText(/本区选择（依据2026年11月局务会/).waitFor();
    expect(await line.getByText("更改").count()).toBe(0);
  });

  test("is what the cells show after a reload, before anybody answers", async () => {
    await page.route("**/api/**", (route) => route.abort("internetdisconnected"));
    await page.reload();
    await page.waitForFunction(() => globalThis.univerAPI?.getActiveWorkbook()?.getActiveSheet().getRange("L2").getRawValue() != null);
    await playground.type("K60", '=QUALITY.INDICATOR("exam.excellent",D2:D51,,120)');
    const share = await shareFrom("D", 96);
    await soon(() => playground.value("K60")).toBeCloseTo(share, 12);
    await page.unroute("**/api/**");
  });

  test("the default comes back when the choice is withdrawn", async () => {
    await page.reload();
    await page.getByText("已连接").waitFor();
    await page.waitForFunction(() => globalThis.univerAPI?.getActiveWorkbook()?.getActiveSheet().getRange("L2").getRawValue() != null);
    await playground.type("K60", '=QUALITY.INDICATOR("exam.excellent",D2:D51,,120)');
    await settings();
    const line = page.locator(".q-options > li", { hasText: "优秀线" });
    await line.getByText("更改").click();
    await line.getByLabel("优秀线").selectOption("");
    await line.getByRole("button", { name: "保存选择" }).click();
    await line.getByRole("button", { name: "确认保存" }).click();
    await told("已保存：优秀线");
    await line.getByText("默认，未另作选择").waitFor();
    const share = await shareFrom("D", 102);
    await soon(() => playground.value("K60")).toBeCloseTo(share, 12);
  });
});

test("the catalogue is asked after by its ETag: the second time it need not be sent", async () => {
  const asked = page.waitForRequest(/\/api\/indicators$/);
  await page.reload();
  const request = await asked;
  expect((await request.allHeaders())["if-none-match"]).toMatch(/^(W\/)?"/);
  expect(playground.trouble.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
});
