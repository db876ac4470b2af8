/** The browser of the tests: CHROME_PATH, or a Chromium or Chrome where machines usually keep one. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env.PROGRAMFILES ?? "C:\\Program Files", "Google/Chrome/Application/chrome.exe"),
  join(process.env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)", "Microsoft/Edge/Application/msedge.exe"),
];

export function findChromium(): string | undefined {
  const { CHROME_PATH, PATH = "" } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [CHROME_PATH, ...onPath, ...places, chromium.executablePath()].find((file) => file && existsSync(file));
}

/** Without a sandbox only where Chromium refuses to have one: as root, as in most containers. */
export function launchChromium() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium or Chrome found: set CHROME_PATH");
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}
