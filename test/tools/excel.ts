/** `npm run excel`: the product over https at the address manifest.xml names, and Excel opened with the add-in. Windows and Mac only. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { serveHttps } from "./https.ts";
import { freePort, whyTaken } from "./port.ts";
import { root } from "./root.ts";

/** The address in manifest.xml. */
const port = 8787;

/** Microsoft's own tool puts the add-in into Excel; it is fetched when needed. */
function debugging(verb: "start" | "stop") {
  return spawn("npx", ["--yes", "office-addin-debugging@7", verb, "manifest.xml"], { cwd: root, stdio: "inherit", shell: true });
}

const problem =
  process.platform === "win32" || process.platform === "darwin"
    ? await whyTaken(port)
    : "这里没有 Excel:请在 Windows 或 Mac 上运行。There is no Excel here: run this on Windows or a Mac.";
if (problem) {
  console.error(problem);
  process.exit(1);
}

const behind = await freePort();
const start = spawn(process.execPath, [...process.execArgv, join(root, "test/tools/start.ts")], {
  cwd: root,
  env: { ...process.env, PORT: String(behind) },
  stdio: ["ignore", "pipe", "inherit"],
});
start.on("exit", (code) => process.exit(code ?? 1));
await once(start.stdout, "data");
// The first time, Windows or macOS asks whether to trust this machine's own certificate.
serveHttps(await getHttpsServerOptions(), port, behind);
console.log(`https://localhost:${port}/`);
debugging("start");
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    debugging("stop").on("exit", () => start.kill("SIGTERM"));
  });
