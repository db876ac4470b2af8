/** Copies what is served as it is: Microsoft's office.js, the icons and the manifest. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const icons = join(root, "addin/icons");
const office = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));

/**
 * Of the 86 MB package, what office.js asks for in an Excel that knows shared runtimes: Windows, Mac and the web;
 * the mapping table is for a plain browser, where the page says to open it in Excel. The license wants the files unmodified.
 * Microsoft's telemetry (telemetry/oteljs_agave.js) is not among them: office.js does without it.
 */
const officeFiles = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];

export function filesPlugin(): Plugin {
  return {
    name: "quality:files",
    generateBundle() {
      const emit = (fileName: string, file: string) => this.emitFile({ type: "asset", fileName, source: readFileSync(file) });
      for (const file of officeFiles) emit(`office/${file}`, join(office, file));
      for (const file of readdirSync(icons)) if (file.endsWith(".png")) emit(`icons/${file}`, join(icons, file));
      emit("manifest.xml", join(root, "manifest.xml"));
    },
  };
}
