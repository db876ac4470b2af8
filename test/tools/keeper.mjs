// Keeps one command, and ends it with everything it started when whoever asked for it is gone, however that came about:
// our standard input closes with them, even on kill -9. Plain JavaScript, so that it runs under any flags.
import { spawn, spawnSync } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
const windows = process.platform === "win32";
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });
let code = 1;

/** We lead a process group of our own, so this reaches what the command left behind, and us. */
function endAll() {
  if (windows) spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
  else process.kill(-process.pid, "SIGKILL");
  process.exit(code);
}

function stop() {
  child.kill("SIGTERM");
  setTimeout(endAll, 2000);
}

child.on("error", (error) => {
  console.error(error.message);
  process.exit(code);
});
child.on("exit", (status) => {
  code = status ?? 1;
  endAll();
});
process.stdin.on("end", stop).on("error", stop).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
