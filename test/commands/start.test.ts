/** `npm start` and `npm run reset` as a person uses them, and as nobody should: on a store and a port of their own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Demo, Rollup } from "../../shared/contract.ts";
import { built } from "../tools/build.ts";
import { freePort, whyTaken } from "../tools/port.ts";
import { root } from "../tools/root.ts";

const state = mkdtempSync(join(tmpdir(), "quality-start-"));
let port: number;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  port = await freePort();
  env = { ...process.env, PORT: String(port), QUALITY_STATE: state };
  await built();
});

const running: ChildProcess[] = [];

afterAll(() => {
  for (const npm of running) npm.kill("SIGTERM");
  rmSync(state, { recursive: true, force: true });
});

interface Started {
  readonly npm: ChildProcess;
  readonly output: { stdout: string; stderr: string };
}

/** Runs npm start until it has printed a line: in the background of a script, where shells ignore Ctrl-C and npm must do without them. */
async function start(): Promise<Started> {
  const npm = spawn("sh", ["-c", 'trap "" INT; exec npm --silent start'], { cwd: root, env });
  running.push(npm);
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    npm[name].on("data", (text) => {
      output[name] += text;
    });
  while (!output.stdout.includes("\n") && npm.exitCode === null) await pause(50);
  return { npm, output };
}

function command(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("npm", ["--silent", ...args], { cwd: root, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** Seconds until npm has ended and the port is free. */
async function secondsToStop({ npm }: Started, signal: NodeJS.Signals): Promise<number> {
  const since = Date.now();
  npm.kill(signal);
  while ((npm.exitCode === null && npm.signalCode === null) || (await whyTaken(port))) await pause(50);
  return (Date.now() - since) / 1000;
}

async function rollup(): Promise<Rollup> {
  const url = `http://localhost:${port}/api/`;
  const { tokens }: Demo = await (await fetch(`${url}demo`)).json();
  const answer = await fetch(`${url}regions/370811/collections/2025-final/rollup`, {
    headers: { Authorization: `Bearer ${tokens.viewer}` },
  });
  return await answer.json();
}

describe.skipIf(process.platform === "win32")("npm start", () => {
  test("prints its address and nothing else, with a demo county in which one school is missing; stops when told to; and keeps its store", async () => {
    const first = await start();
    expect(first.output).toEqual({ stdout: `http://localhost:${port}/\n`, stderr: "" });
    const before = await rollup();
    expect(before.coverage).toEqual({ required: 6, submitted: 5, missing: ["S03"] });

    expect(command("start")).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(/^.*in use.*\n$/) });
    expect(command("run", "reset")).toMatchObject({ status: 1, stderr: expect.stringMatching(/^.*running.*\n$/) });
    expect(await secondsToStop(first, "SIGINT")).toBeLessThan(5);
    expect(first.npm.exitCode).toBe(0);

    const second = await start();
    expect(await rollup()).toEqual(before);
    expect(await secondsToStop(second, "SIGTERM")).toBeLessThan(5);
    expect(second.output).toEqual({ stdout: `http://localhost:${port}/\n`, stderr: "" });
  }, 120_000);

  test("leaves nothing behind when npm is killed, and npm run reset empties the store", async () => {
    const third = await start();
    expect(await secondsToStop(third, "SIGKILL")).toBeLessThan(5);
    expect(command("run", "reset")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(existsSync(state)).toBe(false);
  }, 120_000);

  test.each(["127.0.0.1", "::1"])("says in one line that somebody else has the port, at %s", async (host) => {
    const other = createServer();
    const listening = await new Promise((resolve) => other.on("error", () => resolve(false)).listen(port, host, () => resolve(true)));
    // A machine without IPv6 has no ::1.
    if (listening) {
      const { status, stdout, stderr } = await new Promise<ReturnType<typeof command>>((resolve) => {
        const npm = spawn("npm", ["--silent", "start"], { cwd: root, env });
        let said = "";
        npm.stderr.on("data", (text) => {
          said += text;
        });
        npm.on("exit", (code) => resolve({ status: code, stdout: "", stderr: said }));
      });
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toMatch(new RegExp(`^.*Port ${port} is in use.*\n$`));
    }
    other.close();
  });
});
