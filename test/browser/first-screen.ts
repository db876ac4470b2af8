/** What a page has loaded, and how long it took, until something first shows on it. */
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";

declare global {
  /** Milliseconds from the page's beginning until each of SCREENS was there. */
  var firstShown: Record<string, number>;
}

/** A row of 核对; the form of somebody who is not connected. */
export const SCREENS = { check: ".q-row", connect: "form input" } as const;
export type Screen = keyof typeof SCREENS;

export interface Loaded {
  readonly path: string;
  /** Compressed, in bytes. */
  readonly bytes: number;
}

/** To be called before the page is opened; afterwards tells what was asked for before the screen showed, office.js left out, and when that was. */
export async function watchFirst(page: Page) {
  const answers = new Map<string, Promise<Loaded | null>>();
  page.on("response", (response) => {
    const { pathname, protocol } = new URL(response.url());
    if (/^https?:$/.test(protocol) && !pathname.startsWith("/office/")) answers.set(response.url(), weigh(pathname, response));
  });
  await page.addInitScript(note, SCREENS);
  return async (screen: Screen) => {
    await page.locator(SCREENS[screen]).first().waitFor();
    const { urls, at } = await page.evaluate(before, screen);
    const ours = [page.url(), ...urls].flatMap((url) => answers.get(url) ?? []);
    const loaded = (await Promise.all(ours)).map((one) => {
      if (!one) throw new Error("an answer could not be read again");
      return one;
    });
    return { loaded, at };
  };
}

/** `null`: the page was left before the answer was read. */
async function weigh(path: string, response: Response): Promise<Loaded | null> {
  const body = await response.body().catch(() => null);
  return body && { path, bytes: gzipSync(body).length };
}

// These run inside the page.

function note(screens: Record<string, string>): void {
  globalThis.firstShown = {};
  new MutationObserver(() => {
    for (const [screen, selector] of Object.entries(screens))
      if (!(screen in firstShown) && document.querySelector(selector)) firstShown[screen] = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

function before(screen: string): { urls: string[]; at: number } {
  const at = firstShown[screen] ?? Number.NaN;
  const asked = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < at);
  return { urls: [...new Set(asked.map(({ name }) => name))], at };
}
