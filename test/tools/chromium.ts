/** The browser of the tests: CHROME_PATH, or a Chromium or Chrome where machines usually keep one; else one that is installed here. */
import { join } from "node:path";
import { chromium } from "playwright-core";
import { aptInstall, asRoot, findProgram, run } from "./programs.ts";
import { root } from "./root.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env.PROGRAMFILES ?? "C:\\Program Files", "Google/Chrome/Application/chrome.exe"),
  join(process.env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)", "Microsoft/Edge/Application/msedge.exe"),
];

export const whatToInstall =
  "没有浏览器:请安装 Chromium 或 Chrome,或用 CHROME_PATH 指明。No browser: install Chromium or Chrome, or name one in CHROME_PATH.";

export function findChromium(): string | undefined {
  return findProgram(process.env.CHROME_PATH, names, [...places, chromium.executablePath()]);
}

/** Installs one from Playwright's own download or, where that cannot be reached and we are root, from the distribution. */
export function installChromium(): string | undefined {
  console.error("正在安装 Chromium…… Installing Chromium…");
  const playwright = join(root, "node_modules/playwright-core/cli.js");
  // The packages a browser needs come with it only for root: for anybody else Playwright would ask for a password.
  run(process.execPath, [playwright, "install", ...(asRoot ? ["--with-deps"] : []), "chromium"]);
  if (!findChromium()) aptInstall("chromium", "fonts-noto-cjk");
  return findChromium();
}

/** Without a sandbox only where Chromium refuses to have one: as root, as in most containers. */
export function launchChromium() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(whatToInstall);
  return chromium.launch({ executablePath, args: asRoot ? ["--no-sandbox"] : [] });
}
