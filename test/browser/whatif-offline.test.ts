/** 推演 on the offline page, opened from a file with the network off: the same answers, of the files that were taken, and 方案 kept there. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonical, inOrder, sha256 } from "../../shared/canonical.ts";
import type { SubmissionBody } from "../../shared/contract.ts";
import { newStore } from "../../shared/handin/store.ts";
import { writeStore } from "../../shared/handin/store-file.ts";
import { county, definitions, resources } from "../handin/bodies.ts";
import { built } from "../tools/build.ts";
import { launchChromium } from "../tools/chromium.ts";
import * as demo from "../tools/demo-county.ts";
import { conditionsOf } from "./conditions.ts";
import { flaws, outgrown } from "./fitness.ts";
import { onOffline, openOffline } from "./offline-page.ts";
import { bestOf, passing, sent, shareAtLeast } from "./whatif-county.ts";

const at = "2025-07-01T08:00:00.000Z";

const heldOf = (school: string, collection: string, body: SubmissionBody) => ({
  ...{ school, collection, revision: 1, body: inOrder(body), sha256: sha256(canonical(body)) },
  ...{ queries: [], made: at, file: `${school}.json` },
});

/** The demo county as somebody else exported it. */
function storeText(): string {
  const held = [
    ...sent.map(({ school, body }) => heldOf(school, demo.collection, body)),
    heldOf("S01", resources.collection, conditionsOf(definitions, 7)),
    heldOf("S02", resources.collection, conditionsOf(definitions, 10)),
  ];
  return writeStore({ ...newStore(county, at), held }, { program: "test", made: at });
}

let browser: Browser;
let page: Page;
let folder: string;
const trouble: string[] = [];
const best = bestOf(80, 2);
const { tab, says, made } = onOffline(
  () => page,
  () => folder,
);
const room = () => page.locator(".s-scenarios");
const unfit = async () => [...(await outgrown(page, ".s-scenarios")), ...(await flaws(page, "#offline"))];

beforeAll(async () => {
  if (!(await built())) throw new Error("the build failed");
  folder = mkdtempSync(join(tmpdir(), "quality-whatif-"));
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await context.setOffline(true);
  context.setDefaultTimeout(90_000);
  page = await openOffline(context, trouble);
  const store = join(folder, "store.json");
  writeFileSync(store, storeText());
  await page.getByLabel("打开已有的设置或数据").setInputFiles(store);
  await tab(/推演/);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const texts = (file: string) =>
  Object.values(unzipSync(readFileSync(file)))
    .map((part) => new TextDecoder().decode(part))
    .join("");

test("a county's data opened from a file: the target missed by all subjects, the best schools, and the plan saved for Excel", async () => {
  await page.getByRole("radio", { name: /初中毕业年级全科合格率/ }).check();
  await page.getByLabel("目标值 ≥").fill("80");
  await page.getByLabel("最多几所学校").fill("2");
  if (!best) throw new Error("no two schools can");
  const headline = () => page.locator(".w-headline").innerText();
  await expect.poll(headline, { timeout: 90_000 }).toMatch(new RegExp(`^${best.schools.length} 所学校共提高 ${best.pupils} 人`));
  expect(await page.locator(".w-plan tbody th").allInnerTexts()).toEqual(best.schools);
  expect(await flaws(page, "#offline")).toEqual([]);
  const download = page.waitForEvent("download");
  await page.locator("section:has(#w-plan)").getByRole("button", { name: "存为 Excel" }).click();
  const file = join(folder, "plan.xlsx");
  await (await download).saveAs(file);
  for (const school of best.schools) expect(texts(file)).toContain(school);
  expect(trouble).toEqual([]);
});

/** What the two columns of the comparison say of all subjects: what is real, and the scenario. */
async function compared(): Promise<string[]> {
  const row = room()
    .getByRole("row", { name: /全科合格率/ })
    .first();
  return (await row.getByRole("cell").allInnerTexts()).map((text) => text.replace(/ %.*$/s, ""));
}

test("the plan is saved as a scenario, compared pupil by pupil, written out, and there after a reload and in the data file", async () => {
  if (!best) throw new Error("no two schools can");
  const rates = [passing.numerator, passing.numerator + best.pupils].map((passed) => passed / passing.denominator);
  const shown = rates.map((rate) => expect.stringMatching(new RegExp(`^${(100 * rate).toFixed(1).replace(".", "\\.")}\\d*$`)));
  await room().getByLabel("方案名").fill("两所学校");
  await room().getByLabel("方案名").press("Enter");
  await says("已保存“两所学校”");
  await room().getByRole("columnheader", { name: "两所学校" }).waitFor();
  expect(await compared()).toEqual(shown);
  expect(await unfit()).toEqual([]);
  const file = join(folder, "compared.xlsx");
  const download = page.waitForEvent("download");
  await room().locator(".s-compare").getByRole("button", { name: "存为 Excel" }).click();
  await (await download).saveAs(file);
  const numbers = [...texts(file).matchAll(/<v>([\d.eE+-]+)<\/v>/g)].map(([, number]) => Number(number));
  for (const rate of rates) expect(numbers.some((one) => Math.abs(one - rate) < 1e-12)).toBe(true);

  await room().getByRole("button", { name: "起草责任书“两所学校”" }).click();
  const draft = page.waitForEvent("download");
  await room().getByRole("button", { name: "生成 Word 草稿" }).click();
  const word = join(folder, "draft.docx");
  await (await draft).saveAs(word);
  for (const said of [best.schools[0] as string, "草稿", "推演方案“两所学校”"]) expect(texts(word)).toContain(said);

  // Removed and taken back; then the page is opened anew.
  await room().getByRole("button", { name: "删除“两所学校”" }).click();
  await room().getByRole("button", { name: "撤销删除" }).click();
  await page.reload();
  await tab(/推演/);
  await room().getByRole("checkbox", { name: "对比“两所学校”" }).check();
  await room().getByRole("columnheader", { name: "两所学校" }).waitFor();
  expect(await compared()).toEqual(shown);
  await room().getByRole("button", { name: "打开“两所学校”" }).click();
  await expect.poll(() => page.getByLabel("目标值 ≥").inputValue()).toBe("80");

  // All data leaves as a file, everything is cleared, and the file brings it back.
  await tab(/数据/);
  const data = await made("导出全部数据", "data.json");
  expect((JSON.parse(readFileSync(data, "utf8")) as { scenarios: { name: string }[] }).scenarios.map(({ name }) => name)).toEqual([
    "两所学校",
  ]);
  await page.getByRole("button", { name: "清空全部数据" }).click();
  await page.getByRole("button", { name: "确定清空" }).click();
  await page.getByLabel("打开已有的设置或数据").setInputFiles(data);
  await tab(/推演/);
  await room().getByText("两所学校").first().waitFor();
  expect(trouble).toEqual([]);
});

test("another choice is supposed with its source: the excellent rate from 80 % of the marks is a recount's, and undone it is real again", async () => {
  const [real, other] = [shareAtLeast("语文", 102), shareAtLeast("语文", 96)];
  const sentence = () => page.locator(".w-sentence output").innerText();
  const others = page.locator(".w-others");
  const key = await others.locator("option", { hasText: /语文优秀率/ }).getAttribute("value");
  await others.selectOption(key);
  await expect.poll(sentence).toContain(real);
  await page.locator(".w-choices summary").click();
  await page.locator(".w-choices").getByText("无统一规定：80%、85%、90% 均有县区使用").waitFor();
  await page.locator(".w-choices").getByLabel("优秀线").selectOption("80");
  await expect.poll(sentence).toContain(`${real} % → ${other} %`);
  await page.getByRole("status").getByText("优秀线为满分的 85% → 优秀线为满分的 80%").waitFor();
  expect(await flaws(page, "#offline")).toEqual([]);
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await expect.poll(sentence).not.toContain("→");
  expect(trouble).toEqual([]);
});

test("of conditions the same page says what a school lacks, tries it, and saves that too; 320 pixels wide, in English", async () => {
  await page.getByRole("button", { name: "English" }).click();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole("combobox", { name: "Collection" }).selectOption(resources.collection);
  const panel = page.locator("#q-panel");
  await panel
    .getByRole("button", { name: /^Try it.* 3 / })
    .first()
    .click();
  await panel.getByText("Supposed, not real data").waitFor();
  // 7 of the 10 that 1000 pupils must have, and three more: the one condition that was missed, and the school as a whole.
  await panel.getByText("2 would be met").waitFor();
  await page.keyboard.press("Control+z");
  await panel.getByText("Real data", { exact: true }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await panel.getByText("2 would be met").waitFor();
  await room().getByLabel("Name").fill("Three teachers");
  await room().getByLabel("Name").press("Enter");
  await room().getByRole("columnheader", { name: "Three teachers" }).waitFor();
  const row = room()
    .getByRole("row", { name: /backbone/i })
    .first();
  expect((await row.getByRole("cell").allInnerTexts()).map((text) => Number.parseFloat(text))).toEqual([0.7, 1]);
  // Long units: the comparison scrolls by itself, and nothing else does.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await flaws(page, "#offline")).toEqual([]);
  // The collection that is looked at is the same on the page of results.
  await page.getByRole("tab", { name: /results/i }).click();
  expect(await page.getByRole("combobox", { name: "Collection" }).inputValue()).toBe(resources.collection);
  expect(trouble).toEqual([]);
});
