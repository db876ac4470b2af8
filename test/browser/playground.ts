/** The playground as a person meets it: typed into with keys, read where it shows. */
import type { Browser, Page } from "playwright-core";
import type {} from "../../addin/playground/grid.ts"; // declares univerAPI

export interface Playground {
  readonly page: Page;
  /** What no page may do: ask another host, break the content security policy, throw, or complain in the console. */
  readonly trouble: readonly string[];
  /** Goes to a cell by the name box and types into it, ended by Enter. */
  type(address: string, text: string): Promise<void>;
  goTo(address: string): Promise<void>;
  /** Address of the selected cell. */
  selected(): Promise<string | undefined>;
  /** What a cell holds; a spilled number to 12 digits. */
  value(address: string): Promise<unknown>;
  values(address: string): Promise<unknown[][]>;
  /** The line under the grid. */
  message(): Promise<string>;
  close(): Promise<void>;
}

/** How long a step may take, in milliseconds, on a machine that has other things to do. */
const PATIENCE = 90_000;

/** Opens the page and waits until its example formulas show results. */
export async function openPlayground(browser: Browser, url: string, query = ""): Promise<Playground> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(PATIENCE);
  const trouble = watch(page, new URL(url).origin);
  await page.goto(`${url}${query}`);
  const playground = onPage(page, trouble);
  const outcome = await page.waitForFunction(openedOrFailed, "L2", { timeout: PATIENCE });
  if ((await outcome.jsonValue()) === "failed") throw new Error(`the spreadsheet did not open: ${trouble.join("; ")}`);
  return playground;
}

export function onPage(page: Page, trouble: readonly string[]): Playground {
  const goTo = async (address: string) => {
    const nameBox = page.locator('[data-u-comp="defined-name"] input').first();
    // An editor that is still closing takes the first Enter for itself.
    for (let tries = 1; ; tries++) {
      await nameBox.fill(address);
      await nameBox.press("Enter");
      const there = await page.waitForFunction(isSelected, address, { timeout: PATIENCE / 6 }).then(
        () => true,
        () => false,
      );
      if (there) return;
      if (tries === 6) throw new Error(`the grid did not go to ${address}`);
    }
  };
  const values = (address: string) => page.evaluate(cellValues, address);
  return {
    page,
    trouble,
    goTo,
    selected: () => page.evaluate(selectedAddress),
    type: async (address, text) => {
      await goTo(address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    values,
    value: async (address) => (await values(address))[0]?.[0],
    message: async () => (await page.locator("#message").textContent()) ?? "",
    close: () => page.close(),
  };
}

function watch(page: Page, origin: string): string[] {
  const trouble: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && protocol !== "data:" && protocol !== "blob:") trouble.push(`asked ${request.url()}`);
  });
  page.on("pageerror", (error) => trouble.push(`threw ${error.message}`));
  page.on("console", (message) => {
    // Nothing submitted yet is a 404 by design, and Chromium reports every 404.
    if (/\/submissions\/[^/]+$/.test(message.location().url)) return;
    trouble.push(`${message.type()}: ${message.text()}`);
  });
  return trouble;
}

// These run inside the page.

export function openedOrFailed(address: string): "opened" | "failed" | undefined {
  if (document.querySelector("#failed:not([hidden])")) return "failed";
  return globalThis.univerAPI?.getActiveWorkbook()?.getActiveSheet().getRange(address).getRawValue() == null ? undefined : "opened";
}

function selectedAddress(): string | undefined {
  return globalThis.univerAPI.getActiveWorkbook()?.getActiveRange()?.getA1Notation();
}

function isSelected(address: string): boolean {
  return globalThis.univerAPI.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === address;
}

function cellValues(address: string): unknown[][] {
  const range = globalThis.univerAPI.getActiveWorkbook()?.getActiveSheet().getRange(address);
  // what a formula spills is not among the raw values
  const shown = range?.getValues() ?? [];
  return (range?.getRawValues() ?? []).map((row, at) => row.map((value, column) => value ?? shown[at]?.[column] ?? null));
}
