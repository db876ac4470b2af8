/** 方案 under 推演, in the pane 320 pixels wide: saved in the workbook, compared, drafted as a statement; by keyboard, zh and en. */
import { readXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

const unfit = async (page: Page) => [...(await outgrown(page, "body")), ...(await flaws(page, "#pane"))];
const told = (page: Page, text: string | RegExp) => page.locator("#pane .q-status", { hasText: text }).waitFor();

test("a bureau saves what it supposes, compares it with what is real, and drafts a statement from it", async () => {
  const page = await excel.open([{ name: "Sheet1", cells: [] }]);
  page.setDefaultTimeout(90_000);
  await page.getByLabel("令牌").fill(excel.bureau);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByRole("tab", { name: "推演" }).click();
  const room = page.getByRole("region", { name: "方案", exact: true });
  const plan = room.getByRole("checkbox", { name: /连同上面的提高方案/ });
  await plan.waitFor();
  const lifted = Number(/共 (\d+) 人/.exec((await plan.locator("xpath=..").textContent()) ?? "")?.[1]);
  expect(lifted).toBeGreaterThan(0);
  await room.getByLabel("方案名").fill("提高薄弱校");
  await room.getByLabel("方案名").press("Enter");
  await told(page, "已保存“提高薄弱校”");

  // Compared: schools meet more targets with the plan's pupils than they really do; the county waits for who is missing.
  const table = room.getByRole("table", { name: "方案对比" });
  await table.getByRole("columnheader", { name: "提高薄弱校" }).waitFor();
  const met = (
    await table
      .getByRole("row", { name: /各校达标合计/ })
      .getByRole("cell")
      .allTextContents()
  ).map((text) => Number.parseInt(text, 10));
  expect(met[1]).toBeGreaterThan(met[0] as number);
  await room.getByText("“–”无法判定：应填报 6 所，还有 1 所未填报").waitFor();
  expect(await unfit(page)).toEqual([]);

  await room.getByRole("button", { name: "插入对比表" }).press("Enter");
  await told(page, "已插入工作表“方案对比”");
  // A figure is a number with its unit in the format, its verdict a cell beside it.
  const [bytes] = await page.evaluate(() => globalThis.fakeBook.inserted);
  const { sheets } = await readXlsx(new Uint8Array(Buffer.from(bytes ?? "", "base64")));
  const rows = sheets[0]?.rows ?? [];
  const heads = rows.findIndex((row) => row.includes("提高薄弱校"));
  expect(rows[heads]).toEqual(["指标", "真实", "真实 判定", "提高薄弱校", "提高薄弱校 判定"]);
  const figures = rows.slice(heads + 3).filter((row) => row[3] !== null && row[3] !== undefined);
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.flatMap((row) => [row[1], row[3]]).filter((cell) => typeof cell !== "number")).toEqual([]);

  await room.getByRole("button", { name: "起草责任书“提高薄弱校”" }).press("Enter");
  const form = room.getByRole("form", { name: "按“提高薄弱校”起草责任书" });
  const school = await form.getByLabel("学校").locator("option:checked").textContent();
  expect(await unfit(page)).toEqual([]);
  await form.getByRole("button", { name: "起草", exact: true }).press("Enter");
  await told(page, `已为${school}起草责任书`);
  const { statements } = await excel.ask<{ statements: { statement: string; state: string; title: string }[] }>(
    "GET",
    "/statements",
    undefined,
    excel.bureau,
  );
  const drafts = statements.filter(({ statement }) => statement.startsWith("scenario-"));
  expect(drafts.map(({ state }) => state)).toEqual(["draft"]);
  expect(drafts[0]?.title).toContain(`${school}目标责任书`);
  // Its number is the scenario's until somebody changes it.
  await page.getByRole("tab", { name: "责任书" }).click();
  await page.getByRole("button", { name: drafts[0]?.title ?? "" }).click();
  await page.getByRole("button", { name: "编辑草稿" }).click();
  const line = page
    .locator("details.q-row")
    .filter({ hasText: /[≥≤] [\d.]+ %/ })
    .first();
  await line.locator("summary").press("Enter");
  const source = await line.getByLabel("来源").inputValue();
  expect(source).toMatch(/^推演方案“提高薄弱校” [≥≤] [\d.]+ %$/);
  expect(await page.getByText("已改，方案是").count()).toBe(0);
  await line.getByLabel("数值（%）").fill("12.5");
  await line.getByText(`已改，方案是 ${source.slice(source.indexOf(" ") + 1)}（${source}）`).waitFor();
  expect(await unfit(page)).toEqual([]);
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await page.getByText("已改，方案是").waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "推演" }).click();

  await room.getByRole("button", { name: "删除“提高薄弱校”" }).press("Enter");
  await told(page, "已删除“提高薄弱校”");
  await room.getByRole("button", { name: "撤销删除" }).press("Enter");
  await told(page, "已保存“提高薄弱校”");
  await room.getByRole("button", { name: "打开“提高薄弱校”" }).press("Enter");
  await told(page, "已打开“提高薄弱校”");

  // The server cannot be reached: what was read before stays, and says so, until it answers again.
  await page.route("**/tallies**", (route) => route.abort());
  await page.getByRole("tab", { name: /^插入/ }).click();
  await page.getByRole("tab", { name: "推演" }).click();
  await page.getByRole("alert").getByText("下面是先前读到的数据").waitFor();
  await room.getByText("提高薄弱校").first().waitFor();
  expect(await unfit(page)).toEqual([]);
  await page.unroute("**/tallies**");
  await page.getByRole("alert").getByRole("button", { name: "重试" }).press("Enter");
  await page.getByText("下面是先前读到的数据").waitFor({ state: "detached" });

  // The file, opened again by somebody who reads English.
  const kept = JSON.stringify(await page.evaluate(() => fakeBook.settings));
  // A school that it lifts has been taken out of the collection since.
  const settings = JSON.parse(kept.replace(/(\\"lifts\\":\[{\\"school\\":\\")S\d+/, "$1S77"));
  const again = await excel.open([{ name: "Sheet1", cells: [] }], {}, { language: "en-US", settings });
  again.setDefaultTimeout(90_000);
  await again.getByLabel("Token").fill(excel.bureau);
  await again.getByRole("button", { name: "Connect", exact: true }).click();
  await again.getByRole("tab", { name: "What-if" }).click();
  const english = again.getByRole("region", { name: "Scenarios", exact: true });
  await english.getByRole("button", { name: "Open “提高薄弱校”" }).press("Enter");
  await english.getByText("There are no data of S77 in this collection").waitFor();
  await english.getByRole("checkbox", { name: "Compare “提高薄弱校”" }).press("Space");
  await english.getByRole("table", { name: "Side by side" }).getByText("County targets met").waitFor();
  expect(await unfit(again)).toEqual([]);
});
