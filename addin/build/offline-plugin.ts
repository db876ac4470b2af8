/**
 * offline.html: one file that needs neither server nor network. A build inside the build puts script, styles and workers into the page, and
 * its policy allows exactly these and no connection at all.
 */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { initialsPlugin } from "./initials-plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export function offlinePlugin(): Plugin {
  return {
    name: "quality:offline",
    apply: "build",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "offline.html", source: await offlinePage() });
    },
  };
}

/** The page as one text. */
async function offlinePage(): Promise<string> {
  const built = await build({
    configFile: false,
    root: here("../offline"),
    publicDir: false,
    logLevel: "warn",
    plugins: [initialsPlugin(), viteSingleFile({ removeViteModuleLoader: true })],
    worker: { format: "iife", plugins: () => [initialsPlugin()] },
    build: { write: false, target: "es2022", chunkSizeWarningLimit: 8000, rolldownOptions: { input: here("../offline/index.html") } },
  });
  if (!("output" in built)) throw new Error("offline.html: nothing was built");
  const others = built.output.filter(({ fileName }) => fileName !== "index.html").map(({ fileName }) => fileName);
  const page = built.output.find(({ fileName }) => fileName === "index.html");
  if (page?.type !== "asset" || others.length > 0) throw new Error(`offline.html is not one file: ${others.join(", ")}`);
  return withPolicy(String(page.source));
}

/** Only this page's own script and styles, by their hashes; workers are made from texts inside the script. */
function withPolicy(page: string): string {
  const hashes = (tag: string) =>
    [...page.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, "g"))]
      .map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
      .join(" ");
  const policy = [
    "default-src 'none'",
    `script-src ${hashes("script")}`,
    `style-src ${hashes("style")}`,
    "worker-src blob:",
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return page.replace("<head>", () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}
