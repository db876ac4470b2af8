/** The guard before `npm start` and `npm test`, in a folder of its own with an npm that only notes that it was called. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "../tools/root.ts";

let folder: string;
const inside = (path: string) => join(folder, path);
const lockOf = (version: string) =>
  JSON.stringify({ packages: { "": {}, "node_modules/hono": { version }, "node_modules/mac": { version, optional: true } } });
const installedOf = (version: string) => JSON.stringify({ packages: { "node_modules/hono": { version } } });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quality-install-"));
  for (const name of ["test/tools", "bin"]) mkdirSync(inside(name), { recursive: true });
  cpSync(join(root, "test/tools/install.mjs"), inside("test/tools/install.mjs"));
  writeFileSync(inside("package-lock.json"), lockOf("1.0.0"));
  npmDoes("mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json");
});

afterEach(() => rmSync(folder, { recursive: true }));

function npmDoes(what: string): void {
  writeFileSync(inside("bin/npm"), `#!/bin/sh\necho "$@" >> calls\n${what}\n`);
  chmodSync(inside("bin/npm"), 0o755);
}

/** Runs the guard; tells its exit code, what it said, and how often npm was called so far. */
function guard(pretending?: { platform: string; node: string }) {
  const pretence = pretending
    ? `Object.defineProperty(process,"platform",{value:"${pretending.platform}"});Object.defineProperty(process,"versions",{value:{node:"${pretending.node}"}})`
    : "";
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${pretence}`, inside("test/tools/install.mjs")],
    {
      env: { ...process.env, PATH: [inside("bin"), process.env.PATH].join(delimiter) },
      encoding: "utf8",
    },
  );
  const calls = existsSync(inside("calls")) ? readFileSync(inside("calls"), "utf8").trim().split("\n") : [];
  return { status, said: `${stdout}${stderr}`, calls };
}

describe.skipIf(process.platform === "win32")("the guard", () => {
  test("installs with npm ci what is missing, says so in one line, and then has nothing to do", () => {
    const first = guard();
    expect(first).toMatchObject({ status: 0, calls: ["ci --no-audit --no-fund --loglevel=error"] });
    expect(first.said).toMatch(/^.*Installing.*\n$/);
    expect(guard()).toMatchObject({ status: 0, said: "", calls: first.calls });
  });

  test("installs again when the lock file has changed", () => {
    guard();
    writeFileSync(inside("package-lock.json"), lockOf("1.0.1"));
    expect(guard().calls).toHaveLength(2);
    expect(guard().calls).toHaveLength(2);
  });

  test("repairs an install that was interrupted, even of a lock that was installed before", () => {
    guard();
    writeFileSync(inside("package-lock.json"), lockOf("1.0.1"));
    npmDoes("kill -9 $PPID $$");
    expect(guard().status).toBeNull();
    writeFileSync(inside("package-lock.json"), lockOf("1.0.0"));
    npmDoes("mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json");
    expect(guard()).toMatchObject({ status: 0, said: expect.stringContaining("Installing") });
    expect(guard().said).toBe("");
  });

  test("takes an npm ci that somebody ran by hand, but not one of another lock", () => {
    mkdirSync(inside("node_modules"));
    writeFileSync(inside("node_modules/.package-lock.json"), installedOf("1.0.0"));
    expect(guard()).toEqual({ status: 0, said: "", calls: [] });
    rmSync(inside("node_modules/.installed"));
    writeFileSync(inside("node_modules/.package-lock.json"), installedOf("0.9.0"));
    expect(guard().calls).toHaveLength(1);
  });

  test("passes on that npm failed, and tries again the next time", () => {
    npmDoes("echo no network >&2; exit 7");
    expect(guard()).toMatchObject({ status: 7, said: expect.stringContaining("no network") });
    expect(guard().calls).toHaveLength(2);
  });

  test("says in one line which Node a Mac needs, and installs nothing", () => {
    const old = guard({ platform: "darwin", node: "22.11.0" });
    expect(old).toMatchObject({ status: 1, calls: [] });
    expect(old.said).toMatch(/^.*Node 22\.12.*\n$/);
    expect(guard({ platform: "darwin", node: "22.12.0" }).status).toBe(0);
  });
});
