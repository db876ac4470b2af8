/** The task pane's own page, 320 pixels wide, on a fake Excel: what only Excel brings along, and what several grades need. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as functions from "../../addin/functions.ts";
import type { CollectionBody, Submission } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { KIND_NAMES } from "../../shared/indicators/kinds.ts";
import type { FakeSheet } from "../addin/fake-excel.ts";
import * as county from "../tools/demo-county.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

const openPane: ExcelPane["open"] = (...given) => excel.open(...given);
const connect = (page: Page) => excel.connect(page);
const settings = (page: Page) => page.locator("#q-settings").click();
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
/** Opens the part that says where the figures come from, if it is not open already. */
const open = (page: Page) => page.locator("#pane .q-source").evaluate((source: HTMLDetailsElement) => source.setAttribute("open", ""));
const SUBJECTS = ["语文", "数学", "英语", "物理", "化学"];
const list = (rows: (string | number)[][]): FakeSheet => ({
  name: "九年级",
  cells: [["九年级期末"], ["班级", "姓名", ...SUBJECTS], ...rows],
});
/** Each subject a mark above the one before it. */
const pupil = (name: string, mark: number | "" | "缺考" = 80) => [
  "1",
  name,
  ...SUBJECTS.map((_, at) => (typeof mark === "number" ? mark + at : mark)),
];
const twelve = () => Array.from({ length: 12 }, (_, at) => pupil(`学生${at}`, 60 + at));

test("every function is associated with its code", async () => {
  const page = await openPane([list(twelve())]);
  const associated = () => page.evaluate(() => fakeBook.associated);
  await expect.poll(async () => (await associated()).sort()).toEqual(Object.keys(functions).sort());
  await page.context().close();
});

test("asks for a token once, and remembers it", async () => {
  const page = await openPane([list(twelve())]);
  await page.getByText("令牌由教育局发给每个学校").waitFor();
  expect(await flaws(page, "#pane")).toEqual([]);
  await connect(page);
  await page.reload();
  await page.getByText(/示例县.* · 第三中学/).waitFor();
  await settings(page);
  await page.getByRole("button", { name: "断开并忘记令牌" }).click();
  await page.reload();
  await page.getByLabel("令牌").waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("q1.");
  await page.context().close();
});

test("the address and the console never see the token", async () => {
  const page = await openPane([list(twelve())]);
  const seen: string[] = [];
  page.on("console", (message) => seen.push(message.text()));
  page.on("request", (request) => seen.push(request.url(), request.postData() ?? ""));
  await connect(page);
  await tab(page, "填报");
  await page.getByText("服务器上还没有本校的填报。").waitFor();
  expect(seen.join(" ")).not.toContain(excel.token);
  await page.context().close();
});

describe("sheets as schools have them", () => {
  test("hidden rows count, merged classes are findings in one line, and a line of totals is no pupil", async () => {
    const sheet = list([...twelve(), ["", "合计", 780, 780, 780, 780, 780]]);
    for (const row of sheet.cells.slice(3, 14)) row[0] = "";
    Object.assign(sheet, { hidden: [5, 6], merged: ["A3:A14"] });
    const page = await openPane([sheet]);
    await connect(page);
    await tab(page, "填报");
    await page.getByText("隐藏或筛选掉的 2 行照常计入。").waitFor();
    await page.getByText("合并的单元格只有第一格有内容，其余按空白处理：A3:A14。").waitFor();
    await page.getByRole("button", { name: /A4:A14.*班级空白/ }).waitFor();
    await page.getByRole("button", { name: /B15.*合计/ }).waitFor();
    expect(await page.locator(".q-finding").count()).toBe(2);
    expect([await flaws(page, "#pane"), await outgrown(page, "#pane")]).toEqual([[], []]);
    await page.context().close();
  });

  test("a whole-column selection ends where the sheet ends", async () => {
    const page = await openPane([list(twelve())], {}, { selected: ["A:G"] });
    await connect(page);
    await page.locator(".q-source > summary").click();
    await page.getByRole("button", { name: "读取所选" }).click();
    await page.getByText("已读取 九年级!A1:G14").waitFor();
    await page.getByText(/12 名学生/).waitFor();
    await page.context().close();
  });

  test("an empty sheet offers a sample, which goes to a sheet of its own and can be checked", async () => {
    const page = await openPane([{ name: "Sheet1", cells: [] }]);
    await connect(page);
    await page.getByRole("heading", { name: "从一张成绩表开始" }).waitFor();
    expect(await flaws(page, "#pane")).toEqual([]);
    await page.getByRole("button", { name: "填入示例" }).click();
    await page.getByText(/40 名学生 · 示例成绩!A1:H41/).waitFor();
    await page.locator(".q-row").first().waitFor();
    await page.context().close();
  });
});

test("a school with two grades sends one sheet after the other, and neither overwrites the other", async () => {
  const papers = [7, 8].map((grade) => ({ ...(county.exam.papers[0] as NonNullable<(typeof county.exam.papers)[0]>), grade }));
  const body: CollectionBody = { ...county.collectionBody, name: "两个年级", exam: { name: "两个年级", papers } };
  await excel.ask("PUT", "/collections/two-grades", body, excel.bureau);
  const grade = (name: string, mark: number): FakeSheet => ({
    name,
    cells: [["班级", "姓名", "语文"], ...Array.from({ length: 12 }, () => ["1", "甲", mark])],
  });
  const page = await openPane([grade("语文", 70), grade("八年级", 90)]);
  await connect(page);
  await open(page);
  await page.getByLabel("采集").selectOption({ label: "两个年级" });
  await page.getByText("这次考试有几个年级").waitFor();
  await page.getByLabel(/^年级/).first().selectOption({ label: "七年级" });
  await tab(page, "填报");
  // Twelve of one name with one mark are asked about: explained in one grade, and left open in the other.
  await page.getByLabel("说明").first().waitFor();
  for (const reason of await page.getByLabel("说明").all()) await reason.fill("按校考原表");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByText("已收到，第 1 版").waitFor();

  await page.evaluate(() => {
    fakeBook.active = 1;
    fakeBook.change();
  });
  await page.locator(".q-source").getByText("八年级!A1:C13").waitFor();
  await page.getByText("其他年级（七年级）保持原样。").waitFor();
  await page.getByRole("button", { name: "更正（第 2 版）" }).click();
  await page.getByRole("button", { name: "确定更正（第 2 版）" }).click();
  await page.getByText("已收到，第 2 版").waitFor();
  const { body: stands } = await excel.ask<Submission>("GET", "/collections/two-grades/submissions/S03", undefined, excel.bureau);
  const grades = stands?.slices.filter((slice) => slice.subject === "语文" && slice.class === null);
  expect(grades?.map((slice) => [slice.grade, slice.scores?.counts]).sort()).toEqual([
    [7, [[140, 12]]],
    [8, [[180, 12]]],
  ]);
  expect([...new Set(stands?.notes?.map(({ sheet, text }) => `${sheet} ${text}`))]).toEqual(["七年级 按校考原表"]);
  await page.context().close();
});

test.each([
  ["zh-CN", "light"],
  ["zh-CN", "dark"],
  ["en", "light"],
  ["en", "dark"],
] as const)("320 pixels, %s, %s: nothing sticks out, nothing for axe to find", async (language, colorScheme) => {
  const page = await openPane([list([...twelve(), pupil("空白", ""), pupil("缺考", "缺考")])], { colorScheme }, { language });
  await connect(page);
  const places = [...(await page.getByRole("tab").all()), page.locator("#q-settings")];
  expect(places).toHaveLength(6);
  for (const [at, place] of places.entries()) {
    await place.click();
    await page.waitForTimeout(200);
    const source = page.locator(".q-source > summary");
    if (await source.isVisible()) await source.click();
    expect([at, await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([at, [], []]);
  }
  // Everything a definition may say: options, readings, a restriction, a direction, an event rule, limits by stage.
  await page.getByRole("tab", { name: /^(插入|Insert)$/ }).click();
  // In the dark the colours are others and nothing else: there it is enough to see each sort once.
  for (const id of ["exam.excellent", ...sortsOfDefinitions(), ...(colorScheme === "light" ? kindsOfDefinitions() : [])]) {
    const box = page.getByRole("combobox");
    await box.first().fill(id);
    await box.first().press("Enter");
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    for (const details of await page.locator(".q-options details").all())
      await details.evaluate((one: HTMLDetailsElement) => one.setAttribute("open", ""));
    expect([id, await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([id, [], []]);
    await page.keyboard.press("Escape");
  }
  await page.context().close();
});

const first = (fits: (one: Definition) => boolean) => shipped.inForce(latestRelease).find(fits)?.id ?? "none";

/** One definition of each sort that the pane shows in its own way. */
function sortsOfDefinitions(): string[] {
  return [
    ...new Set([
      first(({ restricted }) => restricted !== undefined),
      first(({ judged }) => judged === "direction"),
      first(({ judged }) => judged === "open"),
      first(({ targets }) => targets.length > 1),
    ]),
  ];
}

/** One of each kind that is not among them. */
function kindsOfDefinitions(): string[] {
  const shown = new Set(sortsOfDefinitions());
  return KIND_NAMES.map((name) => first(({ kind }) => kind.kind === name)).filter((id) => !shown.has(id));
}

describe("inserting without a connection", () => {
  test("finds, reads and writes with the network gone, on a sheet of any name", async () => {
    const page = await openPane([list(twelve()), { name: "汇总 '25", cells: [] }]);
    await page.getByRole("tab", { name: "插入" }).waitFor();
    // The tabs' own code comes after the first screen.
    const parts = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /insert/.test(name)).length);
    await expect.poll(parts, { timeout: 60_000 }).toBeGreaterThan(0);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByRole("tab", { name: "插入" }).click();
    await page.getByRole("combobox", { name: "搜索指标" }).fill("jgl");
    await page
      .getByRole("listbox")
      .getByRole("option", { name: /^及格率/ })
      .click();
    await select(page, "C3:C14");
    await page.getByRole("button", { name: /^选区.*“分数”/ }).click();
    expect(await page.getByLabel(/^分数/).inputValue()).toBe("'九年级'!C3:C14");
    // marks 60 to 71 of 100: all twelve reach 60
    await page.getByText("100.0 %").first().waitFor();

    await select(page, "C3");
    await page.getByRole("button", { name: "插入 QUALITY 公式" }).click();
    await page.getByText("C3 里已有内容，没有覆盖").waitFor();
    await select(page, "I2");
    await page.getByRole("button", { name: "插入 QUALITY 公式" }).click();
    await page.getByText("已写入 I2").waitFor();
    await page.evaluate(() => {
      fakeBook.active = 1;
    });
    await select(page, "A1");
    await page.getByRole("button", { name: "插入 QUALITY 公式" }).click();
    await page.getByText("已写入 A1").waitFor();
    const sheets = await page.evaluate(() => fakeBook.sheets.map(({ cells }) => cells));
    expect(sheets[0]?.[1]?.[8]).toBe('=QUALITY.INDICATOR("exam.pass@1",C3:C14)');
    expect(sheets[1]).toEqual([["=QUALITY.INDICATOR(\"exam.pass@1\",'九年级'!C3:C14)"]]);
    await page.context().close();
  });
});

/** Selects cells of the fake Excel, as a person would with the mouse. */
function select(page: Page, address: string): Promise<void> {
  return page.evaluate((cells) => {
    fakeBook.selected = [cells];
  }, address);
}

test("on paper: what the pane says, without its buttons and cut off nowhere", async () => {
  const page = await openPane([list(twelve())]);
  await connect(page);
  await page.locator(".q-row").first().waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("tablist").isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "插入表格" }).isVisible()).toBe(false);
  const panel = page.locator(".q-panel");
  expect(await panel.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true);
  await page.context().close();
});

test("outside Excel the page says where to go", async () => {
  const page = await excel.browser.newPage({ locale: "en-US" });
  await page.goto(`${excel.url}taskpane.html`);
  await page.getByRole("link", { name: "No Excel? Try it in the browser" }).waitFor();
  expect(await page.getByRole("link").getAttribute("href")).toBe("/");
  await page.close();
});
