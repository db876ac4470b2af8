/** 责任书 in the pane, 320 pixels wide: from the list to the Word file, by keyboard, against a Worker that holds the demo county. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocx } from "../documents/docx-text.ts";
import * as county from "../tools/demo-county.ts";
import { markSheet } from "../tools/demo-marks.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

/** The pane on the tab of statements, connected by a token. */
async function openAs(token: string): Promise<Page> {
  const page = await excel.open([{ name: "Sheet1", cells: [] }]);
  page.setDefaultTimeout(90_000);
  await page.getByLabel("令牌").fill(token);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByRole("tab", { name: "责任书" }).click();
  return page;
}
/** Of the rows of 第一中学 themselves: marks at 60 % of the full mark or above, and all marks, over the subjects. */
function counted(): [reached: number, sat: number] {
  const { papers } = county.exam;
  const [, ...rows] = markSheet(papers, { seed: 370811, classes: 5, level: 0.35 });
  const shares = rows.flatMap((row) => papers.map(({ full }, at) => [row[at + 1], full] as const));
  const marks = shares.filter((one): one is readonly [number, number] => typeof one[0] === "number");
  return [marks.filter(([mark, full]) => mark * 10 >= full * 6).length, marks.length];
}
const unfit = async (page: Page) => [...(await outgrown(page, "body")), ...(await flaws(page, "#pane"))];

test("the bureau finds what 第一中学 has signed, each line with its verdict and gap, and prints it", async () => {
  const page = await openAs(excel.bureau);
  const row = page.getByRole("button", { name: /2025年教育教学质量目标责任书/ });
  await row.getByText("甲方：局长").waitFor();
  expect(await row.textContent()).toContain("未达标 3");
  expect(await unfit(page)).toEqual([]);
  await row.press("Enter");
  // The button that was pressed is gone: the keys go on from the title.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 90_000 }).toBe("q-statement-title");
  const [reached, sat] = counted();
  expect(Math.ceil((sat * 9) / 10) - reached).toBe(11);
  const line = page.locator("details", { hasText: "学业质量达标率" });
  await line.getByText("相差 1.1 个百分点，还差 11 人次").waitFor();
  await line.locator("summary").press("Enter");
  await line.getByText(`${reached} ÷ ${sat}`).waitFor();
  expect(await line.getByText("学校 S01").count()).toBe(1);
  await page.getByText("1 项有保证，2 项没有保证。").waitFor();
  await page.getByText(/各科刚好达标时可有未过线（含未考）的语文 \d+ 人、数学/).waitFor();
  expect(await unfit(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 Word" }).press("Enter");
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("2025年教育教学质量目标责任书(示例)_v1.docx");
  const { paragraphs, tables } = readDocx(readFileSync(await saved.path()));
  expect(paragraphs).toContain("学校级责任书 · 第 1 版（已签）");
  expect(tables[0]?.flat()).toEqual(expect.arrayContaining(["≥ 90 %", "≥ 35 %", "≥ 95 %"]));
});

/** A token of a school. */
async function tokenOf(school: string): Promise<string> {
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  return (await excel.ask<{ token: string }>("POST", "/tokens", { role: "school", school, expires })).token;
}
const told = (page: Page, text: string | RegExp) => page.locator("#pane .q-status", { hasText: text }).waitFor();

test("proposed, edited, saved, signed by both, amended, checked, printed; a refused save keeps what was typed", {
  timeout: 400_000,
}, async () => {
  const page = await openAs(excel.bureau);
  await page.getByRole("button", { name: "新建责任书" }).click();
  await page.getByRole("combobox", { name: /^学校/ }).selectOption("S02");
  // Targets are for what comes after the collection, and for no year that is over; last year's is written by hand.
  const periodField = page.getByLabel("周期");
  expect(await periodField.inputValue()).toBe(String(Math.max(2026, new Date().getFullYear())));
  await periodField.fill("2025");
  const families = page.getByRole("checkbox");
  for (const box of (await families.all()).slice(1)) await box.uncheck();
  expect(await page.getByRole("group", { name: /从文件的目标开始：4 项/ }).count()).toBe(1);
  await page.getByRole("button", { name: "下一步：编辑" }).click();
  await page.getByLabel("标题").waitFor();
  expect(await page.getByLabel("标题").inputValue()).toBe("2025年第二中学目标责任书");
  // 95 for 95 % is right in the field; what is no number is told there.
  const line = page.locator("details", { hasText: "学业质量达标率" });
  await line.locator("summary").press("Enter");
  const value = line.getByLabel("数值（%）");
  await value.fill("9o");
  await line.getByText("请写一个数，例如 95。").waitFor();
  expect(await value.getAttribute("aria-invalid")).toBe("true");
  expect(await unfit(page)).toEqual([]);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await told(page, "有 1 处要改");
  await page.getByRole("button", { name: "撤销" }).click();
  expect(await value.inputValue()).toBe("90");
  await value.fill("0.9");
  await line.getByText("0.9 %？若是 90 % 请填 90。").waitFor();
  expect(await unfit(page)).toEqual([]);
  await value.fill("88.5");
  await line.getByText("≥ 88.5 %").waitFor();
  expect(await line.getByText("若是 90 %").count()).toBe(0);
  // The source does not ask that: it is said beside it, and again wherever it is read.
  await line.getByText(/^已改，原要求 ≥ 90 %（/).waitFor();
  expect(await unfit(page)).toEqual([]);
  // The network is gone: what was typed stays, also over a change of tabs.
  await page.route("**/statements/**", (route) => route.abort());
  await page.getByRole("button", { name: "保存草稿" }).click();
  await page.getByRole("alert").getByText("连不上服务器").waitFor();
  await page.unroute("**/statements/**");
  await page.getByRole("tab", { name: /^插入/ }).click();
  await page.getByRole("tab", { name: "责任书" }).click();
  await page.locator("details", { hasText: "学业质量达标率" }).getByText("≥ 88.5 %").waitFor();
  await page.getByRole("button", { name: "保存草稿" }).click();
  await told(page, "已保存：第 1 版");
  // Signing shows version and content, and asks for the post.
  await page.getByRole("button", { name: "以甲方签字" }).click();
  await page.getByText(/将签署第 1 版，共 4 项/).waitFor();
  expect(await page.locator(".q-contents li").first().textContent()).toMatch(/≥ 88\.5 %.*已改，原要求 ≥ 90 %（/);
  // 2025 is over, and nobody is kept from signing.
  await page.getByText(/^4 项目标的期限都已经过了（最晚 2025-12-31）/).waitFor();
  await page.getByRole("button", { name: "确认签字" }).press("Enter");
  await page.getByRole("alert").getByText("请写签字人的职务").waitFor();
  // The field has the focus, and keeps it while it is typed in.
  await page.keyboard.type("局长");
  expect(await page.getByLabel("职务").inputValue()).toBe("局长");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("请先看过这一版").waitFor();
  expect(await page.getByRole("alert").getByText("请写签字人的职务").count()).toBe(0);
  expect(await unfit(page)).toEqual([]);
  await page.getByLabel("我已看过这一版的全部内容").check();
  await page.getByRole("button", { name: "确认签字" }).click();
  await told(page, "甲方已签第 1 版");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 90_000 }).toBe("✓ 甲方已签第 1 版");
  await page.getByText("等待签字：乙方 第二中学").waitFor();

  const school = await openAs(await tokenOf("S02"));
  await school.getByRole("button", { name: /2025年第二中学目标责任书/ }).click();
  await school.getByText("学校责任书由教育局起草和修订").waitFor();
  expect(await school.getByRole("button", { name: "修订" }).count()).toBe(0);
  await school.getByRole("button", { name: "以乙方签字" }).click();
  await school.getByLabel("职务").fill("校长");
  await school.getByLabel("我已看过这一版的全部内容").check();
  await school.getByRole("button", { name: "确认签字" }).click();
  await told(school, "乙方已签第 1 版");
  expect(await unfit(school)).toEqual([]);

  await page.getByRole("button", { name: "修订" }).click();
  await page.getByLabel("修订依据").fill("局党组会议纪要〔2025〕12号");
  const again = page.locator("details", { hasText: "学业质量达标率" });
  await again.locator("summary").click();
  await again.getByLabel("数值（%）").fill("89");
  await page.getByRole("button", { name: "保存为新版" }).click();
  await told(page, "已保存：第 2 版");
  const change = "第 1 项 学业质量达标率（初中）：要求由“≥ 88.5 %”改为“≥ 89 %”";
  await page.locator("#q-panel > .q-changes").getByText(change).waitFor();
  // The version both have signed holds until the new one is signed too.
  await page.getByText(/核对第 1 版/).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 Word" }).first().click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("2025年第二中学目标责任书_v2.docx");
  const printed = readDocx(readFileSync(await saved.path()));
  expect(printed.paragraphs).toContain(`（1）${change}`);
  expect(printed.tables[0]?.flat().join()).toMatch(/已改，原要求 ≥ 90 %（/);
  // A second one for the same school and year is asked about, and may be made.
  await page.getByRole("button", { name: "返回列表" }).click();
  // What both have signed is in force, and says so beside the draft that will take its place.
  const listed = page.getByRole("button", { name: /2025年第二中学目标责任书/ });
  await listed.waitFor();
  expect(await listed.locator(".q-state").allInnerTexts()).toEqual(["第 1 版已签，现行有效", "第 2 版草稿"]);
  await page.getByRole("button", { name: "新建责任书" }).click();
  await page.getByRole("combobox", { name: /^学校/ }).selectOption("S02");
  await page.getByLabel("周期").fill("2025");
  await page.getByText(/同一方在同一周期另有责任书：“2025年第二中学目标责任书”（第 1 版已签，现行有效；第 2 版草稿）/).waitFor();
  expect(await unfit(page)).toEqual([]);
  await page.getByRole("button", { name: "下一步：编辑" }).click();
  await page.getByLabel("标题").waitFor();
  expect(await page.getByLabel("标题").inputValue()).toBe("2025年第二中学目标责任书（2）");
});

test("the browser asks before what is typed is lost, and whoever saves second sees what the other wrote and loses nothing", {
  timeout: 300_000,
}, async () => {
  const mine = await openAs(excel.bureau);
  await mine.getByRole("button", { name: "新建责任书" }).click();
  await mine.getByRole("combobox", { name: /^学校/ }).selectOption("S02");
  await mine.getByLabel("周期").fill("2027");
  for (const box of (await mine.getByRole("checkbox").all()).slice(1)) await box.uncheck();
  await mine.getByRole("button", { name: "下一步：编辑" }).click();
  await mine.getByRole("button", { name: "保存草稿" }).click();
  await told(mine, "已保存：第 1 版");

  const theirs = await openAs(excel.bureau);
  await theirs.getByRole("button", { name: /2027年第二中学目标责任书/ }).click();
  for (const page of [mine, theirs]) await page.getByRole("button", { name: "编辑草稿" }).click();
  await theirs.getByLabel("乙方").fill("校长（代）");
  await theirs.getByRole("button", { name: "保存草稿" }).click();
  await told(theirs, "已保存：第 1 版");

  const rate = (page: Page) => page.locator("details", { hasText: "学业质量达标率" });
  await rate(mine).locator("summary").click();
  await rate(mine).getByLabel("数值（%）").fill("88.5");
  // A page on which something is not saved is not left without a question, also from another tab of the pane.
  await mine.getByRole("tab", { name: /^插入/ }).click();
  const asked = mine.waitForEvent("dialog");
  const closing = mine.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;
  await mine.getByRole("tab", { name: "责任书" }).click();
  await mine.getByRole("button", { name: "保存草稿" }).click();
  await mine.getByRole("alert").getByText("读取之后这份责任书又有改动，请重新读取，看清后再保存或签字。").waitFor();
  await mine.getByRole("button", { name: "重新读取" }).press("Enter");
  // What saving would take back of the other's is said before anybody does it.
  await mine.locator(".q-changes li").first().waitFor();
  const would = await mine.locator(".q-changes li").allInnerTexts();
  expect(would).toHaveLength(2);
  expect(would[0]).toMatch(/^乙方由“校长（代）”改为“第二中学”$/);
  expect(would[1]).toMatch(/要求由“≥ 90 %”改为“≥ 88.5 %”$/);
  expect(await unfit(mine)).toEqual([]);
  await mine.getByRole("button", { name: "改用现在的内容（可撤销）" }).click();
  expect(await mine.getByLabel("乙方").inputValue()).toBe("校长（代）");
  await mine.getByRole("button", { name: "撤销" }).click();
  expect(await mine.getByLabel("乙方").inputValue()).not.toBe("校长（代）");
  await mine.getByRole("button", { name: "保存草稿" }).click();
  await told(mine, "已保存：第 1 版");
  // Nothing is unsaved: it closes.
  await mine.close({ runBeforeUnload: true });
  await expect.poll(() => mine.isClosed(), { timeout: 30_000 }).toBe(true);
});

test("a school drafts what it agrees with a teacher by code, and signs both sides", async () => {
  const page = await openAs(excel.token);
  await page.getByText("本校还没有责任书。").waitFor();
  await page.getByRole("button", { name: "新建责任书" }).click();
  await page.getByRole("combobox", { name: /^层级/ }).selectOption("teacher");
  await page.getByRole("textbox", { name: "学科组" }).fill("数学组");
  await page.getByLabel("教师代码").fill("王老师");
  await page.getByLabel("周期").fill("2025");
  await page.getByRole("button", { name: "下一步：编辑" }).click();
  await page.getByText("不写姓名或手机号").waitFor();
  await page.getByLabel("教师代码").fill("T07");
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("button", { name: "下一步：编辑" }).click();
  await page.getByLabel("查找指标").fill("jgl");
  await page.getByRole("button", { name: "+ 及格率", exact: true }).click();
  const line = page.locator("details", { hasText: "及格率" });
  await line.getByLabel("数值（%）").fill("85");
  await line.getByLabel("学科").fill("数学");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await told(page, "已保存：第 1 版");
  for (const party of ["甲方", "乙方"]) {
    await page.getByRole("button", { name: `以${party}签字` }).click();
    await page.getByLabel("职务").fill(party === "甲方" ? "校长" : "教师");
    await page.getByLabel("我已看过这一版的全部内容").check();
    await page.getByRole("button", { name: "确认签字" }).click();
    await told(page, `${party}已签第 1 版`);
  }
  await page.locator("details", { hasText: "及格率" }).getByText("学校还没有填报").waitFor();
});

test("a viewer is told why there is nothing to see", async () => {
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const { token } = await excel.ask<{ token: string }>("POST", "/tokens", { role: "viewer", expires });
  const page = await openAs(token);
  await page.getByText("责任书只对签订双方（教育局和学校）开放").waitFor();
  expect(await unfit(page)).toEqual([]);
});

test("in English it is as narrow and clean, and only what people wrote is left in Chinese", async () => {
  const page = await excel.open([{ name: "Sheet1", cells: [] }], {}, { language: "en-US" });
  page.setDefaultTimeout(90_000);
  await page.getByLabel("Token").fill(excel.bureau);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("tab", { name: "Statements" }).click();
  const row = page.getByRole("button", { name: /2025年教育教学质量目标责任书/ });
  await row.waitFor();
  // What the county's own targets come to: who is missing is said once, and what this exam does not read is counted.
  await page.locator("summary", { hasText: /Cascade/ }).press("Enter");
  const cascade = page.locator(".q-county-cascade");
  await cascade.locator(".q-cascade").first().waitFor();
  expect((await cascade.innerText()).match(/not submitted/g)?.length ?? 0).toBeLessThan(2);
  expect(await unfit(page)).toEqual([]);
  await row.press("Enter");
  const line = page.locator("details", { hasText: "Attainment" }).first();
  await line.locator("summary").press("Enter");
  await line.getByText(/11 sittings short/).waitFor();
  expect(await unfit(page)).toEqual([]);
  const said = page.locator("#q-panel").locator("dt, label > span, .q-verdict, .q-actions button, .q-gap, .q-name-plain");
  for (const text of await said.allInnerTexts()) expect(text).not.toMatch(/\p{Script=Han}/u);
});
