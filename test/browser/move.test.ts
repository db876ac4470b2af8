/** A bureau that worked without a server moves into the Worker from the pane: the county's figures are the offline ones, and nothing is overwritten unasked. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Overview, Rollup, Submission, TokenIssued } from "../../shared/contract.ts";
import type { Store } from "../../shared/handin/held.ts";
import { rollupOf } from "../../shared/handin/rollup.ts";
import { add } from "../../shared/handin/store.ts";
import { writeStore } from "../../shared/handin/store-file.ts";
import * as demo from "../tools/demo-county.ts";
import { handed, store as moving } from "../tools/demo-store.ts";
import { submissionOf } from "../tools/demo-submissions.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";

const patient = { timeout: 120_000 };

/** The county of the demo server, where all but 第三中学 have submitted the final exam. In the file 第二中学 has another content for it. */
const differing: Store = add(moving, handed("2025-final", "S02", 2, submissionOf(4, "S02", "第二中学")));

let excel: ExcelPane;
let folder: string;
beforeAll(async () => {
  excel = await startExcelPane();
  folder = mkdtempSync(join(tmpdir(), "quality-move-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await excel?.stop();
});

async function openPane(token: string, region: RegExp): Promise<Page> {
  const page = await excel.open([{ name: "Sheet1", cells: [["随手记的"]] }]);
  await page.getByLabel("令牌").fill(token);
  await page.getByRole("button", { name: "连接", exact: true }).click();
  await page.getByText(region).waitFor(patient);
  return page;
}

async function openSettings(token: string): Promise<Page> {
  const page = await openPane(token, /示例县.* · /);
  const settings = page.getByRole("button", { name: "设置" });
  if ((await settings.getAttribute("aria-pressed")) !== "true") await settings.click();
  return page;
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await page.locator('input[type="file"][accept=".json"]').setInputFiles(path);
}

const fileOf = (store: Store) => writeStore(store, { program: "test", made: "2026-11-28T00:00:00.000Z" });
const expectFit = async (page: Page) => expect([await flaws(page, "#pane"), await outgrown(page, "body")]).toEqual([[], []]);
const rollup = (collection: string) => excel.ask<Rollup>("GET", `/collections/${collection}/rollup`, undefined, excel.bureau);

/** Who decided and received it, and when, is of the place where it happened. */
const figuresIn = ({ readings, lineage, ...rest }: Rollup) => ({
  ...rest,
  readings: readings.map(({ decided, ...reading }) => ({ ...reading, why: decided?.why })),
  lineage: lineage.map(({ school, sha256, definitions }) => ({ school, sha256, definitions })),
});

async function expectAsOffline(store: Store, collections: readonly string[]): Promise<void> {
  for (const collection of collections) {
    const here = rollupOf(store, collection, { now: Date.now(), audience: "bureau" });
    expect([collection, figuresIn(await rollup(collection))]).toEqual([collection, figuresIn(here)]);
    expect(here.figures.length).toBeGreaterThan(0);
  }
}

test("a school is not offered it, and files that are none of a county's are refused with the reason", async () => {
  const school = await openSettings(excel.token);
  await school.locator("#q-choices").waitFor(patient);
  expect(await school.getByRole("button", { name: "从离线版移入" }).count()).toBe(0);
  await school.context().close();

  const page = await openSettings(excel.bureau);
  await page.getByRole("button", { name: "从离线版移入…" }).click();
  await page.getByRole("button", { name: "选择导出的文件…" }).waitFor(patient);
  // Above all that is chosen once and long.
  const [entry, choices] = await Promise.all(["#q-move", "#q-choices"].map((id) => page.locator(id).boundingBox()));
  expect(entry?.y).toBeLessThan(choices?.y ?? 0);
  await expectFit(page);
  await choose(page, "other.json", JSON.stringify({ format: "quality-submission" }));
  await page.getByText("不是离线版的全部数据").waitFor(patient);
  await choose(page, "altered.json", fileOf(moving).replace("第二中学", "第五中学"));
  await page.getByText("文件内容与校验值不符").waitFor(patient);
  await choose(page, "region.json", fileOf({ ...moving, county: { ...moving.county, region: "370812", name: "邻县" }, held: [] }));
  await page.getByText("文件是邻县（370812）的").waitFor(patient);
  await page.context().close();
});

test("a bureau with nothing on the server yet finds it where it would look for its figures", async () => {
  const other = "/../370812";
  await excel.ask("PUT", other, { name: "邻县" });
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const { token } = await excel.ask<TokenIssued>("POST", `${other}/tokens`, { role: "bureau", expires });
  const page = await openPane(token, /邻县.* · /);
  await page.getByRole("tab", { name: "汇总" }).click();
  await page.getByRole("button", { name: "从离线版移入…" }).click();
  await page.getByRole("button", { name: "选择导出的文件…" }).waitFor(patient);
  await expectFit(page);
  await page.context().close();
});

test("stopped on the way it says so; done again it ends with the offline figures, and the server's own content stays", async () => {
  const page = await openSettings(excel.bureau);
  await page.getByRole("button", { name: "从离线版移入…" }).click();
  const query = { unit: null, question: null, limit: null, schools: 5, pupils: null, share: null };
  const supposed = { name: "方案1", collection: "2025-final", query, moves: [], choices: [], inputs: [], lifts: [] };
  await choose(page, "county.json", fileOf({ ...differing, scenarios: [supposed] }));
  await page.getByText("文件里有 6 所学校、4 次采集、24 份填报。").waitFor(patient);
  await page.getByText("文件里的 1 个推演方案不移入").waitFor(patient);
  expect(await page.locator(".q-facts").last().innerText()).toMatch(
    /采集\s+新增 3，改动 1，相同 0\s+目标\s+相同\s+口径\s+服务器上的 0 条换成文件里的 1 条/,
  );
  await expectFit(page);

  let held: (() => void) | null = null;
  const stopped = new Promise<void>((resolve) => {
    held = resolve;
  });
  await page.route("**/submissions/S04", async (route) => {
    await stopped;
    await route.abort();
  });
  await page.getByRole("button", { name: "开始移入" }).press("Enter");
  await page.getByText(/正在移入：[1-9]\d* \/ \d+/).waitFor(patient);
  await page.getByRole("button", { name: "停止" }).press("Enter");
  await page.getByText(/没有做完：\d+ 步做了 \d+ 步。/).waitFor(patient);
  (held as (() => void) | null)?.();
  await page.unroute("**/submissions/S04");
  await expectFit(page);

  await page.getByRole("button", { name: "再做一次" }).click();
  await page.getByText(/份没有移入：服务器上是另外的内容/).waitFor(patient);
  const list = await page.locator(".q-plain li").allInnerTexts();
  expect(list).toContain(`${demo.collectionBody.name} · 第二中学`);
  await expectFit(page);
  const final = async () => (await rollup("2025-final")).lineage.find(({ school }) => school === "S02")?.revision;
  expect(await final()).toBe(1);
  await expectAsOffline(differing, ["2024-final", "2025-conditions", "2025-process"]);

  await page.getByRole("button", { name: "用文件里的换掉这 1 份" }).click();
  await page.getByText("移入完成。").waitFor(patient);
  expect(await final()).toBe(2);
  await expectAsOffline(differing, ["2024-final", "2025-final", "2025-conditions", "2025-process"]);
  const { targets, choices } = await excel.ask<Overview>("GET", "", undefined, excel.bureau);
  expect([targets.length, choices.map(({ choice }) => choice)]).toEqual([3, ["80"]]);
  await page.context().close();
});

test("done once more nothing is handed in again; what a school took back meanwhile stays taken back, and is told", async () => {
  await excel.ask("PUT", "/collections/2025-process", { ...processOpen(), closes: null }, excel.bureau);
  await fetch(`${excel.url}api/regions/${demo.region}/collections/2025-process/submissions/S05`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${excel.bureau}`, "idempotency-key": "back" },
  });
  const page = await openSettings(excel.bureau);
  await page.getByRole("button", { name: "从离线版移入…" }).click();
  await choose(page, "county.json", fileOf(differing));
  await page.getByRole("button", { name: "开始移入" }).click();
  await page.getByText("1 份没有移入").waitFor(patient);
  await page.getByText("移入填报 0 份 · 23 份服务器上已有").waitFor(patient);
  const last = () => excel.ask<Submission>("GET", "/collections/2025-process/submissions/S05", undefined, excel.bureau);
  expect((await last()).receipt).toMatchObject({ revision: 2, withdrawn: true });
  await page.getByRole("button", { name: "用文件里的换掉这 1 份" }).click();
  await page.getByText("移入完成。").waitFor(patient);
  expect((await last()).receipt).toMatchObject({ revision: 3, withdrawn: false });
  await page.context().close();
});

function processOpen() {
  const {
    collection: _id,
    choices: _choices,
    ...body
  } = moving.county.collections.find(({ collection }) => collection === "2025-process") as Overview["collections"][number];
  return body;
}
