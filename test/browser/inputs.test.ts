/** 推演 of a collection of conditions, in the pane 320 pixels wide: what is lacking, tried, and which verdicts turn. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import { conditionsOf } from "./conditions.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

const unfit = async (page: Page) => [...(await outgrown(page, "body")), ...(await flaws(page, "#pane"))];

async function send(path: string, body: unknown, key?: string): Promise<void> {
  const headers = { authorization: `Bearer ${excel.bureau}`, "content-type": "application/json", ...(key && { "idempotency-key": key }) };
  const answer = await fetch(`${excel.url}api/regions/370811${path}`, { method: "PUT", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

test("three teachers are lacking, hired, and the verdicts they turn are told; restored, nothing is supposed", async () => {
  await send("/collections/2025-conditions", { name: "2025 办学条件", form: "resources", period: "2025" });
  await send("/collections/2025-conditions/submissions/S01", conditionsOf(definitions, 7, 978_800), "s01");
  await send("/collections/2025-conditions/submissions/S02", conditionsOf(definitions, 10, 1_020_000), "s02");
  const page = await excel.open([{ name: "Sheet1", cells: [] }]);
  page.setDefaultTimeout(90_000);
  await page.getByLabel("令牌").fill(excel.bureau);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByRole("tab", { name: "推演" }).click();
  await page.getByLabel("采集").selectOption("2025-conditions");
  const panel = page.locator("#q-panel");
  await panel.getByText("体育运动场馆面积还差 412 ㎡").first().waitFor();
  await panel.getByText(/^有未达标项目的学校 1 所：第一中学 \d+ 项。$/).waitFor();
  const backbone = panel.getByRole("listitem").filter({ hasText: "县级以上骨干教师数还差 3 人" }).first();
  expect(await unfit(page)).toEqual([]);
  await backbone.getByRole("button", { name: /试一试/ }).press("Enter");
  await panel.getByText("第一中学 县级以上骨干教师数 +3").waitFor();
  await panel.getByText("2 项变为达标").waitFor();
  // What was pressed is gone with it: the focus is on the way back, and the keys lead there and forth again.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("撤销");
  await page.keyboard.press("Control+z");
  await panel.getByText("真实数据", { exact: true }).waitFor();
  await backbone.waitFor();
  await page.keyboard.press("Control+y");
  await panel.getByText("第一中学 县级以上骨干教师数 +3").waitFor();
  const effects = panel.getByRole("region", { name: "会怎样" });
  expect(await effects.getByRole("listitem").allTextContents()).toEqual([
    expect.stringMatching(/第一中学.*0.7 .*未达标 → 1 .*达标/),
    expect.stringMatching(/第一中学.*否 .*未达标 → 是 .*达标/),
  ]);
  expect(await unfit(page)).toEqual([]);

  const change = panel.getByRole("form", { name: "改动一个数" });
  await change.getByLabel("哪个数").selectOption({ label: "体育运动场馆面积" });
  for (const wrong of ["1.5", "许多", "0", "-9789"]) {
    await change.getByLabel("增减").fill(wrong);
    await change.getByText(`“${wrong}”没有算进去：请填不为 0 的整数，最多减 9,788（填 -9,788）。`).waitFor();
    expect(await change.getByLabel("增减").inputValue()).toBe(wrong);
  }
  await change.getByLabel("增减").fill("2000000000");
  await change.getByText("“2000000000”没有算进去：请填不为 0 的整数，-9,788 到 1,000,000,000。").waitFor();
  await change.getByLabel("增减").fill("412");
  await change.getByRole("button", { name: "加上" }).press("Enter");
  await panel.getByText("没有未达标的项目。").waitFor();
  // Taken once: the field is empty for the next, and the keys are in it.
  expect(await change.getByLabel("增减").inputValue()).toBe("");
  expect(await change.getByLabel("增减").evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await change.getByRole("alert").count()).toBe(0);
  expect(await unfit(page)).toEqual([]);
  const room = page.getByRole("region", { name: "方案", exact: true });
  await room.getByLabel("方案名").press("Enter");
  await room.getByText("改动 2 个数").waitFor();
  await panel.getByRole("button", { name: "恢复" }).press("Enter");
  await panel.getByText("真实数据", { exact: true }).waitFor();
  await panel.getByRole("button", { name: "撤销", exact: true }).press("Enter");
  await panel.getByText("推演中，不是真实数据").waitFor();
  await panel.getByRole("button", { name: "重做", exact: true }).press("Enter");
  await panel.getByText("真实数据", { exact: true }).waitFor();
  await room.getByRole("button", { name: "打开“方案1”" }).press("Enter");
  await panel.getByText("推演中，不是真实数据").waitFor();
  // The same is said where nobody asks "what if": over all schools, of one of them, and of what a school has sent.
  await page.getByRole("tab", { name: "汇总" }).click();
  // Before anything of the region: one of six schools passes, four have not submitted, and what the other misses. 0.7 of 1 is below 85 %, 9.788 of 10.2 is not.
  const every = panel.getByRole("region", { name: "学校综合达标" });
  await every.getByText("1/6 所达标").waitFor();
  const first = await panel.getByRole("heading", { level: 2 }).allTextContents();
  expect(first.indexOf("学校综合达标")).toBeLessThan(first.indexOf("全县目标"));
  expect(first).toContain("学校综合达标");
  const summary = await every.locator("summary").innerText();
  expect(summary).toMatch(/1 所未达标\s+4 所未填报或不全/);
  expect(summary).toMatch(/骨干教师数 1 所（1 所不足要求的 85%）；\S*体育运动场馆面积 1 所\s/);
  expect(summary).toMatch(/差异系数 7 项：无法判定 7/);
  expect(await unfit(page)).toEqual([]);
  await every.locator("summary").press("Enter");
  await every.getByRole("row", { name: /第一中学.*7 项达到 5 项；没有达到：/ }).waitFor();
  expect(await unfit(page)).toEqual([]);
  const lacks = panel.getByRole("region", { name: "各校还差什么" });
  const teachers = lacks.getByRole("listitem").filter({ hasText: "骨干教师" }).first();
  await teachers.getByText("合计县级以上骨干教师数还差 3 人").waitFor();
  await teachers.getByText("判定 2 所，1 所未达标").waitFor();
  await teachers.locator("summary").press("Enter");
  expect(await unfit(page)).toEqual([]);
  await teachers.getByRole("button", { name: "第一中学" }).press("Enter");
  const own = panel.locator(".q-one .q-row", { hasText: "骨干教师" });
  await own.getByText("县级以上骨干教师数还差 3 人").first().waitFor();
  await page.getByRole("tab", { name: "核对" }).click();
  await page.getByRole("button", { name: "已填报" }).click();
  await page.getByLabel(/^学校/).selectOption({ label: "第一中学" });
  await panel.locator(".q-row", { hasText: "体育运动场馆面积还差 412 ㎡" }).first().waitFor();
  expect(await unfit(page)).toEqual([]);
});

test("it opens on the first school that lacks something, and a statement is drafted for the school that was changed", async () => {
  await send("/collections/2026-conditions", { name: "2026 办学条件", form: "resources", period: "2026" });
  await send("/collections/2026-conditions/submissions/S01", conditionsOf(definitions, 10, 1_020_000), "t01");
  await send("/collections/2026-conditions/submissions/S02", conditionsOf(definitions, 10, 978_800), "t02");
  const page = await excel.open([{ name: "Sheet1", cells: [] }]);
  page.setDefaultTimeout(90_000);
  await page.getByLabel("令牌").fill(excel.bureau);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByRole("tab", { name: "推演" }).click();
  await page.getByLabel("采集").selectOption("2026-conditions");
  const panel = page.locator("#q-panel");
  await panel.getByText(/^有未达标项目的学校 1 所：第二中学 1 项。$/).waitFor();
  expect(await panel.getByLabel("单位").inputValue()).toBe("S02");
  await panel.getByRole("button", { name: /试一试.*体育运动场馆面积/ }).click();
  await panel.getByText("第二中学 体育运动场馆面积 +412 ㎡").waitFor();
  const room = page.getByRole("region", { name: "方案", exact: true });
  await room.getByLabel("方案名").press("Enter");
  await room.getByRole("button", { name: /起草责任书/ }).press("Enter");
  expect(await room.getByRole("combobox", { name: "学校" }).inputValue()).toBe("S02");
  expect(await unfit(page)).toEqual([]);
});
