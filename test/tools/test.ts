/**
 * `npm test`: type check, lint, and every suite; the last line counts them together. `npm test -- kernel` runs only the test files
 * with that word in their path.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { built } from "./build.ts";
import { findChromium, installChromium, whatToInstall } from "./chromium.ts";
import { type Count, countOf, fault, pass, skip, summary } from "./count.ts";
import { hasWriter, howToGetLibreOffice, installLibreOffice } from "./libreoffice.ts";
import { root } from "./root.ts";
import { offline } from "./worker.ts";

const suites = ["unit", "worker", "product", "browser", "native"];
const words = process.argv.slice(2);
const reports = join(root, ".cache/test");

function node(script: string, args: string[]): boolean {
  const env = { ...process.env, ...offline };
  return (
    spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, stdio: ["ignore", 1, 2], env }).status === 0
  );
}

function check(name: string, script: string, args: string[]): Count {
  const fine = node(script, args);
  console.log(`${fine ? "✓" : "✗"} ${name}`);
  return fine ? pass : fault;
}

function runSuite(suite: string): Count {
  const file = join(reports, `${suite}.json`);
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const some = words.length > 0 ? ["--passWithNoTests", ...words] : [];
  const endedWell = node("vitest/vitest.mjs", ["run", "--config", "test/vitest.config.ts", "--project", suite, ...reporters, ...some]);
  return countOf(existsSync(file) ? readFileSync(file, "utf8") : undefined, endedWell, words.length > 0);
}

/** Without a browser its suite fails where nothing may be skipped silently, and counts as skipped elsewhere. */
function withoutBrowser(): Count {
  console.error(whatToInstall);
  return process.env.CI ? fault : skip;
}

mkdirSync(reports, { recursive: true });
const counts: Count[] = [];
if (words.length === 0) {
  counts.push(check("type check", "typescript/bin/tsc", ["-b"]));
  counts.push(check("lint", "@biomejs/biome/bin/biome", ["ci", "--colors=off", "--config-path=test/tools/biome.json", "."]));
}
if (!(await built())) counts.push(fault);
// It gets itself where it is missing, here rather than in two test files at a time.
await import("./openpyxl.ts");
for (const suite of suites) {
  // Without LibreOffice its tests skip themselves by name, or fail where nothing may be skipped silently.
  if (suite === "native" && !hasWriter() && !installLibreOffice()) console.error(howToGetLibreOffice);
  const browserless = suite === "browser" && !(findChromium() ?? installChromium());
  counts.push(browserless ? withoutBrowser() : runSuite(suite));
}
// Words that no test file bears are a slip of the pen, not a success.
if (counts.every(({ passed, failed, skipped }) => passed + failed + skipped === 0)) counts.push(fault);
console.log(summary(counts));
process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
