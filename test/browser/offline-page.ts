/** The offline page as a person meets it, opened from a file: address: what is pressed, read, handed in and saved. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Download, Page } from "playwright-core";
import { root } from "../tools/root.ts";

export const patient = { timeout: 30_000 };

/** The page in a window of its own, watched: it may ask nobody, throw nothing and complain of nothing. */
export async function openOffline(context: BrowserContext, trouble: string[]): Promise<Page> {
  const own = await context.newPage();
  own.on("request", (request) => /^(file|blob|data):/.test(request.url()) || trouble.push(`asked ${request.url()}`));
  own.on("pageerror", (error) => trouble.push(`threw ${error.message}`));
  own.on("console", (message) => trouble.push(`${message.type()}: ${message.text()}`));
  await own.goto(pathToFileURL(join(root, "dist/offline.html")).href);
  return own;
}

/** What is done on the page that is open; files go to and come from the folder. */
export function onOffline(page: () => Page, folder: () => string) {
  const tab = (name: RegExp) => page().getByRole("tab", { name }).click();
  const says = (text: string | RegExp) => page().getByText(text).first().waitFor(patient);
  const button = (name: string | RegExp) => page().getByRole("button", { name });
  const saved = async (download: Promise<Download>, name: string): Promise<string> => {
    const path = join(folder(), name);
    await (await download).saveAs(path);
    return path;
  };
  /** Clicks, and waits for the file that comes of it. */
  const made = async (name: string | RegExp, as: string): Promise<string> => {
    const download = page().waitForEvent("download", patient);
    await button(name).first().click();
    return saved(download, as);
  };
  const hand = async (...files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<void> => {
    const paths = files.map(([name, bytes]) => {
      const path = join(folder(), name);
      writeFileSync(path, bytes);
      return path;
    });
    const before = await page().locator(".q-file").count();
    await page().getByLabel("选文件…").setInputFiles(paths);
    await says(`${before + files.length} 个文件读完`);
  };
  /** Drags files or folders in, as the browser's own drag hands them over. */
  const drop = async (...names: readonly string[]): Promise<void> => {
    const zone = page().locator(".q-drop");
    const box = await zone.boundingBox();
    if (!box) throw new Error("nowhere to drop");
    const session = await page().context().newCDPSession(page());
    const data = { items: [], files: names.map((name) => join(folder(), name)), dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await session.send("Input.dispatchDragEvent", { type, x: box.x + 100, y: box.y + 40, data });
  };
  /** The lines of the import: state, school and all that is said, as shown. */
  const lines = () => page().locator(".q-file-head").allInnerTexts();
  const lineOf = async (name: string) => (await lines()).find((line) => line.includes(name))?.replaceAll(/\s+/g, " ") ?? "";
  /** Mean and pass rate of each subject as the county's table shows them. */
  const figures = async (): Promise<Record<string, string[]>> => {
    await page().locator(".q-figures tbody tr").first().waitFor(patient);
    const rows = await page().locator(".q-figures tbody tr").allInnerTexts();
    return Object.fromEntries(rows.map((row) => row.trim().split(/\s+/)).map(([subject = "", ...cells]) => [subject, cells]));
  };
  /** A computer on which three seconds pass between two looks at the clock, for whichever worker begins next. */
  const busy = () =>
    page().evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (source: Blob) => {
        URL.createObjectURL = make;
        const slow = "{ const now = performance.now.bind(performance); let looks = 0; performance.now = () => now() + 3000 * looks++; }";
        return make(new Blob([slow, source], { type: source.type }));
      };
    });
  return { tab, says, button, made, hand, drop, lines, lineOf, figures, busy };
}
