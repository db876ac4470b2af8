/** `npm run bench`: how long the main work takes on this machine. Answers are found to agree before a time is printed. */

import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileTimes } from "./files-read.ts";
import type { Kind } from "./marks.ts";
import type { Timed } from "./measure.ts";
import { firstScreens } from "./pane.ts";
import { passRates } from "./passrate.ts";
import { rollups } from "./rollup.ts";
import { summaries } from "./summaryby.ts";
import { templateTimes } from "./templates.ts";
import { dragSteps, lineMoves, plans } from "./whatif.ts";

const ROUNDS = 21;
/** What the issue asks of PASSRATE. */
const MOST = 2;

function show(title: string, timed: readonly Timed[]): void {
  const first = timed[0]?.median ?? Number.NaN;
  console.log(`\n${title}`);
  for (const { name, median, fastest } of timed) {
    const ratio = timed.length > 1 ? `  ${(median / first).toFixed(2)} x` : "";
    console.log(`  ${name.padEnd(34)} median ${median.toFixed(1).padStart(7)} ms  fastest ${fastest.toFixed(1).padStart(7)} ms${ratio}`);
  }
}

const { version } = JSON.parse(readFileSync(new URL("../../node_modules/simple-statistics/package.json", import.meta.url), "utf8")) as {
  version: string;
};
console.log(
  `Node ${process.versions.node}, V8 ${process.versions.v8}, simple-statistics ${version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown"}`,
);
console.log(`medians of ${ROUNDS} rounds, ways taken in turn`);

const kinds: Kind[] = ["half marks", "integers", "tenths", "half marks, 3 % blanks and absences"];
let slow = false;
for (const kind of kinds) {
  const timed = passRates(kind, 1_000_000, ROUNDS);
  show(`1,000,000 marks, ${kind}`, timed);
  const [bare, product] = timed;
  if (bare && product && product.median > MOST * bare.median) slow = true;
}
show("50,000 pupils in 300 schools", summaries(ROUNDS));
for (const timed of rollups(ROUNDS)) show("300 schools x 24 slices", [timed]);
show("a line moved in 300 schools x 9 subjects, every rate before and after", lineMoves(ROUNDS));
for (const timed of dragSteps(ROUNDS)) show("a step of a drag in 推演, 300 schools x 9 subjects", [timed]);
show("a plan over 300 schools, with its runner-up", plans(ROUNDS));
for (const pupils of [500, 3_000]) {
  const { kilobytes, timed, most } = await fileTimes(pupils, ROUNDS);
  show(`a file of ${pupils} pupils and nine subjects, ${kilobytes} KB`, timed);
  console.log(`  reading the .xlsx takes at most ${most.toFixed(1)} MB of memory`);
}
for (const { code, all, ...timed } of await firstScreens(ROUNDS)) {
  show("the task pane opened, nothing cached", [timed]);
  console.log(`  loads ${code.toFixed(1)} KB of scripts and styles, ${all.toFixed(1)} KB in all, compressed`);
}
const { seconds, megabytes, most } = await templateTimes(300);
console.log(
  `\n300 templates of three grades and nine subjects: ${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB, heap at most ${most.toFixed(0)} MB more`,
);
console.log(slow ? `\nPASSRATE takes more than ${MOST} times a bare loop` : `\nPASSRATE takes at most ${MOST} times a bare loop`);
process.exitCode = slow ? 1 : 0;
