/** Runs the Worker on this machine with wrangler: without login, telemetry, update notices, or warnings. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { root } from "./root.ts";

export interface RunningWorker {
  readonly url: string;
  /** The process group of everything that runs, for whoever wants to kill it. */
  readonly group: number | undefined;
  /** Resolves once nothing of it is left and the port is free. */
  stop(): Promise<void>;
  /** Resolves when it has ended, wanted or not. */
  readonly ended: Promise<void>;
}

/** Wrangler asks nobody anything. */
export const offline = { WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false" };

const quiet = {
  ...offline,
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_LOG: "warn",
  X_LOCAL_OBSERVABILITY: "false",
  X_LOCAL_EXPLORER: "false",
  CI: "1",
};

/** Starts it and waits until it is healthy. `vars` names a file in place of .dev.vars. Rejects with what wrangler said. */
export async function startWorker(port: number, state: string, vars?: string): Promise<RunningWorker> {
  const url = `http://localhost:${port}/`;
  const keeper = spawn(process.execPath, [join(root, "test/tools/keeper.mjs"), ...command(port, state, vars)], {
    cwd: root,
    detached: true,
    windowsHide: true,
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...quiet, WRANGLER_LOG_PATH: join(state, "logs"), WRANGLER_REGISTRY_PATH: join(state, "registry") },
  });
  const ended = new Promise<void>((resolve) => keeper.on("exit", () => resolve(endGroup(keeper.pid))));
  const stop = () => {
    keeper.stdin?.end();
    return ended;
  };

  let held = "";
  const hold = (text: string) => {
    held = (held + text).slice(-20_000);
  };
  let hear = hold;
  for (const stream of [keeper.stdout, keeper.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => hear(text));

  if (!(await healthy(url, keeper, 90_000))) {
    await stop();
    throw new Error(stripVTControlCharacters(held).trim() || "wrangler did not start, and did not say why");
  }

  // Only trouble makes wrangler speak now. It brings back a runtime that died, but not always the one that listens on the port.
  let checking = false;
  hear = async (text) => {
    process.stderr.write(stripVTControlCharacters(text));
    if (checking) return;
    checking = true;
    if (!(await healthy(url, keeper, 4000))) await stop();
    checking = false;
  };
  return { url, group: keeper.pid, stop, ended };
}

function command(port: number, state: string, vars: string | undefined): string[] {
  const flags = ["--ip", "127.0.0.1", "--port", `${port}`, "--inspector-port", "0", "--show-interactive-dev-session=false"];
  const wrangler = [process.execPath, join(root, "node_modules/wrangler/bin/wrangler.js"), "dev", "--config", join(root, "wrangler.toml")];
  return [...wrangler, ...flags, "--persist-to", state, ...(vars ? ["--env-file", vars] : [])];
}

/** Whether it answers within the time; at once no, when nobody keeps it any more. */
async function healthy(url: string, keeper: ChildProcess, time: number): Promise<boolean> {
  const deadline = Date.now() + time;
  while (Date.now() < deadline && keeper.exitCode === null && keeper.signalCode === null) {
    const signal = AbortSignal.timeout(deadline - Date.now());
    const answer = await fetch(`${url}api/health`, { signal }).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(50);
  }
  return false;
}

/** The keeper ends its group itself; this is for the keeper that was killed. */
function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined && process.platform !== "win32") process.kill(-leader, "SIGKILL");
  } catch {
    // Nobody is left.
  }
}
