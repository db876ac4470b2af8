/** Builds dist/ when what it is made from has changed since it was built. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

const sources = ["addin", "shared", "manifest.xml", "package-lock.json"];
const stamp = join(root, ".cache/built");

/** Whether dist/ is up to date, building it if need be. A failing build says what is wrong on standard error. */
export async function built(): Promise<boolean> {
  const now = fingerprint();
  if (existsSync(join(root, "dist/index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return true;
  const vite = join(root, "node_modules/vite/bin/vite.js");
  // A test runner's NODE_ENV would build the pages with React's development half in them.
  const env = { ...process.env, NODE_ENV: "production" };
  const build = spawn(process.execPath, [vite, "build", "--config", "addin/vite.config.ts"], { cwd: root, env, stdio: ["ignore", 2, 2] });
  const status = await new Promise((resolve) => build.on("exit", resolve));
  if (status !== 0) return false;
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

/** Path, size and time of every source: what is deleted or turned back to an older version counts as changed too. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesUnder(join(root, source)))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
