/** The pictures on a page of their own, under the offline page's policy and with no network: what a test needs to press, drag and look at them. */
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "vite";
import { initialsPlugin } from "../../addin/build/initials-plugin.ts";

const ORIGIN = "http://pictures.test";
/** As strict as offline.html: own script and style, images from the page itself, no connection. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'";

interface Files {
  readonly script: string;
  readonly style: string;
}

export async function buildPicturesPage(): Promise<Files> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [initialsPlugin()],
    build: {
      write: false,
      target: "es2022",
      cssCodeSplit: false,
      lib: { entry: fileURLToPath(new URL("pictures-shown.ts", import.meta.url)), formats: ["es"], fileName: "page" },
    },
  });
  const output = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const script = output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  const style = output.map((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? String(file.source) : "")).join("");
  return { script, style };
}

export interface ShownPage {
  readonly page: Page;
  /** What the page complained of, or asked the network for. */
  readonly trouble: readonly string[];
}

/** `what` and the language choose what the page shows (pictures-shown.ts). */
export async function openPictures(
  browser: Browser,
  { script, style }: Files,
  what: string,
  lang: "zh-CN" | "en",
  options: BrowserContextOptions = {},
): Promise<ShownPage> {
  const context = await browser.newContext({ viewport: { width: 320, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Pictures</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"></head><body><main id="here"></main><script type="module" src="/page.js"></script></body></html>`;
  const files: Readonly<Record<string, readonly [string, string]>> = {
    "/": ["text/html; charset=utf-8", html],
    "/page.js": ["text/javascript; charset=utf-8", script],
    "/page.css": ["text/css; charset=utf-8", style],
  };
  await page.route("**/*", (route) => {
    const file = files[new URL(route.request().url()).pathname];
    if (!file) {
      trouble.push(`asked ${route.request().url()}`);
      return route.abort();
    }
    return route.fulfill({ contentType: file[0], body: file[1], headers: { "content-security-policy": POLICY } });
  });
  await page.goto(`${ORIGIN}/?${what}`);
  return { page, trouble };
}
