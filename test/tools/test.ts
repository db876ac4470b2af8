/**
 * `npm test`: type check, lint, and every suite; the last line counts them together. `npm test -- kernel` runs only the test files
 * with that word in their path. A suite that crashes, or finds nothing to test, counts as failed.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { built } from "./build.ts";
import { findChromium, installChromium, whatToInstall } from "./chromium.ts";
import { root } from "./root.ts";
import { offline } from "./worker.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What of vitest's report is counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const suites = ["unit", "worker", "worker-process", "browser"];
const words = process.argv.slice(2);
const one = { passed: 1, failed: 0, skipped: 0 };
const fault = { passed: 0, failed: 1, skipped: 0 };
const counts: Count[] = [];

function node(script: string, args: string[]): boolean {
  const path = join(root, "node_modules", script);
  return (
    spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: ["ignore", 1, 2], env: { ...process.env, ...offline } }).status === 0
  );
}

function check(name: string, script: string, args: string[]): Count {
  const fine = node(script, args);
  console.log(`${fine ? "✓" : "✗"} ${name}`);
  return fine ? one : fault;
}

function runSuite(suite: string): Count {
  const file = join(root, `.cache/test/${suite}.json`);
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const pass = words.length > 0 ? ["--passWithNoTests"] : [];
  const fine = node("vitest/vitest.mjs", ["run", "--config", "test/vitest.config.ts", "--project", suite, ...reporters, ...pass, ...words]);
  try {
    return counted(JSON.parse(readFileSync(file, "utf8")), fine);
  } catch {
    console.error(`${suite}: the suite ended without a report`);
    return fault;
  }
}

/** A file that could not even be loaded has no tests to count, and an error outside every test fails none: each is a failure. */
function counted(report: Report, fine: boolean): Count {
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const empty = count.passed + count.failed + count.skipped === 0 && words.length === 0;
  return count.failed === 0 && (!fine || empty) ? { ...count, failed: 1 } : count;
}

/** Without a browser its suite fails where nothing may be skipped silently, and is counted as skipped elsewhere. */
function withoutBrowser(): Count {
  console.error(whatToInstall);
  return process.env.CI ? fault : { passed: 0, failed: 0, skipped: 1 };
}

mkdirSync(join(root, ".cache/test"), { recursive: true });
if (words.length === 0) {
  counts.push(check("type check", "typescript/bin/tsc", ["-b"]));
  counts.push(check("lint", "@biomejs/biome/bin/biome", ["ci", "--colors=off", "--config-path=test/tools/biome.json", "."]));
}
if (!(await built())) counts.push(fault);
for (const suite of suites) {
  const browserless = suite === "browser" && !(findChromium() ?? installChromium());
  counts.push(browserless ? withoutBrowser() : runSuite(suite));
}
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
