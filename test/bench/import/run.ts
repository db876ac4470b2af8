/**
 * `npm run bench:import`: 300 filled templates of 500 pupils and nine subjects go into the offline page, opened from a file: address with the
 * network off; then they are added up and 推演 is opened on them. Prints how long each took, the longest task of the page and the memory of its
 * process, after the figures were found to be those of an independent count.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { built } from "../../tools/build.ts";
import { launchChromium } from "../../tools/chromium.ts";
import { root } from "../../tools/root.ts";
import { counted, countyOfSchools, PUPILS, SUBJECTS } from "./county.ts";
import { filledFiles } from "./files.ts";

const SCHOOLS = Number(process.argv[2] ?? 300);
/** What the issue asks: seconds, and milliseconds of the longest task. */
const [MOST_SECONDS, MOST_TASK] = [60, 200];

const county = countyOfSchools(SCHOOLS);
const folder = await filledFiles(county);
if (!(await built())) throw new Error("the build failed");

const place = mkdtempSync(join(tmpdir(), "quality-import-"));
const browser = await launchChromium();
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.setOffline(true);
  const page = await context.newPage();
  await page.addInitScript(watchTasks);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(root, "dist/offline.html")).href);

  writeFileSync(join(place, "county.json"), JSON.stringify({ ...county, parent: null, role: "bureau", school: null }));
  await page.getByLabel("打开已有的设置或数据").setInputFiles(join(place, "county.json"));
  await page.getByRole("tab", { name: /收文件/ }).click();
  const files = readdirSync(folder).map((name) => join(folder, name));
  await page.evaluate("tasks.length = 0");
  const began = performance.now();
  await page.getByLabel("选文件…").setInputFiles(files);
  // All are taken; of each it is asked whether its class of five is one.
  await page.getByText(`${SCHOOLS} 个文件读完：已收 0 个，待说明 ${SCHOOLS} 个（数已计入）。`).waitFor({ timeout: 600_000 });
  const seconds = (performance.now() - began) / 1000;
  const importing = await longest(page);

  await page.getByRole("tab", { name: /看结果/ }).click();
  const adding = performance.now();
  await page.getByText(`已填报 ${SCHOOLS} 所`).first().waitFor({ timeout: 120_000 });
  await page.locator(".q-figures").first().waitFor({ timeout: 120_000 });
  const rollup = (performance.now() - adding) / 1000;
  const reading = await longest(page);
  const wrong = await differences(page);
  await page.getByRole("tab", { name: /推演/ }).click();
  const opening = performance.now();
  await page.locator(".w-body").waitFor({ timeout: 120_000 });
  const supposing = (performance.now() - opening) / 1000;
  // Which schools a plan would take is worked out after.
  await page.waitForTimeout(3000);
  const whatif = await longest(page);

  const outside = requests.filter((url) => !/^(file|blob|data):/.test(url));
  console.log(`${SCHOOLS} files of ${PUPILS} pupils x ${SUBJECTS.length} subjects, ${cpus().length} x ${cpus()[0]?.model ?? "unknown"}`);
  console.log(`  imported in ${seconds.toFixed(1)} s, longest task of the page ${importing.toFixed(0)} ms`);
  console.log(`  rollup on the screen after ${rollup.toFixed(1)} s, longest task ${reading.toFixed(0)} ms`);
  console.log(`  推演 on the screen after ${supposing.toFixed(1)} s, longest task ${whatif.toFixed(0)} ms`);
  console.log(`  the page with its workers: ${spent()}`);
  console.log(`  requests to anywhere: ${outside.length}; figures unlike the independent count: ${wrong.length}`);
  for (const one of wrong) console.log(`    ${one}`);
  const fine = seconds <= MOST_SECONDS && Math.max(importing, reading, whatif) <= MOST_TASK && wrong.length === 0 && outside.length === 0;
  process.exitCode = fine ? 0 : 1;
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}

/** The mean and the pass rate of each subject on the screen, beside those counted one by one. */
async function differences(page: Page): Promise<string[]> {
  const rows = await page.locator(".q-figures tbody tr").allInnerTexts();
  return counted(SCHOOLS).flatMap(({ subject, sat, halves, passed }) => {
    const row = rows.find((text) => text.startsWith(subject)) ?? "";
    const shown = [(halves / 2 / sat).toFixed(2), ((100 * passed) / sat).toFixed(1)];
    return shown.every((text) => row.split(/\s+/).includes(text))
      ? []
      : [`${subject}: ${row.replaceAll(/\s+/g, " ")} has not ${shown.join(", ")}`];
  });
}

async function longest(page: Page): Promise<number> {
  // The observer is told of a task a moment after it has ended.
  await page.waitForTimeout(500);
  const tasks = (await page.evaluate("tasks.splice(0)")) as number[];
  return Math.max(0, ...tasks);
}

/**
 * Of the largest renderer of this run: the most memory it ever held, in MB, and the processor time it took with all its workers, in seconds
 * (on a busy machine that says more than the clock). As Linux keeps them; elsewhere there are no such figures.
 */
function spent(): string {
  if (process.platform !== "linux") return "memory and processor time unknown";
  const list = execFileSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" }).split("\n").slice(1);
  const all = list.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const parents = new Map(all.map(([pid, parent]) => [pid, parent]));
  const isOurs = (pid: string | undefined): boolean => pid !== undefined && (pid === String(process.pid) || isOurs(parents.get(pid)));
  const renderers = all.flatMap(([pid, , args]) => (args?.includes("--type=renderer") && isOurs(pid) ? [pid] : []));
  const figures = renderers.map((pid) => {
    const memory = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
    // After the name in brackets: state is the 3rd field, user and system time the 14th and 15th, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { memory, seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
  });
  const [most] = figures.sort((a, b) => b.memory - a.memory);
  return `at most ${most?.memory.toFixed(0)} MB, ${most?.seconds.toFixed(1)} s of processor time`;
}

/** Runs inside the page: every task over 50 ms, by its length. */
function watchTasks(): void {
  const tasks: number[] = [];
  Object.assign(globalThis, { tasks });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });
}
