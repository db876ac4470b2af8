/** The offline page, opened from a file: address with the network off: from an empty page to the county's figures, on files of other programs. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { built } from "../tools/build.ts";
import { launchChromium } from "../tools/chromium.ts";
import { edited } from "../tools/edit.ts";
import { fill } from "../tools/fill.ts";
import { withoutOpenpyxl } from "../tools/openpyxl.ts";
import { root } from "../tools/root.ts";
import { flaws, outgrown } from "./fitness.ts";
import { countRates, marksOf, SCHOOLS, SHEET, SUBJECTS, sheetRows } from "./offline-county.ts";
import { onOffline, openOffline, patient } from "./offline-page.ts";

let browser: Browser;
let context: BrowserContext;
let page: Page;
let folder: string;
const trouble: string[] = [];

beforeAll(async () => {
  if (!(await built())) throw new Error("the build failed");
  folder = mkdtempSync(join(tmpdir(), "quality-offline-"));
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await context.setOffline(true);
  page = await opened();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = () => openOffline(context, trouble);
const { tab, says, button, made, hand, drop, lines, lineOf, figures, busy } = onOffline(
  () => page,
  () => folder,
);

async function expectFigures(schools: readonly number[]): Promise<void> {
  const shown = await figures();
  for (const { subject, mean, passed } of countRates(schools))
    expect([subject, shown[subject]]).toEqual([subject, expect.arrayContaining([mean, passed])]);
}

const templates = new Map<string, Uint8Array>();
const LIST = [
  ["姓名", "语文"],
  ["甲", 90],
];

describe("from nothing to the county's figures", () => {
  test("the first screen says in three lines what to do, and has one button that stands out", async () => {
    await says("三步完成，不用联网");
    expect(await page.locator(".o-welcome li").count()).toBe(3);
    expect(await page.locator("button.q-primary").allInnerTexts()).toEqual(["开始设置"]);
    expect(await flaws(page, "#offline")).toEqual([]);
  });

  test("a list of schools is pasted from Excel; what is wrong with it is said by its row", async () => {
    await button("开始设置").click();
    await page.getByLabel("区划代码").fill("370811");
    await page.getByLabel("名称", { exact: true }).fill("任城区");
    await page.keyboard.press("Enter");
    const list = page.getByRole("textbox", { name: "从 Excel 粘贴学校名单" });
    await list.fill("代码\t学校名称\t学段\nS01\t第一中学\t初中\nS01\t第二中学\t\n");
    await says(/第 3 行：代码 S01 出现了两次/);
    expect(await button(/存为本区/).count()).toBe(0);
    expect(await flaws(page, "#offline")).toEqual([]);
    await list.fill(
      ["代码\t学校名称\t学段", ...SCHOOLS.map(({ code, name }) => `${code}\t${name}\t初中`), "P01\t实验小学\t小学"].join("\n"),
    );
    await button(/存为本区的 5 所学校/).click();
    await says("已保存 5 所学校。");
  });

  test("an exam is written down: several subjects at once, lines in grey where they are not set", async () => {
    await button(/考试成绩/).click();
    const form = page.locator(".o-form");
    await form.getByLabel("名称").fill("九年级期末");
    await form.getByLabel("周期").fill("2025-2026-2");
    await form.getByLabel(/^学科/).fill(SUBJECTS.join("、"));
    await page.keyboard.press("Enter");
    expect(await form.getByLabel("数学 及格线").getAttribute("placeholder")).toBe("60");
    expect(await flaws(page, "#offline")).toEqual([]);
    await button("保存采集").click();
    await says("已保存“九年级期末”。");
  });

  test("templates are made for the schools that have the exam's stage, all in one archive", async () => {
    await button("下一步：2 发模板").click();
    const zip = await made(/生成 4 所学校的模板/, "templates.zip");
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) templates.set(name.slice(0, 3), bytes);
    expect([...templates.keys()].sort()).toEqual(["S01", "S02", "S03", "S04"]);
    expect(await flaws(page, "#offline")).toEqual([]);
  });

  test.skipIf(withoutOpenpyxl)(
    "files that openpyxl and a patcher of zips filled in are read and taken, and wrong ones refused with the reason",
    async () => {
      await button("下一步：3 收文件").click();
      const [first, second, third] = ["S01", "S02", "S03"].map((code) => templates.get(code) as Uint8Array);
      if (!first || !second || !third) throw new Error("no templates");
      const blank = marksOf(2).map((row, at) => (at === 4 ? [...row.slice(0, 3), null, ...row.slice(4)] : row));
      await hand(
        ["S01.xlsx", edited(first, [{ sheet: SHEET, from: "A6", rows: marksOf(0) }])],
        ["S02.xlsx", fill(second, { [SHEET]: sheetRows(marksOf(1)) })],
        ["S03.xlsx", fill(third, { [SHEET]: sheetRows(blank) })],
        ["说明.docx", new TextEncoder().encode("PK\u0003\u0004 nothing of the kind")],
        ["no meta.xlsx", edited(first, [{ sheet: "模板信息", remove: true }])],
        ["list.xlsx", await writeXlsx({ sheets: [{ name: "成绩", rows: LIST }] })],
        ["broken.json", new TextEncoder().encode('{"format":"quality-submission","version":1')],
      );
      expect(await lineOf("第一中学")).toMatch(/已收 .*第一中学 S01\.xlsx 九年级 40 人/);
      expect(await lineOf("第二中学")).toMatch(/已收 .*九年级 40 人/);
      expect(await lineOf("S03.xlsx")).toMatch(/要改 .*1 处要改/);
      expect(await lineOf("说明.docx")).toMatch(/没有收/);
      expect(await lineOf("no meta.xlsx")).toMatch(/要改 .*没认出学校/);
      expect(await lineOf("list.xlsx")).toMatch(/没有收.*不是本系统的模板/);
      expect(await lineOf("broken.json")).toMatch(/没有收|要改/);
      expect(await flaws(page, "#offline")).toEqual([]);
    },
  );

  test("a folder dragged onto the page is read with all that is in it, and a file beside it", async () => {
    mkdirSync(join(folder, "收回", "乡镇"), { recursive: true });
    copyFileSync(join(folder, "S02.xlsx"), join(folder, "收回", "乡镇", "交来.xlsx"));
    for (const name of ["拖来.json", "~$交来.xlsx"]) copyFileSync(join(folder, "broken.json"), join(folder, name));
    const before = (await lines()).length;
    await drop("收回", "拖来.json", "~$交来.xlsx");
    await says(`${before + 2} 个文件读完`);
    await says("已跳过 1 个临时文件（~$交来.xlsx）");
    expect(await lineOf("收回/乡镇/交来.xlsx")).toMatch(/第二中学/);
    expect(await lineOf("拖来.json")).toMatch(/没有收|要改/);
    expect(trouble).toEqual([]);
  });

  test.skipIf(withoutOpenpyxl)(
    "a file opens in place to what is wrong in it: sheet, cell and what to do; a copy takes it back as a comment",
    async () => {
      await page.locator(".q-file summary", { hasText: "S03.xlsx" }).press("Enter");
      await says(`${SHEET} D10`);
      expect(await flaws(page, "#offline")).toEqual([]);
      const copy = await made("把问题写进文件副本", "S03_checked.xlsx");
      const parts = unzipSync(readFileSync(copy));
      const comments = Object.entries(parts).find(([path]) => /comments\d*\.xml$/.test(path));
      expect(new TextDecoder().decode(comments?.[1])).toContain('ref="D10"');
    },
  );

  test("who has handed in and who has not, and the figures of what is there, as counted independently", async () => {
    await tab(/看结果/);
    await says("应填报 4 所，已填报 2 所");
    await page.getByText("未填报 2 所").click();
    await says("第四中学");
    await expectFigures([0, 1]);
    await says("无法判定");
    expect(await flaws(page, "#offline")).toEqual([]);
  });

  test("with all files there the county is decided; a corrected file is the next revision", async () => {
    await tab(/收文件/);
    const [third, fourth] = ["S03", "S04"].map((code) => templates.get(code) as Uint8Array);
    if (!third || !fourth) throw new Error("no templates");
    await hand(
      ["S03.xlsx", fill(third, { [SHEET]: sheetRows(marksOf(2)) })],
      ["S04.xlsx", fill(fourth, { [SHEET]: sheetRows(marksOf(2)) })],
    );
    // The file that had to be put right waits for nobody any more.
    await expect.poll(() => lineOf("S03.xlsx"), patient).toMatch(/没有用/);
    // The marks of another school are asked about before they are taken.
    await page.locator(".q-file summary", { hasText: "请确认" }).press("Enter");
    await says(/九年级各科的成绩与(第三中学（S03，S03|第四中学（S04，S04)\.xlsx）的完全相同/);
    expect(await flaws(page, "#offline")).toEqual([]);
    await button("以这个文件为准").click();
    // What cannot be seen in one file is asked about once they lie side by side, and no more when it is put right.
    await tab(/看结果/);
    await page.getByText("请核对：2 处").click();
    await says(/内容与第三中学（S03）的完全相同/);
    await page.getByText("按什么问").click();
    await says(/至少几所学校才比较.*5.*本产品约定/);
    expect(await flaws(page, "#offline")).toEqual([]);
    await tab(/收文件/);
    await hand(["S04 更正.xlsx", fill(fourth, { [SHEET]: sheetRows(marksOf(3)) })]);
    await page.locator(".q-file summary", { hasText: "S04 更正" }).press("Enter");
    await says("已收，更正为第 2 版。");
    // What is typed here outlasts the same file given again.
    await page.locator(".q-file", { hasText: "S04 更正" }).getByRole("textbox").first().fill("合班上课");
    await page.keyboard.press("Tab");
    await hand(["S04 再次.xlsx", fill(fourth, { [SHEET]: sheetRows(marksOf(3)) })]);
    await page.locator(".q-file summary", { hasText: "S04 再次" }).press("Enter");
    await says("内容与已收的相同。");
    await tab(/看结果/);
    await says("应填报 4 所，已填报 4 所");
    await expectFigures([0, 1, 2, 3]);
    expect(await page.getByText(/请核对：/).count()).toBe(0);
    await page.locator(".q-row", { hasText: "学业质量达标率" }).getByText("未达标").first().waitFor(patient);
  });

  test("a sound file that a busy computer had no time for says so, and is read once more where it stands", async () => {
    await tab(/收文件/);
    await busy();
    await hand(["忙时的 S04.xlsx", fill(templates.get("S04") as Uint8Array, { [SHEET]: sheetRows(marksOf(3)) })]);
    expect(await lineOf("忙时的 S04")).toMatch(/没有收 .*2 秒内读不完：电脑可能正忙，请稍后再读一次/);
    await button("再读一次").click();
    await expect.poll(() => lineOf("忙时的 S04"), patient).toMatch(/已收 .*第四中学/);
    expect(await button("再读一次").count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test("two files of one import that say different things of one school: a person decides", async () => {
    await tab(/收文件/);
    await button("清空列表").click();
    await page
      .locator(".q-file")
      .first()
      .waitFor({ state: "detached", ...patient });
    const filled = (school: number) => fill(templates.get("S04") as Uint8Array, { [SHEET]: sheetRows(marksOf(school)) });
    await hand(["a S04.xlsx", filled(8)], ["b S04.xlsx", filled(3)]);
    const line = (own: string) => page.locator(".q-file").filter({ has: page.locator("small", { hasText: `${own} S04.xlsx` }) });
    for (const [own = "", other] of ["ab", "ba"]) {
      await line(own).locator("summary", { hasText: "重复" }).press("Enter");
      await line(own).getByText(`和同一次收的 ${other} S04.xlsx 是同一所学校的，内容不同，哪个都没有收，仍按原来收的`).waitFor(patient);
    }
    // What counts may be chosen, and chosen again.
    for (const own of "ab") {
      await line(own).getByRole("button", { name: "以这个文件为准" }).click();
      await line(own).locator("summary", { hasText: "已收" }).waitFor(patient);
    }
    await says("2 个文件读完：已收 1 个，没有用 1 个。");
    await tab(/看结果/);
    await expectFigures([0, 1, 2, 3]);
  });
});

describe("what is held", () => {
  test("is there again after a reload", async () => {
    const before = await figures();
    await page.reload();
    expect(await figures()).toEqual(before);
    await says("数据存在这台电脑的这个浏览器里");
  });

  test("a school is taken out and put back, and the figures follow", async () => {
    const before = await figures();
    await page.getByText("已收的填报（4）").click();
    await page.getByText("1 处，已说明 1 处").click();
    await expect.poll(() => page.locator(".o-table").getByRole("textbox").inputValue(), patient).toBe("合班上课");
    await button("移除 第二中学").click();
    await says("应填报 4 所，已填报 3 所");
    await expectFigures([0, 2, 3]);
    await button("撤销").click();
    await says("应填报 4 所，已填报 4 所");
    expect(await figures()).toEqual(before);
  });

  test("the bulletin shows one subject over the schools, and the classes of one school", async () => {
    await page.locator("summary", { hasText: "一分三率" }).press("Enter");
    const table = page.locator(".o-tall");
    await table.getByText("第三中学").waitFor(patient);
    await page.getByLabel("学校").selectOption({ label: "第三中学（各班）" });
    await table.getByText("2班").first().waitFor(patient);
    expect(await flaws(page, "#offline")).toEqual([]);
    const rows = readFileSync(await made("存为 .csv", "classes.csv"), "utf8")
      .split("\r\n")
      .slice(0, -1);
    const shown = await table.locator("tbody tr").count();
    expect([rows[0]?.startsWith("\ufeff"), rows.length, rows.some((row) => row.includes("2班"))]).toEqual([true, shown + 1, true]);
    const workbook = await made("保存结果（.xlsx）", "results.xlsx");
    const text = Object.entries(unzipSync(readFileSync(workbook)))
      .map(([, part]) => new TextDecoder().decode(part))
      .join("");
    for (const name of ["第一中学", "第四中学", "达标"]) expect(text).toContain(name);
    const report = unzipSync(readFileSync(await made("生成分析报告 (Word)", "report.docx")));
    expect(Object.keys(report).filter((name) => name.startsWith("word/media/")).length).toBeGreaterThan(0);
    expect(new TextDecoder().decode(report["word/document.xml"])).toContain("第四中学");
  });

  test("goes to another computer as one file, and is the same there; a file of another region is refused", async () => {
    const before = await figures();
    await tab(/^数据/);
    const store = await made("导出全部数据", "store.json");
    expect(readFileSync(store, "utf8")).not.toContain("学生");
    const files = await made(/导出全部填报文件/, "submissions.zip");
    expect(Object.keys(unzipSync(readFileSync(files))).length).toBe(4);
    expect(await flaws(page, "#offline")).toEqual([]);
    await button("清空全部数据").click();
    await button("不清空").click();
    await button("清空全部数据").click();
    await button("确定清空").click();
    await says("三步完成，不用联网");
    await page.getByLabel("打开已有的设置或数据").setInputFiles(store);
    await tab(/看结果/);
    expect(await figures()).toEqual(before);

    const other = JSON.parse(readFileSync(store, "utf8")) as { county: { region: string; name: string } };
    const stranger = join(folder, "stranger.json");
    writeFileSync(stranger, JSON.stringify({ ...other.county, region: "370812" }));
    await tab(/^数据/);
    await page.getByLabel("导入…").setInputFiles(stranger);
    await says(/另一个区划（370812）/);
    await tab(/看结果/);
    expect(await figures()).toEqual(before);
  });

  test("submission files of schools come in like templates", async () => {
    const zip = unzipSync(readFileSync(join(folder, "submissions.zip")));
    await tab(/收文件/);
    await hand(...Object.entries(zip));
    expect((await lines()).every((line) => line.includes("已收"))).toBe(true);
    await says("4 个文件读完，全部已收。");
  });
});

test("on a narrow screen, in both languages, nothing sticks out and axe finds nothing", async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of ["zh", "en"]) {
    if (language === "en") await button("English").click();
    for (const name of [/^1/, /^2/, /^3/, /^4/, /^(数据|Data)/]) {
      await tab(name);
      await page.locator(".q-panel > *").first().waitFor(patient);
      expect([language, String(name), await outgrown(page, "#offline .q-panel"), await flaws(page, "#offline")]).toEqual([
        language,
        String(name),
        [],
        [],
      ]);
    }
  }
  await button("中文").click();
  await page.setViewportSize({ width: 1366, height: 768 });
});

test("the keyboard alone goes through the steps", async () => {
  await tab(/看结果/);
  await page.keyboard.press("ArrowLeft");
  expect(await page.locator("[role=tab][aria-selected=true]").innerText()).toBe("3 收文件");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/选文件/);
});

test("asked nobody, threw nothing, complained of nothing", () => {
  expect(existsSync(join(root, "dist/offline.html"))).toBe(true);
  expect(trouble).toEqual([]);
});
