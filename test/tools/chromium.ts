/** The browser of the tests: CHROME_PATH, or a Chromium or Chrome where machines usually keep one; else one that is installed here. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
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
  const { CHROME_PATH, PATH = "" } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [CHROME_PATH, ...onPath, ...places, chromium.executablePath()].find((file) => file && existsSync(file));
}

/** Installs one from Playwright's own download or, where that cannot be reached and we are root, from the distribution. */
export function installChromium(): string | undefined {
  console.error("正在安装 Chromium…… Installing Chromium…");
  const asRoot = process.getuid?.() === 0;
  const playwright = join(root, "node_modules/playwright-core/cli.js");
  // The packages a browser needs come with it only for root: for anybody else Playwright would ask for a password.
  run(process.execPath, [playwright, "install", ...(asRoot ? ["--with-deps"] : []), "chromium"]);
  if (!findChromium() && asRoot && run("apt-get", ["update"])) run("apt-get", ["install", "-y", "chromium", "fonts-noto-cjk"]);
  return findChromium();
}

/** Without a sandbox only where Chromium refuses to have one: as root, as in most containers. */
export function launchChromium() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(whatToInstall);
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "ignore"], timeout: 600_000 }).status === 0;
}
