/** 推演 on the offline page, opened from a file with the network off: the same answers, of the files that were taken. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
import { canonical, inOrder, sha256 } from "../../shared/canonical.ts";
import { newStore } from "../../shared/handin/store.ts";
import { writeStore } from "../../shared/handin/store-file.ts";
import { county } from "../handin/bodies.ts";
import { built } from "../tools/build.ts";
import { launchChromium } from "../tools/chromium.ts";
import * as demo from "../tools/demo-county.ts";
import { root } from "../tools/root.ts";
import { flaws } from "./fitness.ts";
import { bestOf, sent } from "./whatif-county.ts";

const made = "2025-07-01T08:00:00.000Z";

/** The demo county as somebody else exported it. */
function storeText(): string {
  const held = sent.map(({ school, body }) => ({
    ...{ school, collection: demo.collection, revision: 1, body: inOrder(body), sha256: sha256(canonical(body)) },
    ...{ queries: [], made, file: `${school}.json` },
  }));
  return writeStore({ ...newStore(county, made), held }, { program: "test", made });
}

test("a county's data opened from a file: the target missed by all subjects, the best schools, and the plan saved for Excel", async () => {
  if (!(await built())) throw new Error("the build failed");
  const folder = mkdtempSync(join(tmpdir(), "quality-whatif-"));
  const browser: Browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
    await context.setOffline(true);
    const page = await context.newPage();
    page.setDefaultTimeout(90_000);
    const trouble: string[] = [];
    page.on("pageerror", (error) => trouble.push(`threw ${error.message}`));
    page.on("console", (message) => trouble.push(`${message.type()}: ${message.text()}`));
    await page.goto(pathToFileURL(join(root, "dist/offline.html")).href);
    const store = join(folder, "store.json");
    writeFileSync(store, storeText());
    await page.getByLabel("打开已有的设置或数据").setInputFiles(store);
    await page.getByRole("tab", { name: "推演" }).click();
    await page.getByRole("radio", { name: /初中毕业年级全科合格率/ }).check();
    await page.getByLabel("目标值 ≥").fill("80");
    await page.getByLabel("最多几所学校").fill("2");
    const best = bestOf(80, 2);
    if (!best) throw new Error("no two schools can");
    const headline = () => page.locator(".w-headline").innerText();
    await expect.poll(headline, { timeout: 90_000 }).toMatch(new RegExp(`^${best.schools.length} 所学校共提高 ${best.pupils} 人`));
    expect(await page.locator(".w-plan tbody th").allInnerTexts()).toEqual(best.schools);
    expect(await flaws(page, "#offline")).toEqual([]);
    const download = page.waitForEvent("download");
    await page.locator("section:has(#w-plan)").getByRole("button", { name: "存为 Excel" }).click();
    const file = join(folder, "plan.xlsx");
    await (await download).saveAs(file);
    const text = Object.values(unzipSync(readFileSync(file)))
      .map((part) => new TextDecoder().decode(part))
      .join("");
    for (const school of best.schools) expect(text).toContain(school);
    expect(trouble).toEqual([]);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
