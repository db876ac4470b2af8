/** `npm run icons`: draws addin/icons/icon.svg in the sizes the manifest names. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./chromium.ts";

const folder = fileURLToPath(new URL("../../addin/icons/", import.meta.url));
const svg = readFileSync(`${folder}icon.svg`, "utf8");
const browser = await launchChromium();
const page = await browser.newPage();
for (const size of [16, 32, 64, 80]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  writeFileSync(`${folder}icon-${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
