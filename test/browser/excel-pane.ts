/** The task pane's own page, 320 pixels wide, on a fake Excel, against a Worker that holds the demo county. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { TokenIssued } from "../../shared/contract.ts";
import { type FakeBook, type FakeSheet, installExcel } from "../addin/fake-excel.ts";
import { launchChromium } from "../tools/chromium.ts";
import * as county from "../tools/demo-county.ts";
import { loadDemo } from "../tools/load.ts";
import { serve } from "../tools/serve.ts";

declare global {
  /** What test/addin/fake-excel.ts leaves in the page. */
  var fakeBook: FakeBook;
}

export interface ExcelPane {
  readonly url: string;
  readonly browser: Browser;
  /** Tokens of 第三中学 and of the bureau. */
  readonly token: string;
  readonly bureau: string;
  /** A call of the county's API, by the deployment's admin where nobody else is named. */
  ask<T>(method: string, path: string, body?: unknown, as?: string): Promise<T>;
  /** Opens taskpane.html as Excel would, with its objects in place before the page begins; `before` is given the page while it is empty. */
  open(
    sheets: FakeSheet[],
    options?: BrowserContextOptions,
    book?: Partial<FakeBook>,
    before?: (page: Page) => Promise<unknown>,
  ): Promise<Page>;
  /** Connects as 第三中学. */
  connect(page: Page): Promise<void>;
  stop(): Promise<void>;
}

export async function startExcelPane(): Promise<ExcelPane> {
  const served = await serve();
  await loadDemo(served.url, served.adminSecret);
  const ask = async <T>(method: string, path: string, body?: unknown, as = served.adminSecret): Promise<T> => {
    const answer = await fetch(`${served.url}api/regions/${county.region}${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const { token } = await ask<TokenIssued>("POST", "/tokens", { role: "school", school: "S03", expires });
  const bureau = (await ask<TokenIssued>("POST", "/tokens", { role: "bureau", expires })).token;
  const browser = await launchChromium();
  return {
    ...{ url: served.url, browser, token, bureau, ask },
    open: async (sheets, options = {}, book = {}, before) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
      const page = await context.newPage();
      await page.route("**/office/office.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
      await page.addInitScript(installExcel as (given: unknown) => unknown, { sheets, ...book });
      await before?.(page);
      await page.goto(`${served.url}taskpane.html`);
      return page;
    },
    connect: async (page) => {
      await page.getByLabel(/^(令牌|Token)$/).fill(token);
      await page.getByRole("button", { name: /^(连接|Connect)$/ }).click();
      await page.getByText(/示例县.* · 第三中学/).waitFor();
    },
    stop: async () => {
      await browser.close();
      await served.stop();
    },
  };
}
