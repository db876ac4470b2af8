/** /templates in Chromium: a county's templates as one archive, a school's own, and for a viewer the reason why there are none. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CollectionBody, SchoolBody, TokenIssued } from "../../shared/contract.ts";
import { launchChromium } from "../tools/chromium.ts";
import * as county from "../tools/demo-county.ts";
import { runPython, withoutOpenpyxl } from "../tools/openpyxl.ts";
import { type Served, serve } from "../tools/serve.ts";
import { flaws, outgrown } from "./fitness.ts";

const patient = { timeout: 120_000 };
const SCHOOLS = 300;

let served: Served;
let browser: Browser;
let folder: string;
const tokens: Record<"bureau" | "viewer" | "S007", string> = { bureau: "", viewer: "", S007: "" };
const trouble: string[] = [];

/** Of the 300 schools two have no grade of the exam, and one is not asked. */
const schools = Array.from({ length: SCHOOLS }, (_, at): { school: string } & SchoolBody => ({
  school: `S${String(at + 1).padStart(3, "0")}`,
  name: `示例第${at + 1}中学`,
  stages: at < 2 ? ["primary"] : ["junior"],
  setting: null,
  type: null,
  groups: [],
}));
const required = schools.filter(({ school }) => school !== "S300").map(({ school }) => school);
const processIndicators: CollectionBody = {
  ...county.collectionBody,
  ...{ name: "2025 年过程指标", form: "indicators", period: "2025", exam: null },
  indicators: ["teacher.backbone.share", "rank.city.junior"],
};

beforeAll(async () => {
  served = await serve();
  const ask = async <T>(method: string, path: string, body: unknown, as: string): Promise<T> => {
    const answer = await fetch(`${served.url}api/regions/${county.region}${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  const admin = served.adminSecret;
  await ask("PUT", "", county.regionBody, admin);
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const issue = async (body: object) => (await ask<TokenIssued>("POST", "/tokens", { ...body, expires }, admin)).token;
  tokens.bureau = await issue({ role: "bureau" });
  await ask("POST", "/schools", { schools }, tokens.bureau);
  await ask("PUT", "/collections/2025-process", processIndicators, tokens.bureau);
  await ask("PUT", `/collections/${county.collection}`, { ...county.collectionBody, required }, tokens.bureau);
  tokens.viewer = await issue({ role: "viewer" });
  tokens.S007 = await issue({ role: "school", school: "S007" });
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), "quality-templates-"));
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The page of somebody who has a token, watched; a demo county's people are not asked here. */
async function openAs(who: keyof typeof tokens, width = 1366): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width, height: 768 }, acceptDownloads: true });
  const page = await context.newPage();
  page.on(
    "request",
    (request) =>
      new URL(request.url()).origin === new URL(served.url).origin ||
      /^(blob|data):/.test(request.url()) ||
      trouble.push(`asked ${request.url()}`),
  );
  page.on("pageerror", (error) => trouble.push(`threw ${error.message}`));
  await page.route("**/api/demo", (route) =>
    route.fulfill({
      status: 404,
      contentType: "application/json",
      body: '{"status":404,"reason":"route-unknown","words":{"zh":"没有","en":"none"}}',
    }),
  );
  await page.goto(`${served.url}templates`);
  await page.getByLabel("令牌").waitFor(patient);
  expect([who, await flaws(page, "#templates"), await outgrown(page, "#templates")]).toEqual([who, [], []]);
  await page.getByLabel("令牌").fill(tokens[who]);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByText("已连接").waitFor(patient);
  return { page, context };
}

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent("download", patient), press()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

/** What Python's zipfile and openpyxl make of an archive of workbooks: the names, and what some of them say of themselves. */
const READ = `
import io, json, sys, zipfile, openpyxl
archive = zipfile.ZipFile(sys.argv[1])
told = {}
for name in sys.argv[2:]:
    book = openpyxl.load_workbook(io.BytesIO(archive.read(name)))
    told[name] = {str(row[0].value): row[1].value for row in book['模板信息'].iter_rows() if len(row) > 1}
print(json.dumps(dict(broken=archive.testzip(), names=archive.namelist(), told=told)))
`;
/** The exam's name as a part of a file's. */
const EXAM = "2024-2025_学年第二学期九年级期末(示例)";

interface ReadArchive {
  readonly broken: string | null;
  readonly names: readonly string[];
  readonly told: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

test("the templates of all schools come as one archive that another program opens, each the school's own", async () => {
  const { page, context } = await openAs("bureau");
  await page.getByRole("button", { name: "要填 297" }).waitFor();
  expect([await flaws(page, "#templates"), await outgrown(page, "#templates")]).toEqual([[], []]);
  const { name, path } = await saved(page, () => page.getByRole("button", { name: "生成 297 所学校的模板" }).click());
  await page.getByText("已生成 297 个模板").waitFor(patient);
  expect(name).toMatch(/^2024-2025_学年.*_\d{4}-\d\d-\d\d\.zip$/);
  const file = (at: number) => `S${String(at).padStart(3, "0")}_示例第${at}中学_${EXAM}.xlsx`;
  if (!withoutOpenpyxl) {
    const { broken, names, told } = JSON.parse(runPython(READ, [path, file(3), file(150)])) as ReadArchive;
    expect(broken).toBeNull();
    expect([...names].sort()).toEqual(Array.from({ length: 297 }, (_, at) => file(at + 3)));
    for (const at of [3, 150])
      expect(told[file(at)]).toMatchObject({
        区划: county.region,
        学校代码: file(at).slice(0, 4),
        学校名称: `示例第${at}中学`,
        采集: "2025-final",
      });
  }
  await context.close();
});

test("stopping ends it, leaves no file, and it can begin anew", async () => {
  const { page, context } = await openAs("bureau");
  const files: string[] = [];
  page.on("download", (download) => files.push(download.suggestedFilename()));
  await page.getByRole("button", { name: "生成 297 所学校的模板" }).press("Enter");
  await page.getByText(/正在生成：[1-9]\d* \/ 297/).waitFor(patient);
  expect(await page.getByRole("button", { name: "下载示例第9中学的模板" }).isDisabled()).toBe(true);
  expect(await flaws(page, "#templates")).toEqual([]);
  await page.getByRole("button", { name: "停止" }).press("Enter");
  await page.getByText("已停止，没有保存文件。").waitFor();
  await page.getByLabel("搜学校").fill("第9中");
  const { name } = await saved(page, () => page.getByRole("button", { name: "下载示例第9中学的模板" }).press("Enter"));
  expect([name, files]).toEqual([`S009_示例第9中学_${EXAM}.xlsx`, [name]]);
  await context.close();
});

test("the list tells who has nothing to fill in and why, and is searched by name and code", async () => {
  const { page, context } = await openAs("bureau", 320);
  await page.getByRole("button", { name: "不用填 3" }).click();
  const rows = page.locator(".q-rows li");
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringContaining("没有示例第1中学所办学段的试卷，不用填。"),
    expect.stringContaining("没有示例第2中学所办学段的试卷，不用填。"),
    expect.stringContaining("这次采集没有要求填报"),
  ]);
  expect([await flaws(page, "#templates"), await outgrown(page, "#templates")]).toEqual([[], []]);
  await page.getByLabel("搜学校").fill("s2");
  await page.getByRole("button", { name: "要填 100" }).click();
  expect(await rows.count()).toBe(100);
  await page.getByLabel("搜学校").fill("没有这所");
  await page.getByText("没有这样的学校。").waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("There is no such school.").waitFor();
  expect([await page.title(), await outgrown(page, "#templates"), await flaws(page, "#templates")]).toEqual([
    "Templates · QUALITY",
    [],
    [],
  ]);
  await context.close();
});

test("what only the county can report has a template of its own, in the bureau's list alone", async () => {
  const { page, context } = await openAs("bureau");
  await page.getByLabel("采集").selectOption("2025-process");
  await page.getByLabel("搜学校").fill(county.region);
  const { name } = await saved(page, () => page.getByRole("button", { name: `下载${county.regionBody.name}的模板` }).click());
  expect(name).toBe(`370811_${county.regionBody.name}_2025_年过程指标.xlsx`);
  await context.close();
});

describe("who may not have all", () => {
  test("a school sees its own template and no other school", async () => {
    const { page, context } = await openAs("S007", 320);
    await page.getByRole("heading", { name: "本校的填报模板" }).waitFor();
    expect(await page.locator(".q-rows").count()).toBe(0);
    expect(await page.locator("body").innerText()).not.toMatch(/示例第(?!7中学)\d+中学/);
    expect([await flaws(page, "#templates"), await outgrown(page, "#templates")]).toEqual([[], []]);
    const { name } = await saved(page, () => page.getByRole("button", { name: "下载示例第7中学的模板" }).click());
    expect(name).toBe(`S007_示例第7中学_${EXAM}.xlsx`);
    await context.close();
  });

  test("a viewer is told why there is none", async () => {
    const { page, context } = await openAs("viewer");
    await page.getByText("查看者不填报，这里没有可下载的模板。").waitFor();
    expect(await page.getByRole("button", { name: /模板/ }).count()).toBe(0);
    expect(await flaws(page, "#templates")).toEqual([]);
    await context.close();
  });
});

test("beside the playground a newcomer is somebody of the demo county at once", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.url}templates`);
  await page.getByLabel("以谁的身份试用").selectOption("S011");
  await page.getByRole("button", { name: "下载示例第11中学的模板" }).waitFor(patient);
  await page.close();
  expect(trouble).toEqual([]);
});
